"""What a name costs, as a ratio to unpacking genes.tsv.gz once: the reader must never need that. Goals: all below 1.

python -m benchmarks.names
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

RUNS = 7
SENTENCE = "do BMSC-EVs carrying miR-21-5p make non-small cell lung cancer cells resistant to cisplatin by PTEN or IL-6"
UNKNOWN = [
    "sorafinibb",
    "XQTZ9",
    "PSMA3-AS9",
    "glioblastomoma",
    "T-DM7",
    "vatalanib",
    "LUADX",
    "miR-9999",
    "alpha-mangostin",
]


def clocked(work: Callable[[], object]) -> float:
    """Milliseconds that some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def once() -> dict[str, float]:
    """One fresh process: the base, then names as a user meets them; the index stands in the cache already."""
    from exograph.names import Names
    from exograph.resources import graph_dir

    genes = graph_dir() / "vocab" / "genes.tsv.gz"
    names = Names()
    return {
        "unpack genes.tsv.gz": clocked(lambda: gzip.decompress(genes.read_bytes()).decode().split("\n")),
        "first known name": clocked(lambda: names.read("p53")),
        "next known name": clocked(lambda: names.read("TMZ")),
        "first unknown name": clocked(lambda: names.read("sorafinib")),
        "unknown name": statistics.mean(clocked(lambda name=name: names.read(name)) for name in UNKNOWN),  # type: ignore[misc]
        "the same again": clocked(lambda: names.read("XQTZ9")),
        "names in a sentence": clocked(lambda: names.find(SENTENCE.split())),
    }


def main() -> None:
    """Print medians and ratios of several processes."""
    if sys.argv[1:] == ["--once"]:
        print(json.dumps(once()))
        return
    environment = {**os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    command = [sys.executable, "-m", "benchmarks.names", "--once"]
    found = [
        json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
        for _ in range(RUNS + 1)
    ][1:]
    base = [one["unpack genes.tsv.gz"] for one in found]
    print(f"{'work':24}{'median ms':>10}{'ratio':>8}")
    for name in found[0]:
        ratio = statistics.median(one[name] / by for one, by in zip(found, base, strict=True))
        print(f"{name:24}{statistics.median(one[name] for one in found):>10.2f}{ratio:>8.2f}")


if __name__ == "__main__":
    main()
