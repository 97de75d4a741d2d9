"""An answer for the terminal."""

from __future__ import annotations

import re
import time

import pytest

from exograph.questions.answer import Hidden, Nearest, Nothing, Reply, Understood
from exograph.views import table
from exograph.views.terminal import width
from tests.unit.answers import (
    WORKED,
    all_effects,
    hostile_answer,
    make_answer,
    make_fact,
    make_paper,
    make_path,
)

ANSI = re.compile(r"\x1b\[[0-9;]*m")
PATH = make_path(
    "PMID:601/1",
    effect="sensitises",
    mechanism="miR-9 -| ABCB1",
    drugs=["temozolomide"],
    cancers=["glioma"],
    markers=[("BAX", "up"), ("BCL2", "down")],
    opposed_by=("PMID:602/1", "PMID:603/1"),
)
OTHER = make_path(
    "PMID:603/1",
    effect="no effect",
    mechanism="miR-9",
    drugs=["temozolomide"],
    cancers=["glioma"],
    source="adipose tissue",
    opposed_by=("PMID:601/1",),
)
SAME = make_path(
    "PMID:602/1",
    effect="confers resistance",
    mechanism="miR-9 -> ABCB1",
    drugs=["temozolomide"],
    cancers=["glioma"],
    opposed_by=("PMID:601/1",),
    paper=make_paper(602, status="retracted", status_page="https://example.org/r"),
    species="",
)
WHOLE = """\
Understood: TMZ = temozolomide (Drug)

Reported: 1 claim from 1 paper
 1  bone marrow MSC exosomes > miR-9 -| ABCB1 => sensitises to temozolomide in glioma
    (+) sensitises · Wang X 2001 · PMID 601 · in vitro · human
    markers: BAX up, BCL2 down
    opposed by 2: PMID:602/1, PMID:603/1

Opposing: 2 claims with another sign on the same question
 *  bone marrow MSC exosomes > miR-9 -> ABCB1 => confers resistance to temozolomide in glioma
    (-) confers resistance · Wang X 2002 · PMID 602 · in vitro
    ! RETRACTED (https://example.org/r)
    opposed by 1: PMID:601/1
 *  adipose tissue MSC exosomes > miR-9 => no effect on temozolomide in glioma
    (0) no effect · Wang X 2003 · PMID 603 · in vitro · human · other source
    opposed by 1: PMID:601/1

Bone marrow MSC exosomes carry miR-9: less ABCB1, and temozolomide works better in glioma (in vitro;
human; Wang X 2001, PMID 601). One claim of one paper reports it; against it: 1 claim found no
effect (PMID 603), 1 claim says the opposite, confers resistance (PMID 602 [retracted]).

Databases say beside it (no part of a path)
  - cetuximab TARGETS EGFR (antibody; DrugMechDB)

glioma includes glioblastoma
Left out: 2 claims from retracted papers and 1 claim beyond the limit.
data 2026.11 0123456789ab
"""


def show(answer: object, columns: int = 100, colour: bool = False) -> str:
    return table.text(answer, width=columns, colour=colour)  # type: ignore[arg-type]


def test_the_whole_answer() -> None:
    answer = make_answer(
        PATH,
        understood=(Understood("TMZ", "Drug", "test:temozolomide", "temozolomide"),),
        opposing=(OTHER, SAME),
        facts=(make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR"), action="antibody"),),
        hidden=Hidden(retracted=2, over_limit=1),
        notes=("glioma includes glioblastoma",),
    )
    assert show(answer) == WHOLE
    coloured = show(answer, colour=True)
    assert ANSI.sub("", coloured) == WHOLE
    assert "\x1b[34m(+)\x1b[0m" in coloured
    assert "\x1b[33m(-)\x1b[0m" in coloured


def test_each_effect_carries_its_sign() -> None:
    shown = show(make_answer(*all_effects()))
    assert re.findall(r"^    \((.)\) ", shown, re.M) == ["+", "+", "-", "+", "-", "+", "-", "0"]


def test_loaded_and_assembled_stand_under_their_own_headings() -> None:
    assembled = make_path("H/1", effect="promotes tumour", mechanism="miR-1 -| A", cancers=["glioma"], kind="assembled",
                          joins=("joined at A: the cancers differ",))  # fmt: skip
    shown = show(make_answer(assembled, WORKED["26"], WORKED["154"]))
    order = [
        "Reported: 1 claim from 1 paper\n 1  ",
        "Vesicles loaded with the drug itself: 1 claim from 1 paper\n 2  ",
        "Assembled, a hypothesis each, reported by no paper as a whole: 1 path\n 3  ",
        "    joined: joined at A: the cancers differ\n",
    ]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)


def test_claims_of_one_paper_are_not_counted_as_papers() -> None:
    assert "Reported: 2 claims from 1 paper" in show(make_answer(WORKED["38a"], WORKED["38b"]))


def test_nothing_found_says_why_and_gives_a_command_that_can_be_pasted() -> None:
    command = "exograph mechanism --drug gefitinib --cancer 'non-small cell lung cancer' --effect 'reverses resistance'"
    nothing = Nothing("No claim tests cetuximab.", (Nearest("gefitinib: 2 claims", command),))
    shown = show(make_answer(nothing=nothing, release=""), columns=60)
    assert shown == f"No claim tests cetuximab.\n\nNearest that exists\n  - gefitinib: 2 claims\n    {command}\n"


def test_a_list_is_shown_in_columns() -> None:
    reply = Reply(
        "list", "2 cargos suppress T cells.", ({"cargo": "miR-21", "claims": 12}, {"cargo": "let-7c", "claims": 3})
    )
    assert show(make_answer(reply=reply, release="")) == (
        "2 cargos suppress T cells.\n\ncargo   claims\nmiR-21  12\nlet-7c  3\n"
    )


def test_items_of_different_keys_lists_and_truth() -> None:
    assert table.columns_of([{"a": 1}, {"b": 2, "a": 3}]) == ["a", "b"]
    assert [table.cell(value) for value in (None, True, False, ["a", 1], {"k": "v"}, 0)] == [
        "",
        "yes",
        "no",
        "a; 1",
        "k: v",
        "0",
    ]


@pytest.mark.parametrize("columns", [20, 33, 60, 100, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    wide = make_path(mechanism="\u80bf\u7624\u56e0\u5b50 -| X", drugs=["\u987a\u94c2" * 30], cancers=["e\u0301" * 90])
    answer = make_answer(
        wide,
        *WORKED.values(),
        opposing=(SAME,),
        reply=Reply("list", "x" * 300, ({"a": "y" * 150, "b": "\u80bf" * 90},)),
    )
    for colour in (False, True):
        lines = [ANSI.sub("", one) for one in show(answer, columns, colour).splitlines()]
        assert max(width(line) for line in lines if "://" not in line) <= columns


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_text_reaches_no_terminal(colour: bool) -> None:
    shown = ANSI.sub("", show(hostile_answer(), 80, colour)) if colour else show(hostile_answer(), 80, colour)
    shown.encode("utf-8")
    assert all(line.isprintable() for line in shown.split("\n"))


def test_many_facts_are_cut_and_counted() -> None:
    facts = tuple(make_fact(("Drug", f"d{n}"), "TARGETS", ("Gene", "EGFR")) for n in range(25))
    assert "and 5 more" in show(make_answer(facts=facts))


def test_a_thousand_paths_are_written_at_once() -> None:
    answer = make_answer(*(make_path(f"PMID:{n}/1", mechanism="miR-9 -| ABCB1", drugs=["x"]) for n in range(1, 1001)))
    started = time.process_time()
    assert show(answer).count("\n") > 2000
    assert time.process_time() - started < 2
