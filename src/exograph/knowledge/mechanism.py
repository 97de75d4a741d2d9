"""The notation of a mechanism: `miR-122-5p -| CCNG1, ADAM10 -> [Wnt]`, as graph/README.md describes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

ARROWS = {"->": 1, "-|": -1, "~": None}
LONGEST = 30  # names in a chain; the longest of the bundled ones has five
EXOSOME = "exosome"  # the word that stands where no cargo is named

_ARROW = re.compile(r"\s(->|-\||~)\s")
# what people type or paste instead: other dashes, other arrows, no spaces
_LOOSE_ARROW = re.compile(r"[-=‐‑‒–—−]+>|[-‐‑‒–—−]+\||\|[-‐‑‒–—−]|[→⟶⇒⊣┤↑↓~]")


class NotationError(ValueError):
    """The text is no mechanism; `column` counts characters from 1 within the cell."""

    def __init__(self, message: str, column: int, repair: str = "") -> None:
        super().__init__(message)
        self.column = column
        self.repair = repair


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the chain; `bracketed` ones are a pathway, process or immune cell."""

    text: str
    bracketed: bool
    column: int


@dataclass(frozen=True, slots=True)
class Step:
    """Siblings that share one arrow from all of the step before: sign +1, -1, or None for `~`."""

    sign: int | None
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A parsed chain. `cargo` is empty where it starts with the word `exosome`."""

    cargo: tuple[Name, ...]
    steps: tuple[Step, ...]

    def sign(self) -> int | None:
        """Product of the steps' signs; None where one has none."""
        product = 1
        for step in self.steps:
            if step.sign is None:
                return None
            product *= step.sign
        return product


def parse(text: str) -> Mechanism:
    """Parse a cell of the column `mechanism`; an empty one is a mechanism without cargo and steps.

    Raises NotationError with the column of the trouble and the repair.
    """
    if not text.strip():
        return Mechanism((), ())
    parts = _ARROW.split(text)
    groups: list[tuple[Name, ...]] = []
    position = 0
    for index, part in enumerate(parts):
        if index % 2 == 0:
            groups.append(_names(part, position))
        position += len(part) + (0 if index % 2 == 0 else 2)
    if sum(map(len, groups)) > LONGEST:
        raise NotationError(f"{sum(map(len, groups))} names", 1, f"at most {LONGEST}: what the paper shows, no network")
    steps = tuple(Step(ARROWS[arrow], names) for arrow, names in zip(parts[1::2], groups[1:], strict=True))
    _refuse_self(groups[0], steps)
    return _checked(groups[0], steps)


def _refuse_self(first: tuple[Name, ...], steps: tuple[Step, ...]) -> None:
    """Nothing acts on itself, but a carried molecule may add to that of the cell: `LGALS3 -> LGALS3`."""
    for number, (before, step) in enumerate(zip((first, *(one.names for one in steps)), steps, strict=False)):
        if number == 0 and step.sign == 1:
            continue
        acting = {(name.text.casefold(), name.bracketed) for name in before}
        for name in step.names:
            if (name.text.casefold(), name.bracketed) in acting:
                raise NotationError(f"{name.text} acts on itself", name.column, "name what acts and what it acts on")


def _checked(first: tuple[Name, ...], steps: tuple[Step, ...]) -> Mechanism:
    head = first[0]
    if head.text.lower() == EXOSOME and not head.bracketed:
        if len(first) > 1:
            raise NotationError("`exosome` cannot have siblings", first[1].column, "name the cargo, or `exosome` alone")
        if not steps:
            raise NotationError(
                "`exosome` alone says nothing",
                head.column,
                "leave the cell empty, or write what it does: `exosome -> [Wnt]`",
            )
        return Mechanism((), steps)
    for name in first:
        if name.bracketed:
            raise NotationError(
                f"the chain starts with [{name.text}], which no vesicle carries",
                name.column,
                f"start with the cargo, or with the word `exosome`: `exosome -> [{name.text}]`",
            )
    return Mechanism(first, steps)


def _names(part: str, offset: int) -> tuple[Name, ...]:
    found: list[Name] = []
    column = offset + 1
    for piece in _split_siblings(part):
        lead = len(piece) - len(piece.lstrip())
        found.append(_name(piece.strip(), column + lead))
        column += len(piece) + 1
    return tuple(found)


def _split_siblings(part: str) -> list[str]:
    # a comma inside brackets belongs to the name
    pieces, depth, start = [], 0, 0
    for index, char in enumerate(part):
        depth += (char == "[") - (char == "]")
        if char == "," and depth == 0:
            pieces.append(part[start:index])
            start = index + 1
    return [*pieces, part[start:]]


def _name(text: str, column: int) -> Name:
    if not text:
        raise NotationError("a name is missing here", column, "every arrow and comma stands between two names")
    arrow = _LOOSE_ARROW.search(text)
    if arrow:
        raise NotationError(
            f"`{arrow.group()}` needs a space on both sides, or is no arrow",
            column + arrow.start(),
            "arrows are ` -> `, ` -| ` and ` ~ `, with spaces",
        )
    if text.startswith("[") != text.endswith("]") or "[" in text[1:] or "]" in text[:-1]:
        raise NotationError(f"unbalanced brackets in `{text}`", column, "write [Wnt]")
    bracketed = text.startswith("[")
    inner = text[1:-1].strip() if bracketed else text
    if not inner:
        raise NotationError("empty brackets", column, "write [Wnt]")
    return Name(inner, bracketed, column)


def molecules(mechanism: Mechanism) -> tuple[Name, ...]:
    """All names after the cargo, in order, siblings side by side."""
    return tuple(name for step in mechanism.steps for name in step.names)
