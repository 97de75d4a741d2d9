"""What a store says of itself, read once for each release: broader terms, and the texts that text facets can have."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exograph.questions.catalogue import facet_query
from exograph.stores.base import Store

TEXTS = ("journal", "author", "treatment", "vesicle", "species", "origin")
_MIRNA = ("mirbase:", "exograph:miR-", "exograph:let-")  # a compound stands for none of its forms
_SMALL = frozenset("of the and in for &".split())


@dataclass(frozen=True, eq=False)
class Held:
    """`below` and `above`: (label, id) to the ids one IS_A away; `texts`: what each text facet holds."""

    below: Mapping[tuple[str, str], frozenset[str]]
    above: Mapping[tuple[str, str], frozenset[str]]
    texts: Mapping[str, tuple[str, ...]]

    def narrower(self, label: str, identifier: str) -> frozenset[str]:
        """The id and everything below it, by IS_A."""
        return _reach(self.below, label, identifier)

    def broader(self, label: str, identifier: str) -> frozenset[str]:
        """The id and everything above it, by IS_A."""
        return _reach(self.above, label, identifier)

    def wanted(self, label: str, identifier: str) -> frozenset[str]:
        """What a question for this id finds.

        Everything below it. A miRNA finds what it is a form of, too (a claim that names no arm may stand for either),
        and never the forms beside it: the other arm is another molecule.
        """
        found = self.narrower(label, identifier)
        return found | self.broader(label, identifier) if identifier.startswith(_MIRNA) else found

    def matching(self, facet: str, text: str) -> tuple[str, ...]:
        """The texts of a facet that the given one means: a part is enough.

        A journal is first meant as a whole (`Cancer Res` is not `Clin Cancer Res`), an author by whole words (`Li` is
        not `Liang`).
        """
        wanted, texts = _words(text), {held: _words(held) for held in self.texts[facet]}
        if facet == "journal" and (whole := tuple(held for held, words in texts.items() if _same(words, wanted))):
            return whole
        if facet == "author" and (named := tuple(held for held, words in texts.items() if _runs(wanted, words))):
            return named
        return tuple(held for held, words in texts.items() if _within(wanted, words))


def _reach(edges: Mapping[tuple[str, str], frozenset[str]], label: str, identifier: str) -> frozenset[str]:
    found, waiting = {identifier}, [identifier]
    while waiting:
        for one in edges.get((label, waiting.pop()), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return frozenset(found)


def _words(text: str) -> list[str]:
    found = re.findall(r"[^\W_]+", text.casefold())
    return [word for word in found if word not in _SMALL] or found


def _same(held: list[str], wanted: list[str]) -> bool:
    """`Cancer Res` is `Cancer Research`, and not `Mol Cancer Res`."""
    return len(held) == len(wanted) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(held, wanted, strict=True)
    )


def same_title(one: str, other: str) -> bool:
    """Whether two texts are one title, in full or with its words cut short: `Cancer Research` and `Cancer Res`."""
    return _same(_words(one), _words(other))


def _runs(wanted: list[str], held: list[str]) -> bool:
    """Whether the words stand in the text one after the other."""
    size = len(wanted)
    return any(held[at : at + size] == wanted for at in range(len(held) - size + 1)) if wanted else False


def _within(wanted: list[str], held: list[str]) -> bool:
    """Whether the words stand in the text one after the other; the last may be begun only."""
    if not wanted:
        return False
    size = len(wanted)
    rows = (held[at : at + size] for at in range(len(held) - size + 1))
    return any(row[:-1] == wanted[:-1] and row[-1].startswith(wanted[-1]) for row in rows)


def held(store: Store) -> Held:
    """The store's broader terms and texts; kept until it holds another release."""
    release = store.release()
    return _read(store, release.sha256 if release else "")


@functools.lru_cache(maxsize=4)
def _read(store: Store, _sha256: str) -> Held:
    below: dict[tuple[str, str], set[str]] = defaultdict(set)
    above: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.query(facet_query("broader")):
        below[row["label"], row["broader"]].add(row["narrower"])
        above[row["label"], row["narrower"]].add(row["broader"])
    rows = store.query(facet_query("held"))
    texts = {name: tuple(sorted({str(row[name]) for row in rows if row[name]})) for name in TEXTS}
    return Held(_frozen(below), _frozen(above), texts)


def _frozen(edges: Mapping[tuple[str, str], Iterable[str]]) -> dict[tuple[str, str], frozenset[str]]:
    return {key: frozenset(ends) for key, ends in edges.items()}
