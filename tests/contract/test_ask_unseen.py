"""Questions that were written without the grammar in sight: what is answered right stays right."""

from __future__ import annotations

from collections import Counter

from benchmarks.ask_unseen import results, sets
from tests.ask import asked

# of 150 each: right at least, wrong at most
FLOOR = {"a": (144, 0), "b": (133, 1), "c": (123, 6), "d": (135, 4), "e": (136, 2)}


def test_sets_are_whole() -> None:
    assert {name: len(rows) for name, rows in sets().items()} == dict.fromkeys(FLOOR, 150)


def test_no_answer_gets_worse() -> None:
    counts = {name: Counter[str]() for name in FLOOR}
    wrong = []
    for name, row, became, answer in results(asked):
        counts[name][became] += 1
        wrong += [f"{name}: {row['question']} -> {answer.text}"] if became == "wrong" else []
    fallen = {
        name: dict(counted)
        for name, counted in counts.items()
        if counted["right"] < FLOOR[name][0] or counted["wrong"] > FLOOR[name][1]
    }
    assert not fallen, "\n".join([str(fallen), *wrong])
