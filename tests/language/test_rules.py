"""Every rule is in use: each of its examples makes it fire, and is wholly understood."""

from __future__ import annotations

import pytest

from exograph.language.grammar import RULES
from exograph.language.read import read
from exograph.names import Names
from exograph.questions.held import held
from exograph.stores.base import Store


@pytest.mark.parametrize(("rule", "example"), [(rule.name, one) for rule in RULES for one in rule.examples])
def test_a_rule_fires_in_its_example(bundled_store: Store, rule: str, example: str) -> None:
    reading = read(example, Names(bundled_store), held(bundled_store).texts)
    fired = {name for item in reading.items for name in item.rules}
    assert rule in fired, sorted(fired)
    assert not reading.left, [item.text for item in reading.left]


def test_rules_have_names_of_their_own_and_examples() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(rule.examples for rule in RULES), [rule.name for rule in RULES if not rule.examples]
