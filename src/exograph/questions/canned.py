"""Runs a canned question: names of its parameters are grounded, the rest is checked by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from exograph.errors import UsageError
from exograph.questions import filters
from exograph.questions.catalogue import Parameter, Query
from exograph.questions.names import LABEL_OF, Names, Unresolved
from exograph.stores.base import Row, Store

_PARAMETER_OF = {label: parameter for parameter, label in LABEL_OF.items()}
_INTEGER = re.compile(r"-?[0-9]{1,18}")  # what both stores can hold
_TRUE = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of a canned question; `notes` say what names were taken for, or why there is no row."""

    query: str
    parameters: dict[str, Any]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """The result as JSON data."""
        return {
            "query": self.query, "parameters": self.parameters, "columns": list(self.columns),
            "rows": [dict(row) for row in self.rows], "notes": list(self.notes),
        }  # fmt: skip


def run(store: Store, query: Query, given: Iterable[tuple[str, str]], names: Names | None = None) -> Result:
    """Run it with `name=value` texts. UsageError for a parameter it does not have, or one it needs."""
    bound = bind(query, given, names or Names(store))
    if isinstance(bound, Unresolved):
        nearest = ", ".join(one.text for one in bound.nothing.nearest)
        why = (bound.nothing.why, *([f"nearest: {nearest}"] if nearest else []))
        return Result(query.name, unset(query), tuple(query.columns), (), why)
    missing = [name for name, spec in query.parameters.items() if not spec.optional and bound.values[name] is None]
    if missing:
        raise UsageError(
            f"`{query.name}` needs the parameter `{missing[0]}`: {query.parameters[missing[0]].describe}",
            hint=f"-p {missing[0]}=...",
        )
    rows = [{name: ordered(value) for name, value in row.items()} for row in store.query(query.cypher, bound.values)]
    return Result(query.name, bound.values, tuple(query.columns), tuple(rows), bound.notes)


@dataclass(frozen=True, slots=True)
class Bound:
    """Parameters as the query takes them; `notes` say what names were taken for."""

    values: dict[str, Any]
    notes: tuple[str, ...]


def unset(query: Query) -> dict[str, Any]:
    """All parameters as they are where none is given."""
    return {name: [] if spec.many else None for name, spec in query.parameters.items()}


def bind(query: Query, given: Iterable[tuple[str, str]], names: Names) -> Bound | Unresolved:
    """Turn `name=value` texts into parameters; the first name that is unknown or ambiguous comes back instead."""
    values, notes = unset(query), []
    for name, text in given:
        spec = _spec(query, name, text)
        if not spec.many and values[name] is not None:
            raise UsageError(
                f"`{name}` is given twice, and `{query.name}` takes one", hint=f"its {name}: {spec.describe}"
            )
        value = _value(spec, text, names)
        if isinstance(value, Unresolved):
            return value
        if isinstance(value, tuple):
            value, note = value
            notes += [note] if note else []
        values[name] = [*values[name], *(value if isinstance(value, list) else [value])] if spec.many else value
    return Bound(values, tuple(notes))


def ordered(value: Any) -> Any:
    """A list of a row, sorted: in which order a pattern's matches come is each store's own."""
    plain = isinstance(value, list) and all(isinstance(item, (str, int)) for item in value)
    return sorted(value, key=lambda item: (str(item).casefold(), str(item))) if plain else value


def _spec(query: Query, name: str, text: str) -> Parameter:
    if name not in query.parameters:
        known = ", ".join(query.parameters) or "none"
        raise UsageError(f"`{query.name}` has no parameter `{name}`", hint=f"its parameters: {known}")
    if not text.strip():
        raise UsageError(f"the parameter `{name}` is empty", hint="give a value, or leave it out")
    return query.parameters[name]


def _value(spec: Parameter, text: str, names: Names) -> Any:
    """The value as the query takes it; a tuple (id, note) for a grounded name; Unresolved for an unknown one."""
    if spec.kind in _PARAMETER_OF:
        found = names.resolve(text, _PARAMETER_OF[spec.kind])
        if isinstance(found, Unresolved):
            return found
        taken = found.understood
        return taken.id, f"`{text}` is taken for {taken.name}: {taken.note}" if taken.note else ""
    if spec.name.removeprefix("not_") in filters.WORDS and spec.kind in {"word", "integer"} and spec.many:
        return filters.words(spec.name, [text])
    if spec.kind == "boolean":
        return _boolean(spec, text)
    return _integer(spec, text) if spec.kind == "integer" else text


def _integer(spec: Parameter, text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise UsageError(f"{spec.name}: `{text[:40]}` is no whole number")
    return int(text)


def _boolean(spec: Parameter, text: str) -> bool:
    if text.lower() not in _TRUE:
        raise UsageError(f"{spec.name}: `{text[:40]}` is neither true nor false")
    return _TRUE[text.lower()]
