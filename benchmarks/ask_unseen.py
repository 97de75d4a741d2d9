"""Questions that people wrote without having seen the grammar, with the claims that a right answer must and may show.

python -m benchmarks.ask_unseen     for each set of tests/unseen: right, wrong, not answered; and what is not right

Each set was unseen when it was first asked, and has been read since: docs/asking.md has the figures of the first time.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.ask_quality import silent
from exograph.questions.answer import Answer

SETS = Path(__file__).parents[1] / "tests" / "unseen"
_SHOWING = frozenset({"paths", "list", "count", "yesno", "compare"})
Row = Mapping[str, str]


def sets() -> dict[str, list[Row]]:
    """The questions of each file: kind, question, claims_that_must_be_shown, claims_that_may_be_shown, answer."""
    found: dict[str, list[Row]] = {}
    for path in sorted(SETS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return found


def judged(row: Row, answer: Answer) -> str:
    """`right`, `wrong` (shown as an answer, and none) or `not answered` (a refusal, readings, no claim has it all)."""
    expected = row["answer"].split("|")
    unknown = answer.reply.kind == "yesno" and answer.reply.value == "unknown"
    if silent(answer) or (unknown and "yesno:unknown" in expected):
        return "right" if {"refuse", "none", "yesno:unknown"} & set(expected) else "not answered"
    if expected == ["refuse"]:
        return "wrong"
    must, may = (_ids(row[f"claims_that_{word}_be_shown"]) for word in ("must", "may"))
    shown = {path.claim for path in answer.paths}
    claims = must <= shown and (not (must | may) or shown <= must | may)
    return "right" if claims and any(_fits(one, answer) for one in expected) else "wrong"


def _ids(cell: str) -> set[str]:
    return {one for one in cell.split(",") if one}


def _fits(expected: str, answer: Answer) -> bool:
    kind, _, value = expected.partition(":")
    given, said = answer.reply.kind, str(answer.reply.value)
    if kind in {"paths", "list"}:
        return given in _SHOWING
    if kind == "most":
        return given == "list" and said == value
    if value.startswith("!"):
        return given == kind and said != value[1:]
    return given == kind and (said == value or (kind == "compare" and not value))


def results(ask: Callable[[str], Answer]) -> Iterator[tuple[str, Row, str, Answer]]:
    """Each question with its set, what became of it, and its answer."""
    for name, rows in sets().items():
        for row in rows:
            answer = ask(row["question"])
            yield name, row, judged(row, answer), answer


def main() -> None:
    """Print what is not right, then the counts of each set."""
    from exograph.build import build
    from exograph.language import ask
    from exograph.stores.embedded import EmbeddedStore

    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore.open(Path(folder) / "graph.kgl")
        build(store)
        counts: dict[str, Counter[str]] = {}
        for name, row, became, answer in results(lambda text: ask(store, text)):
            counts.setdefault(name, Counter())[became] += 1
            if became != "right":
                print(f"{name}  {became:12}  {row['question']}\n      {answer.text}")
        store.close()
    for name, counted in counts.items():
        print(name, dict(counted))


if __name__ == "__main__":
    main()
