"""exograph cypher: read-only Cypher of the user's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

from exograph.cli.common import json_option, print_json, raw, raw_option, ready_store, say, store_option
from exograph.cli.query import pairs
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.stores.base import ROW_LIMIT, TIME_LIMIT
from exograph.stores.unknown_names import unknown_names


@click.command("cypher")
@click.argument("statement")
@click.option(
    "-p",
    "--parameter",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the statement: year=2020 is a number, name=TMZ a text, n='\"1\"' a text, n='[1, 2]' a list.",
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
    given = values(parameters)
    result = ready_store(store).free(text, given, row_limit=limit, seconds=seconds)
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
    for hint in unknown_names(text):
        say(hint)
    if result.rows:
        return EXIT_OK
    for name in (name for name, value in given.items() if isinstance(value, int | float)):
        say(f"${name} is a number; a text would be -p {name}='\"{given[name]}\"'")
    return EXIT_NOTHING_FOUND


def values(texts: Sequence[str]) -> dict[str, Any]:
    """`name=value` texts as parameters: a value is read as JSON where it is JSON, else a text; given twice, a list."""
    found: dict[str, list[Any]] = {}
    for name, text in pairs(texts):
        found.setdefault(name, []).append(_value(text))
    return {name: held[0] if len(held) == 1 else held for name, held in found.items()}


def _value(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=str)  # NaN and Infinity are words here
    except (ValueError, RecursionError):
        return text
