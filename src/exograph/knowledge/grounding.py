"""A name as people write it -> identifier, ambiguous, or unmatched with the nearest; never a guess.

The ladder, best first: the name exactly as written; the identifier; the name or a curated synonym but for case; the
name but for dashes, Greek letters, plural s and British spelling; synonyms and full names; previous symbols; alias
symbols. The first rung that one entry stands on decides, and `why` names whoever stands on a lower one; two entries on
one rung are ambiguous. So is a symbol that is only similar where another gene has the very text as its alias.
"""

from __future__ import annotations

import contextlib
import contextvars
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from exograph.knowledge.spelling import MAX_LENGTH, clean, is_mirna
from exograph.knowledge.vocabulary import LABELS, NAME_COLUMNS, TABLES_OF, Table, Vocabulary

__all__ = ["LABELS", "SEARCHES", "TABLE_SEARCHES", "Candidate", "Grounding", "Vocabulary", "ground", "searching"]

_EXACT, _IDENTIFIER, _CASED, _SPELLED, _SYNONYM, _PREVIOUS, _ALIAS = range(7)
_RUNG = {
    "name": _SPELLED, "synonyms": _SYNONYM, "full_name": _SYNONYM, "extra": _SYNONYM, "previous": _PREVIOUS,
    "aliases": _ALIAS,
}  # fmt: skip
_NEAREST, _NEAR_ENOUGH = 5, 70.0
# Searches for the nearest that one call may make, some 40 ms each: of names that a person gives; of names in tables,
# where one that is unknown is looked for up to four times, three of them in the cache
SEARCHES, TABLE_SEARCHES = 100, 400
_IDENTIFIER_LIKE = re.compile(r"(MIMAT|MI)\d{7}", re.IGNORECASE)
_SOURCE = {
    "genes": "HGNC", "mirnas": "miRBase 22", "cancers": "DOID", "cells": "cell", "sources": "MSC source",
    "pathways": "pathway", "modalities": "modality", "drugs": "drug", "minted": "exograph",
}  # fmt: skip
_WHAT = {
    "genes": {
        "name": "approved symbol",
        "full_name": "gene name",
        "previous": "previous symbol",
        "aliases": "alias symbol",
    },
    "cancers": {"synonyms": "exact synonym"},
}
# kinds of cargo that only one table can bear; the other kinds (protein, mRNA, lncRNA) are gene products or minted
_TABLES_OF_KIND = {
    "miRNA": ("mirnas",),
    "drug": ("drugs", "minted"),
    "virus": ("drugs", "minted"),
    "siRNA": ("minted",),
    "anti-miR": ("minted",),
    "circRNA": ("minted", "genes"),
}
# where all vocabularies are asked: "glioma" is the disease, though MSCs are taken from gliomas too;
# "chemotherapy" is the modality, which holds the class of drugs
_STRONGER = (("Cancer", "MscSource"), ("Modality", "Drug"))
_SMALL_MOLECULE_LIKE = {"small molecule", "virus"}


_searches_left: contextvars.ContextVar[list[int] | None] = contextvars.ContextVar("searches_left", default=None)


@contextlib.contextmanager
def searching(at_most: int) -> Iterator[None]:
    """Within it, only so many unknown names get their nearest: a table of nonsense is told in seconds."""
    token = _searches_left.set([at_most])
    try:
        yield
    finally:
        _searches_left.reset(token)


def _may_search() -> bool:
    left = _searches_left.get()
    if left is not None:
        left[0] -= 1
    return left is None or left[0] >= 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry a text may mean, and why."""

    id: str
    label: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a text means. `matched`: one candidate; `ambiguous`: several; `unmatched`: none, the `nearest` instead."""

    text: str
    status: Literal["matched", "ambiguous", "unmatched"]
    candidates: tuple[Candidate, ...]
    nearest: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Bearer:
    rung: int
    label: str
    table: Table
    number: int
    column: str
    written: bool = False  # the table has the very text, but for case

    @property
    def id(self) -> str:
        return self.table.lines[self.number].partition("\t")[0]


def ground(vocabulary: Vocabulary, text: str, label: str | None = None, *, kind: str = "") -> Grounding:
    """Ground one text. `label` None looks into all vocabularies; `kind` narrows a Cargo. KeyError: unknown label."""
    if label is not None and label not in TABLES_OF:
        raise KeyError(label)
    name = clean(text)
    if not name or len(name) > MAX_LENGTH:
        return Grounding(text, "unmatched", (), ())
    places = _places(name, label, kind)
    bearers = [found for where, tables in places for found in _bearers(vocabulary, name, where, tables, kind)]
    best = _best(bearers, everywhere=label is None)
    if not best:
        return Grounding(text, "unmatched", (), _nearest(vocabulary, name, tuple(places)) if _may_search() else ())
    several = len({bearer.id for bearer in best}) > 1
    others = [b for b in bearers if b.id not in {bearer.id for bearer in best}]
    candidates = tuple(_candidate(vocabulary, name, b, [] if several else others) for b in best)
    return Grounding(text, "ambiguous" if several else "matched", candidates, ())


def _places(name: str, label: str | None, kind: str) -> list[tuple[str, tuple[str, ...]]]:
    """(label, tables) to look into. A miRNA is a Cargo and nothing else, so `miR-9999` never becomes a gene."""
    if label == "Cargo":
        if is_mirna(name) and kind in {"", "miRNA"}:
            return [("Cargo", ("mirnas", "minted"))]
        return [
            (
                "Cargo",
                _TABLES_OF_KIND.get(kind, ("mirnas", "minted", "genes", "drugs") if not kind else ("genes", "minted")),
            )
        ]
    if label is not None:
        return [] if is_mirna(name) and label == "Gene" else [(label, TABLES_OF[label])]
    if is_mirna(name) or _IDENTIFIER_LIKE.fullmatch(name):
        return [("Cargo", ("mirnas", "minted"))]
    return [(where, ("mirnas", "minted") if where == "Cargo" else TABLES_OF[where]) for where in LABELS]


def _bearers(vocabulary: Vocabulary, name: str, label: str, tables: Iterable[str], kind: str) -> list[_Bearer]:
    """Everything in these tables that bears the name, each entry once, on its best rung."""
    found: dict[str, _Bearer] = {}
    for table in map(vocabulary.table, tables):
        for rung, number, column in _rows(table, name):
            written = column != "id" and bool(_as_written(table, number, column, name))
            bearer = _Bearer(rung, label, table, number, column, written)
            if _fits(bearer, kind) and (bearer.id not in found or rung < found[bearer.id].rung):
                found[bearer.id] = bearer
    return sorted(found.values(), key=lambda b: (b.rung, b.id))


def _rows(table: Table, name: str) -> Iterable[tuple[int, int, str]]:
    identifier = f"mirbase:{name.upper()}" if table.name == "mirnas" and _IDENTIFIER_LIKE.fullmatch(name) else name
    number = table.at.get(identifier)
    if number is None and ":" in identifier:
        prefix, _, local = identifier.partition(":")
        number = next(
            (table.at[i] for i in (f"{prefix.upper()}:{local}", f"{prefix.lower()}:{local}") if i in table.at), None
        )
    if number is not None:
        yield _IDENTIFIER, number, "id"
    for row, tier in table.find(name):
        column = NAME_COLUMNS[tier]
        yield _rung(table, row, column, name), row, column


def _rung(table: Table, number: int, column: str, name: str) -> int:
    if column in {"name", "synonyms", "extra"}:
        written = _as_written(table, number, column, name)
        if written == name and column == "name":
            return _EXACT
        # in miRNA names case carries meaning only in full (hsa-mir- is the hairpin): MIR122, mir122 and miR122 are one
        if written and table.name != "mirnas":
            return _CASED
    return _RUNG[column]


def _as_written(table: Table, number: int, column: str, name: str) -> str:
    """The cell's value that is the text but for case; empty where it is only similar."""
    values = table.row(number)[column].split("|")
    return name if name in values else next((v for v in values if v.casefold() == name.casefold()), "")


def _fits(bearer: _Bearer, kind: str) -> bool:
    """Whether an entry can stand under the label: minted ones say theirs; an antibody is no cargo unless said so."""
    if bearer.table.name == "minted":
        row = bearer.table.row(bearer.number)
        return bearer.label in row["label"].split("|") and (not kind or bearer.label != "Cargo" or row["kind"] == kind)
    if bearer.table.name == "drugs" and bearer.label == "Cargo":
        return bool(kind) or bearer.table.row(bearer.number)["kind"] in _SMALL_MOLECULE_LIKE
    return True


def _best(bearers: list[_Bearer], *, everywhere: bool) -> list[_Bearer]:
    """Those on the best rung. Across labels, a name beats an alias of a gene, but a symbol does not beat a synonym."""
    if not bearers:
        return []
    top = min(bearer.rung for bearer in bearers)
    if everywhere and top <= _SYNONYM:
        by_label: dict[str, int] = {}
        for bearer in bearers:
            by_label[bearer.label] = min(by_label.get(bearer.label, bearer.rung), bearer.rung)
        best = [b for b in bearers if b.rung == by_label[b.label] and b.rung <= _SYNONYM]
        labels = {b.label for b in best}
        beaten = {weaker for stronger, weaker in _STRONGER if stronger in labels}
        return _prefer_general_mirna([b for b in best if b.label not in beaten])
    best = [bearer for bearer in bearers if bearer.rung == top]
    if top == _SPELLED and all(bearer.table.name == "genes" for bearer in best):
        best += [b for b in bearers if b.rung > top and b.column != "full_name" and b.written]
    if top == _PREVIOUS and all(bearer.table.name == "genes" for bearer in best):
        # RAGE was MOK's symbol and is an alias of AGER: a name that two genes share is refused, not guessed
        best += [bearer for bearer in bearers if bearer.rung == _ALIAS]
    return _prefer_general_mirna(best)


def _prefer_general_mirna(best: list[_Bearer]) -> list[_Bearer]:
    """Of a mature miRNA and its hairpins under one name, the mature one or the family: they are what is carried."""
    if len(best) > 1 and all(b.table.name == "mirnas" for b in best):
        kept = [b for b in best if b.table.row(b.number)["kind"] != "hairpin"]
        return kept or best
    return best


def _candidate(vocabulary: Vocabulary, name: str, bearer: _Bearer, others: list[_Bearer]) -> Candidate:
    row = bearer.table.row(bearer.number)
    why = _why(vocabulary, name, bearer, row)
    if others:
        told = [f"{o.table.row(o.number)['name']} ({_what(o)})" for o in others[:3]]
        why += f"; also {', '.join(told)}" + (f" and {len(others) - 3} more" if len(others) > len(told) else "")
    return Candidate(bearer.id, bearer.label, row["name"], why)


def _why(vocabulary: Vocabulary, name: str, bearer: _Bearer, row: dict[str, str]) -> str:
    what = _what(bearer)
    if bearer.column == "extra":
        key = bearer.table.key(name)
        text = next((t for t in row["extra"].split("|") if bearer.table.key(t) == key), "")
        return f"synonym, see {vocabulary.page(bearer.id, text)}"
    if bearer.table.name == "mirnas" and bearer.column in {"name", "synonyms"}:
        what = _mirna_what(bearer, row, name)
    return f"{what}, spelled otherwise" if bearer.rung == _SPELLED and bearer.table.name != "mirnas" else what


def _what(bearer: _Bearer) -> str:
    table = bearer.table.name
    if bearer.column == "id":
        return f"{_SOURCE[table]} identifier"
    plain = {"name": "name", "synonyms": "synonym", "extra": "synonym"}
    return f"{_SOURCE[table]} {_WHAT.get(table, {}).get(bearer.column, plain.get(bearer.column, bearer.column))}"


def _mirna_what(bearer: _Bearer, row: dict[str, str], name: str) -> str:
    if bearer.column == "synonyms" and bearer.table.key(name) != bearer.table.key(row["name"]):
        return "earlier miRBase name" if row["kind"] == "mature" else "HGNC or miRBase name of the hairpin"
    return {
        "mature": "miRBase 22 mature name",
        "hairpin": "miRBase 22 hairpin name",
        "unplaced": "miRBase name of an earlier release, not placed in release 22",
        "family": "name without arm, several loci (minted)",
    }[row["kind"]]


@functools.lru_cache(maxsize=4096)
def _nearest(
    vocabulary: Vocabulary, name: str, places: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[Candidate, ...]:
    """The entries whose names look most like the text, best first; for showing, never for choosing."""
    from rapidfuzz import fuzz, process

    scored: list[tuple[float, str, str, Table, int]] = []
    for label, tables in places:
        for table in map(vocabulary.table, tables):
            found = process.extract(
                table.key(name), table.index().keys(), scorer=fuzz.ratio, limit=8, score_cutoff=_NEAR_ENOUGH
            )
            for key, score, _ in found:
                number = table.find_key(key)[0][0]
                if _fits(_Bearer(_ALIAS, label, table, number, "name"), ""):
                    scored.append((-score, key, label, table, number))
    nearest: dict[str, Candidate] = {}
    for score, _, label, table, number in sorted(scored, key=lambda s: (s[0], s[1], s[2])):
        row = table.row(number)
        nearest.setdefault(row["id"], Candidate(row["id"], label, row["name"], f"similar name ({-score:.0f} %)"))
    return tuple(nearest.values())[:_NEAREST]
