"""Questions on what databases say: the targets of a drug, the drugs of a target. Facts, never part of a path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exograph.questions import catalogue
from exograph.questions.answer import Answer, Nearest, Nothing, Reply
from exograph.questions.names import quoted
from exograph.questions.paths import target_facts
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.select import Selector
from exograph.questions.words.spans import Mention
from exograph.questions.words.understood import Reading

_OF_DRUG = Pattern(
    r"\btargets? (?:gene |protein )?of @drug|\bwhat (?:does|do|is|are) @drug (?:target|act|bind|inhibit)|"
    r"\bwhich (?:\w+ ){1,2}(?:does|do|is|are) @drug (?:target|act|bind|inhibit|hit|block)|"
    r"^@drug(?:'s)? (?:drug )?targets?\b|\btargeted by @drug|\bwhat @drug targets?\b",
    "target act bind inhibit hit block",
)
_OF_GENE = Pattern(
    r"\b(?:drugs?|inhibitors?|agents?|antibod\w+|medicines?|treatments?)(?: that| which)?(?: \w+)? "
    r"(?:target|against|act on|acts on|bind|inhibit|hit|block|targeting|acting on|inhibiting|for)s? @molecule|"
    r"@molecule inhibitors?\b",
    "target act bind inhibit hit block against for",
)
_SHOWN = 8


def of_database(reading: Reading, selector: Selector) -> Answer | None:
    """`what does cetuximab target`, `which drugs target EGFR`; None for other questions."""
    masked = reading.masked
    if "exosom" in masked or "vesicle" in masked or "@cancer" in masked:
        return None
    if _OF_DRUG.search(masked) and reading.of("Drug"):
        return _answer(reading, selector, reading.of("Drug"), "drug")
    genes = [one for one in reading.of("Gene", "Cargo") if any(node.label == "Gene" for node in one.nodes)]
    return _answer(reading, selector, genes, "gene") if genes and _OF_GENE.search(masked) else None


def _answer(reading: Reading, selector: Selector, named: Sequence[Mention], parameter: str) -> Answer:
    of_drug = parameter == "drug"
    query = catalogue.get("drug_targets" if of_drug else "drugs_of_target")
    label = "Drug" if of_drug else "Gene"
    wanted = list(dict.fromkeys(node.id for one in named for node in one.nodes if node.label == label))
    rows = [row for identifier in wanted for row in selector.store.query(query.cypher, {parameter: identifier})]
    items: dict[str, dict[str, Any]] = {}
    for row in rows:
        made = {"name": row["gene" if of_drug else "drug"], "label": "Gene" if of_drug else "Drug", "id": row["id"]}
        item = items.setdefault(row["id"], {**made, "action": row["action"], "databases": []})
        item["databases"] += [row["database"]] if row["database"] not in item["databases"] else []
    found = list(items)
    both = {"drug": wanted if of_drug else found, "gene": found if of_drug else wanted}
    claims = [row["claim"] for row in selector.rows(both) if row["status"] != "retracted"] if found else []
    return Answer(
        question=reading.text, query=query.name, parameters={parameter: wanted[0] if len(wanted) == 1 else wanted},
        paths=tuple(selector.paths(claims)), reply=_reply(named, list(items.values()), of_drug=of_drug),
        nothing=None if found else _nothing(named), facts=target_facts(selector.store, wanted) if of_drug else (),
    )  # fmt: skip


def _what(named: Sequence[Mention]) -> str:
    return " and ".join(dict.fromkeys(one.name for one in named))


def _reply(named: Sequence[Mention], items: Sequence[dict[str, Any]], *, of_drug: bool) -> Reply:
    if not items:
        return Reply("list", "No database here names a target.", (), 0)
    listed = ", ".join(str(item["name"]) for item in items[:_SHOWN])
    more = f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
    acts = f"{_what(named)} acts on" if of_drug else f"{_what(named)} is acted on by"
    return Reply(
        "list", f"Databases say that {acts} {listed}{more}; that is no claim of a paper here.", tuple(items), len(items)
    )


def _nothing(named: Sequence[Mention]) -> Nothing:
    name = named[0].name
    near = (Nearest(f"claims on {name}", f"exograph ask {quoted(name)}"),)
    return Nothing(f"no database here says what {_what(named)} acts on, or what acts on it", near)
