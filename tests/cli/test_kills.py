"""kill -9 at random moments: afterwards the old or the new stands, whole, and the next run leaves nothing behind.

A few kills each here; EXOGRAPH_KILLS=60 is the long form whose figures stand in docs/trust.md:

    EXOGRAPH_KILLS=60 .venv/bin/pytest tests/cli/test_kills.py -s
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exograph.resources import cypher_dir, graph_dir
from exograph.stores.embedded import EmbeddedStore
from tests.cli.conftest import PROGRAM
from tests.graphs import FIXTURES
from tests.tables import cells, write

LONG = "EXOGRAPH_KILLS" in os.environ
KILLS = int(os.environ.get("EXOGRAPH_KILLS", "3"))
MINE, OTHER = cells(drug="vinblastine"), cells(drug="vinblastine", claim="PMID:999000001/2", effect="sensitises")
EVERYTHING = (
    "MATCH (n) RETURN labels(n)[0] AS kind, n.id AS id, properties(n) AS held",
    "MATCH (a)-[e]->(b) RETURN type(e) AS kind, e.id AS id, a.id AS source, b.id AS target, properties(e) AS held",
)

# The short form asks four claims: a site of all of them takes seconds to write
SMALL = """
import sys
from pathlib import Path
from exograph import resources
from exograph.cli import main
root = Path(sys.argv[1])
resources._root = lambda: root
main(sys.argv[2:])
"""


def few_claims(root: Path) -> Path:
    """A checkout with four claims."""
    shutil.copytree(graph_dir(), root / "graph", ignore=shutil.ignore_patterns("claims"))
    (root / "graph" / "claims").mkdir()
    shutil.copy(FIXTURES / "joins.tsv", root / "graph" / "claims")
    (root / "cypher").symlink_to(cypher_dir())
    return root


class Place:
    """A folder with a store, a claim table of the user's and what is written from them."""

    def __init__(self, folder: Path, environment: dict[str, str], program: list[str]) -> None:
        self.folder, self.environment, self.program = folder, environment, program
        folder.mkdir()
        self.store, self.mine, self.more = folder / "graph.kgl", folder / "mine.tsv", folder / "more.tsv"

    def started(self, *words: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self.program, *map(str, words), "--store", f"embedded:{self.store}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=self.environment,
        )  # fmt: skip

    def done(self, *words: str | Path) -> None:
        """Run to the end, which must be a good one."""
        process = self.started(*words)
        _, told = process.communicate(timeout=900)
        assert process.returncode == 0, told

    def claims(self) -> list[str]:
        """The user's claims that the store holds."""
        store = EmbeddedStore.open(self.store)
        rows = store.query("MATCH (c:Claim) WHERE c.origin <> 'exograph' RETURN c.id AS id ORDER BY id")
        store.close()
        return [row["id"] for row in rows]

    def content(self) -> str:
        """A checksum over all that the store holds; empty where there is none."""
        if not self.store.exists():
            return ""
        store = EmbeddedStore.open(self.store)
        rows = sorted(repr(row) for statement in EVERYTHING for row in store.query(statement))
        store.close()
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()

    def strangers(self) -> set[str]:
        """What stands in the folder and was not asked for; the lock's empty file is part of a store."""
        known = {"graph.kgl", "graph.kgl.building", "mine.tsv", "more.tsv", "site", "answer.html"}
        return {path.name for path in self.folder.iterdir()} - known


@pytest.fixture
def place(tmp_path: Path, environment: dict[str, str]) -> Place:
    program = [str(PROGRAM)] if LONG else [sys.executable, "-c", SMALL, str(few_claims(tmp_path / "checkout"))]
    made = Place(tmp_path / "place", environment, program)
    write(made.mine, MINE)
    return made


def tree(path: Path) -> str:
    """A checksum over a file, or over every file of a folder with its name; empty where there is none."""
    found = sorted(path.rglob("*")) if path.is_dir() else [path]
    held = [f"{one.name}\0{hashlib.sha256(one.read_bytes()).hexdigest()}" for one in found if one.is_file()]
    return hashlib.sha256("\n".join(held).encode()).hexdigest() if held else ""


def moments(seconds: float) -> Iterator[float]:
    """When to kill: anywhere in a run, and every second time in its last fifth, where things are written."""
    dice = random.Random(f"{KILLS} kills")
    for number in range(KILLS):
        yield dice.uniform(0.8 * seconds if number % 2 else 0.0, 1.05 * seconds)


def killed(process: subprocess.Popen[bytes], after: float) -> None:
    time.sleep(after)
    process.kill()
    process.communicate(timeout=120)


def timed(action: Callable[[], object]) -> float:
    started = time.monotonic()
    action()
    return time.monotonic() - started


def told(what: str, outcomes: Counter[str]) -> None:
    print(f"\n{what}: {KILLS} kills, " + ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items())))


def swept(place: Place, outcomes: Counter[str]) -> None:
    """Count what the kill left; the next run has to remove it."""
    outcomes["with leftovers, swept by the next run"] += bool(place.strangers())


def test_a_first_build(place: Place) -> None:
    seconds = timed(lambda: place.done("build"))
    new, outcomes = place.content(), Counter[str]()
    for moment in moments(seconds):
        place.store.unlink(missing_ok=True)
        killed(place.started("build"), moment)
        found = place.content()
        assert found in ("", new)
        outcomes["new" if found else "old (none)"] += 1
        swept(place, outcomes)
        place.done("build")  # a question makes no store at a path that was named
        assert (place.content(), place.strangers()) == (new, set())
    told("build", outcomes)


def test_a_rebuild_with_claims_of_the_users(place: Place) -> None:
    place.done("build", "--claims", place.mine)
    old, before = place.content(), place.store.read_bytes()
    write(place.mine, MINE, OTHER)
    seconds = timed(lambda: place.done("build", "--claims", place.mine))
    new, outcomes = place.content(), Counter[str]()
    assert new != old
    for moment in moments(seconds):
        place.store.write_bytes(before)
        killed(place.started("build", "--claims", place.mine), moment)
        found = place.content()
        assert found in (old, new)
        assert MINE["claim"] in place.claims()
        outcomes["new" if found == new else "old"] += 1
        swept(place, outcomes)
        place.done("mechanism", "--drug", "vinblastine")  # takes the changed table in where the build did not
        assert place.claims() == [MINE["claim"], OTHER["claim"]]
        assert (place.content(), place.strangers()) == (new, set())
    told("rebuild with claims of the user's", outcomes)


def test_a_question_while_a_build_takes_another_table_in(place: Place) -> None:
    """The question finds the first table changed and rebuilds, too: never over the build that ended meanwhile."""
    write(place.more, OTHER)
    both = ("build", "--claims", place.mine, "--claims", place.more)
    seconds = timed(lambda: place.done(*both))
    place.done("build", "--claims", place.mine)
    before = place.store.read_bytes()
    write(place.mine, {**MINE, "effect": "no effect"})
    outcomes = Counter[str]()
    dice = random.Random(KILLS)
    for number, moment in enumerate(moments(seconds)):
        place.store.write_bytes(before)
        build, question = place.started(*both), place.started("stats")
        first, second = (build, question) if number % 2 else (question, build)
        killed(first, moment)
        if dice.random() < 0.5:
            killed(second, dice.uniform(0.0, 0.5 * seconds))
        for process in (build, question):
            process.communicate(timeout=900)
        whole = [MINE["claim"], OTHER["claim"]]
        assert place.claims() in ([MINE["claim"]], whole)
        assert build.returncode != 0 or place.claims() == whole, "a question undid a build"
        outcomes["new" if place.claims() == whole else "old"] += 1
        swept(place, outcomes)
        held = place.claims()
        place.done("stats")
        assert (place.claims(), place.strangers()) == (held, set())
    told("a question while building", outcomes)


@pytest.mark.parametrize("what", ["site", "answer.html"])
def test_what_is_written_for_people(place: Place, what: str) -> None:
    target = place.folder / what
    words = ("site", target) if what == "site" else ("mechanism", "--drug", "temozolomide", "--html", target)
    made, stores = [], []
    for claims in ((), ("--claims", place.mine)):
        place.done("build", *claims)
        seconds = timed(lambda: place.done(*words))
        made.append(tree(target))
        stores.append(place.store.read_bytes())
    outcomes = Counter[str]()
    now = 1  # the kills find one and the other in turn
    for moment in moments(seconds):
        place.store.write_bytes(stores[1 - now])
        killed(place.started(*words), moment)
        found = tree(target)
        assert found in made
        outcomes["old" if found == made[now] else "new"] += 1
        swept(place, outcomes)
        if place.strangers():
            place.done(*words)
            assert (tree(target), place.strangers()) == (made[1 - now], set())
        now = made.index(tree(target))
    assert made[0] != made[1]
    told("site" if what == "site" else "--html", outcomes)
