"""The filters of `mechanism` as people give them: names, effect words, years; and as the query takes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from exograph.errors import UsageError
from exograph.knowledge import effects
from exograph.questions import catalogue

NAMED = ("source", "cargo", "gene", "pathway", "drug", "cancer", "modality", "cell")
WORDS = ("effect", "model", "year", "claim")
NEGATED = (*(f"not_{name}" for name in NAMED), "not_effect")
FILTERS = (*NAMED, *WORDS, *NEGATED)
_YEARS = re.compile(r"([0-9]{4})?([-–])?([0-9]{4})?")
_FIRST = 1990

Filters = Mapping[str, Sequence[str]]


def checked(filters: Mapping[str, Iterable[str] | str]) -> dict[str, tuple[str, ...]]:
    """The filters that are given, each a tuple of texts. UsageError for a filter that does not exist."""
    found = {}
    for name, values in filters.items():
        if name not in FILTERS:
            raise UsageError(f"there is no filter `{name}`", hint="filters: " + ", ".join(FILTERS))
        texts = (values,) if isinstance(values, str) else tuple(values)
        if any(not text.strip() for text in texts):
            raise UsageError(f"the filter `{name}` is empty", hint="give a name, or leave the filter out")
        if texts:
            found[name] = texts
    return found


def empty() -> dict[str, list[Any]]:
    """The query's parameters with no filter set."""
    return {name: [] for name in catalogue.get("mechanism").parameters}


def words(name: str, texts: Sequence[str]) -> list[Any]:
    """Values of a filter that is not a name: effects with what they imply, models, years, claim ids."""
    if name in {"effect", "not_effect"}:
        return [word for text in texts for word in _effects(text)]
    if name == "year":
        return [year for text in texts for year in _years(text)]
    if name == "model":
        return [_model(text) for text in texts]
    return list(texts)


_EFFECT_WORDS = {
    "sensitizes": "sensitises", "sensitise": "sensitises", "sensitize": "sensitises", "sensitising": "sensitises",
    "resists": "confers resistance", "resistance": "confers resistance", "reverses": "reverses resistance",
    "suppresses tumor": "suppresses tumour", "promotes tumor": "promotes tumour",
    "none": "no effect", "null": "no effect",
}  # fmt: skip


def _effects(text: str) -> tuple[str, ...]:
    word = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    word = _EFFECT_WORDS.get(word, word)
    if word not in effects.SIGNS:
        from difflib import get_close_matches

        close = get_close_matches(word, effects.EFFECTS, 1)
        raise UsageError(
            f"`{text[:60]}` is no effect",
            hint=(f"did you mean `{close[0]}`? " if close else "") + "effects: " + ", ".join(effects.EFFECTS),
        )
    return effects.IMPLIED.get(word, (word,))


def _model(text: str) -> str:
    word = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    known = ("in vitro", "in vivo", "ex vivo", "clinical", "unspecified")
    if word not in known:
        raise UsageError(f"`{text[:60]}` is no model", hint="models: " + ", ".join(known))
    return word


def _years(text: str) -> range:
    found = _YEARS.fullmatch(text.strip())
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise UsageError(f"`{text[:60]}` is no year", hint="write 2020, 2018-2022, 2020- or -2015")
    first = int(found[1] or _FIRST)
    last = int(found[3] or (datetime.date.today().year + 1 if found[2] else first))
    if last < first:
        raise UsageError(f"`{text}` runs backwards", hint="the earlier year comes first")
    return range(max(first, _FIRST), min(last, datetime.date.today().year + 1) + 1)
