"""How a question in words was taken apart, for `ask --explain`: each span, its rules, what it became."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exograph.questions.text import condition, write
from exograph.views.terminal import clean, width

if TYPE_CHECKING:
    from exograph.language.assemble import Reading
    from exograph.language.item import Item

_HEADINGS = ("words", "read as", "rules", "became")
_GAP = "  "


def explained(reading: Reading) -> str:
    """One line a span, then what was left over, and the question."""
    rows = [_HEADINGS, *((item.text, _kind(item), ", ".join(item.rules), _became(item)) for item in reading.items)]
    lines = _table([tuple(clean(cell) for cell in row) for row in rows])
    if reading.left:
        lines.append(f"not understood: {', '.join(clean(item.text) for item in reading.left)}")
    if reading.refused:
        lines.append(f"refused: {clean(reading.refused)}")
    elif reading.question is not None:
        lines.append(f"question: {clean(write(reading.question))}")
    return "\n".join([*lines, *(clean(note) for note in reading.notes)])


def _kind(item: Item) -> str:
    return item.kind or " or ".join(sorted(item.cats)) or "unknown"


def _became(item: Item) -> str:
    if item.where is not None:
        return condition(item.where)
    names = dict.fromkeys(f"{one.name} ({one.label})" for part in (item, *item.names) for one in part.meanings)
    said = [f"{item.dim} {item.sign:+}" if item.dim else "", item.means if item.kind else "", " or ".join(names)]
    return "; ".join(filter(None, said)) or " or ".join(dict.fromkeys(use.means for use in item.uses if use.means))


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widest = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(cell + " " * (most - width(cell)) for cell, most in zip(row, widest, strict=True)).rstrip()
        for row in rows
    ]
