"""The evidence map as text and as a page: widths, cuts, escaping, the policy, links that lead somewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest

from exograph.questions.answer import Nearest, Nothing
from exograph.questions.evidence_map import EvidenceMap
from exograph.questions.question import Term
from exograph.views.evidence_map import document, page, text, tsv
from exograph.views.evidence_map.grid import MOST
from exograph.views.terminal import width
from tests.unit.answers import HOSTILE, make_path
from tests.unit.map_answers import by_hand
from tests.unit.test_html_page import ATTACK, Reader, everything


def small() -> EvidenceMap:
    """Two papers that differ on cisplatin in breast cancer, one on temozolomide in glioma, one without a drug."""
    paths = [
        make_path(
            "PMID:1/1", effect="sensitises", mechanism="miR-1 -| A", drugs=["cisplatin"], cancers=["breast cancer"]
        ),
        make_path("PMID:2/1", effect="confers resistance", drugs=["cisplatin"], cancers=["breast cancer"]),
        make_path("PMID:3/1", effect="no effect", drugs=["temozolomide"], cancers=["glioma"]),
        make_path("PMID:4/1", effect="promotes tumour", cancers=["glioma"]),
    ]
    return by_hand(paths)


@pytest.mark.parametrize("columns", [60, 100, 200])
def test_text_keeps_to_the_width(columns: int) -> None:
    many = by_hand([make_path(drugs=["cisplatin"], cancers=["a cancer with a name far too long for a line"])], size=40)
    lines = text(many, columns=columns).splitlines()
    assert max(width(line) for line in lines) <= columns
    assert any("of 42 treatments shown" in line for line in lines)


def test_text_says_direction_papers_and_gaps() -> None:
    lines = text(small(), columns=100).splitlines()
    breast = next(line for line in lines if line.startswith("breast cancer"))
    assert re.split(r"\s{2,}", breast) == ["breast cancer", "1", "\u00b12", "\u00b7", "\u00b7", "\u00b7"]
    glioma = next(line for line in lines if line.startswith("glioma"))
    assert re.split(r"\s{2,}", glioma) == ["glioma", "1", "\u00b7", "\u25cb1", "\u00b7", "\u22121"]
    assert "Left out: 2 claims from retracted papers." in lines
    assert "\x1b" not in text(small())
    assert "\x1b[" in text(small(), colour=True)


def test_tsv_and_json_hold_every_cell() -> None:
    found = small()
    head, *rows = [line.split("\t") for line in tsv(found).splitlines()]
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(cell["row"], cell["column"], cell["direction"]) for cell in cells] == [
        ("breast cancer", "cisplatin", "mixed"), ("glioma", "temozolomide", "0"), ("glioma", "none named", "-"),
    ]  # fmt: skip
    assert cells[0]["claim_ids"] == "PMID:1/1; PMID:2/1"
    held = json.loads(json.dumps(document(found)))
    assert [(cell["papers"], cell["plus"], cell["minus"], cell["zero"]) for cell in held["cells"]] == [
        (2, 1, 1, 0), (1, 0, 0, 1), (1, 0, 1, 0),
    ]  # fmt: skip
    assert held["columns"]["terms"][-1]["id"] is None
    assert held["hidden"] == {"retracted": 2}


def test_nothing_is_said_in_every_form() -> None:
    why = Nothing("no claim has both", (Nearest("less", "exograph mechanism --drug x"),))
    empty = replace(small(), rows=(), columns=(), cells=(), claims=(), nothing=why)
    assert "no claim has both" in text(empty)
    assert "exograph mechanism --drug x" in text(empty)
    assert "no claim has both" in Reader(page(empty)).text
    assert document(empty)["nothing"]["why"] == "no claim has both"
    assert "<script" not in page(empty)


def test_page_is_the_same_and_names_its_own_hashes() -> None:
    assert page(small()).encode() == page(small()).encode()
    read = Reader(page(small()))
    for kind, directive in (("style", "style-src"), ("script", "script-src")):
        digest = base64.b64encode(hashlib.sha256(read.raw[kind].encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in read.policy()
    assert "default-src 'none'" in read.policy()


def test_page_links_each_cell_to_claims_that_are_there() -> None:
    read = Reader(page(small()))
    ids = {attributes["id"] for _, attributes in read.tags if attributes.get("id")}
    links = [str(attributes["href"]) for tag, attributes in read.tags if tag == "a"]
    inner = [link for link in links if link.startswith("#")]
    assert {link[1:] for link in inner} <= ids
    assert len([1 for tag, attributes in read.tags if tag == "a" and attributes.get("data-c")]) == 3
    outer = set(links) - set(inner)
    assert outer == {f"https://pubmed.ncbi.nlm.nih.gov/{n}/" for n in (1, 2, 3, 4)}


def test_page_draws_the_strongest_and_says_so() -> None:
    many = by_hand([make_path(drugs=["cisplatin"], cancers=["glioma"])], size=MOST + 20)
    read = Reader(page(many))
    assert f"{MOST} of {MOST + 21} cancers and {MOST} of {MOST + 21} treatments drawn" in read.text
    assert sum(tag == "tr" for tag, _ in read.tags) == MOST + 2  # and two lines of headings


@pytest.mark.parametrize("attack", [ATTACK, HOSTILE])
def test_hostile_text_is_inert(attack: str) -> None:
    answer = everything(attack)
    found = by_hand([path for path in (*answer.paths, *answer.opposing) if path.of("Cancer")])
    found = replace(found, release=attack, sha256=attack, where=Term("drug", (attack,)))
    read = Reader(page(found))
    assert {tag for tag, _ in read.tags} & {"img", "iframe", "object", "base"} == set()
    assert [1 for tag, _ in read.tags if tag == "script"] == [1]
    assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on")]
    links = [str(attributes["href"]) for tag, attributes in read.tags if tag == "a"]
    assert all(link.startswith(("#r", "https://")) for link in links)
    for shown in (text(found), tsv(found)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2066]", shown)
