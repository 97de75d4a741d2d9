"""`next where cancer = X`: what a researcher could test next, each with its reason, read from the claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from exograph.questions import catalogue
from exograph.questions.answer import Reply
from exograph.questions.question import Question
from exograph.questions.select import Selector
from exograph.questions.tally import Replied, items, plural, properties
from exograph.stores.base import Row

_EACH = 5  # openings of one reason


def openings(selector: Selector, question: Question, rows: Sequence[Row]) -> Replied:
    """Contradictions first, then chains seen in vitro only or in one paper, then cargos proven elsewhere only."""
    found: list[dict[str, Any]] = []
    for reason in (
        _contradicted(selector, rows),
        _in_vitro_only(selector, rows, question),
        _gaps(selector, rows, question),
    ):
        found += [item for _, item in zip(range(_EACH), reason, strict=False)]
    if not found:
        return Replied(Reply("list", "Nothing here suggests what to test next.", (), 0), (), silent=True)
    claims = {claim for item in found for claim in item["claims"]}
    told = f"{plural(len(found), 'opening')} that the claims leave, each with its reason; none is advice for a patient."
    return Replied(
        Reply("list", told, tuple(found), len(found)), tuple(r["claim"] for r in rows if r["claim"] in claims)
    )


def _item(name: str, why: str, claims: Sequence[str]) -> dict[str, Any]:
    return {"name": name, "why": why, "count": len(claims), "claims": list(claims)}


def _contradicted(selector: Selector, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    held = {row["claim"]: row for row in rows}
    against: dict[str, list[str]] = defaultdict(list)
    for row in selector.store.query(catalogue.internal("opposing"), {"claims": list(held)}):
        against[row["claim"]].append(row["opposed_by"])
    told: set[frozenset[str]] = set()
    for claim, others in against.items():
        group = frozenset([claim, *others])
        if group not in told:
            told.add(group)
            row = held[claim]
            why = f"{plural(len(others), 'claim')} of the same setting against it: repeat it with one preparation"
            yield _item(f"{row['effect']} ({row['paper_name']})", why, [claim, *others])


def _in_vitro_only(selector: Selector, rows: Sequence[Row], question: Question) -> Iterator[dict[str, Any]]:
    """Cargos whose claims here are all in vitro, and all of one paper."""
    for item in items(selector, "cargo", rows, Question("list", "cargo")):
        models = {row["model"] for row in item.rows}
        good = [row for row in item.rows if row["sign"] > 0]
        if good and models == {"in vitro"}:
            papers = "one paper" if item.papers == 1 else plural(item.papers, "paper")
            yield _item(
                item.name, f"{item.rows[0]['effect']}, in vitro only, in {papers}: not shown in an animal", item.claims
            )
        elif good and item.papers == 1:
            yield _item(item.name, f"{item.rows[0]['effect']}, in one paper only: not repeated", item.claims)


def _gaps(selector: Selector, rows: Sequence[Row], question: Question) -> Iterator[dict[str, Any]]:
    """Cargos that help in other claims, in two papers or more and never the other way, and that no claim here names."""
    here = {item.id for item in items(selector, "cargo", rows, Question("list", "cargo"))}
    everything = properties(selector.store, selector.all())
    for item in items(selector, "cargo", everything, Question("list", "cargo")):
        if item.id not in here and item.papers > 1 and all(row["sign"] > 0 for row in item.rows):
            yield _item(
                item.name, f"helps in {plural(item.papers, 'paper')} on other cancers, never reported here", item.claims
            )
