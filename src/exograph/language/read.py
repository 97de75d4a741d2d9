"""A question's text -> a Reading: cleaned, taken apart, read by the rules, put together, every word accounted for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from exograph.language import spans
from exograph.language.assemble import Assembly, Reading
from exograph.language.grammar import RULES
from exograph.language.item import Item
from exograph.language.origin import foreign_vesicles
from exograph.language.rules import apply
from exograph.language.tokens import cleaned
from exograph.names import Names
from exograph.questions import facets

_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_DROPPED = frozenset({"word", "aux"})
_FREE = frozenset({"which", "who", "howmany", "how", "when"})
Texts = Mapping[str, Sequence[str]]


def read(text: str, names: Names, texts: Texts) -> Reading:
    """Read a question. `texts`: what text facets hold in the store (journals, authors, treatments)."""
    question = cleaned(text)
    items = [_special(item, texts) for item in spans.items(question, names)]
    refused = _refused(items) or foreign_vesicles(items)
    if refused:
        return Reading(question, tuple(items), refused=refused)
    polar = _polar(items)
    comparing = any(item.use("compare", "versus") for item in items)
    spoken = [item for item in items if item.kind or not item.cats <= _DROPPED]
    ruled = apply(RULES, spoken)
    assembly = Assembly(ruled, names, polar=polar, comparing=comparing)
    made, left = assembly.question()
    return Reading(question, tuple(ruled), made, assembly.terms, left)


def _special(item: Item, texts: Texts) -> Item:
    """Years, numbers, identifiers of papers, and the texts that the store's claims hold."""
    low = item.text.lower()
    if item.kind not in {"unknown", ""} and not item.meanings:
        return item
    if _YEAR.fullmatch(low):
        return replace(item, kind="year")
    if _YEARS.fullmatch(low):
        return replace(item, kind="years")
    if low.isdigit() and len(low) < 4:
        return replace(item, kind="number")
    if (
        re.fullmatch(r"(?:pmid|doi|pmc)?:?\s*\S+/\d{1,3}", low)
        and facets.paper(low.rpartition("/")[0])
        and not low.startswith("10.")
    ):
        return replace(item, kind="paperid", means=_claim(item.text), form="claim")
    if facets.paper(item.text):
        return replace(item, kind="paperid", means=facets.paper(item.text))
    if item.kind == "unknown":
        return _held(item, low, texts)
    return item


def _claim(text: str) -> str:
    number = text.rpartition(":")[2].strip()
    return f"PMID:{number}" if number[0].isdigit() else text


def _held(item: Item, low: str, texts: Texts) -> Item:
    if item.text[:1].isupper() and any(low == author.split(" ")[0].lower() for author in texts["author"]):
        return replace(item, kind="author", means=item.text)
    if any(low == journal.lower() for journal in texts["journal"]):
        return replace(item, kind="journal", means=item.text)
    if len(low) > 3 and any(re.search(rf"\b{re.escape(low)}", text.lower()) for text in texts["treatment"]):
        return replace(item, kind="done")
    return item


def _refused(items: Sequence[Item]) -> str:
    for item in items:
        use = item.use("refuse") if not item.kind else None
        if use is not None:
            return use.means
    return ""


def _polar(items: Sequence[Item]) -> bool:
    """Whether yes or no is the answer: it begins with an auxiliary, asks whether, or ends in `right?`."""
    spoken = [item for item in items if item.kind not in {"comma", "mark"}]
    if not spoken or any(item.use(*_FREE) for item in spoken):
        return False
    first = next(
        (item for item in spoken if item.use("aux", "isthere", "ask") or not item.cats <= {"word", "and", "list"}),
        spoken[0],
    )
    asks = any(item.use("ask") for item in spoken)
    return asks or first.use("aux", "isthere") is not None or _after_colon(items)


def _after_colon(items: Sequence[Item]) -> bool:
    """`PVT1-bearing exosomes: do they slow osteosarcoma?`"""
    return any(
        before.kind in {"mark", "comma"} and after.use("aux", "isthere") is not None
        for before, after in zip(items, items[1:], strict=False)
    )
