"""Store + filters -> Answer: the paths, what opposes them, what was hidden, and why there is nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from exograph.questions import catalogue, filters, silence
from exograph.questions.answer import Answer, Hidden, Nothing, Path, Reply, Understood
from exograph.questions.names import Names, Unresolved
from exograph.questions.paths import reported_paths, target_facts
from exograph.stores.base import Row, Store, built

LIMIT = 200  # paths an answer shows unless told otherwise


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters as the query takes them, with what every name was taken for."""

    parameters: dict[str, list[Any]]
    understood: tuple[Understood, ...]
    unknown: tuple[Unresolved, ...]
    absent: tuple[Understood, ...]  # known to a vocabulary, in no claim and no fact


def understand(names: Names, wanted: Mapping[str, Sequence[str]]) -> Asked:
    """Turn the filters' texts into ids."""
    parameters = filters.empty()
    understood, unknown, absent = [], [], []
    for name, texts in wanted.items():
        if name not in filters.NAMED and name.removeprefix("not_") not in filters.NAMED:
            parameters[name] = filters.words(name, texts)
            continue
        for text in texts:
            found = names.resolve(text, name)
            if isinstance(found, Unresolved):
                unknown.append(found)
                continue
            parameters[name].append(found.understood.id)
            understood.append(found.understood)
            if not found.held and not name.startswith("not_"):
                absent.append(found.understood)
    return Asked(parameters, tuple(understood), tuple(unknown), tuple(absent))


def mechanism(
    store: Store,
    wanted: Mapping[str, Iterable[str] | str],
    *,
    question: str = "",
    retracted: bool = False,
    limit: int = LIMIT,
    names: Names | None = None,
) -> Answer:
    """Every REPORTED path that passes all filters; within one filter any of its values."""
    given = filters.checked(wanted)
    names = names or Names(store)
    asked = understand(names, given)
    query = catalogue.get("mechanism")
    rows = [] if asked.unknown else store.query(query.cypher, asked.parameters)
    shown = [row for row in rows if retracted or row["status"] != "retracted"]
    hidden = Hidden(
        retracted=len(rows) - len(shown), loaded=_loaded_left_out(store, query.cypher, asked),
        background=_background(store, asked), over_limit=max(0, len(shown) - limit),
    )  # fmt: skip
    paths = reported_paths(store, [row["claim"] for row in shown[:limit]])
    nothing = None if paths else why_nothing(store, names, given, asked, hidden)
    return finish(store, Answer(
        question=question or " ".join(f"{name}: {', '.join(texts)};" for name, texts in given.items()).rstrip(";"),
        query="mechanism", parameters={name: values for name, values in asked.parameters.items() if values},
        paths=paths, reply=Reply("paths", counted(paths)), understood=asked.understood, hidden=hidden, nothing=nothing,
        notes=tuple(f"`{one.text}` is taken for {one.name}: {one.note}" for one in asked.understood if one.note),
    ))  # fmt: skip


def finish(store: Store, answer: Answer) -> Answer:
    """Add what stands beside every answer: opposing claims, facts of the drugs named, the release."""
    release = built(store)
    shown = {path.claim for path in answer.paths}
    others = dict.fromkeys(claim for path in answer.paths for claim in path.opposed_by if claim not in shown)
    drugs = list(dict.fromkeys(one.id for one in answer.understood if one.label == "Drug"))
    return replace(
        answer, opposing=reported_paths(store, list(others)), facts=answer.facts or target_facts(store, drugs),
        release=release.release, sha256=release.sha256,
    )  # fmt: skip


def counted(paths: Sequence[Path]) -> str:
    """How many paths of how many papers, in words."""
    papers = len({path.paper.id for path in paths})
    if not paths:
        return "Nothing is reported."
    return f"{len(paths)} reported path{'s' * (len(paths) != 1)} in {papers} paper{'s' * (papers != 1)}."


def _loaded_left_out(store: Store, cypher: str, asked: Asked) -> int:
    """Claims on vesicles loaded with the drug itself, which a filter on a response leaves out."""
    effects = set(asked.parameters["effect"])
    if asked.unknown or "sensitises" not in effects:
        return 0
    others = store.query(cypher, {**asked.parameters, "effect": []})
    claims = [row["claim"] for row in others if row["effect"] not in effects and row["status"] != "retracted"]
    rows = store.query(catalogue.internal("claims"), {"claims": claims})
    return sum(bool(row["properties"].get("loaded")) for row in rows)


def _background(store: Store, asked: Asked) -> int:
    """Immune claims without a cancer: background that a question for immunotherapy leaves out."""
    if any(one.parameter == "modality" and one.name == "immunotherapy" for one in asked.understood):
        return int(store.query(catalogue.internal("background"))[0]["n"])
    return 0


def why_nothing(
    store: Store, names: Names, given: Mapping[str, Sequence[str]], asked: Asked, hidden: Hidden
) -> Nothing:
    """The reason for silence, and the nearest that does exist."""
    if asked.unknown:
        return asked.unknown[0].nothing
    if hidden.retracted:
        return Nothing(
            f"all {hidden.retracted} claim(s) that fit are from retracted papers",
            silence.with_flag(given, "--retracted"),
        )
    if asked.absent:
        return silence.absent(store, asked.absent[0])
    return silence.dropped(given, asked.understood, lambda parameters: _rows(store, parameters), asked.parameters)


def _rows(store: Store, parameters: Mapping[str, Any]) -> list[Row]:
    rows = store.query(catalogue.get("mechanism").cypher, parameters)
    return [row for row in rows if row["status"] != "retracted"]
