"""Build and question times of the two stores, at the bundled size and with many synthetic claims.

    python -m benchmarks.stores [--rounds 3] [--without-neo4j]

project    claims with identifiers -> graph (the same work for both stores)
load       graph -> an empty store
reload     the same graph again: nothing may change
questions  `mechanism` with one filter, whole answer (paths, opposing claims, names), store open; median of all
MB         peak memory of the process that does all this; Neo4j's own server is another process (heap 512 MB)

Each line is a process of its own; the processes take turns. Ratios are to the embedded store of the same size, and to
the bundled size in the same store. Synthetic claims are bundled ones mixed anew under invented papers.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from exograph import build
from exograph.knowledge.grounded import GroundedClaim
from exograph.knowledge.model import Graph, Release
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from tests import neo4j_server as servers
from tests.ask import mechanism

MANY = {"embedded": (2_000, 20_000), "neo4j": (2_000,)}
QUESTIONS: tuple[dict[str, list[str]], ...] = (
    {"drug": ["cisplatin"]},
    {"cancer": ["lung cancer"]},
    {"cargo": ["miR-21"]},
    {"modality": ["radiotherapy"]},
    {"gene": ["PTEN"], "effect": ["promotes tumour"]},
)
REPEATS = 5
FIGURES = ("project", "load", "reload", "questions", "MB")


@dataclass(frozen=True, slots=True)
class Case:
    """A store and how many claims it holds; 0 for the bundled ones."""

    store: str
    claims: int

    @property
    def name(self) -> str:
        return f"{self.store}, {f'{self.claims:,} claims' if self.claims else 'bundled'}"


def synthetic(bundled: Sequence[GroundedClaim], count: int) -> list[GroundedClaim]:
    """`count` claims of invented papers: each a bundled claim with the MSC source of another; always the same."""
    chance, made = random.Random(1), []
    for number in range(1, count + 1):
        one, other = chance.choice(bundled), chance.choice(bundled)
        pmid = str(900_000_000 + number)
        claim = replace(one.claim, id=f"PMID:{pmid}/1", pmid=pmid, pmcid="", doi="")
        made.append(replace(one, claim=claim, source=other.source))
    return made


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def work(case: Case, folder: Path) -> dict[str, float]:
    """Everything that one line shows, measured in this process (a fresh one)."""
    graph, project = projected(case.claims)
    store = opened(case.store, folder)
    found = {"project": project, "load": timed(lambda: store.load(graph))}
    found["reload"] = timed(lambda: store.load(graph))
    times = []
    for wanted in QUESTIONS:
        answer = mechanism(store, wanted)  # warm: names are read once
        assert answer.paths, f"{wanted} finds nothing: there is nothing to time"
        times += [timed(lambda wanted=wanted: mechanism(store, wanted)) for _ in range(REPEATS)]  # type: ignore[misc]
    store.close()
    found["questions"] = statistics.median(times)
    found["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts in kB
    found["elements"] = len(graph.nodes) + len(graph.edges)
    return found


def projected(count: int) -> tuple[Graph, float]:
    """The graph of `count` synthetic claims (0: of the bundled ones), and the seconds that projecting took."""
    from exograph.knowledge.vocabulary import Vocabulary
    from exograph.resources import graph_dir

    knowledge = build.read()
    claims = synthetic(knowledge.claims, count) if count else list(knowledge.claims)
    vocabulary = Vocabulary.load(graph_dir() / "vocab")
    release = Release(f"benchmark of {count} claims", f"{count:064d}", "benchmark")
    start = time.perf_counter()
    graph = build.make_graph(claims, vocabulary, {}, release)
    return graph, time.perf_counter() - start


def opened(store: str, folder: Path) -> Store:
    """An empty store: a new file, or the Neo4j that the NEO4J_ variables name, emptied."""
    if store == "embedded":
        return EmbeddedStore.open(folder / "graph.kgl")
    from neo4j import GraphDatabase

    from exograph.stores.neo4j import Neo4jStore

    given = os.environ
    auth = (given["NEO4J_USERNAME"], given["NEO4J_PASSWORD"])
    with GraphDatabase.driver(given["NEO4J_URI"], auth=auth, notifications_min_severity="OFF") as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return Neo4jStore.open()


def measure(case: Case, environment: dict[str, str]) -> dict[str, float]:
    """One line in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.stores", "--case", case.store, str(case.claims), folder]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{case.name}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def in_turns(cases: Sequence[Case], rounds: int, environment: dict[str, str]) -> dict[Case, dict[str, float]]:
    """Medians of each case over the rounds; the cases take turns."""
    found: dict[Case, list[dict[str, float]]] = {case: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            found[case].append(measure(case, environment))
    return {
        case: {figure: statistics.median(run[figure] for run in runs) for figure in runs[0]}
        for case, runs in found.items()
    }


def table(found: dict[Case, dict[str, float]]) -> list[str]:
    """Medians, then the two kinds of ratio."""
    lines = [_line("", [*FIGURES, "elements"])]
    for case, figures in found.items():
        seconds = [f"{figures[name]:.3f} s" for name in ("project", "load", "reload")]
        asked, memory = f"{figures['questions'] * 1000:.1f} ms", f"{figures['MB']:.0f}"
        lines.append(_line(case.name, [*seconds, asked, memory, f"{figures['elements']:,.0f}"]))
    lines += ["", _line("ratios", list(FIGURES))]
    for case, figures in found.items():
        for base in (Case("embedded", case.claims), Case(case.store, 0)):
            if base != case and base in found and (base.claims == case.claims or base.store == case.store):
                ratios = [f"{figures[name] / found[base][name]:.1f}" for name in FIGURES]
                lines.append(_line(f"{case.name} / {base.name}", ratios))
    return lines


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:48}" + "".join(f"{cell:>11}" for cell in cells)


def main() -> None:
    """Print the table; with `--case` measure one line and print JSON (what the processes do)."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3, help="processes a line (default 3)")
    parser.add_argument("--without-neo4j", action="store_true", help="the embedded store alone")
    parser.add_argument("--case", nargs=3, metavar=("STORE", "CLAIMS", "FOLDER"), help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.case:
        print(json.dumps(work(Case(given.case[0], int(given.case[1])), Path(given.case[2]))))
        return
    stores = ["embedded"] if given.without_neo4j else ["embedded", "neo4j"]
    cases = [Case(store, claims) for store in stores for claims in (0, *MANY[store])]
    if given.without_neo4j:
        print("\n".join(table(in_turns(cases, given.rounds, dict(os.environ)))))
        return
    missing = servers.missing_tools()
    if missing:
        parser.error(f"Neo4j needs {' and '.join(missing)}: {servers.INSTALL}; or give --without-neo4j")
    with tempfile.TemporaryDirectory() as home, servers.running(Path(home) / "neo4j") as server:
        print("\n".join(table(in_turns(cases, given.rounds, {**os.environ, **server.environment()}))))


if __name__ == "__main__":
    main()
