"""An answer for the terminal."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from exograph.questions.answer import Hidden, Nearest, Nothing, Offered, Reply, Understood
from exograph.questions.command import command
from exograph.questions.question import Question, Term, both
from exograph.questions.text import read, write
from exograph.views import items, table
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
ASKED = Question(where=both(Term("drug", ("temozolomide",)), Term("cancer", ("glioma",))))
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
Bone marrow MSC exosomes carry miR-9: less ABCB1, and temozolomide works better in glioma (in vitro;
human; Wang X 2001, PMID 601).
One claim of one paper reports it; against it: 1 claim found no effect (Wang X 2003, PMID 603), 1
claim says the opposite, confers resistance (Wang X 2002, PMID 602 [retracted]).

Understood: TMZ -> temozolomide (drug); glioma (cancer)
    paths where drug = temozolomide and cancer = glioma
    exograph mechanism --drug temozolomide --cancer glioma

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

1 fact of databases beside it, no part of a path: --facts shows them.

glioma includes glioblastoma
Left out: 2 claims from retracted papers.
data 2026.11 0123456789ab
"""


def show(answer: object, columns: int = 100, colour: bool = False, **how: Any) -> str:
    return table.text(answer, width=columns, colour=colour, **how)  # type: ignore[arg-type]


def test_the_whole_answer() -> None:
    answer = make_answer(
        PATH,
        asked=ASKED,
        text=write(ASKED),
        command=command(ASKED),
        understood=(
            Understood("TMZ", "Drug", "test:temozolomide", "temozolomide"),
            Understood("glioma", "Cancer", "test:glioma", "glioma"),
        ),
        opposing=(OTHER, SAME),
        facts=(make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR"), action="antibody"),),
        hidden=Hidden(retracted=2),
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
    assert items.columns_of([{"a": 1}, {"b": 2, "a": 3}]) == ["a", "b"]
    assert [items.cell(value) for value in (None, True, False, ["a", 1], {"k": "v"}, 0)] == [
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


def test_facts_are_folded_and_many_are_cut_and_counted() -> None:
    facts = tuple(make_fact(("Drug", f"d{n}"), "TARGETS", ("Gene", "EGFR")) for n in range(25))
    folded = show(make_answer(facts=facts))
    assert "25 facts of databases beside it, no part of a path: --facts shows them." in folded
    assert "TARGETS" not in folded
    shown = show(make_answer(facts=facts), facts=True)
    assert "and 5 more" in shown
    assert "  - d1 TARGETS EGFR (DrugMechDB)\n" in shown


def test_long_lists_are_cut_where_asked_and_say_how_to_see_the_rest() -> None:
    paths = [make_path(f"PMID:{n}/1", mechanism="miR-9", drugs=["x"]) for n in range(1, 31)]
    rows = tuple({"name": f"miR-{n}"} for n in range(30))
    cut = show(make_answer(*paths, reply=Reply("list", "30.", rows)), most=20)
    assert cut.count("20 of 30 shown; the same with `| less` shows all") == 2
    assert "PMID 20 " in cut
    assert "PMID 21 " not in cut
    assert "of 30 shown" not in show(make_answer(*paths))


def test_a_limit_says_of_how_many() -> None:
    assert "Reported: 1 claim from 1 paper (1 of 4 claims shown)" in show(
        make_answer(PATH, hidden=Hidden(over_limit=3))
    )


READINGS = """\
Not answered.
Not understood here: `toxic`.

What could be meant
  - paths where cancer = glioma (13 claims)
    exograph mechanism --cancer glioma
  - paths where drug = temozolomide and cancer = glioma (1 claim)
    exograph mechanism --drug temozolomide --cancer glioma

Understood: glioma (cancer)
"""


def test_readings_are_offered_with_their_claims_and_commands() -> None:
    offered = tuple(Offered(asked, write(asked), command(asked), claims)
                    for asked, claims in ((Question(where=Term("cancer", ("glioma",))), 13), (ASKED, 1)))  # fmt: skip
    answer = make_answer(readings=offered, reply=Reply("readings", "Not answered.", (), 2), release="",
                         nothing=Nothing("not understood here: `toxic`"),
                         understood=(Understood("glioma", "Cancer", "test:glioma", "glioma"),))  # fmt: skip
    assert show(answer) == READINGS


SIDES = """\
Mixed: glioma is suppressed in 1 claim of 1 paper; glioma is promoted in 1 claim of 1 paper.

For: 1 claim of 1 paper            Against: 1 claim of 1 paper
- Wang X 2001 (in vitro): miR-1    - Wang X 2002 (in vitro):
  -| A => suppresses glioma          promotes glioma

"""


def test_for_and_against_stand_beside_each_other() -> None:
    pro = make_path("PMID:1/1", effect="suppresses tumour", mechanism="miR-1 -| A", cancers=["glioma"])
    con = make_path("PMID:2/1", effect="promotes tumour", cancers=["glioma"])
    rows = tuple({"name": name, "label": "side", "id": name, "count": 1, "papers": 1, "claims": [path.claim]}
                 for name, path in (("for", pro), ("against", con)))  # fmt: skip
    answer = make_answer(pro, con, reply=Reply("yesno", "Mixed.", rows, "mixed"),
                         asked=read("verdict effect = suppresses tumour"))  # fmt: skip
    assert SIDES.partition("\n\n")[2] in show(answer, 68)
    assert " ".join(show(answer, 68).split()).startswith(" ".join(SIDES.partition("\n\n")[0].split()))
    narrow = show(answer, 50)
    assert narrow.index("For: 1 claim") < narrow.index("Wang X 2001") < narrow.index("Against: 1 claim")


def test_people_see_no_ids_in_a_list() -> None:
    rows = ({"name": "miR-21", "label": "Cargo", "id": "x:1", "count": 2, "papers": 1, "claims": ["PMID:1/1"]},)
    assert "name    claims  papers\nmiR-21  2       1\n" in show(make_answer(reply=Reply("list", "One.", rows)))


def test_a_thousand_paths_are_written_at_once() -> None:
    answer = make_answer(*(make_path(f"PMID:{n}/1", mechanism="miR-9 -| ABCB1", drugs=["x"]) for n in range(1, 1001)))
    started = time.process_time()
    assert show(answer).count("\n") > 2000
    assert time.process_time() - started < 2
