"""A question as tokens: words with their place, punctuation, and what a hyphen glues together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from exograph.language.words import plain

MOST = 120  # words a question may have
_LOOKALIKES = str.maketrans({
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": " - ", "−": "-", "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"',
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "„": '"', "«": '"', "»": '"', "…": " ", "µ": "μ",
})  # fmt: skip
_TOKEN = re.compile(
    r"https?://\S+|(?:pmid|pmc|pmcid|doi|pubmed)\s*:?\s*(?:pmc)?\d[\w./;()-]*|10\.\d{4,9}/\S+|[^\s,;:?!()\[\]{}\"=<>]+|[,;:?!()]",
    re.IGNORECASE,
)
_MARKS = frozenset(",;:?!()")


@dataclass(frozen=True, slots=True)
class Token:
    """One word (`low`: in lower case and British spelling), `glued` where a hyphen or slash joins it to the last one."""

    text: str
    low: str
    glued: bool = False

    @property
    def mark(self) -> bool:
        """Whether it is punctuation."""
        return self.text in _MARKS


def cleaned(text: str) -> str:
    """The text with look-alike characters made plain and invisible ones taken out, on one line."""
    text = unicodedata.normalize("NFC", text.translate(_LOOKALIKES))
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " if c in "\n\t\r" else "" for c in text)
    return " ".join(kept.split())


def foreign(text: str) -> bool:
    """Whether most letters are of an alphabet that no name here is written in."""
    letters = [c for c in text if c.isalpha()]
    return sum(not _readable(c) for c in letters) * 2 > len(letters)


def _readable(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return name.startswith(("LATIN", "GREEK", "MICRO", "FULLWIDTH LATIN"))


def tokens(text: str) -> list[Token]:
    """The words and marks of a cleaned text. A full stop at the end of a word is a mark, too."""
    found: list[Token] = []
    for one in _TOKEN.findall(text):
        word = one.rstrip(",;:?!)") if "/" in one or one[:3].lower() in {"pmi", "doi", "pmc", "pub"} else one
        word = word or one
        tail = []
        while len(word) > 1 and word[-1] in ".'" and word.lower() not in {"vs.", "etc.", "e.g.", "i.e.", "v."}:
            tail += ["?"] if word[-1] == "." else []
            word = word[:-1]
        word = word.strip("'*_") or word
        if word in {"-", "--", "."}:
            found.append(Token(",", ","))
            continue
        found.append(Token(word, plain(word)))
        found += [Token("?", "?") for _ in tail[:1]]
    return found[:MOST]


def split(words: list[Token], known: Callable[[str], bool]) -> Iterator[Token]:
    """Words that a hyphen or a slash makes of known ones are taken apart: `osteosarcoma-promoting`, `glioma/TMZ`."""
    for word in words:
        if word.mark or known(word.low) or known(word.text) or not re.search(r"[-/+']", word.text):
            yield word
            continue
        parts = _apart(word.text, known)
        for place, part in enumerate(parts or [word.text]):
            yield replace(word, text=part, low=plain(part), glued=place > 0)


def _apart(text: str, known: Callable[[str], bool], depth: int = 0) -> list[str]:
    """The known parts, the longest first part preferred; [] where one of them would not be known."""
    if text and (known(plain(text)) or known(text)):
        return [text]
    if depth > 4:
        return []
    for found in reversed(list(re.finditer(r"[-/+]|'s$", text))):
        head, tail = text[: found.start()], text[found.end() :]
        if not head or not (known(plain(head)) or known(head)):
            continue
        if not tail:
            return [head]
        rest = _apart(tail, known, depth + 1)
        if rest:
            return [head, *rest]
    # one part at least is known: the other is told as it stands
    for found in re.finditer(r"[-/]", text):
        head, tail = text[: found.start()], text[found.end() :]
        rest = _apart(tail, known, depth + 1) if head and tail and depth < 2 else []
        if rest and len(head) > 2:
            return [head, *rest]
    return []
