"""A question: what is wanted, under which condition, in which order. Frozen, without a store, the same at every door.

Its text form (`exograph find`) is made and read by `text`; `run` answers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Want = Literal["paths", "list", "count", "most", "fewest", "first", "latest", "verdict", "compare", "never", "next"]
WANTS: tuple[Want, ...] = (
    "paths", "list", "count", "most", "fewest", "first", "latest", "verdict", "compare", "never", "next",
)  # fmt: skip
OF_A_KIND = ("list", "count", "most", "fewest", "first", "latest", "never")  # these name a kind: `list cargo`
ANY, NONE = "any", "none"  # `drug = any`: the claim names a drug; `cargo = none`: it names none


@dataclass(frozen=True, slots=True)
class Term:
    """One facet has one of these values."""

    facet: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not the part."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """Every part; made by `both`, which keeps it flat."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part; made by `either`, which keeps it flat."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = "Term | Not | All | Either"


@dataclass(frozen=True, slots=True)
class Question:
    """What is wanted, of which kind, where, and how much of it.

    `verdict` is the statement to judge (want = verdict); `sides` are what is compared (want = compare).
    """

    want: Want = "paths"
    kind: str = ""
    where: Condition | None = None
    verdict: Condition | None = None
    sides: tuple[Condition, ...] = ()
    order: str = ""  # "", or "year" / "-year"
    limit: int | None = None

    def terms(self) -> Iterator[tuple[Term, bool]]:
        """Every term of the condition, the statement and the sides, with whether it is under a `not`."""
        for part in (self.where, self.verdict, *self.sides):
            if part is not None:
                yield from terms(part)

    def document(self) -> dict[str, Any]:
        """The question as JSON data."""
        return {
            "want": self.want, "kind": self.kind or None, "where": _plain(self.where), "verdict": _plain(self.verdict),
            "sides": [_plain(side) for side in self.sides], "order": self.order or None, "limit": self.limit,
        }  # fmt: skip


def _flat(kind: type[All] | type[Either], parts: tuple[Condition | None, ...]) -> Condition | None:
    found: dict[Condition, None] = {}
    for part in parts:
        if part is not None:
            found.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
    return next(iter(found)) if len(found) == 1 else kind(tuple(found)) if found else None


def both(*parts: Condition | None) -> Condition | None:
    """All of the parts that are there, each once; None where there is none."""
    return _flat(All, parts)


def either(*parts: Condition | None) -> Condition | None:
    """Any of the parts that are there, each once; None where there is none."""
    return _flat(Either, parts)


def negated(part: Condition) -> Condition:
    """The opposite: a double `not` goes."""
    return part.part if isinstance(part, Not) else Not(part)


def terms(part: Condition, under_not: bool = False) -> Iterator[tuple[Term, bool]]:
    """Every term of a condition, with whether it is under a `not`."""
    if isinstance(part, Term):
        yield part, under_not
    elif isinstance(part, Not):
        yield from terms(part.part, not under_not)
    else:
        for one in part.parts:
            yield from terms(one, under_not)


def conjuncts(part: Condition | None) -> tuple[Condition, ...]:
    """The parts that must all hold."""
    return () if part is None else part.parts if isinstance(part, All) else (part,)


def _plain(part: Condition | None) -> dict[str, Any] | None:
    if part is None:
        return None
    if isinstance(part, Term):
        return {"facet": part.facet, "values": list(part.values)}
    if isinstance(part, Not):
        return {"not": _plain(part.part)}
    return {"all" if isinstance(part, All) else "either": [_plain(one) for one in part.parts]}


def read_document(data: dict[str, Any]) -> Question:
    """The question of a document that `Question.document` made. KeyError, TypeError for another shape."""
    return Question(
        want=data["want"], kind=data["kind"] or "", where=_read(data["where"]), verdict=_read(data["verdict"]),
        sides=tuple(side for side in map(_read, data["sides"]) if side is not None),
        order=data["order"] or "", limit=data["limit"],
    )  # fmt: skip


def _read(data: dict[str, Any] | None) -> Condition | None:
    if data is None:
        return None
    if "facet" in data:
        return Term(data["facet"], tuple(data["values"]))
    if "not" in data:
        inner = _read(data["not"])
        return None if inner is None else Not(inner)
    parts = tuple(part for part in map(_read, data.get("all") or data["either"]) if part is not None)
    return All(parts) if "all" in data else Either(parts)
