"""Options and output that commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from exograph.cli import streams
from exograph.cli.outputs import OutputFile, force_option, write
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.stores.addresses import FORMS

if TYPE_CHECKING:
    from exograph.questions.answer import Answer
    from exograph.stores.base import Store

F = TypeVar("F", bound=Callable[..., Any])
_REFERENCES = {".bib": "bibtex", ".ris": "ris", ".json": "csl-json"}
_WIDTH = 100
FACTS = "exograph.facts"  # in the context's meta: every command that shows an answer has the option
_RAW = "exograph.raw"


def store_option(function: F) -> F:
    """`--store`, from EXOGRAPH_STORE where it is not given."""
    return click.option(
        "--store",
        default="embedded",
        show_default=True,
        metavar="ADDRESS",
        envvar="EXOGRAPH_STORE",
        help=f"Where the graph is: {FORMS}.",
    )(function)


def json_option(function: F) -> F:
    """`--json` for commands that answer with plain data."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def _keep(context: click.Context, option: click.Parameter, value: bool) -> None:
    context.meta[FACTS] = value


def raw_option(function: F) -> F:
    """`--raw`: cells of `--tsv` as they are."""

    def remember(ctx: click.Context, _: click.Parameter, raw: bool) -> None:
        ctx.meta[_RAW] = raw

    return click.option(
        "--raw",
        is_flag=True,
        expose_value=False,
        callback=remember,
        help="With --tsv: leave cells alone that a spreadsheet would run as a formula.",
    )(function)


def raw() -> bool:
    """Whether `--raw` was given."""
    return bool(click.get_current_context().meta.get(_RAW))


def output_options(function: F) -> F:
    """How an answer is shown."""
    options = (
        click.option("--json", "form", flag_value="json", help="Print the answer as JSON (docs/json.md)."),
        click.option("--tsv", "form", flag_value="tsv", help="Print one line a path, tab-separated."),
        click.option("--markdown", "form", flag_value="markdown", help="Print Markdown."),
        click.option(
            "--facts", is_flag=True, expose_value=False, callback=_keep, help="Show what databases say beside it, too."
        ),
        click.option("--brief", "form", flag_value="brief", help="Print only the sentences."),
        click.option(
            "--html",
            type=OutputFile(),
            metavar="FILE",
            help="Write the answer as one HTML page, too.",
        ),
        click.option(
            "--renderer",
            type=click.Choice(["svg", "pyvis"]),
            default="svg",
            show_default=True,
            help="What draws the HTML page.",
        ),
        click.option(
            "--references",
            type=OutputFile(_REFERENCES),
            metavar="FILE",
            help="Write the papers to a .bib, .ris or .json (CSL) file, too.",
        ),
        force_option,
        raw_option,
    )
    for option in reversed(options):
        function = option(function)
    return function


def opened(address: str) -> Store:
    """The store, closed when the command ends."""
    from exograph.stores.addresses import open_store

    store = open_store(address)
    click.get_current_context().call_on_close(store.close)
    return store


def ready_store(address: str) -> Store:
    """The store, built if it is the embedded one and not current; closed when the command ends."""
    from exograph.build import ensure

    store = opened(address)
    ensure(store, say)
    return store


def say(message: str) -> None:
    """Progress, on stderr: stdout carries only the answer."""
    streams.complain(message)


def show(answer: Answer, form: str | None, html: Path | None, renderer: str, references: Path | None) -> int:
    """Print the answer, write what was asked for, and give the exit code."""
    if html:
        write(html, page(answer, renderer))
        say(f"wrote {html}")
    if references:
        _write_references(answer, references)
    click.echo(rendered(answer, form), nl=False)
    return EXIT_OK if answer.nothing is None and answer.reply.kind != "refusal" else EXIT_NOTHING_FOUND


def rendered(answer: Answer, form: str | None) -> str:
    """The answer as text, ended by a newline; long lists are cut on a terminal alone."""
    context = click.get_current_context(silent=True)
    facts = bool(context and context.meta.get(FACTS))
    if form == "json":
        from exograph.views.json_view import text

        made = text(answer)
    elif form == "tsv":
        from exograph.views.tsv import text as tsv

        made = tsv(answer, raw=raw())
    elif form == "markdown":
        from exograph.views import markdown

        made = markdown.text(answer, facts=facts)
    elif form == "brief":
        from exograph.views.prose import paragraph

        made = paragraph(answer)
    else:
        from exograph.views.table import MOST
        from exograph.views.table import text as table

        most = MOST if sys.stdout.isatty() else None
        made = table(answer, width=_width(), colour=colour(), facts=facts, most=most)
    return made if made.endswith("\n") else made + "\n"


def page(answer: Answer, renderer: str = "svg") -> str:
    """The answer as one HTML page."""
    if renderer == "pyvis":
        from exograph.views.pyvis_view import page as pyvis_page

        return pyvis_page(answer)
    from exograph.views.html import page as svg_page

    return svg_page(answer)


def colour() -> bool:
    """Colour on a terminal, unless NO_COLOR says otherwise (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH


def _write_references(answer: Answer, path: Path) -> None:
    from exograph.views.references import text

    write(path, text((*answer.paths, *answer.opposing), _REFERENCES[path.suffix.lower()]))
    say(f"wrote {path}")


def print_json(data: Any) -> None:
    """Data as JSON on stdout."""
    from exograph.views.json_view import dumps

    click.echo(dumps(data))
