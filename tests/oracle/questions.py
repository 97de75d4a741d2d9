"""Random conditions over every facet, and the odd claims that they are tried on; the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from exograph.questions.facets import FACETS
from exograph.questions.question import Condition, Term, both, either, negated
from tests.contract.test_random_graphs import random_row
from tests.oracle.asking import NAMED
from tests.oracle.reading import Plain
from tests.oracle.vocabulary import Terms, Vocabulary
from tests.tables import cells, write

WORDS: Mapping[str, Sequence[str]] = {
    "preparation": ("native", "primed", "engineered"),
    "treatment": ("hypoxia", "Transfection", "loading", "miR", "nothing of the kind"),
    "vesicle": ("exosomes", "extracellular vesicles", "small", "MICRO"),
    "given": ("vesicles", "cells", "conditioned medium", "secretome", "inferred"),
    "loaded": ("yes", "no"),
    "opposed": ("yes", "no"),
    "versus": ("free drug", "empty vesicle", "untreated"),
    "cargo-kind": ("miRNA", "protein", "lncRNA", "circRNA", "mRNA", "siRNA", "anti-miR", "drug", "virus"),
    "drug-kind": ("small molecule", "antibody", "cell therapy", "virus", "radiation", "class"),
    "effect": ("sensitises", "reverses resistance", "confers resistance", "suppresses tumour", "promotes tumour",
               "activates immune", "suppresses immune", "no effect"),
    "family": ("response", "tumour", "immune"),
    "model": ("in vitro", "in vivo", "ex vivo", "clinical", "unspecified", "only in vitro", "only in vivo"),
    "species": ("human", "mouse", "rat"),
    "year": ("2018", "2016-2019", "2021-", "-2015", "1999"),
    "status": ("ok", "corrected", "expression of concern", "retracted"),
    "origin": ("exograph", "odd"),
}  # fmt: skip
TEXTS = {"journal": "journal", "author": "first_author", "claim": "claim"}  # a facet and its column

# Claims in which the rules meet each other; none is of a real paper (their numbers lie above those given out).
ODD: tuple[dict[str, str], ...] = (
    {"mechanism": "miR-122 -| PTEN -| NUMB -> PTEN"},  # two ways disagree
    {"mechanism": "miR-122 -| PTEN -| NUMB -| PTEN"},  # two ways agree
    {"mechanism": "miR-122 ~ PTEN -> NUMB"},  # open from the start
    {"mechanism": "miR-122 -> PTEN ~ NUMB -> EGFR"},  # open from the middle
    {"mechanism": "miR-122, hsa-miR-21-5p -| PTEN, [Wnt] -| [M2 macrophage], EGFR"},  # siblings of several kinds
    {"mechanism": "hsa-miR-142-3p -| hsa-miR-142-5p"},
    {"mechanism": "hsa-miR-142-5p -| hsa-miR-21-3p", "cancer": "glioblastoma"},
    {"mechanism": "miR-142 -| hsa-miR-21-5p", "cancer": "glioma"},
    {"mechanism": "PTEN -> PTEN", "cargo_kind": "protein"},  # carried, and raised in the cell that takes it up
    {"mechanism": "PTEN", "cargo_kind": "mRNA"},  # one molecule, another kind of cargo
    {"mechanism": "exosome -| miR-142 -> [T cell]", "cargo_kind": "", "markers": "PTEN up, EGFR down"},
    {"mechanism": "exosome -> [Treg cell] -> IL10", "cargo_kind": "", "drug": "", "cell": "Treg cell",
     "effect": "suppresses immune"},  # on the way and acted on, alike
    {"mechanism": "exosome -| [Treg cell] -> IL10", "cargo_kind": "", "drug": "", "cell": "Treg cell",
     "effect": "suppresses immune"},  # on the way and acted on, opposite
    {"mechanism": "", "cargo_kind": "", "drug": "", "cell": "Breg cell", "effect": "activates immune", "cancer": ""},
    {"mechanism": "", "cargo_kind": "", "drug": "", "cell": "NK cell", "effect": "no effect", "cancer": ""},
    {"mechanism": "exosome -> [Treg cell] -> IL10", "cargo_kind": "", "drug": "", "cell": "Treg cell",
     "effect": "no effect"},  # raised on the way, and measured to be as before
    {"mechanism": "miR-21 -| PTEN", "markers": "PTEN up"},  # a target that falls and a marker that rises
    {"cancer": "glioblastoma; breast cancer", "drug": "paclitaxel + cisplatin", "species": "mouse; human"},
    {"cancer": "breast cancer; glioblastoma", "drug": "cisplatin + paclitaxel", "effect": "sensitises"},
    {"mechanism": "cisplatin -> [apoptosis]", "cargo_kind": "drug", "effect": "no effect", "versus": "untreated"},
    {"mechanism": "", "cargo_kind": "", "drug": "", "effect": "no effect", "model": "ex vivo", "given": "secretome"},
    {"model": "clinical", "year": "", "first_author": "", "journal": "", "species": ""},
    {"drug": "radiotherapy", "model": "in vivo", "exosome": "primed: hypoxia", "vesicle": ""},
)  # fmt: skip


def odd_table(folder: Path, seed: int = 1, number: int = 60) -> Path:
    """A table of a user: the odd claims, and random ones that meet, oppose and repeat each other."""
    rng = random.Random(seed)
    odd = [cells(**{"claim": f"PMID:9990001{place:02}/1", "pmid": f"9990001{place:02}", **row})
           for place, row in enumerate(ODD)]  # fmt: skip
    return write(folder / "odd.tsv", *odd, *(random_row(rng, place) for place in range(1, number + 1)))


class Conditions:
    """Makes conditions whose values are mostly such that some claim has them."""

    def __init__(self, claims: Sequence[Plain], vocabulary: Vocabulary, seed: int) -> None:
        self.rng, self.claims, self.vocabulary = random.Random(seed), claims, vocabulary

    def condition(self, depth: int = 3) -> Condition:
        """A term, or a few conditions joined."""
        rng = self.rng
        if depth == 0 or rng.random() < 0.3:
            return self.term(rng.choice(tuple(FACETS)))
        if rng.random() < 0.25:
            return negated(self.condition(depth - 1))
        made = (both if rng.random() < 0.6 else either)(
            *(self.condition(depth - 1) for _ in range(rng.choice((2, 2, 3))))
        )
        assert made is not None
        return made

    def term(self, facet: str) -> Term:
        """One facet with one to three values, which mean what claims have, its broader terms or its neighbours."""
        number = self.rng.choice((1, 1, 1, 2, 3))
        return Term(facet, tuple(dict.fromkeys(self.value(facet) for _ in range(number))))

    def value(self, facet: str) -> str:
        """A value of a facet."""
        rng = self.rng
        if facet in WORDS:
            return rng.choice(WORDS[facet])
        if facet in NAMED:
            return rng.choice(("any", "none")) if rng.random() < 0.15 else self._name(facet)
        if facet == "paper":
            row = rng.choice(self.claims).row
            forms = (row["pmid"], row["pmcid"], row["doi"], row["doi"] and f"https://doi.org/{row['doi']}")
            return rng.choice([form for form in forms if form])
        texts = [claim.row[TEXTS[facet]] for claim in self.claims if claim.row[TEXTS[facet]]]
        text = rng.choice(texts)
        return text if facet == "claim" or rng.random() < 0.5 else rng.choice(text.upper().split())

    def _name(self, facet: str) -> str:
        """The identifier or the name of a term: one that a claim names, or one near it."""
        named = sorted({one for claim in self.claims for one in NAMED[facet](claim)})
        one = self.rng.choice(named)
        terms = next(terms for terms in self.vocabulary.all if one in terms.names)
        above = sorted(terms.above(one))
        if above and self.rng.random() < 0.4:
            one = self.rng.choice(above)
        elif above and self.rng.random() < 0.3:
            beside = [other for other, parents in terms.parents.items() if set(parents) & set(terms.parents[one])]
            one = self.rng.choice(sorted(beside))
        return terms.names[one] if self._sure(terms, one) and self.rng.random() < 0.4 else one

    def _sure(self, terms: Terms, one: str) -> bool:
        """Whether the name of a term can mean no other (kinds whose names never meet those of molecules)."""
        vocabulary = self.vocabulary
        plain = (vocabulary.sources, vocabulary.cells, vocabulary.cancers, vocabulary.modalities)
        return any(terms is one_of for one_of in plain) and terms.find(terms.names[one]) == one
