"""Every facet of a claim as an option, with its opposite: what `mechanism`, `map` and `view` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from exograph.cli import complete
from exograph.questions import options
from exograph.questions.facets import FACETS, Facet

F = TypeVar("F", bound=Callable[..., Any])
EPILOG = (
    "Every facet can be given several times (any of its values), and each has its opposite: --not-drug, --not-cancer, "
    "--not-paper, ... Different facets are joined (all of them). `any` and `none` ask whether a claim names one at "
    "all: --cargo none. Anything else is said by `exograph find`."
)


def facet_options(function: F) -> F:
    """`--drug`, `--not-drug`, ... : one pair for each facet."""
    for facet in reversed(tuple(FACETS.values())):
        for opposite in (True, False):
            function = _option(facet, opposite)(function)
    return function


def given(arguments: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The facets that were given, out of all arguments of a command."""
    return {name: arguments[name] for name in options.names() if arguments.get(name)}


def _option(facet: Facet, opposite: bool) -> Callable[[F], F]:
    name = facet.name.replace("-", "_")
    return click.option(
        f"--{'not-' if opposite else ''}{facet.name}",
        options.NOT + name if opposite else name,
        multiple=True,
        metavar=_metavar(facet),
        hidden=opposite,
        help=None if opposite else f"{facet.describe[:1].upper()}{facet.describe[1:]}.",
        shell_complete=complete.values(facet.name),
    )


def _metavar(facet: Facet) -> str:
    if facet.named:
        return "NAME"
    return "WORD" if facet.words else {"year": "YEARS", "paper": "ID", "claim": "ID"}.get(facet.name, "TEXT")
