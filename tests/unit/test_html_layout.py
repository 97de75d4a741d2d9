"""The drawing's geometry: nothing overlaps, every hop is drawn, ends meet boxes, the strongest are kept."""

from __future__ import annotations

from itertools import combinations

import pytest

from exograph.knowledge.kinds import heading
from exograph.views.html.condense import MOST_PREPARATIONS, condense
from exograph.views.html.labels import preparation_kind, vesicle, width, wrap
from exograph.views.html.layers import KINDS, depths
from exograph.views.html.layout import PAD_X, Box, Drawing, draw
from exograph.views.html.place import Stop, link, place
from exograph.views.html.select import select
from exograph.views.html.words import steps
from tests.unit.answers import WORKED, make_path
from tests.unit.html_answers import sized

SIZES = [1, 6, 30, 60, 120, 300]


def drawing(nodes: int) -> Drawing:
    answer = sized(nodes)
    return draw(answer.paths, select(answer.paths).drawn)


def overlap(a: Box, b: Box) -> bool:
    apart = a.x + a.w <= b.x or b.x + b.w <= a.x or a.y + a.h / 2 <= b.y - b.h / 2 or b.y + b.h / 2 <= a.y - a.h / 2
    return not apart


@pytest.mark.parametrize("nodes", SIZES)
def test_boxes_never_overlap_and_stay_inside(nodes: int) -> None:
    made = drawing(nodes)
    assert not [(a.node, b.node) for a, b in combinations(made.boxes, 2) if overlap(a, b)]
    for box in made.boxes:
        assert box.x >= 0
        assert box.x + box.w <= made.width
        assert box.y - box.h / 2 >= 0
        assert box.y + box.h / 2 <= made.height


@pytest.mark.parametrize("nodes", SIZES)
def test_labels_fit_their_boxes(nodes: int) -> None:
    for box in drawing(nodes).boxes:
        assert all(width(text) <= box.w - 2 * PAD_X + 0.01 for text in box.lines)
        assert len(box.lines) * 15 <= box.h


@pytest.mark.parametrize("nodes", SIZES)
def test_strands_begin_and_end_at_their_boxes(nodes: int) -> None:
    made = drawing(nodes)
    for strand in made.strands:
        for number, (x, y) in ((strand.source, strand.points[0]), (strand.target, strand.points[-1])):
            box = made.boxes[number]
            assert x in (box.x, box.x + box.w)
            assert box.y - box.h / 2 <= y <= box.y + box.h / 2


@pytest.mark.parametrize("nodes", SIZES)
def test_every_edge_of_every_claim_is_one_strand(nodes: int) -> None:
    answer, made = sized(nodes), drawing(nodes)
    drawn = [(s.claim, s.edge.id) for s in made.strands if s.edge]
    assert sorted(drawn) == sorted((i, edge.id) for i, path in enumerate(answer.paths) for edge in path.edges)


def test_passing_strands_keep_clear_of_boxes() -> None:
    made = drawing(60)
    crossed = [
        (strand.edge, box.node.name)
        for strand in made.strands
        for (ax, ay), (bx, by) in zip(strand.points, strand.points[1:], strict=False)
        if ay == by
        for box in made.boxes
        if box.x >= min(ax, bx) and box.x + box.w <= max(ax, bx) and abs(box.y - ay) < box.h / 2
    ]
    assert not crossed


def test_parallel_claims_keep_strands_of_their_own() -> None:
    paths = [make_path(f"PMID:{i}/1", mechanism="miR-1 -| G1", drugs=["x"], cancers=["y"]) for i in range(1, 6)]
    made = draw(paths, range(5))
    ends = [strand.points[0] for strand in made.strands if strand.edge and strand.edge.type == "REPRESSES"]
    assert len(set(ends)) == 5


def test_columns_follow_the_chain_and_back_steps_are_drawn_backwards() -> None:
    path = make_path(mechanism="miR-1827 -| SUCNR1 -> [M2 macrophage] -> G2", drugs=["x"], cancers=["y"])
    made = draw([path], [0])
    kinds = [column.kind for column in made.columns]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert [column.heading for column in made.columns] == [heading(kind) for kind in kinds]
    back = next(s for s in made.strands if s.edge and s.edge.source[0] == "ImmuneCell" and s.edge.target[0] == "Gene")
    assert back.direction == -1
    assert back.points[0][0] > back.points[-1][0]


def test_genes_down_a_chain_stand_in_sub_columns_and_circles_end() -> None:
    a, b, c = ("Gene", "a"), ("Gene", "b"), ("Gene", "c")
    assert depths([a, b], [(a, b)]) == {a: 0, b: 1}
    assert max(depths([a, b, c], [(a, b), (b, c), (c, a)]).values()) == 2


def test_fewer_crossings_than_as_written() -> None:
    stops = [Stop(i, i // 3, 10.0, True) for i in range(6)]
    for left, right in ((0, 5), (1, 4), (2, 3)):
        link(stops, left, right, 1.0)
    order = place(stops, 2)
    rank = {index: at for column in order for at, index in enumerate(column)}
    assert [rank[0] - rank[1] < 0, rank[1] - rank[2] < 0] == [rank[5] - rank[4] < 0, rank[4] - rank[3] < 0]


def test_many_preparations_are_condensed_without_losing_claims() -> None:
    paths = [make_path(f"PMID:{i}/1", exosome=f"MSC exosomes (engineered: {i})", drugs=["x"], cancers=["y"])
             for i in range(MOST_PREPARATIONS + 1)]  # fmt: skip
    condensed, boxes = condense(paths)
    assert len({node.key for path in condensed for node in path.of("Exosome")}) == 1
    assert len(boxes) == MOST_PREPARATIONS + 1
    assert [len(path.edges) for path in condensed] == [len(path.edges) for path in paths]
    assert condense(paths[:-1]) == (paths[:-1], {})


def test_selection_keeps_what_most_papers_report() -> None:
    strong = [make_path(f"PMID:{i}/1", mechanism="miR-1 -| G1", drugs=["x"], cancers=["y"]) for i in range(3)]
    weak = make_path("PMID:99/1", mechanism="miR-2 -| G2", source="liver", drugs=["z"], cancers=["w"])
    chosen = select([weak, *strong], most=7)
    assert chosen.drawn == (1, 2, 3)
    assert chosen.cut
    assert not select([weak, *strong]).cut


@pytest.mark.parametrize(
    ("name", "short", "kind"),
    [
        ("adipose tissue MSC exosomes", "exosomes", "native"),
        ("MSC exosomes (engineered: MUC1 aptamer (anti-MUC1))", "engineered: MUC1 aptamer (anti-MUC1)", "engineered"),
        ("liver MSC microvesicles (primed: 2 Gy)", "microvesicles, primed: 2 Gy", "primed"),
        ("something else", "something else", "other"),
    ],
)
def test_preparation_names(name: str, short: str, kind: str) -> None:
    assert vesicle(name) == short
    assert preparation_kind(name) == kind


@pytest.mark.parametrize(
    "text", ["", "\x00", "a" * 500, "non-small cell lung cancer", "間葉系幹細胞エクソソーム", "\u202eabc", " - - "]
)
def test_wrapped_lines_fit(text: str) -> None:
    lines = wrap(text, 90, 2)
    assert 1 <= len(lines) <= 2
    assert all(lines)
    assert all(width(line) <= 90 for line in lines)


def test_steps_carry_the_running_sign() -> None:
    chain = steps(WORKED["38b"])
    assert [(step.verb, step.running) for step in chain[2:6]] == [
        ("carry", 1),
        ("activates", 1),
        ("represses", -1),
        ("represses", 1),
    ]
    assert chain[-1].derived
