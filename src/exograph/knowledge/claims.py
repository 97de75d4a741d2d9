"""Claims as curators write them: the columns of their table, a raw `Row` of it, and the `Claim` that it becomes.

The format is documented column by column in graph/README.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exograph.knowledge.findings import Finding, Severity
from exograph.knowledge.mechanism import Mechanism

COLUMNS = (
    "claim", "pmid", "pmcid", "doi", "year", "first_author", "journal",
    "source", "species", "exosome", "vesicle", "mechanism", "cargo_kind", "markers",
    "drug", "versus", "given", "cancer", "cell", "effect", "model", "summary",
    "curator", "date", "evidence_rows",
)  # fmt: skip
# columns whose cell is never empty in a right row
REQUIRED = frozenset({"claim", "source", "exosome", "given", "effect", "model", "summary", "curator", "date"})
CARGO_KINDS = ("miRNA", "protein", "lncRNA", "circRNA", "mRNA", "siRNA", "anti-miR", "drug", "virus")
GIVEN = ("vesicles", "cells", "conditioned medium", "secretome", "inferred")
MODELS = ("in vitro", "in vivo", "in vitro + in vivo", "ex vivo", "clinical", "unspecified")
PREPARATIONS = ("native", "primed", "engineered")
SPECIES = ("human", "mouse", "rat", "dog", "pig", "rabbit", "sheep", "horse", "monkey")


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
