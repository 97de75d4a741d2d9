"""A question's text -> a Reading: cleaned, taken apart, read by the rules, put together, every word accounted for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from exograph.language import spans
from exograph.language.assemble import Reading, assembled
from exograph.language.grammar import RULES
from exograph.language.item import Item
from exograph.language.origin import foreign_vesicles
from exograph.language.rules import apply
from exograph.language.terms import Terms
from exograph.language.tokens import cleaned
from exograph.names import Names
from exograph.questions import facets

_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_DROPPED = frozenset({"word", "aux"})
# `isn't glioma suppressed?` asks whether it is
CONTRACTIONS = frozenset(
    "isn't aren't don't doesn't didn't wasn't weren't can't won't hasn't haven't couldn't wouldn't".split()
)
_FREE = frozenset({"which", "who", "howmany", "how", "when"})
Texts = Mapping[str, Sequence[str]]


def read(text: str, names: Names, texts: Texts) -> Reading:
    """Read a question. `texts`: what text facets hold in the store (journals, authors, treatments)."""
    question = cleaned(text)
    items, notes = _items(question, names, texts)
    refused = _refused(items) or foreign_vesicles(items)
    if refused:
        return Reading(question, tuple(items), refused=refused)
    polar = _polar(items)
    comparing = any(item.use("compare", "versus") for item in items)
    if items and items[0].text.lower() in CONTRACTIONS:
        items = items[1:]
    spoken = [item for item in _relatives(items) if item.kind or not item.cats <= _DROPPED]
    ruled = apply(RULES, spoken)
    terms = Terms(names, texts["treatment"])
    made, left = assembled(ruled, terms, polar=polar, comparing=comparing)
    return Reading(question, tuple(ruled), made, terms, left, notes=[*notes, *terms.notes])


def _items(question: str, names: Names, texts: Texts) -> tuple[list[Item], list[str]]:
    """The items of a question, misspelt words mended, with a note for each."""
    items = [_special(item, texts) for item in spans.items(question, names, texts)]
    if not any(item.kind == "unknown" for item in items):
        return items, []
    from exograph.language.slips import mended

    slips = mended(items, names)
    for wrong, right in slips:
        question = re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", right, question, count=1)
    if slips:
        items = [_special(item, texts) for item in spans.items(question, names, texts)]
    return items, [f"`{wrong}` is read as {right}" for wrong, right in slips]


def _relatives(items: Sequence[Item]) -> list[Item]:
    """`who`, `whose` and `when` that ask nothing as the seams that they are: `vesicles whose source is ...`."""
    kept: list[Item] = []
    for at, item in enumerate(items):
        if kept and item.use("which") and "prep" in kept[-1].cats and _vesicles_follow(items[at + 1 :]):
            kept.append(item.become("mark"))  # `papers in which the vesicles ...`
            continue
        asks = not kept or kept[-1].kind in {"mark", "comma"} or "prep" in kept[-1].cats
        joins = item.use("clause") or (item.use("who", "when") and not asks)
        if kept and item.use("aux", "which", "how", "howmany") and _seam(kept):
            kept.append(item.become("seam"))
        # what joins a clause keeps the words before it and after it apart
        kept.append(item.become("mark") if joins and not item.kind else item)
    return kept


def _vesicles_follow(items: Sequence[Item]) -> bool:
    """Whether the next word of meaning is the vesicles."""
    after = next((item for item in items if item.kind or not item.cats <= _DROPPED), None)
    return after is not None and after.use("vesicles", "mscvesicles", "msc") is not None and not after.kind


def _seam(before: Sequence[Item]) -> bool:
    """Whether a second question may begin here: after a mark, a comma, or a comma and `and`."""
    last = before[-1]
    joined = last.use("and") is not None and len(before) > 1 and before[-2].kind in {"comma", "mark"}
    return last.kind in {"mark", "comma"} or joined


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
    if (
        len(low) > 3
        and not low.startswith(("donor", "patient"))
        and any(re.search(rf"\b{re.escape(low)}s?\b", text.lower()) for text in texts["treatment"])
    ):
        return replace(item, kind="done")
    return item


def _refused(items: Sequence[Item]) -> str:
    """The first topic that the graph does not hold."""
    vesicles = any(item.use("vesicles", "mscvesicles") for item in items)
    for item in items:
        use = item.use("refuse") if not item.kind else None
        if use is not None and (use.means != "vesicles" or vesicles):
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
    asks = any(item.use("ask") for item in spoken) or spoken[0].text.lower() in CONTRACTIONS
    return asks or first.use("aux", "isthere") is not None or _after_colon(items)


def _after_colon(items: Sequence[Item]) -> bool:
    """`PVT1-bearing exosomes: do they slow osteosarcoma?`"""
    return any(
        before.kind in {"mark", "comma"} and after.use("aux", "isthere") is not None
        for before, after in zip(items, items[1:], strict=False)
    )
