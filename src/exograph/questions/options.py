"""Facets as a door gives them (flags, keywords, JSON) -> a condition: all facets, any of the values of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from numbers import Integral, Real
from typing import Any

from exograph.errors import UsageError
from exograph.questions import facets
from exograph.questions.question import Condition, Not, Question, Term, both

NOT = "not_"


def names() -> tuple[str, ...]:
    """Every facet as a parameter, then the same with `not_`."""
    plain = tuple(name.replace("-", "_") for name in facets.FACETS)
    return (*plain, *(NOT + name for name in plain))


def condition(given: Mapping[str, Any]) -> Condition | None:
    """The condition; None where nothing is given. UsageError for a facet that does not exist, or a value that is none.

    The parts stand in the order of the facets, so that one question is the same at every door.
    """
    found = {_key(name): values(name, value) for name, value in given.items() if value is not None}
    return both(*(_part(name, found[name]) for name in names() if name in found))


def question(given: Mapping[str, Any], limit: int | None = None) -> Question:
    """The question for the paths that meet all of it. UsageError where nothing is given."""
    where = condition(given)
    if where is None:
        raise UsageError("which paths? give at least one facet", hint="for instance drug: temozolomide")
    return Question(where=where, limit=limit)


def _key(name: str) -> str:
    low = name.strip().lower().replace("-", "_")
    facet = facets.get(low.removeprefix(NOT)).name.replace("-", "_")
    return NOT + facet if low.startswith(NOT) else facet


def _part(name: str, texts: tuple[str, ...]) -> Condition:
    term = Term(name.removeprefix(NOT).replace("_", "-"), texts)
    return Not(term) if name.startswith(NOT) else term


def values(name: str, value: Any) -> tuple[str, ...]:
    """The texts of one facet: one value, or any iterable of them (a list, a set, a column of a data frame)."""
    found = tuple(dict.fromkeys(_texts(name, value)))
    if not found:
        raise UsageError(f"`{name}` is empty", hint="give a value, or leave the facet out")
    return found


def _texts(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, str | bool | Real) or _plain(value):
        yield _text(name, value)
        return
    if not isinstance(value, Iterable) or isinstance(value, Mapping | bytes) or getattr(value, "ndim", 1) != 1:
        raise _wrong(name, value)
    # a set has no order of its own
    for one in sorted(value, key=str) if isinstance(value, set | frozenset) else value:
        yield _text(name, one)


def _plain(value: Any) -> bool:
    """A single number of another library (numpy), which knows its Python value."""
    return getattr(value, "ndim", None) == 0 and hasattr(value, "item")


def _text(name: str, value: Any) -> str:
    value = value.item() if _plain(value) else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Real) and not isinstance(value, Integral) and float(value).is_integer():
        value = int(float(value))  # a column with a gap elsewhere holds 2020.0
    if isinstance(value, Integral):
        return str(int(value))
    if not isinstance(value, str):
        raise _wrong(name, value)
    if not value.strip():
        raise UsageError(f"`{name}` is empty", hint="give a value, or leave the facet out")
    return value


def _wrong(name: str, value: Any) -> UsageError:
    shown = repr(value)
    shown = type(value).__name__ if len(shown) > 60 or "\n" in shown else shown
    return UsageError(f"{name}: {shown} is no value", hint="give a text, a whole number, or several of them")
