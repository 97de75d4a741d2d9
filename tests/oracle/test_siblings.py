"""A name never finds, nor leaves out, what only stands beside it under a broader term: every IS_A of the graph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exograph.questions.question import Not, Term
from exograph.questions.select import Selector
from tests.oracle.asking import NAMED, Oracle

LABELS = {"source": "MscSource", "cargo": "Cargo", "target": "Cargo", "drug": "Drug", "cancer": "Cancer",
          "cell": "ImmuneCell"}  # fmt: skip


def families(selector: Selector, facet: str) -> Iterator[frozenset[str]]:
    """The terms that stand directly below one."""
    for (label, _), below in selector.held.below.items():
        if label == LABELS[facet] and len(below) > 1:
            yield below


def beside(oracle: Oracle, facet: str, one: str, others: frozenset[str]) -> frozenset[str]:
    """Claims that name one of the others, and nothing that the term stands for."""
    meant = oracle.meant(one)
    return frozenset(
        claim.id for claim in oracle.claims
        if NAMED[facet](claim) & (others - meant) and not NAMED[facet](claim) & meant
    )  # fmt: skip


@pytest.mark.parametrize("facet", LABELS)
def test_no_sibling_is_found_or_left_out(selector: Selector, oracle: Oracle, facet: str) -> None:
    pairs = 0
    for family in families(selector, facet):
        for one in sorted(family):
            siblings = beside(oracle, facet, one, family)
            found, others = selector.claims(Term(facet, (one,))), selector.claims(Not(Term(facet, (one,))))
            assert siblings.isdisjoint(found), (facet, one, sorted(siblings & found))
            assert siblings <= others, (facet, one, sorted(siblings - others))
            pairs += bool(siblings)
    assert pairs, "nothing was compared"


def test_leaving_out_one_arm_keeps_the_other(selector: Selector, oracle: Oracle) -> None:
    """Every arm that a claim carries, against the other arm of the vocabulary."""
    mirnas, pairs = oracle.vocabulary.mirnas, 0
    for claim in oracle.claims:
        for arm in claim.cargo & mirnas.names.keys():
            name = mirnas.names[arm]
            other = name[:-2] + {"3p": "5p", "5p": "3p"}.get(name[-2:], "")
            if mirnas.find(other) is None or other == name or len(claim.cargo) > 1:
                continue
            pairs += 1
            assert claim.id in selector.claims(Not(Term("cargo", (other,)))), (claim.id, other)
            assert claim.id not in selector.claims(Term("cargo", (other,))), (claim.id, other)
            assert claim.id not in selector.claims(Not(Term("cargo", (name,)))), (claim.id, name)
    assert pairs > 20
