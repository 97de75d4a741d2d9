"""A question as the command that asks it again: `exograph mechanism` where flags can say it, else `exograph find`."""

from __future__ import annotations

from exograph.questions import text
from exograph.questions.question import Condition, Not, Question, Term, conjuncts

RETRACTED = "--retracted"


def command(question: Question, *, retracted: bool = False) -> tuple[str, ...]:
    """The arguments, `exograph` first; run again they give the same claims."""
    tail = (RETRACTED,) if retracted else ()
    flags = _flags(question)
    if flags is None:
        return ("exograph", "find", text.write(question), *tail)
    return ("exograph", "mechanism", *flags, *tail)


def _flags(question: Question) -> list[str] | None:
    """Options of `mechanism`; None where they cannot say it."""
    if question.want != "paths" or question.order or question.where is None:
        return None
    flags: list[str] = []
    seen: set[str] = set()
    for part in conjuncts(question.where):
        term = part.part if isinstance(part, Not) else part
        if not isinstance(term, Term):
            return None
        option = f"--{'not-' if isinstance(part, Not) else ''}{term.facet}"
        # the same option twice means either of the values; twice the same facet means both
        if (option in seen and not isinstance(part, Not)) or any(value.startswith("-") for value in term.values):
            return None
        seen.add(option)
        for value in term.values:
            flags += [option, value]
    return [*flags, *(["--limit", str(question.limit)] if question.limit else [])]


def shell(arguments: tuple[str, ...]) -> str:
    """The command as a line for a shell."""
    import shlex

    return shlex.join(arguments)


def alone(part: Condition) -> tuple[str, ...]:
    """The command that asks for one condition alone."""
    return command(Question(where=part))
