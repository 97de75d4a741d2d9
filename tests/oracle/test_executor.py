"""The executor finds the claims that a plain reading of the tables finds: every facet, and random conditions."""

from __future__ import annotations

from pathlib import Path

import pytest

from exograph.build import build
from exograph.names import Names
from exograph.questions import text
from exograph.questions.facets import FACETS
from exograph.questions.question import Condition, Not
from exograph.questions.select import Selector
from exograph.stores.base import Store
from exograph.stores.neo4j import Neo4jStore
from tests.oracle.asking import Oracle
from tests.oracle.questions import Conditions

RANDOM = 600
SAMPLE = 60  # of them on Neo4j


def differences(selector: Selector, oracle: Oracle, asked: list[Condition]) -> list[str]:
    """Conditions that the two answer differently, with the claims that only one of them finds."""
    found = []
    for condition in asked:
        mine, theirs = oracle.ask(condition), selector.claims(condition)
        if mine != theirs:
            missing, added = sorted(mine - theirs)[:5], sorted(theirs - mine)[:5]
            found.append(f"{text.condition(condition)}: not found {missing}, wrongly found {added}")
    return found


def test_the_plain_reading_knows_every_name_of_the_tables(oracle: Oracle) -> None:
    unmatched = [
        (claim.id, one) for claim in oracle.claims for one in vars(claim) if "unmatched:" in str(vars(claim)[one])
    ]
    assert not unmatched


def test_both_hold_the_same_claims(selector: Selector, oracle: Oracle) -> None:
    assert len(oracle.claims) > 350
    assert selector.all() == oracle.ask(None)


@pytest.mark.parametrize("facet", FACETS)
def test_each_facet_alone(selector: Selector, oracle: Oracle, facet: str) -> None:
    made = Conditions(oracle.claims, oracle.vocabulary, seed=len(facet))
    asked: list[Condition] = list(dict.fromkeys(made.term(facet) for _ in range(40)))
    assert any(oracle.ask(condition) for condition in asked)
    assert differences(selector, oracle, asked) == []


def test_random_conditions(selector: Selector, oracle: Oracle) -> None:
    made = Conditions(oracle.claims, oracle.vocabulary, seed=11)
    asked = [made.condition() for _ in range(RANDOM)]
    found = [len(oracle.ask(condition)) for condition in asked]
    assert sum(0 < number < len(oracle.claims) for number in found) > RANDOM / 2, "the conditions say too little"
    assert differences(selector, oracle, asked) == []


def test_not_splits_all_claims(selector: Selector, oracle: Oracle) -> None:
    made = Conditions(oracle.claims, oracle.vocabulary, seed=12)
    everything = selector.all()
    for condition in (made.condition() for _ in range(200)):
        found, others = selector.claims(condition), selector.claims(Not(condition))
        assert found.isdisjoint(others) and found | others == everything, text.condition(condition)


@pytest.mark.neo4j
def test_random_conditions_on_neo4j(neo4j_store: Neo4jStore, oracle: Oracle, odd: Path) -> None:
    build(neo4j_store, [odd])
    store: Store = neo4j_store
    selector = Selector(store, Names(store))
    made = Conditions(oracle.claims, oracle.vocabulary, seed=13)
    asked: list[Condition] = [made.term(facet) for facet in FACETS for _ in range(2)]
    asked += [made.condition() for _ in range(SAMPLE)]
    assert differences(selector, oracle, asked) == []
