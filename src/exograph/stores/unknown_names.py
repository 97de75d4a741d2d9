"""Labels, types and properties of a user's statement that graph/schema.yaml does not have.

Cypher finds nothing for a misspelt name and says nothing. Only what stands where no other reading is possible is
judged: labels after a colon, types in a relationship's brackets, properties of a variable that a pattern binds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from exograph.knowledge.schema import Schema, load_schema
from exograph.stores.guard_tokens import Token, tokens

_NAMED = frozenset({"word", "quoted"})
_BEFORE_PATTERN = frozenset(
    {",", "-", ">", "<", "=", "{", "|", "(", "MATCH", "WHERE", "NOT", "AND", "OR", "EXISTS", ")"}
)
_JOINS = frozenset({"|", "&", "!", "(", ":"})


def unknown_names(statement: str) -> list[str]:
    """A sentence for each name that the graph does not have, with the nearest that it has."""
    found, schema = tokens(statement), load_schema()
    said: dict[str, None] = {}  # each once, in order
    for what, name in (*_kinds(found), *_properties(found)):
        known = _known(what, schema)
        if name not in known:
            said[_sentence(what, name, known)] = None
    return list(said)


def _known(what: str, schema: Schema) -> Collection[str]:
    if what == "label":
        return schema.nodes
    if what == "relationship type":
        return schema.edges
    held = [kind.properties for kind in schema.nodes.values()] + [kind.properties for kind in schema.edges.values()]
    return {"id", "name", *(one.name for properties in held for one in properties)}


def _sentence(what: str, name: str, known: Collection[str]) -> str:
    by_case = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), by_case, 1, 0.7)
    near = f"did you mean `{by_case[close[0]]}`?" if close else "docs/schema.md lists them"
    return f"`{name[:60]}` is no {what} of the graph: {near}"


def _kinds(found: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Labels and types: what stands after a colon that is no map's."""
    open_: list[str] = []  # what each open bracket is: a map, a relationship, or anything else
    for at, token in enumerate(found):
        if token.text in "([{":
            open_.append(_bracket(found, at))
        elif token.text in ")]}" and open_:
            open_.pop()
        elif token.text == ":" and not (open_ and open_[-1] == "map" and _is_key(found, at - 1)):
            what = "relationship type" if open_ and open_[-1] == "relationship" else "label"
            yield from ((what, name) for name in _names_after(found, at))


def _bracket(found: Sequence[Token], at: int) -> str:
    before = found[at - 1].text if at else ""
    if found[at].text == "{":
        return "query" if before.upper() in {"CALL", "EXISTS", "COUNT", "COLLECT"} or before == ")" else "map"
    return "relationship" if found[at].text == "[" and before == "-" else "other"


def _is_key(found: Sequence[Token], at: int) -> bool:
    return found[at].kind in _NAMED and found[at - 1].text in {"{", ","}


def _names_after(found: Sequence[Token], colon: int) -> Iterator[str]:
    """`A|B&!C`: all names of a label expression."""
    wanted = True
    for token in found[colon + 1 :]:
        if token.kind in _NAMED and wanted:
            yield token.name
            wanted = False
        elif token.text in _JOINS and (wanted or token.text != "("):
            wanted = True
        else:
            return


def _properties(found: Sequence[Token]) -> Iterator[tuple[str, str]]:
    bound = {found[at].name for at in range(1, len(found) - 1) if _binds(found, at)}
    for at in range(2, len(found)):
        token, before = found[at], found[at - 1].text
        if token.kind not in _NAMED:
            continue
        if before == ".":  # c.name, c {.name}
            of = found[at - 2]
            known = of.text in {"{", ","} or (of.kind in _NAMED and of.name in bound)
        else:
            known = _is_key(found, at) and at + 1 < len(found) and found[at + 1].text == ":" and _in_pattern(found, at)
        if known:
            yield "property", token.name


def _binds(found: Sequence[Token], at: int) -> bool:
    """Whether a name is a variable of a pattern: `(n)`, `(n:Gene)`, `-[r:TARGETS]-`."""
    if found[at].kind not in _NAMED or found[at + 1].text not in {":", ")", "{", "]", "*"}:
        return False
    before = found[at - 2].text.upper() if at > 1 else ""
    if found[at - 1].text == "[":
        return before == "-"
    return found[at - 1].text == "(" and before in _BEFORE_PATTERN


def _in_pattern(found: Sequence[Token], at: int) -> bool:
    """Whether the map that this key stands in is a pattern's: `(n:Gene {id: ...`, `[r {sign: ...`."""
    depth = 0
    while at > 0:
        at -= 1
        depth += (found[at].text in ")]}") - (found[at].text in "([{")
        if depth < 0:
            break
    if found[at].text != "{":
        return False
    while at > 0 and (found[at - 1].kind in _NAMED or found[at - 1].text in {":", "|", "&"}):
        at -= 1
    opened = found[at - 1].text if at else ""
    before = found[at - 2].text.upper() if at > 1 else ""
    return (opened == "[" and before == "-") or (opened == "(" and before in _BEFORE_PATTERN)
