"""Claim tables with a fault, through `exograph check` and `exograph build --claims`: told, and nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exograph.knowledge import tables as tables_module
from tests.cli.conftest import Run
from tests.tables import HEADER, cells, table, write

SECOND = "PMID:999000001/2"

# name -> (content of the file, place as `line[:column[:position]]`, words of the message or its repair)
BROKEN: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "", "empty"),
    "header only": (f"{HEADER}\n".encode(), "", "no claim"),
    "missing column": (table().replace("\teffect", "", 1).encode(), ":1:effect", "missing"),
    "extra column": (table().replace("\teffect", "\teffect\tnotes", 1).encode(), ":1:notes", "no column"),
    "no header": (table().replace("\t", "|").encode(), ":1", "tabs"),
    "date in a gene's place": (table(cells(mechanism="miR-21 -| 2-Sep")).encode(), ":2:mechanism", "SEPTIN2?"),
    "no value": (table(cells(cell="NA")).encode(), ":2:cell", "leave the cell empty"),
    "latin-1": (table(cells(), cells(claim=SECOND, journal="Zürich")).encode("latin-1"), ":3", "UTF-8"),
    "UTF-16": (table().encode("utf-16-le"), ":1", "UTF-8"),
    "NUL bytes": (table(cells(summary="a\x00b")).encode(), ":2", "NUL"),
    "unknown effect": (table(cells(effect="sensitizes")).encode(), ":2:effect", "did you mean `sensitises`"),
    "mechanism": (table(cells(mechanism="miR-21 -| PTEN ->AKT1")).encode(), ":2:mechanism:16", "space"),
    "PMID with letters": (table(cells(pmid="PMID12")).encode(), ":2:pmid", "digits only"),
    "duplicated claim": (table(cells(), cells(model="in vivo")).encode(), ":3:claim", "number on"),
    "same experiment": (table(cells(), cells(claim=SECOND)).encode(), ":3:claim", "same experiment"),
    "year in the future": (table(cells(year="2199")).encode(), ":2:year", "future"),
    "control character": (table(cells(drug="cis\x1bplatin")).encode(), ":2:drug:4", "type the cell anew"),
    "turned direction": (table(cells(cancer="gli\u202eoma")).encode(), ":2:cancer:4", "RIGHT-TO-LEFT OVERRIDE"),
    "Cyrillic": (table(cells(drug="сisplatin")).encode(), ":2:drug:1", "CYRILLIC"),
    "Greek twin": (table(cells(mechanism="miR-21 -| PΤEN")).encode(), ":2:mechanism:12", "GREEK CAPITAL LETTER TAU"),
    "quotes": (table(cells(drug='"cisplatin"')).encode(), ":2:drug", "not quoted"),
    "a cell too many": (table().rstrip("\n").encode() + b"\tmore\n", ":2", "26 cells"),
    "ambiguous name": (table(cells(mechanism="miR-21 -| p40")).encode(), ":2:mechanism:11", "several"),
    "drug sensitises to itself": (
        table(cells(mechanism="cisplatin", cargo_kind="drug", effect="sensitises")).encode(), ":2:effect", "itself",
    ),
    "versus without a load": (table(cells(versus="free drug")).encode(), ":2:versus", "leave `versus` empty"),
}  # fmt: skip


@pytest.fixture(params=list(BROKEN))
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    content, place, says = BROKEN[request.param]
    path = tmp_path / "mine.tsv"
    path.write_bytes(content)
    return path, place, says


def test_check_tells_file_line_and_column_and_the_repair(run: Run, broken: tuple[Path, str, str]) -> None:
    path, place, says = broken
    result = run("check", path)
    assert result.code == 3
    assert f"{path}{place}: error: " in result.out
    assert says in result.out
    assert result.out.splitlines()[-1].split(": ")[1].startswith(("1 error(s)", "2 error(s)", "3 error(s)"))
    assert all(char.isprintable() or char == "\n" for char in result.said)
    document = json.loads(run("check", path, "--json").out)
    assert document["errors"] >= 1
    assert any(finding["repair"] for finding in document["findings"])


def test_a_build_stops_and_leaves_the_store_as_it_was(
    run: Run, broken: tuple[Path, str, str], tmp_path: Path, data_home: Path
) -> None:
    path, place, _ = broken
    store = tmp_path / "store" / "graph.kgl"
    store.parent.mkdir()
    store.write_bytes((data_home / "exograph" / "graph.kgl").read_bytes())
    before = {entry.name: entry.read_bytes() for entry in store.parent.iterdir()}
    result = run("build", "--store", f"embedded:{store}", "--claims", path)
    assert result.code == 3
    assert f"{path}{place}: error: " in result.err
    assert "left as it was" in result.err
    assert result.out == ""
    assert {entry.name: entry.read_bytes() for entry in store.parent.iterdir()} == before


@pytest.mark.parametrize(
    "content",
    [
        table().encode("utf-8-sig"),
        table().replace("\n", "\r\n").encode(),
        table().replace("\n", "\r").encode(),
        table().encode("utf-16"),
        table().replace("\t", ",").encode("utf-8-sig"),
    ],
    ids=["BOM", "CRLF", "CR", "Unicode Text", "CSV UTF-8"],
)
def test_what_spreadsheets_do_is_fine(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes(content)
    result = run("check", path)
    assert result.code == 0
    assert "1 claim" in result.out.splitlines()[-1]


def test_a_huge_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "huge.tsv"
    with path.open("wb") as file:
        file.truncate(tables_module.MAX_BYTES + 1)
    result = run("check", path)
    assert result.code == 3
    assert "larger than 50 MB" in result.out


def test_a_device_without_an_end(run: Run) -> None:
    result = run("check", "/dev/zero")
    assert result.code == 3
    assert "/dev/zero is no file that can be read again" in result.err


@pytest.mark.parametrize("words", [["check", "nothing.tsv"], ["build", "--claims", "nothing.tsv"]])
def test_a_file_that_is_not_there(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.code == 2
    assert "nothing.tsv" in result.err
    assert result.out == ""


@pytest.mark.parametrize("words", [["check"], ["build", "--claims"]])
def test_a_folder_is_no_table(run: Run, tmp_path: Path, words: list[str]) -> None:
    result = run(*words, tmp_path)
    assert result.code == 2
    assert "directory" in result.err


def test_two_tables_are_told_apart(run: Run, tmp_path: Path) -> None:
    good, bad = write(tmp_path / "good.tsv"), write(tmp_path / "bad.tsv", cells(claim=SECOND, effect="cures"))
    result = run("check", good, bad)
    assert result.code == 3
    assert f"{bad}:2:effect: error" in result.out
    assert str(good) not in "".join(line for line in result.out.splitlines() if "error:" in line)


def test_the_same_claim_in_two_tables(run: Run, tmp_path: Path) -> None:
    one, other = write(tmp_path / "one.tsv"), write(tmp_path / "other.tsv", cells(model="in vivo"))
    result = run("check", one, other)
    assert result.code == 3
    assert f"{one}:2" in result.out


def test_the_bundled_data_has_no_error(run: Run) -> None:
    result = run("check")
    assert result.code == 0
    assert ": 0 error(s)" in result.out.splitlines()[-1]
    document = json.loads(run("check", "--json").out)
    assert document["errors"] == 0
    assert document["claims"] > 200
    with_notes = json.loads(run("check", "--notes", "--json").out)
    assert {f["severity"] for f in with_notes["findings"]} >= {f["severity"] for f in document["findings"]}
