"""Why a question gets no answer, and what could be asked instead, with a command to paste."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.questions.answer import Answer, Nearest, Nothing, Reply, Understood
from exograph.questions.words.tokens import LONGEST

_INSTEAD = {
    "vesicles": (
        ("the same for MSC vesicles: what they do to immune cells", 'exograph ask "which cargos act on macrophages?"'),
        ("what is most studied", 'exograph ask "most studied cargo"'),
    ),
    "disease": (
        (
            "effects on immune cells, many measured in other diseases",
            'exograph ask "do MSC exosomes suppress T cells?"',
        ),
        ("the cancers that are held", 'exograph ask "most studied cancers"'),
    ),
    "protocol": (
        ("vesicles that were loaded with a drug, with their papers", "exograph query run loaded_vesicles"),
        ("how vesicles were prepared", "exograph query run engineered_vesicles -p kind=engineered"),
    ),
    "advice": (
        ("what papers report on a treatment", 'exograph ask "how do MSC exosomes change the response to cisplatin?"'),
    ),
    "topic": (
        ("what papers report on a cancer", 'exograph ask "what do MSC exosomes do in breast cancer?"'),
        ("which models were used", "exograph stats"),
    ),
    "code": (("read-only Cypher", "exograph cypher --help"),),
}
_VERDICT = {
    "unknown name": "Not answered: a name is not known, and leaving it out would answer another question.",
    "ambiguous": "Not answered: a name stands for several things.",
    "empty": "There is no question.",
    "length": "The question is too long.",
    "no claims": "Nothing is reported on this here.",
    "nothing named": "Not answered: nothing in it narrows the question.",
}
_GENERAL = (
    ("a mechanism", 'exograph ask "how do MSC exosomes reverse cisplatin resistance in breast cancer?"'),
    ("a list", 'exograph ask "which miRNAs suppress glioma?"'),
    ("what the graph holds", "exograph stats"),
)


def refusal(
    question: str,
    why: str,
    reason: str = "",
    *,
    nearest: Sequence[Nearest] = (),
    understood: Sequence[Understood] = (),
    notes: Sequence[str] = (),
) -> Answer:
    """An answer of kind refusal: `why` in a sentence, `nearest` or a general hint at what can be asked."""
    instead = tuple(nearest) or tuple(Nearest(text, command) for text, command in _INSTEAD.get(reason, _GENERAL))
    return Answer(
        question=question,
        query="ask",
        parameters={},
        paths=(),
        reply=Reply("refusal", _VERDICT.get(reason, "exograph does not answer this."), value=reason or None),
        understood=tuple(understood),
        nothing=Nothing(why, instead),
        notes=tuple(notes),
    )


def unreadable(question: str, cleaned: str, *, foreign: bool) -> Answer | None:
    """A refusal for what cannot be a question: nothing, too much, or another alphabet; None if it can be read."""
    if not any(c.isalnum() for c in cleaned):
        return refusal("", "the question is empty", "empty")
    if len(cleaned) > LONGEST:
        return refusal(
            cleaned[:200] + " ...", f"the question has {len(cleaned):,} characters; {LONGEST:,} are read", "length"
        )
    if foreign:
        return refusal(
            cleaned[:LONGEST],
            (
                "this is written in an alphabet that exograph does not read; it reads English in Latin letters, and "
                "Greek letters in names (TGF-β)"
            ),
            "alphabet",
        )
    return None


def strangers(
    question: str, unknown: Sequence[tuple[str, str, tuple[Nearest, ...]]], understood: Sequence[Understood]
) -> Answer:
    """A refusal for names that nothing knows: one of them unknown, and the rest would answer another question."""
    text, what, near = unknown[0]
    more = f"; neither is {', '.join(f'`{other}`' for other, _, _ in unknown[1:4])}" if len(unknown) > 1 else ""
    close = f"; nearest: {', '.join(one.text for one in near)}" if near else ""
    return refusal(question, f"`{text}` is {what}{more}{close}", "unknown name", nearest=near, understood=understood)
