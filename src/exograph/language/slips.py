"""Misspelt words: taken for the one word or name that they can only be, and told. Never where a digit is in play."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exograph.language.item import Item
from exograph.language.words import lexicon
from exograph.names import Names

_SHORTEST, _LONG = 6, 9  # letters of a word that may hold one slip, two slips
_WORDS_OF_A_NAME = 3
_HARMLESS = frozenset("vesicles mscvesicles msc".split())


def mended(items: Sequence[Item], names: Names) -> list[tuple[str, str]]:
    """(as written, as it must be meant) for unknown words that are slips; longest first, none twice."""
    found: dict[str, str] = {}
    for at, item in enumerate(items):
        if item.kind == "unknown" and item.text.isascii() and item.text.replace("-", "").isalpha():
            if any(item.text in wrong.split(" ") for wrong in found):
                continue
            slip = _name(items, at, names) or _word(item.text)
            if slip:
                found[slip[0]] = slip[1]
    return list(found.items())


def _name(items: Sequence[Item], at: int, names: Names) -> tuple[str, str] | None:
    for text in _around(items, at):
        meant = names.slip(text)
        if meant is not None:
            return text, meant.name
    return None


def _around(items: Sequence[Item], at: int) -> Iterator[str]:
    """The word with its neighbours, the most words first."""
    for size in range(_WORDS_OF_A_NAME, 0, -1):
        for start in range(at - size + 1, at + 1):
            part = items[max(start, 0) : start + size]
            if start >= 0 and len(part) == size and not any(item.kind in {"mark", "comma"} for item in part):
                yield " ".join(item.text for item in part)


def _word(text: str) -> tuple[str, str] | None:
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    low = text.lower()
    if len(low) < _SHORTEST:
        return None
    twin = _twin(low)
    if twin:
        return text, twin
    allowed = 2 if len(low) >= _LONG else 1
    known = [
        word
        for word in lexicon()
        if abs(len(word) - len(low)) <= allowed
        and word[:1] == low[:1]
        and word.isalpha()
        and (len(low) >= _LONG or _harmless(word))
    ]
    close = process.extract(low, known, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=3)
    if not close or (len(close) > 1 and close[0][1] == close[1][1] and not _kin(close[0][0], close[1][0])):
        return None
    return text, close[0][0]


def _twin(low: str) -> str:
    """The word but for a doubled letter or two swapped ones: `supress`, `laoded`; these make no other English word."""
    words = lexicon()
    swapped = (low[:at] + low[at + 1] + low[at] + low[at + 2 :] for at in range(1, len(low) - 1))
    doubled = (low[:at] + low[at] + low[at:] for at in range(1, len(low)))
    single = (low[:at] + low[at + 1 :] for at in range(1, len(low)) if low[at] == low[at - 1])
    return next((word for word in (*swapped, *doubled, *single) if word in words), "")


def _harmless(word: str) -> bool:
    """Whether a wrong guess would change no condition: `faster` must not become `foster`."""
    return all(use.category in _HARMLESS for use in lexicon()[word])


def _kin(one: str, other: str) -> bool:
    """Whether two words mean the same to the grammar."""
    uses = [{(use.category, use.sign, use.means) for use in lexicon()[word]} for word in (one, other)]
    return bool(uses[0] & uses[1])
