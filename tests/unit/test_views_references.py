"""Papers as BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re

import pytest
from pybtex.database import parse_string

from exograph.errors import UsageError
from exograph.questions.answer import Paper
from exograph.views import references
from tests.unit.answers import HOSTILE, make_paper, make_path

PLAIN = make_path("PMID:26514126/1", paper=make_paper(26514126, first_author="Lou G", year=2015,
                  journal="J Hematol & Oncol", doi="10.1186/s13045_015", pmcid="PMC1"))  # fmt: skip
BAD = make_path(
    "PMID:2/1",
    paper=make_paper(2, first_author="de Araujo Farias V", status="retracted", status_page="https://e.org/r"),
)
ALONE = make_path("doi:10.1/a/1", paper=Paper("doi:10.1/a", "", "https://doi.org/10.1/a", doi="10.1/a"))


def test_bibtex() -> None:
    assert references.text([PLAIN], "bibtex") == (
        "% exograph 0.1.0\n\n"
        "@article{Lou2015_26514126,\n"
        "  author = {{Lou}, G and others},\n"
        "  journal = {J Hematol \\& Oncol},\n"
        "  year = {2015},\n"
        "  doi = {10.1186/s13045_015},\n"
        "  url = {https://pubmed.ncbi.nlm.nih.gov/26514126/},\n"
        "  note = {PMID 26514126; PMC1; only the first author is recorded here},\n"
        "}\n"
    )


def test_ris() -> None:
    assert references.text([PLAIN], "ris") == (
        "TY  - JOUR\nID  - Lou2015_26514126\nAU  - Lou, G\nPY  - 2015\nJO  - J Hematol & Oncol\n"
        "DO  - 10.1186/s13045_015\nAN  - 26514126\nC2  - PMC1\nUR  - https://pubmed.ncbi.nlm.nih.gov/26514126/\n"
        "DB  - exograph\nN1  - PMID 26514126\nN1  - PMC1\nN1  - only the first author is recorded here\nER  - \n"
    )


def test_csl_json() -> None:
    assert json.loads(references.text([PLAIN], "csl-json")) == [
        {
            "id": "Lou2015_26514126",
            "type": "article-journal",
            "source": "exograph",
            "author": [{"family": "Lou", "given": "G"}],
            "issued": {"date-parts": [[2015]]},
            "container-title": "J Hematol & Oncol",
            "DOI": "10.1186/s13045_015",
            "PMID": "26514126",
            "PMCID": "PMC1",
            "URL": "https://pubmed.ncbi.nlm.nih.gov/26514126/",
            "note": "PMID 26514126; PMC1; only the first author is recorded here",
        }
    ]


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_each_paper_once_sorted_whatever_the_order(form: str) -> None:
    text = references.text([PLAIN, BAD, ALONE], form)
    assert references.text([ALONE, BAD, PLAIN, BAD], form) == text
    places = [text.index(key) for key in ("Lou2015_26514126", "anonymous_10_1_a", "deAraujoFarias2002_2")]
    assert places[0] < places[1] < places[2]
    assert text.count("RETRACTED (https://e.org/r)") == 1


@pytest.mark.parametrize(
    ("printed", "author"),
    [
        ("Lou G", ("Lou", "G")),
        ("de Araujo Farias V", ("de Araujo Farias", "V")),
        ("O'Brien KP", ("O'Brien", "KP")),
        ("Reza AMMT", ("Reza", "AMMT")),
        ("Li H.-Y.", ("Li", "H.-Y")),
        ("M\u00fcller \u00d6", ("M\u00fcller", "\u00d6")),
        ("Consortium", ("Consortium", "")),
        ("The Cancer Genome Atlas Network", ("The Cancer Genome Atlas Network", "")),
        ("", ("", "")),
    ],
)
def test_authors(printed: str, author: tuple[str, str]) -> None:
    assert references.author(printed) == author


def test_keys_are_plain_and_do_not_depend_on_the_list() -> None:
    paper = make_paper(7, first_author="M\u00fcller \u00d6", pmid="", doi="10.1016/S0140-6736(19)1")
    assert references.key(paper) == "Muller2007_10_1016_S0140_6736_19_1"
    assert references.key(make_paper(1)) != references.key(make_paper(26))


def test_hostile_fields_break_no_entry() -> None:
    paper = make_paper(3, first_author=f"{HOSTILE} X", journal=f"}}{{\\input{{/etc/passwd}} 100% $#&_~^ {HOSTILE}",
                       doi="10.1/}{\\x\n", status="retracted", status_page=HOSTILE)  # fmt: skip
    path = make_path(paper=paper)
    bibtex = references.text([path], "bibtex")
    assert "\\input" not in bibtex
    assert bibtex.count("\n") == len(re.findall(r"^  \w+ = \{.*\},$", bibtex, re.M)) + 4
    ris = references.text([path], "ris")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in ris.splitlines())
    for form in ("bibtex", "ris", "csl-json"):
        text = references.text([path], form)
        assert all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize(
    "hostile", ["{", "}", "}}{{", "\\", "\\{", "}}, @article{x, y={", '"', "%", "@", "a # b", "and", "{and}"]
)
def test_bibtex_reads_every_entry(hostile: str) -> None:
    """pybtex reads as BibTeX does: braces are counted, escaped ones too."""
    papers = [
        make_paper(4, first_author=f"{hostile} X", journal=hostile, doi=f"10.1/{hostile}", status_page=hostile),
        make_paper(5, first_author="Last Z", status="retracted", status_page=f"https://e.org/{hostile}"),
    ]
    text = references.text([make_path(paper=paper) for paper in papers], "bibtex")
    read = parse_string(text, "bibtex")
    assert sorted(read.entries) == sorted(map(references.key, papers))
    entry = read.entries[references.key(papers[0])]
    assert set(entry.fields) == {"journal", "year", "doi", "url", "note"}
    assert [str(person) for person in entry.persons["author"]][1:] == ["others"]


def test_only_web_addresses_are_given() -> None:
    paper = Paper("PMID:1", "", "javascript:alert(1)", pmid="1")
    assert "javascript" not in references.text([make_path(paper=paper)], "bibtex")


def test_no_papers() -> None:
    assert references.text([], "bibtex") == ""
    assert references.text([], "csl-json") == "[]\n"


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="bibtex, ris, csl-json"):
        references.text([PLAIN], "endnote")
