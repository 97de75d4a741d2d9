"""CIViC `FeatureSummaries.tsv` (CC0): genes, fusions and factors with the other names they go by.

Quirks: not quoted, a `"` is a character of the text; `feature_aliases` are joined by commas, and the symbol itself is
often among them; fusions and factors have no Entrez id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exograph.sources._rows import broken, read_lines, require_columns, split_values

__all__ = ["CivicFeature", "read_civic_features"]

_COLUMNS = ("feature_id", "feature_civic_url", "feature_type", "name", "feature_aliases", "entrez_id")


@dataclass(frozen=True, slots=True)
class CivicFeature:
    """One feature; `kind` is Gene, Fusion, Factor or Region; `page` can be opened."""

    file: str
    line: int
    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    page: str


def read_civic_features(path: Path) -> Iterator[CivicFeature]:
    """Features in the file's order; DataError with file:line where a row is malformed."""
    at: dict[str, int] = {}
    width = 0
    for number, line in read_lines(path):
        cells = line.split("\t")
        if not at:
            at, width = require_columns(path, cells, _COLUMNS), len(cells)
            continue
        if len(cells) != width or not cells[at["feature_id"]].isdigit():
            raise broken(path, number, f"{len(cells)} cells (the header has {width}) or no feature id")
        yield CivicFeature(
            file=str(path),
            line=number,
            id=cells[at["feature_id"]],
            kind=cells[at["feature_type"]],
            name=cells[at["name"]],
            aliases=split_values(cells[at["feature_aliases"]], ","),
            page=cells[at["feature_civic_url"]],
        )
