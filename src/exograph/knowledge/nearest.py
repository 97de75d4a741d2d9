"""The names that look most like one that nothing bears; to show, never to choose."""

from __future__ import annotations

import contextlib
import contextvars
import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exograph.knowledge.name_index import key_of
from exograph.knowledge.spelling import mirna_key

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Candidate, Places
    from exograph.knowledge.vocabulary import Vocabulary

_MOST = 5
_NEAR_ENOUGH = 72.0  # per cent of letters in common
_FAMILY = re.compile(r"((?:mir|let):\d+)(-[35]p)?")
_SYMBOL = 12  # letters; what is longer is no symbol of a gene


# Searches that one call may make, some 40 ms each: of names that a person gives; of names in tables, where one that is
# unknown is looked for up to four times, three of them in the cache
SEARCHES, TABLE_SEARCHES = 100, 400
_searches_left: contextvars.ContextVar[list[int] | None] = contextvars.ContextVar("searches_left", default=None)


@contextlib.contextmanager
def searching(at_most: int) -> Iterator[None]:
    """Within it, only so many unknown names get their nearest: a table of nonsense is told in seconds."""
    token = _searches_left.set([at_most])
    try:
        yield
    finally:
        _searches_left.reset(token)


def _may_search() -> bool:
    left = _searches_left.get()
    if left is not None:
        left[0] -= 1
    return left is None or left[0] >= 0


def nearest(vocabulary: Vocabulary, name: str, where: Places) -> tuple[Candidate, ...]:
    """The entries whose names look most like the text, best first; none once a call has searched enough."""
    return _nearest(vocabulary, name, tuple(where)) if _may_search() else ()


@functools.lru_cache(maxsize=4096)
def _nearest(
    vocabulary: Vocabulary, name: str, where: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[Candidate, ...]:
    family = _FAMILY.fullmatch(mirna_key(name.removesuffix(" family")))
    if family and any(label == "Cargo" for label, _ in where):
        members = _members(vocabulary, family[1], family[2] or "")
        if members:
            return members
    scored = sorted(
        (-score, key, label, table)
        for label, tables in where
        for table in tables
        for key, score in _similar(vocabulary, table, name)
    )
    found: dict[str, Candidate] = {}
    for score, key, label, table in scored:
        if len(found) == _MOST:
            break
        for one in _bearing(vocabulary, key, label, table, f"similar name ({-score:.0f} %)"):
            found.setdefault(one.id, one)
    return tuple(found.values())[:_MOST]


def _similar(vocabulary: Vocabulary, table: str, name: str) -> list[tuple[str, float]]:
    """Folded names of one table that look like the text, with how much they do."""
    from rapidfuzz import fuzz, process

    key = key_of(table, name)
    if not key or (table == "genes" and len(key) > _SYMBOL):
        return []
    reach = max(1, len(key) // 4) if table == "genes" else max(2, len(key) // 2)
    known = [
        one for length in range(max(1, len(key) - reach), len(key) + reach + 1)
        for one in vocabulary.index.spellings(table, length)
    ]  # fmt: skip
    found = process.extract(key, known, scorer=fuzz.ratio, limit=8, score_cutoff=_NEAR_ENOUGH)
    return [(one, score) for one, score, _ in found]


def _members(vocabulary: Vocabulary, family: str, arm: str) -> tuple[Candidate, ...]:
    """The miRNAs of a number that needs a letter: `miR-34` offers 34a, 34b and 34c, and no other number."""
    keys = [f"{family}{letter}{arm}" for letter in "abcdefghijklmnopqrst"]
    why = f"of the family {family.replace(':', '-').replace('mir', 'miR')}"
    found = [one for key in keys for one in _bearing(vocabulary, key, "Cargo", "mirnas", why)]
    return tuple({one.id: one for one in found}.values())


def _bearing(vocabulary: Vocabulary, key: str, label: str, table: str, why: str) -> list[Candidate]:
    from exograph.knowledge.grounding import Candidate

    found: dict[str, Candidate] = {}
    for bearer in vocabulary.index.find([key]).get(key, ()):
        if bearer.table == table and bearer.column in {"name", "synonyms", "extra", "previous", "aliases"}:
            row = vocabulary.table(table).row(bearer.number)
            if table == "minted" and label not in row["label"].split("|"):
                continue
            if table == "mirnas" and row["kind"] == "hairpin" and bearer.column != "name" and found:
                continue
            told = why if bearer.text == row["name"] or why.startswith("of") else f"{why}: {bearer.text}"
            found.setdefault(row["id"], Candidate(row["id"], label, row["name"], told, rung=99))
    return list(found.values())
