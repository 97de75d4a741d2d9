"""Names -> terms of a question: which facet, which value, and what to ask back where a name stands for two things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from exograph.language.item import CLASS_OF, Item
from exograph.names import Meaning, Names
from exograph.questions import facets
from exograph.questions.answer import Understood
from exograph.questions.question import Condition, Term, both, either

_MOLECULES = ("Cargo", "Gene")
# where the words say nothing of its part, what a name asks for
PLAIN_FACET = {
    "DRUG": "drug", "CANCER": "cancer", "CELL": "cell", "PATHWAY": "pathway", "SOURCE": "source", "MODALITY": "modality",
    "MOL": "molecule",
}  # fmt: skip


@dataclass
class Terms:
    """Makes terms of names, and remembers what each name was taken for, and where it is a toss-up."""

    names: Names
    treatments: Sequence[str] = ()
    understood: list[Understood] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    ties: list[tuple[Item, tuple[Meaning, ...]]] = field(default_factory=list)

    def of(self, facet: str, items: Sequence[Item], how: str = "or") -> Condition | None:
        """The names as values of the facet: any of them, or (how = plus) all of them."""
        parts = [self._one(facet, item) for item in items]
        if how == "plus":
            return both(*parts)
        terms = [part for part in parts if isinstance(part, Term) and part.facet == facet]
        if len(terms) == len(parts) and terms:
            return Term(facet, tuple(dict.fromkeys(value for term in terms for value in term.values)))
        return either(*parts)

    def plain(self, item: Item) -> Condition | None:
        """A name whose part nothing says: a molecule anywhere, or a pathway of the same name, too."""
        facet = PLAIN_FACET.get(item.kind, "molecule")
        names = item.names or (item,)
        if item.kind == "PATHWAY" and item.text.lower() == "hypoxia":
            return either(self.of(facet, names, item.means), Term("treatment", (item.text.lower(),)))
        if item.kind != "MOL":
            return self.of(facet, names, item.means)
        if len(names) == 1 and not any(one.claims for one in item.meanings) and self._done(item.text):
            return Term("treatment", (item.text,))
        pathways = [self._pathway(one) for one in names]
        molecules = self.of("molecule", names, item.means)
        return either(molecules, *pathways) if any(pathways) else molecules

    def subsets(self, item: Item) -> tuple[str, ...]:
        """Kinds that a cell is skewed into (Treg, Th17, M2), where the cell that is named is none itself."""
        found: list[str] = []
        for one in item.meanings:
            if one.label == "ImmuneCell" and not self._skewed(one.label, one.id):
                found += [
                    below.name for below in self.names.narrower(one.label, one.id) if self._skewed(one.label, below.id)
                ]
        kinds = tuple(dict.fromkeys(found))
        if kinds:
            note = f"`{item.text}`: {', '.join(kinds)} are left out, since more of one may mean less of another; name the one you mean"
            self.notes = list(dict.fromkeys([*self.notes, note]))
        return kinds

    def _skewed(self, label: str, identifier: str) -> bool:
        known = self.names.known(label, identifier)
        return known is not None and known.kind == "polarised"

    def donors(self, item: Item) -> Condition | None:
        """Donors with this disease, in the words of the claims; None where no claim has such donors."""
        for one in item.meanings:
            entry = self.names.known(one.label, one.id)
            for name in (one.name, *(entry.synonyms if entry else ())):
                if any(name.lower() in text.lower() for text in self.treatments):
                    self.understood.append(
                        Understood(item.text, one.label, one.id, one.name, "of the donors", "treatment")
                    )
                    return Term("treatment", (name,))
        return None

    def _done(self, text: str) -> bool:
        """Whether the word stands in what was done to a vesicle: the CXCR4 of a transduced MSC is no cargo."""
        return any(re.search(rf"(?<!\w){re.escape(text.lower())}(?!\w)", one.lower()) for one in self.treatments)

    def _pathway(self, item: Item) -> Condition | None:
        best = min(item.meanings, key=lambda one: one.rung, default=None)
        found = [
            one for one in item.meanings if one.label == "Pathway" and one.claims and best and one.rung <= best.rung + 1
        ]
        return self._term("pathway", item, found[:1]) if found else None

    def _one(self, facet: str, item: Item) -> Condition | None:
        labels = facets.get(facet).labels
        fitting = [one for one in item.meanings if one.label in labels]
        if not fitting:
            return self._elsewhere(facet, item)
        return self._term(facet, item, self._chosen(item, fitting))

    def _elsewhere(self, facet: str, item: Item) -> Condition | None:
        """A name that cannot stand in this facet: a drug as target, say. It is asked for in its own."""
        own = PLAIN_FACET.get(item.kind, "molecule")
        if facet in {"cargo", "target", "marker"}:
            return self._absent(facet, item)  # asked as cargo, it is no target: that no claim carries it is the answer
        if facet != own and any(one.label in facets.get(own).labels for one in item.meanings):
            return self.of(own, (item,))
        label = min(item.meanings, key=lambda one: (not one.claims, one.rung)).label
        return self.of(PLAIN_FACET[CLASS_OF[label]], (item,))

    def _absent(self, facet: str, item: Item) -> Condition:
        """A name in a part that no claim gives it."""
        best = min(item.meanings, key=lambda one: (not one.claims, one.rung))
        self.understood.append(Understood(item.text, best.label, best.id, best.name, best.note, facet))
        return Term(facet, (self.value(best, facets.get(facet).labels),))

    def _chosen(self, item: Item, fitting: Sequence[Meaning]) -> list[Meaning]:
        """The meanings on the best rung; of several things the one that claims name, else a tie to be asked back."""
        fitting = self._as_cancer(item, fitting) or fitting
        top = min(one.rung for one in fitting)
        best = [one for one in fitting if one.rung == top]
        ids = {one.id for one in best}
        if len(ids) > 1:
            read = self.names.read(item.text, tuple(dict.fromkeys(one.label for one in best)))
            used = {
                one.id
                for one in (read.meanings if read.status == "matched" else best)
                if one.claims or read.status == "matched"
            }
            if len(used) == 1:
                best = [one for one in best if one.id in used]
            else:
                self.ties.append((item, tuple({one.id: one for one in best}.values())))
                best = [one for one in best if one.id == best[0].id]
        return best

    def _as_cancer(self, item: Item, fitting: Sequence[Meaning]) -> list[Meaning]:
        """`ovarian carcinoma`, which no claim names so, as the ovarian cancer that claims do name; the answer says so."""
        stem = re.sub(r"\s*(?:adeno)?carcinomas?$", "", item.text, flags=re.IGNORECASE)
        if stem == item.text or any(one.label != "Cancer" or one.claims for one in fitting):
            return []
        found = self.names.read(f"{stem} cancer", ("Cancer",))
        note = "claims name it so, and none a carcinoma"
        return [replace(one, note=note) for one in found.meanings if found.status == "matched" and one.claims]

    def _term(self, facet: str, item: Item, meanings: Sequence[Meaning]) -> Term:
        values = []
        for one in {one.id: one for one in meanings}.values():
            note = one.note or ("" if one.name.casefold() == item.text.casefold() else one.why)
            label = one.label if one.label not in _MOLECULES else _label(meanings)
            self.understood.append(Understood(item.text, label, one.id, one.name, note, facet))
            values.append(self.value(one, facets.get(facet).labels))
        return Term(facet, tuple(values))

    def value(self, one: Meaning, labels: Iterable[str]) -> str:
        """The name, where it is read as this very thing; else the identifier."""
        found = self.names.read(one.name, tuple(labels))
        return one.name if found.status == "matched" and {m.id for m in found.meanings} == {one.id} else one.id


def _label(meanings: Sequence[Meaning]) -> str:
    """Cargo where it is carried somewhere, else Gene: for the line that says what was understood."""
    used = [one for one in meanings if one.claims] or list(meanings)
    return used[0].label
