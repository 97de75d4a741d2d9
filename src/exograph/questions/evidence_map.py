"""The evidence map: two kinds of thing against each other, and in each cell the claims that name both.

A claim stands under the very term that its paper names: a claim on triple-negative breast cancer is not counted again
under breast cancer (`Term.narrower` says which other terms of the map are narrower). A claim that names two drugs
stands in two cells; a claim that names none stands under NONE, so that nothing is lost. Markers are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exograph.errors import UsageError
from exograph.knowledge.effects import EFFECTS
from exograph.knowledge.kinds import NAMED
from exograph.questions import catalogue
from exograph.questions.answer import Hidden, Nothing, Path, Understood
from exograph.questions.question import Condition, Question
from exograph.questions.run import run
from exograph.stores.base import Row, Store

if TYPE_CHECKING:
    from exograph.names import Names

ROLES: Mapping[str, str] = {facet: kind.roles[0] for facet, kind in NAMED.items()}
WORDS = ("effect", "model", "year")
KINDS = (*ROLES, *WORDS)

Key = tuple[str, str]  # (label, id) of a term; the label is empty for a word
NONE: Key = ("", "")  # the claim names nothing of this kind
UNSPECIFIED = "unspecified"  # a model that the paper does not name


@dataclass(frozen=True, slots=True)
class Term:
    """One row or column. `papers` and `claims` count each once; `narrower` names other terms of the map below it."""

    label: str
    id: str
    name: str
    papers: int
    claims: int
    narrower: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """False for the row or column of claims that name nothing of the kind."""
        return bool(self.id)


@dataclass(frozen=True, slots=True)
class Cell:
    """The claims that name a row's and a column's term; `row` and `column` are places in the map's lists."""

    row: int
    column: int
    claims: tuple[str, ...]
    papers: int
    plus: int  # claims by sign of their effect
    minus: int
    zero: int

    @property
    def direction(self) -> str:
        """`+` helps therapy, `-` hinders it, `0` tested without effect, `mixed` where claims differ in sign."""
        signs = [sign for sign, count in (("+", self.plus), ("-", self.minus), ("0", self.zero)) if count]
        return signs[0] if len(signs) == 1 else "mixed"


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """Rows and columns with the most papers first, the cells that hold a claim, and the claims themselves."""

    row_kind: str
    column_kind: str
    rows: tuple[Term, ...]
    columns: tuple[Term, ...]
    cells: tuple[Cell, ...]  # by row, then column; a gap has no cell
    claims: tuple[Path, ...]
    papers: int
    understood: tuple[Understood, ...] = ()
    where: Condition | None = None  # what the claims must have
    hidden: Hidden = field(default_factory=Hidden)
    nothing: Nothing | None = None
    release: str = ""
    sha256: str = ""


def evidence_map(
    store: Store,
    rows: str,
    columns: str,
    where: Condition | None = None,
    *,
    retracted: bool = False,
    names: Names | None = None,
) -> EvidenceMap:
    """All claims that meet the condition, by two of KINDS. UsageError for a kind that does not exist."""
    _checked(rows, columns)
    answer = run(store, Question(where=where), names, retracted=retracted, limit=sys.maxsize)
    shown = [path.claim for path in answer.paths]
    roles = [ROLES[kind] for kind in (rows, columns) if kind in ROLES]
    held = store.query(catalogue.internal("evidence_map"), {"claims": shown, "roles": roles}) if shown else []
    sides = [_side(store, kind, held) for kind in (rows, columns)]
    return EvidenceMap(
        row_kind=rows, column_kind=columns, rows=sides[0].terms, columns=sides[1].terms, cells=_cells(held, *sides),
        claims=answer.paths, papers=len({row["paper"] for row in held}), understood=answer.understood, where=where,
        hidden=Hidden(retracted=answer.hidden.retracted), nothing=answer.nothing, release=answer.release,
        sha256=answer.sha256,
    )  # fmt: skip


def _checked(rows: str, columns: str) -> None:
    for kind in (rows, columns):
        if kind not in KINDS:
            raise UsageError(f"there are no rows or columns of `{kind[:60]}`", hint="kinds: " + ", ".join(KINDS))
    if rows == columns:
        raise UsageError(f"rows and columns are both `{rows}`", hint="choose two kinds: " + ", ".join(KINDS))


@dataclass(frozen=True, slots=True)
class _Side:
    """Rows or columns: terms in their order, and the terms of each claim."""

    terms: tuple[Term, ...]
    of: Mapping[str, Sequence[Key]]


def _side(store: Store, kind: str, held: Sequence[Row]) -> _Side:
    """Terms of one kind, counted and ordered."""
    of: dict[str, list[Key]] = defaultdict(list)
    called: dict[Key, str] = {NONE: "none named"}
    claims: dict[Key, set[str]] = defaultdict(set)
    papers: dict[Key, set[str]] = defaultdict(set)
    for row in held:
        found = _words(kind, row) if kind in WORDS else _node(kind, row)
        for key, name in found.items():
            called[key] = name
            if key not in of[row["claim"]]:
                of[row["claim"]].append(key)
    for row in held:
        for key in of[row["claim"]] or [NONE]:
            claims[key].add(row["claim"])
            papers[key].add(row["paper"])
    narrower = _narrower(store, kind, [key for key in claims if key != NONE], called)
    terms = [
        Term(key[0], key[1], called[key], len(papers[key]), len(claims[key]), tuple(narrower.get(key, ())))
        for key in claims
    ]
    return _Side(tuple(sorted(terms, key=lambda term: _order(kind, term))), of)


def _order(kind: str, term: Term) -> tuple[bool, int, str, str]:
    """Most papers first, then by name; years and effects in their own order; NONE last."""
    rank = -term.papers
    if kind == "year":
        rank = int(term.id or 0)
    elif kind == "effect":
        rank = EFFECTS.index(term.id) if term.id in EFFECTS else len(EFFECTS)
    return (not term.named, rank, term.name.casefold(), term.id)


def _words(kind: str, row: Row) -> dict[Key, str]:
    """The claim's own words as terms: `in vitro + in vivo` is two models, as the filter `--model` takes it."""
    value = row[kind]
    if value in (None, "") or (kind == "model" and value == UNSPECIFIED):
        return {}
    parts = str(value).split(" + ") if kind == "model" else [str(value)]
    return {("", part): part for part in parts}


def _node(kind: str, row: Row) -> dict[Key, str]:
    if row["role"] != ROLES[kind]:
        return {}
    return {(str(row["label"]), str(row["id"])): str(row["name"])}


def _narrower(store: Store, kind: str, keys: Sequence[Key], called: Mapping[Key, str]) -> dict[Key, list[str]]:
    """For each term the names of the narrower ones that are terms too."""
    if kind in WORDS or not keys:
        return {}
    found: dict[Key, list[str]] = defaultdict(list)
    for row in store.query(catalogue.internal("narrower"), {"ids": sorted({key[1] for key in keys})}):
        below, above = (row["label"], row["narrower"]), (row["label"], row["broader"])
        if below in called and above in called:
            found[above].append(called[below])
    return {key: sorted(names, key=str.casefold) for key, names in found.items()}


def _cells(held: Sequence[Row], rows: _Side, columns: _Side) -> tuple[Cell, ...]:
    """Every pair of a row and a column that a claim names, by row and column."""
    place = [{(term.label, term.id): at for at, term in enumerate(side.terms)} for side in (rows, columns)]
    members: dict[tuple[int, int], dict[str, Row]] = defaultdict(dict)
    for row in held:
        for above in rows.of[row["claim"]] or [NONE]:
            for beside in columns.of[row["claim"]] or [NONE]:
                members[place[0][above], place[1][beside]][row["claim"]] = row
    return tuple(_cell(at, members[at].values()) for at in sorted(members))


def _cell(at: tuple[int, int], rows: Iterable[Row]) -> Cell:
    found = list(rows)
    plus, minus, zero = (sum(row["sign"] == sign for row in found) for sign in (1, -1, 0))
    claims = tuple(str(row["claim"]) for row in found)
    return Cell(at[0], at[1], claims, len({row["paper"] for row in found}), plus, minus, zero)
