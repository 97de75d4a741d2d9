"""Columns: which kinds stand where, and sub-columns for steps between nodes of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exograph.knowledge import kinds

Key = tuple[str, str]

KINDS = tuple(kind.label for kind in kinds.CHAIN)
DEEPEST = {"Gene": 2, "Cargo": 1, "Pathway": 1}  # further sub-columns of a kind; what is deeper bends back


@dataclass(frozen=True, slots=True)
class Layer:
    """One sub-column: nodes of `kind` that are `depth` same-kind steps down a chain."""

    kind: str
    depth: int


def depths(nodes: Iterable[Key], steps: Sequence[tuple[Key, Key]]) -> dict[Key, int]:
    """How many steps within its own kind lead to a node, capped by DEEPEST (so a circle ends too)."""
    depth = dict.fromkeys(nodes, 0)
    inner = [(a, b) for a, b in steps if a[0] == b[0] and a != b]
    for _ in range(max(DEEPEST.values())):
        for source, target in inner:
            deeper = min(depth[source] + 1, DEEPEST.get(target[0], 0))
            depth[target] = max(depth[target], deeper)
    return depth


def layers(depth: Mapping[Key, int]) -> tuple[Layer, ...]:
    """The sub-columns that hold a node, in the order of the chain."""
    used = {(key[0], level) for key, level in depth.items()}
    labels = [*KINDS, *sorted({kind for kind, _ in used} - set(KINDS))]
    ordered = (Layer(label, level) for label in labels for level in range(max(DEEPEST.values()) + 1))
    return tuple(layer for layer in ordered if (layer.kind, layer.depth) in used)
