"""Where the bundled vocabularies come from, read from the page that people read: graph/vocab/README.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from exograph.errors import DataError
from exograph.resources import graph_dir

_ROW = re.compile(
    r"\| `(?P<file>[\w.]+)` \| (?P<rows>[\d,]+) \| (?P<holds>.+?) \| (?P<origin>.+?) \| (?P<licence>.+?) \|"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """One bundled file: how many rows of what, made from which public file (with its date), under which licence."""

    file: str
    rows: int
    holds: str
    origin: str
    licence: str


def origins(folder: Path | None = None) -> list[Origin]:
    """Every vocabulary file with its origin, in the page's order. DataError where the page is missing or empty."""
    page = (folder or graph_dir() / "vocab") / "README.md"
    try:
        lines = page.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{page}: cannot be read: {error.strerror or error}", hint="reinstall exograph") from error
    found = [match for match in map(_ROW.fullmatch, lines) if match]
    if not found:
        raise DataError(f"{page}: no table of files in it", hint="reinstall exograph")
    return [
        Origin(
            file=row["file"],
            rows=int(row["rows"].replace(",", "")),
            holds=_plain(row["holds"]),
            origin=_plain(row["origin"]),
            licence=_plain(row["licence"]),
        )
        for row in found
    ]


def _plain(markdown: str) -> str:
    return re.sub(r"[`*]", "", markdown).strip()
