"""`view`: the claims around a name, and with more depth those that share a node with them. Neighbours are no path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from exograph.questions import catalogue
from exograph.questions.answer import Answer
from exograph.questions.answers import finish, mechanism
from exograph.questions.paths import reported_paths
from exograph.stores.base import Store


def view(store: Store, wanted: Mapping[str, Sequence[str]], *, depth: int = 1, limit: int = 2000) -> Answer:
    """All claims that name it (depth 1), then those that share a molecule, cell, drug or cancer (each depth more)."""
    answer = mechanism(store, wanted, limit=limit)
    claims = [path.claim for path in answer.paths]
    for _ in range(depth - 1):
        found = store.query(catalogue.internal("neighbours"), {"claims": claims})
        claims = list(dict.fromkeys([*claims, *(row["claim"] for row in found)]))
    shown = claims[:limit]
    hidden = replace(answer.hidden, over_limit=answer.hidden.over_limit + len(claims) - len(shown))
    text = f"{len(shown)} claim{'s' * (len(shown) != 1)} around " + ", ".join(one.name for one in answer.understood)
    drawn = replace(
        answer, query="view", paths=reported_paths(store, shown), hidden=hidden, neighbourhood=depth > 1,
        reply=replace(answer.reply, text=text),
    )  # fmt: skip
    return finish(store, drawn)  # what opposes the claims that are drawn now
