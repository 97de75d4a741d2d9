"""Limits of free Cypher that hold whatever the engine does: time, memory, nesting; and whoever asked lives on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from exograph.errors import StoreRefused, UsageError
from exograph.stores.base import Store
from exograph.stores.deadline import DeadlinePassed, within
from exograph.stores.embedded import EmbeddedStore
from exograph.stores.neo4j import Neo4jStore
from tests.contract.graphs import make_graph
from tests.neo4j_server import Server

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(sysconfig.get_path("scripts")) / "exograph"
EVERY_PATH = "MATCH p = shortestPath((a)-[*]-(b)) RETURN count(p) AS paths"
# none of them looks at the engine's own time limit often enough, or at any limit of memory
GREEDY = {
    "every path": EVERY_PATH,
    "collect against itself":
        "UNWIND range(1, 30000) AS a WITH collect(a) AS l UNWIND l AS x UNWIND l AS y RETURN collect(x + y) AS z",
    "lists of lists": "WITH range(1, 30000) AS l UNWIND l AS x WITH collect(l + x) AS z RETURN size(z) AS n",
    "doubling": "WITH reduce(t = 'aaaaaaaa', x IN range(1, 60) | t + t) AS u RETURN size(u) AS n",
}  # fmt: skip


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fails where the block takes longer."""
    start = time.monotonic()
    yield
    took = time.monotonic() - start
    assert took < seconds, f"{took:.1f} s, not {seconds:.1f}"


def taken(work: Callable[[], object]) -> float:
    """Seconds that starting takes on this machine just now, twice over: it may be busy with something else."""
    start = time.monotonic()
    work()
    return 2 * (time.monotonic() - start)


def processes() -> int:
    """How many processes this one has started that still run."""
    return len(Path(f"/proc/self/task/{os.getpid()}/children").read_text().split())


@pytest.mark.parametrize("statement", GREEDY.values(), ids=GREEDY)
def test_the_embedded_engine_is_stopped_and_the_caller_lives(bundled_store: EmbeddedStore, statement: str) -> None:
    before = processes()
    start = taken(lambda: bundled_store.free("RETURN 1 AS one"))
    with at_most(2 + 1 + start), pytest.raises(StoreRefused, match=r"longer than 2 s|about 1 GB"):
        bundled_store.free(statement, seconds=2)
    assert processes() == before
    assert bundled_store.free("RETURN 1 AS one").rows == ({"one": 1},)


def test_an_engine_that_breaks_down_takes_nobody_along(bundled_store: EmbeddedStore) -> None:
    with pytest.raises(StoreRefused, match="broke down"):
        bundled_store.free(" UNION ALL ".join(["RETURN 1 AS x"] * 4000))
    assert bundled_store.free("RETURN 1 AS one").rows == ({"one": 1},)


def test_nested_calls_are_refused_by_depth(store: Store) -> None:
    store.load(make_graph())
    with at_most(1), pytest.raises(StoreRefused, match=r"nesting deeper than 50 .*line 1, column"):
        store.free("CALL { " * 500 + "RETURN 1 AS x" + " } RETURN x" * 500)
    deep = "CALL { " * 30 + "RETURN 1 AS x" + " } RETURN x" * 30
    assert store.free(deep).rows == ({"x": 1},)


def test_rows_that_are_too_many_to_hand_over(bundled_store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exograph.stores.apart.RESULT", 1_000_000)
    with pytest.raises(StoreRefused, match="larger than 1 MB"):
        bundled_store.free("UNWIND range(1, 9000) AS n RETURN range(1, 300) AS l, n")


def test_many_rows_arrive_whole_and_in_order(bundled_store: EmbeddedStore) -> None:
    result = bundled_store.free("UNWIND range(1, 25000) AS n RETURN n, toString(n) AS t", row_limit=24_999)
    assert [row["n"] for row in result.rows] == list(range(1, 25_000))
    assert result.truncated


def test_the_command_ends_within_a_second_of_the_limit(bundled_path: Path) -> None:
    def run(statement: str) -> subprocess.CompletedProcess[str]:
        command = [os.fspath(SCRIPT), "cypher", statement, "--seconds", "3", "--store", f"embedded:{bundled_path}"]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    start = taken(lambda: run("RETURN 1 AS one"))
    with at_most(3 + 1 + start):
        done = run(EVERY_PATH)
    assert (done.returncode, done.stdout) == (4, "")
    assert "longer than 3 s" in done.stderr


def _child(process: subprocess.Popen[str]) -> int:
    """The process that another one has started, and that is at work by now."""
    deadline = time.monotonic() + 30
    while not (found := Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    time.sleep(0.5)
    return int(found[0])


def test_ctrl_c_stops_it(bundled_path: Path) -> None:
    command = [os.fspath(SCRIPT), "cypher", EVERY_PATH, "--seconds", "60", "--store", f"embedded:{bundled_path}"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    _child(process)
    with at_most(3):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, "")
    assert "interrupted" in err


def test_who_is_killed_leaves_no_process_for_long(bundled_path: Path) -> None:
    """`free` in a process that is killed: the kernel ends the engine's process at its limit."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom exograph.stores.embedded import EmbeddedStore\n"
        f"EmbeddedStore(Path(sys.argv[1])).free({EVERY_PATH!r}, seconds=2)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, bundled_path], stdout=subprocess.PIPE, text=True)
    child = _child(process)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{child}/stat").exists() and " Z " not in Path(f"/proc/{child}/stat").read_text():
        assert time.monotonic() < deadline, "it runs on"
        time.sleep(0.1)


@pytest.mark.neo4j
def test_a_server_that_outlasts_the_limit_is_not_waited_for(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(make_graph())
    deaf = "RETURN reduce(s = 0, x IN range(1, 60000000) | (s + x) % 7) AS s"  # one expression: never interrupted
    with at_most(2), pytest.raises(StoreRefused, match="longer than 1 s"):
        neo4j_store.free(deaf, seconds=1)
    assert neo4j_store.free("RETURN 1 AS one").rows == ({"one": 1},)
    other = Neo4jStore.open()
    with pytest.raises(StoreRefused, match="longer than"):
        other.free(deaf, seconds=0.5)
    with at_most(2):
        other.close()  # while its connection waits for the server


@pytest.mark.neo4j
def test_the_compose_file_names_settings_that_the_server_has(neo4j_server: Server) -> None:
    from neo4j import GraphDatabase

    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    names = [name for name in compose["services"]["neo4j"]["environment"] if name != "NEO4J_AUTH"]
    settings = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_").casefold()
        for name in names
    }
    assert {"db.transaction.timeout", "dbms.memory.transaction.total.max"} <= settings
    login = (neo4j_server.username, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.uri, auth=login) as driver:
        known = {row["name"] for row in driver.execute_query("SHOW SETTINGS YIELD name").records}
    assert settings <= known


def test_work_within_its_time() -> None:
    assert within(5, lambda: 1) == 1
    with pytest.raises(ValueError, match="invalid literal"):
        within(5, lambda: int("x"))
    with at_most(1), pytest.raises(DeadlinePassed):
        within(0.1, lambda: time.sleep(2))


@pytest.mark.parametrize(
    ("column", "expression"),
    [
        ("keys(c)", "keys(c)"),
        ("keys( c )", "keys( c )"),
        ("n", "size(keys(c)) AS n"),
        ("all", "[k IN keys(c) | k] AS all"),
        ("yes", "'title' IN keys(c) AS yes"),
        ("p", "properties(c) AS p"),
        ("ps", "collect(properties(c)) AS ps"),
        ("m", "{a: [properties(c)]} AS m"),
        ("c", "c {.*}"),
        ("c", "c { .name, .id }"),
        ("mine", "{title: 'x', type: 'y', id: c.id, name: 'z'} AS mine"),
        ("keys({title: 1})", "keys({title: 1})"),
    ],
)
def test_the_engine_s_own_names_are_not_shown(store: Store, column: str, expression: str) -> None:
    """The very same columns and values on both stores."""
    store.load(make_graph())
    wanted = {
        "keys(c)": {"id", "name", "kind"}, "keys( c )": {"id", "name", "kind"}, "n": 3, "all": {"id", "name", "kind"},
        "yes": False, "keys({title: 1})": {"title"},
    }  # fmt: skip
    drug = {"id": "MESH:D000077204", "name": "temozolomide", "kind": "small molecule"}
    wanted |= {"p": drug, "ps": [drug], "m": {"a": [drug]}}
    wanted["mine"] = {"title": "x", "type": "y", "id": drug["id"], "name": "z"}
    wanted["c"] = drug if "*" in expression else {"id": drug["id"], "name": drug["name"]}
    result = store.free(f"MATCH (c:Drug {{name: 'temozolomide'}}) RETURN {expression}")
    assert result.columns == (column,)
    value = result.rows[0][column]
    assert (set(value) if isinstance(wanted[column], set) else value) == wanted[column]


@pytest.mark.parametrize(
    ("tail", "embedded", "neo4j"),
    [
        ("RETURN c.title", "temozolomide", None),
        ("RETURN c.type", "Drug", None),
        ("RETURN id(c) = c.id", True, False),
        ("RETURN COUNT { (:Exosome) (()-->()){1,2} (:Gene) } > 0", StoreRefused, True),
        ("RETURN point({x: 1, y: 2}) IS NOT NULL", StoreRefused, True),
        ("MATCH (d:Drug {efect: 1}) RETURN count(d)", StoreRefused, 0),
    ],
)
def test_what_still_differs_is_what_the_page_lists(store: Store, tail: str, embedded: object, neo4j: object) -> None:
    """docs/stores.md; where one of these agrees at last, take it off the page."""
    store.load(make_graph())
    wanted = embedded if isinstance(store, EmbeddedStore) else neo4j
    statement = f"MATCH (c:Drug {{name: 'temozolomide'}}) {tail} AS x"
    if wanted is StoreRefused:
        with pytest.raises(StoreRefused):
            store.free(statement)
    else:
        assert store.free(statement).rows == ({"x": wanted},)


def test_nor_those_of_an_edge(store: Store) -> None:
    store.load(make_graph())
    assert store.free("MATCH (:Exosome)-[:CARRIES|:SECRETES]->(x) RETURN count(x) AS n").rows[0]["n"] > 0
    statement = "MATCH (:Exosome)-[r:CARRIES]->() RETURN keys(r) AS k, properties(r) AS p, type(r) AS t, r"
    for row in store.free(statement).rows:
        assert set(row["k"]) == set(row["p"]) == row["r"].keys() - {"type"}
        assert row["t"] == row["r"]["type"] == "CARRIES"


def test_parameters_of_other_libraries_are_lists(store: Store) -> None:
    store.load(make_graph())

    class Series:
        """As pandas and numpy show themselves."""

        def tolist(self) -> list[int]:
            return [1, 2]

    ask = "UNWIND $x AS n RETURN n ORDER BY n"
    for given in ({2, 1}, (1, 2), range(1, 3), Series(), (n for n in (1, 2)), {1: "a", 2: "b"}.keys()):
        assert [row["n"] for row in store.free(ask, {"x": given}).rows] == [1, 2]
    for wrong, said in ((object(), "no value of Cypher"), (b"x", "no value of Cypher"), (10**30, "too large")):
        with pytest.raises(UsageError, match=f"`x` is .*{said.split()[0]}"):
            store.free(ask, {"x": wrong})
