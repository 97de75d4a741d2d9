"""Characters that hide in a cell, or look like others: a name with one of them is silently another name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

# columns whose cells are names that are looked up
NAME_COLUMNS = ("source", "mechanism", "markers", "drug", "cancer", "cell")
_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
_OURS = ("LATIN ", "GREEK ", "MICRO SIGN")
# Greek letters that are drawn like a Latin one; the others (TNF-α, IFN-γ) are the field's own
_TWINS = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
# so are these where they stand alone in a name (NF-κB, IκBα, PKCι), but not among small Latin letters (cisρlatin)
_SMALL_TWINS = frozenset("ικνρυχ")


def hidden(cell: str) -> Iterator[tuple[int, str]]:
    """(position from 1, what it is) of characters that are not seen: control, direction, zero width."""
    for position, char in enumerate(cell, start=1):
        if not (char.isascii() and char.isprintable()) and unicodedata.category(char) in _HIDDEN:
            yield position, _called(char)


def strangers(cell: str) -> Iterator[tuple[int, str]]:
    """(position from 1, what it is) of letters of another alphabet, and of Greek ones that look Latin."""
    for position, char in enumerate(cell, start=1):
        if char.isascii() or not char.isalpha():
            continue
        twin = char in _TWINS or (char in _SMALL_TWINS and _within_word(cell, position - 1))
        if twin or not unicodedata.name(char, "").startswith(_OURS):
            yield position, _called(char)


def _within_word(cell: str, at: int) -> bool:
    beside = cell[max(0, at - 1) : at] + cell[at + 1 : at + 2]
    return any("a" <= char <= "z" for char in beside)


def _called(char: str) -> str:
    return unicodedata.name(char, "") or f"control character U+{ord(char):04X}"
