"""The parts of a question: conditions, what is wanted, what is stated, what nothing takes up."""

from __future__ import annotations

from dataclasses import dataclass, field

from exograph.language.item import Item
from exograph.questions.question import Condition


@dataclass
class Parts:
    """The conditions of a question, apart by what they are; `left` holds what nothing took up."""

    topic: list[Condition | None] = field(default_factory=list)
    predicate: list[Condition | None] = field(default_factory=list)
    agents: list[Item] = field(default_factory=list)
    effects: list[tuple[Item, Condition]] = field(default_factory=list)
    affects: list[Item] = field(default_factory=list)
    sides: list[Condition] = field(default_factory=list)
    wants: list[Item] = field(default_factory=list)
    ranks: list[Item] = field(default_factory=list)
    kinds: list[Item] = field(default_factory=list)  # kinds that no rule took: the first may be what is wanted
    flags: dict[str, list[Item]] = field(default_factory=dict)  # recent, conflict, never, next, ...
    better: int = 0
    left: list[Item] = field(default_factory=list)
