"""What a shell completes: names that the built store holds, and the canned questions.

Completion never builds, never connects to a server, and stays silent whatever goes wrong: a message would land in the
middle of the line being typed.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
_MOST = 60
_BASH_QUOTED = re.compile(r"([^\w@%+=:,./-])")


def names(filter_name: str) -> Complete:
    """Completes the values of one filter (`drug`, `cancer`, `effect`, ...); of others nothing."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        found: list[CompletionItem] = []
        with contextlib.suppress(Exception):
            found = _items(
                filter_name.removeprefix("not_"),
                incomplete,
                str(ctx.params.get("store") or os.environ.get("EXOGRAPH_STORE") or "embedded"),
            )
        return found

    return complete


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


def _items(filter_name: str, incomplete: str, address: str) -> list[CompletionItem]:
    from exograph.knowledge.effects import EFFECTS
    from exograph.questions.names import LABEL_OF

    if filter_name == "effect":
        return _matching(((word, "") for word in EFFECTS), incomplete)
    if filter_name == "model":
        return _matching(((word, "") for word in ("in vitro", "in vivo", "ex vivo", "clinical")), incomplete)
    if filter_name not in LABEL_OF:
        return []
    return _matching(_held(LABEL_OF[filter_name], address, incomplete), incomplete)


def _held(label: str, address: str, incomplete: str) -> list[tuple[str, str]]:
    """The names of an embedded store that is built; nothing of any other."""
    from exograph.names import Names
    from exograph.stores.addresses import open_store
    from exograph.stores.embedded import EmbeddedStore

    if address.partition(":")[0] != "embedded":
        return []
    store = open_store(address)
    if not isinstance(store, EmbeddedStore) or not store.path.exists():
        return []
    return Names(store).complete(incomplete, label)


def _matching(words: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    wanted = incomplete.casefold()
    found = {word: told for word, told in words if word.casefold().startswith(wanted) and word.isprintable()}
    return [CompletionItem(_quoted(word), help=told) for word, told in sorted(found.items())[:_MOST]]


def _quoted(word: str) -> str:
    """zsh and fish quote by themselves; bash puts the word into the line as it is."""
    if os.environ.get("_EXOGRAPH_COMPLETE", "").startswith("bash"):
        return _BASH_QUOTED.sub(r"\\\1", word)
    return word
