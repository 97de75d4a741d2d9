"""The answer in its own kind: the list, the number, the ranking, the verdict, the comparison, with a plain sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from exograph.questions.answer import Reply
from exograph.questions.kinds import KINDS
from exograph.questions.question import Condition, Not, Question, Term, both, conjuncts, either
from exograph.questions.select import Selector
from exograph.questions.tally import Item, Replied, counted, items, plural, properties
from exograph.questions.text import condition as written
from exograph.stores.base import Row

SHOWN = 6  # names in a sentence; the table has all


def reply(selector: Selector, question: Question, rows: Sequence[Row], visible: frozenset[str]) -> Replied:
    """What the rows (claims that meet the condition, none hidden) say to what is wanted."""
    ways: Mapping[str, Callable[[Selector, Question, Sequence[Row], frozenset[str]], Replied]] = {
        "list": _list, "count": _count, "most": _ranking, "fewest": _ranking, "first": _by_year, "latest": _by_year,
        "verdict": _verdict, "compare": _compare, "never": _never, "next": _next,
    }  # fmt: skip
    return ways.get(question.want, _paths)(selector, question, rows, visible)


def _paths(_: Selector, __: Question, rows: Sequence[Row], ___: frozenset[str]) -> Replied:
    told = f"{counted(rows)}." if rows else "Nothing is reported."
    return Replied(Reply("paths", told), _claims(rows), silent=not rows)


def _claims(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(row["claim"] for row in rows)


def _resting_on(found: Sequence[Item], rows: Sequence[Row]) -> tuple[str, ...]:
    named = {claim for item in found for claim in item.claims}
    return tuple(row["claim"] for row in rows if row["claim"] in named)


def noun(question: Question, number: int = 2) -> str:
    """What is listed, in words: `miRNAs`, `targets`."""
    kind = KINDS[question.kind]
    for part in conjuncts(question.where):
        if isinstance(part, Term) and part.facet == f"{kind.name}-kind" and len(part.values) == 1:
            return part.values[0] + ("" if number == 1 or part.values[0].endswith("s") else "s")
    return kind.name if number == 1 else kind.plural


def named(found: Sequence[Item], most: int = SHOWN) -> str:
    """The first few with their number of claims."""
    shown = [f"{item.name} ({len(item.rows)})" if len(item.rows) > 1 else item.name for item in found[:most]]
    more = len(found) - most
    return ", ".join(shown) + (f" and {more:,} more" if more > 0 else "")


def _documents(found: Sequence[Item]) -> tuple[dict[str, Any], ...]:
    return tuple(item.document() for item in found)


def _list(selector: Selector, question: Question, rows: Sequence[Row], _: frozenset[str]) -> Replied:
    found = items(selector, question.kind, rows, question)
    if question.order:
        way = -1 if question.order.startswith("-") else 1
        found.sort(key=lambda item: (way * (min(item.years, default=9999)), item.name.casefold()))
    shown = found[: question.limit] if question.limit else found
    if not found:
        return Replied(Reply("list", f"No {noun(question, 1)} is reported for this.", (), 0), (), silent=True)
    head = f"{len(found):,} {noun(question, len(found))}"
    cut = f" ({len(shown)} of {len(found)} shown)" if len(shown) < len(found) else ""
    told = f"{head}{cut}: {named(shown)}."
    return Replied(Reply("list", told, _documents(shown), len(found)), _resting_on(shown, rows))


def _count(selector: Selector, question: Question, rows: Sequence[Row], _: frozenset[str]) -> Replied:
    found = items(selector, question.kind, rows, question)
    number = len(found)
    beside = f", in {counted(rows)}" if question.kind not in {"claim", "paper"} and found else ""
    told = f"{number:,} {noun(question, number)}{beside}."
    keep = () if question.kind == "claim" else _documents(found)
    return Replied(Reply("count", told, keep, number), _resting_on(found, rows), silent=not found)


def _ranking(selector: Selector, question: Question, rows: Sequence[Row], _: frozenset[str]) -> Replied:
    fewest = question.want == "fewest"
    way = 1 if fewest else -1
    found = items(selector, question.kind, rows, question)
    found.sort(key=lambda item: (way * item.papers, way * len(item.rows), item.name.casefold(), item.id))
    if not found:
        return Replied(Reply("list", f"No {noun(question, 1)} is reported for this.", (), 0), (), silent=True)
    shown = found[: question.limit] if question.limit else found
    top = shown[0]
    ties = [item.name for item in found if (item.papers, len(item.rows)) == (top.papers, len(top.rows))]
    names = ", ".join(ties[:SHOWN]) + (f" and {len(ties) - SHOWN} more" if len(ties) > SHOWN else "")
    each = " each" if len(ties) > 1 else ""
    numbers = f"{plural(top.papers, 'paper')}, {plural(len(top.rows), 'claim')}{each}"
    told = f"The {noun(question, len(ties))} with the {question.want} papers: {names} ({numbers})."
    return Replied(Reply("list", told, _documents(shown), top.name), _resting_on(shown, rows))


def _by_year(selector: Selector, question: Question, rows: Sequence[Row], _: frozenset[str]) -> Replied:
    latest = question.want == "latest"
    found = [item for item in items(selector, question.kind or "paper", rows, question) if item.years]
    pick = max if latest else min
    found.sort(key=lambda item: (-pick(item.years) if latest else pick(item.years), item.name.casefold()))
    undated = sum(not row["year"] for row in rows)
    if not found:
        return Replied(Reply("list", "No claim that fits has a year.", (), 0), (), silent=True)
    edge = pick(found[0].years)
    shown = found[: question.limit] if question.limit else [item for item in found if pick(item.years) == edge]
    unsaid = f"; {plural(undated, 'claim')} of papers without a year left aside" if undated else ""
    word = "latest" if latest else "first"
    told = f"The {word} {noun(question, len(shown))} ({edge}): {named(shown)}{unsaid}."
    return Replied(Reply("list", told, _documents(shown), shown[0].name), _resting_on(shown, rows))


# facets that every claim has a value of: what does not hold is denied, not unknown
CLOSED = frozenset("status model given preparation species loaded opposed".split())
OPPOSITE: Mapping[str, tuple[str, ...]] = {
    "sensitises": ("confers resistance",), "reverses resistance": ("confers resistance",),
    "confers resistance": ("sensitises",), "suppresses tumour": ("promotes tumour",),
    "promotes tumour": ("suppresses tumour",), "activates immune": ("suppresses immune",),
    "suppresses immune": ("activates immune",),
}  # fmt: skip
_FAMILY = {
    "sensitises": "response", "reverses resistance": "response", "confers resistance": "response",
    "suppresses tumour": "tumour", "promotes tumour": "tumour", "activates immune": "immune",
    "suppresses immune": "immune",
}  # fmt: skip


def against(statement: Condition) -> Condition | None:
    """What contradicts a statement; None where no claim can (that nobody reports a thing is no proof)."""
    if isinstance(statement, Not):
        return statement.part
    if not isinstance(statement, Term):
        return _against_parts(statement)
    if statement.facet == "effect":
        return _against_effect(statement.values)
    if statement.facet in {"raises", "lowers"}:
        return Term("lowers" if statement.facet == "raises" else "raises", statement.values)
    return None


def _against_parts(statement: Condition) -> Condition | None:
    """Of `effect = x and drug = y` the effect is what can be contradicted, with the rest as it is."""
    parts = list(getattr(statement, "parts", ()))
    turned = [(at, against(part)) for at, part in enumerate(parts)]
    known = [(at, other) for at, other in turned if other is not None]
    if not known:
        return None
    if not isinstance(statement, type(both(*parts))):
        return either(*(other for _, other in known))
    return either(*(both(*parts[:at], other, *parts[at + 1 :]) for at, other in known))


def _against_effect(values: Sequence[str]) -> Condition | None:
    if tuple(values) == ("no effect",):
        return Not(Term("effect", ("no effect",)))
    opposite = tuple(dict.fromkeys(word for value in values for word in OPPOSITE.get(value, ())))
    families = tuple(dict.fromkeys(_FAMILY[value] for value in values if value in _FAMILY))
    none = both(Term("effect", ("no effect",)), Term("family", families)) if families else None
    return either(Term("effect", opposite) if opposite else None, none)


def _verdict(selector: Selector, question: Question, rows: Sequence[Row], visible: frozenset[str]) -> Replied:
    """Yes, no, mixed or unknown, by what the statement says and what contradicts it, counted within the topic."""
    assert question.verdict is not None
    topic = frozenset(_claims(rows))
    statement = question.verdict.part if isinstance(question.verdict, Not) else question.verdict
    other = against(statement)
    for_it = selector.claims(statement) & topic
    against_it = (selector.claims(other) & topic) - for_it if other is not None else frozenset()
    if isinstance(question.verdict, Not):
        for_it, against_it = against_it, for_it
    pro = [row for row in rows if row["claim"] in for_it]
    con = [row for row in rows if row["claim"] in against_it]
    value = "mixed" if pro and con else "yes" if pro else "no" if con else "unknown"
    if value == "unknown" and rows and isinstance(statement, Term) and statement.facet in CLOSED:
        told = f"No: none of {counted(rows)} has {written(statement)}."
        return Replied(Reply("yesno", told, (), "no"), _claims(rows))
    named_sides = (
        ("for", pro),
        ("against", [r for r in con if r["sign"]]),
        ("no effect", [r for r in con if not r["sign"]]),
    )
    sides = tuple(Item(name, "side", name, list(side)).document() for name, side in named_sides if side)
    told = _verdict_words(value, pro, con)
    if value == "unknown":
        told = _only_measured(selector, question, topic) or told
    claims = tuple(row["claim"] for row in rows if row["claim"] in for_it | against_it)
    return Replied(Reply("yesno", told, sides, value), claims, silent=not claims)


def _verdict_words(value: str, pro: Sequence[Row], con: Sequence[Row]) -> str:
    null = sum(not row["sign"] for row in con)
    if value == "yes":
        return f"Yes: {counted(pro)} {_say(pro)} so, and none here says otherwise."
    if value == "no":
        how = "found no effect" if null == len(con) else f"{_say(con)} otherwise"
        return f"No: {counted(con)} {how}, and none here says so."
    if value == "mixed":
        nulls = f" ({null} found no effect)" if null else ""
        return f"Mixed: {counted(pro)} {_say(pro)} so, {counted(con)} {_say(con)} otherwise{nulls}."
    return "Not known here: no claim says so, and none says otherwise."


def _only_measured(selector: Selector, question: Question, topic: frozenset[str]) -> str:
    """A target that was only measured is told: `TP53 was only measured (in 3 claims)`."""
    for part in conjuncts(question.verdict):
        if isinstance(part, Term) and part.facet in {"target", "cargo"}:
            found = selector.claims(Term("marker", part.values)) & topic
            if found:
                measured = f"{' or '.join(part.values)} was only measured (in {plural(len(found), 'claim')})"
                return f"No claim says so; {measured}."
    return ""


def _say(rows: Sequence[Row]) -> str:
    return "says" if len(rows) == 1 else "say"


def _compare(selector: Selector, question: Question, rows: Sequence[Row], visible: frozenset[str]) -> Replied:
    """Each side with its claims, counted by effect: never averaged."""
    topic = frozenset(_claims(rows))
    sides = []
    for side in question.sides:
        found = selector.claims(side) & topic
        sides.append(Item(written(side), "side", _side_name(side), [row for row in rows if row["claim"] in found]))
    told = "; ".join(f"{side.name}: {_effects(side.rows)}" for side in sides)
    shown = {claim for side in sides for claim in side.claims}
    claims = tuple(row["claim"] for row in rows if row["claim"] in shown)
    signs = [{row["sign"] for row in side.rows} for side in sides]
    value = _contrast(signs)
    return Replied(Reply("compare", f"{told}. Counts of reports, not a ranking.", _documents(sides), value), claims,
                   silent=not claims)  # fmt: skip


def _contrast(signs: Sequence[set[int]]) -> str:
    """How the sides stand to each other: opposite, same, mixed, or unknown where a side has no claim."""
    if not all(signs):
        return "unknown"
    if all(side == signs[0] for side in signs) and len(signs[0]) == 1:
        return "same"
    return "opposite" if all(len(side) == 1 for side in signs) and {1, -1} <= set().union(*signs) else "mixed"


def _side_name(side: Condition) -> str:
    return " or ".join(side.values) if isinstance(side, Term) else written(side)


def _effects(rows: Sequence[Row]) -> str:
    if not rows:
        return "nothing is reported"
    tally = Counter(row["effect"] for row in rows)
    return f"{counted(rows)} ({', '.join(f'{effect} {number}' for effect, number in tally.most_common())})"


def _never(selector: Selector, question: Question, rows: Sequence[Row], visible: frozenset[str]) -> Replied:
    """What other claims name and these do not: nobody reports the two together."""
    everywhere = Question("list", question.kind)
    here = {item.id for item in items(selector, question.kind, rows, everywhere)}
    known = items(selector, question.kind, properties(selector.store, visible), everywhere)
    gaps = [item for item in known if item.id not in here]
    shown = gaps[: question.limit] if question.limit else gaps
    if gaps:
        verb = "is" if len(gaps) == 1 else "are"
        told = f"{len(gaps):,} {noun(question, len(gaps))} of other claims {verb} never reported here: {named(shown)}."
    else:
        told = f"Every {noun(question, 1)} of the data is reported here, too."
    return Replied(Reply("list", told, _documents(shown), len(gaps)), ())


def _next(selector: Selector, question: Question, rows: Sequence[Row], visible: frozenset[str]) -> Replied:
    from exograph.questions.research import openings

    return openings(selector, question, rows)
