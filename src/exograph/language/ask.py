"""ask(store, text) -> Answer: a question in plain words, answered, or told back with what could be meant."""

from __future__ import annotations

from exograph.language.assemble import Reading
from exograph.language.read import read
from exograph.language.replies import readings, refusal
from exograph.language.tokens import cleaned, foreign
from exograph.names import Names
from exograph.questions.answer import Answer
from exograph.questions.held import held
from exograph.questions.question import Question
from exograph.questions.run import Telling, finish, run_with
from exograph.questions.select import Selector
from exograph.stores.base import Store

LONGEST = 2_000  # characters of a question


def ask(store: Store, text: str, names: Names | None = None) -> Answer:
    """Answer a question in plain words. Never raises for what the text holds; StoreErrors where there is no graph."""
    question = cleaned(text[:200_000])
    selector = Selector(store, names or Names(store))
    if not any(letter.isalnum() for letter in question):
        return finish(store, refusal(question[:LONGEST], "empty"))
    if len(question) > LONGEST:
        return finish(store, refusal(question[:LONGEST], "long"))
    if foreign(question):
        return finish(store, refusal(question, "alphabet"))
    reading = read(question, selector.names, held(store).texts)
    return finish(store, answered(selector, reading))


def answered(selector: Selector, reading: Reading) -> Answer:
    """The answer of a reading: only where every word of it was taken up."""
    if reading.refused:
        return refusal(reading.text, reading.refused)
    assert reading.question is not None and reading.terms is not None
    if reading.left or reading.terms.ties or not narrow(reading.question):
        return readings(selector, reading)
    understood = tuple(dict.fromkeys(reading.terms.understood))
    notes = tuple(reading.notes)
    return run_with(selector, reading.question, telling=Telling(reading.text, understood, notes))


def narrow(question: Question) -> bool:
    """Whether anything is asked for: all claims are an answer to no question, but they can be listed and counted."""
    return bool(question.where or question.verdict or question.sides or question.want not in {"paths", "verdict"})
