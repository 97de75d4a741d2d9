"""The text of a question as words: cleaned of what a terminal would obey, cut where a name may begin or end."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 4000  # characters that a question may have
_DASHES = str.maketrans(
    dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-")
    | {"\u2019": "'", "\u2018": "'", "\u00a0": " "}
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]{1,2}(?![^\W_]))?\+?|[?!.;,:()]")


@dataclass(eq=False, repr=False)
class Token:
    """One word (or a mark of punctuation), where it stands, and in lower case."""

    text: str
    start: int
    end: int
    low: str


def cleaned(text: str) -> str:
    """The question on one line, dashes as `-`, without control and invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("\u2014", " - ")
    spaced = "".join(" " if c in "\t\r\n\v\f" or unicodedata.category(c).startswith("Z") else c for c in text)
    return " ".join("".join(c for c in spaced if unicodedata.category(c)[0] != "C").split())


def tokens(text: str) -> list[Token]:
    """Words and marks in their order. A full stop inside a number or a name (`10.1186`) is no mark."""
    found = []
    for one in _WORD.finditer(text):
        mark = one[0] in ".,:" and one.end() < len(text) and not text[one.end()].isspace()
        if not mark:
            found.append(Token(one[0], one.start(), one.end(), one[0].lower()))
    return found


def foreign(text: str) -> bool:
    """Whether most letters are of an alphabet other than Latin and Greek."""
    letters = [c for c in text if c.isalpha()]
    other = sum(
        1 for c in letters if not c.isascii() and not unicodedata.name(c, "").startswith(("LATIN", "GREEK", "MICRO"))
    )
    return bool(letters) and other * 3 > len(letters)
