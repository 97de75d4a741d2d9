"""Small graphs made by hand, for tests of the stores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exograph.knowledge.model import Edge, Graph, Node, Release, Table

MIR = ("Cargo", "mirbase:MIMAT0000421")
OTHER_MIR = ("Cargo", "mirbase:MIMAT0000076")
CCNG1 = ("Gene", "HGNC:1592")
SLC9A1 = ("Gene", "HGNC:11071")
DRUG = ("Drug", "MESH:D000077204")
VESICLE = ("Exosome", "exograph:exosome/1")
SOURCE = ("MscSource", "CL:0002570")

NODES = (
    Node(*SOURCE, {"name": "adipose tissue", "synonyms": ["ADSC", "fat"]}),
    Node(*VESICLE, {"name": "adipose tissue MSC exosomes", "kind": "native", "vesicle": "exosomes"}),
    Node(*MIR, {"name": "hsa-miR-122-5p", "kind": "miRNA"}),
    Node(*OTHER_MIR, {"name": "hsa-miR-21-5p", "kind": "miRNA"}),
    Node(*CCNG1, {"name": "CCNG1"}),
    Node(*SLC9A1, {"name": "SLC9A1"}),
    Node(*DRUG, {"name": "temozolomide", "kind": "small molecule"}),
)


def chain_edge(kind: str, number: int, source: tuple[str, str], target: tuple[str, str], sign: int | None) -> Edge:
    """An edge of the chain of claim `number`."""
    properties = {"claim": f"PMID:{number}/1", "sign": sign, "step": 2, "source": "claim"}
    kept = {key: value for key, value in properties.items() if value is not None}
    return Edge(kind, f"PMID:{number}/1#{kind}/{source[1]}/{target[1]}", source, target, kept)


# One type of edge from one label to two others, and twice between the same two nodes: bulk loaders merge such edges.
EDGES = (
    chain_edge("SECRETES", 1, SOURCE, VESICLE, None),
    chain_edge("CARRIES", 1, VESICLE, MIR, None),
    chain_edge("REPRESSES", 1, CCNG1, SLC9A1, -1),
    chain_edge("REPRESSES", 2, CCNG1, SLC9A1, -1),
    chain_edge("REPRESSES", 3, CCNG1, OTHER_MIR, -1),
    chain_edge("REPRESSES", 4, CCNG1, OTHER_MIR, -1),
    chain_edge("REPRESSES", 1, MIR, CCNG1, -1),
    chain_edge("REPRESSES", 2, MIR, CCNG1, -1),
    chain_edge("SENSITISES_TO", 1, SLC9A1, DRUG, 1),
)


def make_graph(
    nodes: Sequence[Node] = NODES, edges: Sequence[Edge] = EDGES, *, sha256: str = "a" * 64, tables: Sequence[str] = ()
) -> Graph:
    """These nodes and edges with the Release node that a build adds, sorted as a build sorts them."""
    release = Release("2026.11", sha256, "0.1.0", tuple(Table(table, "c" * 64) for table in tables))
    stamped = [*nodes, Node("Release", "exograph:release", release.properties())]
    return Graph(
        tuple(sorted(stamped, key=lambda node: node.key)),
        tuple(sorted(edges, key=lambda edge: (edge.type, edge.id))),
        release,
    )


def renamed(nodes: Sequence[Node], key: tuple[str, str], name: str) -> tuple[Node, ...]:
    """The nodes, one of them with another name."""
    return tuple(
        replace(node, properties={**node.properties, "name": name}) if node.key == key else node for node in nodes
    )
