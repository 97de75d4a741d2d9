"""The page as text: the same bytes, its policy, escaping, and what it must say."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from exograph.questions.answer import Answer, Hidden, Nearest, Nothing, Offered, Paper, Reply, Understood
from exograph.questions.command import command
from exograph.questions.question import Question, Term
from exograph.questions.text import write
from exograph.views.html import page, parts
from exograph.views.html.data import citation, safe_url, script_json
from tests.unit.answers import HOSTILE, WORKED, make_answer, make_fact, make_paper, make_path
from tests.unit.html_answers import sized

ATTACK = "</script><img src=x onerror=alert(1)><svg onload=alert(2)>'\"&amp;" + HOSTILE


class Reader(HTMLParser):
    """Tags, attributes, the text of the page, and the raw text of its style and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, str] = {}
        self.text = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag if tag in {"style", "script"} else ""
        if tag == "script" and dict(attrs).get("type"):
            self._inside = "data"

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside] = self.raw.get(self._inside, "") + data
        else:
            self.text += data

    def policy(self) -> str:
        return next(str(a["content"]) for tag, a in self.tags if tag == "meta" and a.get("http-equiv"))


def everything(text: str) -> Answer:
    """An answer with `text` in every field that holds text."""
    paper = Paper(text, text, f"javascript:{text}", text, text, text, 2020, text, text, text, text)
    hostile = make_path(f"{text}/1", effect="promotes tumour", mechanism=text, source=text, exosome=text,
                        cancers=[text], markers=[(text, "up")], paper=paper, summary=text, species=text, model=text,
                        given=text, versus=text, modalities=(text,), joins=(text,), opposed_by=(f"{text}/2",),
                        origin=text)  # fmt: skip
    against = make_path(f"{text}/2", effect="suppresses tumour", cancers=[text], paper=paper)
    return make_answer(
        hostile, question=text, opposing=(against,), release=text, sha256=text, notes=(text,),
        reply=Reply("paths", text), understood=(Understood(text, text, text, text, text, text),),
        facts=(make_fact(("Drug", text), "TARGETS", ("Gene", text), text, action=text, source_page=text),),
    )  # fmt: skip


@pytest.mark.parametrize("nodes", [6, 60, 300, 1500])
def test_same_answer_same_bytes(nodes: int) -> None:
    assert page(sized(nodes)).encode() == page(sized(nodes)).encode()


def test_policy_names_the_hashes_of_the_only_style_and_script() -> None:
    read = Reader(page(sized(30)))
    for kind, directive in (("style", "style-src"), ("script", "script-src")):
        digest = base64.b64encode(hashlib.sha256(read.raw[kind].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in read.policy()
    assert "default-src 'none'" in read.policy()
    assert "unsafe" not in read.policy()


def test_nothing_is_fetched() -> None:
    read = Reader(page(sized(60)))
    assert not [tag for tag, _ in read.tags if tag in {"link", "img", "iframe", "object", "base", "form"}]
    assert not [a for _, a in read.tags if {"src", "style"} & set(a) or any(key.startswith("on") for key in a)]
    assert "url(" not in read.raw["style"]
    assert "@import" not in read.raw["style"]


@pytest.mark.parametrize(
    "attack", [ATTACK, "]]><script>alert(1)</script>", "<!--<script>", "{{7*7}}${7*7}", "\u202eabc"]
)
def test_hostile_text_stays_text(attack: str) -> None:
    text = page(everything(attack))
    read, harmless = Reader(text), Reader(page(everything("harmless")))
    assert {tag for tag, _ in read.tags} <= {tag for tag, _ in harmless.tags}
    assert not [a for _, a in read.tags if any(key.startswith("on") for key in a)]
    assert not [a["href"] for tag, a in read.tags if tag == "a"]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", text)
    text.encode("utf-8")


def test_data_block_cannot_be_left() -> None:
    block = script_json({"a": "</script><!--\u2028&'", "b": "\ud800"})
    assert not set("<>&'") & set(block)
    assert json.loads(block) == {"a": "</script><!-- &'", "b": ""}


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://example.org/a?b=c", True), ("HTTP://example.org", True), ("javascript:alert(1)", False),
     ("//evil", False), ("data:text/html,x", False), ("https://a.b/\"onx=", False), ("https://a b", False),
     (" java\nscript:x", False)],
)  # fmt: skip
def test_only_web_addresses_become_links(url: str, kept: bool) -> None:
    assert safe_url(url) == (url if kept else "")
    path = make_path(paper=Paper("PMID:1", "P", url, pmid="1"), drugs=["x"], cancers=["y"])
    links = [a["href"] for tag, a in Reader(page(make_answer(path))).tags if tag == "a"]
    assert links == ([url] if kept else [])


def test_says_where_it_comes_from_and_what_it_leaves_out() -> None:
    answer = make_answer(
        WORKED["154"], question="why?", notes=("a note",), hidden=Hidden(retracted=2),
        understood=(Understood("RT", "Drug", "test:rt", "ionising radiation"),), reply=Reply("paths", "the sentence."),
    )  # fmt: skip
    text = Reader(page(answer)).text
    for said in ("why?", "a note", "2 claims from retracted papers", "RT \u2192 ", "ionising radiation works again",
                 "data 2026.11", "sha256 0123456789ab", "exograph 0.1.0"):  # fmt: skip
        assert said in text


def test_empty_answer_says_why_and_runs_nothing() -> None:
    nothing = Nothing("No claim names cetuximab.", (Nearest("its target", "exograph mechanism --gene EGFR"),))
    read = Reader(page(make_answer(nothing=nothing)))
    assert "No claim names cetuximab." in read.text
    assert "exograph mechanism --gene EGFR" in read.text
    assert "script" not in read.raw
    assert "script-src 'none'" in read.policy()


def test_readings_are_offered_and_the_question_can_be_asked_again() -> None:
    asked = Question(where=Term("cancer", ("glioma",)))
    read = Reader(page(make_answer(
        asked=asked, text=write(asked), command=command(asked), nothing=Nothing("not understood here: `toxic`"),
        reply=Reply("readings", "Not answered."), readings=(Offered(asked, write(asked), command(asked), 13),),
    )))  # fmt: skip
    for said in ("Not answered.", "Not wholly understood", "`toxic`", "paths where cancer = glioma (13 claims)"):
        assert said in read.text
    assert read.text.count("exograph mechanism --cancer glioma") == 2


def test_for_and_against_and_lists_are_tables() -> None:
    pro = make_path("PMID:1/1", effect="suppresses tumour", cancers=["glioma"])
    con = make_path("PMID:2/1", effect="promotes tumour", cancers=["glioma"])
    sides = tuple({"name": name, "count": 1, "papers": 1, "claims": [path.claim]}
                  for name, path in (("for", pro), ("against", con)))  # fmt: skip
    text = page(make_answer(pro, con, reply=Reply("yesno", "Mixed.", sides, "mixed")))
    assert '<th scope="col">Against: 1 claim of 1 paper</th>' in text
    assert "<td>Wang X 2002 (in vitro): promotes glioma</td>" in text
    rows = tuple({"name": f"miR-{n}", "count": n} for n in range(150))
    listed = page(make_answer(reply=Reply("list", "150 miRNAs.", rows)))
    assert "100 of 150 shown" in listed
    assert "<td>miR-99</td>" in listed
    assert "<td>miR-100</td>" not in listed


def test_fact_is_drawn_beside_an_empty_answer() -> None:
    answer = make_answer(
        nothing=Nothing("nothing"), facts=(make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR")),)
    )
    text = page(answer)
    assert 'class="s fact"' in text
    assert "<details><summary>1 fact of databases beside it, no part of a path</summary>" in text
    assert 'class="c"' not in text


def test_table_holds_every_claim_once_for_readers_without_script() -> None:
    answer = sized(1500)
    text = page(answer)
    for path in answer.paths:
        assert text.count(f"<code>{path.claim}</code>") == 1


def test_neighbourhood_and_hypotheses_are_labelled() -> None:
    assert "Neighbours are not a path" in page(make_answer(WORKED["154"], neighbourhood=True))
    assembled = make_path(
        kind="assembled", mechanism="miR-1 -| G1", drugs=["x"], cancers=["y"], joins=("joined at G1",)
    )
    text = page(make_answer(assembled))
    assert "hypotheses" in text
    assert '<g class="c assembled"' in text
    assert "hypotheses" not in Reader(page(make_answer(WORKED["154"]))).text


def test_derived_edge_never_takes_the_colour_of_its_own_sign() -> None:
    # SLC9A1 by itself confers resistance; the claim sensitises
    path = make_path(effect="reverses resistance", mechanism="miR-1236 -| SLC9A1", drugs=["cisplatin"], cancers=["x"])
    text = page(make_answer(path))
    assert text.count('class="s down"') == 2  # one step and its legend, not the derived edge
    assert 'href="#e-up"' in text
    assert 'href="#e-down"' not in text
    assert "SLC9A1 by itself confers resistance to cisplatin" in text


def test_large_answer_says_what_is_cut() -> None:
    text = Reader(page(sized(1500))).text
    assert re.search(r"[\d,]+ of 1,\d\d\d nodes shown \([\d,]+ of [\d,]+ paths\), by number of papers", text)
    assert "nodes shown" not in Reader(page(sized(300))).text


def test_page_of_a_hundred_nodes_is_small() -> None:
    assert len(page(sized(100)).encode()) <= 155_000


def test_citation_is_what_we_hold() -> None:
    paper = make_paper(7, doi="10.1/x", first_author="Lou G", journal="J Hematol Oncol", year=2015)
    assert citation(paper) == "Lou G. J Hematol Oncol 2015. doi:10.1/x PMID:7"
    assert citation(Paper("PMID:9", "", "")) == "PMID:9"


def test_retracted_status_is_shown() -> None:
    path = make_path(paper=make_paper(3, status="retracted"), drugs=["x"], cancers=["y"])
    assert '<strong class="status">retracted</strong>' in page(make_answer(path))


@pytest.mark.parametrize("fields", [{}, {"question": ""}, {"question": "", "text": "paths where drug = x"}])
def test_title_is_never_empty(fields: dict[str, Any]) -> None:
    text = page(make_answer(WORKED["38a"], **fields))
    assert re.search(r"<h1>\S.*</h1>", text)


def test_a_long_table_is_cut_into_pieces_that_hold_every_claim_once() -> None:
    answer = sized(1000)
    html = page(answer)
    pieces = re.findall(r'<table id="([^"]*)"><caption>([^<]*)</caption>', html)
    count = len(answer.paths)
    starts = range(1, count + 1, parts.ROWS)
    assert [caption for _, caption in pieces] == [
        f"Reported: {count} claims from {count} papers, {start} to {min(start + parts.ROWS - 1, count)} of {count}"
        for start in starts
    ]
    assert len({ident for ident, _ in pieces}) == len(pieces)
    assert [int(place) for place in re.findall(r'<tr data-c="(\d+)">', html)] == list(range(count))
    assert "<caption>Reported: 26 claims from 26 papers</caption>" in page(sized(60))
