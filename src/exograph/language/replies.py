"""Where there is no answer: the reason, what could be meant, and what can be asked instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exograph.language.assemble import Reading
from exograph.language.item import Item
from exograph.names import Meaning
from exograph.questions import text
from exograph.questions.answer import Answer, Nearest, Nothing, Offered, Reply
from exograph.questions.command import command
from exograph.questions.question import Condition, Question, Term, both, conjuncts
from exograph.questions.select import Selector

_SHOWN = 3
_WHY: Mapping[str, str] = {
    "empty": "the question is empty",
    "long": "the question is too long to be read as one: 2,000 characters are read",
    "alphabet": "this is written in an alphabet that exograph does not read; it reads English in Latin letters, and Greek "
    "letters in names (TGF-β)",
    "advice": "exograph reports what papers found and gives no medical advice",
    "dose": "no claim here holds a dose or how to give it; for a patient, ask a physician",
    "protocol": "protocols are not in the graph; the papers behind its claims have them",
    "topic": "the graph does not hold this; it holds what MSC vesicles do to tumours, treatments and immune cells",
    "disease": "the graph is about cancer; other diseases are not in it",
    "vesicles": "the graph is about vesicles of mesenchymal stem cells; those of other cells are not in it",
    "chat": "this is no question that the graph can answer",
    "nothing named": "it names nothing that exograph could look for",
}
_INSTEAD = (
    ("a mechanism", 'exograph ask "how do MSC exosomes reverse cisplatin resistance in breast cancer?"'),
    ("a list", 'exograph ask "which miRNAs suppress glioma?"'),
    ("what the graph holds", "exograph stats"),
)


def refusal(question: str, reason: str, *, why: str = "", nearest: Sequence[Nearest] = ()) -> Answer:
    """An answer of kind refusal, with the reason and what can be asked."""
    instead = tuple(nearest) or tuple(Nearest(said, asked) for said, asked in _INSTEAD)
    said = why or _WHY[reason]
    return Answer(
        question=question,
        paths=(),
        reply=Reply("refusal", "Not answered.", value=reason),
        nothing=Nothing(said, instead),
    )


def readings(selector: Selector, reading: Reading) -> Answer:
    """No answer: the word that was not understood, and up to three questions that could be meant."""
    names = [item for item in reading.left if _a_name(item)]
    if names:
        return _stranger(selector, names[0], reading)
    offered = tuple(_offers(selector, reading))
    why = _why(reading)
    if not offered:
        return refusal(reading.text, "nothing named", why=why)
    said = "Not answered: the question is not wholly understood. What could be meant is below."
    return Answer(
        question=reading.text, paths=(), reply=Reply("readings", said, value=len(offered)), readings=offered,
        understood=tuple(dict.fromkeys(reading.terms.understood)) if reading.terms else (), nothing=Nothing(why),
        notes=tuple(reading.notes),
    )  # fmt: skip


def _a_name(item: Item) -> bool:
    """Whether an unknown word can only be a name: digits, capitals within, Greek letters."""
    text = item.text
    odd = any(c.isdigit() for c in text) or any(c.isupper() for c in text[1:]) or any("α" <= c <= "ω" for c in text)
    return item.kind == "unknown" and odd and any(c.isalpha() for c in text)


def _stranger(selector: Selector, item: Item, reading: Reading) -> Answer:
    named = selector.names.read(item.text)
    note = f" ({named.note})" if named.note else ""
    close = tuple(Nearest(f"{one.name} ({one.label})", _asking(one)) for one in named.nearest[:_SHOWN])
    return refusal(reading.text, "unknown name", why=f"`{item.text}` is no name that exograph knows{note}; to leave it out "
                   "would answer another question", nearest=close)  # fmt: skip


def _asking(one: Meaning) -> str:
    from exograph.language.item import CLASS_OF
    from exograph.language.terms import PLAIN_FACET
    from exograph.questions.command import alone, shell

    return shell(alone(Term(PLAIN_FACET[CLASS_OF[one.label]], (one.name,))))


def _why(reading: Reading) -> str:
    if reading.terms and reading.terms.ties:
        item, meanings = reading.terms.ties[0]
        listed = " or ".join(f"{one.name} ({one.label})" for one in meanings[:4])
        return f"`{item.text}` stands for several: {listed}"
    words = ", ".join(f"`{item.text}`" for item in reading.left[:4])
    return f"not understood here: {words}" if words else _WHY["nothing named"]


def _offers(selector: Selector, reading: Reading) -> Iterator[Offered]:
    """The question as far as it was understood, then with less of it; only what has claims."""
    seen: set[str] = set()
    for question in _candidates(reading):
        written = text.write(question)
        claims = selector.claims(question.where) - selector.claims(Term("status", ("retracted",)))
        if claims and written not in seen and len(seen) < _SHOWN:
            seen.add(written)
            yield Offered(question, written, command(question), len(claims))


def _candidates(reading: Reading) -> Iterator[Question]:
    asked, terms = reading.question, reading.terms
    assert asked is not None and terms is not None
    where = both(asked.where, asked.verdict, *([] if not asked.sides else [asked.sides[0]]))
    if terms.ties:
        meanings = terms.ties[0][1]
        for one in meanings:
            yield Question(where=_exchanged(where, terms.value(meanings[0], (meanings[0].label,)), one))
        return
    if where is not None:
        yield Question(where=where)
    names = both(
        *(part for part in conjuncts(where) if isinstance(part, Term) and part.facet not in {"effect", "family"})
    )
    if names is not None:
        yield Question(where=names)
    for part in conjuncts(names):
        yield Question(where=part)


def _exchanged(where: Condition | None, value: str, one: Meaning) -> Condition | None:
    """The condition with the other meaning in place of the one that was taken."""
    from exograph.language.item import CLASS_OF
    from exograph.language.terms import PLAIN_FACET

    facet = PLAIN_FACET[CLASS_OF[one.label]]
    parts = [part for part in conjuncts(where) if not (isinstance(part, Term) and value in part.values)]
    return both(*parts, Term(facet, (one.id,)))
