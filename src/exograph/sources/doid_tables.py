"""Reports of the Disease Ontology as tables: `HumanDO.tsv`, one row a term and parent.

Quirk: the parent is given by its label, not its id, so the whole file is read before a parent can be named.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exograph.sources._rows import broken, read_lines, require_columns

__all__ = ["DiseaseRow", "read_doid_table"]


@dataclass(frozen=True, slots=True)
class DiseaseRow:
    """One (term, parent) pair; `parent` is a label, empty at the root."""

    file: str
    line: int
    id: str
    label: str
    parent: str


def read_doid_table(path: Path) -> Iterator[DiseaseRow]:
    """Rows in the file's order; DataError with file:line where a row has no DOID or too few cells."""
    at: dict[str, int] = {}
    for number, line in read_lines(path):
        cells = next(csv.reader([line], delimiter="\t"), [])
        if not at:
            at = require_columns(path, cells, ("id", "label", "subClassOf"))
            continue
        if len(cells) < len(at):
            raise broken(path, number, f"{len(cells)} cells, three are needed")
        if not cells[at["id"]].startswith("DOID:"):
            raise broken(path, number, f"not a DOID: {cells[at['id']]!r}")
        yield DiseaseRow(str(path), number, cells[at["id"]], cells[at["label"]], cells[at["subClassOf"]])
