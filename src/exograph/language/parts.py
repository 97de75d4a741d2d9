"""Items one by one -> the parts of a question: conditions, what is wanted, what is stated, what nothing takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.language import turns
from exograph.language.item import NAMED, Item
from exograph.language.terms import Terms
from exograph.questions.question import ANY, Condition, Not, Term, both, either, negated

# words of the grammar: they carry the sentence and no condition
CARRIERS = frozenset(
    """
    word aux prep and or comma mark clause vesicles msc mscvesicles study about which how howmany list ask isthere both
    either plus kind generic per compare versus where when paperword affect via downstream
    """.split()
)
# verbs that a name can be the object of, and of which `yes, there are claims` is the answer
OBJECTS = (
    "test", "use", "examin", "tri", "try", "stud", "investigat", "combin", "look", "appl", "give", "assess", "evaluat",
    "explor", "report", "publish", "find", "show", "describ", "deal", "address", "document", "includ", "mention", "reach",
    "work on", "exist", "expos", "employ", "analys", "cover", "consider", "write", "concern", "know", "present", "see", "name",
    "co-admin", "administer", "treat", "work", "do", "ask", "take", "note", "research", "involve", "implicat",
)  # fmt: skip
# words that say something of the question as a whole
_FLAGS = frozenset("recent marker opposite conflict never next".split())
_EFFECTS_AT_LARGE = frozenset("effect effects action actions activity".split())
_BETWEEN = frozenset("vesicles msc mscvesicles prep SOURCE comma about study notverb WANT".split())
# acts whose object can be a drug's effect without saying so: a drug is enhanced or impaired, and never lowered
_OF_DRUGS = ("enhanc", "potentiat", "improv", "boost", "strengthen", "amplif", "impair", "weaken", "antagonis")
_LISTED = frozenset("cargo target pathway cell paper claim journal author source preparation marker".split())
_WITH_DIRECTION = frozenset("target pathway cell molecule marker".split())


@dataclass
class Parts:
    """The conditions of a question, apart by what they are; `left` holds what nothing took up."""

    topic: list[Condition | None] = field(default_factory=list)
    predicate: list[Condition | None] = field(default_factory=list)
    agents: list[Item] = field(default_factory=list)
    effects: list[tuple[Item, Condition]] = field(default_factory=list)
    affects: list[Item] = field(default_factory=list)
    sides: list[Condition] = field(default_factory=list)
    wants: list[Item] = field(default_factory=list)
    ranks: list[Item] = field(default_factory=list)
    kinds: list[Item] = field(default_factory=list)  # kinds that no rule took: the first may be what is wanted
    flags: dict[str, list[Item]] = field(default_factory=dict)  # recent, conflict, never, next, ...
    better: int = 0
    left: list[Item] = field(default_factory=list)


class Taker:
    """Takes the items of one question apart."""

    def __init__(self, items: Sequence[Item], terms: Terms, *, polar: bool) -> None:
        self.items = list(items)
        self.terms = terms
        self.polar = polar
        self.parts = Parts()

    def take(self) -> Parts:
        """The parts of all items."""
        for at, item in enumerate(self.items):
            self._take(item, at)
        self._agents()
        return self.parts

    def _take(self, item: Item, at: int) -> None:
        if self._acts_on_a_name(item, at):
            self.parts.left.append(item)
            return
        taken = getattr(self, f"_take_{item.kind.lower()}", None) if item.kind else None
        if item.kind in NAMED:
            self._name(item, at)
        elif taken is not None:
            taken(item)
        elif item.kind == "WANT":
            self._wanted(item)
        else:
            self._word(item)

    def _acts_on_a_name(self, item: Item, at: int) -> bool:
        """`which exosomes understand glioma`: a verb of reporting that a name cannot be the object of."""
        follows = self.items[at + 1].kind if at + 1 < len(self.items) else ""
        if (
            item.kind
            or follows not in NAMED
            or any(use.category not in {"study", "word", "about"} for use in item.uses)
        ):
            return False
        verb = item.use("study")
        return verb is not None and verb.form in {"base", "s"} and not item.text.lower().startswith(OBJECTS)

    def _wanted(self, item: Item) -> None:
        """The first kind asked for is what is wanted; a second narrows: `papers in which siRNA was loaded`."""
        words = item.means.split(" ")
        if self.parts.wants and item.form == "list" and len(words) > 1:
            self.parts.topic.append(turns.cargo_kinds(words[1]))
        else:
            self.parts.wants.append(item)

    def _name(self, item: Item, at: int) -> None:
        if item.kind == "MOL" and self._acts(at):
            self.parts.agents.append(item)
        else:
            self.parts.topic.append(self.terms.plain(item))

    def _acts(self, at: int) -> bool:
        """Whether a molecule is what brings the effect about: right before it, or after `by`."""
        before = self.items[at - 1] if at else None
        if before is not None and "prep" in before.cats and before.text.lower() in {"by", "from"}:
            return any(item.kind in {"EFFECT", "AMOUNT"} or item.use("change") for item in self.items[:at])
        for item in self.items[at + 1 :]:
            if item.kind in {"EFFECT", "AMOUNT"}:
                return True
            if not item.cats & _BETWEEN:
                return False
        return False

    def _take_where(self, item: Item) -> None:
        self.parts.topic.append(item.where)
        self._inner(item)

    def _take_donors(self, item: Item) -> None:
        condition = self.terms.donors(item.names[0])
        self.parts.topic.append(condition)
        self.parts.left += [] if condition is not None else [item]

    def _take_tumour(self, item: Item) -> None:
        """Tumours at large: what everything here is about."""

    def _take_role(self, item: Item) -> None:
        self.parts.topic.append(self.terms.of(item.means, item.names, item.form))

    def _take_kind(self, item: Item) -> None:
        """A kind of cargo that no rule took: the first is what is wanted, where nothing else is; else a condition."""
        if not self.polar and not self.parts.wants and not any(one.kind == "WANT" for one in self.items):
            self.parts.wants.append(item.become("WANT", form="list"))
            return
        value = item.means.split(" ")[1:]
        if value:
            self.parts.topic.append(turns.cargo_kinds(value[0]))

    def _take_notkind(self, item: Item) -> None:
        self.parts.topic.append(Not(turns.cargo_kinds(item.means)))

    def _take_effect(self, item: Item) -> None:
        if "drug" in item.means.split(" ") and not self._drug_named():
            self.parts.left.append(item)
            return
        self._inner(item)
        condition = self._effect(item)
        if item.form == "not":
            condition = negated(condition)
        self.parts.effects.append((item, condition))
        self.parts.predicate.append(condition)
        if item.sign == 0 and item.dim:
            self.parts.topic.append(Term("family", (item.dim,)))
        if item.sign == 0 or item.dim == "immune":
            self._without_subsets(item)
        self._modality(item)

    @staticmethod
    def _effect(item: Item) -> Condition:
        """The claim's effect that is asked for."""
        words = item.means.split(" ")
        if item.dim == "response" and item.sign > 0 and "reverse" in words:
            return Term("effect", ("reverses resistance",))
        condition = Term("effect", ("no effect",)) if item.sign == 0 else turns.effect(item.dim, item.sign)
        if "loaded" in words:
            # what improves a drug: other vesicles beside it, or a vesicle that brings it
            better = both(Term("loaded", ("yes",)), Term("effect", ("suppresses tumour",)))
            return either(condition, better) or condition
        return condition

    def _drug_named(self) -> bool:
        """Whether there is a drug that an effect can be the effect of."""
        kinds = {"DRUG", "MODALITY"}
        return any(
            item.kind in kinds or item.means == "drug" or any(name.kind in kinds for name in item.names)
            for item in self.items
        )

    def _take_dim(self, item: Item) -> None:
        """A dimension that nothing acts on is the topic: cisplatin resistance, tumour growth."""
        self._inner(item)
        if item.form == "verb" and not self._drug_named():
            self.parts.left.append(item)
        elif item.form == "verb" and item.sign < 0:
            condition: Condition = Term("effect", ("confers resistance",))
            self.parts.predicate.append(condition)
            self.parts.effects.append((item, condition))
        else:
            self.parts.topic.append(Term("family", (item.dim,)))
        self._modality(item)

    def _take_amount(self, item: Item) -> None:
        self._without_subsets(item)
        condition = self.terms.of(item.means, item.names)
        if condition is not None and item.form == "not":
            condition = negated(condition)
        if condition is not None:
            self.parts.effects.append((item, condition))
        self.parts.predicate.append(condition)

    def _without_subsets(self, item: Item) -> None:
        """More Tregs are not more T cells: kinds that a cell is skewed into are left out unless they are named."""
        for name in item.names:
            subsets = self.terms.subsets(name)
            if subsets:
                self.parts.topic.append(Not(Term("cell", subsets)))

    def _take_affect(self, item: Item) -> None:
        self._inner(item)
        self._modality(item)
        if item.dim:
            self.parts.topic.append(Term("family", (item.dim,)))
        if item.form == "not":
            self.parts.predicate.append(Term("effect", ("no effect",)))
        else:
            self.parts.affects.append(item)

    def _take_sides(self, item: Item) -> None:
        if item.dim == "amount":
            raised, lowered = self.terms.of("raises", item.names), self.terms.of("lowers", item.names)
            self.parts.sides += [side for side in (raised, lowered) if side is not None]
            return
        if item.means == "judged" and not any(one.kind in {"CANCER", "TUMOUR"} for one in (*self.items, *item.names)):
            self.parts.left.append(item)
            return
        self._inner(item)
        self._modality(item)
        self.parts.sides += [turns.effect(item.dim, sign) for sign in (1, -1)]

    def _take_not(self, item: Item) -> None:
        if item.means == "WHERE":
            part: Condition | None = turns.only(item.where)
        elif item.means == "ROLE":
            part = self.terms.of(item.dim, item.names, item.form)
        else:
            part = either(*(self.terms.plain(name) for name in item.names))
        self.parts.topic.append(None if part is None else negated(part))

    def _inner(self, item: Item) -> None:
        """The names inside a larger item: the drug of a resistance, the cancer of a growth."""
        by_kind: dict[str, list[Item]] = {}
        for name in item.names:
            by_kind.setdefault(name.kind, []).append(name)
        for names in by_kind.values():
            self.parts.topic.append(either(*(self.terms.plain(name) for name in names)))

    def _modality(self, item: Item) -> None:
        for word in item.means.split(" "):
            if word in {"chemotherapy", "radiotherapy"}:
                self.parts.topic.append(Term("modality", (word,)))

    def _word(self, item: Item) -> None:
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

    def _take_act(self, item: Item) -> None:
        """An act of several words whose object is what is asked for: `which markers go up`."""
        kind = self._listed_kind()
        if kind in {"target", "pathway", "cell", "molecule", "marker"}:
            self.parts.predicate.append(Term("raises" if item.sign > 0 else "lowers", (ANY,)))
        else:
            self.parts.left.append(item)

    def _direction(self, item: Item) -> bool:
        """A change whose object is what is asked for: `which pathways are turned on`, `which cancers do they promote`."""
        use = item.use("change", "degree", "protect")
        assert use is not None
        kind = self._listed_kind()
        facet = "raises" if use.sign > 0 else "lowers"
        if item.use("change") and kind in {"target", "pathway", "cell", "molecule", "marker"}:
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

    def _agents(self) -> None:
        """A molecule that acts: carried, or more or less of it on the way, with the effect turned accordingly."""
        parts = self.parts
        for agent in parts.agents:
            names = agent.names or (agent,)
            effects = [one for one in parts.effects if one[0].kind in {"EFFECT", "DIM"}]
            carried = any(one.label == "Cargo" and one.claims for name in names for one in name.meanings)
            gene = any(one.label == "Gene" and one.claims for name in names for one in name.meanings)
            if not gene or not effects:
                facet = "cargo" if carried or not gene else "molecule"
                parts.topic.append(self.terms.of(facet, names))
                continue
            _, condition = effects[-1]
            turned = turns.opposite(condition)
            raised, lowered = self.terms.of("raises", names), self.terms.of("lowers", names)
            cargo = self.terms.of("cargo", names) if carried else None
            straight = both(either(cargo, raised), condition)
            parts.predicate = [one for one in parts.predicate if one != condition]
            parts.predicate.append(either(straight, both(lowered, turned)) if turned is not None else straight)


def _listable(item: Item) -> bool:
    """A kind in a plural or that stands for nothing else: `cargos`, `tumour types`; `cancer cells` lists no cancers."""
    use = item.use("kind")
    assert use is not None
    plural = item.text.lower().endswith("s") or item.text.lower() == "cargo"
    return use.means.split(" ")[0] in _LISTED and plural
