"""What vocabularies and databases say beside the claims: IS_A, BELONGS_TO and TARGETS. Never part of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exograph.knowledge.kinds import OF_LABEL
from exograph.knowledge.model import Edge, Key, Node
from exograph.knowledge.projection import entry_node
from exograph.knowledge.vocabulary import Entry, Vocabulary


def facts(vocabulary: Vocabulary, used: Iterable[Entry]) -> tuple[list[Node], list[Edge]]:
    """Nodes and edges of the facts: all drugs with modality and targets, and the broader terms of what claims use."""
    seen: dict[Key, Entry] = {(entry.label, entry.id): entry for entry in used}
    for label in ("Drug", "Modality"):
        seen.update({(entry.label, entry.id): entry for entry in vocabulary.entries(label)})
    _close_upwards(vocabulary, seen)
    edges = [*_is_a(seen), *_belongs_to(seen), *_targets(vocabulary, seen)]
    return [entry_node(entry) for entry in seen.values()], edges


def _close_upwards(vocabulary: Vocabulary, seen: dict[Key, Entry]) -> None:
    for (label, identifier), entry in list(seen.items()):
        if OF_LABEL[label].taxonomy and not entry.id.startswith("exograph:unmatched/"):
            for parent in vocabulary.ancestors(label, identifier):
                seen.setdefault((label, parent), vocabulary.entry(label, parent))


def _is_a(seen: dict[Key, Entry]) -> Iterator[Edge]:
    for (label, identifier), entry in seen.items():
        for parent in entry.parents:
            if (label, parent) in seen:
                yield Edge(
                    "IS_A",
                    f"{identifier}:IS_A:{label}:{parent}",
                    (label, identifier),
                    (label, parent),
                    {"source": "vocabulary"},
                )


def _belongs_to(seen: dict[Key, Entry]) -> Iterator[Edge]:
    for (label, identifier), entry in seen.items():
        for modality in entry.modality if label == "Drug" else ():
            yield Edge(
                "BELONGS_TO",
                f"{identifier}:BELONGS_TO:{modality}",
                (label, identifier),
                ("Modality", modality),
                {"source": "vocabulary"},
            )


def _targets(vocabulary: Vocabulary, seen: dict[Key, Entry]) -> Iterator[Edge]:
    """One edge for each drug, gene, action and database; a database's further pages on the same are left out."""
    made: set[str] = set()
    for target in vocabulary.drug_targets():
        drug, gene = ("Drug", target.drug), ("Gene", target.gene)
        identifier = f"{target.drug}:TARGETS:{target.gene}:{target.source}:{target.action}"
        if drug not in seen or identifier in made:
            continue
        made.add(identifier)
        seen.setdefault(gene, vocabulary.entry("Gene", target.gene))
        extra = {"source": target.source, "action": target.action, "source_page": target.source_page}
        yield Edge("TARGETS", identifier, drug, gene, {key: value for key, value in extra.items() if value})
