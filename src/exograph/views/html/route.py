"""The strands: where each begins and ends at a box, and its curve."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exograph.questions.answer import PathEdge
from exograph.views.html.place import Stop

if TYPE_CHECKING:
    from exograph.views.html.layout import Box, Hop

Pair = tuple[int, int]
STRAND = 3.4  # px between strands that pass a column side by side
WIDEST_PORT = 12.0  # px between two ends at one side of a box
MARK_END = 6.0  # px left free at the target for a ring
EFFECT_END = 7.0  # px from the target to the middle of the sign of an effect


@dataclass(frozen=True, slots=True)
class Strand:
    """One hop of one claim. `points` are (x, y) pairs: begin, [way in, way out of each passed column], end."""

    claim: int
    source: int
    target: int
    edge: PathEdge | None
    effect: int | None
    points: tuple[tuple[float, float], ...]
    direction: int  # +1: the target's mark points right, -1: left
    bulge: float = 0.0  # >0: both ends on the right side of one column
    room: float = WIDEST_PORT  # px to the next end at the target, for the size of the mark


@dataclass(slots=True)
class _End:
    """An end of a hop at one side of a box; `toward` is the height it looks at."""

    hop: Hop
    box: int
    right: bool
    toward: float
    order: float
    y: float = 0.0
    room: float = WIDEST_PORT


def route(
    boxes: Sequence[Box],
    ways: Mapping[Pair, Sequence[Hop]],
    passing: Mapping[Pair, Sequence[int]],
    stops: Sequence[Stop],
) -> list[Strand]:
    """One strand a hop, in the order of claims."""
    middle = _claim_heights(boxes, ways)
    strands: list[Strand] = []
    ends: dict[tuple[int, bool], list[_End]] = defaultdict(list)
    pairs: list[tuple[Pair, Hop, _End, _End]] = []
    for (a, b), members in ways.items():
        same = boxes[a].layer == boxes[b].layer
        lane = passing[(a, b)]
        for hop in sorted(members, key=lambda h: (middle[h.claim], h.claim)):
            order = middle[hop.claim]
            first = _End(hop, a, True, stops[lane[0]].y if lane else boxes[b].y, order)
            last = _End(hop, b, same, stops[lane[-1]].y if lane else boxes[a].y, order)
            ends[(a, True)].append(first)
            ends[(b, same)].append(last)
            pairs.append(((a, b), hop, first, last))
    for (box, _), found in ends.items():
        _ports(boxes[box], found)
    place_in: dict[Pair, int] = defaultdict(int)
    for pair, hop, first, last in pairs:
        lane = passing[pair]
        offset = (place_in[pair] - (len(ways[pair]) - 1) / 2) * min(STRAND, 36.0 / len(ways[pair]))
        place_in[pair] += 1
        strands.append(_strand(boxes, hop, (first, last), [(stops[i].layer, stops[i].y + offset) for i in lane]))
    strands.sort(key=lambda s: (s.claim, s.edge.step if s.edge else 99, s.edge.id if s.edge else ""))
    return strands


def _claim_heights(boxes: Sequence[Box], ways: Mapping[Pair, Sequence[Hop]]) -> dict[int, float]:
    """Mean height of the boxes that a claim passes: neighbours in a bundle keep their order all along."""
    seen: dict[int, list[float]] = defaultdict(list)
    for members in ways.values():
        for hop in members:
            seen[hop.claim] += [boxes[hop.source].y, boxes[hop.target].y]
    return {claim: sum(found) / len(found) for claim, found in seen.items()}


def _ports(box: Box, found: list[_End]) -> None:
    """Spread the ends at one side of a box from top to bottom, in the order they look at."""
    found.sort(key=lambda end: (end.toward, end.order, end.hop.claim, end.hop.edge.id if end.hop.edge else ""))
    room = min(WIDEST_PORT, (box.h - 6.0) / max(len(found) - 1, 1))
    for rank, end in enumerate(found):
        end.y = box.y + (rank - (len(found) - 1) / 2) * room
        end.room = room if len(found) > 1 else WIDEST_PORT


def _strand(boxes: Sequence[Box], hop: Hop, ends: tuple[_End, _End], lane: Sequence[tuple[int, float]]) -> Strand:
    first, last = ends
    columns = {box.layer: (box.x, box.x + box.w) for box in boxes}
    begin = (boxes[first.box].x + boxes[first.box].w, first.y)
    finish = (boxes[last.box].x + (boxes[last.box].w if last.right else 0.0), last.y)
    points = [begin]
    for layer, y in lane:
        points += [(columns[layer][0], y), (columns[layer][1], y)]
    points.append(finish)
    at_first = hop.target == first.box
    target = first if at_first else last
    bulge = 16.0 + min(30.0, abs(first.y - last.y) * 0.12) if last.right else 0.0
    if at_first:
        points.reverse()
    direction = -1 if target.right else 1
    return Strand(hop.claim, hop.source, hop.target, hop.edge, hop.effect, tuple(points), direction, bulge, target.room)


def curve(strand: Strand, gap: float) -> str:
    """The strand as SVG path data (relative: shorter); it ends `gap` px before the target, where the mark stands."""
    points = [(round(x, 1), round(y, 1)) for x, y in strand.points]
    x, y = points[-1]
    points[-1] = (round(x - strand.direction * gap, 1), y)
    text = f"M{number(points[0][0])} {number(points[0][1])}"
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        dx, dy = bx - ax, by - ay
        bend = max(dx, 0.0) + strand.bulge if strand.bulge else dx / 2
        if dy == 0 and not strand.bulge:
            text += f"h{number(dx)}"
        else:
            text += f"c{number(bend)} 0 {number(bend)} {number(dy)} {number(dx)} {number(dy)}"
    return text


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
