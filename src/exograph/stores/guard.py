"""The allow-list that free Cypher passes before any store sees it.

A READ session is not enough: Neo4j still runs LOAD CSV (files of the server, addresses on the network) and SHOW there.
So a statement is taken apart into tokens, without a full grammar, and passes only if

- it is one statement that starts like a question (MATCH, WITH, UNWIND, CALL, RETURN, perhaps after EXPLAIN or PROFILE);
- no bare word of it is a clause that writes, administers or reads from elsewhere (a name may stand in `backticks`);
- every procedure and every function it calls is on the lists below, however it is spelled;
- its brackets are not nested deeper than a question needs: engines descend into them and run out of stack.

What the store then runs is the statement that was read here: without comments, so that two readers cannot disagree
about where one ends. Escapes that hide plain letters (backslash u 0043 is a C) are refused as a whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from exograph.errors import StoreRefused
from exograph.stores.guard_lists import FUNCTIONS, NAMESPACES, OPENERS, PROCEDURES, REFUSED, STARTERS
from exograph.stores.guard_tokens import Token, tokens

DEEPEST = 50  # brackets within brackets
_PREFIXES = frozenset({"EXPLAIN", "PROFILE"})
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_ALLOWED = "free Cypher only reads: MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL of a known procedure, RETURN"


def check(cypher: str) -> str:
    """The statement as a store may run it: comments and a last semicolon taken away.

    StoreRefused names the word that is not allowed and its line and column.
    """
    found = _one_statement(tokens(cypher))
    _check_start(found)
    _check_depth(found)
    for index, token in enumerate(found):
        _check_word(found, index, token)
    for start, name in _calls(found):
        _check_call(found, start, name)
    return _text(found)


def is_explain(cypher: str) -> bool:
    """Whether a checked statement asks for its plan and not for rows."""
    return cypher[:7].upper() == "EXPLAIN"


def _refuse(token: Token, what: str, hint: str = _ALLOWED) -> StoreRefused:
    return StoreRefused(f"{what} (line {token.line}, column {token.column}) is not allowed", hint=hint)


def _one_statement(found: Sequence[Token]) -> list[Token]:
    kept = list(found)
    while kept and kept[-1].text == ";":
        kept.pop()
    if not kept:
        raise StoreRefused("the statement is empty", hint="`exograph query show` prints statements to start from")
    for index, token in enumerate(kept):
        if token.text == ";":
            raise _refuse(kept[index + 1], "a second statement after ';'", "run one statement at a time")
    return kept


def _word(token: Token) -> str:
    """The word as an engine may read it whatever its letters' case; '' for anything that is no bare word."""
    if token.kind != "word":
        return ""
    return unicodedata.normalize("NFKC", token.text).casefold().upper()


def _check_start(found: Sequence[Token]) -> None:
    place = 0
    while place < len(found) and _word(found[place]) in _PREFIXES:
        place += 1
    if place == len(found):
        raise _refuse(found[-1], f"{found[-1].text} of nothing")
    first = found[place]
    if _word(first) not in STARTERS:
        raise _refuse(first, f"a statement that starts with {first.text}")


def _check_depth(found: Sequence[Token]) -> None:
    depth = 0
    for token in found:
        depth = max(0, depth + (token.text in _OPEN) - (token.text in _CLOSE))
        if depth > DEEPEST:
            raise _refuse(token, f"nesting deeper than {DEEPEST} brackets", "take the statement apart")


def _check_word(found: Sequence[Token], index: int, token: Token) -> None:
    word = _word(token)
    if word not in REFUSED or _is_name(found, index):
        return
    raise _refuse(token, word, f"{_ALLOWED}. Is it a name of yours? Write it in backticks: `{token.text}`")


def _is_name(found: Sequence[Token], index: int) -> bool:
    """Whether grammar leaves no reading but a name: $set, n.set, (n:Set), {claim: ...} never begins a clause."""
    if index == 0:
        return False
    before = found[index - 1]
    if before.text == ".":
        # `1.SET` may be a number and a clause to one reader and a property to another
        return index >= 2 and found[index - 2].kind != "number"
    return before.text in {"$", ":"}


def _calls(found: Sequence[Token]) -> Iterator[tuple[int, list[str]]]:
    """Each dotted name that stands before `(` or after CALL: where it starts, and its parts in lower case."""
    for index, token in enumerate(found):
        if token.kind not in {"word", "quoted"}:
            continue
        if index and found[index - 1].text == "." and index > 1 and found[index - 2].kind in {"word", "quoted"}:
            continue  # in the middle of a name
        end = index
        while end + 2 < len(found) and found[end + 1].text == "." and found[end + 2].kind in {"word", "quoted"}:
            end += 2
        follows = found[end + 1].text if end + 1 < len(found) else ""
        if follows == "(" or _after_call(found, index):
            yield index, [part.name for part in found[index : end + 1 : 2]]


def _after_call(found: Sequence[Token], index: int) -> bool:
    """Whether a name is a procedure's: the word CALL stands before it, and not as the name of a property."""
    return index > 0 and _word(found[index - 1]) == "CALL" and not _is_name(found, index - 1)


def _check_call(found: Sequence[Token], start: int, parts: Sequence[str]) -> None:
    token = found[start]
    name = ".".join(parts)
    lower = name.lower()
    if _after_call(found, start):
        if lower not in PROCEDURES:
            known = ", ".join(sorted(PROCEDURES))
            raise _refuse(token, f"CALL of the procedure {name}", f"procedures that are: {known}")
        return
    if len(parts) == 1:
        if lower in FUNCTIONS or (token.kind == "word" and _word(token) in OPENERS):
            return
    elif any(lower.startswith(space) for space in NAMESPACES) or lower in PROCEDURES:
        return
    raise _refuse(token, f"the function {name}()", "only Cypher's own functions are; apoc and other add-ons are not")


def _text(found: Sequence[Token]) -> str:
    """The tokens again, with a blank wherever the statement had blanks or a comment."""
    return "".join((" " if token.spaced else "") + token.text for token in found).strip()
