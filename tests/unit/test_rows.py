"""Claim tables: the shape of the file, and every rule about a single row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exograph.errors import DataError
from exograph.knowledge import claims as claims_module
from exograph.knowledge.claims import COLUMNS, template
from exograph.knowledge.effects import EFFECTS
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.rows import check_row, read_claims
from tests import tables
from tests.tables import HEADER, cells, line, raw, table, write

LAST = COLUMNS[-1]


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


def test_a_table_without_a_fault(tmp_path: Path) -> None:
    claims, findings = read_claims(write(tmp_path / "mine.tsv"), "mine.tsv")
    assert findings == []
    claim = claims[0]
    assert (claim.id, claim.line, claim.origin, claim.year) == ("PMID:999000001/1", 2, "mine.tsv", 2020)
    assert (claim.drugs, claim.cancers, claim.cargo_kind) == (("cisplatin",), ("hepatocellular carcinoma",), "miRNA")


def test_the_bundled_template_is_a_header(tmp_path: Path) -> None:
    assert template() == HEADER + "\n"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("\n", "\r\n"), None),
        (lambda text: "\ufeff" + text, None),
        (lambda text: text.rstrip("\n"), None),
        (lambda text: text + "\n\n", None),
    ],
    ids=["CRLF", "BOM", "no last line end", "empty lines at the end"],
)
def test_what_spreadsheets_do_to_a_table_is_fine(
    tmp_path: Path, change: Callable[[str], str], says: str | None
) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes(change(table()).encode())
    claims, findings = read_claims(path)
    assert (findings, len(claims)) == ([], 1)
    assert claims[0].evidence_rows == ()


@pytest.mark.parametrize(
    ("content", "place", "says"),
    [
        (b"", (0, ""), "empty"),
        (b"  \n\t\n", (0, ""), "empty"),
        (f"{HEADER}\n".encode(), (0, ""), "no claim"),
        (f"{HEADER}\n\n\n".encode(), (0, ""), "no claim"),
        (table().replace("\tmechanism", "", 1).encode(), (1, "mechanism"), "missing"),
        (table().replace("\tmechanism", "\tmechanisms", 1).encode(), (1, "mechanism"), "missing"),
        (table().replace("\tmechanism", "\tmechanism\tnotes", 1).encode(), (1, "notes"), "no column"),
        (table().replace("pmid\tpmcid", "pmcid\tpmid", 1).encode(), (1, ""), "out of order"),
        (table().replace("pmcid", "pmid", 1).encode(), (1, "pmcid"), "missing"),
        (table().replace("\t", ",").encode(), (1, ""), "tabs"),
        (table().replace("\t", ";").encode(), (1, ""), "tabs"),
        (f"{HEADER}\n{line(cells())}\textra\n".encode(), (2, ""), "26 cells"),
        (f"{HEADER}\n{line(cells()).rpartition(chr(9))[0]}\n".encode(), (2, ""), "24 cells"),
        (table(cells(), cells(summary="two\nlines")).encode(), (3, ""), "cells where"),
        (table(cells(journal="Zürich")).encode("latin-1"), (2, ""), "UTF-8"),
        (table().encode("utf-16"), (1, ""), "UTF-8"),
        (table().encode("utf-16-le"), (1, ""), "UTF-8"),
        (table(cells(summary="a\x00b")).encode(), (2, ""), "NUL"),
        (b"PK\x03\x04 a zip file \x00\x00\xff", (1, ""), "UTF-8"),
        (b"SQLite format 3\x00 and so on", (1, ""), "NUL"),
    ],
    ids=[
        "empty", "blank", "header only", "header and blanks", "column missing", "column misspelt", "column too many",
        "out of order", "column twice", "commas", "semicolons", "cell too many", "cell too few", "line break in a cell",
        "latin-1", "UTF-16 with BOM", "UTF-16", "NUL", "zip", "binary",
    ],
)  # fmt: skip
def test_a_broken_table_is_told_by_line_and_column(
    tmp_path: Path, content: bytes, place: tuple[int, str], says: str
) -> None:
    path = tmp_path / "mine.tsv"
    path.write_bytes(content)
    _, findings = read_claims(path)
    found = errors(findings)[0]
    assert (found.file, (found.line, found.column)) == (str(path), place)
    assert says in f"{found.message} {found.repair}"
    assert found.repair


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.tsv"
    with path.open("wb") as file:
        file.truncate(claims_module.MAX_BYTES + 1)  # sparse: takes no room
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    assert "50 MB" in only(tables.read(path)).message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nothing\.tsv"):
        read_claims(tmp_path / "nothing.tsv")
    with pytest.raises(DataError, match="cannot be read"):
        read_claims(tmp_path)


@pytest.mark.parametrize(
    ("changed", "column", "says"),
    [
        ({"effect": "sensitizes"}, "effect", "did you mean `sensitises`"),
        ({"effect": "supresses tumour"}, "effect", "did you mean `suppresses tumour`"),
        ({"effect": "Confers resistance"}, "effect", "did you mean `confers resistance`"),
        ({"effect": "cures"}, "effect", "one of: sensitises"),
        ({"effect": ""}, "effect", "missing"),
        ({"model": "in-vitro"}, "model", "did you mean `in vitro`"),
        ({"given": "exosomes"}, "given", "one of: vesicles"),
        ({"given": ""}, "given", "missing"),
        ({"cargo_kind": "micro RNA"}, "cargo_kind", "no cargo_kind"),
        ({"cargo_kind": ""}, "cargo_kind", "miR-21"),
        ({"mechanism": "", "cargo_kind": "miRNA"}, "cargo_kind", "without a cargo"),
        ({"mechanism": "exosome -> [Wnt]", "cargo_kind": "miRNA"}, "cargo_kind", "without a cargo"),
        ({"mechanism": "miR-21 ->PTEN"}, "mechanism", "space"),
        ({"pmid": "PMID123"}, "pmid", "digits only"),
        ({"pmid": "12a"}, "pmid", "digits only"),
        ({"pmid": "012"}, "pmid", "digits only"),
        ({"pmid": "1234567890"}, "pmid", "digits only"),
        ({"pmid": "١٢٣"}, "pmid", "digits only"),
        ({"pmcid": "4627430"}, "pmcid", "PMC and digits"),
        ({"doi": "https://doi.org/10.1186/x"}, "doi", "bare DOI"),
        ({"doi": "10.1186/X"}, "doi", "lower case"),
        ({"pmid": ""}, "pmid", "PMID"),
        ({"year": "20"}, "year", "four digits"),
        ({"year": "2020?"}, "year", "four digits"),
        ({"year": "２０２０"}, "year", "four digits"),
        ({"year": "2099"}, "year", "future"),
        ({"year": "1950"}, "year", "before"),
        ({"exosome": "modified"}, "exosome", "native"),
        ({"exosome": "native: hypoxia"}, "exosome", "no treatment"),
        ({"exosome": "primed"}, "exosome", "what was done"),
        ({"exosome": "engineered: "}, "exosome", "what was done"),
        ({"source": ""}, "source", "unspecified"),
        ({"drug": ""}, "drug", "needs a drug"),
        ({"effect": "suppresses tumour", "cancer": ""}, "cancer", "needs a cancer"),
        ({"effect": "activates immune"}, "cell", "needs a cell"),
        ({"effect": "no effect", "drug": "", "cancer": ""}, "effect", "on what"),
        ({"markers": "BAX higher"}, "markers", "BAX up, BCL2 down"),
        ({"markers": "BAX"}, "markers", "BAX up, BCL2 down"),
        ({"summary": ""}, "summary", "missing"),
        ({"curator": ""}, "curator", "missing"),
        ({"date": "25.11.2026"}, "date", "2026-11-25"),
        ({"date": "2026-02-30"}, "date", "2026-11-25"),
        ({"date": ""}, "date", "2026-11-25"),
        ({"cancer": "glio\x1b[31mma"}, "cancer", "hides here"),
        ({"cancer": "glio\u202emalignant"}, "cancer", "hides here"),
        ({"cancer": "glio\u2066ma"}, "cancer", "hides here"),
        ({"drug": "cis\u200bplatin"}, "drug", "hides here"),
        ({"drug": "cis\u2028platin"}, "drug", "hides here"),
        ({"drug": "сisplatin"}, "drug", "CYRILLIC"),
        ({"mechanism": "miR-21 -| PΤEN"}, "mechanism", "GREEK"),
        ({"summary": '"quoted from a spreadsheet"'}, "summary", "quotation"),
        ({"drug": '"cisplatin"'}, "drug", "quotation"),
        ({"cancer": '"glioma'}, "cancer", "quotation"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(f"{k}={v!r}" for k, v in value.items()),
)
def test_a_wrong_cell_is_told_with_its_repair(changed: dict[str, str], column: str, says: str) -> None:
    found = errors(check_row(raw(**changed))[1])
    assert [finding.column for finding in found] == [column]
    assert says in f"{found[0].message} {found[0].repair}"
    assert (found[0].file, found[0].line) == ("mine.tsv", 2)
    assert found[0].repair


@pytest.mark.parametrize(
    "changed",
    [
        {"claim": "PMID:1/1"},
        {"claim": "PMID:999000001"},
        {"claim": "PMID:999000001/0"},
        {"claim": "PMID:999000001/one"},
        {"claim": "pmid:999000001/1"},
        {"claim": ""},
        {"claim": "doi:10.1186/x/1", "doi": "10.1186/x"},
    ],
    ids=lambda changed: changed["claim"] or "empty",
)
def test_the_identifier_belongs_to_the_paper(changed: dict[str, str]) -> None:
    found = errors(check_row(raw(**changed))[1])
    assert [finding.column for finding in found] == ["claim"]
    assert "PMID:999000001/1" in found[0].repair


@pytest.mark.parametrize(
    ("paper", "identifier"),
    [
        ({"pmid": "999000001", "pmcid": "PMC1", "doi": "10.1186/x"}, "PMID:999000001/12"),
        ({"pmid": "", "pmcid": "PMC1", "doi": "10.1186/x(1)/a"}, "doi:10.1186/x(1)/a/1"),
        ({"pmid": "", "pmcid": "PMC1"}, "PMC:PMC1/3"),
    ],
)
def test_a_paper_is_named_by_pmid_else_doi_else_pmcid(paper: dict[str, str], identifier: str) -> None:
    assert check_row(raw(claim=identifier, **paper))[1] == []


def test_every_effect_word_is_taken() -> None:
    for effect in EFFECTS:
        assert errors(check_row(raw(effect=effect, cell="macrophage"))[1]) == []


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"mechanism": "miR-21 -> PTEN"}, "mechanism"),
        ({"summary": "x" * 241}, "summary"),
    ],
)
def test_what_is_merely_unusual_is_a_warning(changed: dict[str, str], column: str) -> None:
    found = only(check_row(raw(**changed))[1])
    assert (found.severity, found.column) == ("warning", column)


def test_greek_letters_of_the_field_are_fine() -> None:
    assert errors(check_row(raw(markers="TNF-α up, IFN-γ down", summary="5 µM for β-catenin, ≥ 3 d"))[1]) == []
    assert errors(check_row(raw(first_author="Müller-Łukasz Ø", journal="Zürcher Blätter"))[1]) == []


def test_the_place_within_a_mechanism_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "mine.tsv", cells(), cells(claim="PMID:999000001/2", mechanism="miR-21 -| PTEN ->AKT1"))
    found = only(tables.read(path))
    assert str(found).startswith(f"{path}:3:mechanism:16: error: ")


def test_a_row_with_an_error_gives_no_claim_and_the_others_do(tmp_path: Path) -> None:
    rows = [cells(), cells(claim="PMID:999000001/2", effect="cures"), cells(claim="PMID:999000001/3", model="clinical")]
    claims, findings = read_claims(write(tmp_path / "mine.tsv", *rows))
    assert [claim.line for claim in claims] == [2, 4]
    assert only(findings).line == 3


def test_a_finding_shows_what_it_cites_and_never_sends_it_to_the_terminal() -> None:
    found = errors(check_row(raw(effect="\x1b[2Jcures\u202e"))[1])
    assert "\\x1b[2Jcures\\u202e" in str(found[0])
    assert all(char.isprintable() or char == "\n" for finding in found for char in str(finding))
