"""Cells that a spreadsheet would run: made text in every TSV, unless they are wanted raw."""

from __future__ import annotations

import pytest

from exograph.questions.answer import Reply
from exograph.views import evidence_map, rows, tsv
from exograph.views.formula import defused
from tests.unit.answers import make_answer, make_path
from tests.unit.map_answers import by_hand

RUN = [
    "=1+1",
    '=HYPERLINK("http://e.org")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "--1",
    "+a",
    "\uff1d1+1",
]
TEXT = ["", "-1", "+1", "-1.5", "1e-3", "-1e-3", "+.5", "+", "-", "miR-21 -| PTEN", "a=b", "'=1", "(-)-epicatechin"]


@pytest.mark.parametrize("cell", RUN)
def test_formulas_become_text(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", TEXT)
def test_anything_else_stays(cell: str) -> None:
    assert defused(cell) == cell


@pytest.mark.parametrize("cell", [cell for cell in RUN if cell.isprintable()])
def test_every_table_defuses_unless_raw(cell: str) -> None:
    path = make_path("PMID:1/1", drugs=[cell], effect="confers resistance")
    listed = Reply("list", "", ({"drug": cell, "sign": -1},))
    for answer in (make_answer(path), make_answer(reply=listed)):
        assert cell in tsv.text(answer, raw=True).splitlines()[1].split("\t")
        made = tsv.text(answer).splitlines()[1].split("\t")
        assert f"'{cell}" in made
        assert "-1" in made
    table = by_hand([make_path("PMID:1/1", drugs=[cell], cancers=["glioma"])])
    assert f"\t'{cell}\t" in evidence_map.tsv(table)
    assert f"\t{cell}\t" in evidence_map.tsv(table, raw=True)
    columns, line = [cell, "n"], {cell: cell, "n": -1}
    assert rows.tsv(columns, [line]) == f"'{cell}\tn\n'{cell}\t-1\n"
    assert rows.tsv(columns, [line], raw=True) == f"{cell}\tn\n{cell}\t-1\n"
