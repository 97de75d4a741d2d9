"""The evidence map as text: a compact table for the terminal, one line a cell as TSV, and the whole as JSON data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from exograph import __version__
from exograph.questions.answer import Nothing
from exograph.questions.evidence_map import EvidenceMap, Term
from exograph.questions.question import Question
from exograph.views import formula
from exograph.views.evidence_map import words
from exograph.views.terminal import clean, paint, width, wrap

_STYLE = {"+": "plus", "-": "minus", "0": "zero", "mixed": "alarm"}
_GAP = "\u00b7"
_NAME_MOST = 29  # columns of the terminal that a row's name may take
_HEAD_MOST = 8  # and a column's
_HEAD_LINES = 3
_LEAST = 4  # a cell
_ROWS_MOST = 60
_COLUMNS = (
    "row_id", "row", "column_id", "column", "direction", "papers", "claims", "plus", "minus", "zero", "claim_ids",
)  # fmt: skip


def text(found: EvidenceMap, *, columns: int = 100, colour: bool = False) -> str:
    """The map in at most `columns` columns of a terminal; what does not fit is cut, and said."""
    lines = [paint(words.title(found), "heading", colour)]
    if words.filters(found):
        lines += wrap(words.filters(found), columns)
    if found.nothing is not None:
        lines += [*wrap(found.nothing.why, columns), *(f"  {near.command}" for near in found.nothing.nearest)]
        return "\n".join(lines) + "\n"
    lines += [*wrap(words.summary(found), columns), ""]
    lines += _grid(found, columns, colour)
    lines += ["", *_legend(columns, colour)]
    for sentence in words.reading(found):
        lines += wrap(sentence, columns)
    if words.left_out(found):
        lines += wrap(f"Left out: {words.left_out(found)}.", columns)
    return "\n".join(lines) + "\n"


def _grid(found: EvidenceMap, columns: int, colour: bool) -> list[str]:
    rows = [_cut(_name(term), _NAME_MOST) for term in found.rows[:_ROWS_MOST]]
    first = max(width(name) for name in rows) + 5  # the number of papers stands behind the name
    heads = [_head(_name(term)) for term in found.columns]
    widths = [max([_LEAST, *(width(line) for line in head)]) + 1 for head in heads]
    shown = _fitting(widths, columns - first, late=found.column_kind == "year")
    tall = max(len(heads[at]) for at in shown)
    lines = []
    for level in range(tall):
        parts = [_right(_line(heads[at], level - tall + len(heads[at])), widths[at]) for at in shown]
        lines.append((" " * first + "".join(parts)).rstrip())
    totals = "".join(_right(str(found.columns[at].papers), widths[at]) for at in shown)
    lines.append(paint(f"{'papers'.rjust(first)}{totals}", "faint", colour))
    cells = {(cell.row, cell.column): cell for cell in found.cells}
    for place, (term, name) in enumerate(zip(found.rows, rows, strict=False)):
        line = f"{name}{' ' * (first - 4 - width(name))}{paint(f'{term.papers:4}', 'faint', colour)}"
        for at in shown:
            cell = cells.get((place, at))
            said = f"{words.GLYPHS[cell.direction]}{cell.papers}" if cell else _GAP
            line += " " * (widths[at] - width(said)) + paint(said, _STYLE[cell.direction] if cell else "faint", colour)
        lines.append(line.rstrip())
    for kind, few, all_ in (
        (found.row_kind, len(rows), len(found.rows)), (found.column_kind, len(shown), len(heads)),
    ):  # fmt: skip
        if few < all_:
            which = words.ORDERED.get(kind, "those with most papers")
            said = f"{few} of {all_} {words.PLURALS[kind]} shown, {which}; --html, --tsv and --json hold all."
            lines += wrap(said, columns)
    return lines


def _name(term: Term) -> str:
    return clean(term.name) if term.named else "(none named)"


def _head(name: str) -> list[str]:
    """A column's name on at most three short lines; long words are broken with a hyphen."""
    lines = [""]
    for word in name.replace("-", "- ").split():
        glue = "" if not lines[-1] or lines[-1].endswith("-") else " "
        if width(lines[-1] + glue + word) <= _HEAD_MOST:
            lines[-1] += glue + word
            continue
        rest = word
        while width(rest) > _HEAD_MOST:
            piece = _cut(rest, _HEAD_MOST).removesuffix("\u2026")
            lines.append(f"{piece}-")
            rest = rest[len(piece) :]
        lines.append(rest)
    lines = [line for line in lines if line]
    if len(lines) > _HEAD_LINES:
        last = lines[_HEAD_LINES - 1].rstrip("-")[: _HEAD_MOST - 1]
        return [*lines[: _HEAD_LINES - 1], f"{last}\u2026"]
    return lines


def _line(head: Sequence[str], level: int) -> str:
    return head[level] if level >= 0 else ""


def _right(said: str, room: int) -> str:
    return " " * (room - width(said)) + said


def _cut(said: str, most: int) -> str:
    """`said` in at most `most` columns."""
    if width(said) <= most:
        return said
    kept = ""
    for char in said:
        if width(kept + char) >= most:
            break
        kept += char
    return f"{kept}\u2026"


def _fitting(widths: Sequence[int], room: int, *, late: bool) -> list[int]:
    """The first columns that fit (`late`: the last ones), at least one."""
    used, shown = 0, list[int]()
    for at in range(len(widths) - 1, -1, -1) if late else range(len(widths)):
        used += widths[at]
        if used > room and shown:
            break
        shown.append(at)
    return sorted(shown)


def _legend(columns: int, colour: bool) -> Iterator[str]:
    for direction, meaning in words.MEANINGS.items():
        first, *rest = wrap(meaning, columns - 3)
        yield f"{paint(words.GLYPHS[direction], _STYLE[direction], colour)}  {first}"
        yield from (f"   {line}" for line in rest)
    yield f"{paint(_GAP, 'faint', colour)}  no claim names both"


def tsv(found: EvidenceMap, *, raw: bool = False) -> str:
    """One line a cell; gaps have none. A name that a spreadsheet would run stands behind an apostrophe unless `raw`."""
    lines: list[tuple[str, ...]] = [_COLUMNS]
    for cell in found.cells:
        row, column = found.rows[cell.row], found.columns[cell.column]
        values = (
            row.id, row.name, column.id, column.name, cell.direction, cell.papers, len(cell.claims), cell.plus,
            cell.minus, cell.zero, "; ".join(cell.claims),
        )  # fmt: skip
        lines.append(tuple(" ".join(clean(str(value)).split()) for value in values))
    return formula.lines(lines, raw=raw)


def document(found: EvidenceMap) -> dict[str, Any]:
    """The map as plain dicts and lists; `row` and `column` of a cell are places in the lists of terms."""
    nothing = found.nothing
    return {
        "exograph": __version__,
        "data": {"release": found.release, "sha256": found.sha256},
        "asked": Question(where=found.where).document(),
        "text": words.filters(found),
        "understood": [
            {"text": one.text, "label": one.label, "id": one.id, "name": one.name, "note": one.note}
            for one in found.understood
        ],
        "rows": {"kind": found.row_kind, "terms": [_term(term) for term in found.rows]},
        "columns": {"kind": found.column_kind, "terms": [_term(term) for term in found.columns]},
        "cells": [
            {
                "row": cell.row, "column": cell.column, "direction": cell.direction, "papers": cell.papers,
                "plus": cell.plus, "minus": cell.minus, "zero": cell.zero, "claims": list(cell.claims),
            }
            for cell in found.cells
        ],
        "claims": len(found.claims),
        "papers": found.papers,
        "hidden": {"retracted": found.hidden.retracted},
        "nothing": nothing and _nothing(nothing),
    }  # fmt: skip


def _nothing(nothing: Nothing) -> dict[str, Any]:
    near = [{"text": one.text, "command": one.command} for one in nothing.nearest]
    return {"why": nothing.why, "nearest": near}


def _term(term: Term) -> dict[str, Any]:
    """A row or column; the one of claims that name nothing of the kind has no id."""
    return {
        "id": term.id or None, "label": term.label or None, "name": term.name, "papers": term.papers,
        "claims": term.claims, "narrower": list(term.narrower),
    }  # fmt: skip
