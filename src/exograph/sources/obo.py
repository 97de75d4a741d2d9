"""OBO 1.2/1.4 term files (Disease Ontology, Cell Ontology): the few tags exograph needs, read without a library.

Quirks: qualifiers in braces (`is_a: CL:1 {is_inferred="true"} ! name`), escaped quotes in synonyms, obsolete terms
between the living ones, `[Typedef]` stanzas after the terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from exograph.sources._rows import broken, read_lines

__all__ = ["OboSynonym", "OboTerm", "read_obo"]

_SYNONYM = re.compile(r'"((?:[^"\\]|\\.)*)"\s+(EXACT|NARROW|BROAD|RELATED)\b')
_FIRST_WORD = re.compile(r"[^\s{!]+")


@dataclass(frozen=True, slots=True)
class OboSynonym:
    """`scope` is EXACT, NARROW, BROAD or RELATED."""

    text: str
    scope: str


@dataclass(frozen=True, slots=True)
class OboTerm:
    """One `[Term]`. `line` is where its stanza begins; `parents` are the ids of `is_a`."""

    file: str
    line: int
    id: str
    name: str
    synonyms: tuple[OboSynonym, ...]
    parents: tuple[str, ...]
    alt_ids: tuple[str, ...]
    xrefs: tuple[str, ...]
    obsolete: bool


@dataclass(slots=True)
class _Stanza:
    line: int
    tags: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def values(self, tag: str) -> list[str]:
        return [value for _, value in self.tags.get(tag, [])]


def read_obo(path: Path) -> Iterator[OboTerm]:
    """Every term, obsolete ones too; DataError with file:line where a line has no tag or a term no id or name."""
    stanza: _Stanza | None = None
    for number, line in read_lines(path):
        text = line.strip()
        if text.startswith("["):
            if stanza:
                yield _term(path, stanza)
            stanza = _Stanza(number) if text == "[Term]" else None
        elif stanza and text and not text.startswith("!"):
            tag, colon, value = text.partition(":")
            if not colon:
                raise broken(path, number, f"no tag: {text[:60]!r}")
            stanza.tags.setdefault(tag, []).append((number, value.strip()))
    if stanza:
        yield _term(path, stanza)


def _term(path: Path, stanza: _Stanza) -> OboTerm:
    identifiers, names = stanza.values("id"), stanza.values("name")
    obsolete = "true" in stanza.values("is_obsolete")
    if not identifiers or not (names or obsolete):
        raise broken(path, stanza.line, "a term without id or name")
    return OboTerm(
        file=str(path),
        line=stanza.line,
        id=identifiers[0],
        name=names[0] if names else "",
        synonyms=tuple(_synonym(path, number, value) for number, value in stanza.tags.get("synonym", [])),
        parents=tuple(_first_word(value) for value in stanza.values("is_a")),
        alt_ids=tuple(_first_word(value) for value in stanza.values("alt_id")),
        xrefs=tuple(_first_word(value) for value in stanza.values("xref")),
        obsolete=obsolete,
    )


def _synonym(path: Path, number: int, value: str) -> OboSynonym:
    found = _SYNONYM.match(value)
    if not found:
        raise broken(path, number, f"not a synonym: {value[:60]!r}")
    return OboSynonym(re.sub(r"\\(.)", r"\1", found[1]), found[2])


def _first_word(value: str) -> str:
    found = _FIRST_WORD.match(value)
    return found[0] if found else ""
