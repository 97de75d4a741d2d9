"""What the readers share: opening a plain or gzipped text file and walking its lines with their numbers."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO, cast

from exograph.errors import DataError


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Line number (from 1) and line without its end; UTF-8, gzipped where the name ends in `.gz`.

    Raises DataError when the file is missing, is not gzip, or is not UTF-8.
    """
    number = 0
    try:
        with _open(path) as lines:
            for line in lines:
                number += 1
                yield number, line.rstrip("\r\n")
    except FileNotFoundError as error:
        raise DataError(f"no such file: {path}") from error
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}:{number + 1}: cannot be read: {error}") from error


def _open(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return cast("TextIO", gzip.open(path, "rt", encoding="utf-8", newline=""))
    return path.open(encoding="utf-8", newline="")


def broken(path: Path, line: int, what: str, hint: str = "") -> DataError:
    """The error for one malformed line, with file:line in front."""
    return DataError(f"{path}:{line}: {what}", hint=hint)


def require_columns(path: Path, header: Sequence[str], wanted: Sequence[str]) -> dict[str, int]:
    """Name -> position of the wanted columns; DataError names the missing ones."""
    missing = [name for name in wanted if name not in header]
    if missing:
        raise broken(path, 1, f"column(s) missing: {', '.join(missing)}", "is this the file the reader is for?")
    return {name: header.index(name) for name in wanted}


def split_values(cell: str, separator: str = "|") -> tuple[str, ...]:
    """A multi-valued cell: quotes around it taken away, empty parts dropped, order kept."""
    return tuple(part for part in (piece.strip() for piece in cell.strip().strip('"').split(separator)) if part)
