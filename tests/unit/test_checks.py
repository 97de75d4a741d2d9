"""The checks of a whole graph: each mistake is found, and only it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from exograph.knowledge.checks import check_graph, disagreements
from exograph.knowledge.findings import errors
from exograph.knowledge.model import Edge, Graph, Node
from exograph.knowledge.schema import load_schema
from tests.graphs import fixture_graph

GRAPH = fixture_graph("joins.tsv")
CLAIM = "PMID:1/1"


def found(graph: Graph) -> list[str]:
    return [finding.message for finding in errors(check_graph(graph, load_schema()))]


def edges(graph: Graph, wanted: Callable[[Edge], bool], change: Callable[[Edge], Edge | None]) -> Graph:
    changed = [change(edge) if wanted(edge) else edge for edge in graph.edges]
    return replace(graph, edges=tuple(edge for edge in changed if edge is not None))


def of_claim(kind: str) -> Callable[[Edge], bool]:
    return lambda edge: edge.type == kind and edge.properties.get("claim") == CLAIM


def with_properties(**changed: Any) -> Callable[[Edge], Edge]:
    return lambda edge: replace(edge, properties={**edge.properties, **changed})


def node(graph: Graph, key: tuple[str, str], **changed: Any) -> Graph:
    def one(held: Node) -> Node:
        kept = {name: value for name, value in {**held.properties, **changed}.items() if value is not None}
        return replace(held, properties=kept) if held.key == key else held

    return replace(graph, nodes=tuple(one(held) for held in graph.nodes))


def test_the_fixture_has_no_fault() -> None:
    assert found(GRAPH) == []


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (replace(GRAPH, nodes=(*GRAPH.nodes, GRAPH.nodes[0])), "stands 2 times"),
        (replace(GRAPH, edges=(*GRAPH.edges, GRAPH.edges[0])), "stands 2 times"),
        (edges(GRAPH, of_claim("CARRIES"), lambda e: replace(e, target=("Cargo", "nothing"))), "which is no node"),
        (replace(GRAPH, nodes=(*GRAPH.nodes, Node("Planet", "x", {"name": "x"}))), "label Planet"),
        (edges(GRAPH, of_claim("CARRIES"), lambda e: replace(e, type="HOLDS")), "type HOLDS"),
        (edges(GRAPH, of_claim("CARRIES"), lambda e: replace(e, type="SECRETES")), "no SECRETES from Exosome to Cargo"),
        (edges(GRAPH, of_claim("CARRIES"), with_properties(colour="red")), "no property colour"),
        (edges(GRAPH, of_claim("CARRIES"), with_properties(step="1")), "step is '1'"),
        (edges(GRAPH, of_claim("CARRIES"), with_properties(step=True)), "step is True"),
        (node(GRAPH, ("Claim", CLAIM), effect=None), "effect is missing"),
        (node(GRAPH, ("Claim", CLAIM), effect=""), "effect is missing"),
        (edges(GRAPH, lambda e: e.type == "REPORTED_IN" and e.source[1] == CLAIM, lambda e: None), "has no paper"),
        (edges(GRAPH, of_claim("REPRESSES"), with_properties(sign=1)), "has the sign -1"),
        (node(GRAPH, ("Claim", CLAIM), sign=-1), "has the sign +1"),
        (edges(GRAPH, lambda e: e.properties.get("claim") == CLAIM, lambda e: None), "has no chain"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_mistake_is_found(broken: Graph, says: str) -> None:
    messages = found(broken)
    assert len(messages) == 1, messages
    assert says in messages[0]


def test_is_a_joins_only_one_kind() -> None:
    crossed = Edge("IS_A", "x", ("Drug", "x"), ("Cancer", "y"), {"source": "vocabulary"})
    assert any("no IS_A from Drug to Cancer" in message for message in found(replace(GRAPH, edges=(crossed,))))


def test_a_broader_term_without_a_claim_is_a_warning() -> None:
    lonely = Node("Cancer", "DOID:0", {"name": "nothing"})
    found_ = [f for f in check_graph(replace(GRAPH, nodes=(*GRAPH.nodes, lonely)), load_schema()) if f.line == 0]
    assert [(finding.severity, "nothing (DOID:0)" in finding.message) for finding in found_] == [("warning", True)]


def test_genes_whose_claims_disagree_are_noted() -> None:
    def flipped(edge: Edge) -> Edge:
        return replace(edge, target=("Drug", drug), source=gene) if edge.properties["claim"] == "PMID:2/1" else edge

    first = next(edge for edge in GRAPH.edges if edge.properties.get("derived") and edge.properties["claim"] == CLAIM)
    drug, gene = first.target[1], first.source
    graph = edges(GRAPH, lambda edge: bool(edge.properties.get("derived")), flipped)
    notes = disagreements(graph)
    assert disagreements(GRAPH) == []
    assert [note.severity for note in notes] == ["note"]
    assert all(part in notes[0].message for part in ("Gene PTEN", "Drug cisplatin", CLAIM, "PMID:2/1"))
