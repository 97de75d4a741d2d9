"""Lines of tab-separated cells; those that a spreadsheet would run as a formula are made text."""

from __future__ import annotations

import re
from collections.abc import Iterable

# what starts a formula in a spreadsheet, full-width forms too; a number with a sign, or a sign alone, is none
_FORMULA = re.compile(r"(?![+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$|[+-]$)[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def lines(rows: Iterable[Iterable[str]], *, raw: bool) -> str:
    """A line a row. No cell may hold a tab or a line break; `raw` leaves formulas as they are."""
    return "".join("\t".join(cell if raw else defused(cell) for cell in row) + "\n" for row in rows)


def defused(cell: str) -> str:
    """The cell behind an apostrophe where a spreadsheet would run it: `'=1+1`; any other cell as it is."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
