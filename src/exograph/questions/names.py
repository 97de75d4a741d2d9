"""A name in a question -> the ids that a query takes, or the reason why there are none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exograph.questions import catalogue
from exograph.questions.answer import Nearest, Nothing, Understood
from exograph.stores.base import Store

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Candidate
    from exograph.knowledge.vocabulary import Vocabulary

LABEL_OF = {
    "source": "MscSource", "cargo": "Cargo", "gene": "Gene", "pathway": "Pathway", "drug": "Drug", "cancer": "Cancer",
    "modality": "Modality", "cell": "ImmuneCell",
}  # fmt: skip
_MIRNA = re.compile(r"\s*(hsa-|mmu-|rno-)?(mir|let|micro-?rna|mirna)[-\s]?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name stands for: `id` in the vocabulary; `held` says whether the graph holds it or a close term."""

    understood: Understood
    held: bool


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that is unknown or ambiguous, with the reason."""

    text: str
    parameter: str
    nothing: Nothing


class Names:
    """Resolves names against the bundled vocabularies and what the store holds."""

    def __init__(self, store: Store, vocabulary: Callable[[], Vocabulary] | None = None) -> None:
        self.store = store
        self._load = vocabulary
        self._vocabulary: Vocabulary | None = None

    @property
    def vocabulary(self) -> Vocabulary:
        """The bundled vocabularies, opened on first use."""
        if self._vocabulary is None:
            from exograph.knowledge.vocabulary import bundled

            self._vocabulary = (self._load or bundled)()
        return self._vocabulary

    def resolve(self, text: str, parameter: str) -> Resolved | Unresolved:
        """Ground one name for one parameter (`drug`, `not_cancer`, ...)."""
        label = LABEL_OF[parameter.removeprefix("not_")]
        if label == "Gene" and _MIRNA.match(text):
            label = "Cargo"
        held = self._held(text, label)
        if held is not None:
            return Resolved(Understood(text, label, held[0], held[1], "", parameter), True)
        found = self.vocabulary.ground(text, label)
        if found.status == "ambiguous":
            listed = "; ".join(f"{item.name} ({item.id}, {item.why})" for item in found.candidates[:6])
            nearest = tuple(_nearest(item.name, parameter, item.id) for item in found.candidates[:4])
            why = f"`{text}` stands for several: {listed}. Say which one is meant."
            return Unresolved(text, parameter, Nothing(why, nearest))
        if found.status == "unmatched":
            nearest = tuple(_nearest(item.name, parameter, item.name) for item in found.nearest[:4])
            why = f"no vocabulary knows the {called(label)} `{text[:80]}`"
            return Unresolved(text, parameter, Nothing(why, nearest))
        best = found.candidates[0]
        return self._near(text, label, best, parameter)

    def _held(self, text: str, label: str) -> tuple[str, str] | None:
        """A node of exactly this name or id: symbols, and names that no vocabulary knows."""
        wanted = text.strip().casefold()
        rows = self.store.query(catalogue.internal("names"), {"labels": [label]})
        found = [row for row in rows if wanted in (str(row["name"]).casefold(), str(row["id"]).casefold())]
        return (found[0]["id"], found[0]["name"]) if len(found) == 1 else None

    def _near(self, text: str, label: str, best: Candidate, parameter: str) -> Resolved:
        """The term itself if the graph holds it, else the closest term below or above that it does hold."""
        broader = self.vocabulary.ancestors(label, best.id) if label == "Cargo" else ()
        arms = self.vocabulary.entries("Cargo") if _MIRNA.match(best.name) else ()
        below = tuple(entry.id for entry in arms if best.id in entry.parents)
        rows = self.store.query(catalogue.internal("known"), {"ids": [best.id, *broader, *below], "labels": [label]})
        held = {row["id"]: row["name"] for row in rows}
        if best.id in held or not held:
            note = "" if best.name.casefold() == text.strip().casefold() else best.why
            name = held.get(best.id, best.name)
            return Resolved(Understood(text, label, best.id, name, note, parameter), best.id in held)
        near, name = next(iter(held.items()))
        note = f"{best.name} itself is in no claim; {name} is"
        return Resolved(Understood(text, label, near, name, note, parameter), True)


def _nearest(name: str, parameter: str, value: str) -> Nearest:
    """A name with the command that asks for it."""
    return Nearest(name, f"exograph mechanism --{parameter.replace('_', '-')} {quoted(value)}")


def called(label: str) -> str:
    """A label in running text."""
    return {"MscSource": "MSC source", "ImmuneCell": "immune cell"}.get(label, label.lower())


def quoted(text: str) -> str:
    """A name as a shell takes it."""
    import shlex

    return shlex.quote(text)
