"""ask(store, text) -> Answer: a question in plain words, answered with its evidence or refused with the reason."""

from __future__ import annotations

import functools
from dataclasses import replace

from exograph.questions.answer import Answer
from exograph.questions.answers import finish
from exograph.questions.names import Names
from exograph.questions.words import refusals
from exograph.questions.words.answering import Answering
from exograph.questions.words.lexicon import Lexicon
from exograph.questions.words.meant import absent, settle, understood
from exograph.questions.words.reading import read
from exograph.questions.words.scope import outside
from exograph.questions.words.select import Selector
from exograph.questions.words.tokens import cleaned, foreign
from exograph.questions.words.understood import Reading
from exograph.stores.base import Store


def ask(store: Store, text: str) -> Answer:
    """Answer a question of any length in plain words. Never raises for what the text holds.

    StoreNotBuilt (and other StoreErrors) where the store cannot be asked.
    """
    question = cleaned(text[:200_000])
    refused = unanswerable(question)
    if refused is not None:
        return finish(store, refused)
    release = store.release()
    lexicon, names = _lexicon(store, release.sha256 if release else ""), Names(store)
    reading = read(question, lexicon, names)
    selector = Selector(store, lexicon)
    answer = _answer(reading, selector, names)
    notes = [*(() if answer.query == "by_paper" and answer.notes else _notes(reading)), *answer.notes]
    return finish(store, replace(answer, question=question, notes=tuple(dict.fromkeys(notes))))


@functools.lru_cache(maxsize=1)
def _lexicon(store: Store, sha256: str) -> Lexicon:
    """The names of a store, read once for many questions; a rebuilt store has another checksum."""
    return Lexicon(store)


def unanswerable(question: str) -> Answer | None:
    """The refusal of a cleaned question that no name could mend: empty, too long, another alphabet, out of scope."""
    refused = refusals.unreadable(question, question, foreign=foreign(question))
    if refused is not None:
        return refused
    found = outside(question.lower())
    return refusals.refusal(question, found.why, found.reason) if found else None


def _answer(reading: Reading, selector: Selector, names: Names) -> Answer:
    paper = _of_paper(reading, selector)
    if paper is not None:
        return paper
    settle(reading, selector, names)
    known = understood(reading)
    if reading.strangers:
        return refusals.strangers(reading.text, reading.strangers, known)
    fact = _of_database(reading, selector)
    if fact is not None:
        return replace(fact, understood=known)
    gone = absent(reading, selector, known)
    if gone is not None and reading.asked.kind != "gap":
        return gone
    return replace(Answering(reading, selector).answer(), understood=known)


def _of_paper(reading: Reading, selector: Selector) -> Answer | None:
    text = reading.text
    named = any(name.istitle() for name, *_ in reading.strangers)
    if not named and not any(c.isdigit() for c in text) and " et al" not in text and " and co" not in text:
        return None
    from exograph.questions.words.papers import of_paper

    return of_paper(reading, selector)


def _of_database(reading: Reading, selector: Selector) -> Answer | None:
    if not any(
        word in reading.masked for word in ("target", "act", "bind", "inhibit", "hit", "block", "against", "for")
    ):
        return None
    from exograph.questions.words.targets import of_database

    return of_database(reading, selector)


def _notes(reading: Reading) -> list[str]:
    """How the question was understood, on one line; then what each odd name was taken for."""
    notes = [f"Understood as: {_line(reading)}"]
    notes += [
        f"`{one.text}` is taken for {one.name} ({_kind(one.label)}): {one.note}"
        for one in reading.mentions
        if one.note and one.nodes
    ]
    for one in reading.mentions:
        others = [
            f"{node.name} ({_kind(node.label)}, {node.weight} claim{'s' * (node.weight != 1)})"
            for node in one.others[:3]
        ]
        if others:
            notes.append(f"`{one.text}` may also mean {', '.join(others)}; {one.name} ({_kind(one.label)}) is taken")
    if reading.left_out_cells:
        notes.append(
            f"{reading.left_out_cells} claim(s) on regulatory cells are left out: more of them lowers immunity "
            f"too; name the cell (Treg, M2 macrophage) to see them"
        )
    if reading.ignored:
        notes.append(f"not understood and left out: {', '.join(f'`{word[:40]}`' for word in reading.ignored[:8])}")
    return [*notes[:1], *reading.notes, *notes[1:]]


def _kind(label: str) -> str:
    return {"MscSource": "MSC source", "ImmuneCell": "immune cell", "Cargo": "molecule", "Gene": "gene"}.get(
        label, label.lower()
    )


def _line(reading: Reading) -> str:
    asked, kinds = (
        reading.asked,
        {
            "paths": "paths",
            "most": "ranking",
            "gap": "what was never tested",
            "yesno": "yes or no",
            "notice": "papers with a notice",
            "opposite": "what says the opposite",
            "years": "papers by year",
        },
    )
    what = (
        " of " + (asked.cargo_kind if asked.target == "Cargo" and asked.cargo_kind else asked.target)
        if asked.target and asked.kind in {"list", "count", "most", "gap"}
        else f" ({asked.cargo_kind})"
        if asked.cargo_kind
        else ""
    )
    parts = [f"{kinds.get(asked.kind, asked.kind)}{what}"]
    parts += [f"{'without ' if one.negated else ''}{one.name}" for one in reading.mentions if one.nodes]
    effects = reading.filters.get("effect", [])
    parts += [f"effect {' or '.join(map(str, effects))}"] if effects else []
    parts += [f"{'more' if sign > 0 else 'less'} {one.name}" for one, sign in reading.polarity.molecules]
    return "; ".join([*parts, *reading.details.said])
