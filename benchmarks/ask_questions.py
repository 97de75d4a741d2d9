"""The question set of `exograph ask` (tests/questions/*.tsv) and an oracle that knows nothing of exograph's code.

A row says what the answer must be: its `kind`, its `value` (a word; `=papers` and `=claims`: as many as the oracle
finds), the `claims` it must rest on as conditions on the columns of graph/claims/*.tsv, claims it `must` hold and may
`not` hold, and `items` that its list must name. A condition is `column=a|b` (one of them), `column!=a`, `column~a|b`
(holds one of them) or `column!~a`; `;` joins conditions, ` || ` alternatives; `@name` stands for the values of
umbrellas.tsv. Beside the columns there are `cargo` (first molecule of the mechanism) and `chain` (all of it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "tests" / "questions"
GRAPH = ROOT / "graph"
_CONDITION = re.compile(r"(\w+)(!?[=~])(.*)")


@dataclass(frozen=True)
class Asked:
    """One row of the question set; `claims` is None where nothing is said of them."""

    file: str
    question: str
    kind: str
    value: str
    claims: frozenset[str] | None
    must: frozenset[str]
    banned: frozenset[str]
    items: tuple[str, ...]
    papers: int
    silent: bool  # no claim is expected, and that is said


def table(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    for line in lines[1:]:
        if line:
            yield dict(zip(header, line.split("\t"), strict=True))


def claims() -> dict[str, dict[str, str]]:
    """The bundled claims as they stand in the files, those of retracted papers left out, with `cargo` and `chain`."""
    status = {row["publication"]: row["status"] for row in table(GRAPH / "publication_status.tsv")}
    held = {}
    for path in sorted((GRAPH / "claims").glob("*.tsv")):
        for row in table(path):
            if status.get(row["claim"].rpartition("/")[0]) == "retracted":
                continue
            first = re.split(r" (?:->|-\||~) ", row["mechanism"])[0]
            held[row["claim"]] = {**row, "cargo": "" if first == "exosome" else first, "chain": row["mechanism"]}
    return held


def umbrellas() -> dict[str, str]:
    """Values that a broader term stands for, by `@name`."""
    return {f"@{row['name']}": row["values"] for row in table(QUESTIONS / "umbrellas.tsv")}


def fitting(expression: str, held: dict[str, dict[str, str]], broader: dict[str, str]) -> frozenset[str]:
    """The claims that an expression describes. ValueError for one that cannot be read."""
    found: set[str] = set()
    for alternative in expression.split(" || "):
        conditions = [_condition(part, broader) for part in alternative.split(";")]
        found |= {claim for claim, row in held.items() if all(_holds(row, *condition) for condition in conditions)}
    return frozenset(found)


def _condition(part: str, broader: dict[str, str]) -> tuple[str, str, tuple[str, ...]]:
    one = _CONDITION.fullmatch(part.lstrip())
    if not one:
        raise ValueError(f"no condition: {part}")
    values = [value for item in one[3].split("|@") for value in _values(item, broader)]
    return one[1], one[2], tuple(values)


def _values(item: str, broader: dict[str, str]) -> list[str]:
    # `-|` is an arrow of the mechanism, no separator
    parts = re.split(r"(?<!-)\|", item)
    return [value for part in parts for value in broader.get(part, broader.get(f"@{part}", part)).split("\0")]


def _holds(row: dict[str, str], column: str, how: str, values: tuple[str, ...]) -> bool:
    cell = row[column]
    wanted = [one for value in values for one in re.split(r"(?<!-)\|", value)] if how[-1] == "=" else list(values)
    if how[-1] == "~":
        wanted = [one for value in values for one in ([value] if "-|" in value else value.split("|"))]
    hit = cell in wanted if how[-1] == "=" else any(one in cell for one in wanted)
    return hit != how.startswith("!")


def questions() -> list[Asked]:
    """Every row of every file of the question set."""
    held, broader = claims(), umbrellas()
    found = []
    for path in sorted(QUESTIONS.glob("*.tsv")):
        if path.stem == "umbrellas":
            continue
        for row in table(path):
            found.append(_asked(path.stem, row, held, broader))
    return found


def _asked(file: str, row: dict[str, str], held: dict[str, dict[str, str]], broader: dict[str, str]) -> Asked:
    said = row["claims"]
    wanted = None if not said else frozenset[str]() if said == "-" else fitting(said, held, broader)
    papers = len({claim.rpartition("/")[0] for claim in wanted or ()})
    value = {"=papers": str(papers), "=claims": str(len(wanted or ()))}.get(row["value"], row["value"])
    return Asked(
        file, row["question"].replace("\\n", "\n"), row["kind"], value, wanted, _ids(row["must"]), _ids(row["not"]),
        tuple(part.strip() for part in row["items"].split(";") if part.strip()), papers, said == "-",
    )  # fmt: skip


def _ids(cell: str) -> frozenset[str]:
    return frozenset(part.strip() for part in cell.split(";") if part.strip())
