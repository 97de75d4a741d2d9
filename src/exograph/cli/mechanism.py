"""exograph mechanism: the filters, and the paths that pass them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from exograph.cli import complete
from exograph.cli.common import output_options, ready_store, show, store_option
from exograph.errors import UsageError
from exograph.questions.filters import NEGATED

_FILTERS = (
    ("source", "NAME", "Tissue the MSCs come from."),
    ("cargo", "NAME", "What the vesicle carries."),
    ("gene", "NAME", "A molecule after the cargo, or a marker (the answer says which)."),
    ("pathway", "NAME", "A pathway or process of the mechanism."),
    ("drug", "NAME", "The treatment; a class finds its members."),
    ("cancer", "NAME", "The cancer; a broader term finds the narrower ones."),
    ("modality", "NAME", "chemotherapy, targeted therapy, radiotherapy or immunotherapy."),
    ("cell", "NAME", "An immune cell."),
    ("effect", "WORD", "What was measured: sensitises (includes reverses resistance), confers resistance, ..."),
    ("model", "WORD", "in vitro, in vivo, ex vivo or clinical."),
    ("year", "YEARS", "2020, 2018-2022, 2020- or -2015."),
    ("claim", "ID", "This claim only."),
)


@click.command(
    "mechanism",
    epilog="Every filter can be given several times (any of its values); different filters are joined (all of them).",
)
@store_option
@click.option("--retracted", is_flag=True, help="Show claims of retracted papers, too.")
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="Paths to show.")
@output_options
def command(
    *,
    store: str,
    retracted: bool,
    limit: int,
    form: str | None,
    html: Path | None,
    renderer: str,
    references: Path | None,
    **filters: Any,
) -> int:
    """Show every reported path that passes the filters: one path is one claim of one paper.

    Names are found by synonym, brand name or identifier: --drug TMZ, --cargo miR-21, --cancer DOID:3070.
    """
    from exograph.questions.answers import mechanism

    wanted = {name: values for name, values in filters.items() if values}
    if not wanted:
        raise UsageError(
            "which paths? give at least one filter", hint="for instance: exograph mechanism --drug temozolomide"
        )
    return show(
        mechanism(ready_store(store), wanted, retracted=retracted, limit=limit), form, html, renderer, references
    )


for _name, _metavar, _help in reversed(_FILTERS):
    command = click.option(
        f"--{_name}", multiple=True, metavar=_metavar, help=_help, shell_complete=complete.names(_name)
    )(command)
for _name in NEGATED:
    command = click.option(
        f"--{_name.replace('_', '-')}",
        _name,
        multiple=True,
        metavar="NAME",
        hidden=_name not in {"not_drug", "not_cancer"},
        shell_complete=complete.names(_name),
        help=f"Without this {_name.removeprefix('not_')} (and --not-... for every other filter).",
    )(command)
