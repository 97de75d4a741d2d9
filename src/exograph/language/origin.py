"""Vesicles of other cells than MSCs: no claim here is about them, so a question about them is refused."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.language.item import Item

_FROM = frozenset("from of by".split())
VESICLES = "vesicles"


def foreign_vesicles(items: Sequence[Item]) -> str:
    """`vesicles` where they come from a tumour or an immune cell, and no MSC is in sight; else empty."""
    spoken = [item for item in items if item.kind or not item.cats <= {"word", "aux"}]
    if any(
        item.use("msc", "mscvesicles")
        or any(one.label == "MscSource" and item.kind == "SOURCE" for one in item.meanings)
        for item in spoken
    ):
        return ""
    for at, item in enumerate(spoken):
        if item.use(VESICLES) is None or item.kind:
            continue
        if (_owned(spoken, at) and not _in_a_row(spoken)) or _shed(spoken, at):
            return VESICLES
    return ""


def _in_a_row(items: Sequence[Item]) -> bool:
    """`vincristine GBM vesicles`: names and no sentence, so that the tumour owns nothing."""
    return any(item.kind in {"DRUG", "MOL"} for item in items) and all(
        item.kind or item.use(VESICLES, "generic") for item in items
    )


def _owned(items: Sequence[Item], at: int) -> bool:
    """`glioma exosomes`, `NK cell-derived vesicles`."""
    place = at - 1
    while place >= 0 and items[place].use("generic"):
        place -= 1
    return place >= 0 and _foreign(items[place])


def _shed(items: Sequence[Item], at: int) -> bool:
    """`exosomes from NK cells`, `exosomes shed by breast cancer cells`."""
    place, joined = at + 1, False
    while place < len(items) and (
        items[place].use("carry", "study") or items[place].text.lower() in _FROM | {"derived", "isolated"}
    ):
        joined = joined or items[place].text.lower() in _FROM
        place += 1
    return joined and place < len(items) and _foreign(items[place])


def _foreign(item: Item) -> bool:
    labels = {one.label for one in item.meanings}
    use = item.use("kind")
    if (use and use.means == "cancer") or item.use("tumourcells"):
        return True
    return bool(labels & {"Cancer", "ImmuneCell"}) and not labels & {"Gene", "Cargo", "Drug"}
