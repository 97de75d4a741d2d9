"""The file of a claim table -> raw rows: UTF-8 or UTF-16, tabs or the commas of a CSV, columns in any order.

What spreadsheets do to a table is read wherever it can be read in one way only; the rest is a Finding with its repair.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from exograph.errors import DataError
from exograph.knowledge.claims import COLUMNS, REQUIRED, Row
from exograph.knowledge.findings import Finding

MAX_BYTES = 50_000_000  # a claim table larger than this is no claim table
_SAVE = "save the table as UTF-8 (in Excel: `CSV UTF-8 (Comma delimited)`) or as `Unicode Text`"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TEMPLATE = "`exograph claim template` prints all columns"
Line = tuple[int, list[str]]  # number of a line from 1, and its cells


def read_rows(path: Path) -> tuple[list[Row], list[Finding]]:
    """The rows of a claim table and what is wrong with its shape.

    Raises DataError where the file cannot be read at all.
    """
    text, troubles = _text(path)
    if troubles:
        return [], troubles
    lines = list(_lines(path, text))
    if isinstance(lines[-1], Finding):
        return [], [lines[-1]]
    cells = [line for line in lines if not isinstance(line, Finding)]
    header = [name.strip().casefold() for name in cells[0][1]]
    while header and not header[-1]:
        header.pop()
    findings = _header_findings(str(path), header)
    if findings:
        return [], findings
    rows: list[Row] = []
    for number, held in cells[1:]:
        if any(cell.strip() for cell in held):
            row = _row(str(path), number, header, held)
            if isinstance(row, Finding):
                findings.append(row)
            else:
                rows.append(row)
    if not rows and not findings:
        findings.append(_whole(path, "the table has a header and no claim", "add a row, or drop the file"))
    return rows, findings


def _text(path: Path) -> tuple[str, list[Finding]]:
    """The text of a table with `\\n` at line ends, or what keeps it from being one."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # a device or a pipe has no size that one could ask for
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror or error}"
        raise DataError(message, hint="check the path and its permissions") from error
    if len(raw) > MAX_BYTES:
        repair = "name the table itself; see `exograph claim template`"
        return "", [_whole(path, f"larger than {MAX_BYTES // 1_000_000} MB: this is no claim table", repair)]
    if not raw.strip():
        return "", [_whole(path, "the file is empty", "`exograph claim template` prints a header to start from")]
    encoding, name = ("utf-16", "UTF-16") if raw.startswith(_UTF16) else ("utf-8-sig", "UTF-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [_whole(path, f"not {name}: byte 0x{raw[error.start]:02x} at offset {error.start}", _SAVE, line)]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = "a NUL character: this is UTF-16 without its mark, or no text at all"
        return "", [_whole(path, message, _SAVE, line)]
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), []


def _lines(path: Path, text: str) -> Iterator[Line | Finding]:
    """Each line's cells. Without a tab in the header it is a CSV, whose cells may be quoted; a Finding ends it."""
    first = text.partition("\n")[0]
    if "\t" in first:
        yield from ((number, line.split("\t")) for number, line in enumerate(text.split("\n"), start=1))
        return
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        repair = "a cell with a comma or a quotation mark stands in quotation marks, and its own are doubled"
        yield _whole(path, f"no CSV: {error}", repair, begin)


def _header_findings(file: str, header: Sequence[str]) -> list[Finding]:
    def found(column: str, message: str, repair: str) -> Finding:
        return Finding("error", file, 1, column, message, repair)

    if not set(header) & set(COLUMNS):
        repair = f"{_TEMPLATE}; cells are separated by tabs, or by the commas of a CSV"
        return [found("", "the first line is no header of a claim table", repair)]
    missing = [found(name, f"the column `{name}` is missing", _TEMPLATE) for name in COLUMNS if name not in header]
    extra = [found(name[:40], f"`{name[:40]}` is no column of a claim table", _named(name)) for name in header
             if name not in COLUMNS]  # fmt: skip
    twice = [found(name, f"the column `{name}` stands twice", "drop one of them") for name in dict.fromkeys(header)
             if name in COLUMNS and header.count(name) > 1]  # fmt: skip
    return [*missing, *extra, *twice]


def _named(name: str) -> str:
    close = get_close_matches(name, COLUMNS, 1)
    return f"did you mean `{close[0]}`?" if close else "drop it, or correct its spelling"


def _row(file: str, number: int, header: Sequence[str], cells: Sequence[str]) -> Row | Finding:
    """Missing cells at the end are empty, as editors strip them; so are empty ones beyond the last column."""
    held = [cell.strip() for cell in cells]
    lacking = [name for name in header[len(held) :] if name in REQUIRED]
    if lacking or any(held[len(header) :]):
        what = f"{len(held)} cells where the header names {len(header)}"
        what += f": {', '.join(lacking)} missing" if lacking else ""
        repair = "one cell a column; a tab or a line break inside a cell is not possible"
        return Finding("error", file, number, "", what, repair)
    held += [""] * (len(header) - len(held))
    by_name = dict(zip(header, held[: len(header)], strict=True))
    return Row({name: by_name[name] for name in COLUMNS}, file, number)


def _whole(path: Path, message: str, repair: str, line: int = 0) -> Finding:
    return Finding("error", str(path), line, "", message, repair)
