"""The question set: nothing that was answered once may be lost, and every answer keeps to the documented shape."""

from __future__ import annotations

import json

import jsonschema
import pytest

from benchmarks.ask_quality import FLOOR, Score, score, trouble
from benchmarks.ask_questions import Asked, claims, questions
from exograph.views.json_view import SCHEMA_FILE, document, text
from exograph.views.markdown import text as markdown
from exograph.views.prose import paragraph
from exograph.views.table import text as table
from tests.ask import asked

_QUESTIONS = questions()


@pytest.fixture(scope="module")
def counted() -> Score:
    return score(_QUESTIONS, asked)


def test_the_set_is_large_and_a_third_of_it_is_to_be_refused_or_misspelt() -> None:
    odd = [one for one in _QUESTIONS if one.file in {"refused", "names"}]
    assert len(_QUESTIONS) >= 170
    assert 3 * len(odd) >= len(_QUESTIONS)


def test_no_question_stands_twice() -> None:
    texts = [one.question for one in _QUESTIONS]
    assert len(texts) == len(set(texts))


def test_every_claim_that_a_question_names_exists() -> None:
    named = {claim for one in _QUESTIONS for claim in one.must | one.banned}
    retracted = {"PMID:33109266/1", "doi:10.1007/s13402-019-00461-z/1"}
    assert named - retracted <= claims().keys()


def test_an_expectation_fits_some_claim() -> None:
    """A condition that no row of the tables meets would be a slip of the pen: `-` says that none is expected."""
    barren = [one.question for one in _QUESTIONS if one.claims is not None and not one.claims and not one.silent]
    assert barren == []
    assert sum(one.silent for one in _QUESTIONS) >= 5


def test_quality_does_not_fall(counted: Score) -> None:
    floor = json.loads(FLOOR.read_text(encoding="utf-8"))
    figures = counted.figures()
    fallen = {name: (figures[name], least) for name, least in floor.items() if figures[name] < least}
    assert fallen == {}, "\n".join(counted.wrong)


@pytest.mark.parametrize("one", _QUESTIONS, ids=lambda one: f"{one.file}-{one.question[:40]}")
def test_every_answer_keeps_to_the_schema_and_can_be_shown(one: Asked) -> None:
    answer = asked(one.question)
    made = document(answer)
    jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))).validate(made)
    assert text(answer) == text(asked(one.question)), "the same question gives the same bytes"
    assert table(answer, width=80, colour=False).strip() and markdown(answer).strip() and paragraph(answer).strip()
    assert (answer.reply.kind == "refusal") <= (answer.nothing is not None)


def test_trouble_is_seen() -> None:
    """The score can fail: a wrong answer is told as wrong."""
    one = next(one for one in _QUESTIONS if one.question == "miR-122")
    assert trouble(one, asked("miR-122")) == []
    assert trouble(one, asked("miR-1228")) and trouble(one, asked("miR-99999"))
