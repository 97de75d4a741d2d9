"""exograph map: two kinds against each other, as an evidence map."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import click

from exograph.cli.common import colour, print_json, raw, raw_option, ready_store, say, store_option
from exograph.cli.filters import EPILOG, facet_options, given
from exograph.cli.outputs import OutputFile, force_option, write
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.questions.evidence_map import KINDS

_WIDTH = 100


@click.command(
    "map",
    epilog=f"{EPILOG} With no facet the whole graph is mapped.",
)
@click.option("--rows", type=click.Choice(KINDS), required=True, help="What the rows are.")
@click.option("--columns", type=click.Choice(KINDS), required=True, help="What the columns are.")
@store_option
@click.option("--retracted", is_flag=True, help="Count claims of retracted papers, too.")
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--tsv", "form", flag_value="tsv", help="Print one line a cell, tab-separated.")
@click.option(
    "--html",
    type=OutputFile(),
    metavar="FILE",
    help="Write the map as one HTML page, too; a cell leads to its claims.",
)
@facet_options
@force_option
@raw_option
def command(
    *, rows: str, columns: str, store: str, retracted: bool, form: str | None, html: Path | None, **facets: Any
) -> int:
    """Map two kinds against each other: how many papers, in which direction, and where nothing is reported.

    For instance: exograph map --rows cancer --columns drug --html map.html
    """
    from exograph.questions.evidence_map import evidence_map
    from exograph.questions.options import condition
    from exograph.views import evidence_map as view

    wanted = condition(given(facets))
    found = evidence_map(ready_store(store), rows, columns, wanted, retracted=retracted)
    if html:
        write(html, view.page(found))
        say(f"wrote {html}")
    if form == "json":
        print_json(view.document(found))
    elif form == "tsv":
        click.echo(view.tsv(found, raw=raw()), nl=False)
    else:
        click.echo(view.text(found, columns=_width(), colour=colour()), nl=False)
    return EXIT_OK if found.nothing is None else EXIT_NOTHING_FOUND


def _width() -> int:
    return shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH
