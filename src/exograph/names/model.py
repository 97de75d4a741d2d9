"""What a name is read as: meanings, the verdict on one text, and the places of names in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["matched", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a text may mean. `rung`: how sure the name is, 0 is best; `claims` name it in any role."""

    label: str
    id: str
    name: str
    why: str
    rung: int = 0
    claims: int = 0
    note: str = ""
    kind: str = ""
    role: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Label and identifier: the key of a node."""
        return (self.label, self.id)


@dataclass(frozen=True, slots=True)
class Named:
    """What one text means. `matched`: one identifier (a molecule perhaps as Cargo and as Gene); `ambiguous`: several,
    to be asked back; `unknown`: none, and `nearest` are shown. `note` is for people: how the text was taken.
    """

    text: str
    status: Status
    meanings: tuple[Meaning, ...] = ()
    nearest: tuple[Meaning, ...] = ()
    note: str = ""

    @property
    def question(self) -> str:
        """An ambiguous name as a question back: "GC: gastric cancer (Cancer) or GC (Gene)?"; else empty."""
        if self.status != "ambiguous":
            return ""
        listed = list(dict.fromkeys(f"{one.name} ({one.label})" for one in self.meanings))
        return f"{self.text}: {', '.join(listed[:-1])} or {listed[-1]}?" if len(listed) > 1 else f"{self.text}?"


@dataclass(frozen=True, slots=True)
class Span:
    """Words start..end (end not included) that bear a name, with all it may mean.

    No meanings: a word in capitals that can only be a name, and none that exograph knows.
    """

    start: int
    end: int
    text: str
    meanings: tuple[Meaning, ...]
