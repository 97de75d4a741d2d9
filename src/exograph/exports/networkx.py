"""Answers as networkx graphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from exograph import __version__
from exograph.questions.answer import Answer, Path, PathEdge

if TYPE_CHECKING:
    import networkx


def to_networkx(answer: Answer, *, facts: bool = False) -> networkx.MultiDiGraph:
    """The paths of an answer as a MultiDiGraph.

    Nodes are keyed (label, id) and bear `label`, `id` and `name`; the same molecule carried here and targeted there is
    two nodes. Edges are keyed by their id and bear `type`, `step`, `derived`, `kind` (reported, assembled or fact) and,
    where there is one, `claim`, `publication`, `sign` and `effect`: the claim's effect, which is what to filter on.
    The type of a derived last edge says what the last molecule does, not the vesicle.

    `facts` adds what databases say of the drugs asked for (`source` names the database, and there is no `claim`).
    """
    import networkx

    graph = networkx.MultiDiGraph(
        question=answer.question, release=answer.release, sha256=answer.sha256, exograph=__version__
    )
    for path in answer.paths:
        _add(graph, path)
    for fact in answer.facts if facts else ():
        for node in (fact.source, fact.target):
            graph.add_node(node.key, label=node.label, id=node.id, name=node.name)
        graph.add_edge(
            fact.edge.source,
            fact.edge.target,
            key=fact.edge.id,
            **_properties(fact.edge, kind="fact", source=fact.edge.origin),
        )
    return graph


def _add(graph: Any, path: Path) -> None:
    graph.add_nodes_from((node.key, {"label": node.label, "id": node.id, "name": node.name}) for node in path.nodes)
    told = {"kind": path.kind, "claim": path.claim or None, "publication": path.paper.id, "effect": path.effect}
    for edge in path.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, **_properties(edge, **told))


def _properties(edge: PathEdge, **told: Any) -> dict[str, Any]:
    """Properties without the empty ones: many graph formats know no null."""
    held = {"type": edge.type, "step": edge.step, "derived": edge.derived, "sign": edge.sign, **told}
    return {name: value for name, value in held.items() if value is not None}


def claims_of(graph: Any, nodes: Iterable[tuple[str, str]]) -> set[str]:
    """The claims that run through all of these nodes: only where one is left is a way through them a path."""
    wanted = [
        {data.get("claim") for _, _, data in [*graph.in_edges(node, data=True), *graph.out_edges(node, data=True)]}
        for node in nodes
    ]
    found: set[str] = set.intersection(*wanted) if wanted else set()
    return {claim for claim in found if claim}
