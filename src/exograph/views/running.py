"""The running sign of a path: is there more or less of each node, once the vesicle is there?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exograph.questions.answer import Path, PathNode
from exograph.views import line, names

UNKNOWN = 0
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Nodes that change together: +1 more of them, -1 less, UNKNOWN where the paper gives no direction."""

    sign: int
    nodes: tuple[PathNode, ...]

    def words(self) -> str:
        """`less CCNG1 and ADAM10`, `fewer Treg cells`, `more CD8+ T cell activity`, `changed drug efflux`."""
        return names.change(self.nodes, self.sign)


def changes(path: Path) -> tuple[Change, ...]:
    """Cargo, targets, pathways and cells in the order of the chain, siblings of one sign together.

    Drugs, cancers and whatever the derived last edge points to are left out, except the immune cell acted on.
    """
    by_key = {node.key: node for node in path.nodes}
    told: set[tuple[str, int]] = set()
    found = []
    for keys in _groups(path):
        # a protein that is carried and acts is two nodes of one id: told once
        reached = {key: path.changes.get(key, UNKNOWN) for key in keys if key in by_key}
        fresh = [key for key, sign in reached.items() if (key[1], sign) not in told]
        told.update((key[1], reached[key]) for key in fresh)
        for sign in (1, -1, UNKNOWN):
            nodes = tuple(by_key[key] for key in fresh if reached[key] == sign)
            if nodes:
                found.append(Change(sign, nodes))
    return tuple(found)


def _groups(path: Path) -> Iterator[list[Key]]:
    yield [node.key for node in names.cargo(path)]
    for edges in line.steps(path):
        yield [edge.target for edge in edges]
    yield [
        edge.target
        for edge in path.edges
        if (edge.derived or edge.type in names.LAST_EDGES) and edge.target[0] == "ImmuneCell" and path.sign
    ]
