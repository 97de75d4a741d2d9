"""The notebook's piece of HTML: complete, static, and inert whatever a field holds."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from exograph.questions.answer import Nearest, Nothing, Offered, Reply, Understood
from exograph.questions.command import command
from exograph.questions.question import Question, Term
from exograph.questions.text import write
from exograph.views.fragment import fragment, rows
from tests.unit.answers import make_answer, make_fact, make_path

HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(2)>\"'\x1b[31m\u202e"
ALLOWED = {
    "div",
    "p",
    "strong",
    "small",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "br",
    "code",
    "details",
    "summary",
}


class Seen(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(**changes: Any) -> Any:
    path = make_path(mechanism="miR-1 -| GENE1", drugs=["cisplatin"], cancers=["breast cancer"])
    paper = replace(path.paper, first_author=HOSTILE, journal=HOSTILE, url=f"javascript:{HOSTILE}", status=HOSTILE)
    nodes = tuple(replace(node, name=node.name + HOSTILE) for node in path.nodes)
    return replace(path, paper=paper, nodes=nodes, model=HOSTILE, species=HOSTILE, mechanism=HOSTILE, summary=HOSTILE,
                   effect=HOSTILE, opposed_by=(HOSTILE,), origin=HOSTILE, **changes)  # fmt: skip


def test_hostile_text_is_inert() -> None:
    answer = make_answer(hostile())
    answer = replace(answer, notes=(HOSTILE,), release=HOSTILE, opposing=(hostile(claim="other"),),
                     reply=Reply("list", HOSTILE, ({"name" + HOSTILE: HOSTILE},)),
                     nothing=Nothing(HOSTILE, (Nearest(HOSTILE, HOSTILE),)))  # fmt: skip
    made = fragment(answer)
    seen = Seen(made)
    assert set(seen.tags) <= ALLOWED
    assert {name for name, _ in seen.attributes} <= {"style", "href", "rel"}
    assert not [value for name, value in seen.attributes if name == "href"], "javascript: is no link"
    assert "\x1b" not in made
    assert "\u202e" not in made


def test_it_shows_the_paper_as_a_link_and_the_release() -> None:
    path = make_path(mechanism="miR-1 -| GENE1", drugs=["cisplatin"], cancers=["breast cancer"])
    answer = replace(make_answer(path), release="2026.1", sha256="ab" * 32)
    seen = Seen(fragment(answer))
    assert ("href", path.paper.url) in seen.attributes
    assert "2026.1" in seen.text
    assert "abababababab" in seen.text
    assert "miR-1 -| GENE1" in seen.text
    assert "cisplatin" in seen.text


def test_many_paths_are_counted() -> None:
    paths = [make_path(f"PMID:{n}/1", mechanism=f"miR-{n} -| GENE1", drugs=["cisplatin"]) for n in range(5)]
    seen = Seen(fragment(make_answer(*paths), limit=3))
    assert "3 of 5 shown" in seen.text
    assert seen.text.count("-| GENE1") == 3


def test_a_claim_of_the_user_says_so() -> None:
    path = replace(make_path(mechanism="miR-1 -| GENE1", drugs=["cisplatin"]), origin="my.tsv")
    assert "from my.tsv" in Seen(fragment(make_answer(path))).text


def test_it_says_how_the_question_was_understood_and_what_it_could_mean() -> None:
    asked = Question(where=Term("cancer", ("glioma",)))
    made = fragment(make_answer(
        asked=asked, text=write(asked), command=command(asked), nothing=Nothing("not understood: `toxic`"),
        readings=(Offered(asked, write(asked), command(asked), 13),), reply=Reply("readings", "Not answered."),
        understood=(Understood("GBM", "Cancer", "x:1", "glioblastoma"),),
    ))  # fmt: skip
    assert "<p>Understood: GBM -&gt; glioblastoma (cancer)<br><code>paths where cancer = glioma</code>" in made
    assert made.count("<code>exograph mechanism --cancer glioma</code>") == 2
    assert "paths where cancer = glioma (13 claims)<br>" in made


def test_sides_stand_beside_each_other_and_facts_are_folded() -> None:
    pro = make_path("PMID:1/1", effect="suppresses tumour", cancers=["glioma"])
    con = make_path("PMID:2/1", effect="promotes tumour", cancers=["glioma"])
    sides = tuple({"name": name, "count": 1, "papers": 1, "claims": [path.claim]}
                  for name, path in (("for", pro), ("against", con)))  # fmt: skip
    made = fragment(make_answer(pro, con, reply=Reply("yesno", "Mixed.", sides, "mixed"), facts=(
        make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR")),)))  # fmt: skip
    assert "For: 1 claim of 1 paper</th>" in made
    assert "Wang X 2002 (in vitro): promotes glioma</td>" in made
    assert "<details><summary>1 fact of databases beside it, no part of a path</summary><p>cetuximab TARGETS" in made


def test_rows() -> None:
    made = rows(["name", "list"], [{"name": "<b>", "list": ["a", "b"]}, {"name": None}], ["a <note>"])
    seen = Seen(made)
    assert "<b>" in seen.text
    assert "a; b" in seen.text
    assert "a <note>" in seen.text
    assert set(seen.tags) <= ALLOWED
