"""Words that no rule took: some mean something by themselves, carriers mean nothing, the rest is left."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.language import turns
from exograph.language.item import Item
from exograph.language.parts import Parts
from exograph.questions.question import ANY, Term

# words of the grammar: they carry the sentence and no condition
CARRIERS = frozenset(
    """
    word aux prep and or comma mark clause vesicles msc mscvesicles study about which how howmany list ask isthere both
    either plus kind generic per compare versus where when paperword affect via downstream
    """.split()
)
# words that say something of the question as a whole
_FLAGS = frozenset("recent marker opposite conflict never next".split())
_EFFECTS_AT_LARGE = frozenset("effect effects action actions activity".split())
# acts whose object can be a drug's effect without saying so: a drug is enhanced or impaired, and never lowered
_OF_DRUGS = ("enhanc", "potentiat", "improv", "boost", "strengthen", "amplif", "impair", "weaken", "antagonis")
_LISTED = frozenset("cargo target pathway cell paper claim journal author source preparation marker".split())
_CHANGED = frozenset("target pathway cell molecule marker".split())


class Loose:
    """Takes up single words, for the parts of one question."""

    def __init__(self, items: Sequence[Item], parts: Parts, *, polar: bool) -> None:
        self.items = items
        self.parts = parts
        self.polar = polar

    def word(self, item: Item) -> None:
        """A word that no rule took: some mean something by themselves, carriers mean nothing, the rest is left."""
        parts = self.parts
        flag = next((use.category for use in item.uses if use.category in _FLAGS), "")
        if item.use("rank"):
            parts.ranks.append(item)
        elif item.use("kind") and (_listable(item) or self._ranks()):
            parts.kinds.append(item)
        elif item.use("degree", "change", "protect") and self._direction(item):
            return
        elif flag:
            parts.flags.setdefault(flag, []).append(item)
        elif item.use("carry"):
            self._carried(item)
        elif item.use("load"):
            self._loaded()
        elif item.use("target"):
            parts.left += [] if self._listed_kind() else [item]
        elif item.use("work"):
            parts.left += (
                [item] if self.polar else []
            )  # `how do they work` asks for the mechanism, `do they work` for more
        elif item.use("affect") or item.text.lower() in _EFFECTS_AT_LARGE:
            parts.affects.append(item)
        elif not item.cats & CARRIERS:
            parts.left.append(item)

    def _loaded(self) -> None:
        """`drugs that were loaded` are cargo; `loaded exosomes` carry the drug that is tested."""
        wants = self.parts.wants
        if wants and wants[0].means == "drug":
            wants[0] = wants[0].become("WANT", means="cargo drug", form=wants[0].form)
        elif not any(one.kind == "KIND" or one.means.startswith("cargo ") for one in self.items):
            self.parts.topic.append(Term("loaded", ("yes",)))

    def _ranks(self) -> bool:
        """Whether something is ranked, and not by year: `the first study` ranks papers, whatever else is named."""
        ranks = [use.means for item in self.items if not item.kind and (use := item.use("rank")) is not None]
        return any(means in {"most", "fewest"} for means in ranks)

    def _listed_kind(self) -> str:
        """The kind that the question is after: of a want, else of the first kind that could be one."""
        for item in self.items:
            if item.kind == "WANT" or (item.use("kind") and not item.kind and _listable(item)):
                use = item.use("kind")
                return (item.means or (use.means if use else "")).split(" ")[0]
        return ""

    def act(self, item: Item) -> None:
        """An act of several words whose object is what is asked for: `which markers go up`."""
        kind = self._listed_kind()
        if kind in _CHANGED:
            self.parts.predicate.append(Term("raises" if item.sign > 0 else "lowers", (ANY,)))
        else:
            self.parts.left.append(item)

    def _direction(self, item: Item) -> bool:
        """A change whose object is what is asked for: `which pathways are turned on`, `which cancers do they promote`."""
        use = item.use("change", "degree", "protect")
        assert use is not None
        kind = self._listed_kind()
        facet = "raises" if use.sign > 0 else "lowers"
        if item.use("change") and kind in _CHANGED:
            self.parts.predicate.append(Term(facet, (ANY,)))
            return True
        if item.use("change") and kind == "cancer":
            self.parts.predicate.append(turns.effect("tumour", -use.sign))
            return True
        if item.use("change") and kind == "drug" and item.text.lower().startswith(_OF_DRUGS):
            self.parts.predicate.append(turns.effect("response", use.sign))
            return True
        if item.use("protect") and kind == "drug":
            self.parts.predicate.append(turns.effect("response", -1))
            return True
        if item.use("degree") and use.sign and any(turns.facet(one.where) == "versus" for one in self.items):
            self.parts.better = use.sign
            return True
        return False

    def _carried(self, item: Item) -> None:
        """`what do cord blood exosomes carry` asks for the cargo; elsewhere it says no more than `in vesicles`."""
        self.parts.flags.setdefault("carry", []).append(item)
        if not any(one.kind == "WANT" for one in self.items) and any(one.use("which") for one in self.items):
            self.parts.wants.append(Item(item.first, item.last, item.text, kind="WANT", means="cargo", form="list"))


def _listable(item: Item) -> bool:
    """A kind in a plural or that stands for nothing else: `cargos`, `tumour types`; `cancer cells` lists no cancers."""
    use = item.use("kind")
    assert use is not None
    plural = item.text.lower().endswith("s") or item.text.lower() == "cargo"
    return use.means.split(" ")[0] in _LISTED and plural
