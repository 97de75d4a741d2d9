"""Claims as curators write them: a tab-separated table, read row by row into `Claim`, every trouble a `Finding`.

The format is documented column by column in graph/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exograph.errors import DataError
from exograph.knowledge.findings import Finding, Severity
from exograph.knowledge.mechanism import Mechanism

COLUMNS = (
    "claim", "pmid", "pmcid", "doi", "year", "first_author", "journal",
    "source", "species", "exosome", "vesicle", "mechanism", "cargo_kind", "markers",
    "drug", "versus", "given", "cancer", "cell", "effect", "model", "summary",
    "curator", "date", "evidence_rows",
)  # fmt: skip
CARGO_KINDS = ("miRNA", "protein", "lncRNA", "circRNA", "mRNA", "siRNA", "anti-miR", "drug", "virus")
GIVEN = ("vesicles", "cells", "conditioned medium", "secretome", "inferred")
MODELS = ("in vitro", "in vivo", "in vitro + in vivo", "ex vivo", "clinical", "unspecified")
PREPARATIONS = ("native", "primed", "engineered")
_SAVE = "save the table as UTF-8 (in a spreadsheet: `Text (tab delimited), UTF-8`)"
MAX_BYTES = 50_000_000  # a claim table larger than this is no claim table


@dataclass(frozen=True, slots=True)
class Claim:
    """One row, as written: names are not yet identifiers. `file` and `line` say where it stands."""

    id: str
    pmid: str
    pmcid: str
    doi: str
    year: int | None
    first_author: str
    journal: str
    source: str
    species: tuple[str, ...]
    preparation: str  # native, primed or engineered
    treatment: str
    vesicle: str
    notation: str
    mechanism: Mechanism
    cargo_kind: str
    markers: tuple[tuple[str, str], ...]  # (gene, up | down)
    drugs: tuple[str, ...]
    versus: str
    given: str
    cancers: tuple[str, ...]
    cell: str
    effect: str
    model: str
    summary: str
    curator: str
    date: str
    evidence_rows: tuple[str, ...]
    file: str
    line: int
    origin: str = "exograph"

    @property
    def publication(self) -> str:
        """Identifier of the paper: PMID, else DOI, else PMCID."""
        if self.pmid:
            return f"PMID:{self.pmid}"
        return f"doi:{self.doi}" if self.doi else f"PMC:{self.pmcid}"


@dataclass(frozen=True, slots=True)
class Row:
    """The raw cells of one line by column name."""

    cells: dict[str, str]
    file: str
    line: int

    def finding(
        self, column: str, message: str, repair: str = "", *, severity: Severity = "error", position: int = 0
    ) -> Finding:
        """A finding about one cell of this row."""
        return Finding(severity, self.file, self.line, column, message, repair, position)


def read_rows(path: Path) -> tuple[list[Row], list[Finding]]:
    """The rows of a claim table and what is wrong with its shape.

    Raises DataError where the file cannot be read at all.
    """
    text, troubles = _text(path)
    if troubles:
        return [], troubles
    lines = text.split("\n")
    header = lines[0].split("\t")
    findings = _header_findings(str(path), header)
    if findings:
        return [], findings
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            findings.append(
                Finding(
                    "error",
                    str(path),
                    number,
                    "",
                    _count_message(len(cells)),
                    "cells are separated by one tab; a tab or a line break inside a cell is not possible",
                )
            )
            continue
        rows.append(Row({name: cell.strip() for name, cell in zip(COLUMNS, cells, strict=True)}, str(path), number))
    if not rows and not findings:
        findings.append(
            Finding("error", str(path), 0, "", "the table has a header and no claim", "add a row, or drop the file")
        )
    return rows, findings


def _count_message(found: int) -> str:
    return f"{found} cells where the header names {len(COLUMNS)}"


def _text(path: Path) -> tuple[str, list[Finding]]:
    """The text of a table with `\\n` at line ends, or what keeps it from being one."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # a device or a pipe has no size that one could ask for
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}"
        raise DataError(message, hint="check the path and its permissions") from error
    if len(raw) > MAX_BYTES:
        repair = "name the table itself; see `exograph claim template`"
        return "", [_whole(path, f"larger than {MAX_BYTES // 1_000_000} MB: this is no claim table", repair)]
    if not raw.strip():
        return "", [_whole(path, "the file is empty", "`exograph claim template` prints a header to start from")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [_whole(path, f"not UTF-8: byte 0x{raw[error.start]:02x} at offset {error.start}", _SAVE, line)]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", [_whole(path, "a NUL character: this is UTF-16, or no text at all", _SAVE, line)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _whole(path: Path, message: str, repair: str, line: int = 0) -> Finding:
    return Finding("error", str(path), line, "", message, repair)


def _header_findings(file: str, header: list[str]) -> list[Finding]:
    if tuple(header) == COLUMNS:
        return []

    def found(column: str, message: str, repair: str) -> Finding:
        return Finding("error", file, 1, column, message, repair)

    if len(header) == 1:
        repair = "cells are separated by tabs, not by commas or semicolons; `exograph claim template` prints a header"
        return [found("", "the first line is no header of a claim table", repair)]
    order = "`exograph claim template` prints all columns in order"
    missing = [found(name, f"the column `{name}` is missing", order) for name in COLUMNS if name not in header]
    extra = [
        found(name[:40], f"`{name[:40]}` is no column of a claim table", "drop it, or correct its spelling")
        for name in header
        if name not in COLUMNS
    ]
    shuffled = found(
        "", "a column stands twice, or the columns are out of order", "the order is: " + ", ".join(COLUMNS)
    )
    return [*missing, *extra] or [shuffled]


def template() -> str:
    """The header of a claim table, and nothing else."""
    return "\t".join(COLUMNS) + "\n"


def claim_files(folder: Path) -> list[Path]:
    """The claim tables of a folder, sorted by name."""
    return sorted(folder.glob("*.tsv"))


def tuple_of(cell: str, separator: str) -> tuple[str, ...]:
    """The parts of a cell, blanks and empty parts dropped."""
    return tuple(part for part in (piece.strip() for piece in cell.split(separator)) if part)


def by_publication(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each paper, in order."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.publication, []).append(claim)
    return found
