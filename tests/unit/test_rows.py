"""Claim tables: the shape of the file, and every rule about a single row."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exograph.errors import DataError
from exograph.knowledge import tables as tables_module
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
        (lambda text: text + "\t" * 24 + "\n", None),
        (lambda text: "\n".join(line.rstrip("\t") for line in text.split("\n")), None),
        (lambda text: "\n".join(line + "\t\t" for line in text.rstrip().split("\n")), None),
        (lambda text: text.replace("claim\tpmid\tpmcid", "Claim\tPMID\t pmcid ", 1), None),
        (lambda text: "\n".join("\t".join(reversed(line.split("\t"))) for line in text.rstrip("\n").split("\n")), None),
        (lambda text: text.replace("\t", ","), None),
        (lambda text: text.replace("\t", ";"), None),
    ],
    ids=[
        "CRLF",
        "BOM",
        "no last line end",
        "empty lines at the end",
        "a line of tabs",
        "stripped tabs",
        "more tabs",
        "case of columns",
        "order of columns",
        "commas",
        "semicolons",
    ],
)
def test_what_spreadsheets_do_to_a_table_is_fine(
    tmp_path: Path, change: Callable[[str], str], says: str | None
) -> None:
    path = tmp_path / "mine.tsv"
    plain = read_claims(write(path))[0]
    for encoding in ("utf-8", "utf-16", "utf-8-sig"):
        path.write_bytes(change(table()).encode(encoding))
        claims, findings = read_claims(path)
        assert (findings, claims) == ([], plain)


def test_a_csv_of_a_spreadsheet_is_read_as_the_table_is(tmp_path: Path) -> None:
    rows = [
        cells(markers="BAX up, BCL2 down", summary="It fell, \u201cby half\u201d; and then, no more."),
        cells(claim="PMID:999000001/2", model="in vivo"),
    ]
    plain = read_claims(write(tmp_path / "mine.tsv", *rows), "mine")[0]
    path = tmp_path / "mine.csv"
    for delimiter in ",;":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerows([COLUMNS, *(row.values() for row in rows)])
        claims, findings = read_claims(path, "mine")
        assert findings == []
        assert [replace(claim, file="") for claim in claims] == [replace(claim, file="") for claim in plain]


def test_the_line_of_a_csv_row_is_told_where_cells_hold_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [COLUMNS, cells(summary="two\nlines").values(), cells(claim="PMID:999000001/2", effect="cures").values()]
        )
    assert [(found.line, found.column) for found in tables.read(path)] == [(2, "summary"), (4, "effect")]


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
        (table().replace("pmcid", "pmid", 1).encode(), (1, "pmcid"), "missing"),
        (table().replace("claim\tpmid", "claim\tpmid\tpmid", 1).encode(), (1, "pmid"), "twice"),
        (table().replace("\t", "|").encode(), (1, ""), "no header"),
        (b"some words\nand more of them\n", (1, ""), "no header"),
        (table().replace("\t", ",").replace("bone marrow", '"bone" marrow').encode(), (2, ""), "no CSV"),
        (f"{HEADER}\n{line(cells())}\textra\n".encode(), (2, ""), "26 cells"),
        (f"{HEADER}\n{line(cells()).rpartition(chr(9) + 'exograph')[0]}\n".encode(), (2, ""), "curator, date missing"),
        (table(cells(), cells(summary="two\nlines")).encode(), (3, ""), "cells where"),
        (table(cells(journal="Zürich")).encode("latin-1"), (2, ""), "UTF-8"),
        (table().encode("utf-16")[:-1], (2, ""), "not UTF-16"),
        (table().encode("utf-16-le"), (1, ""), "UTF-8"),
        (table(cells(summary="a\x00b")).encode(), (2, ""), "NUL"),
        (b"PK\x03\x04 a zip file \x00\x00\xff", (1, ""), "UTF-8"),
        (b"SQLite format 3\x00 and so on", (1, ""), "NUL"),
    ],
    ids=[
        "empty", "blank", "header only", "header and blanks", "column missing", "column misspelt", "column too many",
        "column twice and one missing", "column twice", "bars", "words", "bad CSV", "cell too many", "cell too few",
        "line break in a cell", "latin-1", "half a UTF-16", "UTF-16 without BOM", "NUL", "zip", "binary",
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
        file.truncate(tables_module.MAX_BYTES + 1)  # sparse: takes no room
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
        ({"doi": "https://doi.org/10.1186/X"}, "doi", "write 10.1186/x"),
        ({"doi": "http://dx.doi.org/10.1186/x"}, "doi", "write 10.1186/x"),
        ({"doi": "doi: 10.1186/x"}, "doi", "write 10.1186/x"),
        ({"doi": "https://example.org/x"}, "doi", "bare DOI"),
        ({"doi": "10.1186/X"}, "doi", "lower case"),
        ({"pmid": "PMID: 999000001"}, "pmid", "write 999000001"),
        ({"pmid": "https://pubmed.ncbi.nlm.nih.gov/999000001/"}, "pmid", "write 999000001"),
        ({"pmcid": "pmc4627430"}, "pmcid", "write PMC4627430"),
        ({"pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/PMC4627430/"}, "pmcid", "write PMC4627430"),
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
        ({"drug": "+"}, "drug", "empty name"),
        ({"drug": "cisplatin +"}, "drug", "empty name"),
        ({"drug": "cisplatin +  + TMZ"}, "drug", "empty name"),
        ({"cancer": "; ;"}, "cancer", "empty name"),
        ({"cancer": "glioma;"}, "cancer", "empty name"),
        ({"markers": "BAX up,"}, "markers", "empty name"),
        ({"markers": "BAX up down"}, "markers", "BAX up, BCL2 down"),
        ({"markers": "up down"}, "markers", "BAX up, BCL2 down"),
        ({"markers": "!! up"}, "markers", "no name"),
        ({"drug": "+++"}, "drug", "no name"),
        ({"source": "!"}, "source", "no name"),
        ({"mechanism": "miR-21 -| *"}, "mechanism", "no name"),
        ({"mechanism": "PTEN -| PTEN"}, "mechanism", "acts on itself"),
        ({"mechanism": "miR-21 -| PTEN, AKT1 -> akt1"}, "mechanism", "acts on itself"),
        ({"mechanism": "miR-21 -> " + " -> ".join(f"G{n}" for n in range(31))}, "mechanism", "at most 30"),
        ({"mechanism": "miR-21 -> " + ", ".join(f"G{n}" for n in range(40))}, "mechanism", "at most 30"),
        ({"mechanism": "miR-21 -> " + " -> ".join(f"G{n}" for n in range(500))}, "mechanism", "at most 1,000"),
        ({"markers": ", ".join(f"G{n} up" for n in range(60))}, "markers", "at most 50"),
        ({"species": "alien"}, "species", "one of: human"),
        ({"species": "human; mose"}, "species", "did you mean `mouse`"),
        ({"species": "Human"}, "species", "did you mean `human`"),
        ({"summary": "x" * 100_000}, "summary", "100,000 characters"),
        ({"journal": "x" * 1001}, "journal", "at most 1,000"),
        ({"cell": "NA"}, "cell", "leave the cell empty"),
        ({"versus": "n/a"}, "versus", "leave the cell empty"),
        ({"markers": "N/A"}, "markers", "leave the cell empty"),
        ({"cargo_kind": "NA"}, "cargo_kind", "leave the cell empty"),
        ({"species": "-"}, "species", "leave the cell empty"),
        ({"cancer": "glioma; NA"}, "cancer", "`NA` is no value"),
        ({"year": "nan"}, "year", "leave the cell empty"),
        ({"mechanism": "miR-1236 -| 2-Sep"}, "mechanism", "SEPTIN2?"),
        ({"mechanism": "miR-1236 -| Sep-02"}, "mechanism", "SEPTIN2?"),
        ({"mechanism": "miR-1236 -| 1-Mar, PTEN"}, "mechanism", "MARCHF1 (or MTARC1)?"),
        ({"mechanism": "miR-1236 -| [Wnt] -> 1-Dec"}, "mechanism", "DELEC1?"),
        ({"mechanism": "miR-1236 -| 02/09/2026"}, "mechanism", "format the column as text"),
        ({"mechanism": "miR-1236 -| 2026-09-02"}, "mechanism", "format the column as text"),
        ({"mechanism": "miR-1236 -| 44806"}, "mechanism", "date or number"),
        ({"mechanism": "miR-1236 -| 2.31E+13"}, "mechanism", "date or number"),
        ({"markers": "BAX up, 4-Sep-2026 down"}, "markers", "SEPTIN4?"),
        ({"mechanism": "exosome -> [NF-\u03bfB]", "cargo_kind": ""}, "mechanism", "GREEK SMALL LETTER OMICRON"),
        ({"drug": "cis\u03c1latin"}, "drug", "GREEK SMALL LETTER RHO"),
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
        ({"summary": "=HYPERLINK(1)"}, "summary"),
        ({"journal": "@SUM(A1)"}, "journal"),
        ({"versus": "-1+1", "summary": "x"}, "versus"),
    ],
)
def test_what_is_merely_unusual_is_a_warning(changed: dict[str, str], column: str) -> None:
    found = only(check_row(raw(**changed))[1])
    assert (found.severity, found.column) == ("warning", column)


def test_greek_letters_of_the_field_are_fine() -> None:
    assert errors(check_row(raw(markers="TNF-α up, IFN-γ down", summary="5 µM for β-catenin, ≥ 3 d"))[1]) == []
    for name in ("NF-\u03baB", "I\u03baB\u03b1", "PKC\u03b9"):
        assert check_row(raw(mechanism=f"exosome -> [{name}]", cargo_kind=""))[1] == []
    assert errors(check_row(raw(first_author="Müller-Łukasz Ø", journal="Zürcher Blätter"))[1]) == []


def test_what_a_cell_may_well_hold() -> None:
    for changed in (
        {"mechanism": "PTEN -> PTEN -> [Wnt]", "cargo_kind": "mRNA"},  # what is carried adds to the cell's own
        {"mechanism": "miR-21 -| mTOR -> [mTOR]"},
        {"drug": "cisplatin + 5-FU"},
        {"cell": "", "versus": ""},
        {"mechanism": "miR-21 -| SEPTIN2, MARCHF1 -| [CD8+ T cell]"},
        {"species": "human; dog"},
        {"first_author": "Na L", "journal": "Nano"},
    ):
        assert check_row(raw(**changed))[1] == [], changed


def test_a_cell_is_told_once() -> None:
    for changed in ({"given": "NA"}, {"date": "NA"}, {"drug": "+"}, {"pmid": "NA"}):
        assert [one.column for one in check_row(raw(**changed))[1]] == [*changed]


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
