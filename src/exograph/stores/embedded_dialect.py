"""Where the embedded engine's Cypher differs from Neo4j's and can be brought to agree; docs/stores.md lists the rest.

The engine shows two names of its own, `title` and `type`, among the properties of every node and edge; it names the
column of `c {.name}` by its text; it does not know the older `[:A|:B]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from exograph.stores.base import Row
from exograph.stores.embedded_rows import BUILT_IN, plain
from exograph.stores.guard_tokens import Token, tokens

# a map without an id is the user's own, and keeps its keys
_KEYS = "([exograph_key IN keys({0}) WHERE NOT exograph_key IN ['title', 'type'] OR {0}.id IS NULL])"
_PROJECTION = re.compile(r"(\w+)\s*\{.*\}", re.DOTALL)
_TYPE = re.compile(r"[A-Z]+(_[A-Z]+)*")  # as the schema writes the types of edges
_ELEMENTS = ({"id", "labels", "properties"}, {"id", "start", "end", "type", "properties"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as the engine is to run it, and how to read what it answers."""

    text: str
    rewritten: Mapping[str, str] = field(default_factory=dict)  # what stands there now -> what the user wrote
    whole: bool = False  # it asks for all properties of something: properties(c), c {.*}

    def columns(self, found: Sequence[str]) -> tuple[str, ...]:
        """The names that Neo4j gives to these columns."""
        restored = [self._restored(name) for name in found]
        short = [match[1] if (match := _PROJECTION.fullmatch(name)) else name for name in restored]
        return tuple(short if len(set(short)) == len(short) else restored)

    def rows(self, found: Iterable[Sequence[Any]], columns: Sequence[str]) -> tuple[Row, ...]:
        """The rows as plain data, without the engine's own names."""
        return tuple(
            {name: plain(self._hidden(value)) for name, value in zip(columns, row, strict=True)} for row in found
        )

    def _restored(self, name: str) -> str:
        for new, old in self.rewritten.items():
            name = name.replace(new, old)
        return name

    def _hidden(self, value: Any) -> Any:
        """The value without `title` and `type` in what is all properties of a node or an edge."""
        if isinstance(value, list):
            return [self._hidden(item) for item in value]
        if not isinstance(value, dict) or value.keys() in _ELEMENTS:
            return value
        node = {"id", "name", *BUILT_IN} <= value.keys() and value["title"] == value["name"]
        edge = {"id", "type"} <= value.keys() and _TYPE.fullmatch(str(value["type"])) is not None
        if self.whole and (node or edge):
            return {name: held for name, held in value.items() if name not in BUILT_IN}
        return {name: self._hidden(held) for name, held in value.items()}


def embedded(statement: str) -> Statement:
    """A statement that the guard let through, as the embedded engine takes it."""
    found = tokens(statement)
    text, rewritten, whole = "", {}, False
    at = 0
    while at < len(found):
        token, following = found[at], [one.text for one in found[at + 1 : at + 4]]
        text += " " if token.spaced else ""
        if _is_keys(found, at):
            old, new = _source(found[at : at + 4]), _KEYS.format(following[1])
            rewritten[new] = old
            text += new
            at += 4
            continue
        whole |= token.text.lower() == "properties" and following[:1] == ["("]
        whole |= token.text == "." and following[:1] == ["*"]
        text += token.text
        at += 2 if token.text == "|" and following[:1] == [":"] else 1
    return Statement(text, rewritten, whole)


def _is_keys(found: Sequence[Token], at: int) -> bool:
    """`keys(name)`, and not a property or an add-on's function of that name."""
    if found[at].text.lower() != "keys" or (at and found[at - 1].text == "."):
        return False
    after = found[at + 1 : at + 4]
    return [one.text for one in after[::2]] == ["(", ")"] and after[1].kind in {"word", "quoted"}


def _source(found: Sequence[Token]) -> str:
    return "".join((" " if token.spaced and index else "") + token.text for index, token in enumerate(found))
