"""Items that rules have read -> a Question, and the words that nothing took up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.language.item import NAMED, Item
from exograph.language.terms import Terms
from exograph.questions.kinds import KINDS
from exograph.questions.question import ANY, Condition, Not, Question, Term, Want, both, either, negated
from exograph.questions.replies import CLOSED

# words of the grammar: they carry the sentence and no condition
CARRIERS = frozenset(
    "word aux prep and or comma mark vesicles msc mscvesicles study about which how howmany list ask isthere both either plus kind generic "
    "per compare versus where when paperword number affect work clause opposite".split()
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
_HOW = frozenset({"preparation", "treatment"})  # both say how the vesicle was made
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
    carried: bool = False
    opposite: list[Item] = field(default_factory=list)
    conflict: bool = False
    never: bool = False
    next: bool = False
    recent: bool = False
    markers: bool = False
    better: int = 0
    kinds: list[Item] = field(default_factory=list)  # kinds that no rule took: the first may be what is wanted
    affects: list[Item] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)


class Assembly:
    """Puts the items of one question together."""

    def __init__(self, items: Sequence[Item], terms: Terms, *, polar: bool, comparing: bool) -> None:
        self.items = list(items)
        self.terms = terms
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
            self._wanted(item)
        else:
            self._word(item)

    def _wanted(self, item: Item) -> None:
        """The first kind asked for is what is wanted; a second narrows: `papers in which siRNA was loaded`."""
        words = item.means.split(" ")
        if self.parts.wants and item.form == "list" and len(words) > 1:
            self.parts.topic.append(Term("cargo-kind", tuple(_cargo_kinds(words[1]))))
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
            if not item.cats & {
                "vesicles",
                "msc",
                "mscvesicles",
                "prep",
                "SOURCE",
                "comma",
                "about",
                "study",
                "notverb",
                "WANT",
            }:
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
        """A kind of cargo that no rule took: the first is what is wanted, where nothing else is; else a condition."""
        if not self.polar and not self.parts.wants and not any(one.kind == "WANT" for one in self.items):
            self.parts.wants.append(item.become("WANT", form="list"))
            return
        value = item.means.split(" ")[1:]
        if value:
            self.parts.topic.append(Term("cargo-kind", tuple(_cargo_kinds(value[0]))))

    def _take_notkind(self, item: Item) -> None:
        self.parts.topic.append(Not(Term("cargo-kind", tuple(_cargo_kinds(item.means)))))

    def _take_effect(self, item: Item) -> None:
        self._inner(item)
        words = self._effect_words(item)
        condition: Condition = Term("effect", words)
        if "loaded" in item.means.split(" "):
            # what improves a drug: other vesicles beside it, or a vesicle that brings it
            better = both(Term("loaded", ("yes",)), Term("effect", ("suppresses tumour",)))
            condition = either(condition, better) or condition
        if item.form == "not":
            condition = negated(condition)
        self.parts.effects.append((item, condition))
        self.parts.predicate.append(condition)
        if item.sign == 0 and item.dim:
            self.parts.topic.append(Term("family", (item.dim,)))
        if item.sign == 0 or item.dim == "immune":
            self._without_subsets(item)
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
        if item.dim == "tumour" and not any(one.kind in {"CANCER", "TUMOUR"} for one in (*self.items, *item.names)):
            self.parts.left.append(item)
            return
        self._inner(item)
        self._modality(item)
        self.parts.sides += [Term("effect", (EFFECT_OF[item.dim, sign],)) for sign in (1, -1)]

    def _take_not(self, item: Item) -> None:
        if item.means == "WHERE":
            part: Condition | None = _only(item.where)
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
        if item.use("rank"):
            parts.ranks.append(item)
        elif item.use("recent"):
            parts.recent = True
        elif item.use("kind") and (_listable(item) or self._ranks()):
            parts.kinds.append(item)
        elif item.use("marker"):
            parts.markers = True
        elif item.use("degree", "change") and self._direction(item):
            pass
        elif item.use("opposite"):
            parts.opposite.append(item)
        elif item.use("conflict"):
            parts.conflict = True
        elif item.use("never"):
            parts.never = True
        elif item.use("next"):
            parts.next = True
        elif item.use("carry"):
            self._carried(item)
        elif item.use("load"):
            self._loaded()
        elif item.use("target") or item.use("via") or item.use("downstream"):
            if item.use("target") and not self._listed_kind():
                parts.left.append(item)
        elif item.kind == "AFFECT" or item.use("affect") or item.text.lower() in _EFFECTS_AT_LARGE:
            parts.affects.append(item)
        elif not item.cats <= CARRIERS and not item.cats & CARRIERS:
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
        use = item.use("change") or item.use("degree")
        assert use is not None
        kind = self._listed_kind()
        facet = "raises" if use.sign > 0 else "lowers"
        if item.use("change") and kind in {"target", "pathway", "cell", "molecule", "marker"}:
            self.parts.predicate.append(Term(facet, (ANY,)))
            return True
        if item.use("change") and kind == "cancer":
            self.parts.predicate.append(Term("effect", (EFFECT_OF["tumour", -use.sign],)))
            return True
        if item.use("change") and kind == "drug" and item.text.lower().startswith(_OF_DRUGS):
            self.parts.predicate.append(Term("effect", (EFFECT_OF["response", use.sign],)))
            return True
        if item.use("degree") and use.sign and any(_about(one.where, "versus") for one in self.items):
            self.parts.better = use.sign
            return True
        return False

    def _carried(self, item: Item) -> None:
        """`what do cord blood exosomes carry` asks for the cargo; elsewhere it says no more than `in vesicles`."""
        self.parts.carried = True
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
        if not parts.wants and parts.kinds and not (self.polar or parts.sides):
            use = parts.kinds[0].use("kind")
            assert use is not None
            parts.wants.append(parts.kinds[0].become("WANT", means=use.means, form="list"))
        if parts.markers:
            parts.topic = [_as_markers(part) for part in parts.topic]
        if parts.better:
            good = (
                ("suppresses tumour", "sensitises") if parts.better > 0 else ("promotes tumour", "confers resistance")
            )
            parts.predicate.append(Term("effect", good))
        if parts.carried and parts.wants and parts.wants[0].means == "drug":
            parts.wants[0] = parts.wants[0].become("WANT", means="cargo drug")
        parts.topic = _models(parts.topic)
        topic, predicate = both(*parts.topic), both(*parts.predicate)
        if parts.next:
            return Question("next", where=both(topic, predicate))
        if parts.never and (parts.wants or any(item.kind in NAMED for item in self.items)):
            return self._never(both(topic, predicate))
        if parts.never:
            parts.left += [item for item in self.items if item.use("never")]
        if parts.conflict:
            opposed = Term("opposed", ("yes",))
            if self.polar:
                return Question("verdict", where=both(topic, predicate), verdict=opposed)
            return Question("paths", where=both(topic, predicate, opposed))
        sides = tuple(parts.sides) if len(parts.sides) > 1 else self._compared()
        if self.comparing and not sides and parts.better == 0:
            parts.left += [item for item in self.items if item.use("compare", "versus") and not item.kind]
        if sides:
            parts.left = [item for item in parts.left if not item.use("help", "degree")]
            if parts.opposite:
                predicate = None  # `whose inhibit and whose do the reverse`: both are shown
            rest = both(*(part for part in parts.topic if part not in sides and not _holds_all(part, sides)), predicate)
            return Question("compare", where=rest, sides=sides)
        if parts.opposite and self.polar:
            return self._opposite_of()
        if parts.opposite:  # `whose do this and whose do the reverse`: both are asked for
            return self._listed(topic) if parts.effects else self._opposite_of()
        if self.polar and not any(one.form != "list" for one in parts.wants):
            return self._verdict(topic, predicate)
        return self._listed(both(topic, predicate))

    def _opposite_of(self) -> Question:
        """`does anything do the opposite`: the other effect in the same topic, whoever brings it about."""
        parts = self.parts
        effects = [condition for _, condition in parts.effects]
        turned = _opposite(effects[0]) if len(effects) == 1 else None
        if turned is None:
            parts.left += parts.opposite
            return Question(where=both(*parts.topic, *parts.predicate))
        kept = [part for part in parts.topic if not (isinstance(part, Term) and part.facet in {"cargo", "molecule"})]
        return Question(where=both(*kept, turned))

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
            distinct = tuple(dict.fromkeys(part for one in conditions if one is not None for part in _single(one)))
            facets = {_facet(one) for one in distinct}
            if len(distinct) > 1 and (len(facets) == 1 or facets <= _HOW):
                return distinct
            if len(distinct) == 1 and facets == {"given"} and any(i.use("vesicles", "mscvesicles") for i in self.items):
                return (Term("given", ("vesicles",)), *distinct)
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
        closed = [part for part in parts.topic if part is not None and _facet(part) in CLOSED]
        known = closed or roles or [part for part in parts.topic if part is not None]
        if not known:
            return Question("paths", where=topic)
        chosen = known[0]
        rest = both(*(part for part in parts.topic if part != chosen), *_conditions(topic, parts.topic))
        return Question("verdict", where=rest, verdict=chosen)

    def _listed(self, where: Condition | None) -> Question:
        parts = self.parts
        if not parts.wants:
            if any(item.use("howmany") for item in self.items if not item.kind):
                return Question("count", "paper", where)
            if parts.ranks:
                rank = parts.ranks[0].use("rank")
                assert rank is not None
                kind = "paper" if rank.means in {"first", "latest"} else "cargo"
                return Question(_rank(rank.means), kind, where)
            return Question("paths", where=where, order="-year" if parts.recent else "")
        one = parts.wants[0]
        words, how = one.means.split(" "), one.form.split(" ")
        if words[0] == "cargo" and len(words) > 1:
            where = both(where, Term("cargo-kind", tuple(_cargo_kinds(words[1]))))
        kind = {"molecule": "target"}.get(words[0], words[0])
        how, unread = self._ranked(how)
        parts.left += unread
        limit = int(how[1]) if len(how) > 1 else None
        wanted: Want = "count" if how[0] == "count" else "list" if how[0] == "list" else _rank(how[0])
        if kind == "claim" and wanted == "list":
            return Question("paths", where=where, order="-year" if parts.recent else "")
        return Question(wanted, kind, where, limit=limit, order="-year" if parts.recent and wanted == "list" else "")

    def _ranked(self, how: list[str]) -> tuple[list[str], list[Item]]:
        """`which cancer ... the greatest number of papers` ranks cancers; by anything but papers no ranking is made."""
        parts = self.parts
        others = [one for one in parts.wants[1:] if one.form.split(" ")[0] in {"most", "fewest", "first", "latest"}]
        if how[0] == "list" and others:
            by = others[0].means.split(" ")[0]
            return [others[0].form.split(" ")[0]], [] if by in {"paper", "claim"} else [others[0]]
        if how[0] == "list" and parts.ranks:
            rank = parts.ranks[0].use("rank")
            return [rank.means if rank else "list"], []
        return how, []


# acts whose object can be a drug's effect without saying so: a drug is enhanced or impaired, and never lowered
_OF_DRUGS = ("enhanc", "potentiat", "improv", "boost", "strengthen", "amplif", "impair", "weaken", "antagonis")
_LISTED = frozenset("cargo target pathway cell paper claim journal author source preparation marker".split())


def _listable(item: Item) -> bool:
    """A kind in a plural or that stands for nothing else: `cargos`, `tumour types`; `cancer cells` lists no cancers."""
    use = item.use("kind")
    assert use is not None
    plural = item.text.lower().endswith("s") or item.text.lower() == "cargo"
    return use.means.split(" ")[0] in _LISTED and plural


def _only(part: Condition | None) -> Condition | None:
    """`not in vitro` leaves out what was seen in vitro alone."""
    if isinstance(part, Term) and part.facet == "model" and part.values == ("in vitro",):
        return Term("model", ("only in vitro",))
    return part


def _single(part: Condition) -> list[Condition]:
    """A term of several values as one term each: `native and engineered` are two sides."""
    return [Term(part.facet, (value,)) for value in part.values] if isinstance(part, Term) else [part]


def _about(part: Condition | None, facet: str) -> bool:
    return isinstance(part, Term) and part.facet == facet


def _models(parts: Sequence[Condition | None]) -> list[Condition | None]:
    """`in vivo but not in vitro` is in vivo only."""
    left_out = Not(Term("model", ("only in vitro",)))
    named = [part for part in parts if isinstance(part, Term) and part.facet == "model"]
    if left_out not in parts or len(named) != 1 or len(named[0].values) != 1:
        return list(parts)
    rest = [part for part in parts if part not in (left_out, named[0])]
    return [*rest, Term("model", (f"only {named[0].values[0].removeprefix('only ')}",))]


def _as_markers(part: Condition | None) -> Condition | None:
    """Molecules that the question calls measured."""
    return Term("marker", part.values) if isinstance(part, Term) and part.facet == "molecule" else part


_EFFECTS_AT_LARGE = frozenset("effect effects action actions activity".split())
_PREDICATES = frozenset({"EFFECT", "AMOUNT"})


def assembled(
    items: Sequence[Item], terms: Terms, *, polar: bool, comparing: bool
) -> tuple[Question, tuple[Item, ...]]:
    """The question of all items. Two questions in one text, each with a statement of its own, are asked together."""
    clauses: list[list[Item]] = [[]]
    for item in items:
        if item.kind == "seam":
            clauses.append([])
        else:
            clauses[-1].append(item)
    several = [one for one in clauses if any(item.kind in _PREDICATES or item.use("change") for item in one)]
    if len(several) < 2 or comparing:
        flat = [item for clause in clauses for item in clause]
        return Assembly(flat, terms, polar=polar, comparing=comparing).question()
    first, *others = several
    left: list[Item] = []
    found: list[Condition | None] = []
    shared = [item for item in first if item.kind in NAMED or item.kind in {"ROLE", "WHERE"}]
    for clause in (first, *([*shared, *other] for other in others)):
        made, unread = Assembly(clause, terms, polar=False, comparing=False).question()
        found.append(both(made.where, made.verdict))
        left += unread
    return Question(where=either(*found)), tuple(left)


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
