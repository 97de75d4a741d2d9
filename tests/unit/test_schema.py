"""graph/schema.yaml, and that the DDL of both stores covers exactly its kinds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exograph.errors import DataError
from exograph.knowledge.effects import LAST_EDGE
from exograph.knowledge.schema import TYPES, EdgeKind, NodeKind, load_schema
from exograph.resources import cypher_dir
from exograph.stores.statements import statements
from tests.graphs import bundled_graph

NODE = re.compile(r"CREATE CONSTRAINT (\w+) IF NOT EXISTS FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE")
EDGE = re.compile(r"CREATE CONSTRAINT (\w+) IF NOT EXISTS FOR \(\)-\[e:(\w+)\]-\(\) REQUIRE e\.id IS UNIQUE")


def ddl(store: str) -> list[str]:
    return statements((cypher_dir() / "schema" / f"{store}.cypher").read_text(encoding="utf-8"))


@pytest.mark.parametrize("store", ["embedded", "neo4j"])
def test_the_ddl_covers_exactly_the_kinds(store: str) -> None:
    schema = load_schema()
    found = ddl(store)
    nodes = [match for text in found if (match := NODE.fullmatch(text))]
    edges = [match for text in found if (match := EDGE.fullmatch(text))]
    assert len(nodes) + len(edges) == len(found), "a statement of no known form"
    assert sorted(match[2] for match in nodes) == sorted(schema.nodes)
    # the embedded engine has no constraints on edges: the loader compares counts instead
    assert sorted(match[2] for match in edges) == (sorted(schema.edges) if store == "neo4j" else [])
    assert len({match[1] for match in (*nodes, *edges)}) == len(found)


def test_every_kind_and_property_has_a_sentence() -> None:
    schema = load_schema()
    kinds: list[NodeKind | EdgeKind] = [*schema.nodes.values(), *schema.edges.values()]
    for kind in kinds:
        assert kind.describe.endswith(".")
        assert kind.properties[0].name == "id"
        for prop in kind.properties:
            assert prop.describe.endswith("."), prop
            assert prop.type in TYPES
    assert {kind.group for kind in schema.edges.values()} == {"chain", "last", "fact", "role"}


def test_edges_join_kinds_that_exist() -> None:
    schema = load_schema()
    for kind in schema.edges.values():
        assert {*kind.sources, *kind.targets} <= set(schema.nodes)
        assert kind.sources
        assert kind.targets
    assert all(kind.sources == ("Claim",) for kind in schema.edges.values() if kind.group == "role")


def test_last_edges_are_those_that_an_effect_gives() -> None:
    schema = load_schema()
    last = {kind.type for kind in schema.edges.values() if kind.group == "last"}
    assert last == {*LAST_EDGE.values(), "NO_EFFECT_ON"}
    assert set(schema.chain_types()) - last == {
        "SECRETES", "CARRIES", "ACTIVATES", "REPRESSES", "ACTS_ON", "TESTED_IN",
    }  # fmt: skip


def test_every_kind_is_used_by_the_bundled_graph() -> None:
    graph, schema = bundled_graph(), load_schema()
    assert {node.label for node in graph.nodes} == set(schema.nodes)
    assert {edge.type for edge in graph.edges} == set(schema.edges)


def test_every_property_is_used_by_the_bundled_graph() -> None:
    graph, schema = bundled_graph(), load_schema()
    used = {(node.label, name) for node in graph.nodes for name in node.properties}
    used |= {(edge.type, name) for edge in graph.edges for name in edge.properties}
    declared = {(label, prop.name) for label, kind in schema.nodes.items() for prop in kind.properties}
    assert used - declared - {(type_, p.name) for type_, k in schema.edges.items() for p in k.properties} == set()
    # what a store adds: where it stands, what wrote it, which tables of the user it holds, that it is being loaded
    by_a_store = {"tables", "tables_sha256", "engine", "path", "loading"}
    missing = {(label, name) for label, name in declared - used if name not in {"id", "synonyms"}}
    assert missing == {("Release", name) for name in by_a_store}


@pytest.mark.parametrize(
    "content", [b"", b"nodes: [", b"nodes: {}", b"nodes: {A: {}}\nedges: {}", b"\xff\xfe\x00", b"42"],
    ids=["empty", "no YAML", "no edges", "no sentence", "no UTF-8", "a number"],
)  # fmt: skip
def test_what_is_no_schema(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "schema.yaml"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"schema\.yaml"):
        load_schema(path)
