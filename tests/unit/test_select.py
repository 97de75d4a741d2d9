"""Conditions and claims on the bundled graph: the cases in which a facet once said the wrong thing."""

from __future__ import annotations

import pytest

from exograph.names import Names
from exograph.questions import text
from exograph.questions.question import Term, both
from exograph.questions.select import PROPERTIES, Selector
from exograph.stores.embedded import EmbeddedStore


@pytest.fixture
def selector(bundled_store: EmbeddedStore) -> Selector:
    return Selector(bundled_store, Names(bundled_store))


def found(selector: Selector, condition: str) -> frozenset[str]:
    """The claims of a condition in its text form."""
    return selector.claims(text.read(condition).where)


def test_an_arm_that_no_claim_names_finds_the_claims_without_an_arm(selector: Selector) -> None:
    assert ("Cargo", "mirbase:MIMAT0000231") not in selector.names.held.nodes
    assert "PMID:31386624/1" in found(selector, "cargo = hsa-miR-199a-5p")
    assert "doi:10.3892/ijmm.2021.5054/1" in found(selector, "cargo = hsa-miR-199a-3p")
    assert "doi:10.3892/ijmm.2021.5054/1" not in found(selector, "cargo = hsa-miR-199a-5p")  # of the other arm


@pytest.mark.parametrize(
    ("condition", "claim"),
    [
        ("species = human", "PMID:25869099/1"),  # human; mouse
        ("vesicle = exosomes", "PMID:29507629/1"),  # exosomes and microparticles
        ("vesicle = extracellular vesicles", "PMC:PMC10073130/1"),  # small extracellular vesicles
        ("author = Li", "doi:10.1186/s12951-021-01236-1/1"),  # Li K
    ],
)
def test_a_part_of_a_text_is_enough_where_another_has_it_whole(selector: Selector, condition: str, claim: str) -> None:
    assert claim in found(selector, condition)


@pytest.mark.parametrize(
    ("condition", "text_of_another"), [("journal = Cancer Res", "Clin Cancer Res"), ("author = Li", "Liang")]
)
def test_a_journal_and_an_author_are_not_those_that_hold_their_letters(
    selector: Selector, condition: str, text_of_another: str
) -> None:
    facet, _, value = condition.partition(" = ")
    assert text_of_another in selector.held.texts[facet]
    assert selector.held.matching(facet, value)
    assert text_of_another not in selector.held.matching(facet, value)


def test_what_no_claim_opposes_is_all_the_rest(selector: Selector) -> None:
    opposed, others = found(selector, "opposed = yes"), found(selector, "opposed = no")
    assert opposed and others and opposed.isdisjoint(others)
    assert found(selector, "opposed = none") == frozenset()
    assert opposed | others == selector.all() == found(selector, "opposed = yes or no")


def test_effect_none_is_the_word_for_no_effect(selector: Selector) -> None:
    assert found(selector, "effect = none") == found(selector, "effect = no effect") != frozenset()
    assert found(selector, "effect = any") == selector.all()


def test_a_kind_of_cargo_is_what_the_claim_says(selector: Selector) -> None:
    claim = "doi:10.1158/1078-0432.ccr-18-2363/2"  # PSMA3 as mRNA
    assert claim in found(selector, "cargo-kind = mRNA")
    assert claim not in found(selector, "cargo-kind = protein")


@pytest.mark.parametrize("facet", sorted(PROPERTIES - {"effect"}))
def test_any_and_none_of_a_property_split_all_claims_and_a_few(selector: Selector, facet: str) -> None:
    some, none = selector.claims(Term(facet, ("any",))), selector.claims(Term(facet, ("none",)))
    assert some and some.isdisjoint(none) and some | none == selector.all()
    drug = Term("drug", ("paclitaxel",))
    assert selector.claims(both(drug, Term(facet, ("any",)))) == selector.claims(drug) & some
    assert selector.claims(both(drug, Term(facet, ("none",)))) == selector.claims(drug) & none
