"""What only the Neo4j store must do: refusals, one writer, loads in batches, and nothing written without need."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from exograph.errors import StoreError, StoreLoading, StoreRefused
from exograph.knowledge.model import Graph, Node
from exograph.knowledge.schema import load_schema
from exograph.stores import neo4j as neo4j_module
from exograph.stores import neo4j_writer
from exograph.stores.base import LoadReport
from exograph.stores.neo4j import Neo4jStore
from exograph.stores.neo4j_load import apply, own
from tests.contract.graphs import CCNG1, DRUG, EDGES, NODES, SLC9A1, chain_edge, make_graph, renamed
from tests.neo4j_server import Server

pytestmark = pytest.mark.neo4j

NAMES = "MATCH (n) RETURN n.name AS name ORDER BY name"


@pytest.fixture
def driver(neo4j_environment: Server) -> Iterator[Driver]:
    """Somebody else at the same database."""
    auth = (neo4j_environment.username, neo4j_environment.password)
    with GraphDatabase.driver(neo4j_environment.uri, auth=auth, notifications_min_severity="OFF") as found:
        yield found


def test_a_wrong_password_is_refused(neo4j_environment: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-word")
    with pytest.raises(StoreRefused) as caught:
        Neo4jStore.open()
    assert "NEO4J_PASSWORD" in caught.value.hint
    assert "not-the-word" not in str(caught.value)


def test_an_unknown_database_is_refused(neo4j_environment: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    store = Neo4jStore.open()
    with pytest.raises(StoreRefused, match="NEO4J_DATABASE"):
        store.release()
    store.close()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("CREATE (:Person {name: 'Ada'})", "Person"),
        ("CREATE (:Gene {id: 'HGNC:1', name: 'A1BG'})", "Release"),
        ("CREATE ({name: 'no label'})", "nothing"),
        ("CREATE (:Gene {name: 'no id'})", "Gene"),
        ("CREATE (:Gene:Person {id: 'HGNC:1'})", "Person"),
        ("CREATE (:Gene {id: 'a'})-[:LOVES {id: 'x'}]->(:Gene {id: 'b'})", "LOVES"),
        ("CREATE (:Gene {id: 'a'})-[:REPRESSES]->(:Gene {id: 'b'})", "REPRESSES"),
    ],
)
def test_foreign_data_is_refused(neo4j_store: Neo4jStore, driver: Driver, statement: str, named: str) -> None:
    driver.execute_query(statement)
    before = driver.execute_query("MATCH (n) OPTIONAL MATCH (n)-[e]->() RETURN count(n) AS n, count(e) AS e").records
    with pytest.raises(StoreRefused, match=r"not exograph's|did not load") as caught:
        neo4j_store.load(make_graph())
    assert named in caught.value.message
    after = driver.execute_query("MATCH (n) OPTIONAL MATCH (n)-[e]->() RETURN count(n) AS n, count(e) AS e").records
    assert before == after


def test_a_person_added_to_our_graph_is_foreign_too(neo4j_store: Neo4jStore, driver: Driver) -> None:
    neo4j_store.load(make_graph())
    driver.execute_query("CREATE (:Person {id: 'ada'})")
    with pytest.raises(StoreRefused, match="Person"):
        neo4j_store.load(make_graph())


def test_constraints_stand_before_the_data(neo4j_store: Neo4jStore, driver: Driver) -> None:
    neo4j_store.load(make_graph())
    rows = driver.execute_query("SHOW CONSTRAINTS YIELD entityType, labelsOrTypes, properties, type").records
    schema = load_schema()
    held = {(row["entityType"], row["labelsOrTypes"][0]) for row in rows if row["properties"] == ["id"]}
    assert held == {("NODE", label) for label in schema.nodes} | {("RELATIONSHIP", kind) for kind in schema.edges}
    with pytest.raises(Exception, match="already exists"):
        driver.execute_query("CREATE (:Gene {id: $id})", {"id": CCNG1[1]})


def test_a_second_load_writes_nothing(neo4j_store: Neo4jStore, driver: Driver) -> None:
    def last_transaction() -> frozenset[str]:
        with driver.session() as session:
            session.run("MATCH (r:Release) RETURN r").consume()
            return session.last_bookmarks().raw_values

    neo4j_store.load(make_graph())
    before = last_transaction()
    assert neo4j_store.load(make_graph()).changed is False
    assert last_transaction() == before
    neo4j_store.load(make_graph(sha256="b" * 64))
    assert last_transaction() != before  # so the comparison does see a write


def test_only_the_difference_is_written(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(make_graph())
    assert neo4j_store.load(make_graph(sha256="b" * 64)).created == 1  # the Release
    report = neo4j_store.load(make_graph(nodes=renamed(NODES, CCNG1, "cyclin G1"), sha256="c" * 64))
    assert (report.created, report.removed) == (2, 0)


def test_what_somebody_removed_is_put_back(neo4j_store: Neo4jStore, driver: Driver) -> None:
    neo4j_store.load(make_graph())
    driver.execute_query("MATCH (d:Drug) DETACH DELETE d")
    report = neo4j_store.load(make_graph())
    assert (report.created, report.removed) == (2, 0)
    assert report.counts == make_graph().counts()


def test_true_is_not_one(neo4j_store: Neo4jStore) -> None:
    def with_value(value: Any) -> tuple[Node, ...]:
        return (*NODES, Node("Claim", "c", {"name": "c", "loaded": value}))

    neo4j_store.load(make_graph(nodes=with_value(1)))
    neo4j_store.load(make_graph(nodes=with_value(True), sha256="b" * 64))
    assert neo4j_store.query("MATCH (c:Claim) RETURN c.loaded AS loaded")[0]["loaded"] is True


def test_null_is_never_stored(neo4j_store: Neo4jStore) -> None:
    nodes = (*NODES, Node("Claim", "c", {"name": "c", "versus": None}))
    neo4j_store.load(make_graph(nodes=nodes))
    rows = neo4j_store.query("MATCH (c:Claim) RETURN keys(c) AS keys")
    assert sorted(rows[0]["keys"]) == ["id", "name"]
    assert neo4j_store.load(make_graph(nodes=nodes, sha256="b" * 64)).created == 1


def test_a_kind_that_the_schema_does_not_know_is_refused(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="Planet"):
        neo4j_store.load(make_graph(nodes=(*NODES, Node("Planet", "x", {}))))
    assert neo4j_store.release() is None


def test_a_graph_without_a_release_is_refused(neo4j_store: Neo4jStore) -> None:
    graph = make_graph()
    bare = Graph(tuple(node for node in graph.nodes if node.label != "Release"), graph.edges, graph.release)
    with pytest.raises(StoreError, match="Release"):
        neo4j_store.load(bare)


# -- loads in batches


@pytest.fixture
def in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every load is too large for one transaction."""
    monkeypatch.setattr(neo4j_module, "ONE_TRANSACTION", 3)


@pytest.mark.usefixtures("in_batches")
def test_a_load_in_batches_ends_whole(neo4j_store: Neo4jStore) -> None:
    graph = make_graph()
    report = neo4j_store.load(graph)
    assert report.created == len(graph.nodes) + len(graph.edges)
    assert neo4j_store.release() == graph.release
    rows = neo4j_store.query("MATCH (r:Release) RETURN properties(r) AS held")
    release = next(node for node in graph.nodes if node.label == "Release")
    assert rows == [{"held": {"id": "exograph:release", **release.properties}}]
    assert neo4j_store.load(graph).changed is False


@pytest.mark.usefixtures("in_batches")
def test_questions_wait_until_a_load_in_batches_is_whole(
    neo4j_store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_store.load(make_graph())
    asked: list[str] = []

    def ask_meanwhile(run: Any, changes: Any, **options: Any) -> None:
        if not asked:
            other = Neo4jStore.open()
            for question in (other.release, lambda: other.query(NAMES), lambda: other.free(NAMES)):
                with pytest.raises(StoreLoading) as caught:
                    question()
                asked.append(str(caught.value))
            other.close()
        apply(run, changes, **options)

    monkeypatch.setattr(neo4j_module, "apply", ask_meanwhile)
    without_drug = tuple(edge for edge in EDGES if DRUG not in (edge.source, edge.target))
    neo4j_store.load(make_graph(nodes=renamed(NODES[:-1], CCNG1, "x"), edges=without_drug, sha256="b" * 64))
    assert len(asked) == 3
    assert {"name": "x"} in neo4j_store.query(NAMES)


@pytest.mark.usefixtures("in_batches")
def test_a_load_that_broke_off_is_refused_until_it_is_done_again(
    neo4j_store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(run: Any, changes: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(neo4j_module, "apply", break_off)
    with pytest.raises(KeyboardInterrupt):
        neo4j_store.load(make_graph())
    monkeypatch.setattr(neo4j_module, "apply", apply)
    with pytest.raises(StoreLoading, match="exograph build"):
        neo4j_store.query(NAMES)
    neo4j_store.load(make_graph())
    assert len(neo4j_store.query(NAMES)) == len(make_graph().nodes)


@pytest.mark.usefixtures("in_batches")
def test_a_load_that_broke_off_names_the_users_tables(neo4j_store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever follows the hint keeps the claims."""
    neo4j_store.load(make_graph(tables=("mine.tsv",)))

    def break_off(run: Any, changes: Any, **options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(neo4j_module, "apply", break_off)
    with pytest.raises(KeyboardInterrupt):
        neo4j_store.load(make_graph(tables=("mine.tsv", "more.tsv")), force=True)
    with pytest.raises(StoreLoading) as caught:
        neo4j_store.query(NAMES)
    assert caught.value.hint.endswith("--claims mine.tsv --claims more.tsv")


@pytest.mark.usefixtures("in_batches")
def test_a_load_in_batches_that_fails_is_not_taken_for_a_graph(neo4j_store: Neo4jStore) -> None:
    nowhere = chain_edge("REPRESSES", 9, SLC9A1, ("Gene", "HGNC:0"), -1)
    with pytest.raises(StoreError, match="REPRESSES"):
        neo4j_store.load(make_graph(edges=(*EDGES, nowhere)))
    with pytest.raises(StoreLoading):
        neo4j_store.release()


# -- one writer


def test_a_second_writer_is_told(neo4j_store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_store.load(make_graph())
    writing, go_on = threading.Event(), threading.Event()

    def wait(run: Any, changes: Any, **options: Any) -> None:
        writing.set()
        assert go_on.wait(30)
        apply(run, changes, **options)

    monkeypatch.setattr(neo4j_module, "apply", wait)
    monkeypatch.setattr(neo4j_writer, "LOCK_SECONDS", 1.0)
    graph = make_graph(nodes=renamed(NODES, CCNG1, "first"), sha256="b" * 64)
    first = threading.Thread(target=neo4j_store.load, args=(graph,))
    first.start()
    assert writing.wait(30)
    monkeypatch.setattr(neo4j_module, "apply", apply)
    second = Neo4jStore.open()
    try:
        with pytest.raises(StoreLoading, match="another process"):
            second.load(make_graph(nodes=renamed(NODES, CCNG1, "second"), sha256="c" * 64))
        assert second.release() == make_graph().release  # questions still see the old graph, whole
    finally:
        go_on.set()
        first.join(30)
        second.close()
    assert {"name": "first"} in neo4j_store.query(NAMES)
    rows = neo4j_store.query("MATCH (r:Release) RETURN r.id AS id")
    assert rows == [{"id": "exograph:release"}]  # the lock left nothing behind


def test_two_first_loads_at_once(neo4j_store: Neo4jStore, driver: Driver) -> None:
    """Without the constraints, which both come to make: each loads, waits, or is told; no error of the server."""
    for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT {row['name']}")
    graphs = [make_graph(nodes=renamed(NODES, CCNG1, name), sha256=name * 64) for name in "abc"]
    stores = [Neo4jStore.open() for _ in graphs]
    reports: list[object] = []

    def load(store: Neo4jStore, graph: Graph) -> None:
        try:
            reports.append(store.load(graph))
        except StoreLoading as error:
            assert "another process is loading" in error.message
            reports.append(error)

    threads = [threading.Thread(target=load, args=both) for both in zip(stores, graphs, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    for store in stores:
        store.close()
    assert len(reports) == len(graphs)
    assert any(isinstance(report, LoadReport) for report in reports)
    assert neo4j_store.release() in [graph.release for graph in graphs]
    last = next(graph for graph in graphs if graph.release == neo4j_store.release())
    assert neo4j_store.load(last).changed is False


def test_a_server_that_is_slow_to_begin_is_not_taken_for_a_second_writer(
    neo4j_store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As just after its start, when the first statement takes seconds."""
    slow = ["UNWIND range(1, 5000000) AS n WITH count(n * 2 % 7) AS m "]
    neo4j_store.load(make_graph())

    def at_first_slow(name: str) -> str:
        return (slow.pop() if slow and name == "lock_writer" else "") + own(name)

    monkeypatch.setattr(neo4j_writer, "own", at_first_slow)
    monkeypatch.setattr(neo4j_writer, "LOCK_SECONDS", 0.5)
    assert neo4j_store.load(make_graph()).changed is False
    assert slow == []


def test_a_second_writer_waits(neo4j_store: Neo4jStore, driver: Driver) -> None:
    neo4j_store.load(make_graph())
    reports: list[LoadReport] = []
    with driver.session() as session, session.begin_transaction() as other:
        other.run("MERGE (r:Release {id: 'exograph:writer'})").consume()
        second = threading.Thread(target=lambda: reports.append(neo4j_store.load(make_graph(sha256="b" * 64))))
        second.start()
        second.join(2)
        assert second.is_alive()
        other.rollback()
        second.join(60)
    assert [report.created for report in reports] == [1]


def test_the_lock_ends_with_a_load_that_fails(neo4j_store: Neo4jStore) -> None:
    nowhere = chain_edge("REPRESSES", 9, SLC9A1, ("Gene", "HGNC:0"), -1)
    with pytest.raises(StoreError):
        neo4j_store.load(make_graph(edges=(*EDGES, nowhere)))
    assert neo4j_store.load(make_graph()).created == len(make_graph().nodes) + len(EDGES)


# -- asking


def test_no_internal_identifier_is_shown(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(make_graph())
    result = neo4j_store.free("MATCH p = (:Exosome)-[e]->(c:Cargo) RETURN p, e, c, [c] AS list, {c: c} AS map")
    assert "element" not in str(result.rows)
    assert set(result.rows[0]["c"]) == {"label", "id", "name", "kind"}
    assert list(result.rows[0]["c"])[:3] == ["label", "id", "name"]


def test_dates_become_text(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(make_graph())
    result = neo4j_store.free(
        "RETURN date('2026-11-25') AS day, duration('P1D') AS length, point({x: 1, y: 2}) AS place"
    )
    assert result.rows == ({"day": "2026-11-25", "length": "P1D", "place": [1.0, 2.0]},)


def test_a_read_session_writes_nothing_even_past_the_guard(neo4j_store: Neo4jStore) -> None:
    neo4j_store.load(make_graph())
    with pytest.raises(StoreError):
        neo4j_store.query("CREATE (n:Gene {id: 'x'}) RETURN n.id AS id")
    assert neo4j_store.query("MATCH (g:Gene) RETURN count(g) AS n") == [{"n": 2}]
