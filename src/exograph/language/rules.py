"""Named rules over items: a pattern of categories, what it makes, and examples that are its tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from exograph.language.item import Item

Found = list[list[Item]]  # the items of each element of a pattern
Make = Callable[[Found], "Sequence[Item] | None"]
MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: categories, any of which fits; `?` may be missing, `*` any number of it.

    A category may name a meaning (`kind=cancer`), a form (`change:ed`) or a word (`prep~to`).
    """

    wanted: tuple[str, ...]
    least: int = 1
    most: int = 1
    close: bool = False  # with no word between its items: `genes that miRNAs ...` is no list of gene miRNAs

    def fits(self, item: Item) -> bool:
        """Whether the item may stand here."""
        return any(_fits(item, want) for want in self.wanted)


def _fits(item: Item, want: str) -> bool:
    """Whether the item is of a category: `DRUG`, `change:ed` (form), `kind=cancer` (meaning), `prep~to` (word), `-load`."""
    if want.startswith("-"):
        return item.glued and want[1:] in item.cats
    for mark, fits in _NARROWED.items():
        category, found, narrow = want.partition(mark)
        if found:
            return category in item.cats and fits(item, category, narrow)
    return want in item.cats


def _means(item: Item, category: str, means: str) -> bool:
    if item.kind:
        return item.means.split(" ")[0] == means
    return any(use.category == category and use.means.split(" ")[:1] == [means] for use in item.uses)


def _formed(item: Item, category: str, form: str) -> bool:
    if item.kind:
        return item.form == form
    return any(use.category == category and use.form == form for use in item.uses)


def _is_word(item: Item, _: str, word: str) -> bool:
    return item.text.lower() == word


_NARROWED: Mapping[str, Callable[[Item, str, str], bool]] = {"~": _is_word, "=": _means, ":": _formed}


@dataclass(frozen=True, slots=True)
class Rule:
    """`examples`: questions in which the rule must fire; the tests ask them."""

    name: str
    pattern: tuple[Element, ...]
    make: Make
    examples: tuple[str, ...] = ()


def pattern(text: str) -> tuple[Element, ...]:
    """`change:ed|change word* CANCER?` as elements."""
    found = []
    for part in text.split():
        word, least, most = part, 1, 1
        if word.endswith("?"):
            word, least = word[:-1], 0
        elif word.endswith("*"):
            word, least, most = word[:-1], 0, 6
        elif word.endswith("+"):
            word, most = word[:-1], 6
        wanted = tuple(word.split("|"))
        found.append(Element(wanted, least, most, close="kind" in wanted))
    return tuple(found)


def match(elements: Sequence[Element], items: Sequence[Item], at: int) -> Found | None:
    """The items of each element from there on, as many as fit; None where the pattern does not fit."""
    if not elements:
        return []
    first, rest = elements[0], elements[1:]
    run = 0
    while run < first.most and at + run < len(items) and first.fits(items[at + run]):
        if run and first.close and items[at + run].first != items[at + run - 1].last + 1:
            break
        run += 1
    for size in range(run, first.least - 1, -1):
        tail = match(rest, items, at + size)
        if tail is not None:
            return [list(items[at : at + size]), *tail]
    return None


def apply(rules: Sequence[Rule], items: Sequence[Item]) -> list[Item]:
    """Each rule in turn, from left to right, as often as it fits."""
    found = list(items)
    for rule in rules:
        at = steps = 0
        while at < len(found) and steps < MOST_STEPS:
            steps += 1
            parts = match(rule.pattern, found, at)
            made = rule.make(parts) if parts is not None and any(parts) else None
            if parts is None or made is None:
                at += 1
                continue
            every = [item for part in parts for item in part]
            size = len(every)
            # what is wanted stays what is wanted, whatever it is the object of
            made = [*(item for item in every if item.kind == "WANT" and item not in made), *made]
            found[at : at + size] = [replace(one, rules=(*one.rules, rule.name)) for one in made]
    return found
