"""Items that rules have read -> a Question, and the words that nothing took up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.language.item import NAMED, Item
from exograph.language.terms import Terms
from exograph.names import Names
from exograph.questions.kinds import KINDS
from exograph.questions.question import ANY, Condition, Not, Question, Term, Want, both, either, negated

# words of the grammar: they carry the sentence and no condition
CARRIERS = frozenset(
    "word aux prep and or comma mark vesicles msc study about which how howmany list ask isthere both either plus kind generic "
    "make per compare versus where when paperword via-word number affect".split()
)
OPPOSITE = {
    "sensitises": "confers resistance", "reverses resistance": "confers resistance", "confers resistance": "sensitises",
    "suppresses tumour": "promotes tumour", "promotes tumour": "suppresses tumour",
    "activates immune": "suppresses immune", "suppresses immune": "activates immune",
}  # fmt: skip
EFFECT_OF = {
    ("response", 1): "sensitises", ("response", -1): "confers resistance", ("tumour", 1): "suppresses tumour",
    ("tumour", -1): "promotes tumour", ("immune", 1): "activates immune", ("immune", -1): "suppresses immune",
}  # fmt: skip
_COMPARED = ("WHERE", "SOURCE", "DRUG", "CANCER", "CELL", "MOL", "ROLE", "PATHWAY", "MODALITY")


@dataclass
class Reading:
    """What was made of a question: the Question, or why there is none; every word is in one of the lists."""

    text: str
    items: tuple[Item, ...] = ()
    question: Question | None = None
    terms: Terms | None = None
    left: tuple[Item, ...] = ()  # content words that nothing took up
    refused: str = ""  # the topic that is refused
    notes: list[str] = field(default_factory=list)


@dataclass
class _Parts:
    """The conditions of a question, apart by what they are."""

    topic: list[Condition | None] = field(default_factory=list)
    predicate: list[Condition | None] = field(default_factory=list)
    agents: list[Item] = field(default_factory=list)
    effects: list[tuple[Item, Condition]] = field(default_factory=list)
    wants: list[Item] = field(default_factory=list)
    ranks: list[Item] = field(default_factory=list)
    sides: list[Condition] = field(default_factory=list)
    conflict: bool = False
    never: bool = False
    next: bool = False
    affects: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)


class Assembly:
    """Puts the items of one question together."""

    def __init__(self, items: Sequence[Item], names: Names, *, polar: bool, comparing: bool) -> None:
        self.items = list(items)
        self.terms = Terms(names)
        self.polar = polar
        self.comparing = comparing
        self.parts = _Parts()

    def question(self) -> tuple[Question, tuple[Item, ...]]:
        """The question, and what is left over."""
        for at, item in enumerate(self.items):
            self._take(item, at)
        self._agents()
        return self._made(), tuple(self.parts.left)

    # one item

    def _take(self, item: Item, at: int) -> None:
        parts = self.parts
        taken = getattr(self, f"_take_{item.kind.lower()}", None) if item.kind else None
        if item.kind in NAMED:
            self._name(item, at)
        elif taken is not None:
            taken(item)
        elif item.kind == "WANT":
            parts.wants.append(item)
        else:
            self._word(item)

    def _name(self, item: Item, at: int) -> None:
        if item.kind == "MOL" and self._acts(at):
            self.parts.agents.append(item)
        else:
            self.parts.topic.append(self.terms.plain(item))

    def _acts(self, at: int) -> bool:
        """Whether a molecule is what brings the effect about: right before it, or after `by`."""
        before = self.items[at - 1] if at else None
        if before is not None and "prep" in before.cats and before.text.lower() in {"by", "from"}:
            return any(item.kind in {"EFFECT", "AMOUNT"} for item in self.items[:at])
        for item in self.items[at + 1 :]:
            if item.kind in {"EFFECT", "AMOUNT"}:
                return True
            if not item.cats & {"vesicles", "msc", "prep", "SOURCE", "comma", "about", "study", "notverb", "WANT"}:
                return False
        return False

    def _take_where(self, item: Item) -> None:
        self.parts.topic.append(item.where)
        self._inner(item)

    def _take_tumour(self, item: Item) -> None:
        """Tumours at large: what everything here is about."""

    def _take_role(self, item: Item) -> None:
        self.parts.topic.append(self.terms.of(item.means, item.names, item.form))

    def _take_kind(self, item: Item) -> None:
        value = item.means.split(" ")[1:]
        if value:
            self.parts.topic.append(Term("cargo-kind", tuple(_cargo_kinds(value[0]))))

    def _take_notkind(self, item: Item) -> None:
        self.parts.topic.append(Not(Term("cargo-kind", tuple(_cargo_kinds(item.means)))))

    def _take_effect(self, item: Item) -> None:
        self._inner(item)
        words = self._effect_words(item)
        condition: Condition = Term("effect", words)
        if item.form == "not":
            condition = negated(condition)
        self.parts.effects.append((item, condition))
        self.parts.predicate.append(condition)
        if item.sign == 0 and item.dim:
            self.parts.topic.append(Term("family", (item.dim,)))
        self._modality(item)

    def _effect_words(self, item: Item) -> tuple[str, ...]:
        if item.sign == 0:
            return ("no effect",)
        if item.dim == "response" and item.sign > 0 and "reverse" in item.means.split(" "):
            return ("reverses resistance",)
        return (EFFECT_OF[item.dim, item.sign],)

    def _take_dim(self, item: Item) -> None:
        """A dimension that nothing acts on is the topic: cisplatin resistance, tumour growth."""
        self._inner(item)
        if item.form == "verb" and item.sign < 0:
            condition: Condition = Term("effect", ("confers resistance",))
            self.parts.predicate.append(condition)
            self.parts.effects.append((item, condition))
        else:
            self.parts.topic.append(Term("family", (item.dim,)))
        self._modality(item)

    def _take_amount(self, item: Item) -> None:
        condition = self.terms.of(item.means, item.names)
        if condition is not None and item.form == "not":
            condition = negated(condition)
        if condition is not None:
            self.parts.effects.append((item, condition))
        self.parts.predicate.append(condition)

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
        self._inner(item)
        self._modality(item)
        self.parts.sides += [Term("effect", (EFFECT_OF[item.dim, sign],)) for sign in (1, -1)]

    def _take_not(self, item: Item) -> None:
        if item.means == "WHERE":
            part: Condition | None = item.where
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
        for category, facet in (("prepared", "preparation"), ("given", "given"), ("species", "species"), ("model", "model"),
                                ("treatment", "treatment"), ("versus-value", "versus"), ("vesicle", "vesicle"), ("status", "status")):  # fmt: skip
            use = item.use(category)
            if use is not None:
                parts.topic.append(Term(facet, (use.means,)))
                return
        if item.use("rank"):
            parts.ranks.append(item)
        elif item.use("conflict"):
            parts.conflict = True
        elif item.use("never"):
            parts.never = True
        elif item.use("next"):
            parts.next = True
        elif item.use("carry"):
            self._carried(item)
        elif item.use("load"):
            parts.topic.append(
                Term("cargo-kind", ("drug",))
                if any(w.means == "drug" for w in parts.wants)
                else Term("loaded", ("yes",))
            )
        elif item.use("target") or item.use("via") or item.use("downstream"):
            if not parts.wants and not any(i.kind == "WANT" for i in self.items):
                parts.left.append(item)
        elif item.kind == "AFFECT" or item.use("affect"):
            parts.affects.append(item)
        elif not item.cats <= CARRIERS and not item.cats & CARRIERS:
            parts.left.append(item)

    def _carried(self, item: Item) -> None:
        """`what do cord blood exosomes carry` asks for the cargo; elsewhere it says no more than `in vesicles`."""
        if not any(one.kind == "WANT" for one in self.items) and any(one.use("which") for one in self.items):
            self.parts.wants.append(Item(item.first, item.last, item.text, kind="WANT", means="cargo", form="list"))

    # the whole

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
            turned = _opposite(condition)
            raised, lowered = self.terms.of("raises", names), self.terms.of("lowers", names)
            cargo = self.terms.of("cargo", names) if carried else None
            straight = both(either(cargo, raised), condition)
            parts.predicate = [one for one in parts.predicate if one != condition]
            parts.predicate.append(either(straight, both(lowered, turned)) if turned is not None else straight)

    def _made(self) -> Question:
        parts = self.parts
        topic, predicate = both(*parts.topic), both(*parts.predicate)
        if parts.next:
            return Question("next", where=both(topic, predicate))
        if parts.never:
            return self._never(both(topic, predicate))
        if parts.conflict:
            opposed = Term("opposed", ("yes",))
            if self.polar:
                return Question("verdict", where=both(topic, predicate), verdict=opposed)
            return Question("paths", where=both(topic, predicate, opposed))
        sides = tuple(parts.sides) if len(parts.sides) > 1 else self._compared()
        if sides:
            rest = both(*(part for part in parts.topic if part not in sides and not _holds_all(part, sides)), predicate)
            return Question("compare", where=rest, sides=sides)
        if self.polar and not any(one.form != "list" for one in parts.wants):
            return self._verdict(topic, predicate)
        return self._listed(both(topic, predicate))

    def _never(self, where: Condition | None) -> Question:
        kind = next((one.means.split(" ")[0] for one in self.parts.wants), "") or "drug"
        return Question("never", kind if kind in KINDS else "drug", where)

    def _compared(self) -> tuple[Condition, ...]:
        """The two or more of one kind that are set against each other."""
        if not self.comparing:
            return ()
        for kind in _COMPARED:
            conditions: list[Condition | None] = []
            for item in self.items:
                if item.kind == kind:
                    if kind == "WHERE":
                        conditions.append(item.where)
                    elif kind == "ROLE":
                        conditions += [self.terms.of(item.means, (name,)) for name in item.names]
                    else:
                        conditions += [self.terms.plain(name) for name in item.names or (item,)]
            distinct = tuple(dict.fromkeys(one for one in conditions if one is not None))
            facets = {_facet(one) for one in distinct}
            if len(distinct) > 1 and len(facets) == 1:
                return distinct
        return ()

    def _verdict(self, topic: Condition | None, predicate: Condition | None) -> Question:
        parts = self.parts
        for one in parts.wants:  # `does any miRNA ...`
            words = one.means.split(" ")
            if words[0] == "cargo" and len(words) > 1:
                topic = both(topic, Term("cargo-kind", tuple(_cargo_kinds(words[1]))))
            elif words[0] in {"cargo", "drug", "cancer", "cell", "pathway", "target"}:
                topic = both(topic, Term(words[0], (ANY,)))
        if predicate is None and parts.affects:
            predicate = Not(Term("effect", ("no effect",)))
        if predicate is not None:
            return Question("verdict", where=topic, verdict=predicate)
        roles = [
            part
            for part in parts.topic
            if part is not None and _facet(part) in {"cargo", "target", "marker", "pathway"}
        ]
        known = roles or [part for part in parts.topic if part is not None]
        if not known:
            return Question("paths", where=topic)
        chosen = known[0]
        rest = both(*(part for part in parts.topic if part != chosen), *_conditions(topic, parts.topic))
        return Question("verdict", where=rest, verdict=chosen)

    def _listed(self, where: Condition | None) -> Question:
        parts = self.parts
        if not parts.wants:
            if parts.ranks:
                rank = parts.ranks[0].use("rank")
                assert rank is not None
                kind = "paper" if rank.means in {"first", "latest"} else "cargo"
                return Question(_rank(rank.means), kind, where)
            return Question("paths", where=where)
        one = parts.wants[0]
        words, how = one.means.split(" "), one.form.split(" ")
        if words[0] == "cargo" and len(words) > 1:
            where = both(where, Term("cargo-kind", tuple(_cargo_kinds(words[1]))))
        kind = {"molecule": "target"}.get(words[0], words[0])
        if parts.ranks and how[0] == "list":
            rank = parts.ranks[0].use("rank")
            how = [rank.means if rank else "list"]
        limit = int(how[1]) if len(how) > 1 else None
        wanted: Want = "count" if how[0] == "count" else "list" if how[0] == "list" else _rank(how[0])
        if kind == "claim" and wanted == "list":
            return Question("paths", where=where)
        return Question(wanted, kind, where, limit=limit)


def _rank(word: str) -> Want:
    ranks: dict[str, Want] = {"most": "most", "fewest": "fewest", "first": "first", "latest": "latest"}
    return ranks[word]


def _cargo_kinds(kind: str) -> Sequence[str]:
    return ("miRNA", "lncRNA", "circRNA", "mRNA", "siRNA", "anti-miR", "RNA") if kind == "RNA" else (kind,)


def _opposite(condition: Condition) -> Condition | None:
    if isinstance(condition, Term) and condition.facet == "effect":
        words = tuple(OPPOSITE[word] for word in condition.values if word in OPPOSITE)
        return Term("effect", words) if words else None
    return None


def _facet(part: Condition) -> str:
    return part.facet if isinstance(part, Term) else ""


def _holds_all(part: Condition | None, sides: Sequence[Condition]) -> bool:
    """Whether a condition is just all of the sides, as alternatives of one term."""
    if not isinstance(part, Term):
        return False
    values = {value for side in sides if isinstance(side, Term) and side.facet == part.facet for value in side.values}
    return bool(values) and set(part.values) <= values


def _conditions(topic: Condition | None, known: Sequence[Condition | None]) -> list[Condition]:
    """What was added to the topic beside the known parts."""
    from exograph.questions.question import conjuncts

    return [part for part in conjuncts(topic) if part not in known and part not in conjuncts(both(*known))]
