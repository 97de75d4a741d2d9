"""What a shell completes: names that the built store holds, words of closed lists, and the canned questions.

Completion never builds, never connects to a server, and stays silent whatever goes wrong: a message would land in the
middle of the line being typed.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from exograph.questions import facets
from exograph.questions.question import OF_A_KIND, WANTS

if TYPE_CHECKING:
    from exograph.stores.embedded import EmbeddedStore

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
Offered = Iterable[tuple[str, str]]  # a word, and what it is
_MOST = 60
_BASH_QUOTED = re.compile(r"([^\w@%+=:,./-])")
# the value that is being typed: all after the last `=`, or after an `or` between values
_VALUE = re.compile(r"([\w-]+)\s*!?=\s*(?:[^=()]*\bor\s+)?([^=()]*)$")
_JOINS = re.compile(r"\s(?:and|where|order|limit|with)\s")
_BEGINS = frozenset(("where", "and", "not", "with", "verdict", "compare"))
_FOLLOWS = ("where", "and", "or", "not", "with", "order by year", "order by -year", "limit")


def values(facet: str) -> Complete:
    """Completes the values of one facet (`drug`, `cancer`, `effect`, ...)."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        found: list[CompletionItem] = []
        with contextlib.suppress(Exception):
            found = _matching(_values(facet, incomplete, _address(ctx)), incomplete)
        return found

    return complete


def question(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Completes the text form of a question: words of its grammar, kinds, facets and their values."""
    found: list[CompletionItem] = []
    with contextlib.suppress(Exception):
        before = "".join(f"{word} " for word in ctx.params.get("words") or ())
        kept, begun, offered = _parsed(before + incomplete, _address(ctx))
        # what stands before the word that is begun goes back as it is, where it is part of the same argument
        head = kept[len(before) :] if len(kept) >= len(before) else ""
        found = _matching(((head + word, told) for word, told in offered), head + begun)
    return found


def queries(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Completes the name of a canned question."""
    found: list[CompletionItem] = []
    with contextlib.suppress(Exception):
        from exograph.questions.catalogue import catalogue

        found = [
            CompletionItem(query.name, help=query.title)
            for query in catalogue().values()
            if query.name.startswith(incomplete)
        ]
    return found


def _parsed(typed: str, address: str) -> tuple[str, str, Offered]:
    """What stands, the beginning of a word, and the words that could go on from there."""
    value = _VALUE.search(typed)
    if value and value[1] in facets.FACETS and not _JOINS.search(f" {value[2]}"):
        begun = value[2].lstrip('"')
        held = list(_values(value[1], begun, address))
        words = [(word, told) for word, told in held if word.casefold().startswith(begun.casefold())]
        if words:
            return typed[: len(typed) - len(begun)], begun, words
    kept, _, begun = typed.rpartition(" ")
    kept = f"{kept} " if kept else ""
    while begun.startswith("("):
        kept, begun = f"{kept}(", begun[1:]
    return kept, begun, _grammar(kept.split())


def _grammar(before: list[str]) -> Offered:
    """The words that may come next."""
    last = before[-1].lower() if before else ""
    if last in OF_A_KIND:
        from exograph.questions.kinds import KINDS

        return [(kind, "") for kind in KINDS]
    facet_words = [*((facet.name, facet.describe) for facet in facets.FACETS.values()), ("not", "")]
    if not before:
        return [*((want, "") for want in WANTS), *facet_words]
    if last in _BEGINS or last.endswith("("):
        return facet_words
    if last == "order":
        return [("by", "")]
    return [(word, "") for word in _FOLLOWS] + [("=", "")] * (last in facets.FACETS)


def _values(name: str, incomplete: str, address: str) -> Iterator[tuple[str, str]]:
    """The values of a facet: names and texts of the store, words of its list."""
    facet = facets.get(name)
    yield from ((word, "") for word in facet.words)
    store = _built(address) if facet.named or facet.held else None
    if store is None:
        return
    if facet.named:
        from exograph.names import Names

        for label in facet.labels:
            yield from Names(store).complete(incomplete, label)
    else:
        from exograph.questions.held import held

        yield from ((text, "") for text in held(store).texts[facet.name])


def _address(ctx: click.Context) -> str:
    return str(ctx.params.get("store") or os.environ.get("EXOGRAPH_STORE") or "embedded")


def _built(address: str) -> EmbeddedStore | None:
    """An embedded store that is built; nothing of any other."""
    from exograph.stores.addresses import open_store
    from exograph.stores.embedded import EmbeddedStore

    if address.partition(":")[0] != "embedded":
        return None
    store = open_store(address)
    return store if isinstance(store, EmbeddedStore) and store.path.exists() else None


def _matching(words: Offered, incomplete: str) -> list[CompletionItem]:
    wanted = incomplete.casefold()
    found = {word: told for word, told in words if word.casefold().startswith(wanted) and word.isprintable()}
    return [CompletionItem(_quoted(word), help=told) for word, told in sorted(found.items())[:_MOST]]


def _quoted(word: str) -> str:
    """zsh and fish quote by themselves; bash puts the word into the line as it is, or into the quotes that are open."""
    bash = os.environ.get("_EXOGRAPH_COMPLETE", "").startswith("bash")
    line = os.environ.get("COMP_WORDS", "")
    if not bash or any(line.count(mark) % 2 for mark in "\"'"):
        return word
    return _BASH_QUOTED.sub(r"\\\1", word)
