"""5,000 random and hostile texts: an answer or a refusal, never a traceback, and nothing of it reaches the store."""

from __future__ import annotations

import random

import pytest

from benchmarks.ask_questions import questions
from exograph.language import ask
from exograph.questions.answer import Answer
from exograph.views.json_view import text as as_json
from exograph.views.table import text as as_table
from tests.ask import asked, bundled

_SEED = 20261125
_NUMBER = 5000
_SHOWN = 20
_FRAGMENTS = (
    "MATCH (n) DETACH DELETE n", "'; DROP TABLE x; --", "<script>alert(1)</script>", "${jndi:ldap://x}", "{{7*7}}", "\x00", "\x1b[31m",
    "\u202e", "\u200b", "\ufeff", "\ud800", "🧬", "Z̷̢͝", "外泌体", "экзосомы", "ﬁ", "½", "²", "`rm -rf /`", "../../etc/passwd", "%s%n%x", "\\", "\"", "'",
    "miR-", "miR-21-", "-miR", "hsa-", "let-", "CD", "-/|", "->", "-|", "~", "[EMT]", "(((((", ")", "::", "PMID:", "PMID: 0", "10.1/", "19999", "2020-2010", "since 9999",
    "not not not", "except", "versus", "or or", "and", "how many", "which", "which which", "never", "opposite", "most", "top 0", "top 999", "retracted", "does", "?", "!!!",
)  # fmt: skip


def texts() -> list[str]:
    """The texts, from a fixed seed: shuffled questions, fragments, letters of every plane, and long ones."""
    chance = random.Random(_SEED)
    known = [one.question for one in questions()]
    words = sorted({word for question in known for word in question.split()})
    made = []
    for _ in range(_NUMBER):
        kind = chance.randrange(6)
        if kind == 0:
            made.append(" ".join(chance.choices(words, k=chance.randrange(1, 14))))
        elif kind == 1:
            made.append(" ".join(chance.choices([*words, *_FRAGMENTS], k=chance.randrange(1, 10))))
        elif kind == 2:
            made.append(
                "".join(
                    chr(chance.choice((chance.randrange(128), chance.randrange(0x3000), chance.randrange(0xD800))))
                    for _ in range(chance.randrange(40))
                )
            )
        elif kind == 3:
            question = list(chance.choice(known))
            for _ in range(chance.randrange(1, 4)):
                if question:
                    question[chance.randrange(len(question))] = chance.choice(("", " ", "-", "x", "é", "\n", "'", "0"))
            made.append("".join(question))
        elif kind == 4:
            made.append(
                chance.choice(known).upper() if chance.random() < 0.5 else chance.choice(known)[: chance.randrange(60)]
            )
        else:
            made.append("".join(chance.choices(_FRAGMENTS, k=chance.randrange(1, 6))))
    return made


def test_random_and_hostile_texts() -> None:
    before = bundled().release()
    for number, text in enumerate(texts()):
        answer = ask(bundled(), text)
        assert isinstance(answer, Answer) and answer.reply.text, text
        if len(answer.paths) <= _SHOWN or number % 10 == 0:  # long answers are all shown alike
            as_json(answer).encode("utf-8")
            as_table(answer, width=80, colour=False).encode("utf-8")
    assert bundled().release() == before


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "miR-21 " * 20_000, "glioma, " * 15_000, "-" * 100_000, "\x00" * 100_000, "(" * 100_000]
)
def test_very_long_texts(text: str) -> None:
    answer = asked(text)
    assert answer.reply.kind == "refusal"
    assert len(as_json(answer)) < 20_000


@pytest.mark.parametrize(
    "text",
    ["how " * 900, "not " * 900, "suppress or promote " * 150, "miR-1-" * 600, "a-" * 1900, "exosomes from " * 250],
)
def test_long_texts_that_are_read(text: str) -> None:
    assert asked(text[:3999]).reply.text
