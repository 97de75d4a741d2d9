"""exograph ask: a question in plain words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exograph.cli.common import output_options, ready_store, say, show, store_option
from exograph.errors import UsageError

if TYPE_CHECKING:
    from exograph.stores.base import Store


@click.command("ask", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="QUESTION...")
@store_option
@click.option("--explain", is_flag=True, help="Show on stderr how the question was taken apart: spans, rules, meaning.")
@output_options
def command(
    *,
    words: tuple[str, ...],
    store: str,
    explain: bool,
    form: str | None,
    html: Path | None,
    renderer: str,
    references: Path | None,
) -> int:
    """Ask a QUESTION in plain words, with or without quotes; `-` reads it from standard input.

    \b
    exograph ask "how do MSC exosomes reverse cisplatin resistance in breast cancer?"
    exograph ask which miRNAs suppress glioma
    exograph ask "does miR-21 from MSC exosomes promote lung cancer?"
    exograph ask miR-122

    Every answer prints its question in the text form of `exograph find`. Where a word is not understood there is no
    answer but what could be meant; what is out of scope is refused with the reason (exit code 1 for both).
    """
    from exograph.language import ask

    if not words:
        raise UsageError("what is the question?", hint='for instance: exograph ask "which miRNAs suppress glioma?"')
    text = sys.stdin.buffer.read(1_000_000).decode("utf-8", errors="replace") if words == ("-",) else " ".join(words)
    opened = ready_store(store)
    if explain:
        _explain(opened, text)
    return show(ask(opened, text), form, html, renderer, references)


def _explain(store: Store, text: str) -> None:
    """How the question is read; nothing where it is too long or not in Latin letters (the answer says so)."""
    from exograph.language.ask import LONGEST
    from exograph.language.read import read
    from exograph.names import Names
    from exograph.questions.held import held
    from exograph.views.reading import explained

    if text.strip() and len(text) <= LONGEST:
        say(explained(read(text, Names(store), held(store).texts)))
