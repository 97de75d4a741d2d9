"""The words of the filters of `mechanism`: effects, models, years."""

from __future__ import annotations

import datetime

import pytest

from exograph.errors import UsageError
from exograph.knowledge.effects import EFFECTS
from exograph.questions.filters import checked, words

NEXT = datetime.date.today().year + 1


@pytest.mark.parametrize("effect", EFFECTS)
def test_every_effect_word_is_a_filter(effect: str) -> None:
    assert effect in words("effect", [effect])


def test_sensitises_includes_reverses_resistance() -> None:
    assert words("effect", ["sensitises"]) == ["sensitises", "reverses resistance"]
    assert words("effect", ["reverses resistance"]) == ["reverses resistance"]
    assert words("not_effect", ["sensitises"]) == ["sensitises", "reverses resistance"]


@pytest.mark.parametrize("text", ["sensitizes", "Sensitises", " SENSITIZE ", "sensitising"])
def test_spellings_of_an_effect(text: str) -> None:
    assert words("effect", [text])[0] == "sensitises"


@pytest.mark.parametrize(
    ("text", "word"),
    [("suppresses tumor", "suppresses tumour"), ("confers_resistance", "confers resistance"), ("none", "no effect"),
     ("confers-resistance", "confers resistance"), ("suppresses-tumour", "suppresses tumour")],
)  # fmt: skip
def test_other_spellings(text: str, word: str) -> None:
    assert words("effect", [text]) == [word]


def test_an_unknown_effect_gets_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        words("effect", ["supresses tumour"])
    assert "did you mean `suppresses tumour`" in caught.value.hint
    with pytest.raises(UsageError):
        words("effect", ["cures"])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2020", 2020, 2020), ("2018-2022", 2018, 2022), ("2020-", 2020, NEXT), ("-2015", 1990, 2015),
     (" 2020 ", 2020, 2020), ("1800-2015", 1990, 2015), ("2018–2022", 2018, 2022)],
)  # fmt: skip
def test_years(text: str, first: int, last: int) -> None:
    assert words("year", [text]) == list(range(first, last + 1))


@pytest.mark.parametrize(
    "text", ["-", "20", "20200", "2020-19", "2022-2018", "2018 2022", "20182022", "soon", "２０２０"]
)
def test_what_is_no_year(text: str) -> None:
    with pytest.raises(UsageError):
        words("year", [text])


@pytest.mark.parametrize("text", ["in vitro", "In-Vitro", "in_vivo", "ex vivo", "clinical"])
def test_models(text: str) -> None:
    assert words("model", [text]) == [text.lower().replace("-", " ").replace("_", " ")]


def test_an_unknown_model_gets_the_list() -> None:
    with pytest.raises(UsageError) as caught:
        words("model", ["in silico"])
    assert "in vitro" in caught.value.hint


def test_filters_that_do_not_exist_or_are_empty() -> None:
    with pytest.raises(UsageError, match="no filter `medicine`"):
        checked({"medicine": ["x"]})
    with pytest.raises(UsageError, match="empty"):
        checked({"drug": [" "]})
    assert checked({"drug": "cisplatin", "cancer": []}) == {"drug": ("cisplatin",)}
