"""DrugCentral `drug.target.interaction.tsv.gz` (CC BY-SA 4.0): drug, target, activity.

Quirks: every text field is quoted; only `MOA` = 1 means "this is how the drug works", the other rows are bioactivities;
complexes join GENE and ACCESSION by `|`; targets of other organisms stand between the human ones.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exograph.sources._rows import broken, read_lines, require_columns, split_values

__all__ = ["DrugCentralRow", "read_drugcentral"]

_COLUMNS = (
    "DRUG_NAME", "STRUCT_ID", "ACCESSION", "GENE", "MOA", "MOA_SOURCE_URL", "ACTION_TYPE", "ORGANISM",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DrugCentralRow:
    """One interaction. `mechanism` is true where the row is flagged as the drug's mechanism of action."""

    file: str
    line: int
    drug: str
    struct_id: str
    genes: tuple[str, ...]
    uniprot: tuple[str, ...]
    mechanism: bool
    action: str
    organism: str
    page: str


def read_drugcentral(path: Path) -> Iterator[DrugCentralRow]:
    """Rows in the file's order; DataError with file:line where a row is malformed."""
    at: dict[str, int] = {}
    width = 0
    for number, line in read_lines(path):
        cells = next(csv.reader([line], delimiter="\t"), [])
        if not at:
            at, width = require_columns(path, cells, _COLUMNS), len(cells)
            continue
        if len(cells) != width or not cells[at["STRUCT_ID"]].isdigit():
            raise broken(path, number, f"{len(cells)} cells (the header has {width}) or no STRUCT_ID")
        yield DrugCentralRow(
            file=str(path),
            line=number,
            drug=cells[at["DRUG_NAME"]],
            struct_id=cells[at["STRUCT_ID"]],
            genes=split_values(cells[at["GENE"]]),
            uniprot=split_values(cells[at["ACCESSION"]]),
            mechanism=cells[at["MOA"]] == "1",
            action=cells[at["ACTION_TYPE"]].lower(),
            organism=cells[at["ORGANISM"]],
            page=cells[at["MOA_SOURCE_URL"]],
        )
