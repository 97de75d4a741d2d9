"""The table of kinds against the schema, and that nothing beside it names kinds anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exograph.knowledge import vocabulary
from exograph.knowledge.kinds import CHAIN, CHANGED, KINDS, NAMED, OF_LABEL, PAPER, Kind, heading
from exograph.knowledge.schema import load_schema

SOURCE = Path(__file__).resolve().parents[2] / "src" / "exograph"
DERIVED = {"IN_SETTING"}  # roles that lead to no kind of the table
LABELS = "|".join(kind.label for kind in KINDS)


def test_every_role_leads_to_a_kind() -> None:
    roles = {kind.type: kind.targets for kind in load_schema().edges.values() if kind.group == "role"}
    assert {role for kind in KINDS for role in kind.roles} == set(roles) - DERIVED
    for role, targets in roles.items():
        if role not in DERIVED:
            assert {kind.label for kind in KINDS if role in kind.roles} == set(targets), role


def test_labels_are_those_of_the_schema() -> None:
    assert {kind.label for kind in KINDS} == set(load_schema().nodes) - {"Setting", "Release"}
    assert len(OF_LABEL) == len(KINDS)
    assert tuple(kind.label for kind in NAMED.values()) == vocabulary.LABELS


def test_the_running_sign_is_on_the_roles_of_what_changes() -> None:
    schema = load_schema()
    bearing = {kind.type for kind in schema.edges.values() if any(one.name == "change" for one in kind.properties)}
    assert set(CHANGED) == bearing


def test_a_taxonomy_is_a_kind_that_is_a_leads_through() -> None:
    assert {kind.label for kind in KINDS if kind.taxonomy} <= set(load_schema().edges["IS_A"].sources)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_words(kind: Kind) -> None:
    words = (kind.singular, kind.plural)
    assert all(word and word == word.strip() for word in words)
    assert kind.singular != kind.plural
    assert kind.about.endswith(".")
    assert kind.heading.lower() == kind.singular.lower()
    assert kind.headings[0].isupper()


def test_words_keep_kinds_apart() -> None:
    for words in ([kind.singular for kind in KINDS], [kind.plural for kind in KINDS]):
        assert len(set(words)) == len(words)
    assert [heading(label) for label in ("MscSource", "Gene", PAPER.label, "Else")] == [
        "MSC source", "Target", "Paper", "Else",
    ]  # fmt: skip
    assert [kind.label for kind in CHAIN][:3] == ["MscSource", "Exosome", "Cargo"]


def test_no_other_module_has_a_table_of_kinds() -> None:
    """Words for four or more labels, or labels for words, are a second table; only the grammar groups labels."""
    entry = re.compile(rf"['\"](?:{LABELS})['\"]: ['\"]|['\"]: ['\"](?:{LABELS})['\"],")
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if len(entry.findall(path.read_text(encoding="utf-8"))) > 3
    }
    assert found <= {"language/item.py"}
