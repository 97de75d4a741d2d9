"""Runs a canned question: names of its parameters are read, the rest is checked by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exograph.errors import UsageError
from exograph.questions import catalogue, facets
from exograph.questions.catalogue import Parameter, Query
from exograph.stores.base import Row, Store

if TYPE_CHECKING:
    from exograph.names import Meaning, Named, Names

_LABELS = {"Gene": ("Gene", "Cargo")}  # what comes after the cargo may be a miRNA
_PAPER = "Publication"
_INTEGER = re.compile(r"-?[0-9]{1,18}")  # what both stores can hold
_TRUE = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_SHOWN = 4


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


@dataclass(frozen=True, slots=True)
class Bound:
    """Parameters as the query takes them; `notes` say what names were taken for."""

    values: dict[str, Any]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A name or an identifier that stands for nothing, or for several things."""

    why: str
    nearest: tuple[str, ...] = ()


def run(store: Store, query: Query, given: Iterable[tuple[str, str]], names: Names | None = None) -> Result:
    """Run it with `name=value` texts. UsageError for a parameter it does not have, or one it needs."""
    bound = bind(store, query, given, names)
    if isinstance(bound, Unread):
        why = (bound.why, *([f"nearest: {', '.join(bound.nearest)}"] if bound.nearest else []))
        return Result(query.name, unset(query), tuple(query.columns), (), why)
    missing = [name for name, spec in query.parameters.items() if not spec.optional and bound.values[name] is None]
    if missing:
        raise UsageError(
            f"`{query.name}` needs the parameter `{missing[0]}`: {query.parameters[missing[0]].describe}",
            hint=f"-p {missing[0]}=...",
        )
    rows = [{name: ordered(value) for name, value in row.items()} for row in store.query(query.cypher, bound.values)]
    return Result(query.name, bound.values, tuple(query.columns), tuple(rows), bound.notes)


def unset(query: Query) -> dict[str, Any]:
    """All parameters as they are where none is given."""
    return {name: [] if spec.many else None for name, spec in query.parameters.items()}


def bind(
    store: Store, query: Query, given: Iterable[tuple[str, str]], names: Names | None = None
) -> Bound | Unread:  # fmt: skip
    """Turn `name=value` texts into parameters; the first name that is unknown or ambiguous comes back instead."""
    values, notes = unset(query), []
    reader = _Values(store, names)
    for name, text in given:
        spec = _spec(query, name, text)
        if not spec.many and values[name] is not None:
            raise UsageError(
                f"`{name}` is given twice, and `{query.name}` takes one", hint=f"its {name}: {spec.describe}"
            )
        value = reader.read(spec, text)
        if isinstance(value, Unread):
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


class _Values:
    """Reads the text of one parameter as the query takes it."""

    def __init__(self, store: Store, names: Names | None) -> None:
        self.store = store
        self._names = names

    @property
    def names(self) -> Names:
        if self._names is None:
            from exograph.names import Names

            self._names = Names(self.store)
        return self._names

    def read(self, spec: Parameter, text: str) -> Any:
        """The value, or several; a tuple (id, note) for a name; Unread for an unknown one."""
        if spec.kind == _PAPER:
            return self._paper(text)
        if spec.kind in catalogue.LABELS and spec.kind != "Claim":
            return self._name(spec, text)
        word = spec.name.removeprefix("not_")
        if word == "model" and spec.many:
            return facets.model_words(text)[0]
        if word in {"effect", "year"} and spec.many:
            read = facets.FACETS[word].read
            assert read is not None
            return list(read(text))
        if spec.kind == "boolean":
            return _boolean(spec, text)
        return _integer(spec, text) if spec.kind == "integer" else text

    def _name(self, spec: Parameter, text: str) -> tuple[str, str] | Unread:
        named = self.names.read(text, _LABELS.get(spec.kind, (spec.kind,)))
        if named.status != "matched":
            return _unread(named, spec.kind)
        best = named.meanings[0]
        note = named.note or best.note or ("" if best.name.casefold() == text.strip().casefold() else best.why)
        taken = f"`{text}` is taken for {best.name}: {note}" if note else ""
        if not any(one.claims for one in named.meanings) and (kin := self.names.kin(best.label, best.id)):
            absent = f"no claim names {best.name}; claims name {', '.join(one.name for one in kin[:_SHOWN])}"
            taken = "; ".join(filter(None, (taken, absent)))
        return best.id, taken

    def _paper(self, text: str) -> tuple[str, str] | Unread:
        """A paper by any identifier or address, by its id in the graph."""
        wanted = facets.paper(text) or text.strip()
        held = self.store.query(catalogue.internal("publications"))
        for row in held:
            if wanted in (row["id"], row["pmid"], row["pmcid"], row["doi"]):
                return row["id"], ""
        from difflib import get_close_matches

        told = {key: row["id"] for row in held for key in (row["pmid"], row["pmcid"], row["doi"]) if key}
        close = dict.fromkeys(told[key] for key in get_close_matches(wanted, told, _SHOWN, 0.7))
        return Unread(f"no such paper: `{text[:80]}`; it was not curated, or left out", tuple(close))


def _unread(named: Named, label: str) -> Unread:
    from exograph.questions.silence import called, unknown

    return Unread(unknown(named, called(label)), tuple(map(_told, named.meanings or named.nearest))[:_SHOWN])


def _told(one: Meaning) -> str:
    return f"{one.name} ({one.id})"


def _integer(spec: Parameter, text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise UsageError(f"{spec.name}: `{text[:40]}` is no whole number")
    return int(text)


def _boolean(spec: Parameter, text: str) -> bool:
    if text.lower() not in _TRUE:
        raise UsageError(f"{spec.name}: `{text[:40]}` is neither true nor false")
    return _TRUE[text.lower()]
