"""exograph cypher: read-only Cypher of the user's own."""

from __future__ import annotations

import sys

import click

from exograph.cli.common import json_option, print_json, raw, raw_option, ready_store, say, store_option
from exograph.cli.query import pairs
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.stores.base import ROW_LIMIT, TIME_LIMIT


@click.command("cypher")
@click.argument("statement")
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the statement (a text).",
)
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=ROW_LIMIT, show_default=True, help="Rows at most.")
@click.option(
    "--seconds", type=click.FloatRange(0.1, 3600), default=TIME_LIMIT, show_default=True, help="Time at most."
)
@store_option
@json_option
@click.option("--tsv", "as_tsv", is_flag=True, help="Print tab-separated lines.")
@raw_option
def command(
    *, statement: str, parameters: tuple[str, ...], limit: int, seconds: float, store: str, as_json: bool, as_tsv: bool
) -> int:
    """Run a read-only Cypher STATEMENT (`-` reads it from stdin) and print its rows.

    Filter on a claim's `effect`, never on the type of a chain's last edge: that type says what the last molecule
    does, not what the vesicle does (docs/schema.md).
    """
    text = sys.stdin.read() if statement == "-" else statement
    result = ready_store(store).free(text, dict(pairs(parameters)), row_limit=limit, seconds=seconds)
    if as_json:
        print_json(
            {"columns": list(result.columns), "rows": [dict(row) for row in result.rows], "truncated": result.truncated}
        )
    else:
        from exograph.views.rows import table, tsv

        click.echo(
            tsv(result.columns, result.rows, raw=raw()) if as_tsv else table(result.columns, result.rows), nl=False
        )
    if result.truncated:
        say(f"cut at {limit} rows; --limit shows more")
    return EXIT_OK if result.rows else EXIT_NOTHING_FOUND
