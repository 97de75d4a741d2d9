"""How `make_vocab.py` writes a vocabulary: sorted rows, tabs, UTF-8, and gzip without a time, so that bytes repeat."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Sequence
from pathlib import Path


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write the rows sorted by their first cells; returns how many. A tab or line break inside a cell is an error."""
    lines = ["\t".join(header)]
    for row in sorted(set(map(tuple, rows)), key=_order):
        if len(row) != len(header) or any(c in cell for cell in row for c in "\t\r\n"):
            raise ValueError(f"{path.name}: {len(header)} clean cells wanted: {row}")
        lines.append("\t".join(row))
    text = ("\n".join(lines) + "\n").encode("utf-8")
    path.write_bytes(_gzipped(text) if path.suffix == ".gz" else text)
    return len(lines) - 1


def join(values: Iterable[str]) -> str:
    """Values of one cell, without doubles, in the order given; a value with a `|` inside would be split: dropped."""
    seen: dict[str, None] = {}
    for value in values:
        if value and "|" not in value:
            seen.setdefault(" ".join(value.split()), None)
    return "|".join(seen)


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a hand-kept table as dictionaries; lines starting with `#` are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:]]
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"{path.name}: {len(row)} cells instead of {len(header)}: {row}")
    return [dict(zip(header, row, strict=True)) for row in rows]


def _gzipped(text: bytes) -> bytes:
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, compresslevel=9, mtime=0) as stream:
        stream.write(text)
    return packed.getvalue()


def _order(row: tuple[str, ...]) -> tuple[str, int, tuple[str, ...]]:
    """`HGNC:9` before `HGNC:10`."""
    prefix, _, number = row[0].partition(":")
    return (prefix, int(number), row) if number.isdigit() else (row[0], 0, row)
