"""Misspelt names: taken for the one they can only be; never where a digit, a Greek letter or a miRNA is in play."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exograph.knowledge.name_index import key_of
from exograph.knowledge.spelling import MAX_LENGTH, is_mirna
from exograph.knowledge.vocabulary import LABELS, TABLES_OF
from exograph.names.model import Meaning

if TYPE_CHECKING:
    from exograph.names.reader import Names

_LETTERS = re.compile(r"[A-Za-z]+(?:[-' ][A-Za-z]+)*")
_OF_ONE_CLASS = ("nib", "mab", "platin", "rubicin", "taxel", "stat", "zomib", "ciclib")  # these differ by two letters
_SHORTEST, _LONG, _LONG_OF_CLASS = 5, 9, 12  # letters: one slip, two slips
_NOTE = "misspelt, as it seems"


def slip(names: Names, word: str, labels: tuple[str, ...]) -> Meaning | None:
    """The one name held by the graph within a slip or two; None if there is none, or another is as near."""
    text = word.strip()
    if len(text) > MAX_LENGTH or not _LETTERS.fullmatch(text) or is_mirna(text):
        return None
    wanted = labels or LABELS
    tables = {table for label in wanted for table in TABLES_OF[label]} - {"mirnas"}
    near: dict[int, set[str]] = {}
    for table in tables:
        for key, distance in _close(names, table, key_of(table, text)):
            near.setdefault(distance, set()).add(key)
    if not near or 0 in near:
        return None
    meant = [[one for one in _bearing(names, key, wanted) if one.claims] for key in sorted(near[min(near)])]
    ids = {one.id for found in meant for one in found}
    if len(ids) != 1 or not all(meant):
        return None
    return max(meant[0], key=lambda one: one.claims)


def _close(names: Names, table: str, key: str) -> list[tuple[str, int]]:
    """Folded names within the slips that a word of this length may have, with how many."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    if len(key) < _SHORTEST:
        return []
    long = len(key) >= (_LONG_OF_CLASS if key.endswith(_OF_ONE_CLASS) else _LONG)
    allowed = 2 if long else 1
    if table == "genes":
        known = [node.name.casefold() for node in names.held.nodes.values() if node.label == "Gene" and node.claims]
        known = [name for name in known if name.isalpha()]
    else:
        lengths = range(len(key) - allowed, len(key) + allowed + 1)
        known = [one for length in lengths for one in names.vocabulary.index.spellings(table, length) if one.isalpha()]
    found = process.extract(key, known, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=20)
    return [(one, int(distance)) for one, distance, _ in found if distance < 2 or one[:1] == key[:1]]


def _bearing(names: Names, key: str, labels: tuple[str, ...]) -> list[Meaning]:
    """What the graph holds of the bearers of a folded name, under the labels that are wanted."""
    found = []
    for bearer in names.vocabulary.index.find([key]).get(key, ()):
        id = names.vocabulary.table(bearer.table).row(bearer.number)["id"]
        nodes = [names.held.nodes[label, id] for label in labels if (label, id) in names.held.nodes]
        found += [
            Meaning(node.label, id, node.name, _NOTE, 50, node.claims, _NOTE, node.kind, node.role) for node in nodes
        ]
    return found
