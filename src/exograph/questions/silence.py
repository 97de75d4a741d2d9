"""Why nothing was found: what empties the question, alone or with another, and the nearest that exists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from exograph.questions import facets, text
from exograph.questions.answer import Answer, Nearest, Nothing
from exograph.questions.command import command, shell
from exograph.questions.question import ANY, NONE, Condition, Not, Question, Term, both, conjuncts
from exograph.questions.select import Claims, Selector

if TYPE_CHECKING:
    from exograph.names import Meaning, Named

_SHOWN = 4
_CALLED = {"MscSource": "MSC source", "ImmuneCell": "immune cell"}


def called(label: str) -> str:
    """A label in running text."""
    return _CALLED.get(label, label.lower())


def why(selector: Selector, question: Question, answer: Answer, unknown: Sequence[tuple[Term, Named]]) -> Nothing:
    """The reason for silence."""
    if unknown:
        return unread(question, *unknown[0])
    if answer.hidden.retracted:
        again = Nearest("the same, with them", shell(command(question, retracted=True)))
        return Nothing(f"all {answer.hidden.retracted} claim(s) that fit are from retracted papers", (again,))
    parts = list(conjuncts(both(question.where, question.verdict if question.want == "verdict" else None)))
    if not parts:
        return Nothing("the store holds no claim")
    hide = selector.claims(Term("status", ("retracted",)))
    barren = [part for part in parts if not selector.claims(part) - hide]
    if barren:
        return _barren(selector, question, barren[0], parts, hide)
    return _together(selector, question, parts, hide)


def unread(question: Question, term: Term, named: Named) -> Nothing:
    """A name that stands for nothing, or for several things."""
    if named.status == "ambiguous":
        nearest = tuple(_instead(question, term, named.text, item, item.id) for item in named.meanings[:_SHOWN])
    else:
        nearest = tuple(_instead(question, term, named.text, item, item.name) for item in named.nearest[:_SHOWN])
    return Nothing(unknown(named, term.facet), nearest)


def unknown(named: Named, kind: str) -> str:
    """Why a name cannot be taken: several things bear it, or none does."""
    if named.status == "ambiguous":
        listed = "; ".join(f"{item.name} ({called(item.label)}, {item.id}: {item.why})" for item in named.meanings[:6])
        return f"`{named.text[:80]}` stands for several: {listed}. Say which one is meant"
    note = f": {named.note}" if named.note else ""
    return f"no vocabulary knows the {kind} `{named.text[:80]}`{note}"


def _instead(question: Question, term: Term, wrong: str, meaning: Meaning, value: str) -> Nearest:
    """The same question with another name."""
    sides = (_exchanged(side, term, wrong, value) for side in question.sides)
    asked = replace(
        question, where=_exchanged(question.where, term, wrong, value),
        verdict=_exchanged(question.verdict, term, wrong, value), sides=tuple(side for side in sides if side),
    )  # fmt: skip
    return Nearest(f"{meaning.name} ({called(meaning.label)})", shell(command(asked)))


def _exchanged(part: Condition | None, term: Term, wrong: str, value: str) -> Condition | None:
    if part is None:
        return None
    if isinstance(part, Term):
        values = tuple(value if one == wrong else one for one in part.values)
        return Term(part.facet, values) if part.facet == term.facet else part
    if isinstance(part, Not):
        inner = _exchanged(part.part, term, wrong, value)
        return None if inner is None else Not(inner)
    parts = tuple(one for one in (_exchanged(one, term, wrong, value) for one in part.parts) if one is not None)
    return type(part)(parts)


def _barren(selector: Selector, question: Question, part: Condition, parts: list[Condition], hide: Claims) -> Nothing:
    """A part that no claim meets, whatever else is asked."""
    rest = both(*(one for one in parts if one != part))
    nearest = []
    if rest is not None and selector.claims(rest) - hide:
        nearest = [_counted(selector, rest, hide, f"without {text.condition(part)}")]
    nearest += _of_the_kind(selector, part, rest, hide)
    told = _named(selector, part)
    return Nothing(told, tuple(nearest[:_SHOWN]))


def _named(selector: Selector, part: Condition) -> str:
    if isinstance(part, Term) and facets.get(part.facet).named and not {ANY, NONE}.intersection(part.values):
        read = selector.read(part)
        names = " or ".join(f"{called(one.label)} {one.name}" for one in read.understood)
        marker = (
            selector.claims(Term("marker", part.values))
            if part.facet in {"target", "cargo", "raises", "lowers"}
            else ()
        )
        beside = f" (it was only measured, in {len(marker)} claims: --marker)" if marker else ""
        how = "names" if part.facet not in {"raises", "lowers"} else f"{part.facet} (on the way or as a marker)"
        return (
            f"no claim {how} the {names} as {part.facet}{beside}" if names else f"no claim has {text.condition(part)}"
        )
    return f"no claim has {text.condition(part)}"


def _of_the_kind(selector: Selector, part: Condition, rest: Condition | None, hide: Claims) -> list[Nearest]:
    """What claims do name of that kind, the most reported first."""
    from exograph.questions.kinds import KINDS
    from exograph.questions.tally import items, properties

    facet = part.facet if isinstance(part, Term) else ""
    kind = "target" if facet in {"raises", "lowers", "gene", "molecule"} else facet
    if kind not in KINDS:
        return []
    claims = selector.claims(rest) - hide or selector.all() - hide
    found = items(selector, kind, properties(selector.store, claims), Question("list", kind))
    return [
        Nearest(
            f"{item.name} ({_paths(len(item.rows))})",
            shell(command(Question(where=both(rest, Term(facet, (_value(item.label, item.id, item.name),)))))),
        )
        for item in found[:_SHOWN]
    ]


def _value(label: str, identifier: str, name: str) -> str:
    return name if label else identifier


def _together(selector: Selector, question: Question, parts: list[Condition], hide: Claims) -> Nothing:
    """Each part has claims; together they have none: which one, or which two, keep them apart."""
    freed = [(part, both(*(one for one in parts if one != part))) for part in parts]
    killers = [(part, rest) for part, rest in freed if rest is not None and selector.claims(rest) - hide]
    if killers and len(parts) > 2:
        names = " or without ".join(f"`{text.condition(part)}`" for part, _ in killers[:3])
        told = f"no claim has all of it; without {names} there is something"
    elif len(parts) == 2:
        told = "each part alone has claims, and no claim has both"
    else:
        told = "each part alone has claims, and no claim has all of them"
    apart = [
        f"`{text.condition(one)}` with `{text.condition(other)}`"
        for one, other in combinations(parts, 2)
        if not selector.claims(one) & selector.claims(other) - hide
    ]
    if apart and len(parts) > 2:
        told += f"; never together: {', '.join(apart[:2])}"
    nearest = [_counted(selector, rest, hide, f"without {text.condition(part)}") for part, rest in killers if rest]
    return Nothing(told, tuple(nearest[:_SHOWN]))


def _counted(selector: Selector, part: Condition, hide: Claims, said: str) -> Nearest:
    return Nearest(f"{_paths(len(selector.claims(part) - hide))} {said}", shell(command(Question(where=part))))


def _paths(number: int) -> str:
    return f"{number:,} path{'' if number == 1 else 's'}"
