"""Pieces of a question that no name of the graph covers and that are no plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exograph.questions.words.patterns import Pattern
from exograph.questions.words.plain import is_plain
from exograph.questions.words.spans import Mention
from exograph.questions.words.tokens import Token

MARKS = frozenset("?!.;,:()")
MIRNA = re.compile(
    r"(?<![\w])(?:anti-?)?(?:(?:hsa|mmu|rno)[-\s]?)?(?:mir|let|micro-?rna|mirna)s?(?:[-\s_]?\d[\w*]*|-[\w*]*\d[\w*]*)"
    r"(?:-\d{1,2}p?|-[35]p|\s[35]p)*\*?|\b(?:hsa_)?circ(?:rna)?[_-]?\w*\d\w*|\blinc\d+\b|\b[a-z0-9]+-as\d\b",
    re.IGNORECASE,
)
# words that a name may follow, and words that a name may stand before
SLOT = frozenset(
    """
    to in of from by via through with against on for between and or does do is are can did versus vs than carrying
    target targets the called named about without except has was were will could
    """.split()
)
_BEFORE_NAME = frozenset(
    """
    resistance resistant cancer cancers exosomes exosome vesicles cells sensitivity pathway signalling signaling
    gene tumour tumours tumor tumors therapy treatment cell protein axis response
    """.split()
)
_ENGLISH = Pattern(
    r"(?:tion|tions|ment|ments|ness|ity|ities|ous|ive|ively|able|ible|ably|ful|less|ance|ence|ism|ist|ists|ward|wards|"
    r"ship|hood|ish|ly|ing|ized|ised|izes|ises|ify|ified|dom|ure|ures|ancy|ency|wise|teen|ty|ght)$"
)


@dataclass(eq=False, repr=False)
class Text:
    """The question and its words."""

    text: str
    words: Sequence[Token]

    def part(self, first: int, last: int) -> str:
        """The text from one word to another."""
        return self.text[self.words[first].start : self.words[last].end]

    def windows(self, piece: Leftover, before: int, after: int) -> Iterator[tuple[int, int]]:
        """(first, last) of the piece with neighbours, the longest first; a name neither begins nor ends with a `to`."""
        for first in range(max(0, piece.first - before), piece.first + 1):
            for last in range(min(len(self.words), piece.last + 1 + after) - 1, piece.last - 1, -1):
                inner = self.words[first : last + 1]
                if not any(word.text in MARKS for word in inner) and not {inner[0].low, inner[-1].low} & SLOT:
                    yield first, last


@dataclass(eq=False, repr=False)
class Leftover:
    """One such piece, and its first and last word."""

    text: str
    first: int
    last: int

    def begins(self, text: Text) -> bool:
        """Whether a sentence begins with it, so that a capital says nothing."""
        return self.first == 0 or text.words[self.first - 1].text in ".?!:;"

    def in_slot(self, text: Text) -> bool:
        """Whether it stands where a name would: after `to`, before `resistance`. English endings are forgiven."""
        if _ENGLISH.search(self.text.lower()) or len(self.text) < 4:
            return False
        before = text.words[self.first - 1].low if self.first else ""
        after = text.words[self.last + 1].low if self.last + 1 < len(text.words) else ""
        return before in SLOT or after in _BEFORE_NAME


def leftovers(text: str, words: Sequence[Token], found: Sequence[Mention]) -> list[Leftover]:
    """Pieces that are neither a name nor a plain word; a miRNA-like piece is kept whole."""
    taken = {place for one in found for place in range(one.first, one.last + 1)}
    pieces: list[Leftover] = []
    for one in MIRNA.finditer(text):
        places = [at for at, word in enumerate(words) if word.start < one.end() and word.end > one.start()]
        if places and not taken & set(places):
            pieces.append(Leftover(text[words[places[0]].start : words[places[-1]].end], places[0], places[-1]))
            taken.update(places)
    place = 0
    while place < len(words):
        if place in taken or words[place].text in MARKS or _ordinary(words[place]):
            place += 1
            continue
        last = _joined(text, words, place, taken)
        pieces.append(Leftover(text[words[place].start : words[last].end], place, last))
        place = last + 1
    return sorted(pieces, key=lambda piece: piece.first)


def _joined(text: str, words: Sequence[Token], place: int, taken: set[int]) -> int:
    """The last word that hyphens join to this one, up to a plain word: `XY-12` whole, `XY-derived` without it."""
    last = place
    while (
        last + 1 < len(words)
        and last + 1 not in taken
        and words[last + 1].text not in MARKS
        and text[words[last].end : words[last + 1].start] in {"-", "/", "_"}
        and not is_plain(words[last + 1].low)
    ):
        last += 1
    return last


def _ordinary(word: Token) -> bool:
    short = len(word.text) < 2 or (len(word.text) == 2 and word.text.islower())
    return short or is_plain(word.low)
