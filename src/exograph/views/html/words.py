"""A path step by step: what each step does, and the running sign of what it reaches (more, less)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exograph.questions.answer import Path, PathEdge, PathNode

Key = tuple[str, str]

OTHER = "leads to"
VERBS: Mapping[str, str] = {
    "SECRETES": "shed",
    "CARRIES": "carry",
    "ACTIVATES": "activates",
    "REPRESSES": "represses",
    "ACTS_ON": "acts on",
    "SENSITISES_TO": "sensitises to",
    "CONFERS_RESISTANCE_TO": "confers resistance to",
    "SUPPRESSES": "suppresses",
    "PROMOTES": "promotes",
    "ACTIVATES_CELL": "activates",
    "SUPPRESSES_CELL": "suppresses",
    "NO_EFFECT_ON": "does not change",
    "TESTED_IN": "tested in",
    "IS_A": "is a kind of",
    "BELONGS_TO": "belongs to",
    "TARGETS": "targets",
    "": OTHER,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: siblings reached together. `running`: +1 more, -1 less, None unknown."""

    verb: str
    sign: int | None
    nodes: tuple[PathNode, ...]
    running: int | None
    derived: bool
    alone: str = ""  # derived step: what the last molecule by itself does, as the projection says


def verb(edge_type: str) -> str:
    """The edge's type as a verb; OTHER for a type that the schema does not have."""
    return VERBS.get(edge_type, OTHER)


def steps(path: Path) -> list[Step]:
    """The chain from the MSC source to the end; the first step has no verb. A path without edges gives its nodes."""
    by_key = {node.key: node for node in path.nodes}
    groups: dict[int, list[PathEdge]] = {}
    for edge in path.edges:
        if edge.source in by_key and edge.target in by_key:
            groups.setdefault(edge.step, []).append(edge)
    if not groups:
        return [Step("", None, (node,), None, False) for node in path.nodes]
    first = groups[min(groups)]
    chain = [Step("", None, _nodes(by_key, [edge.source for edge in first]), None, False)]
    for number in sorted(groups):
        edges = groups[number]
        edge, targets = edges[0], _nodes(by_key, [edge.target for edge in edges])
        amounts = {path.changes.get(node.key) for node in targets}
        running = None if edge.derived or len(amounts) > 1 else amounts.pop()
        alone = _alone(_nodes(by_key, [edge.source for edge in edges]), edge, targets)
        chain.append(Step(verb(edge.type), edge.sign, targets, running, edge.derived, alone))
    return chain


def _alone(last: Sequence[PathNode], edge: PathEdge, ends: Sequence[PathNode]) -> str:
    """`SLC9A1 by itself confers resistance to cisplatin`: a derived edge of known direction, said in full."""
    if not edge.derived or not edge.sign or edge.source[0] == "Exosome":
        return ""
    names = ", ".join(node.name for node in last)
    each = f"each of {names}" if len(last) > 1 else names
    return f"{each} by itself {verb(edge.type)} {', '.join(node.name for node in ends)}"


def _nodes(by_key: Mapping[Key, PathNode], keys: Sequence[Key]) -> tuple[PathNode, ...]:
    return tuple(by_key[key] for key in dict.fromkeys(keys))
