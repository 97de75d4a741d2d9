"""Rows as a data frame: pandas where it is installed, else polars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from exograph.errors import UsageError
from exograph.questions.answer import Answer
from exograph.views import tsv

_NUMBERS = ("sign", "year")


def answer_rows(answer: Answer) -> tuple[list[str], list[dict[str, Any]]]:
    """Columns and rows of an answer: one row a path, as `--tsv` has it, with `sign` and `year` as numbers."""
    rows = []
    for path in answer.paths:
        row: dict[str, Any] = dict(zip(tsv.COLUMNS, tsv.row(path), strict=True))
        rows.append({**row, "sign": path.sign, "year": path.paper.year, "loaded": path.loaded})
    return list(tsv.COLUMNS), rows


def to_frame(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Any:
    """A pandas DataFrame, or a polars one where only polars is installed. UsageError where neither is."""
    data = {name: [row.get(name) for row in rows] for name in columns}
    if find_spec("pandas") is not None:
        import pandas

        # whole numbers with gaps: pandas' own Int64 keeps them whole
        return pandas.DataFrame(data).astype(
            {name: "Int64" for name in _NUMBERS if name in data and _whole(data[name])}
        )
    if find_spec("polars") is not None:
        import polars

        return polars.DataFrame(data, strict=False)
    raise UsageError("neither pandas nor polars is installed", hint="pip install 'exograph[frames]'")


def _whole(values: Sequence[Any]) -> bool:
    return all(value is None or (isinstance(value, int) and not isinstance(value, bool)) for value in values)
