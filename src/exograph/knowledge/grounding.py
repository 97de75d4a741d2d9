"""A name as people write it -> identifier, ambiguous, or unmatched with the nearest; never a guess.

The ladder, best first: what the field means by the name (usage.tsv); the name exactly as written; the identifier; the
name or a curated synonym but for case; the name but for dashes, Greek letters, plural s and British spelling; synonyms
and full names; previous symbols; alias symbols. The first rung that one entry stands on decides, and `why` names
whoever stands on a lower one; two entries on one rung are ambiguous. So is a symbol that is only similar where another
gene has the very text as its alias. Where no rung bears the text, `readings` tries it without its trimmings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from exograph.knowledge.name_index import Bearer
from exograph.knowledge.spelling import MAX_LENGTH, clean, is_mirna
from exograph.knowledge.vocabulary import LABELS, MINTED, TABLES_OF, Table, Vocabulary

__all__ = ["LABELS", "Candidate", "Grounding", "Vocabulary", "climb", "ground", "places"]

_USAGE, _EXACT, _IDENTIFIER, _CASED, _SPELLED, _SYNONYM, _PREVIOUS, _ALIAS = range(8)
_RUNG = {
    "name": _SPELLED, "synonyms": _SYNONYM, "full_name": _SYNONYM, "extra": _SYNONYM, "previous": _PREVIOUS,
    "aliases": _ALIAS, "usage": _USAGE,
}  # fmt: skip
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
Places = list[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry a text may mean, and why. `rung`: how far down the ladder it stands, 0 is best."""

    id: str
    label: str
    name: str
    why: str
    rung: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grounding:
    """What a text means. `matched`: one candidate; `ambiguous`: several; `unmatched`: none, the `nearest` instead."""

    text: str
    status: Literal["matched", "ambiguous", "unmatched"]
    candidates: tuple[Candidate, ...]
    nearest: tuple[Candidate, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Meant:
    """An entry that bears the name, under one label, on one rung."""

    rung: int
    label: str
    table: Table
    number: int
    column: str
    id: str
    written: bool = False  # the table has the very text, but for case
    page: str = ""
    note: str = ""

    @property
    def row(self) -> dict[str, str]:
        return self.table.row(self.number)


def ground(
    vocabulary: Vocabulary, text: str, label: str | tuple[str, ...] | None = None, *, kind: str = ""
) -> Grounding:
    """Ground one text. `label` None looks into all vocabularies; `kind` narrows a Cargo. KeyError: unknown label."""
    labels = (label,) if isinstance(label, str) else label or ()
    for one in labels:
        if one not in TABLES_OF:
            raise KeyError(one)
    name = clean(text)
    if not name or len(name) > MAX_LENGTH:
        return Grounding(text, "unmatched", (), ())
    found = climb(vocabulary, name, labels, kind)
    if found is None:
        from exograph.knowledge.reread import reread

        found = reread(vocabulary, name, labels, kind)
    return replace(found, text=text)


def climb(vocabulary: Vocabulary, name: str, labels: tuple[str, ...], kind: str = "") -> Grounding | None:
    """What stands on the ladder under this very name; None where nothing does."""
    where = places(name, labels, kind)
    best, others = _stand(vocabulary, name, where, kind, everywhere=len(labels) != 1)
    if not best:
        return None
    several = len({meant.id for meant in best}) > 1
    candidates = tuple(_candidate(one, [] if several else others) for one in best)
    return Grounding(name, "ambiguous" if several else "matched", candidates, ())


def every(vocabulary: Vocabulary, text: str, rows: set[tuple[str, int]]) -> tuple[Candidate, ...]:
    """Every entry of these rows that bears the text, whatever the rung, best first."""
    name = clean(text)
    found = [one for label, tables in places(name, (), "") for one in _bearers(vocabulary, name, label, tables, "")]
    kept = sorted((one for one in found if (one.table.name, one.number) in rows), key=lambda one: one.rung)
    return tuple(_candidate(one, []) for one in kept)


def _stand(
    vocabulary: Vocabulary, name: str, where: Places, kind: str, *, everywhere: bool
) -> tuple[list[_Meant], list[_Meant]]:
    """Who stands on the best rung, and who stands lower."""
    meant = [found for label, tables in where for found in _bearers(vocabulary, name, label, tables, kind)]
    best = _best(meant, everywhere=everywhere)
    taken = {one.id for one in best}
    return best, [one for one in meant if one.id not in taken]


def places(name: str, labels: tuple[str, ...], kind: str) -> Places:
    """(label, tables) to look into. A miRNA is a Cargo and nothing else, so `miR-9999` never becomes a gene."""
    if labels == ("Cargo",):
        if is_mirna(name) and kind in {"", "miRNA"}:
            return [("Cargo", ("mirnas", "minted"))]
        some = ("mirnas", "minted", "genes", "drugs") if not kind else ("genes", "minted")
        return [("Cargo", _TABLES_OF_KIND.get(kind, some))]
    if len(labels) == 1:
        return [] if is_mirna(name) and labels == ("Gene",) else [(labels[0], TABLES_OF[labels[0]])]
    if is_mirna(name) or _IDENTIFIER_LIKE.fullmatch(name):
        return [("Cargo", ("mirnas", "minted"))] if not labels or "Cargo" in labels else []
    return [(one, ("mirnas", "minted") if one == "Cargo" else TABLES_OF[one]) for one in labels or LABELS]


def _bearers(vocabulary: Vocabulary, name: str, label: str, tables: Iterable[str], kind: str) -> list[_Meant]:
    """Everything in these tables that bears the name, each entry once, on its best rung."""
    found: dict[str, _Meant] = {}
    for table in map(vocabulary.table, tables):
        for meant in _rows(table, name, label):
            if _fits(meant, kind) and (meant.id not in found or meant.rung < found[meant.id].rung):
                found[meant.id] = meant
    return sorted(found.values(), key=lambda b: (b.rung, b.id))


def _rows(table: Table, name: str, label: str) -> Iterable[_Meant]:
    identifier = f"mirbase:{name.upper()}" if table.name == "mirnas" and _IDENTIFIER_LIKE.fullmatch(name) else name
    if ":" in identifier:
        prefix, _, local = identifier.partition(":")
        for one in dict.fromkeys((identifier, f"{prefix.upper()}:{local}", f"{prefix.lower()}:{local}")):
            number = table.number(one)
            if number is not None:
                yield _Meant(_IDENTIFIER, label, table, number, "id", one)
                break
    for bearer in table.find(name):
        if bearer.label and label not in {bearer.label, "Cargo"}:
            continue  # usage.tsv speaks of another role of it
        written = bearer.text.casefold() == name.casefold()
        identifier = table.row(bearer.number)["id"]
        rung = _rung(bearer, name, written=written)
        yield _Meant(rung, label, table, bearer.number, bearer.column, identifier, written, bearer.page, bearer.note)


def _rung(bearer: Bearer, name: str, *, written: bool) -> int:
    if bearer.column in {"name", "synonyms", "extra"}:
        if bearer.text == name and bearer.column == "name":
            return _EXACT
        # in miRNA names case carries meaning only in full (hsa-mir- is the hairpin): MIR122, mir122 and miR122 are one
        if written and bearer.table != "mirnas":
            return _CASED
    return _RUNG[bearer.column]


def _fits(meant: _Meant, kind: str) -> bool:
    """Whether an entry can stand under the label: minted ones say theirs; an antibody is no cargo unless said so."""
    if meant.table.name == "minted":
        row = meant.row
        return meant.label in row["label"].split("|") and (not kind or meant.label != "Cargo" or row["kind"] == kind)
    if meant.table.name == "drugs" and meant.label == "Cargo":
        return bool(kind) or meant.row["kind"] in _SMALL_MOLECULE_LIKE
    return True


def _best(meant: list[_Meant], *, everywhere: bool) -> list[_Meant]:
    """Those on the best rung. Across labels, a name beats an alias of a gene, but a symbol does not beat a synonym."""
    if not meant:
        return []
    top = min(one.rung for one in meant)
    if top == _USAGE:  # a real tie of the field stays one
        return [one for one in meant if one.rung == _USAGE]
    if everywhere and top <= _SYNONYM:
        by_label: dict[str, int] = {}
        for one in meant:
            by_label[one.label] = min(by_label.get(one.label, one.rung), one.rung)
        best = [one for one in meant if one.rung == by_label[one.label] and one.rung <= _SYNONYM]
        labels = {one.label for one in best}
        beaten = {weaker for stronger, weaker in _STRONGER if stronger in labels}
        return _prefer_general_mirna([one for one in best if one.label not in beaten])
    best = [one for one in meant if one.rung == top]
    if top == _SPELLED and all(one.table.name == "genes" for one in best):
        best += [one for one in meant if one.rung > top and one.column != "full_name" and one.written]
    if top == _PREVIOUS and all(one.table.name == "genes" for one in best):
        # RAGE was MOK's symbol and is an alias of AGER: a name that two genes share is refused, not guessed
        best += [one for one in meant if one.rung == _ALIAS]
    return _prefer_general_mirna(best)


def _prefer_general_mirna(best: list[_Meant]) -> list[_Meant]:
    """Of a mature miRNA and its hairpins under one name, the mature one or the family: they are what is carried."""
    if len(best) > 1 and all(one.table.name == "mirnas" for one in best):
        kept = [one for one in best if one.row["kind"] != "hairpin"]
        return kept or best
    return best


def _candidate(meant: _Meant, others: list[_Meant]) -> Candidate:
    why = _why(meant)
    if others:
        told = [f"{other.row['name']} ({_what(other)})" for other in others[:3]]
        why += f"; also {', '.join(told)}" + (f" and {len(others) - 3} more" if len(others) > len(told) else "")
    return Candidate(meant.id, meant.label, meant.row["name"], why, meant.rung, meant.note)


def _why(meant: _Meant) -> str:
    if meant.column == "extra":
        return f"synonym, see {meant.page}"
    if meant.column == "usage":
        return f"{meant.note}, see {meant.page}"
    if meant.table.name == "mirnas" and meant.column in {"name", "synonyms"}:
        return _mirna_what(meant)
    what = _what(meant)
    return f"{what}, spelled otherwise" if meant.rung == _SPELLED else what


def _what(meant: _Meant) -> str:
    table = meant.table.name
    if meant.column == "usage":
        return meant.note
    if meant.column == "id":
        return f"{_SOURCE[table]} identifier"
    plain = {"name": "name", "synonyms": "synonym", "extra": "synonym"}
    if meant.id.startswith(MINTED) and table == "cancers":
        return f"exograph {plain.get(meant.column, meant.column)}"
    return f"{_SOURCE[table]} {_WHAT.get(table, {}).get(meant.column, plain.get(meant.column, meant.column))}"


def _mirna_what(meant: _Meant) -> str:
    row = meant.row
    if meant.column == "synonyms":
        return "earlier miRBase name" if row["kind"] == "mature" else "HGNC or miRBase name of the hairpin"
    return {
        "mature": "miRBase 22 mature name",
        "hairpin": "miRBase 22 hairpin name",
        "unplaced": "miRBase name of an earlier release, not placed in release 22",
        "family": "name without arm, several loci (minted)",
    }[row["kind"]]
