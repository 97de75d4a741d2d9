"""Checks between claims, and what a curator is told about known ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from exograph.knowledge.crosschecks import check_claims, compare_with, opposes
from exograph.knowledge.findings import Finding
from exograph.knowledge.grounded import GroundedClaim, ground_claims
from exograph.knowledge.rows import read_claims
from tests.graphs import vocabulary
from tests.tables import cells, grounded, write

SECOND = "PMID:999000001/2"
OTHER_PAPER = {"claim": "PMID:999000002/1", "pmid": "999000002"}


def claims(path: Path, *rows: dict[str, str]) -> list[GroundedClaim]:
    found, findings = read_claims(write(path / "mine.tsv", *(cells(**row) for row in rows)))
    assert findings == []
    return ground_claims(found, vocabulary())[0]


def check(path: Path, *rows: dict[str, str]) -> list[Finding]:
    return check_claims(claims(path, *rows))


def test_two_experiments_of_one_paper_are_fine(tmp_path: Path) -> None:
    assert check(tmp_path, {}, {"claim": SECOND, "model": "in vivo"}, OTHER_PAPER) == []


def test_an_identifier_is_used_once(tmp_path: Path) -> None:
    found = check(tmp_path, {}, {"model": "in vivo"})
    assert [(one.column, one.line, one.severity) for one in found] == [("claim", 3, "error")]
    assert f"{tmp_path / 'mine.tsv'}:2" in found[0].message


@pytest.mark.parametrize(
    ("column", "text"),
    [("year", "2021"), ("first_author", "Roe J"), ("journal", "Other"), ("pmcid", "PMC1"), ("doi", "10.1186/x")],
)
def test_one_paper_is_described_in_one_way(tmp_path: Path, column: str, text: str) -> None:
    found = check(tmp_path, {}, {"claim": SECOND, "model": "in vivo", column: text})
    assert [(one.column, one.line) for one in found] == [(column, 3)]


@pytest.mark.parametrize("column", ["pmcid", "doi"])
def test_one_paper_has_one_identifier(tmp_path: Path, column: str) -> None:
    same = {column: {"pmcid": "PMC1", "doi": "10.1186/x"}[column]}
    found = check(tmp_path, same, {**OTHER_PAPER, **same})
    assert [(one.column, one.line) for one in found] == [(column, 3)]
    assert "PMID:999000001" in found[0].message


def test_the_same_experiment_twice(tmp_path: Path) -> None:
    found = check(tmp_path, {}, {"claim": SECOND, "summary": "The same in other words."})
    assert [(one.column, one.line) for one in found] == [("claim", 3)]
    assert "PMID:999000001/1" in found[0].message


def test_the_same_experiment_under_another_spelling(tmp_path: Path) -> None:
    """Identifiers are compared, not spellings."""
    found = check(tmp_path, {}, {"claim": SECOND, "drug": "Platinol", "cancer": "HCC", "mechanism": "miRNA-21 -| PTEN"})
    assert [(one.column, one.line) for one in found] == [("claim", 3)]


def test_two_papers_on_one_finding_are_two_claims(tmp_path: Path) -> None:
    assert check(tmp_path, {}, OTHER_PAPER) == []


def one(tmp_path: Path, **changed: str) -> GroundedClaim:
    return grounded(tmp_path, **changed)


def test_opposite_claims(tmp_path: Path) -> None:
    known = one(tmp_path)
    assert opposes(one(tmp_path, **OTHER_PAPER, effect="sensitises"), known)
    assert opposes(one(tmp_path, **OTHER_PAPER, effect="reverses resistance", source="adipose tissue"), known)
    assert opposes(one(tmp_path, **OTHER_PAPER, effect="no effect"), known)
    assert opposes(one(tmp_path, **OTHER_PAPER, effect="sensitises", mechanism="miR-21 -| PDCD4"), known)


@pytest.mark.parametrize(
    "changed",
    [
        {"effect": "confers resistance"},
        {"effect": "suppresses tumour"},
        {"effect": "sensitises", "drug": "carboplatin"},
        {"effect": "sensitises", "drug": "cisplatin + paclitaxel"},
        {"effect": "sensitises", "cancer": "gastric cancer"},
        {"effect": "sensitises", "mechanism": "miR-122 -| PTEN"},
        {"effect": "sensitises", "mechanism": "exosome -> [Wnt]", "cargo_kind": ""},
        {"effect": "sensitises", "cell": "macrophage"},
        {"effect": "sensitises", "mechanism": "miR-21 -| PTEN -> [M2 macrophage]"},  # a cell on the way counts too
    ],
    ids=lambda changed: ", ".join(changed.values()),
)
def test_what_is_another_question_does_not_oppose(tmp_path: Path, changed: dict[str, str]) -> None:
    assert not opposes(one(tmp_path, **OTHER_PAPER, **changed), one(tmp_path))


def test_a_curator_hears_of_known_claims(tmp_path: Path) -> None:
    known = claims(tmp_path, {}, {"claim": SECOND, "drug": "paclitaxel"})
    (tmp_path / "new").mkdir()
    new = claims(tmp_path / "new", {**OTHER_PAPER, "effect": "sensitises"})
    found = compare_with(new, known)
    assert [(note.severity, note.line, note.column) for note in found] == [("note", 2, "claim")]
    assert "is opposite to PMID:999000001/1" in found[0].message
    agreeing = claims(tmp_path / "new", OTHER_PAPER)
    assert "says the same as PMID:999000001/1" in compare_with(agreeing, known)[0].message
