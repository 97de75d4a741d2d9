"""HGNC complete set (tab-separated, 2018 column names or newer): genes with approved, previous and alias symbols.

Quirks: multi-values are joined by `|` inside double quotes; withdrawn entries stand between the approved ones;
`mirbase` gives the hairpin of a microRNA gene. Symbols are those of the file's date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exograph.sources._rows import broken, read_lines, require_columns, split_values

__all__ = ["GeneRecord", "read_hgnc"]

_COLUMNS = (
    "hgnc_id", "symbol", "name", "status", "locus_type", "prev_symbol", "alias_symbol", "uniprot_ids", "mirbase",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GeneRecord:
    """One line of the HGNC file. `id` is the CURIE `HGNC:n`; `mirbase` is empty or `MI` + 7 digits."""

    file: str
    line: int
    id: str
    symbol: str
    name: str
    status: str
    locus_type: str
    previous: tuple[str, ...]
    aliases: tuple[str, ...]
    uniprot: tuple[str, ...]
    mirbase: tuple[str, ...]


def read_hgnc(path: Path) -> Iterator[GeneRecord]:
    """Every entry of the file, withdrawn ones too (`status`); DataError with file:line where a line is malformed."""
    at: dict[str, int] = {}
    width = 0
    for number, line in read_lines(path):
        cells = line.split("\t")
        if not at:
            at, width = require_columns(path, cells, _COLUMNS), len(cells)
            continue
        if len(cells) != width:
            raise broken(path, number, f"{len(cells)} cells, the header has {width}")
        if not cells[at["hgnc_id"]].removeprefix("HGNC:").isdigit():
            raise broken(path, number, f"not an HGNC id: {cells[at['hgnc_id']]!r}")
        yield _record(path, number, cells, at)


def _record(path: Path, number: int, cells: list[str], at: dict[str, int]) -> GeneRecord:
    return GeneRecord(
        file=str(path),
        line=number,
        id=cells[at["hgnc_id"]],
        symbol=cells[at["symbol"]],
        name=cells[at["name"]].strip('"').strip(),
        status=cells[at["status"]],
        locus_type=cells[at["locus_type"]],
        previous=split_values(cells[at["prev_symbol"]]),
        aliases=split_values(cells[at["alias_symbol"]]),
        uniprot=split_values(cells[at["uniprot_ids"]]),
        mirbase=split_values(cells[at["mirbase"]]),
    )
