"""Items one by one -> the parts of a question."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.language import turns
from exograph.language.agents import acts, settle
from exograph.language.item import NAMED, Item
from exograph.language.loose import Loose
from exograph.language.parts import Parts
from exograph.language.terms import Terms
from exograph.questions.question import Condition, Not, Term, both, either, negated

# verbs that a name can be the object of, and of which `yes, there are claims` is the answer
OBJECTS = (
    "test", "use", "examin", "tri", "try", "stud", "investigat", "combin", "look", "appl", "give", "assess", "evaluat",
    "explor", "report", "publish", "find", "show", "describ", "deal", "address", "document", "includ", "mention", "reach",
    "read", "work on", "exist", "expos", "employ", "analys", "cover", "consider", "write", "concern", "know", "present", "see", "name",
    "co-admin", "administer", "treat", "work", "do", "ask", "take", "note", "research", "involve", "implicat",
)  # fmt: skip


class Taker:
    """Takes the items of one question apart."""

    def __init__(self, items: Sequence[Item], terms: Terms, *, polar: bool) -> None:
        self.items = list(items)
        self.terms = terms
        self.polar = polar
        self.parts = Parts()
        self.loose = Loose(self.items, self.parts, polar=polar)

    def take(self) -> Parts:
        """The parts of all items."""
        for at, item in enumerate(self.items):
            self._take(item, at)
        settle(self.parts, self.terms)
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
            self.loose.word(item)

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
        if item.kind == "MOL" and acts(self.items, at):
            self.parts.agents.append(item)
        else:
            self.parts.topic.append(self.terms.plain(item))

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

    def _take_act(self, item: Item) -> None:
        self.loose.act(item)

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
