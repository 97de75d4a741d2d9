"""The notebook's piece of HTML: complete, static, and inert whatever a field holds."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from exograph.questions.answer import Nearest, Nothing, Reply
from exograph.views.fragment import fragment, rows
from tests.unit.answers import make_answer, make_path

HOSTILE = "</td><script>alert(1)</script><img src=x onerror=alert(2)>\"'\x1b[31m\u202e"
ALLOWED = {"div", "p", "strong", "small", "table", "thead", "tbody", "tr", "th", "td", "a"}


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


def test_rows() -> None:
    made = rows(["name", "list"], [{"name": "<b>", "list": ["a", "b"]}, {"name": None}], ["a <note>"])
    seen = Seen(made)
    assert "<b>" in seen.text
    assert "a; b" in seen.text
    assert "a <note>" in seen.text
    assert set(seen.tags) <= ALLOWED
