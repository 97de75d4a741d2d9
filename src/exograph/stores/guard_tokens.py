"""Cypher text -> tokens, for the guard: no grammar, but nothing is skipped and nothing is read in two ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from exograph.errors import StoreRefused

LONGEST = 100_000  # characters; a question is not longer, and a reader's time is bounded

Kind = Literal["word", "quoted", "string", "number", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a statement as written; `line` and `column` count from 1; `spaced`: blanks or a comment before it."""

    kind: Kind
    text: str
    line: int
    column: int
    spaced: bool

    @property
    def name(self) -> str:
        """A word, or what stands between the backticks."""
        return self.text[1:-1].replace("``", "`") if self.kind == "quoted" else self.text


# `..` before numbers and marks: in `*1..3` the dots are no decimal point, and no property follows them.
_TOKEN = re.compile(
    r"""
      (?P<blank>   [ \t\n]+ | //[^\n]* | /\*.*?\*/ )
    | (?P<string>  '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<quoted>  `(?:[^`]|``)*` )
    | (?P<number>  0[xX][0-9a-fA-F_]+ | 0[oO][0-7_]+ | [0-9][0-9_]*(?:\.(?!\.)[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9]) )
    | (?P<word>    [^\W\d]\w* )
    | (?P<mark>    \.\. | /(?!\*) | [-+*%^=~<>!&|,.:;?$()\[\]{}] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\+(?:u+([0-9a-fA-F]{4})|U+([0-9a-fA-F]{8}))")


def tokens(cypher: str) -> list[Token]:
    """All tokens of a statement in order. StoreRefused where a reader could take the text in two ways."""
    if len(cypher) > LONGEST:
        raise StoreRefused(f"the statement is longer than {LONGEST:,} characters")
    text = cypher.replace("\r\n", "\n").replace("\r", "\n")
    _check_escapes(text)
    found: list[Token] = []
    place, spaced = 0, False
    line, line_start = 1, 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise _unreadable(text, place)
        kind = match.lastgroup
        if kind == "blank":
            spaced = True
        else:
            found.append(Token(cast(Kind, kind), match.group(), line, place - line_start + 1, spaced))
            spaced = False
        line += match.group().count("\n")
        if "\n" in match.group():
            line_start = match.start() + match.group().rindex("\n") + 1
        place = match.end()
    return found


def _check_escapes(text: str) -> None:
    """Neo4j reads backslash-u before anything else, even in comments; other engines only in strings."""
    for match in _ESCAPE.finditer(text):
        if int(match.group(1) or match.group(2), 16) < 0x80:
            line, column = _where(text, match.start())
            raise StoreRefused(
                f"the escape {match.group()} (line {line}, column {column}) is not allowed",
                hint="write plain letters as themselves; escapes are for letters beyond ASCII, inside strings",
            )


def _unreadable(text: str, place: int) -> StoreRefused:
    line, column = _where(text, place)
    char = text[place]
    where = f"(line {line}, column {column})"
    if char in "'\"`":
        return StoreRefused(f"the {char} {where} is never closed")
    if text.startswith("/*", place):
        return StoreRefused(f"the comment {where} is never closed")
    if char == "\\":
        return StoreRefused(f"the escape {where} is not allowed outside a string")
    return StoreRefused(f"the character U+{ord(char):04X} {where} is not allowed outside a string")


def _where(text: str, place: int) -> tuple[int, int]:
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
