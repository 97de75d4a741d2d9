"""How commands show an answer: `--facts`, and nothing cut in a pipe."""

from __future__ import annotations

from typing import Any

import click
import pytest
from click.testing import CliRunner

from exograph.cli.common import output_options, show
from tests.unit.answers import make_answer, make_fact, make_path


@click.command()
@output_options
def command(**options: Any) -> None:
    """Show an answer of thirty claims with one fact beside it."""
    paths = [make_path(f"PMID:{n}/1", mechanism="miR-9", drugs=["x"]) for n in range(1, 31)]
    fact = make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR"))
    show(make_answer(*paths, facts=(fact,)), **options)


@pytest.mark.parametrize("form", [[], ["--markdown"]])
def test_facts_are_shown_where_they_are_asked_for(form: list[str]) -> None:
    folded, shown = (CliRunner().invoke(command, [*form, *more]).output for more in ([], ["--facts"]))
    assert "1 fact of databases beside it" in folded
    assert "cetuximab TARGETS EGFR" not in folded
    assert "- cetuximab TARGETS EGFR" in shown


def test_a_pipe_gets_all() -> None:
    assert "PMID 30 " in CliRunner().invoke(command, []).output
