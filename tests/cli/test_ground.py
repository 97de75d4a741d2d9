"""exograph ground: identifiers and why, ties as a question, nearest names, and what a store's claims name."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_a_name_of_the_field_says_what_it_is_and_who_else_bears_it(run: Run) -> None:
    found = run("ground", "GC")
    assert found.code == 0
    assert "gastric cancer  DOID:10534" in found.out
    assert "an abbreviation of it, see https://" in found.out
    assert "also GC (HGNC approved symbol)" in found.out


def test_a_cell_line_and_a_trimmed_name_are_told(run: Run) -> None:
    assert "a cell line of it" in run("ground", "PC-3").out
    assert "read as `BMSC`" in run("ground", "BMSC-EVs").out


def test_a_tie_is_a_question(run: Run) -> None:
    found = run("ground", "TAM")
    assert found.code == 1
    assert "which one is meant? TAM: " in found.out
    assert "macrophage (ImmuneCell)" in found.out and "tamoxifen (Drug)" in found.out


def test_an_unknown_name_shows_the_nearest(run: Run) -> None:
    found = run("ground", "sorafinib", "mmu-miR-21a-5p")
    assert found.code == 1
    assert "nearest: sorafenib" in found.out
    assert "only human miRNAs are known: hsa-miR-21-5p" in found.out


def test_a_store_decides_between_meanings_that_claims_use_and_others(run: Run) -> None:
    assert run("ground", "MSC").code == 1
    found = run("ground", "MSC", "--store", "embedded")
    assert found.code == 0
    assert "which no claim here names" in found.out


def test_json_has_the_note_and_the_same_statuses_as_check(run: Run) -> None:
    rows = json.loads(run("ground", "--json", "TAM", "miR-34", "lncRNA PVT1").out)
    assert [row["status"] for row in rows] == ["ambiguous", "unmatched", "matched"]
    assert [one["name"] for one in rows[1]["nearest"]] == ["miR-34a", "miR-34b", "miR-34c"]
    assert rows[2]["note"] == "read as `PVT1`"
    assert set(rows[0]["candidates"][0]) == {"id", "label", "name", "why", "note"}
