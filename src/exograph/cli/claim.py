"""exograph claim: a claim table to start from, and what its columns want."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from exograph.cli.common import json_option, print_json, say
from exograph.cli.outputs import write
from exograph.errors import UsageError

_WIDTH = 100


@click.group("claim")
def command() -> None:
    """Start a claim table of your own (docs/curating.md)."""


@command.command("template")
@click.option("--example", is_flag=True, help="With a worked row: a bundled claim under its paper's next free number.")
@click.option(
    "--like",
    default="",
    metavar="CLAIM",
    help="With the row of this bundled claim, under its paper's next free number.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a new file (default: stdout).",
)
def template(example: bool, like: str, output: Path | None) -> None:
    """Print the header of a claim table: tab-separated, one row an experiment. `exograph check FILE` judges it."""
    from exograph.curation import template as made

    text = made(like=like, example=example)
    if output is None:
        click.echo(text, nl=False)
        return
    if output.exists():
        raise UsageError(f"{output} is there already", hint="name a new file: a template never overwrites")
    write(output, text)
    say(f"wrote {output}; fill it in, then: exograph check {output}")


@command.command("columns")
@json_option
def columns(as_json: bool) -> None:
    """Explain every column of a claim table, in order."""
    from exograph.curation import columns as explained

    told = explained()
    if as_json:
        print_json([{"columns": list(names), "write": text} for names, text in told])
        return
    for names, text in told:
        click.echo(", ".join(names))
        click.echo(textwrap.fill(text, _WIDTH, initial_indent="    ", subsequent_indent="    "))
