"""exograph find: a question in its text form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from exograph.cli import complete
from exograph.cli.common import output_options, ready_store, show, store_option

_LONGEST = 1_000_000  # bytes read from standard input


@click.command("find", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="TEXT...", shell_complete=complete.question)
@store_option
@click.option("--retracted", is_flag=True, help="Show claims of retracted papers, too.")
@output_options
def command(
    *,
    words: tuple[str, ...],
    store: str,
    retracted: bool,
    form: str | None,
    html: Path | None,
    renderer: str,
    references: Path | None,
) -> int:
    """Answer a question in its text form, which every answer prints; `-` reads it from standard input.

    \b
    WANT [KIND] [STATEMENT] [where CONDITION] [order by year | -year] [limit N]
    \b
    WANT       paths | list KIND | count KIND | most KIND | fewest KIND | first KIND | latest KIND
               | verdict STATEMENT | compare SIDE with SIDE ... | never KIND | next
    KIND       source, preparation, cargo, cargo-kind, target, marker, gene, pathway, drug, cancer, modality, cell,
               effect, model, species, given, vesicle, year, journal, author, paper, claim
    CONDITION  FACET = VALUE [or VALUE ...], FACET != VALUE, joined by and, or, not and parentheses
    VALUE      a name, an identifier or a word; `any` or `none`; in double quotes where it holds and, or, ( ...
    \b
    exograph find "paths where drug = temozolomide and cancer = glioma and effect = sensitises"
    exograph find "list cargo where cancer = lung cancer and effect = promotes tumour and not target = STAT3"
    exograph find "count papers where year = 2018-2022"
    exograph find "verdict effect = sensitises where cargo = miR-122 and drug = sorafenib"
    exograph find "compare source = bone marrow with source = umbilical cord where cancer = colorectal cancer"

    The facets are the options of `exograph mechanism`; docs/find.md shows each with an example.
    """
    from exograph.questions import text
    from exograph.questions.run import run

    said = sys.stdin.buffer.read(_LONGEST).decode("utf-8", errors="replace") if words == ("-",) else " ".join(words)
    asked = text.read(said)  # before a store is opened: what cannot be read needs none
    return show(run(ready_store(store), asked, retracted=retracted), form, html, renderer, references)
