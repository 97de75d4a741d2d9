"""The parts of a question -> the Question, and the words that nothing took up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from exograph.language import turns
from exograph.language.item import NAMED, Item
from exograph.language.taker import OBJECTS, Taker
from exograph.language.terms import Terms
from exograph.questions.kinds import KINDS
from exograph.questions.question import ANY, Condition, Not, Question, Term, Want, both, either
from exograph.questions.replies import CLOSED

_HOW = frozenset({"preparation", "treatment"})  # both say how the vesicle was made
_COMPARED = ("WHERE", "SOURCE", "DRUG", "CANCER", "CELL", "MOL", "ROLE", "PATHWAY", "MODALITY")
_PREDICATES = frozenset({"EFFECT", "AMOUNT"})
_RANKS: dict[str, Want] = {"most": "most", "fewest": "fewest", "first": "first", "latest": "latest"}


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


class Assembly:
    """Puts the parts of one question together."""

    def __init__(self, items: Sequence[Item], terms: Terms, *, polar: bool, comparing: bool) -> None:
        self.items = list(items)
        self.terms = terms
        self.polar = polar
        self.comparing = comparing
        self.parts = Taker(items, terms, polar=polar).take()

    def question(self) -> tuple[Question, tuple[Item, ...]]:
        """The question, and what is left over."""
        self._settle()
        made = self._made(both(*self.parts.topic), both(*self.parts.predicate))
        return made, tuple(self.parts.left)

    def _settle(self) -> None:
        """What only all parts together tell."""
        parts = self.parts
        if not parts.wants and parts.kinds and not (self.polar or parts.sides):
            use = parts.kinds[0].use("kind")
            assert use is not None
            counted = any(
                item.use("howmany") or (item.rules[-1:] == ("no effect on",) and "how many" in item.text.lower())
                for item in self.items
            )
            parts.wants.append(parts.kinds[0].become("WANT", means=use.means, form="count" if counted else "list"))
        if "marker" in parts.flags:
            parts.topic = [turns.as_marker(part) for part in parts.topic]
        if parts.better:
            parts.predicate.append(
                Term("effect", tuple(turns.EFFECT_OF[dim, parts.better] for dim in ("tumour", "response")))
            )
        if "carry" in parts.flags and parts.wants and parts.wants[0].means == "drug":
            parts.wants[0] = parts.wants[0].become("WANT", means="cargo drug")
        parts.topic = turns.models(parts.topic)

    def _made(self, topic: Condition | None, predicate: Condition | None) -> Question:
        parts = self.parts
        flagged = self._flagged(both(topic, predicate))
        if flagged is not None:
            return flagged
        sides = tuple(parts.sides) if len(parts.sides) > 1 else self._compared()
        if sides:
            return self._comparison(sides, predicate)
        if self.comparing and parts.better == 0:
            parts.left += [item for item in self.items if item.use("compare", "versus") and not item.kind]
        if "opposite" in parts.flags:
            return self._opposed(topic)
        if self.polar and not any(one.form != "list" for one in parts.wants):
            return self._verdict(topic, predicate)
        return self._listed(both(topic, predicate))

    def _flagged(self, where: Condition | None) -> Question | None:
        """What a word says of the question as a whole: what to test next, what was never tested, what is contested."""
        parts = self.parts
        if "next" in parts.flags:
            return Question("next", where=where)
        named = parts.wants or (not self.polar and any(item.kind in NAMED or item.use("kind") for item in self.items))
        if "never" in parts.flags and named:
            return self._never(where)
        parts.left += parts.flags.get("never", [])
        return self._conflict(where) if "conflict" in parts.flags else None

    def _opposed(self, topic: Condition | None) -> Question:
        """`whose do this and whose do the reverse` asks for both, `does anything do the opposite` for the other."""
        effects = self.parts.effects
        turned = turns.opposite(effects[0][1]) if len(effects) == 1 else None
        if turned is not None and self._or_the_opposite():
            return Question("compare", where=topic, sides=(effects[0][1], turned))
        return self._listed(topic) if effects and not self.polar else self._opposite_of()

    def _conflict(self, where: Condition | None) -> Question:
        opposed = Term("opposed", ("yes",))
        return Question("verdict", where=where, verdict=opposed) if self.polar else Question(where=both(where, opposed))

    def _comparison(self, sides: tuple[Condition, ...], predicate: Condition | None) -> Question:
        """Both sides with all their effects: which is better, the reader sees."""
        parts = self.parts
        parts.left = [item for item in parts.left if not item.use("help", "degree")]
        told = None if "opposite" in parts.flags else predicate
        topic = (part for part in parts.topic if part not in sides and not turns.holds_all(part, sides))
        return Question("compare", where=both(*topic, told), sides=sides)

    def _or_the_opposite(self) -> bool:
        """`..., or the contrary?`"""
        return any(one.use("or") and other.use("opposite") for one, other in pairwise(self.items))

    def _opposite_of(self) -> Question:
        """`does anything do the opposite`: the other effect in the same topic, whoever brings it about."""
        parts = self.parts
        effects = [condition for _, condition in parts.effects]
        turned = turns.opposite(effects[0]) if len(effects) == 1 else None
        if turned is None:
            parts.left += parts.flags["opposite"]
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
            found = [one for item in self.items if item.kind == kind for one in self._side(item)]
            distinct = tuple(dict.fromkeys(part for one in found if one is not None for part in turns.single(one)))
            facets = {turns.facet(one) for one in distinct}
            if len(distinct) > 1 and (len(facets) == 1 or facets <= _HOW):
                return distinct
            if len(distinct) == 1 and facets == {"given"} and any(i.use("vesicles", "mscvesicles") for i in self.items):
                return (Term("given", ("vesicles",)), *distinct)
        return ()

    def _side(self, item: Item) -> list[Condition | None]:
        """What an item can be compared as."""
        if item.kind == "WHERE":
            return [item.where]
        if item.kind == "ROLE":
            return [self.terms.of(item.means, (name,)) for name in item.names]
        return [self.terms.plain(name) for name in item.names or (item,)]

    def _verdict(self, topic: Condition | None, predicate: Condition | None) -> Question:
        parts = self.parts
        for one in parts.wants:  # `does any miRNA ...`
            words = one.means.split(" ")
            if words[0] == "cargo" and len(words) > 1:
                topic = both(topic, turns.cargo_kinds(words[1]))
            elif words[0] in {"cargo", "drug", "cancer", "cell", "pathway", "target"}:
                topic = both(topic, Term(words[0], (ANY,)))
        if predicate is None and parts.affects:
            predicate = Not(Term("effect", ("no effect",)))
        if predicate is not None:
            return Question("verdict", where=topic, verdict=predicate)
        if not self._exists():
            verbs = [item for item in self.items if item.use("study", "about") and item not in parts.left]
            parts.left += verbs or ([] if parts.left else self.items[:1])
        roles = [
            part
            for part in parts.topic
            if part is not None and turns.facet(part) in {"cargo", "target", "marker", "pathway"}
        ]
        closed = [part for part in parts.topic if part is not None and turns.facet(part) in CLOSED]
        known = closed or roles or [part for part in parts.topic if part is not None]
        if not known:
            return Question("paths", where=topic)
        chosen = known[0]
        rest = both(*(part for part in parts.topic if part != chosen), *turns.added(topic, parts.topic))
        return Question("verdict", where=rest, verdict=chosen)

    def _exists(self) -> bool:
        """Whether to be tested, reported or there is what is asked: no other verb is answered by what there is."""
        return any(
            item.use("isthere", "carry", "load", "target", "via", "marker", "never")
            or item.kind in {"ROLE", "WHERE"}
            or item.means == "plus"
            or (item.use("study") and item.text.lower().startswith(OBJECTS))
            or "evidence" in item.text.lower()
            for item in self.items
        )

    def _listed(self, where: Condition | None) -> Question:
        parts = self.parts
        if not parts.wants:
            if any(item.use("howmany") for item in self.items if not item.kind):
                return Question("count", "paper", where)
            if parts.ranks:
                rank = parts.ranks[0].use("rank")
                assert rank is not None
                kind = "paper" if rank.means in {"first", "latest"} else "cargo"
                return Question(_RANKS[rank.means], kind, where)
            return Question("paths", where=where, order="-year" if "recent" in parts.flags else "")
        kinds = {one.means.split(" ")[0] for one in parts.wants if one.form == "list"}
        if len(kinds) > 1 and not parts.ranks and all(one.form == "list" for one in parts.wants):
            told = (turns.cargo_kinds(words[1]) for one in parts.wants if len(words := one.means.split(" ")) > 1)
            return Question("paths", where=both(where, *told))  # two kinds are asked for: each path shows both
        one = parts.wants[0]
        words, how = one.means.split(" "), one.form.split(" ")
        if words[0] == "cargo" and len(words) > 1:
            where = both(where, turns.cargo_kinds(words[1]))
        kind = {"molecule": "target"}.get(words[0], words[0])
        how, unread = self._ranked(how)
        parts.left += unread
        limit = int(how[1]) if len(how) > 1 else None
        wanted: Want = "count" if how[0] == "count" else "list" if how[0] == "list" else _RANKS[how[0]]
        if kind == "claim" and wanted == "list":
            return Question("paths", where=where, order="-year" if "recent" in parts.flags else "")
        return Question(
            wanted, kind, where, limit=limit, order="-year" if "recent" in parts.flags and wanted == "list" else ""
        )

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
