"""Conditions and claims on the bundled graph: the cases in which a facet once said the wrong thing."""

from __future__ import annotations

import pytest

from exograph.names import Names
from exograph.questions import text
from exograph.questions.select import Selector
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
