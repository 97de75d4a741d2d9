"""A question as exograph understands it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from exograph.questions.answer import Nearest
from exograph.questions.words.changes import Unit
from exograph.questions.words.details import Details
from exograph.questions.words.kinds import Asked
from exograph.questions.words.polarity import Polarity
from exograph.questions.words.spans import Mention

PARAMETER = {
    "MscSource": "source", "Cargo": "cargo", "Gene": "gene", "Pathway": "pathway", "ImmuneCell": "cell", "Drug": "drug",
    "Cancer": "cancer", "Modality": "modality",
}  # fmt: skip
ANY_CANCER = "DOID:162"

Stranger = tuple[str, str, tuple[Nearest, ...]]  # a piece of text, why it is not taken, what is near


@dataclass(eq=False, repr=False)
class Group:
    """Molecules any of which will do. `where`: cargo, gene or empty for both."""

    mentions: list[Mention]
    where: str = ""


@dataclass(eq=False, repr=False)
class Reading:
    """What was understood. `filters` go to the mechanism query as they are; the rest is looked at afterwards."""

    text: str
    asked: Asked
    polarity: Polarity
    details: Details
    mentions: list[Mention]
    filters: dict[str, list[Any]] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    either: bool = False  # the drugs or the kinds of therapy, not both
    all_drugs: list[str] = field(default_factory=list)  # given together
    strangers: list[Stranger] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    left_out_cells: int = 0  # claims on regulatory cells that `suppress T cells` does not mean
    notes: list[str] = field(default_factory=list)
    plain: str = ""  # in lower case, without politeness
    masked: str = ""  # in lower case, with names as @drug, @cancer, ...
    units: list[Unit] = field(default_factory=list)

    @property
    def narrowed(self) -> bool:
        """Whether anything in it says what is asked about."""
        d = self.details
        detailed = d.years or d.models or d.prepared or d.not_prepared or d.given or d.loaded or d.species
        return bool(self.filters or self.groups or self.polarity.effects or self.polarity.molecules or detailed)

    def of(self, *labels: str) -> list[Mention]:
        """The mentions of these kinds that are not left out."""
        return [one for one in self.mentions if one.label in labels and not one.negated]
