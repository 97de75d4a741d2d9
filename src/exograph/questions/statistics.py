"""Counts of what a store holds."""

from __future__ import annotations

from typing import Any

from exograph.knowledge.kinds import NAMED
from exograph.questions import catalogue
from exograph.stores.base import Store, built

_COUNTED = ("modality", "cancer", "drug", "source", "cell", "pathway")  # facets whose names are counted, in this order
_SHOWN = 15


def statistics(store: Store) -> dict[str, Any]:
    """Counts by heading: single numbers, or names with their number of claims (the most reported first)."""
    release = built(store)
    claims = store.query(catalogue.internal("claim_words"))
    counted: dict[str, Any] = {
        "store": store.address, "release": release.release, "sha256": release.sha256, "claims": len(claims),
        "papers": len({row["paper"] for row in claims}),
    }  # fmt: skip
    for heading, column in (
        ("effects", "effect"),
        ("given", "given"),
        ("models", "model"),
        ("status of the paper", "status"),
        ("kinds of cargo", "cargo_kind"),
        ("years", "year"),
        ("origin", "origin"),
    ):
        counted[heading] = _tally([row[column] for row in claims], by_name=column == "year")
    for kind in (NAMED[facet] for facet in _COUNTED):
        rows = store.query(catalogue.internal("reported_names"), {"label": kind.label})
        counted[kind.plural] = {str(row["name"]): int(row["claims"]) for row in rows[:_SHOWN]}
    return {**counted, "nodes": kind_counts(store, "node"), "edges": kind_counts(store, "edge")}


def kind_counts(store: Store, element: str) -> dict[str, int]:
    """How many nodes of each label (`element` node), or edges of each type (edge), by name."""
    rows = store.query(catalogue.internal(f"{element}_counts"))
    return {str(row["kind"]): int(row["number"]) for row in rows}


def _tally(values: list[Any], *, by_name: bool) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:
        name = "not said" if value in (None, "") else str(value)
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: item[0] if by_name else (-item[1], item[0])))
