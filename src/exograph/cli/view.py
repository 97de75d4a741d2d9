"""exograph view: what is reported around a name, as an HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from exograph.cli.common import page, ready_store, say, store_option
from exograph.cli.filters import EPILOG, facet_options, given
from exograph.cli.outputs import OutputFile, force_option, write
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK, UsageError


@click.command("view", epilog=EPILOG)
@click.option(
    "--depth",
    type=click.IntRange(1, 4),
    default=1,
    show_default=True,
    help="1: claims that name it; 2: claims that share a molecule, drug or cancer with those; ...",
)
@click.option(
    "-o",
    "--output",
    type=OutputFile(),
    required=True,
    metavar="FILE",
    help="The HTML file to write.",
)
@force_option
@click.option(
    "--renderer", type=click.Choice(["svg", "pyvis"]), default="svg", show_default=True, help="What draws the page."
)
@click.option("--limit", type=click.IntRange(1), default=2000, show_default=True, help="Claims to draw.")
@store_option
@click.option("--retracted", is_flag=True, help="Draw claims of retracted papers, too.")
@facet_options
def command(
    *, depth: int, output: Path, renderer: str, limit: int, store: str, retracted: bool, **facets: tuple[str, ...]
) -> int:
    """Draw what is reported around a name: its claims, and with --depth what lies beside them.

    A neighbour is not a path: the page says so, and shows each claim alone.
    """
    from exograph.questions.neighbours import view
    from exograph.questions.options import condition

    wanted = condition(given(facets))
    if wanted is None:
        raise UsageError("around what? name something", hint="for instance: exograph view --cargo miR-21 -o mir21.html")
    answer = view(ready_store(store), wanted, depth=depth, limit=limit, retracted=retracted)
    write(output, page(answer, renderer))
    say(f"wrote {output}: {answer.reply.text}" if answer.nothing is None else f"wrote {output}: {answer.nothing.why}")
    return EXIT_OK if answer.nothing is None else EXIT_NOTHING_FOUND
