"""What a curator asks before a build: how do I start, is my table right, does it repeat or oppose what is known?"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from exograph import build
from exograph.errors import UsageError
from exograph.knowledge.claims import COLUMNS, Row, claim_files, tuple_of
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.grounded import GroundedClaim, unclear
from exograph.knowledge.kinds import NAMED
from exograph.knowledge.nearest import TABLE_SEARCHES, searching
from exograph.knowledge.tables import read_rows
from exograph.resources import graph_dir

_COLUMN_LINE = re.compile(r"\| (?P<names>`[a-z_]+`(?: `[a-z_]+`)*) \| (?P<text>.+) \|")
_GROUNDED = {"source": ";", "drug": " + ", "cancer": ";", "cell": ";"}  # columns of names -> what joins several
_SHOWN = 3  # candidates, or claims of a paper, that a finding names
_BOTH, _ONE = "in vitro + in vivo", "in vitro"


def check_files(files: Sequence[Path]) -> tuple[list[Finding], dict[str, int]]:
    """Findings about these claim tables beside the bundled ones, or about the bundled data as a whole.

    The second value counts what was read. For tables of the user only findings about them are given; a bundled table
    may be named, too, and is then judged where it stands.
    """
    from exograph.knowledge.checks import disagreements
    from exograph.knowledge.vocab_checks import check_listed

    bundled = {path.resolve(): path for path in claim_files(graph_dir() / "claims")}
    knowledge = build.read([path for path in files if path.resolve() not in bundled])
    findings = list(knowledge.findings)
    if not files:
        findings += check_listed(knowledge.claims, graph_dir() / "unmatched.tsv")
        findings += disagreements(knowledge.graph) if knowledge.graph is not None else []
        return findings, _counted(knowledge.claims)
    names = {str(bundled.get(path.resolve(), path)) for path in files}
    mine = [grounded for grounded in knowledge.claims if grounded.claim.file in names]
    known = [grounded for grounded in knowledge.claims if grounded.claim.file not in names]
    findings = [finding for finding in findings if finding.file in names]
    with searching(TABLE_SEARCHES):
        findings += _names_in_broken_rows(files, findings)
    return sorted([*findings, *_beside(mine, known)], key=_place), _counted(mine)


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.file, finding.line, ("error", "warning", "note").index(finding.severity)


def _counted(claims: Iterable[GroundedClaim]) -> dict[str, int]:
    papers = [grounded.claim.publication for grounded in claims]
    return {"claims": len(papers), "papers": len(set(papers))}


def _beside(mine: Sequence[GroundedClaim], known: Sequence[GroundedClaim]) -> Iterator[Finding]:
    """Notes: which papers are here already, and which claims the new ones agree with or oppose."""
    from exograph.knowledge.crosschecks import compare_with

    papers: dict[str, list[str]] = {}
    for grounded in known:
        papers.setdefault(grounded.claim.publication, []).append(grounded.claim.id)
    for claim in {grounded.claim.publication: grounded.claim for grounded in reversed(mine)}.values():
        held = papers.get(claim.publication, [])
        if held:
            more = f" and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
            told = f"{claim.publication} is here already, with {', '.join(held[:_SHOWN])}{more}"
            yield Finding("note", claim.file, claim.line, "claim", told, f"exograph mechanism --claim {held[0]}")
    yield from compare_with(mine, known)


def _names_in_broken_rows(files: Sequence[Path], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Names that no vocabulary knows, in rows that are not grounded because something else is wrong with them."""
    from exograph.knowledge.vocabulary import bundled

    broken = {(finding.file, finding.line) for finding in errors(findings)}
    told = {(finding.file, finding.line, finding.column) for finding in findings}
    vocabulary = bundled()
    for row in (row for path in files for row in read_rows(path)[0] if (row.file, row.line) in broken):
        for column, separator in _GROUNDED.items():
            label = NAMED[column].label
            if (row.file, row.line, column) in told:
                continue
            for text in tuple_of(row.cells[column], separator):
                found = vocabulary.ground(text, label)
                if found.status == "matched":
                    continue
                severity, message, repair = unclear(found, label)
                yield row.finding(column, message, repair, severity=severity)


def columns() -> list[tuple[tuple[str, ...], str]]:
    """What to write into each column of a claim table, as graph/README.md says it; some columns go together."""
    text = (graph_dir() / "README.md").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        match = _COLUMN_LINE.fullmatch(line)
        names = tuple(match["names"].replace("`", "").split()) if match else ()
        if match and names and set(names) <= set(COLUMNS):
            found.append((names, match["text"]))
    return found


def template(*, like: str = "", example: bool = False) -> str:
    """A claim table to start from: its header, and with `like` the row of a bundled claim under a free number.

    `example` takes a claim that uses most columns. It was seen in vitro and in vivo; the row says in vitro alone, which
    is as true, so that the table passes the check. UsageError where there is no claim `like`.
    """
    lines = ["\t".join(COLUMNS)]
    if like or example:
        rows = [row for path in claim_files(graph_dir() / "claims") for row in read_rows(path)[0]]
        row = _row(rows, like) if like else _telling(rows)
        cells = {
            **row.cells,
            "claim": _next_number(rows, row.cells["claim"]),
            "date": datetime.date.today().isoformat(),
            "evidence_rows": "",
        }
        if not like:
            cells |= {"model": _ONE, "curator": "your name"}
        lines.append("\t".join(cells[name] for name in COLUMNS))
    return "\n".join(lines) + "\n"


def _row(rows: Iterable[Row], claim: str) -> Row:
    held = {row.cells["claim"]: row for row in rows}
    if claim not in held:
        from difflib import get_close_matches

        close = (
            ", ".join(get_close_matches(claim, held, _SHOWN))
            or "`exograph mechanism --drug cisplatin --tsv` lists some"
        )
        raise UsageError(f"there is no bundled claim `{claim[:80]}`", hint=f"nearest: {close}")
    return held[claim]


def _telling(rows: Sequence[Row]) -> Row:
    """The bundled row that fills most cells, of those with a mechanism and a drug, seen in vitro and in vivo."""
    fit = [
        row
        for row in rows
        if row.cells["model"] == _BOTH
        and row.cells["drug"]
        and not row.cells["versus"]
        and " -" in row.cells["mechanism"]
    ]
    return max(fit or rows, key=lambda row: (sum(map(bool, row.cells.values())), row.cells["claim"]))


def _next_number(rows: Iterable[Row], claim: str) -> str:
    paper = claim.rpartition("/")[0]
    numbers = [
        int(number)
        for stem, _, number in (row.cells["claim"].rpartition("/") for row in rows)
        if stem == paper and number.isdigit()
    ]
    return f"{paper}/{max(numbers) + 1}"
