"""From a raw row to a Claim: every rule about a single row, each a Finding with its repair."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from exograph.knowledge import effects, letters
from exograph.knowledge.cells import check_cells
from exograph.knowledge.claims import CARGO_KINDS, GIVEN, MODELS, PREPARATIONS, SPECIES, Claim, Row, tuple_of
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.mechanism import Mechanism, NotationError, parse
from exograph.knowledge.tables import read_rows

_PMID = re.compile(r"[1-9][0-9]{0,8}")
_PMCID = re.compile(r"PMC[0-9]{1,9}")
_DOI = re.compile(r"10\.[0-9]{4,9}/[!-~]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MARKER = re.compile(r"(?P<gene>\S.*\S|\S)(?<!\bup)(?<!\bdown)\s+(?P<direction>up|down)")
# what stands around an identifier where it was copied with its address
_AROUND = re.compile(
    r"(https?://)?((dx\.)?doi\.org/|pubmed\.ncbi\.nlm\.nih\.gov/|(www\.|pmc\.)?ncbi\.nlm\.nih\.gov/(pmc/)?(articles|pubmed)/)"
    r"|(pmid|pmcid|doi):\s*",
    re.IGNORECASE,
)
_FIRST_YEAR = 1990  # no vesicle of an MSC was described earlier
_SUMMARY = 240


def read_claims(path: Path, origin: str = "exograph") -> tuple[list[Claim], list[Finding]]:
    """The claims of one table and all that is wrong with them; a row with an error gives no Claim."""
    rows, findings = read_rows(path)
    claims = []
    for row in rows:
        mechanism, troubles = check_row(row)
        findings += troubles
        if mechanism is not None and not any(trouble.severity == "error" for trouble in troubles):
            claims.append(_claim(row, mechanism, origin))
    return claims, findings


def check_row(row: Row) -> tuple[Mechanism | None, list[Finding]]:
    """The row's mechanism (None if it does not parse) and everything wrong with the row."""
    plain = check_cells(row)
    mechanism, findings = _mechanism(row)
    for rule in _RULES:
        findings += rule(row)
    if mechanism is not None:
        findings += _cargo(row, mechanism)
    told = {finding.column for finding in errors(plain)}  # what else such a cell breaks goes without saying
    return mechanism, [*plain, *(finding for finding in findings if finding.column not in told)]


def _mechanism(row: Row) -> tuple[Mechanism | None, list[Finding]]:
    try:
        return parse(row.cells["mechanism"]), []
    except NotationError as error:
        return None, [row.finding("mechanism", str(error), error.repair, position=error.column)]


def _publication(row: Row) -> Iterable[Finding]:
    shapes = (
        ("pmid", _PMID, "digits only, such as 26514126"),
        ("pmcid", _PMCID, "PMC and digits, such as PMC4627430"),
        ("doi", _DOI, "the bare DOI, such as 10.1186/s13045-015-0220-7"),
    )
    for column, shape, repair in shapes:
        cell = row.cells[column]
        right = _bare(column, cell)
        if cell and not shape.fullmatch(right):
            yield row.finding(column, f"`{cell[:60]}` is no {column.upper()}", f"write {repair}")
        elif cell != right:
            what = "a DOI is written in lower case here" if cell.lower() == right else f"more than the {column.upper()}"
            yield row.finding(column, f"{what}: `{cell[:80]}`", f"write {right}")
    if not any(row.cells[column] for column, _, _ in shapes):
        yield row.finding("pmid", "no PMID, PMCID or DOI", "a paper that cannot be opened gives no claim")


def _bare(column: str, cell: str) -> str:
    """The identifier as it is written here: without an address or prefix around it, a DOI in lower case."""
    match = _AROUND.match(cell)
    bare = cell[match.end() :].strip().rstrip("/") if match else cell
    return bare.lower() if column == "doi" else bare.upper() if column == "pmcid" else bare


def publication_id(row: Row) -> str:
    """The identifier that the row's own columns give its paper."""
    cells = row.cells
    if cells["pmid"]:
        return f"PMID:{cells['pmid']}"
    return f"doi:{cells['doi']}" if cells["doi"] else f"PMC:{cells['pmcid']}"


def _identifier(row: Row) -> Iterable[Finding]:
    if list(_publication(row)):
        return  # told there; what the identifier should be cannot be told
    claim, paper = row.cells["claim"], publication_id(row)
    stem, _, number = claim.rpartition("/")
    if not (number.isascii() and number.isdigit()) or number.startswith("0") or stem != paper:
        yield row.finding(
            "claim", f"`{claim[:80]}` is no claim of {paper}", f"write {paper}/1 (the paper, a slash, a running number)"
        )


def _year(row: Row) -> Iterable[Finding]:
    cell = row.cells["year"]
    if not cell:
        return
    if not (cell.isascii() and cell.isdigit() and len(cell) == 4):
        yield row.finding("year", f"`{cell[:20]}` is no year", "four digits, or empty")
    elif int(cell) > datetime.date.today().year + 1:
        yield row.finding("year", f"{cell} lies in the future", "the year of publication")
    elif int(cell) < _FIRST_YEAR:
        yield row.finding("year", f"{cell} is before the first paper on MSC vesicles", "the year of publication")


def _closed_lists(row: Row) -> Iterable[Finding]:
    lists = (
        ("effect", effects.EFFECTS, True),
        ("model", MODELS, True),
        ("given", GIVEN, True),
        ("cargo_kind", CARGO_KINDS, False),
    )
    for column, words, required in lists:
        cell = row.cells[column]
        if (cell or required) and cell not in words:
            what = f"`{cell[:40]}` is no {column}" if cell else f"{column} is missing"
            yield row.finding(column, what, _nearest(cell, words))


def _species(row: Row) -> Iterable[Finding]:
    for one in tuple_of(row.cells["species"], ";"):
        if one not in SPECIES:
            yield row.finding("species", f"`{one[:40]}` is no species", _nearest(one, SPECIES))


def _nearest(cell: str, words: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(cell, words, 1)
    listed = "one of: " + ", ".join(words)
    return f"did you mean `{close[0]}`? {listed}" if close else listed


def _exosome(row: Row) -> Iterable[Finding]:
    kind, _, treatment = row.cells["exosome"].partition(":")
    if kind not in PREPARATIONS:
        yield row.finding(
            "exosome",
            f"`{row.cells['exosome'][:40]}` is no preparation",
            "`native`, `primed: what`, or `engineered: what`",
        )
    elif (kind == "native") == bool(treatment.strip()):
        repair = (
            "native takes no treatment; what was done is `primed: ...` or `engineered: ...`"
            if kind == "native"
            else f"`{kind}: what was done`"
        )
        yield row.finding("exosome", f"`{row.cells['exosome'][:60]}`", repair)
    if not row.cells["source"]:
        yield row.finding("source", "the MSC source is missing", "`unspecified` where the paper does not say")


def _objects(row: Row) -> Iterable[Finding]:
    cells = row.cells
    effect = cells["effect"]
    needed = {"response": "drug", "tumour": "cancer", "immune": "cell"}.get(effects.FAMILIES.get(effect, ""), "")
    if needed and not cells[needed]:
        yield row.finding(
            needed, f"`{effect}` needs a {needed}", f"name the {needed} that it speaks about, or choose another effect"
        )
    if effect == "no effect" and not (cells["drug"] or cells["cell"] or cells["cancer"]):
        yield row.finding("effect", "`no effect` on what?", "name the drug, the cell or the cancer that did not change")


def _markers(row: Row) -> Iterable[Finding]:
    for marker in tuple_of(row.cells["markers"], ","):
        if not _MARKER.fullmatch(marker):
            yield row.finding("markers", f"`{marker[:40]}` is no marker", "write `BAX up, BCL2 down`")


def _housekeeping(row: Row) -> Iterable[Finding]:
    cells = row.cells
    if not cells["summary"]:
        yield row.finding("summary", "the summary is missing", "one line in your own words")
    elif len(cells["summary"]) > _SUMMARY:
        yield row.finding(
            "summary", f"{len(cells['summary'])} characters", f"at most {_SUMMARY}: one line", severity="warning"
        )
    if not cells["curator"]:
        yield row.finding("curator", "the curator is missing", "your name or handle")
    if not _is_date(cells["date"]):
        yield row.finding("date", f"`{cells['date'][:20]}` is no date", "write 2026-11-25")


def _characters(row: Row) -> Iterable[Finding]:
    for column, cell in row.cells.items():
        for position, what in letters.hidden(cell):
            yield row.finding(column, f"a character hides here: {what}", "type the cell anew", position=position)
            break
        if cell.count('"') % 2 or (len(cell) > 1 and cell[0] == cell[-1] == '"'):
            yield row.finding(column, "quotation marks around a cell, or one alone", "cells are not quoted: drop them")
        if column in letters.NAME_COLUMNS:
            for position, what in letters.strangers(cell):
                repair = "type the name in Latin letters; Greek ones only where they are meant (TNF-α)"
                yield row.finding(column, f"a letter of another alphabet: {what}", repair, position=position)
                break


def _is_date(cell: str) -> bool:
    try:
        return bool(_DATE.fullmatch(cell)) and bool(datetime.date.fromisoformat(cell))
    except ValueError:
        return False


def _cargo(row: Row, mechanism: Mechanism) -> Iterable[Finding]:
    kind = row.cells["cargo_kind"]
    if mechanism.cargo and not kind:
        yield row.finding(
            "cargo_kind", f"what kind of cargo is {mechanism.cargo[0].text}?", "one of: " + ", ".join(CARGO_KINDS)
        )
    if kind and not mechanism.cargo:
        yield row.finding(
            "cargo_kind", "a kind without a cargo", "start the mechanism with the cargo, or leave this cell empty"
        )
    if kind == "miRNA" and mechanism.steps and mechanism.steps[0].sign == 1:
        first = mechanism.steps[0].names[0]
        yield row.finding(
            "mechanism",
            f"a miRNA that activates {first.text}",
            "right if the paper shows it; most miRNAs repress (` -| `)",
            severity="warning",
            position=first.column,
        )


_RULES: tuple[Callable[[Row], Iterable[Finding]], ...] = (
    _identifier, _publication, _year, _closed_lists, _species, _exosome, _objects, _markers, _housekeeping,
    _characters,
)  # fmt: skip


def _claim(row: Row, mechanism: Mechanism, origin: str) -> Claim:
    cells = row.cells
    kind, _, treatment = cells["exosome"].partition(":")
    markers = [_MARKER.fullmatch(marker) for marker in tuple_of(cells["markers"], ",")]
    return Claim(
        id=cells["claim"], pmid=cells["pmid"], pmcid=cells["pmcid"], doi=cells["doi"],
        year=int(cells["year"]) if cells["year"] else None, first_author=cells["first_author"],
        journal=cells["journal"], source=cells["source"], species=tuple_of(cells["species"], ";"),
        preparation=kind, treatment=treatment.strip(), cargo_kind=cells["cargo_kind"],
        vesicle=cells["vesicle"] or "extracellular vesicles", notation=cells["mechanism"], mechanism=mechanism,
        markers=tuple((found["gene"], found["direction"]) for found in markers if found),
        drugs=tuple_of(cells["drug"], " + "), versus=cells["versus"], given=cells["given"],
        cancers=tuple_of(cells["cancer"], ";"), cell=cells["cell"], effect=cells["effect"], model=cells["model"],
        summary=cells["summary"], curator=cells["curator"], date=cells["date"],
        evidence_rows=tuple_of(cells["evidence_rows"], ";"), file=row.file, line=row.line, origin=origin,
    )  # fmt: skip
