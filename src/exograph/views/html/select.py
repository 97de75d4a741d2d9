"""Level of detail: which paths are drawn when an answer has more nodes than a reader can take in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exograph.questions.answer import Path

MOST_NODES = 300


@dataclass(frozen=True, slots=True)
class Selection:
    """Indices of the drawn paths (in the answer's order), and how much there is in all."""

    drawn: tuple[int, ...]
    nodes_drawn: int
    nodes: int

    @property
    def cut(self) -> bool:
        return self.nodes_drawn < self.nodes


def select(paths: Sequence[Path], most: int = MOST_NODES) -> Selection:
    """All paths if they have at most `most` nodes together, else the strongest that fit.

    Strength is the number of papers: of those that tell the same story (same cargo, same end, same sign), then of
    those that go through the path's weakest node; a tie keeps the answer's own order.
    """
    every = {node.key for path in paths for node in path.nodes}
    if len(every) <= most:
        return Selection(tuple(range(len(paths))), len(every), len(every))
    order = sorted(range(len(paths)), key=_strength(paths))
    taken: set[tuple[str, str]] = set()
    drawn: list[int] = []
    for index in order:
        more = {node.key for node in paths[index].nodes} - taken
        if len(taken) + len(more) <= most or not drawn:
            taken |= more
            drawn.append(index)
    return Selection(tuple(sorted(drawn)), len(taken), len(every))


def _story(path: Path) -> tuple[object, ...]:
    ends = tuple(node.key for label in ("Drug", "Cancer", "ImmuneCell") for node in path.of(label))
    return (tuple(node.key for node in path.of("Cargo")[:1]), ends, path.sign)


def _strength(paths: Sequence[Path]) -> Callable[[int], tuple[int, int, int]]:
    """Sort key of a path's index: many papers first."""
    by_story: dict[object, set[str]] = defaultdict(set)
    by_node: dict[object, set[str]] = defaultdict(set)
    for path in paths:
        by_story[_story(path)].add(path.paper.id)
        for node in path.nodes:
            by_node[node.key].add(path.paper.id)

    def key(index: int) -> tuple[int, int, int]:
        path = paths[index]
        through = [len(by_node[node.key]) for node in path.nodes if node.label not in {"Exosome", "Modality"}]
        return (-len(by_story[_story(path)]), -min(through, default=0), index)

    return key
