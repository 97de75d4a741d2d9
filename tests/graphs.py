"""Graphs made from claim tables of tests/data/fixtures, with the bundled vocabularies."""

from __future__ import annotations

import functools
from dataclasses import replace
from pathlib import Path

from exograph import build
from exograph.knowledge.findings import errors
from exograph.knowledge.grounded import ground_claims
from exograph.knowledge.model import Edge, Graph, Release
from exograph.knowledge.rows import read_claims
from exograph.knowledge.vocabulary import Vocabulary

FIXTURES = Path(__file__).parent / "data" / "fixtures"


@functools.cache
def vocabulary() -> Vocabulary:
    """The bundled vocabularies, read once a session."""
    return Vocabulary.load()


@functools.cache
def fixture_graph(name: str) -> Graph:
    """The graph of one table of tests/data/fixtures."""
    claims, findings = read_claims(FIXTURES / name)
    grounded, more = ground_claims(claims, vocabulary())
    assert not errors([*findings, *more])
    return build.make_graph(grounded, vocabulary(), {}, Release("fixture", name, "0"))


@functools.cache
def bundled_graph() -> Graph:
    """The graph of the bundled claims, read once a session."""
    graph = build.read().graph
    assert graph is not None
    return graph


def with_database_facts(graph: Graph) -> Graph:
    """The graph and two chained facts of databases that no claim reports: same kinds of edge, no `claim`."""
    exosome = next(node for node in graph.nodes if node.label == "Exosome")
    cargo = next(node for node in graph.nodes if node.name == "miR-122")
    gene = next(node for node in graph.nodes if node.name == "NUMB")
    facts = (
        Edge("CARRIES", "fact:1", exosome.key, cargo.key, {"source": "Vesiclepedia"}),
        Edge("REPRESSES", "fact:2", cargo.key, gene.key, {"source": "miRTarBase", "sign": -1}),
    )
    return replace(graph, edges=tuple(sorted((*graph.edges, *facts), key=lambda edge: (edge.type, edge.id))))
