"""Why a reading finds nothing: which filter kills the path, the nearest that exists, and the command that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exograph.questions import catalogue, silence
from exograph.questions.answer import Nearest, Nothing
from exograph.questions.words.meant import understood
from exograph.questions.words.select import Selected, Selector
from exograph.questions.words.understood import PARAMETER, Reading
from exograph.stores.base import Row


def silent(reading: Reading, selector: Selector, chosen: Selected | None, why: str = "") -> Nothing:
    """The reason. `chosen` is what was selected, `why` a reason that is known already."""
    given = _given(reading)
    if why:
        return Nothing(why, (Nearest("the paths themselves", silence.command(given)),) if given else ())
    if chosen is not None and chosen.retracted:
        told = f"all {chosen.retracted} claim(s) that fit are from retracted papers"
        return Nothing(told, silence.with_flag(given, "--retracted"))
    if not given:
        return Nothing("no claim fits")

    def run(parameters: Mapping[str, Any]) -> list[Row]:
        wanted = {name: list(values) for name, values in parameters.items() if values}
        return [row for row in selector.rows(wanted) if row["status"] != "retracted"]

    return silence.dropped(given, understood(reading), run, _parameters(reading, selector))


def _parameters(reading: Reading, selector: Selector) -> dict[str, Any]:
    """The filters as the mechanism query takes them; a molecule stands as a cargo, unless it can only be a target."""
    parameters: dict[str, Any] = {name: reading.filters.get(name, []) for name in catalogue.get("mechanism").parameters}
    for group in reading.groups:
        carried = any(node.label == "Cargo" for one in group.mentions for node in one.nodes)
        name = "gene" if group.where == "gene" or not carried else "cargo"
        ids = [identifier for one in group.mentions for identifier in selector.ids(one)]
        parameters[name] = [*parameters[name], *ids]
    return parameters


def _given(reading: Reading) -> dict[str, list[str]]:
    """The filters as `exograph mechanism` takes them, by name."""
    found: dict[str, list[str]] = {}
    where = {id(one): group.where for group in reading.groups for one in group.mentions}
    for one in reading.mentions:
        if one.nodes:
            name = (one.molecule and where.get(id(one))) or PARAMETER[one.nodes[0].label]
            found.setdefault(f"not_{name}" if one.negated else name, []).append(one.name)
    for name in ("effect", "model"):
        if reading.filters.get(name):
            found[name] = [str(value) for value in reading.filters[name]]
    years = reading.details.years
    if years:
        found["year"] = [f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0])]
    return found
