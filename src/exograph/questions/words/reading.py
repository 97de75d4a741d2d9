"""A question as exograph understands it: the kind of answer, the filters, and what was done with each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from exograph.questions.answer import Nearest
from exograph.questions.names import Names
from exograph.questions.words import details as detail
from exograph.questions.words.kinds import Asked, kind_of, polite
from exograph.questions.words.lexicon import Lexicon
from exograph.questions.words.polarity import BAD, GOOD, RESPONSE, Polarity, Unit, polarity
from exograph.questions.words.spans import Mention, mentions
from exograph.questions.words.tokens import Token, tokens
from exograph.questions.words.unknown import leftovers, resolve

PARAMETER = {
    "MscSource": "source", "Cargo": "cargo", "Gene": "gene", "Pathway": "pathway", "ImmuneCell": "cell", "Drug": "drug", "Cancer": "cancer",
    "Modality": "modality",
}  # fmt: skip
ANY_CANCER = "DOID:162"
_MARKS = frozenset("?!.;,:()")
_JOINED = {"and", "or", ",", "/", "nor", "both", "either", "the", "plus"}
_OUT = {"except", "excluding", "without", "besides", "ignoring", "non", "except-for", "excepting", "outside"}
_CARRIED_BEFORE = {"carry", "carries", "carrying", "carried", "exosomal", "vesicular", "deliver", "delivers", "delivering", "transfer", "transfers", "transferring", "containing", "contain", "contains", "with", "bearing", "holding", "enriched",
                   "loaded", "shuttle", "shuttling", "cargo", "ship", "ships", "bring", "overexpressing", "expressing", "rich"}  # fmt: skip
_CARRIED_AFTER = {
    "exosomes",
    "exosome",
    "loaded",
    "enriched",
    "carrying",
    "rich",
    "containing",
    "overexpressing",
    "vesicles",
    "evs",
    "modified",
    "transfected",
    "bearing",
    "expressing",
    "engineered",
}
_TARGETED_BEFORE = {
    "via",
    "through",
    "target",
    "targets",
    "targeting",
    "targeted",
    "by",
    "hit",
    "hits",
    "downstream",
    "sponge",
    "sponges",
    "sponging",
    "on",
    "mediated",
    "axis",
    "involving",
}
_TARGETED_AFTER = {
    "axis",
    "signalling",
    "signaling",
    "pathway",
    "expression",
    "mediated",
    "dependent",
    "inhibition",
    "activation",
}


@dataclass(eq=False)
class Group:
    """Molecules any of which will do. `where`: cargo, gene or empty for both."""

    mentions: list[Mention]
    where: str = ""


@dataclass
class Reading:
    """What was understood. `filters` go to the mechanism query as they are; the rest is looked at afterwards."""

    text: str
    asked: Asked
    polarity: Polarity
    details: detail.Details
    mentions: list[Mention]
    filters: dict[str, list[Any]] = field(default_factory=dict)
    either: bool = False  # the drugs or the kinds of therapy, not both
    groups: list[Group] = field(default_factory=list)
    all_drugs: list[str] = field(default_factory=list)
    strangers: list[tuple[str, str, tuple[Nearest, ...]]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    left_out_cells: int = 0  # claims on regulatory cells that `suppress T cells` does not mean
    notes: list[str] = field(default_factory=list)
    masked: str = ""
    plain: str = ""
    units: list[Unit] = field(default_factory=list)

    @property
    def narrowed(self) -> bool:
        """Whether anything in it says what is asked about."""
        d = self.details
        return bool(
            self.filters
            or self.groups
            or self.polarity.effects
            or d.years
            or d.models
            or d.prepared
            or d.not_prepared
            or d.given
            or d.loaded
            or d.paper
            or d.author
        )

    def of(self, *labels: str) -> list[Mention]:
        """The mentions of these kinds that are not left out."""
        return [one for one in self.mentions if one.label in labels and not one.negated]


def read(text: str, lexicon: Lexicon, names: Names, *, again: bool = True) -> Reading:
    """Read a cleaned question."""
    words = tokens(text)
    found = mentions(text, words, lexicon)
    pieces = leftovers(text, words, found)
    strangers, ignored, notes = [], [], []
    if pieces:
        alone = sum(word.text not in _MARKS for word in words) <= len(pieces) + 1
        more = resolve(text, words, pieces, lexicon, names, alone)
        if more.rewritten and again:
            for wrong, right in more.rewritten:
                text = re.sub(rf"\b{re.escape(wrong)}\b", right, text)
            reading = read(text, lexicon, names, again=False)
            reading.notes[:0] = [f"`{wrong}` is read as {right}" for wrong, right in more.rewritten]
            return reading
        covered = {place for one in more.mentions for place in range(one.first, one.last + 1)}
        found = sorted(
            [*(one for one in found if not covered & set(range(one.first, one.last + 1))), *more.mentions],
            key=lambda one: one.first,
        )
        strangers, ignored = more.strangers, more.ignored
    return _assembled(text, words, found, strangers, ignored, notes)


def _assembled(
    text: str,
    words: Sequence[Token],
    found: list[Mention],
    strangers: list[tuple[str, str, tuple[Nearest, ...]]],
    ignored: list[str],
    notes: list[str],
) -> Reading:
    found = [one for one in found if not _primed_with(one, words)]
    units = _units(words, found)
    _mark_left_out(units)
    plain = polite(text.lower())
    masked = _masked(units)
    spoken = [unit for unit in units if isinstance(unit, Mention) or unit not in _MARKS or unit in "?.;!"]
    reading = Reading(
        text, kind_of(_spoken(spoken, plain), plain, masked), polarity(spoken, text.lower()), detail.details(text, text.lower(), masked), found,
        strangers=strangers, ignored=ignored, notes=notes, masked=masked, plain=plain, units=units,
    )  # fmt: skip
    _fill(reading)
    return reading


def _primed_with(one: Mention, words: Sequence[Token]) -> bool:
    """Whether the name says what the donor cells lived under (`hypoxia-primed`, `IL-6 stimulated`): the vesicle's, no filter."""
    after = [word.low for word in words[one.last + 1 : one.last + 3]]
    if after[:1] and after[0] in {
        "primed",
        "preconditioned",
        "pretreated",
        "priming",
        "preconditioning",
        "stimulated",
        "educated",
    }:
        return True
    return one.text.lower().startswith("hypoxi") and any(
        word.startswith(
            (
                "msc",
                "bmsc",
                "mesench",
                "exosom",
                "vesicle",
                "ev",
                "bone",
                "marrow",
                "stem",
                "donor",
                "cultur",
                "treat",
                "precondition",
            )
        )
        for word in after
    )


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
    code = {"Drug": "@drug", "Modality": "@drug", "ImmuneCell": "@cell", "Cargo": "@molecule", "Gene": "@molecule"}
    return " ".join(
        code.get(unit.label, f"@{unit.label.lower()}") if isinstance(unit, Mention) else unit for unit in units
    )


def _mark_left_out(units: Sequence[Unit]) -> None:
    """`except glioma`, `not from bone marrow`, `other than miR-21`, and what is joined to it by and / or."""
    for at, unit in enumerate(units):
        if not isinstance(unit, Mention):
            continue
        back = [one if isinstance(one, str) else "@" for one in units[max(0, at - 4) : at]]
        if at and "@" in back:
            since = len(back) - 1 - back[::-1].index("@")
            before = units[max(0, at - 4) + since]
            joined = all(word in _JOINED for word in back[since + 1 :])
            if isinstance(before, Mention) and before.negated and joined and before.label == unit.label:
                unit.negated = True
                continue
            back = back[since + 1 :]
        said = " ".join(word for word in back if word not in {"the", "any", "a", "for", "those", "ones"})
        unit.negated = bool(
            re.search(
                r"(?:^| )(?:except|excluding|without|besides|ignoring|non|excepting|other than|apart from|aside from|but not|not)(?: (?:in|from|with|of|by|via|through|to|human|about|on|related))?$",
                said,
            )
        )
        if said.endswith(("not to", "not by", "not on")) and not said.endswith(
            ("but not to", "but not by", "but not on")
        ):
            unit.negated = False


def _fill(reading: Reading) -> None:
    """Names become filters; molecules become groups, since a molecule may be carried or targeted."""
    seen: list[Mention] = []
    for one in reading.mentions:
        if one.negated:
            names = [f"not_{PARAMETER[node.label]}" for node in one.nodes]
            for name, node in zip(names, one.nodes, strict=True):
                reading.filters.setdefault(name, []).append(node.id)
        elif one.molecule:
            seen.append(one)
        else:
            reading.filters.setdefault(PARAMETER[one.label], []).append(one.nodes[0].id)
    reading.filters = {name: list(dict.fromkeys(ids)) for name, ids in reading.filters.items()}
    _group(reading, seen)
    _effects(reading)
    for stem, kind in (
        ("radiosensiti", "radiotherapy"),
        ("radioresist", "radiotherapy"),
        ("chemosensiti", "chemotherapy"),
        ("chemoresist", "chemotherapy"),
    ):
        if stem in reading.plain and not reading.of("Drug", "Modality"):
            reading.filters["modality"] = [f"exograph:modality/{kind}"]
    drugs = reading.filters.get("drug", [])
    together = re.search(
        r"@drug (?:plus|\+|combined with|together with|along with|and|in combination with|with) @drug.{0,20}(?:combin|together|jointly)|@drug (?:plus|\+|combined with|together with|along with|alongside|in combination with|combination with) @drug|combin\w+ (?:of |between )?@drug (?:and|with|plus) @drug|both @drug and @drug (?:together|in combination)",
        reading.masked,
    )
    if together and len(drugs) > 1:
        reading.all_drugs = drugs
    if (
        reading.of("ImmuneCell")
        and not reading.of("Cancer")
        and re.search(
            r"\b(?:in|of|within|for|against) (?:\w+ )?(?:cancers?|tumou?rs?|malignan\w+|oncology)\b", reading.masked
        )
    ):
        reading.filters["cancer"] = [ANY_CANCER]
    if "modality" in reading.filters and "drug" in reading.filters and not reading.all_drugs:
        _widen(reading)


def _widen(reading: Reading) -> None:
    """`chemotherapy with cisplatin` narrows; `cisplatin or radiotherapy` does not."""
    if re.search(r"@drug (?:or|and|versus|vs|,) @drug", reading.masked):
        reading.either = True


def _group(reading: Reading, seen: Sequence[Mention]) -> None:
    places = {id(unit): at for at, unit in enumerate(reading.units) if isinstance(unit, Mention)}
    changed = {id(one) for one, _ in reading.polarity.molecules}
    for number, one in enumerate(seen):
        at = places[id(one)]
        where = "gene" if id(one) in changed else _where(reading, at, one)
        if number and reading.groups:
            between = reading.units[places[id(seen[number - 1])] + 1 : at]
            if between and all(isinstance(unit, str) and unit in _JOINED for unit in between):
                reading.groups[-1].mentions.append(one)
                continue
        reading.groups.append(Group([one], where))


def _where(reading: Reading, at: int, one: Mention) -> str:
    labels = {node.label for node in one.nodes}
    before = [
        unit for unit in reading.units[max(0, at - 2) : at] if isinstance(unit, str) and unit not in {"the", "a", "of"}
    ]
    after = reading.units[at + 1] if at + 1 < len(reading.units) else ""
    if (before and before[-1] in _TARGETED_BEFORE) or (isinstance(after, str) and after in _TARGETED_AFTER):
        return "gene"
    if labels == {"Gene"}:
        return "gene"
    if (before and before[-1] in _CARRIED_BEFORE) or (isinstance(after, str) and after in _CARRIED_AFTER):
        return "cargo"
    return ""


def _effects(reading: Reading) -> None:
    found = reading.polarity
    treated = bool(reading.of("Drug", "Modality"))
    if found.bare and not found.effects:
        reading.filters["effect"] = [*RESPONSE, *(["no effect"] if treated else [])]
    elif found.effects:
        reading.filters["effect"] = list(found.effects)
    details = reading.details
    if details.loaded and found.family in {"response", ""} and not found.nothing:
        # a drug cannot sensitise to itself: better or worse is told by the effect on the tumour
        reading.filters.pop("effect", None)
        better = found.sign or (1 if re.search(r"\b(?:better|more|stronger|superior|improve)", reading.plain) else None)
        if better:
            reading.polarity = Polarity([*(GOOD if better > 0 else BAD)], better)
            reading.filters["effect"] = list(reading.polarity.effects)
    if details.models:
        reading.filters["model"] = list(details.models)
    if details.years:
        reading.filters["year"] = list(details.years)
