"""The status of papers (retracted, corrected, expression of concern), and a page of each that one can open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exograph.errors import DataError
from exograph.knowledge.claims import Claim
from exograph.knowledge.model import Node

STATUSES = ("ok", "corrected", "expression of concern", "retracted")
_COLUMNS = ("publication", "status", "page", "note")


@dataclass(frozen=True, slots=True)
class Status:
    """What is said of a paper, and the page that says so."""

    publication: str
    status: str
    page: str
    note: str


def read_statuses(path: Path) -> dict[str, Status]:
    """graph/publication_status.tsv by publication id. DataError with file:line where it is broken."""
    found: dict[str, Status] = {}
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != _COLUMNS:
        raise DataError(f"{path}:1: the columns must be: {', '.join(_COLUMNS)}")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(_COLUMNS) or cells[1] not in STATUSES[1:] or not cells[2] or cells[0] in found:
            raise DataError(
                f"{path}:{number}: needs a publication (once), a status and the page that says so",
                hint=f"status: one of {', '.join(STATUSES[1:])}",
            )
        found[cells[0]] = Status(*cells)
    return found


def url(pmid: str, doi: str, pmcid: str) -> str:
    """A page of the paper: PubMed, else the DOI's, else PubMed Central."""
    if pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
    return f"https://doi.org/{doi}" if doi else f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"


def name_of(claim: Claim) -> str:
    """How a paper is called in one or two words: `Lou 2015`, else its identifier."""
    family = claim.first_author.split(" ")[0] if claim.first_author else ""
    called = " ".join(part for part in (family, str(claim.year or "")) if part)
    return called if family else claim.publication


def publication_node(claim: Claim, statuses: Mapping[str, Status]) -> Node:
    """The paper of a claim."""
    status = statuses.get(claim.publication)
    properties = {
        "name": name_of(claim), "pmid": claim.pmid, "pmcid": claim.pmcid, "doi": claim.doi, "year": claim.year,
        "first_author": claim.first_author, "journal": claim.journal, "url": url(claim.pmid, claim.doi, claim.pmcid),
        "status": status.status if status else "ok", "status_page": status.page if status else "",
    }  # fmt: skip
    return Node(
        "Publication", claim.publication, {key: value for key, value in properties.items() if value not in ("", None)}
    )
