"""An answer as TSV and as Markdown."""

from __future__ import annotations

import re

from exograph.questions.answer import Nearest, Nothing, Offered, Reply
from exograph.questions.command import command
from exograph.questions.question import Question, Term
from exograph.questions.text import read, write
from exograph.views import markdown, tsv
from exograph.views.line import one_line
from tests.unit.answers import (
    HOSTILE,
    WORKED,
    all_effects,
    hostile_answer,
    make_answer,
    make_fact,
    make_paper,
    make_path,
)


def rows(text: str) -> list[dict[str, str]]:
    header, *lines = (line.split("\t") for line in text.removesuffix("\n").split("\n"))
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_one_row_a_path_with_every_column() -> None:
    found = rows(tsv.text(make_answer(*all_effects(), *WORKED.values())))
    assert [row["claim"] for row in found] == [path.claim for path in (*all_effects(), *WORKED.values())]
    assert all(tuple(row) == tsv.COLUMNS for row in found)


def test_the_cells_of_a_row() -> None:
    path = make_path("PMID:5/1", effect="sensitises", mechanism="LINC01559 -| miR-1343-3p -| PGK1 -> [PI3K/AKT]",
                     drugs=["paclitaxel", "cisplatin"], cancers=["glioma"], cell="T cell",
                     markers=[("BAX", "up"), ("BCL2", "down")], opposed_by=("PMID:6/1", "PMID:7/1"),
                     paper=make_paper(5, doi="10.1/x", status="retracted"), summary="in our words")  # fmt: skip
    (row,) = rows(tsv.text(make_answer(path, opposing=(path,))))
    assert row == {
        "kind": "reported", "claim": "PMID:5/1", "effect": "sensitises", "sign": "1", "family": "response",
        "source": "bone marrow", "exosome": "bone marrow MSC exosomes", "cargo": "LINC01559",
        "mechanism": "LINC01559 -| miR-1343-3p -| PGK1 -> [PI3K/AKT]", "targets": "miR-1343-3p; PGK1",
        "pathways": "PI3K/AKT", "markers": "BAX up; BCL2 down", "drug": "paclitaxel; cisplatin", "versus": "",
        "loaded": "no", "given": "vesicles", "cancer": "glioma", "cell": "T cell", "model": "in vitro",
        "species": "human", "first_author": "Wang X", "year": "2005", "journal": "J Test", "pmid": "5", "pmcid": "",
        "doi": "10.1/x", "url": "https://pubmed.ncbi.nlm.nih.gov/5/", "status": "retracted",
        "opposed_by": "PMID:6/1; PMID:7/1", "joins": "", "summary": "in our words",
    }  # fmt: skip


def test_a_list_answer_gives_its_items() -> None:
    reply = Reply("list", "", ({"cargo": "miR-21", "claims": 2}, {"cargo": "let-7c", "papers": ["a", "b"]}))
    assert tsv.text(make_answer(*all_effects(), reply=reply)) == (
        "cargo\tclaims\tpapers\nmiR-21\t2\t\nlet-7c\t\ta; b\n"
    )
    assert len(rows(tsv.text(make_answer(*all_effects(), reply=Reply("yesno", "Yes", reply.items))))) == 8


def test_no_path_gives_the_header_alone() -> None:
    assert tsv.text(make_answer()) == "\t".join(tsv.COLUMNS) + "\n"


def test_hostile_cells_break_no_row() -> None:
    text = tsv.text(make_answer(*hostile_answer().paths))
    assert text.count("\n") == 2
    (row,) = rows(text)
    assert all(value.isprintable() for value in row.values())
    rows(tsv.text(hostile_answer()))


def obeyed(text: str) -> str:
    """What is left for Markdown to obey: without escaped characters and code spans (CommonMark 6.1)."""
    left, at = [], 0
    while at < len(text):
        run = re.match(r"`+", text[at:])
        closing = re.search(rf"(?<!`){run.group()}(?!`)", text[at + run.end() :]) if run else None
        if text[at] == "\\":
            at += 2
        elif run and closing:
            at += run.end() + closing.end()
        else:
            left.append(text[at])
            at += 1
    return "".join(left)


def test_markdown_holds_prose_paths_and_links() -> None:
    path = make_path("PMID:601/1", mechanism="miR-9 -| ABCB1", drugs=["temozolomide"], cancers=["glioma"],
                     markers=[("BAX", "up")], opposed_by=("PMID:602/1",))  # fmt: skip
    against = make_path("PMID:602/1", effect="confers resistance", source="liver", drugs=["temozolomide"],
                        cancers=["glioma"], opposed_by=("PMID:601/1",),
                        paper=make_paper(602, status="retracted"))  # fmt: skip
    assert markdown.text(make_answer(path, question="TMZ?", opposing=(against,), notes=("a note",))) == (
        "# TMZ?\n\n"
        "Bone marrow MSC exosomes carry miR-9: less ABCB1, and temozolomide works better in glioma"
        " (in vitro; human; Wang X 2001, PMID 601).\n\n"
        "One claim of one paper reports it; against it: 1 claim says the opposite, confers resistance"
        " (Wang X 2002, PMID 602 \\[retracted\\]).\n\n"
        "## Reported: 1 claim from 1 paper\n\n"
        "1. `bone marrow MSC exosomes > miR-9 -| ABCB1 => sensitises to temozolomide in glioma`  \n"
        "   More miR-9, less ABCB1: temozolomide works better in glioma.  \n"
        "   (+) **sensitises**; [Wang X 2001, PMID 601](<https://pubmed.ncbi.nlm.nih.gov/601/>); in vitro; human  \n"
        "   markers: BAX up  \n"
        "   opposed by 1: PMID:602/1\n\n"
        "## Opposing claims\n\n"
        "- `liver MSC exosomes => confers resistance to temozolomide in glioma`  \n"
        "  With the vesicles, temozolomide works worse in glioma; no cargo and no target is named.  \n"
        "  (-) **confers resistance**; [Wang X 2002, PMID 602](<https://pubmed.ncbi.nlm.nih.gov/602/>); in vitro;"
        " human; other source  \n"
        "  **RETRACTED**  \n"
        "  opposed by 1: PMID:601/1\n\n"
        "- a note\n\n"
        "Data 2026.11, sha256 0123456789ab\n"
    )


def test_markdown_of_nothing_and_of_a_list() -> None:
    nothing = Nothing("Nobody tried.", (Nearest("gefitinib", "exograph ask `x`"),))
    text = markdown.text(make_answer(nothing=nothing, reply=Reply("list", "Two.", ({"a|b": "c\nd"},))))
    assert "Two. Nobody tried. Nearest: gefitinib.\n" in text
    assert "- gefitinib: `` exograph ask `x` ``\n" in text
    assert "| a\\|b |\n| --- |\n| c d |\n" in text


def test_markdown_of_readings() -> None:
    asked = Question(where=Term("cancer", ("glioma",)))
    text = markdown.text(make_answer(
        question="toxic?", nothing=Nothing("not understood here: `toxic`"), reply=Reply("readings", "Not answered."),
        readings=(Offered(asked, write(asked), command(asked), 13),),
    ))  # fmt: skip
    assert text.startswith("# toxic?\n\nNot answered. Not understood here: \\`toxic\\`.")
    assert "- `paths where cancer = glioma` (13 claims): `exograph mechanism --cancer glioma`\n" in text


def test_markdown_sets_sides_beside_each_other_says_how_to_ask_again_and_folds_facts() -> None:
    pro = make_path("PMID:1/1", effect="suppresses tumour", cancers=["glioma"])
    con = make_path("PMID:2/1", effect="promotes tumour", cancers=["glioma"])
    sides = tuple({"name": name, "count": 1, "papers": 1, "claims": [path.claim]}
                  for name, path in (("for", pro), ("against", con)))  # fmt: skip
    asked = read("verdict effect = suppresses tumour where cancer = glioma")
    answer = make_answer(pro, con, reply=Reply("yesno", "Mixed.", sides, "mixed"), asked=asked, text=write(asked),
                         command=command(asked),
                         facts=(make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR")),))  # fmt: skip
    text = markdown.text(answer)
    assert (
        "| For: 1 claim of 1 paper | Against: 1 claim of 1 paper |\n| --- | --- |\n"
        "| Wang X 2001 (in vitro): suppresses glioma | Wang X 2002 (in vitro): promotes glioma |\n"
    ) in text
    assert "Understood: `verdict effect = suppresses tumour where cancer = glioma`  \n`exograph find " in text
    assert "1 fact of databases beside it, no part of a path." in text
    assert "TARGETS" not in text
    assert "- cetuximab TARGETS EGFR" in markdown.text(answer, facts=True)


def test_hostile_text_formats_and_links_nothing() -> None:
    text = markdown.text(hostile_answer())
    assert all(line.isprintable() for line in text.split("\n"))
    assert not set(obeyed(text)) & set("<[`")
    assert "](" not in obeyed(text)
    assert one_line(make_path(mechanism=f"{HOSTILE} -| X")).count("`") == 1


def test_a_line_cannot_turn_into_a_list_or_a_heading() -> None:
    assert [markdown.escape(text) for text in ("- x", "1. x", "2) x", "# x", "miR-1. x", "a - b")] == [
        "\\- x", "1\\. x", "2\\) x", "\\# x", "miR-1. x", "a - b",
    ]  # fmt: skip
