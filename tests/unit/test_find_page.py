"""docs/find.md against the facets, the kinds and the grammar; every example finds something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exograph.questions.facets import FACETS
from exograph.questions.kinds import KINDS
from exograph.questions.question import OF_A_KIND, WANTS
from exograph.questions.run import run
from exograph.questions.text import read, write
from tests.ask import bundled

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "find.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", PAGE.partition("## Facets")[2], re.MULTILINE))
WANTED = PAGE.partition("## What can be wanted")[2].partition("Kinds:")[0]
EXAMPLES = [
    *re.findall(r'exograph find "([^"]+)"', PAGE),
    *re.findall(r"\| `([^`|]+)` \|$", PAGE, re.MULTILINE),
    *re.findall(r"^\| `([^`|]+ = [^`|]+)`", PAGE, re.MULTILINE),
]


def test_every_facet_has_a_row_and_every_row_a_facet() -> None:
    assert list(ROWS) == list(FACETS)
    for name, row in ROWS.items():
        assert row.rpartition("| `")[2].startswith(f"{name} = "), name
        words = set(FACETS[name].words) - {"no", "unspecified"}
        assert name == "effect" or all(word in row for word in words), name


def test_everything_that_can_be_wanted_is_shown() -> None:
    assert all(f"`{want}" in WANTED for want in WANTS)
    assert all(f"`{want} KIND`" in WANTED for want in OF_A_KIND)
    kinds = PAGE.partition("Kinds: ")[2].partition(";")[0]
    assert re.findall(r"`([\w-]+)`", kinds) == list(KINDS)


def test_there_are_examples_of_all() -> None:
    assert len(EXAMPLES) > len(FACETS) + len(WANTS)


@pytest.mark.parametrize("example", dict.fromkeys(EXAMPLES))
def test_an_example_is_read_and_finds_something(example: str) -> None:
    asked = read(example)
    assert read(write(asked)) == asked
    answer = run(bundled(), asked)
    assert answer.nothing is None, answer.nothing
    assert answer.paths or asked.want == "never"
