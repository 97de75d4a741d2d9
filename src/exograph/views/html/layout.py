"""Where everything stands: boxes in columns by kind, one strand for each claim and hop.

Equal nodes are merged into one box, claims are not: a claim keeps its own strand through every box it passes, so a
way along strands of one claim is one experiment, and nothing else is a way.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.knowledge import kinds
from exograph.questions.answer import Fact, Path, PathEdge, PathNode
from exograph.views.html import layers, place
from exograph.views.html.labels import LINE_HEIGHT, vesicle, width, wrap
from exograph.views.html.layers import Key
from exograph.views.html.route import Strand, route

LABEL_MOST = {"Exosome": 124.0, "Cancer": 112.0, "Cargo": 118.0}  # px, widest label of a kind
LABEL_ELSE = 104.0
LABEL_LEAST = 34.0
LINES = {"Exosome": 3}
BOLD = frozenset({"Drug", "Cancer"})  # as page.css has them
PAD_X = 9.0
PAD_Y = 5.0
GUTTER = 62.0  # px between columns of different kinds
INNER_GUTTER = 46.0  # px between sub-columns of one kind
MARGIN = 14.0
TALLEST = 168.0  # px, a box that very many claims pass
EFFECT_PORT = 11.0  # px between the ends of strands that carry an effect sign
PORT = 5.0  # px between other ends


@dataclass(slots=True)
class Box:
    """A node of the drawing: left edge `x`, middle `y`."""

    node: PathNode
    lines: tuple[str, ...]
    layer: int
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """A kind's band; sub-columns of one kind share it."""

    kind: str
    heading: str
    x: float
    w: float


@dataclass(slots=True)
class Hop:
    """An edge to be drawn: `claim` is the path's index, -1 for a fact; `edge` None for a role without an edge."""

    claim: int
    source: int  # box
    target: int  # box
    edge: PathEdge | None
    effect: int | None = None  # sign of the claim's effect on a last edge


@dataclass(slots=True)
class Drawing:
    """Everything that svg.py needs."""

    boxes: list[Box]
    strands: list[Strand]
    columns: list[Column]
    width: float
    height: float
    index: dict[Key, int] = field(default_factory=dict)


def draw(paths: Sequence[Path], chosen: Sequence[int], facts: Sequence[Fact] = ()) -> Drawing:
    """Lay out the paths with the indices `chosen`, and `facts` beside them."""
    nodes = _nodes(paths, chosen, facts)
    steps = [(edge.source, edge.target) for i in chosen for edge in paths[i].edges]
    steps += [(fact.edge.source, fact.edge.target) for fact in facts if fact.edge.type != "IS_A"]
    depth = layers.depths(nodes, steps)
    shelf = layers.layers(depth)
    layer_of = {layer: place_ for place_, layer in enumerate(shelf)}
    boxes = [Box(node, _label(node), layer_of[layers.Layer(node.label, depth[key])]) for key, node in nodes.items()]
    index = {box.node.key: place_ for place_, box in enumerate(boxes)}
    hops = _hops(paths, chosen, facts, index)
    _sizes(boxes, hops)
    columns, total = _columns(boxes, shelf)
    strands, height = _arrange(boxes, hops, len(shelf))
    return Drawing(boxes, strands, columns, total, height, index)


def _nodes(paths: Sequence[Path], chosen: Sequence[int], facts: Sequence[Fact]) -> dict[Key, PathNode]:
    """Every node to draw, first seen first; ends of a fact are drawn too."""
    found: dict[Key, PathNode] = {}
    for i in chosen:
        for node in paths[i].nodes:
            found.setdefault(node.key, node)
    for fact in facts:
        found.setdefault(fact.source.key, fact.source)
        found.setdefault(fact.target.key, fact.target)
    return found


def _label(node: PathNode) -> tuple[str, ...]:
    name = vesicle(node.name) if node.label == "Exosome" else node.name
    most, lines = LABEL_MOST.get(node.label, LABEL_ELSE), LINES.get(node.label, 2)
    return wrap(name, most, lines, bold=node.label in BOLD)


def _hops(paths: Sequence[Path], chosen: Sequence[int], facts: Sequence[Fact], index: dict[Key, int]) -> list[Hop]:
    hops = []
    for i in chosen:
        path = paths[i]
        touched: set[Key] = set()
        end: Key | None = None
        for edge in path.edges:
            if edge.source not in index or edge.target not in index or edge.source == edge.target:
                continue
            touched |= {edge.source, edge.target}
            end = edge.target if edge.derived else end
            effect = path.sign if edge.derived else None
            hops.append(Hop(i, index[edge.source], index[edge.target], edge, effect))
        for node in path.nodes:  # a role without an edge (the cancer of an immune claim) hangs on the claim's end
            if node.key not in touched and end is not None and node.label in {"Cancer", "Modality", "ImmuneCell"}:
                hops.append(Hop(i, index[end], index[node.key], None))
    for fact in facts:
        if fact.edge.source != fact.edge.target:
            hops.append(Hop(-1, index[fact.edge.source], index[fact.edge.target], fact.edge))
    return hops


def _sizes(boxes: list[Box], hops: Sequence[Hop]) -> None:
    """Heights: room for the label and for the ends of the strands."""
    need: dict[tuple[int, bool], float] = defaultdict(float)
    for hop in hops:
        forward = boxes[hop.source].layer < boxes[hop.target].layer
        same = boxes[hop.source].layer == boxes[hop.target].layer
        need[(hop.source, forward or same)] += PORT
        need[(hop.target, not forward)] += PORT if hop.effect is None else EFFECT_PORT
    for place_, box in enumerate(boxes):
        label = len(box.lines) * LINE_HEIGHT + 2 * PAD_Y
        ports = max(need[(place_, False)], need[(place_, True)]) + 4.0
        box.h = max(label, min(ports, TALLEST))


def _columns(boxes: list[Box], shelf: Sequence[layers.Layer]) -> tuple[list[Column], float]:
    """Set `x` and `w` of every box; return the bands and the width of all."""
    widest = [LABEL_LEAST] * len(shelf)
    for box in boxes:
        widest[box.layer] = max(widest[box.layer], *(width(line, bold=box.node.label in BOLD) for line in box.lines))
    x, left, columns = MARGIN, [], list[Column]()
    for place_, layer in enumerate(shelf):
        heading = kinds.heading(layer.kind)
        if place_:
            x += INNER_GUTTER if shelf[place_ - 1].kind == layer.kind else GUTTER
        w = float(math.ceil(widest[place_] + 2 * PAD_X))
        left.append(x)
        if columns and columns[-1].kind == layer.kind:
            columns[-1] = Column(layer.kind, heading, columns[-1].x, x + w - columns[-1].x)
        else:
            columns.append(Column(layer.kind, heading, x, max(w, width(heading))))
            w = float(math.ceil(max(w, width(heading))))
        widest[place_] = w
        x += w
    for box in boxes:
        box.x, box.w = left[box.layer], widest[box.layer]
    return columns, x + MARGIN


def _arrange(boxes: list[Box], hops: list[Hop], count: int) -> tuple[list[Strand], float]:
    """Heights of boxes and of the ways between them, then the strands."""
    stops = [place.Stop(i, box.layer, box.h, True) for i, box in enumerate(boxes)]
    ways: dict[tuple[int, int], list[Hop]] = defaultdict(list)
    for hop in hops:
        a, b = sorted((hop.source, hop.target), key=lambda i: (boxes[i].layer, i))
        ways[(a, b)].append(hop)
    passing: dict[tuple[int, int], list[int]] = {}
    for (a, b), members in ways.items():
        chain = [a]
        for layer in range(boxes[a].layer + 1, boxes[b].layer):
            stops.append(place.Stop(len(stops), layer, min(len(members), 12) * 3.0, False))
            chain.append(stops[-1].index)
        passing[(a, b)] = chain[1:]
        if boxes[a].layer != boxes[b].layer:
            chain.append(b)
            for one, other in itertools.pairwise(chain):
                link_weight = len(members) * (1.0 if stops[one].box and stops[other].box else 2.0)
                place.link(stops, one, other, link_weight)
    place.place(stops, count)
    for stop in stops:
        stop.y += MARGIN
    for i, box in enumerate(boxes):
        box.y = stops[i].y
    height = max((stop.y + stop.height / 2 for stop in stops), default=0.0) + MARGIN
    return route(boxes, ways, passing, stops), height
