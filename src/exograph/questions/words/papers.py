"""Questions on one paper: by its PMID, PMCID or DOI, or by first author and year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exograph.questions import catalogue
from exograph.questions.answer import Answer, Nearest, Reply
from exograph.questions.answers import counted
from exograph.questions.words import details, refusals
from exograph.questions.words.select import Selector
from exograph.questions.words.understood import Reading
from exograph.stores.base import Row

_STATUS = re.compile(r"retract|withdrawn|correct|concern|reliable|trust")


def of_paper(reading: Reading, selector: Selector) -> Answer | None:
    """All claims of the paper that the question names; None where it names none."""
    identifier, claim = details.paper(reading.text)
    author = details.author(reading.text)
    if not identifier and author is None:
        return None
    rows = selector.store.query(catalogue.internal("publications"))
    if not identifier:
        found = _of_author(rows, *author) if author else []
        return _answer(reading, selector, found, "") if found else None
    number = identifier.split(":", 1)[1].lower()
    found = [row for row in rows if row["id"].lower() == identifier.lower() or number in _numbers(row)]
    if found:
        return _answer(reading, selector, found, claim)
    near = (Nearest("the papers that are held", "exograph query run papers_by_year"),)
    why = f"no claim here comes from {identifier.replace(':', ' ', 1)}"
    return refusals.refusal(reading.text, why, "no claims", nearest=near)


def _numbers(row: Row) -> set[str]:
    return {str(row[name]).lower() for name in ("pmid", "pmcid", "doi") if row[name]}


def _of_author(rows: Sequence[Row], name: str, year: int) -> list[Row]:
    wanted = name.casefold()
    held = [row for row in rows if f"{row['first_author'] or ''} ".casefold().startswith(f"{wanted} ")]
    return [row for row in held if not year or row["year"] == year]


def _answer(reading: Reading, selector: Selector, rows: Sequence[Row], claim: str) -> Answer:
    claims = [one for row in rows for one in row["claims"] if not claim or one.lower() == claim.lower()]
    paths = selector.paths(sorted(claims))
    ids = [str(row["id"]) for row in rows]
    if not paths:
        near = (Nearest("the paper's claims", f"exograph ask {ids[0]}"),)
        return refusals.refusal(reading.text, f"there is no claim {claim}", "no claims", nearest=near)
    reply = Reply("paths", f"{', '.join(row['name'] for row in rows[:3])}: {counted(paths)}")
    if reading.asked.kind in {"notice", "yesno"} and _STATUS.search(reading.plain):
        status = ", ".join(dict.fromkeys(str(row["status"]) for row in rows))
        wanted = next((stem for stem in ("concern", "correct") if stem in reading.plain), "retract")
        reply = Reply("yesno", f"Status of the paper: {status}.", (), "yes" if wanted in status else "no")
    elif reading.asked.kind == "count":
        reply = Reply("count", f"{len(paths)} claims.", (), len(paths))
    return Answer(
        question=reading.text, query="by_paper", parameters={"publication": ids[0] if len(ids) == 1 else ids},
        paths=tuple(paths), reply=reply, notes=(f"Understood as: the claims of {', '.join(ids)}",),
    )  # fmt: skip
