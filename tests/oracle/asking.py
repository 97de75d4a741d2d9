"""Which claims meet a condition, said by plain Python: one line for each facet, from its description in the docs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import zip_longest

from exograph.questions.question import All, Condition, Not, Term
from tests.oracle.reading import Plain
from tests.oracle.vocabulary import Vocabulary

# roles of the facets of names
NAMED: dict[str, Callable[[Plain], set[str]]] = {
    "source": lambda claim: claim.source,
    "cargo": lambda claim: claim.cargo,
    "target": lambda claim: claim.target,
    "marker": lambda claim: claim.up | claim.down,
    "gene": lambda claim: claim.target | claim.up | claim.down,
    "molecule": lambda claim: claim.cargo | claim.target | claim.up | claim.down,
    "raises": lambda claim: claim.changed(1),
    "lowers": lambda claim: claim.changed(-1),
    "pathway": lambda claim: claim.pathway,
    "drug": lambda claim: claim.drug,
    "cancer": lambda claim: claim.cancer,
    "modality": lambda claim: claim.modality,
    "cell": lambda claim: claim.cell,
}


def words(text: str) -> str:
    """The words of a text in a row, each after a blank."""
    return "".join(f" {word}" for word in re.findall(r"[^\W_]+", text.casefold()))


def has(part: str, text: str) -> bool:
    """Whether a text holds a part: its words in a row, the last perhaps only begun."""
    return words(part) in words(text)


def same(one: str, other: str) -> bool:
    """Whether two texts are the same word by word, where one of them may be shortened."""
    pairs = list(zip_longest(words(one).split(), words(other).split(), fillvalue=""))
    return all(a and b and (a.startswith(b) or b.startswith(a)) for a, b in pairs)


def says(part: str, text: str) -> bool:
    """Whether a text holds these whole words in a row."""
    return f"{words(part)} " in f"{words(text)} "


SURELY: dict[str, tuple[str, Callable[[str, str], bool]]] = {
    "journal": ("journal", same), "author": ("first_author", says),
}  # fmt: skip


def years(text: str) -> range:
    """`2020`, `2018-2022`, `2020-`, `-2015`."""
    first, dash, last = text.partition("-")
    return range(int(first or 0), (int(last) if last else 9999 if dash else int(first)) + 1)


class Oracle:
    """Claims and vocabulary, to be asked."""

    def __init__(self, claims: Sequence[Plain], vocabulary: Vocabulary) -> None:
        self.claims, self.vocabulary = claims, vocabulary
        self.signs: dict[object, set[int]] = defaultdict(set)
        for claim in claims:
            if claim.status != "retracted":
                self.signs[claim.setting].add(claim.sign)
        self.sure: dict[tuple[str, str], bool] = {}
        self.known: dict[str, set[str]] = {}
        self.below: dict[str, set[str]] = defaultdict(set)
        for terms in vocabulary.all:
            for one in terms.names:
                for above in terms.above(one):
                    self.below[above].add(one)

    def ask(self, condition: Condition | None) -> frozenset[str]:
        """The identifiers of the claims that meet a condition."""
        return frozenset(claim.id for claim in self.claims if condition is None or self.meets(claim, condition))

    def meets(self, claim: Plain, condition: Condition) -> bool:
        """Whether one claim meets a condition."""
        if isinstance(condition, Term):
            return any(self.has(claim, condition.facet, value) for value in condition.values)
        if isinstance(condition, Not):
            return not self.meets(claim, condition.part)
        holds = [self.meets(claim, part) for part in condition.parts]
        return all(holds) if isinstance(condition, All) else any(holds)

    def meant(self, name: str) -> set[str]:
        """All that a claim may name to be found by a name: it, what IS_A it, and for a miRNA what it IS_A."""
        if name in self.known:
            return self.known[name]
        found = self.known[name] = set()
        for terms in self.vocabulary.all:
            one = terms.find(name)
            if one is not None:
                found |= {one} | self.below[one]
                if terms is self.vocabulary.mirnas:
                    found |= terms.above(one)
        return found

    def has(self, claim: Plain, facet: str, value: str) -> bool:
        """Whether a claim has a value of a facet."""
        if facet in NAMED:
            named = NAMED[facet](claim)
            if value in {"any", "none"}:
                return bool(named) == (value == "any")
            return bool(named & self.meant(value))
        return self._words(claim, facet, value)

    def _text(self, facet: str, value: str, text: str) -> bool:
        """A journal is meant as a whole where there is one, an author by whole words; of any other text a part."""
        if facet not in SURELY:
            return has(value, text)
        column, surely = SURELY[facet]
        if (facet, value) not in self.sure:
            self.sure[facet, value] = any(surely(value, claim.row[column]) for claim in self.claims)
        return surely(value, text) if self.sure[facet, value] else has(value, text)

    def _words(self, claim: Plain, facet: str, value: str) -> bool:
        row = claim.row
        kind, _, treatment = row["exosome"].partition(": ")
        vesicle = row["vesicle"] or "extracellular vesicles"
        parts = {"treatment": treatment, "vesicle": vesicle, "species": row["species"], "origin": claim.origin,
                 "journal": row["journal"], "author": row["first_author"]}  # fmt: skip
        if facet in parts:
            return bool(parts[facet]) and self._text(facet, value, parts[facet])
        equal = {"preparation": kind, "given": row["given"] or "vesicles", "versus": row["versus"], "claim": claim.id,
                 "family": claim.family, "status": claim.status}  # fmt: skip
        if facet in equal:
            return value == equal[facet]
        return self._rest(claim, facet, value)

    def _rest(self, claim: Plain, facet: str, value: str) -> bool:
        row = claim.row
        if facet == "cargo-kind":
            return value in claim.kinds
        if facet == "effect":
            wanted = {"sensitises": ("sensitises", "reverses resistance")}.get(value, (value,))
            return row["effect"] in wanted
        if facet == "model":
            only = value.removeprefix("only ")
            return row["model"] == only if only != value else value in row["model"].split(" + ")
        if facet == "drug-kind":
            return any(self.vocabulary.drugs.more[one]["kind"] == value for one in claim.drug)
        if facet == "year":
            return bool(row["year"]) and int(row["year"]) in years(value)
        if facet == "paper":
            bare = re.sub(r"^(https?://doi.org/|doi:|PMID:)", "", value, flags=re.IGNORECASE)
            return bare.casefold() in {row[name].casefold() for name in ("pmid", "pmcid", "doi")}
        truth = {
            "loaded": claim.loaded,
            "opposed": claim.setting is not None and bool(self.signs[claim.setting] - {claim.sign}),
        }
        return truth[facet] == (value == "yes")
