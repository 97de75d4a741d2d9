"""A condition -> the claims that meet it. One small query a facet, anchored at its values; and / or / not are sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exograph.questions import facets
from exograph.questions.answer import Understood
from exograph.questions.catalogue import facet_query
from exograph.questions.held import Held, held
from exograph.questions.question import ANY, NONE, All, Condition, Not, Question, Term
from exograph.stores.base import Store

if TYPE_CHECKING:
    from exograph.names import Meaning, Named, Names

Claims = frozenset[str]
FEW = 1_000  # of so few claims a property is read one by one
PROPERTIES = frozenset(
    "effect family given versus model species year status origin preparation treatment vesicle".split()
)
YES_OR_NO = frozenset(name for name, facet in facets.FACETS.items() if facet.words == ("yes", "no"))


@dataclass(frozen=True, slots=True)
class Read:
    """A term as its queries take it. `unknown`: names that stand for nothing, or for several things."""

    values: tuple[str | int, ...]
    understood: tuple[Understood, ...] = ()
    unknown: tuple[Named, ...] = ()


class Selector:
    """Conditions on one store. What was read or found once is kept."""

    def __init__(self, store: Store, names: Names) -> None:
        self.store = store
        self.names = names
        self._read: dict[Term, Read] = {}
        self._found: dict[Condition, Claims] = {}

    @property
    def held(self) -> Held:
        """Broader terms and texts of the store."""
        return held(self.store)

    def read(self, term: Term) -> Read:
        """The values of a term, each read by its facet or by the reader of names. UsageError for a word of no list."""
        if term not in self._read:
            self._read[term] = self._values(term)
        return self._read[term]

    def all(self) -> Claims:
        """Every claim of the store."""
        return self._claims("all")

    def claims(self, condition: Condition | None) -> Claims:
        """The claims that meet the condition (None: all of them)."""
        if condition is None:
            return self.all()
        if condition not in self._found:
            self._found[condition] = self._select(condition)
        return self._found[condition]

    def unknown(self, question: Question) -> tuple[tuple[Term, Named], ...]:
        """Names of the question that stand for nothing, or for several things, with their term."""
        return tuple((term, named) for term, _ in question.terms() for named in self.read(term).unknown)

    def understood(self, question: Question) -> tuple[Understood, ...]:
        """What each name of the question was taken for."""
        found = [
            Understood(one.text, one.label, one.id, one.name, one.note, f"not_{term.facet}" if under else term.facet)
            for term, under in question.terms()
            for one in self.read(term).understood
        ]
        return tuple(dict.fromkeys(found))

    def _select(self, condition: Condition) -> Claims:
        if isinstance(condition, Term):
            return self._term(condition)
        if isinstance(condition, Not):
            return self.all() - self.claims(condition.part)
        if isinstance(condition, All):
            return self._all(condition.parts)
        return frozenset().union(*(self.claims(part) for part in condition.parts))

    def _all(self, parts: Sequence[Condition]) -> Claims:
        """Names first: they are selective. Nothing more is asked once nothing is left."""
        ordered = sorted(parts, key=_cost)
        found: Claims | None = None
        for part in ordered:
            if found is not None and not found:
                break
            if found is not None and len(found) <= FEW and isinstance(part, Term) and part.facet in PROPERTIES:
                found = self._within(found, part)
            elif isinstance(part, Not) and found is not None:
                found -= self.claims(part.part)
            else:
                one = self.claims(part)
                found = one if found is None else found & one
        return found or frozenset()

    def _within(self, found: Claims, term: Term) -> Claims:
        """Those of a few claims that have a property: the claims of `given = vesicles` are nearly all there are."""
        rows = self.store.query(facet_query("properties"), {"values": sorted(found)})
        if NONE in term.values and term.facet != "effect":
            others = tuple(value for value in term.values if value != NONE)
            wanted = {None, *(self.read(Term(term.facet, others)).values if others else ())}
        else:
            wanted = set(self.read(term).values)
        return frozenset(row["claim"] for row in rows if row[term.facet] in wanted)

    def _term(self, term: Term) -> Claims:
        if NONE in term.values and term.facet != "effect":  # there it is the word for `no effect`
            others = tuple(value for value in term.values if value != NONE)
            none = self.all() - self.claims(Term(term.facet, (ANY,)))
            return none | self.claims(Term(term.facet, others)) if others else none
        if term.facet in YES_OR_NO:
            return self._yes_or_no(term)
        values = list(self.read(term).values)
        if not values:
            return frozenset()
        return frozenset().union(*(self._claims(file, values) for file in facets.get(term.facet).files))

    def _yes_or_no(self, term: Term) -> Claims:
        """The query finds those that are; all others are not."""
        found, answers = self._claims(term.facet), self.read(term).values
        return self.all() if set(answers) == {"yes", "no"} else found if "yes" in answers else self.all() - found

    def _claims(self, file: str, values: list[str | int] | None = None) -> Claims:
        parameters = None if values is None else {"values": values}
        return frozenset(row["claim"] for row in self.store.query(facet_query(file), parameters))

    def _values(self, term: Term) -> Read:
        facet = facets.get(term.facet)
        if ANY in term.values or (NONE in term.values and term.facet != "effect"):
            return Read(tuple(self._any(facet)))
        if facet.named:
            return self._names(facet, term.values)
        if facet.held:
            matched = [text for value in term.values for text in self.held.matching(facet.name, value)]
            return Read(tuple(dict.fromkeys(matched)))
        assert facet.read is not None, facet.name
        return Read(tuple(dict.fromkeys(value for text in term.values for value in facet.read(text))))

    def _any(self, facet: facets.Facet) -> Sequence[str | int]:
        if facet.named:
            rows = self.store.query(facet_query("ids"), {"values": list(facet.labels)})
            return [row["id"] for row in rows]
        if facet.held:
            return self.held.texts[facet.name]
        if facet.words and facet.read is not None:
            return [value for word in facet.words for value in facet.read(word)]
        return facets.years(f"{facets.FIRST_YEAR}-")

    def _names(self, facet: facets.Facet, texts: Sequence[str]) -> Read:
        values: list[str | int] = []
        understood: list[Understood] = []
        unknown = []
        for text in texts:
            named = self.names.read(text, facet.labels)
            if named.status != "matched":
                unknown.append(named)
                continue
            for meaning in named.meanings:
                values += sorted(self._wanted(meaning))
                understood.append(Understood(text, meaning.label, meaning.id, meaning.name, meaning.note, facet.name))
        return Read(tuple(dict.fromkeys(values)), tuple(understood), tuple(unknown))

    def _wanted(self, meaning: Meaning) -> frozenset[str]:
        """Identifiers that a meaning finds. An arm that no claim names has no node: what it IS_A, the names know."""
        found = self.held.wanted(meaning.label, meaning.id)
        if meaning.label == "Cargo" and meaning.key not in self.names.held.nodes:
            return found.union(self.names.above(meaning.label, meaning.id))
        return found


def _cost(part: Condition) -> int:
    """What is asked first: few claims before many, what takes away last."""
    if isinstance(part, Term):
        return 0 if facets.get(part.facet).named and part.facet not in {"source", "modality"} else 1
    return 3 if isinstance(part, Not) else 2
