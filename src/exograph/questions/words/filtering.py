"""The names of a question as filters: what is carried and what is a target, what is joined, what effect is meant."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.questions.words.patterns import Pattern
from exograph.questions.words.polarity import BAD, GOOD, RESPONSE, Polarity
from exograph.questions.words.spans import Mention
from exograph.questions.words.understood import ANY_CANCER, PARAMETER, Group, Reading

JOINED = frozenset("and or , / nor both either the plus".split())
_CARRIED_BEFORE = frozenset(
    """
    carry carries carrying carried exosomal vesicular deliver delivers delivering transfer transfers transferring
    containing contain contains with bearing holding enriched loaded shuttle shuttling cargo ship ships bring
    overexpressing expressing rich
    """.split()
)
_CARRIED_AFTER = frozenset(
    """
    exosomes exosome loaded enriched carrying rich containing overexpressing vesicles evs modified transfected
    bearing expressing engineered
    """.split()
)
_TARGETED_BEFORE = frozenset(
    """
    via through target targets targeting targeted by hit hits downstream sponge sponges sponging on mediated axis
    involving
    """.split()
)
_TARGETED_AFTER = frozenset("axis signalling signaling pathway expression mediated dependent inhibition".split())
_TOGETHER = Pattern(
    r"@drug (?:plus|\+|combined with|together with|along with|alongside|(?:in )?combination with) @drug|"
    r"@drug (?:and|with) @drug.{0,20}(?:combin|together|jointly)|combin\w+ (?:of |between )?@drug (?:and|with|plus) "
    r"@drug|both @drug and @drug (?:together|in combination)"
)
_IN_CANCER = Pattern(
    r"\b(?:in|of|within|for|against) (?:\w+ )?(?:cancers?|tumou?rs?|malignan\w+|oncology)\b",
    "cancer tumo malignan oncolog",
)
_EITHER = Pattern(
    r"@drug (?:or|and|versus|vs|,) @drug",
    "@drug",
)
_BETTER = Pattern(r"\b(?:better|more|stronger|superior|improve)")
_TOPICS = (("radiosensiti", "radio"), ("radioresist", "radio"), ("chemosensiti", "chemo"), ("chemoresist", "chemo"))


def fill(reading: Reading) -> None:
    """Names become filters; molecules become groups, since a molecule may be carried or targeted."""
    seen: list[Mention] = []
    for one in reading.mentions:
        if one.negated:
            for node in one.nodes:
                reading.filters.setdefault(f"not_{PARAMETER[node.label]}", []).append(node.id)
        elif one.molecule:
            seen.append(one)
        else:
            reading.filters.setdefault(PARAMETER[one.label], []).append(one.nodes[0].id)
    reading.filters = {name: list(dict.fromkeys(ids)) for name, ids in reading.filters.items()}
    _group(reading, seen)
    _effects(reading)
    _therapies(reading)
    if reading.of("ImmuneCell") and not reading.of("Cancer") and _IN_CANCER.search(reading.masked):
        reading.filters["cancer"] = [ANY_CANCER]


def _therapies(reading: Reading) -> None:
    """`chemoresistance` speaks of chemotherapy; drugs may be given together; `cisplatin or radiotherapy` is either."""
    for stem, kind in _TOPICS:
        if stem in reading.plain and not reading.of("Drug", "Modality"):
            reading.filters["modality"] = [f"exograph:modality/{kind}therapy"]
    drugs = reading.filters.get("drug", [])
    if len(drugs) > 1 and _TOGETHER.search(reading.masked):
        reading.all_drugs = drugs
    elif drugs and "modality" in reading.filters:
        reading.either = bool(_EITHER.search(reading.masked))


def _group(reading: Reading, seen: Sequence[Mention]) -> None:
    places = {id(unit): at for at, unit in enumerate(reading.units) if isinstance(unit, Mention)}
    moved = {id(one) for one, _ in reading.polarity.molecules}
    for number, one in enumerate(seen):
        at = places[id(one)]
        if number:
            between = reading.units[places[id(seen[number - 1])] + 1 : at]
            if between and all(isinstance(unit, str) and unit in JOINED for unit in between):
                reading.groups[-1].mentions.append(one)
                continue
        reading.groups.append(Group([one], "gene" if id(one) in moved else _where(reading, at, one)))


def _where(reading: Reading, at: int, one: Mention) -> str:
    """Whether the words beside a molecule say that it is carried (cargo) or acted on (gene)."""
    words = [unit for unit in reading.units[max(0, at - 2) : at] if isinstance(unit, str)]
    before = [word for word in words if word not in {"the", "a", "of"}][-1:]
    after = [unit for unit in reading.units[at + 1 : at + 2] if isinstance(unit, str)]
    if set(before) & _TARGETED_BEFORE or set(after) & _TARGETED_AFTER or {node.label for node in one.nodes} == {"Gene"}:
        return "gene"
    return "cargo" if set(before) & _CARRIED_BEFORE or set(after) & _CARRIED_AFTER else ""


def _effects(reading: Reading) -> None:
    found, details = reading.polarity, reading.details
    if found.bare and not found.effects:
        treated = bool(reading.of("Drug", "Modality"))
        reading.filters["effect"] = [*RESPONSE, *(["no effect"] if treated else [])]
    elif found.effects:
        reading.filters["effect"] = list(found.effects)
    if details.loaded and found.family in {"response", ""} and not found.nothing:
        # a drug cannot sensitise to itself: better or worse is told by the effect on the tumour
        reading.filters.pop("effect", None)
        better = found.sign or (1 if _BETTER.search(reading.plain) else None)
        if better:
            reading.polarity = Polarity([*(GOOD if better > 0 else BAD)], better)
            reading.filters["effect"] = list(reading.polarity.effects)
    if details.models:
        reading.filters["model"] = list(details.models)
    if details.years:
        reading.filters["year"] = list(details.years)
