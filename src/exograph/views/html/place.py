"""Order within the columns (few crossings) and heights (short, straight ways): a layered drawing.

The usual three steps of layered graph drawing (Sugiyama, Tagawa and Toda 1981): ways over several columns get a stop
in each column between, the order is improved by sweeps of neighbour means, and heights are the least-squares
solution under a fixed order and least distances (pool adjacent violators). All deterministic.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

SWEEPS = 10
GAP = 9.0  # px between two boxes
LANE_GAP = 5.0  # px between a box and a way that passes, or between two such ways


@dataclass(slots=True)
class Stop:
    """A box (`box` true) or a way that passes a column; `y` is its middle."""

    index: int
    layer: int
    height: float
    box: bool
    y: float = 0.0
    left: list[tuple[int, float]] = field(default_factory=list)  # (stop, weight) in the column before
    right: list[tuple[int, float]] = field(default_factory=list)


def link(stops: Sequence[Stop], a: int, b: int, weight: float) -> None:
    """Join two stops of neighbouring columns, `a` left of `b`."""
    stops[a].right.append((b, weight))
    stops[b].left.append((a, weight))


def place(stops: Sequence[Stop], count: int) -> list[list[int]]:
    """Set every stop's `y` and return the order of the `count` columns, top to bottom."""
    columns: list[list[int]] = [[] for _ in range(count)]
    for stop in stops:
        columns[stop.layer].append(stop.index)
    best, fewest = [list(c) for c in columns], _crossings(stops, columns)
    for sweep in range(SWEEPS):
        forward = sweep % 2 == 0
        for column in columns if forward else columns[::-1]:
            _sort_by_neighbours(stops, columns, column, forward)
        crossings = _crossings(stops, columns)
        if crossings < fewest:
            best, fewest = [list(c) for c in columns], crossings
    _heights(stops, best)
    return best


def _ranks(columns: Sequence[Sequence[int]]) -> dict[int, float]:
    return {index: (rank + 0.5) / len(column) for column in columns for rank, index in enumerate(column)}


def _sort_by_neighbours(
    stops: Sequence[Stop], columns: Sequence[Sequence[int]], column: list[int], forward: bool
) -> None:
    """Order one column by the mean rank of its neighbours; a stop without any keeps its place."""
    rank = _ranks(columns)

    def mean(index: int) -> float:
        near = stops[index].left if forward else stops[index].right
        total = sum(weight for _, weight in near)
        return sum(rank[other] * weight for other, weight in near) / total if near else rank[index]

    column.sort(key=lambda index: (mean(index), rank[index]))


def _crossings(stops: Sequence[Stop], columns: Sequence[Sequence[int]]) -> int:
    """Number of crossing pairs of links between neighbouring columns."""
    rank = {index: place for column in columns for place, index in enumerate(column)}
    total = 0
    for column in columns:
        seen: list[int] = []
        for index in column:
            ends = sorted(rank[other] for other, _ in stops[index].right)
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _heights(stops: Sequence[Stop], columns: Sequence[Sequence[int]]) -> None:
    """Heights by repeated least squares, column by column, from both sides."""
    for column in columns:
        _settle(stops, column, [0.0] * len(column), [1.0] * len(column))
    for sweep in range(2 * SWEEPS):
        both = sweep >= SWEEPS
        for column in columns if sweep % 2 == 0 else columns[::-1]:
            wish, weight = [], []
            for index in column:
                stop = stops[index]
                near = stop.left + stop.right if both else (stop.left if sweep % 2 == 0 else stop.right)
                total = sum(w for _, w in near)
                wish.append(sum(stops[o].y * w for o, w in near) / total if near else stop.y)
                weight.append(total if near else 0.2)
            _settle(stops, column, wish, weight)
    top = min((stop.y - stop.height / 2 for stop in stops), default=0.0)
    for stop in stops:
        stop.y -= top


def _settle(stops: Sequence[Stop], column: Sequence[int], wish: Sequence[float], weight: Sequence[float]) -> None:
    """Put a column as near to its wishes as order and distances allow (pool adjacent violators)."""
    offsets, run = [], 0.0
    for place, index in enumerate(column):
        if place:
            run += _distance(stops[column[place - 1]], stops[index])
        offsets.append(run)
    pools: list[list[float]] = []  # [weighted sum, weight, members]
    for wanted, mass, offset in zip(wish, weight, offsets, strict=True):
        pools.append([(wanted - offset) * mass, mass, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    place = 0
    for total, mass, members in pools:
        for _ in range(int(members)):
            stops[column[place]].y = total / mass + offsets[place]
            place += 1


def _distance(above: Stop, below: Stop) -> float:
    gap = GAP if above.box and below.box else LANE_GAP
    return (above.height + below.height) / 2 + gap
