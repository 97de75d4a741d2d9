"""`view`: the claims around a name, and with more depth those that share a node with them. Neighbours are no path."""

from __future__ import annotations

from dataclasses import replace

from exograph.questions import catalogue
from exograph.questions.answer import Answer
from exograph.questions.paths import reported_paths
from exograph.questions.question import Condition, Question
from exograph.questions.run import finish, run
from exograph.questions.tally import plural
from exograph.stores.base import Store


def view(store: Store, where: Condition, *, depth: int = 1, limit: int = 2000, retracted: bool = False) -> Answer:
    """All claims that meet it (depth 1), then those that share a molecule, cell, drug or cancer (each depth more)."""
    answer = run(store, Question(where=where), limit=limit, retracted=retracted)
    claims = [path.claim for path in answer.paths]
    for _ in range(depth - 1):
        found = store.query(catalogue.internal("neighbours"), {"claims": claims})
        claims = list(dict.fromkeys([*claims, *(row["claim"] for row in found)]))
    shown = claims[:limit]
    hidden = replace(answer.hidden, over_limit=answer.hidden.over_limit + len(claims) - len(shown))
    around = ", ".join(dict.fromkeys(one.name for one in answer.understood)) or answer.text.removeprefix("paths where ")
    drawn = replace(
        answer, paths=reported_paths(store, shown), hidden=hidden, neighbourhood=depth > 1,
        reply=replace(answer.reply, text=f"{plural(len(shown), 'claim')} around {around}"),
    )  # fmt: skip
    return finish(store, drawn)  # what opposes the claims that are drawn now
