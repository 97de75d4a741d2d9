"""Plain rows (of a canned question or of free Cypher) as a table or as tab-separated lines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from exograph.views import formula
from exograph.views.terminal import clean

_WIDEST = 60  # characters a column of the table may take


def table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """Aligned columns; long cells are cut with an ellipsis (`--tsv` and `--json` show them whole)."""
    cells = [[clean(cell(row.get(name))) for name in columns] for row in rows]
    widths = [min(_WIDEST, max([len(name), *(len(line[at]) for line in cells)])) for at, name in enumerate(columns)]
    lines = [columns, ["-" * width for width in widths], *cells]
    made = ["  ".join(_fit(text, width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join(made) + f"\n{len(rows)} row{'s' * (len(rows) != 1)}\n"


def tsv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], *, raw: bool = False) -> str:
    """A header and one line a row; tabs and line breaks within a cell become blanks, formulas text unless `raw`."""
    cells = ([" ".join(cell(row.get(name)).split()) for name in columns] for row in rows)
    return formula.lines([columns, *cells], raw=raw)


def cell(value: Any) -> str:
    """A value as text: lists joined by `; `, nothing as an empty text, data as JSON."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(cell(item) for item in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | bool) else str(value)


def _fit(text: str, width: int) -> str:
    return text[: width - 1] + "…" if len(text) > width else text.ljust(width)
