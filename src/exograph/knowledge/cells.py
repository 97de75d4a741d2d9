"""Rules about single cells, whatever their column means: no value, an empty name, a date, a formula, a novel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exograph.knowledge.claims import Row
from exograph.knowledge.findings import Finding
from exograph.knowledge.letters import NAME_COLUMNS

LONGEST = 1000  # characters of any cell
MOST = 50  # names of a list
# words for "nothing", which in a table of names would be names
NOTHING = frozenset(
    ("na", "n/a", "n.a.", "nan", "null", "none", "nil", "-", "--", "–", "—", "?", ".", "unknown", "not applicable",
     "not available", "not reported", "not given")
)  # fmt: skip
_LISTS = {"species": ";", "drug": "+", "cancer": ";", "markers": ",", "evidence_rows": ";"}
_SPLIT = {";": re.compile(";"), ",": re.compile(","), "+": re.compile(r"(?:^|\s)\+(?=\s|$)")}
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})[-/. ](?P<month>{_MONTHS})(?:[-/. ]\d{{2,4}})?|(?P<month2>{_MONTHS})[-/. ](?P<day2>\d{{1,4}})"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d+(?:[.,]\d+)?e[+-]?\d+|\d{5}(?:[.,]0)?",
    re.IGNORECASE,
)
# symbols that spreadsheets took for dates, and what HGNC calls these genes now
_GENES = {"sep": "SEPTIN{0}", "mar": "MARCHF{0} (or MTARC{0})", "dec": "DELEC{0}"}
_FORMULA = re.compile(r"[=@+-](?=.)|[\t\r]")


def check_cells(row: Row) -> list[Finding]:
    """What is wrong with the cells of a row as such; at most one finding a cell."""
    found = []
    for column, cell in row.cells.items():
        finding = next(_cell(row, column, cell), None) if cell else None
        if finding is not None:
            found.append(finding)
    return found


def _cell(row: Row, column: str, cell: str) -> Iterator[Finding]:
    if len(cell) > LONGEST:
        yield row.finding(column, f"{len(cell):,} characters", f"at most {LONGEST:,}")
    if cell.casefold() in NOTHING:
        yield row.finding(column, f"`{cell}` is no value", "leave the cell empty")
    names = list(_names(column, cell))
    if "" in names:
        yield row.finding(
            column, f"an empty name beside `{_LISTS[column]}`", "drop the separator, or name what is meant"
        )
    if len(names) > MOST:
        yield row.finding(column, f"{len(names)} names", f"at most {MOST}")
    for name in names:
        if name.casefold() in NOTHING:
            yield row.finding(column, f"`{name}` is no value", "drop it")
        if column in NAME_COLUMNS:
            yield from _name(row, column, name)
    if _FORMULA.match(cell):
        message = f"a spreadsheet runs a cell that begins with `{cell[0]}` as a formula"
        yield row.finding(column, message, "begin with another character", severity="warning")


def _names(column: str, cell: str) -> Iterable[str]:
    """The names of a list, empty ones too; of a mechanism its names without their arrows."""
    if column == "mechanism":
        return [part.strip(" []") for part in re.split(r"\s(?:->|-\||~)\s|,", cell)]
    if column not in _LISTS:
        return [cell]
    return [part.strip() for part in _SPLIT[_LISTS[column]].split(cell)]


def _name(row: Row, column: str, name: str) -> Iterator[Finding]:
    bare = re.sub(r"\s+(up|down)$", "", name) if column == "markers" else name
    if bare and not any(char.isalnum() for char in bare):
        yield row.finding(column, f"`{bare[:40]}` is no name", "write the name, or leave the cell empty")
    date = _DATE.fullmatch(bare)
    if date:
        yield row.finding(column, f"`{bare[:40]}` is a date or number that a spreadsheet made of a name", _gene(date))


def _gene(date: re.Match[str]) -> str:
    month = (date["month"] or date["month2"] or "")[:3].lower()
    number = (date["day"] or date["day2"] or "").lstrip("0")
    hint = "format the column as text before you type, and write the symbol"
    return f"{_GENES[month].format(number)}? {hint}" if month in _GENES and number else hint
