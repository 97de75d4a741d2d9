"""The first sentence of an answer: what rose or fell, in how many claims of how many papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exograph.questions.answer import Answer, Path, PathNode
from exograph.questions.question import Condition, Not, Term, terms
from exograph.views import groups, names, sentences
from exograph.views.terminal import clean

_OUTCOMES_SHOWN = 4
# a statement on these alone is one on an outcome
_OF_OUTCOMES = frozenset({"effect", "family", "drug", "cancer", "cell", "modality"})
_TAILS = {"yes": "; no claim here says otherwise", "no": "; no claim here says so"}


def verdict(answer: Answer) -> str:
    """`15 claims of 12 papers: glioma is suppressed.`; a yes, no or mixed says what each side saw.

    Empty for a single path, which a sentence of its own tells, and where nothing was found.
    """
    if answer.reply.kind == "yesno":
        return _judged(answer) or sentences.ended(answer.reply.text)
    if answer.reply.kind == "compare":
        return _compared(answer) or sentences.ended(answer.reply.text)
    reported = [path for path in answer.paths if path.kind == "reported"]
    if answer.reply.kind != "paths":
        given = _given(reported) if len(reported) > 1 else ""
        return (
            f"{sentences.ended(answer.reply.text).removesuffix('.')}{given}."
            if given
            else sentences.ended(answer.reply.text)
        )
    shown = f"{sentences.capital(names.limited(answer))}: " if names.limited(answer) else ""
    if len(reported) < 2:
        return f"{shown.removesuffix(': ')}." if shown else ""
    return f"{shown or f'{groups.numbers(reported)}: '}{_outcomes(reported)}{_given(reported)}."


def _outcomes(paths: Sequence[Path], between: str = "; ") -> str:
    found = groups.outcomes(paths)
    if len(found) == 1:
        return found[0].said
    told = [f"{group.said} ({group.numbers()})" for group in found[:_OUTCOMES_SHOWN]]
    rest = [path for group in found[_OUTCOMES_SHOWN:] for path in group.paths]
    return between.join([*told, *([f"other outcomes ({groups.numbers(rest)})"] if rest else [])])


def _given(paths: Sequence[Path]) -> str:
    """That not every claim is on isolated vesicles."""
    others = [path for path in paths if path.given not in {"", names.VESICLES, "inferred"}]
    if not others:
        return ""
    articles = {"secretome": "the secretome"}
    given = names.listing(dict.fromkeys(articles.get(path.given, clean(path.given)) for path in others), "or")
    which = "all of these claims" if len(others) == len(paths) else f"{len(others):,} of {len(paths):,} claims"
    return f". In {which}, {given} {'were' if 'cells' in given else 'was'} given, not isolated vesicles"


def _judged(answer: Answer) -> str:
    """Yes, no or mixed with what each side saw; empty where the statement is on something else."""
    statement = answer.asked.verdict if answer.asked else None
    sides = [item for item in answer.reply.items if item.get("claims")]
    if statement is None or not sides or answer.reply.value not in {"yes", "no", "mixed"}:
        return ""
    held = {path.claim: path for path in answer.paths}
    said = []
    for side in sides:
        paths = [held[claim] for claim in side["claims"] if claim in held]
        saw = _saw(statement, side, paths, answer)
        if not saw:
            return ""
        said.append(saw)
    shown = [path for side in sides for path in (held.get(claim) for claim in side["claims"]) if path]
    head, tail = str(answer.reply.value).capitalize(), _TAILS.get(str(answer.reply.value), "")
    return f"{head}: {'; '.join(said)}{tail}{_given(shown)}."


def _compared(answer: Answer) -> str:
    """What rose or fell on each side; empty where a limit cut the claims."""
    held = {path.claim: path for path in answer.paths}
    sides = answer.reply.items
    if answer.hidden.over_limit or not all("claims" in side for side in sides):
        return ""
    found = [(side, [held[claim] for claim in side["claims"] if claim in held]) for side in sides]
    told = "; ".join(f"{clean(side['name'])}: {_side(side, paths)}" for side, paths in found)
    shown = list({path.claim: path for _, paths in found for path in paths}.values())
    return f"{told}{_given(shown)}. Counts of reports, not a ranking."


def _side(side: Mapping[str, Any], paths: Sequence[Path]) -> str:
    told = _outcomes(paths, ", ")
    alone = f" ({_count(side)})" if len(groups.outcomes(paths)) == 1 else ""
    return f"{told}{alone}" if paths else "nothing is reported"


def _count(side: Mapping[str, Any]) -> str:
    return f"{names.plural(side['count'], 'claim')} of {names.plural(side['papers'], 'paper')}"


def _saw(statement: Condition, side: Mapping[str, Any], paths: Sequence[Path], answer: Answer) -> str:
    count = _count(side)
    facets = {term.facet for term, _ in terms(statement)}
    if "effect" in facets and facets <= _OF_OUTCOMES and paths:
        found = groups.outcomes(paths)
        told = [group.said for group in found[:_OUTCOMES_SHOWN]]
        told += ["other outcomes"] if len(found) > _OUTCOMES_SHOWN else []
        return f"{_and(told)} in {count}"
    inner = statement.part if isinstance(statement, Not) else statement
    if isinstance(inner, Term) and inner.facet in {"raises", "lowers"}:
        # what is against `raises`, and what is for `not raises`, lowers
        up = (inner.facet == "raises") ^ (side["name"] != "for") ^ isinstance(statement, Not)
        return f"{_changed(inner, 1 if up else -1, answer)} in {count}"
    return ""


def _and(clauses: Sequence[str]) -> str:
    """Clauses in a row, with commas, since there is an `and` within some."""
    return f"{', '.join(clauses[:-1])}, and {clauses[-1]}," if len(clauses) > 1 else "".join(clauses)


def _changed(term: Term, sign: int, answer: Answer) -> str:
    roles = {node.key: node.role for path in answer.paths for node in path.nodes}
    known = {word.casefold(): one for one in answer.understood for word in (one.text, one.name, one.id)}
    nodes = []
    for value in term.values:
        one = known.get(value.casefold())
        label, identifier, name = (one.label, one.id, one.name) if one else ("", "", value)
        nodes.append(PathNode(identifier, label, name, roles.get((label, identifier), "")))
    return names.change(nodes, sign)
