"""What rules work on: a stretch of the question with what it may be, and what it came to mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from exograph.language.words import Use
from exograph.names import Meaning
from exograph.questions.question import Condition

# what a name is to the rules, by its label; MOL is a molecule whose part (cargo, target, ...) the words around it tell
CLASS_OF = {
    "MscSource": "SOURCE", "Cargo": "MOL", "Gene": "MOL", "Pathway": "PATHWAY", "ImmuneCell": "CELL", "Drug": "DRUG",
    "Cancer": "CANCER", "Modality": "MODALITY",
}  # fmt: skip
NAMED = frozenset(CLASS_OF.values())


@dataclass(frozen=True, slots=True)
class Item:
    """Words first..last (both included). `uses`: what a word may be; `meanings`: what a name may stand for.

    `kind` is the class that rules see where it is no plain word: DRUG, CANCER, ..., or what a rule made of it. `sign`
    is +1 / -1 for better / worse of `dim` (response, tumour, immune); `where` what it demands of a claim.
    """

    first: int
    last: int
    text: str
    uses: tuple[Use, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    kind: str = ""
    sign: int = 0
    dim: str = ""
    means: str = ""
    form: str = ""
    glued: bool = False
    where: Condition | None = None
    names: tuple[Item, ...] = ()  # the names that went into it, for the line that says what was understood
    rules: tuple[str, ...] = field(default=())

    @property
    def cats(self) -> frozenset[str]:
        """Every category it may be."""
        return frozenset([self.kind] if self.kind else [use.category for use in self.uses])

    def use(self, *categories: str) -> Use | None:
        """The first use of one of these categories."""
        return next((use for use in self.uses if use.category in categories), None)

    def become(self, kind: str, **changes: object) -> Item:
        """This item, meaning one thing from now on."""
        return replace(self, kind=kind, **changes)  # type: ignore[arg-type]


def over(items: Sequence[Item], kind: str, **changes: object) -> Item:
    """One item over all of these, with their names and rules."""
    names = tuple(
        name for item in items for name in (item.names or ((item,) if item.meanings and item.kind in NAMED else ()))
    )
    rules = tuple(dict.fromkeys(rule for item in items for rule in item.rules))
    text = " ".join(item.text for item in items)
    made = Item(items[0].first, max(item.last for item in items), text, kind=kind, names=names, rules=rules)
    return replace(made, **changes)  # type: ignore[arg-type]
