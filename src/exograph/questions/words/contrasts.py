"""Comparisons, contradictions and gaps: what stands on each side, and what was never tested."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from exograph.knowledge.effects import FAMILIES
from exograph.questions.answer import Path, Reply
from exograph.questions.words.replies import side, word
from exograph.questions.words.select import Selector
from exograph.questions.words.spans import Mention
from exograph.questions.words.understood import PARAMETER, Group, Reading

_ORDER = tuple(
    """
    Drug Modality MscSource Cargo Gene ImmuneCell Cancer Pathway
    """.split()
)
_BETWEEN = frozenset(
    """
    versus vs or and than against with to from compared instead rather between ,
    """.split()
)


_NOTICES = (
    ("retracted", re.compile(r"retract|withdrawn")),
    ("expression of concern", re.compile(r"concern")),
    ("corrected", re.compile(r"correct|errat|corrigend")),
)


def sides(reading: Reading) -> list[Mention]:
    """The two or more names of one kind that are set against each other; empty if there are none."""
    best: list[Mention] = []
    for labels in (("Drug", "Modality"), ("MscSource",), ("Cargo", "Gene"), ("ImmuneCell",), ("Cancer",), ("Pathway",)):
        group = list({one.nodes[0].id: one for one in reading.of(*labels)}.values())
        if len(group) > 1 and (not best or _apart(reading, group)):
            if _apart(reading, group):
                return group
            best = group
    return best


def _apart(reading: Reading, group: Sequence[Mention]) -> bool:
    """Whether words of comparing stand between the first two."""
    places = [at for at, unit in enumerate(reading.units) if isinstance(unit, Mention) and unit in group]
    between = reading.units[places[0] + 1 : places[1]]
    return any(isinstance(unit, str) and unit in _BETWEEN for unit in between)


def compare(selector: Selector, reading: Reading) -> tuple[Reply, list[Path], int] | None:
    """Each side with its claims; None where the question names no two sides."""
    named = sides(reading)
    if named:
        found = [(one.name, one.nodes[0].id, one.label, *_one_side(selector, reading, named, one)) for one in named]
    else:
        found = _other_sides(selector, reading)
    if len(found) < 2:
        return None
    items = tuple(side(name, identifier, label, paths) for name, identifier, label, paths, _ in found)
    paths = list({path.claim: path for _, _, _, several, _ in found for path in several}.values())
    told = "; ".join(
        (
            f"{item['name']}: {item['count']} "
            f"claim{'s' * (item['count'] != 1)}{' (' + item['effects'] + ')' if item['effects'] else ''}"
        )
        for item in items
    )
    return (
        Reply("compare", f"{told}. Counts of reports, not a ranking.", items),
        paths,
        sum(retracted for *_, retracted in found),
    )


def _one_side(selector: Selector, reading: Reading, named: Sequence[Mention], one: Mention) -> tuple[list[Path], int]:
    filters = dict(reading.filters)
    for other in named:
        if not other.molecule:
            filters.pop(PARAMETER[other.label], None)
    groups = [group for group in reading.groups if not any(mention in named for mention in group.mentions)]
    if one.molecule:
        groups = [*groups, Group([one])]
    else:
        filters[PARAMETER[one.label]] = [one.nodes[0].id]
    chosen = selector.select(reading, filters=filters, groups=groups)
    return chosen.paths, chosen.retracted


def _other_sides(selector: Selector, reading: Reading) -> list[tuple[str, str, str, list[Path], int]]:
    """Sides that are no names: how vesicles were prepared, models, or what is done to the tumour."""
    text = reading.text.lower()
    prepared = [
        kind
        for kind, stem in (
            ("native", r"\bnative|\bnaive|\bunmodified|\bnatural"),
            ("engineered", r"\bengineer|\bmodified"),
            ("primed", r"\bprime|\bprecondition|\bhypoxic"),
        )
        if re.search(stem, text)
    ]
    if "unmodified" in text and "modified" not in text.replace("unmodified", ""):
        prepared = [kind for kind in prepared if kind != "engineered" or "engineer" in text]
    if len(prepared) > 1:
        made = []
        for kind in prepared:
            one = replace(reading, details=replace(reading.details, prepared=kind, not_prepared=""))
            chosen = selector.select(one)
            made.append((f"{kind} vesicles", kind, "preparation", chosen.paths, chosen.retracted))
        return made
    if reading.details.given and re.search(r"exosom|vesicle|\bevs?\b", text):
        made = []
        for given in ("vesicles", reading.details.given):
            chosen = selector.select(replace(reading, details=replace(reading.details, given=given)))
            made.append((f"{given} given", given, "given", chosen.paths, chosen.retracted))
        return made
    if len(reading.details.models) > 1:
        made = []
        for model in reading.details.models:
            chosen = selector.select(reading, filters={**reading.filters, "model": [model]})
            made.append((model, model, "model", chosen.paths, chosen.retracted))
        return made
    return _by_effect(selector, reading) if reading.polarity.both else []


def _by_effect(selector: Selector, reading: Reading) -> list[tuple[str, str, str, list[Path], int]]:
    chosen = selector.select(reading)
    if len(reading.polarity.effects) > 2:
        outcomes = (("good outcome", 1), ("bad outcome", -1))
        return [
            (name, name, "outcome", [path for path in chosen.paths if path.sign == sign], 0) for name, sign in outcomes
        ]
    effects = dict.fromkeys(reading.polarity.effects)
    return [
        (effect, effect, "effect", [path for path in chosen.paths if path.effect == effect], 0) for effect in effects
    ]


def opposed(selector: Selector, reading: Reading) -> tuple[Reply, list[Path], int]:
    """`does anything do the opposite?`: claims of the asked effect, and those of the other sign in the same place."""
    chosen = selector.select(reading)
    sign = reading.polarity.sign
    if sign is None or not reading.polarity.effects:
        return contradictions(selector, reading)
    families = {FAMILIES[effect] for effect in reading.polarity.effects if effect in FAMILIES}
    other = [
        effect
        for effect, family in FAMILIES.items()
        if family in families and effect not in reading.polarity.effects and _sign(effect) != sign
    ]
    against = selector.select(reading, filters={**reading.filters, "effect": [*other, "no effect"]}, groups=[])
    paths = [path for path in against.paths if path.family in families]
    items = (
        side("as asked", "as asked", "side", chosen.paths),
        side("the opposite, or no effect", "opposite", "side", paths),
    )
    text = (
        f"{len(paths)} claim{'s' * (len(paths) != 1)} say the opposite or found no effect, {len(chosen.paths)} "
        f"say{'s' * (len(chosen.paths) == 1)} so."
    )
    return (
        Reply("compare", text, items, "yes" if paths else "no"),
        [*chosen.paths, *paths],
        chosen.retracted + against.retracted,
    )


def _sign(effect: str) -> int:
    return 1 if effect in {"sensitises", "reverses resistance", "suppresses tumour", "activates immune"} else -1


def contradictions(selector: Selector, reading: Reading) -> tuple[Reply, list[Path], int]:
    """Claims that another claim opposes on the same cancer, cell, treatment and cargo."""
    if reading.polarity.sign and reading.polarity.effects and reading.groups and reading.asked.kind == "contradictions":
        return opposed(selector, reading)
    chosen = selector.select(reading)
    held = {path.claim for path in chosen.paths}
    paths = [path for path in chosen.paths if path.opposed_by]
    paths += [
        path for path in selector.paths(claim for path in paths for claim in path.opposed_by) if path.claim not in held
    ]
    paths = list({path.claim: path for path in paths}.values())
    subjects: dict[str, list[Path]] = {}
    for path in paths:
        subjects.setdefault(_subject(path), []).append(path)
    items = tuple(
        side(subject, subject, "subject", several)
        for subject, several in sorted(subjects.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    if not paths:
        return (
            Reply("compare", f"None of the {len(chosen.paths)} claims that fit is opposed by another.", (), "no"),
            list(chosen.paths) if reading.narrowed else [],
            chosen.retracted,
        )
    return (
        Reply(
            "compare",
            (
                f"{len(paths)} claims on {len(items)} subject{'s' * (len(items) != 1)} oppose each other: "
                f"{', '.join(item['name'] for item in items[:5])}."
            ),
            items,
            "yes",
        ),
        paths,
        chosen.retracted,
    )


def _subject(path: Path) -> str:
    drug = ", ".join(node.name for node in path.of("Drug"))
    cell = ", ".join(node.name for node in path.of("ImmuneCell")) if path.family == "immune" else ""
    cancer = ", ".join(node.name for node in path.of("Cancer"))
    return " in ".join(part for part in (drug or cell, cancer) if part) or "vesicles"


def gap(selector: Selector, reading: Reading) -> tuple[Reply, list[Path], int]:
    """Things of the asked kind that stand in some claim and in none of those that fit; with no filter, in no claim."""
    target = reading.asked.target if reading.asked.target in PARAMETER else "Drug"
    filters = {name: values for name, values in reading.filters.items() if name != "effect"}
    own = filters.pop(PARAMETER[target], [])
    narrowed = bool(filters or reading.groups or reading.details.models or reading.details.prepared)
    chosen = selector.select(reading, filters=filters) if narrowed else None
    fitting = chosen.paths if chosen else []
    tested = {node.id for path in fitting for node in path.nodes if node.label == target}
    members = {row["claim"] for row in selector.rows({PARAMETER[target]: own})} if own else None
    items: list[dict[str, Any]] = []
    for (label, identifier), node in selector.lexicon.nodes.items():
        if label != target or identifier in tested or node.name == "unspecified":
            continue
        if node.kind == "class" or bool(node.claims) != narrowed:  # a class is tested with any of its members
            continue
        if members is not None and not _member(selector, target, identifier, members):
            continue
        items.append({"name": node.name, "label": label, "id": identifier, "count": node.claims})
    items.sort(key=lambda item: (-item["count"], item["name"].casefold()))
    where = "in no claim that fits, but in others" if narrowed else "known here and in no claim"
    holding = [path for path in fitting if path.of(target)]
    text = (
        f"{len(items)} {word(target, '', len(items))} {'stands' if len(items) == 1 else 'stand'} {where}: "
        f"{', '.join(item['name'] for item in items[:8])}{f' and {len(items) - 8} more' if len(items) > 8 else ''}."
    )
    return Reply("list", text, tuple(items), len(items)), holding, chosen.retracted if chosen else 0


def _member(selector: Selector, target: str, identifier: str, members: set[str]) -> bool:
    rows = selector.rows({PARAMETER[target]: [identifier]})
    return any(row["claim"] in members for row in rows)


def notices(reading: Reading, rows: Sequence[dict[str, Any]], fitting: set[str] | None) -> tuple[Reply, list[str]]:
    """Papers that carry a notice (rows of publications), with their claims; only those with a fitting claim."""
    wanted = [status for status, pattern in _NOTICES if pattern.search(reading.plain)]
    wanted = wanted or [status for status, _ in _NOTICES]
    held = [row for row in rows if row["status"] in wanted and (fitting is None or fitting & set(row["claims"]))]
    items = tuple(
        {
            "name": row["name"], "label": "Publication", "id": row["id"], "status": row["status"],
            "count": len(row["claims"]), "claims": list(row["claims"]),
        }
        for row in held
    )  # fmt: skip
    claims = [claim for row in held for claim in row["claims"] if fitting is None or claim in fitting]
    said = " or ".join(wanted)
    named = ", ".join(str(item["name"]) for item in items[:5])
    told = f"{len(items)} paper{'s' * (len(items) != 1)} marked {said}: {named}."
    return Reply("list", told if items else f"No paper here is marked {said}.", items, len(items)), claims
