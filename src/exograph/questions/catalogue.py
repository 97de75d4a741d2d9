"""The canned questions: one file each in cypher/queries/; its header names title, question, parameters and columns.

    // title: What is known of a drug's targets
    // question: On which genes does this drug act, and which claims name them?
    // parameter drug: Drug* the treatment, by name, synonym or identifier
    // column gene: symbol
    // example drug=cetuximab

A parameter's kind is a node label (its value is a name that is grounded), `word`, `text`, `integer` or `boolean`;
a star makes it a list (any of), empty unless given. Knows no store.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exograph.errors import DataError, UsageError
from exograph.knowledge.kinds import KINDS
from exograph.resources import cypher_dir

LABELS = tuple(kind.label for kind in KINDS if kind.facet)
PLAIN = ("word", "text", "integer", "boolean")

_PARAMETER = re.compile(
    r"// parameter (?P<name>[a-z_]+): (?P<kind>[A-Za-z]+)(?P<many>\*?)(?P<optional>\??) (?P<describe>.+)"
)
_COLUMN = re.compile(r"// column (?P<name>[a-z_]+): (?P<describe>.+)")
_FIELD = re.compile(r"// (?P<name>title|question): (?P<value>.+)")
_EXAMPLE = re.compile(r"// example (?P<name>[a-z_]+)=(?P<value>.+)")
_USED = re.compile(r"\$([A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared parameter; `many`: a list, `optional`: may be left out (empty list, else null)."""

    name: str
    kind: str
    many: bool
    optional: bool
    describe: str


@dataclass(frozen=True, slots=True)
class Query:
    """One canned question."""

    name: str
    title: str
    question: str
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, str]  # name -> what it holds
    example: tuple[tuple[str, str], ...]
    cypher: str  # without the header


@functools.cache
def catalogue() -> Mapping[str, Query]:
    """All canned questions by name, sorted. DataError where a file's header and text disagree."""
    return {path.stem: read_query(path) for path in sorted((cypher_dir() / "queries").glob("*.cypher"))}


def get(name: str) -> Query:
    """One canned question; UsageError with the nearest names where there is none of that name."""
    try:
        return catalogue()[name]
    except KeyError:
        from difflib import get_close_matches

        close = get_close_matches(name, catalogue(), 3)
        hint = f"nearest: {', '.join(close)}; " if close else ""
        raise UsageError(
            f"there is no canned question `{name[:60]}`", hint=f"{hint}`exograph query list` shows all"
        ) from None


@functools.cache
def internal(name: str) -> str:
    """A query that questions are made of (cypher/internal/)."""
    return (cypher_dir() / "internal" / f"{name}.cypher").read_text(encoding="utf-8")


@functools.cache
def facet_query(name: str) -> str:
    """The query that finds the claims of one facet (cypher/facets/), or what facets need to know of a store."""
    return (cypher_dir() / "facets" / f"{name}.cypher").read_text(encoding="utf-8")


def read_query(path: Path) -> Query:
    """Read and check one query file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("//")]
    cypher = "\n".join(line for line in lines if not line.startswith("//")).strip()
    fields: dict[str, str] = {}
    parameters: dict[str, Parameter] = {}
    columns: dict[str, str] = {}
    example: list[tuple[str, str]] = []
    for line in header:
        if found := _FIELD.fullmatch(line):
            _once(path, fields, found["name"])
            fields[found["name"]] = found["value"]
        elif found := _PARAMETER.fullmatch(line):
            _once(path, parameters, found["name"])
            parameters[found["name"]] = Parameter(
                found["name"],
                found["kind"],
                bool(found["many"]),
                bool(found["optional"] or found["many"]),
                found["describe"],
            )
        elif found := _COLUMN.fullmatch(line):
            _once(path, columns, found["name"])
            columns[found["name"]] = found["describe"]
        elif found := _EXAMPLE.fullmatch(line):
            example.append((found["name"], found["value"]))
        else:
            raise DataError(f"{path}: this header line is of no known form: {line}")
    query = Query(
        path.stem, fields.get("title", ""), fields.get("question", ""), parameters, columns, tuple(example), cypher
    )
    _check(path, query)
    return query


def _once(path: Path, known: Mapping[str, object], name: str) -> None:
    if name in known:
        raise DataError(f"{path}: `{name}` stands twice in the header")


def _check(path: Path, query: Query) -> None:
    used, declared = set(_USED.findall(query.cypher)), set(query.parameters)
    if used != declared:
        wrong = ", ".join(sorted(used ^ declared))
        raise DataError(f"{path}: declared but not used, or used but not declared: {wrong}")
    if not (query.title and query.question and query.columns):
        raise DataError(f"{path}: the header needs a title, a question and columns")
    if "ORDER BY" not in query.cypher.rpartition("RETURN")[2]:
        raise DataError(f"{path}: rows need an ORDER BY, so that both stores give them alike")
    for parameter in query.parameters.values():
        if parameter.kind not in (*LABELS, *PLAIN):
            raise DataError(f"{path}: the parameter {parameter.name} is of no known kind: {parameter.kind}")
    unknown = {name for name, _ in query.example} - declared
    if unknown:
        raise DataError(f"{path}: the example names no parameter: {', '.join(sorted(unknown))}")
