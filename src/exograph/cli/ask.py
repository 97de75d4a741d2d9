"""exograph ask: a question in plain words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from exograph.cli.common import output_options, ready_store, show, store_option
from exograph.errors import UsageError


@click.command("ask", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="QUESTION...")
@store_option
@output_options
def command(
    *,
    words: tuple[str, ...],
    store: str,
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

    The answer says how the question was understood. What is unknown, ambiguous or out of scope is refused with the
    reason (exit code 1).
    """
    from exograph.questions.words.ask import ask

    if not words:
        raise UsageError("what is the question?", hint='for instance: exograph ask "which miRNAs suppress glioma?"')
    text = sys.stdin.buffer.read(1_000_000).decode("utf-8", errors="replace") if words == ("-",) else " ".join(words)
    return show(ask(ready_store(store), text), form, html, renderer, references)
