"""A name that no rung of the ladder bears: its parts, its cluster, itself without trimmings; else the nearest names."""

from __future__ import annotations

from dataclasses import replace

from exograph.knowledge import vocab_files
from exograph.knowledge.grounding import Candidate, Grounding, climb, places
from exograph.knowledge.nearest import nearest
from exograph.knowledge.readings import cluster_ends, foreign_mirna, parts, readings, without_letter
from exograph.knowledge.spelling import is_mirna, mirna_key
from exograph.knowledge.vocabulary import Vocabulary

_LOWER = 10  # rungs below the whole ladder: what had to be read otherwise is less sure than what stands there
_DEEP = 2  # trimmings taken off one after the other: `human BMSC-derived exosomes`


def reread(vocabulary: Vocabulary, name: str, labels: tuple[str, ...], kind: str = "") -> Grounding:
    """The name read otherwise; unmatched with the nearest names where that does not help either."""
    found = otherwise(vocabulary, name, labels, kind)
    if found is not None:
        return found
    human = foreign_mirna(name)
    if human:
        return _human(vocabulary, name, human)
    return Grounding(name, "unmatched", (), nearest(vocabulary, name, places(name, labels, kind)))


def otherwise(vocabulary: Vocabulary, name: str, labels: tuple[str, ...], kind: str = "") -> Grounding | None:
    """The name read otherwise; None where no other reading leads to an entry."""
    return (
        _several(vocabulary, name, labels, kind)
        or _cluster(vocabulary, name, labels)
        or _trimmed(vocabulary, name, labels, kind, _DEEP)
    )


def _trimmed(vocabulary: Vocabulary, name: str, labels: tuple[str, ...], kind: str, depth: int) -> Grounding | None:
    for reading in readings(name):
        allowed = tuple(label for label in reading.labels if not labels or label in labels)
        if not allowed:
            continue
        found = climb(vocabulary, reading.text, allowed, kind)
        if found is None and depth > 1:
            found = _trimmed(vocabulary, reading.text, allowed, kind, depth - 1)
        if found is not None:
            lower = tuple(replace(one, rung=one.rung + _LOWER) for one in found.candidates)
            return replace(found, text=name, candidates=lower, note=found.note or reading.note)
    return None


def _several(vocabulary: Vocabulary, name: str, labels: tuple[str, ...], kind: str) -> Grounding | None:
    """A text that holds several names: not one of them is meant alone."""
    pieces = parts(name)
    found = [climb(vocabulary, piece, labels, kind) for piece in pieces]
    known = [one for one in found if one is not None]
    if len(pieces) < 2 or len(known) < len(pieces):
        return None
    candidates = tuple(candidate for one in known for candidate in one.candidates)
    return Grounding(name, "ambiguous", candidates, (), f"{len(pieces)} names: {', '.join(pieces)}")


def _cluster(vocabulary: Vocabulary, name: str, labels: tuple[str, ...]) -> Grounding | None:
    first, last = cluster_ends(name)
    if not first or (labels and "Cargo" not in labels):
        return None
    for hairpins in vocab_files.clusters(vocabulary.folder):
        entries = [vocabulary.entry("Cargo", hairpin) for hairpin in hairpins]
        numbers = {mirna_key(entry.name).removeprefix("mir:").partition("-")[0] for entry in entries}
        if any(_same(first, one) for one in numbers) and any(_same(last, one) for one in numbers):
            members = {i: vocabulary.entry("Cargo", i) for entry in entries for i in (*entry.parents, entry.id)[:1]}
            why = f"of the cluster {name}"
            found = tuple(Candidate(i, "Cargo", one.name, why, _LOWER) for i, one in members.items())
            return Grounding(name, "ambiguous", found, (), f"a cluster of {len(found)} miRNAs")
    return None


def _same(number: str, other: str) -> bool:
    return other == number or (number.isdigit() and other[:-1] == number and other[-1].isalpha())


def _human(vocabulary: Vocabulary, name: str, human: str) -> Grounding:
    """Another species' miRNA: the human one of that number is shown, with a word why it is not taken."""
    for text in dict.fromkeys((human, without_letter(human))):
        found = climb(vocabulary, text, ("Cargo",))
        if found is not None and is_mirna(text):
            shown = tuple(replace(one, why="the human miRNA of this number") for one in found.candidates)
            note = f"only human miRNAs are known: {', '.join(one.name for one in shown)}"
            return Grounding(name, "unmatched", (), shown, note)
    return Grounding(name, "unmatched", (), (), "only human miRNAs are known")
