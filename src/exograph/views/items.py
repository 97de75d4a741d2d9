"""The items of a list answer: their columns and cells, for people and for machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exograph.questions.answer import Answer
from exograph.views.terminal import clean

# for machines: ids to look things up by, claims that are shown below a list anyway
_NOT_FOR_PEOPLE = ("id", "label", "claims")
_HEADINGS = {"count": "claims"}


def of_list(answer: Answer) -> tuple[Mapping[str, Any], ...]:
    """The items that are shown as a table: sides of a verdict or of a comparison stand beside each other instead."""
    return () if answer.reply.kind in {"yesno", "compare"} else answer.reply.items


def rows(items: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """Headings and cells for people, without what only machines use; empty where there is nothing to show."""
    every = columns_of(items)
    drop = _NOT_FOR_PEOPLE if {"name", "claims"} <= set(every) else ()
    keys = [key for key in every if key not in drop]
    if not keys:
        return []
    heads = [_HEADINGS.get(key, key) if drop else key for key in keys]
    return [[clean(head) for head in heads], *([cell(item.get(key)) for key in keys] for item in items)]


def columns_of(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """The keys of all items, in order of first appearance."""
    return list(dict.fromkeys(key for item in items for key in item))


def cell(value: Any) -> str:
    """A value of an item as text on one line; a list joined by `; `, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(map(cell, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{clean(str(key))}: {cell(inner)}" for key, inner in value.items())
    return clean(str(value))
