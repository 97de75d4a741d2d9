"""Text for a terminal: made harmless, measured in columns, wrapped, coloured. Plain Python: fast to import."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_JOINERS = "\u200c\u200d"  # they shape Persian and Indic words and emoji; they hide nothing
_ESCAPED = frozenset({"Cc", "Cf", "Cs"})
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_MIN_WIDTH = 20  # columns; below that nothing can be laid out

STYLES = {"heading": "1", "faint": "2", "plus": "34", "minus": "33", "zero": "2", "alarm": "1;31"}


def clean(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal obeys.

    White space becomes a space; control characters, bidirectional and other invisible marks and lone surrogates are
    spelt out (`\\x1b`), so that they can be seen and do nothing.
    """
    if text.isprintable():
        return text
    return "".join(map(_harmless, text)).strip()


def _harmless(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char) not in _ESCAPED or char in _JOINERS:
        return char
    return char.encode("ascii", "backslashreplace").decode() if ord(char) > 0x7F else f"\\x{ord(char):02x}"


def width(text: str) -> int:
    """How many columns `text` takes: wide East Asian characters and emoji two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, columns: int, *, first: str = "", rest: str = "") -> list[str]:
    """`text`, cleaned, in lines of at most `columns` columns; `first` and `rest` stand before them.

    Breaks at spaces; a word that is too long for a line is cut, unless it is an address. At least one line.
    """
    room = max(columns, _MIN_WIDTH)
    lines: list[str] = []
    line, indent, empty = first, rest, True
    for word in clean(text).split():
        for piece in _pieces(word, max(room - max(width(first), width(indent)), 1)):
            gap = "" if empty else " "
            if not empty and width(line) + 1 + width(piece) > room:
                lines.append(line)
                line, gap = indent, ""
            line, empty = f"{line}{gap}{piece}", False
    return [*lines, line.rstrip() if empty else line]


def beside(cells: Sequence[str], widths: Sequence[int], gap: str, rest: str = "") -> list[str]:
    """Cells in columns of these widths, each wrapped within its own; `rest` stands before a cell's further lines."""
    columns = [_within(cell, room, rest) for cell, room in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, columns), default=0)):
        parts = [column[at] if at < len(column) else "" for column in columns]
        padded = [part + " " * (room - width(part)) for part, room in zip(parts, widths, strict=True)]
        lines.append(gap.join(padded).rstrip())
    return lines


def _within(text: str, room: int, rest: str) -> list[str]:
    """As `wrap`, in a column that may be narrow."""
    lines, empty = [""], True
    for word in clean(text).split():
        for piece in _pieces(word, max(1, room - width(rest))):
            if not empty and width(lines[-1]) + 1 + width(piece) > room:
                lines.append(rest)
                empty = True
            lines[-1] += piece if empty else f" {piece}"
            empty = False
    return lines


def _pieces(word: str, room: int) -> Iterator[str]:
    # an address that is cut can no longer be opened
    if width(word) <= room or "://" in word:
        yield word
        return
    piece, used = "", 0
    for char in word:
        columns = _columns(char)
        if used + columns > room and piece:
            yield piece
            piece, used = "", 0
        piece, used = piece + char, used + columns
    yield piece


def paint(text: str, style: str, colour: bool) -> str:
    """`text` in one of STYLES, if colours are wanted."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour and text else text
