"""What every store must do: one suite, run on the embedded engine and on a real Neo4j."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exograph.errors import StoreError, StoreNotBuilt, StoreRefused
from exograph.knowledge.model import Edge, Node
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from exograph.stores.neo4j import Neo4jStore
from tests.contract.graphs import (
    CCNG1,
    DRUG,
    EDGES,
    MIR,
    NODES,
    OTHER_MIR,
    SLC9A1,
    VESICLE,
    chain_edge,
    make_graph,
    renamed,
)

EVERYTHING = "MATCH (n) RETURN labels(n)[0] AS kind, n.id AS id, n.name AS name ORDER BY kind, id"
EVERY_EDGE = (
    "MATCH (a)-[e]->(b) RETURN type(e) AS kind, e.id AS id, a.id AS a, b.id AS b, e.sign AS sign ORDER BY kind, id"
)
NAME = "MATCH (g:Gene {id: $id}) RETURN g.name AS name"


def held(store: Store) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All that a store holds."""
    return store.query(EVERYTHING), store.query(EVERY_EDGE)


def test_an_empty_store_has_no_release(store: Store) -> None:
    assert store.release() is None


def test_an_empty_store_says_that_it_is_not_built(store: Store) -> None:
    with pytest.raises(StoreNotBuilt, match="build"):
        store.query(NAME, {"id": "HGNC:1592"})
    with pytest.raises(StoreNotBuilt):
        store.free("MATCH (n) RETURN n.id AS id")


def test_a_load_holds_exactly_the_graph(store: Store) -> None:
    graph = make_graph()
    report = store.load(graph)
    assert report.created == len(graph.nodes) + len(graph.edges)
    assert report.removed == 0
    assert report.counts == graph.counts()
    assert report.counts["REPRESSES"] == 6
    assert store.release() == graph.release
    nodes, edges = held(store)
    assert [(row["kind"], row["id"], row["name"]) for row in nodes] == [(*node.key, node.name) for node in graph.nodes]
    wanted = [(e.type, e.id, e.source[1], e.target[1], e.properties.get("sign")) for e in graph.edges]
    assert [(row["kind"], row["id"], row["a"], row["b"], row["sign"]) for row in edges] == wanted


def test_a_second_load_changes_nothing(store: Store) -> None:
    store.load(make_graph())
    before = held(store)
    report = store.load(make_graph())
    assert (report.created, report.removed, report.changed) == (0, 0, False)
    assert report.counts == make_graph().counts()
    assert held(store) == before


def test_a_store_names_the_tables_it_was_built_from(store: Store) -> None:
    graph = make_graph(tables=("my claims.tsv", "more.tsv"))
    assert store.load(graph).left_out == ()
    assert store.release() == graph.release
    assert store.load(make_graph(tables=("more.tsv",))).left_out == ("my claims.tsv",)
    assert store.load(make_graph()).left_out == ("more.tsv",)
    release = store.release()
    assert release is not None
    assert release.tables == ()


def change_behind(store: Store, statement: str) -> None:
    """Change what a store holds, behind its back."""
    if isinstance(store, EmbeddedStore):
        import kglite

        graph = kglite.load(str(store.path))
        graph.cypher(statement)
        graph.save(str(store.path))
        store.close()
    else:
        assert isinstance(store, Neo4jStore)
        store._driver.execute_query(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (g:Gene {name: 'CCNG1'}) SET g.name = 'other'",
        "MATCH ()-[e:SENSITISES_TO]->() SET e.sign = -1",
        "MATCH ()-[e:SENSITISES_TO]->() SET e.effect = 'no effect'",
        "MATCH ()-[e:CARRIES]->() DELETE e",
        "MATCH (r:Release) SET r.tables = ['nowhere.tsv']",
    ],
)
def test_a_load_mends_what_was_changed_behind_its_back(store: Store, statement: str) -> None:
    """Release and counts stay as they were: only the content shows it."""
    graph = make_graph()
    store.load(graph)
    before = held(store)
    change_behind(store, statement)
    report = store.load(graph)
    assert (report.created, report.removed, report.counts) == (1, 0, graph.counts())
    assert held(store) == before
    assert store.release() == graph.release
    assert store.load(graph).changed is False


def test_force_writes_everything_anew(store: Store) -> None:
    graph = make_graph()
    store.load(graph)
    before = held(store)
    report = store.load(graph, force=True)
    assert (report.created, report.removed) == (len(graph.nodes) + len(graph.edges), 0)
    assert held(store) == before


def test_parallel_edges_are_kept_by_a_later_load(store: Store) -> None:
    store.load(make_graph())
    more = (*EDGES, chain_edge("REPRESSES", 5, CCNG1, SLC9A1, -1), chain_edge("REPRESSES", 6, CCNG1, OTHER_MIR, -1))
    store.load(make_graph(edges=more, sha256="b" * 64))
    between = "MATCH (a:Gene {id: $a})-[e:REPRESSES]->(b) RETURN labels(b)[0] AS kind, e.id AS id ORDER BY id"
    rows = store.query(between, {"a": CCNG1[1]})
    assert [row["kind"] for row in rows].count("Gene") == 3
    assert [row["kind"] for row in rows].count("Cargo") == 3
    assert len({row["id"] for row in rows}) == 6


def test_one_id_under_two_labels_is_two_nodes(store: Store) -> None:
    carried = Node("Cargo", CCNG1[1], {"name": "CCNG1", "kind": "protein"})
    carries = chain_edge("CARRIES", 7, VESICLE, carried.key, None)
    store.load(make_graph(nodes=(*NODES, carried), edges=(*EDGES, carries)))
    rows = store.query("MATCH (n {id: $id}) RETURN labels(n)[0] AS kind ORDER BY kind", {"id": CCNG1[1]})
    assert [row["kind"] for row in rows] == ["Cargo", "Gene"]
    into = store.query("MATCH (:Exosome)-[e:CARRIES]->(n {id: $id}) RETURN labels(n)[0] AS kind", {"id": CCNG1[1]})
    assert into == [{"kind": "Cargo"}]


def test_a_changed_property_is_updated(store: Store) -> None:
    store.load(make_graph())
    report = store.load(make_graph(nodes=renamed(NODES, CCNG1, "cyclin G1"), sha256="b" * 64))
    assert report.changed
    assert report.removed == 0
    assert store.query(NAME, {"id": CCNG1[1]}) == [{"name": "cyclin G1"}]


def test_a_property_that_is_gone_is_removed(store: Store) -> None:
    store.load(make_graph())
    bare = tuple(Node(*node.key, {"name": node.name}) if node.key == DRUG else node for node in NODES)
    store.load(make_graph(nodes=bare, sha256="b" * 64))
    rows = store.query("MATCH (d:Drug) RETURN d.kind AS kind")
    assert rows == [{"kind": None}]


def test_what_is_no_longer_there_is_removed(store: Store) -> None:
    store.load(make_graph())
    fewer = tuple(edge for edge in EDGES if DRUG not in (edge.source, edge.target))
    graph = make_graph(nodes=[node for node in NODES if node.key != DRUG], edges=fewer, sha256="b" * 64)
    report = store.load(graph)
    assert report.removed == 2
    assert report.counts == graph.counts()
    assert "Drug" not in report.counts
    assert store.query("MATCH (d:Drug) RETURN d.id AS id") == []


def test_an_edge_whose_ends_changed_is_moved(store: Store) -> None:
    store.load(make_graph())
    moved = tuple(replace(edge, target=DRUG, source=CCNG1) if edge.type == "SENSITISES_TO" else edge for edge in EDGES)
    store.load(make_graph(edges=moved, sha256="b" * 64))
    rows = store.query("MATCH (a)-[e:SENSITISES_TO]->(b) RETURN a.id AS a, b.id AS b")
    assert rows == [{"a": CCNG1[1], "b": DRUG[1]}]


@pytest.mark.parametrize(
    "text",
    [
        "tab\tand\nnew line\r\nand \\ backslash",
        "\"double\" 'single' `back` $dollar {curly} [square] ; // /* */ --",
        "👩‍🔬 µ β ≥ 中文 עברית e\u0301 \u202eright to left",
        "control \x01\x1b[31m\x7f characters",
        "  blanks around  ",
        "x" * 100_000,
    ],
    ids=["white space", "marks", "letters", "control", "blanks", "100 kB"],
)
def test_awkward_text_survives(store: Store, text: str) -> None:
    edges = (*EDGES, Edge("IS_A", "awkward", SLC9A1, CCNG1, {"source": text}))
    store.load(make_graph(nodes=renamed(NODES, CCNG1, text), edges=edges))
    assert store.query(NAME, {"id": CCNG1[1]}) == [{"name": text}]
    assert store.query("MATCH ()-[e:IS_A]->() RETURN e.source AS source") == [{"source": text}]
    assert store.load(make_graph(nodes=renamed(NODES, CCNG1, text), edges=edges)).changed is False


def test_lists_numbers_and_booleans_keep_their_type(store: Store) -> None:
    edge = chain_edge("ACTIVATES", 8, SLC9A1, CCNG1, 1)
    edge = replace(edge, properties={**edge.properties, "derived": True})
    store.load(make_graph(edges=(*EDGES, edge)))
    rows = store.query("MATCH ()-[e:ACTIVATES]->() RETURN e.derived AS derived, e.sign AS sign, e.claim AS claim")
    assert rows == [{"derived": True, "sign": 1, "claim": "PMID:8/1"}]
    assert rows[0]["derived"] is True
    assert type(rows[0]["sign"]) is int
    rows = store.query("MATCH (s:MscSource) RETURN s.synonyms AS synonyms")
    assert rows == [{"synonyms": ["ADSC", "fat"]}]


def test_a_property_without_a_value_is_absent(store: Store) -> None:
    fact = Edge("IS_A", "fact", SLC9A1, CCNG1, {"source": "HGNC"})
    store.load(make_graph(edges=(*EDGES, fact)))
    rows = store.query("MATCH ()-[e:IS_A]->() RETURN e.claim AS claim, e.claim IS NULL AS absent")
    assert rows == [{"claim": None, "absent": True}]


def test_a_load_that_fails_leaves_the_old_graph(store: Store) -> None:
    store.load(make_graph())
    before = held(store)
    nowhere = chain_edge("REPRESSES", 9, MIR, ("Gene", "HGNC:0"), -1)
    broken = make_graph(nodes=renamed(NODES, CCNG1, "new name"), edges=(*EDGES, nowhere), sha256="b" * 64)
    with pytest.raises(StoreError):
        store.load(broken)
    assert held(store) == before
    assert store.release() == make_graph().release
    assert store.load(make_graph()).changed is False


def test_a_first_load_that_fails_leaves_nothing(store: Store) -> None:
    nowhere = chain_edge("REPRESSES", 9, MIR, ("Gene", "HGNC:0"), -1)
    with pytest.raises(StoreError):
        store.load(make_graph(edges=(*EDGES, nowhere)))
    assert store.release() is None
    assert store.load(make_graph()).counts == make_graph().counts()


def test_parameters_are_values_and_never_cypher(store: Store) -> None:
    store.load(make_graph())
    assert store.query(NAME, {"id": "x'}) RETURN 1 //"}) == []
    assert store.free(NAME, {"id": CCNG1[1]}).rows == ({"name": "CCNG1"},)


def test_a_free_query_gives_columns_and_rows(store: Store) -> None:
    store.load(make_graph())
    result = store.free("MATCH (g:Gene) RETURN g.name AS gene, size(g.id) AS n ORDER BY gene;")
    assert result.columns == ("gene", "n")
    assert result.rows == ({"gene": "CCNG1", "n": 9}, {"gene": "SLC9A1", "n": 10})
    assert result.truncated is False


def test_a_free_query_without_rows_still_names_its_columns(store: Store) -> None:
    store.load(make_graph())
    result = store.free("MATCH (c:Cancer) RETURN c.name AS cancer")
    assert (result.columns, result.rows, result.truncated) == (("cancer",), (), False)


def test_a_free_query_may_hold_comments(store: Store) -> None:
    store.load(make_graph())
    text = "/* CREATE (x) */ MATCH (g:Gene) // DELETE g\nRETURN count(g) AS n // the end"
    assert store.free(text).rows == ({"n": 2},)


@pytest.mark.parametrize("limit", [1, 3, 4])
def test_the_row_limit_cuts_and_says_so(store: Store, limit: int) -> None:
    store.load(make_graph())
    result = store.free("UNWIND range(1, 4) AS n RETURN n", row_limit=limit)
    assert [row["n"] for row in result.rows] == [1, 2, 3, 4][:limit]
    assert result.truncated is (limit < 4)


def test_the_time_limit_stops_a_query(store: Store) -> None:
    store.load(make_graph())
    endless = (
        "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b UNWIND range(1, 30) AS c RETURN max(a * b + c) AS m"
    )
    with pytest.raises(StoreRefused, match="longer than"):
        store.free(endless, seconds=1)
    assert store.free("RETURN 1 AS one").rows == ({"one": 1},)


def test_a_free_query_with_a_mistake_says_so(store: Store) -> None:
    store.load(make_graph())
    with pytest.raises(StoreRefused):
        store.free("MATCH (n RETURN n")
    with pytest.raises(StoreRefused):
        store.free("MATCH (n) RETURN m.name AS name")


def test_a_node_is_shown_as_plain_data(store: Store) -> None:
    store.load(make_graph())
    result = store.free("MATCH (d:Drug) RETURN d")
    wanted = {"label": "Drug", "id": DRUG[1], "name": "temozolomide", "kind": "small molecule"}
    assert result.rows == ({"d": wanted},)


def test_an_edge_is_shown_as_plain_data(store: Store) -> None:
    store.load(make_graph())
    result = store.free("MATCH ()-[e:SENSITISES_TO]->() RETURN e")
    edge = next(edge for edge in EDGES if edge.type == "SENSITISES_TO")
    assert result.rows == ({"e": {"type": "SENSITISES_TO", "id": edge.id, **edge.properties}},)


def test_a_path_is_shown_as_plain_data(store: Store) -> None:
    store.load(make_graph())
    result = store.free("MATCH p = (:Exosome)-[:CARRIES]->(:Cargo) RETURN p")
    path = result.rows[0]["p"]
    assert [node["label"] for node in path["nodes"]] == ["Exosome", "Cargo"]
    assert [node["id"] for node in path["nodes"]] == [VESICLE[1], MIR[1]]
    assert [edge["type"] for edge in path["edges"]] == ["CARRIES"]


def test_nested_values_are_shown_as_plain_data(store: Store) -> None:
    store.load(make_graph())
    result = store.free("MATCH (d:Drug) RETURN {drug: d, more: [d.name, 1, null, true]} AS value")
    value = result.rows[0]["value"]
    assert value["drug"]["name"] == "temozolomide"
    assert value["more"] == ["temozolomide", 1, None, True]


def test_explain_gives_a_plan_and_runs_nothing(store: Store) -> None:
    store.load(make_graph())
    result = store.free("EXPLAIN MATCH (g:Gene) RETURN g.name AS gene")
    assert result.rows
    assert result.columns == ("step", "operation", "estimated_rows")
    assert [row["step"] for row in result.rows] == list(range(1, len(result.rows) + 1))
    assert all(row["operation"].strip() for row in result.rows)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (n:Gene {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n:Gene) SET n.name = 'x' RETURN n",
        "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
        "CALL dbms.listConfig()",
        "SHOW USERS",
        "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
        "MATCH (n) CALL { WITH n DELETE n } RETURN 1",
        "DROP CONSTRAINT gene_id",
    ],
)
def test_free_cypher_only_reads(store: Store, statement: str) -> None:
    store.load(make_graph())
    before = held(store)
    with pytest.raises(StoreRefused):
        store.free(statement)
    assert held(store) == before


def test_the_address_names_the_store_without_a_password(store: Store) -> None:
    assert store.address.startswith(("embedded:", "bolt://", "neo4j"))
    assert "@" not in store.address
    assert "exograph-tests" not in store.address
