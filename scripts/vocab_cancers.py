"""All cancers of the Disease Ontology: DOID:162 and everything below it in HumanDO.tsv.

Labels and parents are those of the 2026 tables. Synonyms: EXACT ones of the 2026 cancer slim, then EXACT ones and old
labels of the full 2016 file where the id still exists and no 2026 name or synonym of another term says otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from exograph.knowledge.spelling import fold_words
from exograph.sources.doid_tables import DiseaseRow, read_doid_table
from exograph.sources.obo import OboTerm, read_obo
from scripts.vocab_write import join, read_table

# notes of coding systems that the 2016 file took over as synonyms
_NOISE = re.compile(
    r"morphologic abnormality|\bNOS\b|no ICD-O subtype|unspecified|\bCa\b|\(disorder\)|not specified|are a group of"
)
# EXACT synonyms that name the gene, not the disease
_GENES = {"WT1", "BCL2 Apoptosis regulator"}
HEADER = ("id", "name", "synonyms", "parents")
ROOT = "cancer"


def cancer_rows(folder: Path, seed: Path) -> Iterator[tuple[str, str, str, str]]:
    """Rows of cancers.tsv.gz. `seed` holds benign_tumours.tsv (those that claims speak of) and
    preferred_cancer_names.tsv: an EXACT synonym shown instead of the label, where the label is not what papers say
    ("high grade glioma" for a paper on glioma) or turns the usual words round.
    """
    table = list(read_doid_table(folder / "HumanDO.tsv"))
    ids = {row.label: row.id for row in table}
    labels = {row.id: row.label for row in table}
    parents: dict[str, list[str]] = defaultdict(list)
    for row in table:
        if row.parent in ids:
            parents[row.id].append(ids[row.parent])
    wanted = _below(table) | {row["id"] for row in read_table(seed / "benign_tumours.tsv")}
    synonyms = _synonyms(folder, labels, wanted)
    preferred = {row["id"]: row["name"] for row in read_table(seed / "preferred_cancer_names.tsv")}
    own = {fold_words(labels[term]): term for term in wanted}
    for term in sorted(wanted):
        kept = sorted({p for p in parents[term] if p in wanted})
        clear = [s for s in synonyms[term] if own.get(fold_words(s), term) == term]
        yield term, *_shown(labels[term], clear, preferred.get(term, "")), join(kept)


def _shown(label: str, synonyms: list[str], preferred: str) -> tuple[str, str]:
    """Name and synonyms: the preferred name first, the label among the synonyms."""
    if not preferred:
        return label, join(synonyms)
    if fold_words(preferred) not in map(fold_words, synonyms):
        raise ValueError(f"{preferred} is no EXACT synonym of {label}")
    return preferred, join([label, *(s for s in synonyms if s.casefold() != preferred.casefold())])


def _below(table: list[DiseaseRow]) -> set[str]:
    children: dict[str, list[DiseaseRow]] = defaultdict(list)
    for row in table:
        children[row.parent].append(row)
    found = {row.id for row in table if row.label == ROOT}
    waiting = [ROOT]
    while waiting:
        for row in children[waiting.pop()]:
            if row.id not in found:
                found.add(row.id)
                waiting.append(row.label)
    return found


def _exact(term: OboTerm) -> list[str]:
    return [s.text for s in term.synonyms if s.scope == "EXACT" and s.text not in _GENES and not _NOISE.search(s.text)]


def _synonyms(folder: Path, labels: dict[str, str], wanted: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    for identifier, label in labels.items():
        bearers[label.lower()].add(identifier)
    for new in read_obo(folder / "DO_cancer_slim.obo"):
        for text in _exact(new):
            bearers[text.lower()].add(new.id)
            if new.id in wanted and not _foreign_label(text, new.id, labels, bearers):
                found[new.id].append(text)
    old = [term for term in read_obo(folder / "doid-2016-09.obo") if not term.obsolete and term.id in wanted]
    for term in old:
        for text in [term.name, *_exact(term)]:
            bearers[text.lower()].add(term.id)
    for term in old:
        for text in [term.name, *_exact(term)]:
            known = {known.lower() for known in (labels[term.id], *found[term.id])}
            if bearers[text.lower()] == {term.id} and text.lower() not in known:
                found[term.id].append(text)
    return found


def _foreign_label(text: str, term: str, labels: dict[str, str], bearers: dict[str, set[str]]) -> bool:
    return any(labels.get(other, "").lower() == text.lower() for other in bearers[text.lower()] if other != term)
