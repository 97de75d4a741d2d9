"""Facets as the doors give them: every kind of value that Python, a flag or JSON can hold, and what is none."""

from __future__ import annotations

import math
from typing import Any

import pytest

from exograph.errors import UsageError
from exograph.questions import options
from exograph.questions.facets import FACETS
from exograph.questions.options import condition
from exograph.questions.question import All, Not, Term

np = pytest.importorskip("numpy")
pd = pytest.importorskip("pandas")


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (2020, ("2020",)),
        (2020.0, ("2020",)),
        (np.int64(2020), ("2020",)),
        (np.float64(2020), ("2020",)),
        (np.array(2020), ("2020",)),
        ("2018-2022", ("2018-2022",)),
        ([2020, "2021-"], ("2020", "2021-")),
        ((2020, 2020), ("2020",)),
        (range(2018, 2021), ("2018", "2019", "2020")),
        ({2021, 2020}, ("2020", "2021")),
        (np.array([2020, 2021]), ("2020", "2021")),
        (pd.Series([2020, 2021]), ("2020", "2021")),
        (pd.Series([2020.0, 2021.0]), ("2020", "2021")),
        (pd.Index(["2020"]), ("2020",)),
        ((year for year in (2020,)), ("2020",)),
        (np.str_("2020"), ("2020",)),
    ],
    ids=repr,
)
def test_values_that_are_read(value: Any, texts: tuple[str, ...]) -> None:
    assert condition({"year": value}) == Term("year", texts)


@pytest.mark.parametrize(
    "value",
    [math.nan, math.inf, 2020.5, np.float64("nan"), b"2020", {"a": 1}, [[2020]], [None], [math.nan], pd.NA, object(),
     pd.Series([2020, None]), pd.DataFrame({"a": [1]}), np.zeros((2, 2)), 3j, len, pd.NaT],
    ids=repr,
)  # fmt: skip
def test_values_that_are_none_get_one_clear_error(value: Any) -> None:
    with pytest.raises(UsageError, match=r"year: .* is no value") as caught:
        condition({"year": value})
    assert "give a text" in caught.value.hint
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", ["", "  ", [], (), set(), pd.Series([], dtype=object), ["a", ""]], ids=repr)
def test_what_is_empty_is_said(value: Any) -> None:
    with pytest.raises(UsageError, match="`drug` is empty"):
        condition({"drug": value})


def test_truth_is_yes_or_no() -> None:
    assert condition({"loaded": True}) == Term("loaded", ("yes",))
    assert condition({"loaded": np.bool_(False)}) == Term("loaded", ("no",))


def test_none_is_not_given() -> None:
    assert condition({"drug": None}) is None
    assert condition({"drug": None, "cancer": "glioma"}) == Term("cancer", ("glioma",))
    with pytest.raises(UsageError, match="at least one facet"):
        options.question({"drug": None})


def test_facets_are_joined_in_their_own_order_and_not_is_not() -> None:
    found = condition({"not_cargo-kind": "protein", "cancer": "glioma", "NOT_DRUG": ["a", "b"], "cargo": "miR-21"})
    assert found == All((
        Term("cargo", ("miR-21",)), Term("cancer", ("glioma",)), Not(Term("cargo-kind", ("protein",))),
        Not(Term("drug", ("a", "b"))),
    ))  # fmt: skip


def test_every_facet_is_a_name_twice() -> None:
    assert len(options.names()) == 2 * len(FACETS)
    for name in options.names():
        assert condition({name: "x"}) is not None


def test_an_unknown_facet_gets_the_nearest() -> None:
    with pytest.raises(UsageError, match="no facet `drugs`") as caught:
        condition({"drugs": "cisplatin"})
    assert "did you mean `drug`" in caught.value.hint
