"""A Question -> its Answer: the one executor behind every door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exograph.questions import silence, text
from exograph.questions.answer import Answer, Hidden, Understood
from exograph.questions.command import command
from exograph.questions.paths import reported_paths, target_facts
from exograph.questions.question import Condition, Not, Question, Term, both, conjuncts
from exograph.questions.replies import reply
from exograph.questions.select import Claims, Selector
from exograph.questions.tally import properties
from exograph.stores.base import Store, built

if TYPE_CHECKING:
    from exograph.names import Names

LIMIT = 200  # paths an answer shows unless told otherwise
IMMUNOTHERAPY = "immunotherapy"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a door adds: the words as they were asked, what names were taken for, remarks."""

    words: str = ""
    understood: tuple[Understood, ...] | None = None
    notes: tuple[str, ...] = ()


def run(
    store: Store, question: Question, names: Names | None = None, *, retracted: bool = False, limit: int = LIMIT,
    telling: Telling | None = None,
) -> Answer:  # fmt: skip
    """Answer a question. UsageError for a word that no facet knows; an unknown name is told in `nothing`."""
    selector = Selector(store, names or default_names(store))
    return run_with(selector, question, retracted=retracted, limit=limit, telling=telling or Telling())


def default_names(store: Store) -> Names:
    """The reader of names on what the store holds."""
    from exograph.names import Names

    return Names(store)


def run_with(
    selector: Selector, question: Question, *, retracted: bool = False, limit: int = LIMIT, telling: Telling = Telling()
) -> Answer:
    """As `run`, with a selector that has read some of it already."""
    unknown = selector.unknown(question)
    hide = frozenset() if retracted or _asks_status(question) else selector.claims(Term("status", ("retracted",)))
    found = frozenset() if unknown else selector.claims(question.where)
    rows = properties(selector.store, found - hide)
    if question.order and question.want == "paths":
        way = -1 if question.order.startswith("-") else 1
        rows.sort(key=lambda row: way * (row["year"] or (0 if way < 0 else 9999)))
    made = reply(selector, question, rows, selector.all() - hide)
    most = question.limit if question.want == "paths" and question.limit else limit
    hidden = Hidden(
        retracted=len(found & hide), loaded=_loaded_left_out(selector, question, hide),
        background=_background(selector, question, hide), over_limit=max(0, len(made.claims) - most),
    )  # fmt: skip
    answer = Answer(
        question=telling.words or text.write(question), asked=question, text=text.write(question),
        command=command(question, retracted=retracted), paths=reported_paths(selector.store, made.claims[:most]),
        reply=made.reply, hidden=hidden, notes=telling.notes, nothing=None,
        understood=telling.understood if telling.understood is not None else selector.understood(question),
    )  # fmt: skip
    if unknown or made.silent:
        told = silence.why(selector, question, answer, unknown)
        answer = replace(answer, nothing=replace(told, why=made.reply.text) if rows and not unknown else told)
    return finish(selector.store, answer)


def finish(store: Store, answer: Answer) -> Answer:
    """Add what stands beside every answer: opposing claims, facts of the drugs named, the release."""
    release = built(store)
    shown = {path.claim for path in answer.paths}
    others = dict.fromkeys(claim for path in answer.paths for claim in path.opposed_by if claim not in shown)
    drugs = list(dict.fromkeys(one.id for one in answer.understood if one.label == "Drug"))
    return replace(
        answer, opposing=reported_paths(store, list(others)), facts=answer.facts or target_facts(store, drugs),
        release=release.release, sha256=release.sha256,
    )  # fmt: skip


def _asks_status(question: Question) -> bool:
    return any(term.facet == "status" for term, _ in question.terms())


def _without(question: Question, dropped: Condition) -> Condition | None:
    return both(*(part for part in conjuncts(question.where) if part != dropped))


def _loaded_left_out(selector: Selector, question: Question, hide: Claims) -> int:
    """Claims on vesicles loaded with the drug itself, which `effect = sensitises` leaves out."""
    for part in conjuncts(question.where):
        if isinstance(part, Term) and part.facet == "effect" and "sensitises" in part.values:
            others = selector.claims(both(_without(question, part), Term("loaded", ("yes",))))
            return len(others - selector.claims(part) - hide)
    return 0


def _background(selector: Selector, question: Question, hide: Claims) -> int:
    """Immune claims without a cancer: background that a question for immunotherapy leaves out."""
    for part in conjuncts(question.where):
        if isinstance(part, Term) and part.facet == "modality" and IMMUNOTHERAPY in part.values:
            background = both(Term("cell", ("any",)), Not(Term("cancer", ("any",))))
            return len(selector.claims(background) - hide)
    return 0


def claims(store: Store, identifiers: Sequence[str], *, words: str = "", retracted: bool = True) -> Answer:
    """These claims and no others, as an answer."""
    return run(store, Question(where=Term("claim", tuple(identifiers))), retracted=retracted, telling=Telling(words))
