"""How well `exograph ask` answers its question set: precision and recall of claims, right kinds, values and refusals.

python -m benchmarks.ask_quality            print the figures, and every question that is not answered as expected
python -m benchmarks.ask_quality --floor    write them to ask_quality.json: a test keeps them from falling
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.ask_questions import Asked, questions
from exograph.questions.answer import Answer

FLOOR = Path(__file__).with_name("ask_quality.json")


@dataclass
class Score:
    """Counts over the question set; `wrong` tells of each question what was not as expected."""

    questions: int = 0
    as_expected: int = 0
    kinds: int = 0
    found: int = 0  # expected claims that were given
    given: int = 0  # claims given, where claims are expected
    expected: int = 0
    refused: int = 0  # questions to refuse that were
    to_refuse: int = 0
    answered_wrongly: int = 0  # questions refused that have an answer
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float | int]:
        """What is printed, and kept from falling."""
        answerable = self.questions - self.to_refuse
        return {
            "questions": self.questions,
            "as expected": round(self.as_expected / self.questions, 4),
            "right kind": round(self.kinds / self.questions, 4),
            "precision of claims": round(self.found / self.given, 4) if self.given else 1.0,
            "recall of claims": round(self.found / self.expected, 4) if self.expected else 1.0,
            "refusals given": round(self.refused / self.to_refuse, 4),
            "answers not refused": round(1 - self.answered_wrongly / answerable, 4),
        }


def silent(answer: Answer) -> bool:
    """Whether nothing is said: a refusal, readings to choose from, or the reason why no claim has it all."""
    return answer.reply.kind in {"refusal", "readings"} or (answer.nothing is not None and not answer.paths)


def trouble(asked: Asked, answer: Answer) -> list[str]:
    """What is not as expected, in words; empty if all is."""
    if asked.kind == "refusal":
        return [] if silent(answer) else [f"answered: {answer.reply.kind}"]
    given = {path.claim for path in answer.paths}
    found = []
    if answer.reply.kind != asked.kind:
        found.append(f"kind {answer.reply.kind} instead of {asked.kind}")
    if asked.value and str(answer.reply.value) != asked.value:
        found.append(f"value {answer.reply.value} instead of {asked.value}")
    if asked.claims is not None and given != asked.claims:
        found.append(f"missing {sorted(asked.claims - given)[:4]}, too many {sorted(given - asked.claims)[:4]}")
    if asked.must - given:
        found.append(f"without {sorted(asked.must - given)}")
    if asked.banned & given:
        found.append(f"with {sorted(asked.banned & given)}")
    named = {str(item.get("name")) for item in answer.reply.items}
    if set(asked.items) - named:
        found.append(f"items without {sorted(set(asked.items) - named)}")
    return found


def score(asked: Sequence[Asked], ask: Callable[[str], Answer]) -> Score:
    """Ask all of them and count."""
    counted = Score()
    for one in asked:
        answer = ask(one.question)
        given = {path.claim for path in answer.paths}
        counted.questions += 1
        counted.kinds += silent(answer) if one.kind == "refusal" else answer.reply.kind == one.kind
        if one.kind == "refusal":
            counted.to_refuse += 1
            counted.refused += silent(answer)
        else:
            counted.answered_wrongly += answer.reply.kind in {"refusal", "readings"}
        if one.claims is not None:
            counted.found += len(given & one.claims)
            counted.given += len(given)
            counted.expected += len(one.claims)
        troubles = trouble(one, answer)
        counted.as_expected += not troubles
        counted.wrong += [f"{one.file}: {one.question!r}: {'; '.join(troubles)}"] if troubles else []
    return counted


def main(arguments: Sequence[str]) -> None:
    """Print the figures; with --floor write them down."""
    from exograph.build import ensure
    from exograph.language import ask
    from exograph.stores.embedded import EmbeddedStore

    store = EmbeddedStore.open()
    ensure(store)
    counted = score(questions(), lambda text: ask(store, text))
    for line in counted.wrong:
        print(line)
    figures = counted.figures()
    print(json.dumps(figures, indent=1))
    if "--floor" in arguments:
        FLOOR.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
