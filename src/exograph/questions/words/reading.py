"""A question as exograph understands it: the kind of answer, the filters, and what was done with each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from exograph.questions.names import Names
from exograph.questions.words.changes import Unit
from exograph.questions.words.details import details
from exograph.questions.words.filtering import JOINED, fill
from exograph.questions.words.kinds import kind_of, polite
from exograph.questions.words.leftover import Text, leftovers
from exograph.questions.words.lexicon import Lexicon
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.polarity import polarity
from exograph.questions.words.spans import Mention, mentions
from exograph.questions.words.tokens import Token, tokens
from exograph.questions.words.understood import Reading

_MARKS = frozenset("?!.;,:()")
_LEFT_OUT = Pattern(
    r"(?:^| )(?:except|excluding|without|besides|ignoring|non|excepting|other than|apart from|aside from|but not|not)"
    r"(?: (?:in|from|with|of|by|via|through|to|human|about|on|related))?$",
    "except exclud without besides ignor non other_than apart aside not",
)
_INTO = frozenset("to into towards toward become the an a".split())
_AFTER_PRIMED = frozenset("primed preconditioned pretreated priming preconditioning stimulated educated".split())
_DONOR = tuple("msc bmsc mesench exosom vesicle ev bone marrow stem donor cultur treat precondition".split())
_CODE = {"Drug": "@drug", "Modality": "@drug", "ImmuneCell": "@cell", "Cargo": "@molecule", "Gene": "@molecule"}


def read(text: str, lexicon: Lexicon, names: Names, *, again: bool = True) -> Reading:
    """Read a cleaned question. A slip in a plain word is mended, and the text read once more."""
    words = tokens(text)
    found = mentions(text, words, lexicon)
    pieces = leftovers(text, words, found)
    if not pieces:
        return _assembled(text, words, found)
    # most questions need no vocabulary: what opens them is imported only here
    from exograph.questions.words.unknown import resolve

    alone = sum(word.text not in _MARKS for word in words) <= len(pieces) + 1
    more = resolve(Text(text, words), pieces, lexicon, names, alone=alone)
    if more.rewritten and again:
        for wrong, right in more.rewritten:
            text = re.sub(rf"\b{re.escape(wrong)}\b", right, text)
        reading = read(text, lexicon, names, again=False)
        reading.notes[:0] = [f"`{wrong}` is read as {right}" for wrong, right in more.rewritten]
        return reading
    covered = {place for one in more.mentions for place in range(one.first, one.last + 1)}
    kept = [one for one in found if not covered & set(range(one.first, one.last + 1))]
    reading = _assembled(text, words, sorted([*kept, *more.mentions], key=lambda one: one.first))
    reading.strangers, reading.ignored = more.strangers, more.ignored
    return reading


def _assembled(text: str, words: Sequence[Token], found: list[Mention]) -> Reading:
    found = _without_turned(found, words)
    primed = [one for one in found if _primed_with(one, words)]
    found = [one for one in found if one not in primed]
    units = _units(words, found)
    _mark_left_out(units)
    low, masked = text.lower(), _masked(units)
    plain = polite(low)
    spoken = [unit for unit in units if isinstance(unit, Mention) or unit not in _MARKS or unit in "?.;!"]
    reading = Reading(
        text, kind_of(_spoken(spoken, plain), plain, masked), polarity(spoken, low), details(low, masked), found,
        plain=plain, masked=masked, units=units,
    )  # fmt: skip
    if primed and not reading.details.prepared and not reading.details.not_prepared:
        reading.details.prepare_with(primed[0].text.lower())
    fill(reading)
    return reading


def _without_turned(found: list[Mention], words: Sequence[Token]) -> list[Mention]:
    """`turns monocytes into M2 macrophages` asks about the latter alone."""
    turned = [
        one
        for one, after in pairwise(found)
        if one.label == after.label == "ImmuneCell"
        and {word.low for word in words[one.last + 1 : after.first]} <= _INTO
        and after.first > one.last + 1
    ]
    return [one for one in found if one not in turned]


def _primed_with(one: Mention, words: Sequence[Token]) -> bool:
    """Whether the name says what the donor cells lived under (`hypoxia-primed`): the vesicle's, no filter."""
    after = [word.low for word in words[one.last + 1 : one.last + 3]]
    if (after[:1] and after[0] in _AFTER_PRIMED) or (one.label == "Pathway" and not one.nodes[0].weight):
        return one.text.lower().startswith("hypoxi") or (after[:1] != [] and after[0] in _AFTER_PRIMED)
    return one.text.lower().startswith("hypoxi") and any(word.startswith(_DONOR) for word in after)


def _spoken(units: Sequence[Unit], plain: str) -> list[Unit]:
    """The units without what politeness put before them."""
    first = plain.split(" ", 1)[0].strip(".,;:!?")
    for at, unit in enumerate(units):
        if unit == first:
            return list(units[at:])
    return list(units)


def _units(words: Sequence[Token], found: Sequence[Mention]) -> list[Unit]:
    starts = {one.first: one for one in found}
    units: list[Unit] = []
    place = 0
    while place < len(words):
        one = starts.get(place)
        units.append(one if one else words[place].low)
        place = one.last + 1 if one else place + 1
    return units


def _masked(units: Sequence[Unit]) -> str:
    names = (_CODE.get(one.label, f"@{one.label.lower()}") if isinstance(one, Mention) else one for one in units)
    return " ".join(names)


def _mark_left_out(units: Sequence[Unit]) -> None:
    """`except glioma`, `not from bone marrow`, `other than miR-21`, and what is joined to it by and / or."""
    last: Mention | None = None
    since: list[str] = []
    for unit in units:
        if isinstance(unit, str):
            since.append(unit)
            continue
        joined = last is not None and last.negated and last.label == unit.label and set(since) <= JOINED
        said = " ".join(word for word in since[-4:] if word not in {"the", "any", "a", "for", "those", "ones"})
        told = bool(_LEFT_OUT.search(said))
        if said.endswith(("not to", "not by", "not on")):
            told = said.endswith(("but not to", "but not by", "but not on"))
        unit.negated = joined or told
        last, since = unit, []
