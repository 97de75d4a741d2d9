"""How the question was understood, how to ask it again, and what it could mean where a word was not understood."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from exograph.questions.answer import Answer, Understood
from exograph.questions.silence import called
from exograph.views import names
from exograph.views.terminal import clean

READINGS = "What could be meant"


@dataclass(frozen=True, slots=True)
class Asking:
    """A question in its text form, the command that asks it, and what is said of it."""

    text: str
    command: str
    said: str = ""


def understood(answer: Answer) -> str:
    """What the names were taken for: `TMZ -> temozolomide (drug); glioma (cancer)`; empty if there were none."""
    return "; ".join(dict.fromkeys(map(_taken, answer.understood)))


def _taken(one: Understood) -> str:
    same = one.text.casefold() == one.name.casefold()
    note = f"; {clean(one.note)}" if one.note else ""
    return f"{'' if same else f'{clean(one.text)} -> '}{clean(one.name)} ({clean(called(one.label))}{note})"


def again(answer: Answer) -> Asking | None:
    """The question as it was understood, to be asked again or changed; None where it was not."""
    return Asking(clean(answer.text), shell(answer.command)) if answer.text else None


def readings(answer: Answer) -> list[Asking]:
    """What could be meant, each with its number of claims."""
    return [Asking(clean(one.text), shell(one.command), names.plural(one.claims, "claim")) for one in answer.readings]


def shell(command: Sequence[str]) -> str:
    """The command as a line to paste."""
    return clean(shlex.join(command))
