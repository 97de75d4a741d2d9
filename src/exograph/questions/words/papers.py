"""Questions on one paper: by its PMID, PMCID or DOI, or by first author and year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exograph.questions import catalogue
from exograph.questions.answer import Answer, Nearest, Reply
from exograph.questions.answers import counted
from exograph.questions.words import refusals
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.select import Selector
from exograph.questions.words.understood import Reading
from exograph.stores.base import Row

_STATUS = Pattern(r"retract|withdrawn|correct|concern|reliable|trust")
_PAPER = Pattern(
    r"\b(?:pmid|pubmed(?: id)?)\s*[:#]?\s*(\d{4,9})(?:/(\d+))?|\b(pmc\d{4,9})(?:/(\d+))?\b|"
    r"\b(10\.\d{4,9}/[^\s\"<>?]+)|(?<![\w./-])(\d{8})(?:/(\d+))?(?![\w./])"
)
_AUTHOR = Pattern(
    r"\b([A-Z][\w'\u2019-]+(?: [A-Z]{1,3})?)(?:,? et al\.?|,? and (?:colleagues|co-?workers)| and others)?,?\s+"
    r"\(?((?:19|20)\d\d)\)?|\b([A-Z][\w'\u2019-]+) (?:et al\.?|and (?:colleagues|co-?workers))"
)
_DIGITS = 4  # a year, or the shortest identifier


def of_paper(reading: Reading, selector: Selector) -> Answer | None:
    """All claims of the paper that the question names; None where it names none."""
    identifier, claim = identified(reading.text)
    author = _author(reading.text) or next(((name, 0) for name, *_ in reading.strangers if name.istitle()), None)
    if not identifier and author is None:
        return None
    rows = selector.store.query(catalogue.internal("publications"))
    if not identifier:
        found = _of_author(rows, *author) if author else []
        return _answer(reading, selector, found, "") if found else None
    found = _of_number(rows, identifier)
    whole = re.fullmatch(r"(doi:10\..+/.+)/\d{1,2}", identifier)
    if not found and whole:
        found, claim = _of_number(rows, whole[1]), identifier
    if found:
        return _answer(reading, selector, found, claim)
    near = (Nearest("the papers that are held", "exograph query run papers_by_year"),)
    why = f"no claim here comes from {identifier.replace(':', ' ', 1)}"
    return refusals.refusal(reading.text, why, "no claims", nearest=near)


def identified(text: str) -> tuple[str, str]:
    """Identifier of the paper that the text names, and of the claim if it names one; empty if none."""
    one = _PAPER.search(text.lower()) if sum(c.isdigit() for c in text) >= _DIGITS else None
    if not one:
        return "", ""
    number: str | None = None
    if one[1] or one[6]:
        identifier, number = f"PMID:{one[1] or one[6]}", one[2] or one[7]
    elif one[3]:
        identifier, number = f"PMC:{one[3].upper()}", one[4]
    else:
        identifier = f"doi:{one[5].rstrip('.,;:)')}"
    return identifier, f"{identifier}/{number}" if number else ""


def _author(text: str) -> tuple[str, int] | None:
    """`Lou 2015`, `Lou et al.`: a family name and a year (0 if none is given)."""
    if " et al" not in text and " and co" not in text and not re.search(r"(?:19|20)\d\d", text):
        return None
    one = _AUTHOR.search(text)
    if not one:
        return None
    return (one[1], int(one[2])) if one[1] else (one[3], 0)


def _of_number(rows: Sequence[Row], identifier: str) -> list[Row]:
    wanted = identifier.lower()
    number = wanted.split(":", 1)[1]
    return [
        row
        for row in rows
        if row["id"].lower() == wanted or number in {str(row[name]).lower() for name in ("pmid", "pmcid", "doi")}
    ]


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
