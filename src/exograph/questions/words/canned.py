"""Which canned question of cypher/queries asks just what a question in words asked, with its parameters."""

from __future__ import annotations

from typing import Any

from exograph.questions.words.understood import Reading

Canned = tuple[str, dict[str, Any]]  # name, parameters

_MOST = {
    "Cargo": "most_studied_cargos",
    "Cancer": "most_studied_cancers",
    "Drug": "most_studied_drugs",
    "Gene": "most_studied_genes",
    "ImmuneCell": "most_studied_cells",
    "MscSource": "most_studied_sources",
    "": "most_studied_cargos",
}
_FREE = {"notice": "papers_with_a_notice", "years": "papers_by_year", "contradictions": "opposing_claims"}
_BY = {"source", "cargo", "gene", "pathway", "drug", "cancer", "modality", "cell"}
_LISTS = {
    ("Cargo", "source"): "cargos_of_source",
    ("Cargo", "drug"): "cargos_of_drug",
    ("Gene", "drug"): "genes_of_drug",
    ("Cargo", "cell"): "cargos_acting_on_a_cell",
    ("Cancer", "cargo"): "cancers_of_cargo",
}


def canned(reading: Reading) -> Canned:
    """Name and parameters of the canned question; `mechanism` where only the free filters say it."""
    asked, details = reading.asked, reading.details
    held = {name: values for name, values in reading.filters.items() if values}
    for group in reading.groups:
        for node in group.mentions[0].nodes[:1]:
            held["gene" if group.where == "gene" or node.label == "Gene" else "cargo"] = [
                node.id for one in group.mentions for node in one.nodes[:1]
            ]
    effects = held.pop("effect", [])
    plain = not (
        details.models
        or details.years
        or details.given
        or details.species
        or details.prepared
        or details.not_prepared
        or asked.cargo_kind
        or reading.all_drugs
        or details.loaded
    )
    one = next(iter(held.items())) if len(held) == 1 and len(next(iter(held.values()))) == 1 else ("", [None])
    alone = {one[0]: one[1][0]} if one[0] else {}
    if details.loaded and set(held) <= {"drug"} and not effects and asked.kind == "paths":
        return "loaded_vesicles", {"drug": held.get("drug", [])}
    if details.prepared and set(held) <= {"cancer"} and not effects and asked.kind == "paths":
        return "engineered_vesicles", {"kind": details.prepared, "cancer": held.get("cancer", [])}
    if not plain:
        return "mechanism", {}
    return _by_kind(reading, held, effects, alone)


def _by_kind(reading: Reading, held: dict[str, list[Any]], effects: list[Any], alone: dict[str, Any]) -> Canned:
    kind, target = reading.asked.kind, reading.asked.target
    name = next(iter(alone), "")
    found: Canned = ("mechanism", {})
    if not held and not effects and kind in _FREE:
        found = (_FREE[kind], {})
    elif not held and not effects and kind == "most" and target in _MOST:
        found = (_MOST[target], {})
    elif kind == "notice":
        found = ("papers_with_a_notice", {})
    elif kind == "contradictions" and set(held) <= {"cancer", "drug"} and not effects:
        if all(len(values) == 1 for values in held.values()):
            found = ("opposing_claims", {name: values[0] for name, values in held.items()})
    elif kind == "gap" and target in {"Drug", ""} and name == "cancer":
        found = ("drugs_never_tested", alone)
    elif kind == "paths" and effects == ["no effect"] and set(held) <= {"drug"}:
        found = ("null_results", {"drug": held.get("drug", [])})
    elif kind == "list" and (target, name) in _LISTS and (not effects or name == "cell"):
        found = (_LISTS[target, name], {**alone, **({"effect": effects} if name == "cell" else {})})
    elif name == "drug" and reading.polarity.both and kind in {"compare", "paths", "yesno"}:
        found = ("sensitising_against_resisting", alone)
    elif kind == "compare" and name == "cancer" and not effects and not reading.polarity.both:
        found = ("sources_compared", alone) if target == "MscSource" else found
    elif kind == "paths" and name in _BY and not effects:
        found = (f"by_{name}", alone)
    return found
