"""Whole process time of questions with the graph built, as a ratio to bare imports. Goal: at most 3.

python -m benchmarks.startup
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import ratios, side_by_side

EXOGRAPH = str(Path(sys.executable).with_name("exograph"))
BASE = "python -c 'import click, kglite'"
COMMANDS = {
    BASE: [sys.executable, "-c", "import click, kglite"],
    "exograph --help": [EXOGRAPH, "--help"],
    "exograph mechanism --drug temozolomide": [EXOGRAPH, "mechanism", "--drug", "temozolomide"],
    "exograph mechanism --cancer 'lung cancer' --json": [EXOGRAPH, "mechanism", "--cancer", "lung cancer", "--json"],
    "exograph query run most_studied_cargos": [EXOGRAPH, "query", "run", "most_studied_cargos"],
    "exograph ask '...'": [EXOGRAPH, "ask", "how do MSC exosomes reverse cisplatin resistance in breast cancer?"],
}


def main() -> None:
    """Print a table of medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_DATA_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once, not at every start
        subprocess.run(
            [EXOGRAPH, "build"], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        times = side_by_side(COMMANDS, environment)
    ratio = ratios(times, BASE)
    print(f"{'command':52}{'median s':>10}{'ratio':>8}")
    for name, found in times.items():
        print(f"{name:52}{statistics.median(found):>10.3f}{ratio.get(name, 1.0):>8.2f}")


if __name__ == "__main__":
    main()
