"""exograph mechanism: the facets as options, and the paths that have them all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from exograph.cli.common import output_options, ready_store, show, store_option
from exograph.cli.filters import EPILOG, facet_options, given
from exograph.errors import UsageError


@click.command("mechanism", epilog=EPILOG)
@facet_options
@store_option
@click.option("--retracted", is_flag=True, help="Show claims of retracted papers, too.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Paths to show (200 unless given).")
@output_options
def command(
    *,
    store: str,
    retracted: bool,
    limit: int | None,
    form: str | None,
    html: Path | None,
    renderer: str,
    references: Path | None,
    **facets: Any,
) -> int:
    """Show every reported path that has all of it: one path is one claim of one paper.

    Names are found by synonym, brand name or identifier: --drug TMZ, --cargo miR-21, --cancer DOID:3070.
    """
    from exograph.questions.options import question
    from exograph.questions.run import run

    wanted = given(facets)
    if not wanted:
        raise UsageError(
            "which paths? give at least one facet", hint="for instance: exograph mechanism --drug temozolomide"
        )
    answer = run(ready_store(store), question(wanted, limit), retracted=retracted)
    return show(answer, form, html, renderer, references)
