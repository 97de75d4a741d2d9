"""The one table of kinds: what texts, tables, pages and queries call the nodes that a claim names.

Labels and roles are those of graph/schema.yaml (a test compares them); to read that file would slow every question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node and its words."""

    label: str  # in the schema and in Cypher
    facet: str  # the filter, column or row that asks for it; empty where none does
    roles: tuple[str, ...]  # edges that lead from a claim to it; the first one counts in maps and in order
    singular: str
    plural: str
    about: str  # what a list of all of them holds
    taxonomy: bool = False  # a question for a broader term finds the narrower ones (IS_A)
    changes: bool = False  # a vesicle brings more or less of it (the running sign)

    @property
    def heading(self) -> str:
        """The singular with a capital: `MSC source`, `Treatment`."""
        return _capital(self.singular)

    @property
    def headings(self) -> str:
        """The plural with a capital: `MSC sources`, `Treatments`."""
        return _capital(self.plural)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# in the order of the chain
CHAIN = (
    Kind("MscSource", "source", ("HAS_SOURCE",), "MSC source", "MSC sources",
         "The tissues that the stem / stromal cells come from.", taxonomy=True),
    Kind("Exosome", "", ("HAS_EXOSOME",), "vesicle", "vesicles", "The preparations that were given."),
    Kind("Cargo", "cargo", ("HAS_CARGO", "HAS_TARGET", "HAS_MARKER"), "cargo", "cargos",
         "What vesicles carry, and every miRNA of a mechanism.", taxonomy=True, changes=True),
    Kind("Gene", "gene", ("HAS_TARGET", "HAS_MARKER"), "target", "targets",
         "Molecules that an effect runs through, and genes that were only measured.", changes=True),
    Kind("Pathway", "pathway", ("HAS_PATHWAY",), "pathway", "pathways", "Pathways and processes of the mechanisms.",
         changes=True),
    Kind("ImmuneCell", "cell", ("HAS_CELL",), "immune cell", "immune cells",
         "Immune cells that vesicles act on, or act through.", taxonomy=True, changes=True),
    Kind("Drug", "drug", ("HAS_DRUG",), "treatment", "treatments",
         "What the vesicles were tested together with, or loaded with.", taxonomy=True),
    Kind("Cancer", "cancer", ("HAS_CANCER",), "cancer", "cancers", "Every cancer that a claim names.", taxonomy=True),
    Kind("Modality", "modality", ("HAS_MODALITY",), "modality", "modalities", "Kinds of therapy."),
)  # fmt: skip
CLAIM = Kind("Claim", "claim", (), "claim", "claims", "Every experiment with its effect.")
PAPER = Kind("Publication", "paper", ("REPORTED_IN",), "paper", "papers", "Every paper behind a claim.")
KINDS = (*CHAIN, CLAIM, PAPER)

OF_LABEL: Mapping[str, Kind] = {kind.label: kind for kind in KINDS}
# facets whose values are names that a vocabulary knows
NAMED: Mapping[str, Kind] = {kind.facet: kind for kind in CHAIN if kind.facet}
# roles that bear the running sign
CHANGED = tuple(dict.fromkeys(role for kind in CHAIN if kind.changes for role in kind.roles if role != "HAS_MARKER"))


def heading(label: str) -> str:
    """The heading of a label; the label itself where it is of no kind of the table."""
    return OF_LABEL[label].heading if label in OF_LABEL else label
