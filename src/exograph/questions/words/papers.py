"""Questions on one paper, and on what databases say of a drug and its targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from exograph.questions import catalogue
from exograph.questions.answer import Answer, Hidden, Nearest, Nothing, Reply
from exograph.questions.answers import counted
from exograph.questions.paths import target_facts
from exograph.questions.words import refusals
from exograph.questions.words.meant import understood
from exograph.questions.words.spans import Mention
from exograph.stores.base import Row

if TYPE_CHECKING:
    from exograph.questions.words.answering import Answering


def of_paper(answering: Answering, named: tuple[str, str], author: tuple[str, int] | None) -> Answer | None:
    """All claims of the paper that the question names by identifier, or by author and year."""
    paper, claim = named
    if not paper and author is None:
        return None
    rows = answering.selector.store.query(catalogue.internal("publications"))
    if paper:
        found = [
            row for row in rows if row["id"].lower() == paper.lower() or _number(row) & {paper.split(":", 1)[1].lower()}
        ]
        if not found:
            return refusals.refusal(
                answering.reading.text,
                f"no claim here comes from {paper.replace(':', ' ', 1)}",
                "no claims",
                nearest=(Nearest("the papers that are held", "exograph query run papers_by_year"),),
            )
    else:
        found = _of_author(rows, *author) if author else []
        if not found:
            return None
    return _answer(answering, found, claim)


def _number(row: Row) -> set[str]:
    return {str(row[name]).lower() for name in ("pmid", "pmcid", "doi") if row[name]}


def _of_author(rows: Sequence[Row], name: str, year: int) -> list[Row]:
    wanted = name.casefold()
    held = [
        row
        for row in rows
        if (row["first_author"] or "").casefold() == wanted
        or (row["first_author"] or "").casefold().startswith(wanted + " ")
    ]
    return [row for row in held if not year or row["year"] == year]


def _answer(answering: Answering, rows: Sequence[Row], claim: str) -> Answer:
    reading, selector = answering.reading, answering.selector
    claims = [one for row in rows for one in row["claims"] if not claim or one.lower() == claim.lower()]
    paths = selector.paths(sorted(claims))
    text = f"{', '.join(row['name'] for row in rows[:3])}: {counted(paths)}"
    reply = Reply("paths", text)
    if reading.asked.kind in {"notice", "yesno"} and re.search(
        r"retract|withdrawn|correct|concern|reliable|trust", reading.plain
    ):
        status = ", ".join(dict.fromkeys(str(row["status"]) for row in rows))
        wanted = "concern" if "concern" in reading.plain else "correct" if "correct" in reading.plain else "retract"
        reply = Reply("yesno", f"Status of the paper: {status}.", (), "yes" if wanted in status else "no")
    elif reading.asked.kind == "count":
        reply = Reply("count", f"{len(paths)} claims.", (), len(paths))
    said = (f"Understood as: the claims of {', '.join(row['id'] for row in rows)}",)
    if not paths:
        return refusals.refusal(
            reading.text,
            f"there is no claim {claim}",
            "no claims",
            nearest=(Nearest("the paper's claims", f"exograph ask {rows[0]['id']}"),),
        )
    ids = [row["id"] for row in rows]
    return Answer(
        question=reading.text,
        query="by_paper",
        parameters={"publication": ids[0] if len(ids) == 1 else ids},
        paths=tuple(paths),
        reply=reply,
        hidden=Hidden(),
        notes=said,
    )


def database_facts(answering: Answering, drugs: Sequence[Mention], genes: Sequence[Mention]) -> Answer:
    """The genes a drug acts on, or the drugs that act on a gene, as databases say; claims of that drug through that gene beside it."""
    store, reading = answering.selector.store, answering.reading
    name, parameter, column = ("drug_targets", "drug", "gene") if drugs else ("drugs_of_target", "gene", "drug")
    wanted = [node.id for one in (drugs or genes) for node in one.nodes if node.label == ("Drug" if drugs else "Gene")]
    query = catalogue.get(name)
    rows = [row for identifier in wanted for row in store.query(query.cypher, {parameter: identifier})]
    items: dict[str, dict[str, Any]] = {}
    for row in rows:
        item = items.setdefault(
            row["id"],
            {
                "name": row[column],
                "label": "Gene" if drugs else "Drug",
                "id": row["id"],
                "action": row["action"],
                "databases": [],
                "count": _claims(row["claims"]),
            },
        )
        item["databases"] += [row["database"]] if row["database"] not in item["databases"] else []
    paths = answering.selector.paths(
        claim
        for item in items.values()
        for claim in _through(answering, wanted if drugs else [item["id"]], [item["id"]] if drugs else wanted)
    )
    what = " and ".join(dict.fromkeys(one.name for one in (drugs or genes)))
    listed = ", ".join(str(item["name"]) for item in list(items.values())[:8])
    text = f"Databases say that {what} {'acts on' if drugs else 'is acted on by'} {len(items)}: {listed}{' ...' if len(items) > 8 else ''}. No paper's claim says so by that."
    nothing = (
        None
        if items
        else Nothing(
            f"no database here says what {what} {'acts on' if drugs else 'is acted on by'}",
            (Nearest("claims on it", f"exograph ask {what.split(' and ')[0]!r}"),),
        )
    )
    return Answer(
        question=reading.text, query=name, parameters={parameter: wanted[0] if len(wanted) == 1 else wanted}, paths=tuple(paths),
        reply=Reply("list", text if items else "No target is known here.", tuple(items.values()), len(items)), understood=understood(reading), nothing=nothing,
        facts=target_facts(store, wanted if drugs else [item["id"] for item in items.values()]) if drugs else (),
    )  # fmt: skip


def _claims(value: Any) -> int:
    return len(value) if isinstance(value, list) else int(value or 0)


def _through(answering: Answering, drugs: Sequence[str], genes: Sequence[str]) -> list[str]:
    return [
        row["claim"]
        for row in answering.selector.rows({"drug": list(drugs), "gene": list(genes)})
        if row["status"] != "retracted"
    ]
