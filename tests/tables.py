"""Claim tables for tests: rows with sensible cells, one or two of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exograph.knowledge.claims import COLUMNS, Row
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.grounded import GroundedClaim, ground_claim
from exograph.knowledge.projection import Projected, project
from exograph.knowledge.rows import read_claims
from tests.graphs import vocabulary

# A row without a fault: no real paper, its number lies far above those that PubMed has given out.
CELLS = {
    "claim": "PMID:999000001/1", "pmid": "999000001", "year": "2020", "first_author": "Doe J", "journal": "Fixture",
    "source": "bone marrow", "species": "human", "exosome": "native", "vesicle": "exosomes",
    "mechanism": "miR-21 -| PTEN", "cargo_kind": "miRNA", "drug": "cisplatin", "given": "vesicles",
    "cancer": "hepatocellular carcinoma", "effect": "confers resistance", "model": "in vitro",
    "summary": "A fixture: no real paper.", "curator": "exograph", "date": "2026-11-25",
}  # fmt: skip
HEADER = "\t".join(COLUMNS)


def cells(**changed: str) -> dict[str, str]:
    """The cells of a row, with these changed."""
    unknown = set(changed) - set(COLUMNS)
    assert not unknown, unknown
    return {name: {**CELLS, **changed}.get(name, "") for name in COLUMNS}


def line(row: Mapping[str, str]) -> str:
    """The row as a line of a table."""
    return "\t".join(row[name] for name in COLUMNS)


def table(*rows: Mapping[str, str]) -> str:
    """Header and rows as text; without rows, one row without a fault."""
    return "\n".join([HEADER, *(line(row) for row in rows or (cells(),))]) + "\n"


def write(path: Path, *rows: Mapping[str, str]) -> Path:
    """The table as a file."""
    path.write_text(table(*rows), encoding="utf-8", newline="")
    return path


def raw(**changed: str) -> Row:
    """A raw row as the reader gives it."""
    return Row(cells(**changed), "mine.tsv", 2)


def read(path: Path) -> list[Finding]:
    """All that reading a table finds."""
    return read_claims(path)[1]


def grounded(path: Path, **changed: str) -> GroundedClaim:
    """One claim, read from a file in this folder and grounded with the bundled vocabularies."""
    claims, findings = read_claims(write(path / "one.tsv", cells(**changed)), "one.tsv")
    assert not errors(findings), findings
    claim, more = ground_claim(claims[0], vocabulary())
    assert not errors(more), more
    return claim


def projected(path: Path, **changed: str) -> Projected:
    """One claim as nodes and edges."""
    return project(grounded(path, **changed), vocabulary(), {})
