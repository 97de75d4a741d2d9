"""Claims with their names turned into identifiers; what no vocabulary knows keeps its name and is listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exograph.knowledge import effects
from exograph.knowledge.claims import Claim
from exograph.knowledge.findings import Finding, Severity
from exograph.knowledge.grounding import Grounding
from exograph.knowledge.mechanism import Name
from exograph.knowledge.nearest import TABLE_SEARCHES, searching
from exograph.knowledge.vocabulary import Entry, Vocabulary

_MIRNA = re.compile(r"(hsa-|mmu-|rno-)?(mir|let)-?\d", re.IGNORECASE)
UNMATCHED = "exograph:unmatched/"


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name that no bundled vocabulary knows: listed in graph/unmatched.tsv, and a node all the same."""

    text: str
    label: str
    claim: str


@dataclass(frozen=True, slots=True)
class GroundedStep:
    """Siblings of one step as vocabulary entries; sign +1, -1 or None (`~`)."""

    sign: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GroundedClaim:
    """A claim whose every name is an entry of a vocabulary (or an unmatched one)."""

    claim: Claim
    source: Entry
    cargo: tuple[Entry, ...]
    steps: tuple[GroundedStep, ...]
    markers: tuple[tuple[Entry, str], ...]
    drugs: tuple[Entry, ...]
    cancers: tuple[Entry, ...]
    cell: Entry | None
    unmatched: tuple[Unmatched, ...]

    @property
    def loaded(self) -> bool:
        """True where the vesicle carries a drug that is tested."""
        return any(cargo.id == drug.id for cargo in self.cargo for drug in self.drugs)

    @property
    def family(self) -> str:
        """response, tumour or immune."""
        return effects.family(self.claim.effect, drug=bool(self.drugs), cell=self.cell is not None)


class _Grounder:
    """Grounds the names of one claim and keeps what it finds wrong."""

    def __init__(self, claim: Claim, vocabulary: Vocabulary) -> None:
        self.claim = claim
        self.vocabulary = vocabulary
        self.findings: list[Finding] = []
        self.unmatched: list[Unmatched] = []

    def one(self, text: str, label: str, column: str, *, kind: str = "", position: int = 0) -> Entry:
        found = self.vocabulary.ground(text, label, kind=kind)
        if found.status == "matched":
            return self.vocabulary.entry(label, found.candidates[0].id)
        self._report(found, label, column, kind, position)
        if found.status == "unmatched":
            self.unmatched.append(Unmatched(text, label, self.claim.id))
        return Entry(id=unmatched_id(text), label=label, name=text, synonyms=(), kind=kind, minted=True)

    def _report(self, found: Grounding, label: str, column: str, kind: str, position: int) -> None:
        claim, unmatched = self.claim, found.status == "unmatched"
        severity, message, repair = unclear(found, label)
        if unmatched and label == "ImmuneCell":
            severity = "error"  # without its role the sign of the last edge cannot be derived
            repair = f"a name of graph/vocab/cells.tsv; {repair}"
        elif unmatched and kind and (known := self.vocabulary.ground(found.text, label)).status == "matched":
            entry = self.vocabulary.entry(label, known.candidates[0].id)
            message = f"`{found.text[:80]}` is known as {entry.kind}, not as {kind}"
            repair = "correct `cargo_kind`, or write the name of what the vesicle carries"
        self.findings.append(Finding(severity, claim.file, claim.line, column, message, repair, position))

    def molecule(self, name: Name) -> Entry:
        if name.bracketed:
            cell = self.vocabulary.ground(name.text, "ImmuneCell")
            label = "ImmuneCell" if cell.status == "matched" else "Pathway"
            return self.one(name.text, label, "mechanism", position=name.column)
        if _MIRNA.match(name.text):
            return self.one(name.text, "Cargo", "mechanism", kind="miRNA", position=name.column)
        gene = self.vocabulary.ground(name.text, "Gene")
        if gene.status == "unmatched" and self.vocabulary.ground(name.text, "Cargo").status == "matched":
            return self.one(name.text, "Cargo", "mechanism", position=name.column)
        return self.one(name.text, "Gene", "mechanism", position=name.column)

    def marker(self, text: str) -> Entry:
        if _MIRNA.match(text):
            return self.one(text, "Cargo", "markers", kind="miRNA")
        return self.one(text, "Gene", "markers")

    def complain(self, column: str, message: str, repair: str) -> None:
        self.findings.append(Finding("error", self.claim.file, self.claim.line, column, message, repair))


def unclear(found: Grounding, label: str) -> tuple[Severity, str, str]:
    """What to say of a name that is ambiguous (an error: it is not guessed) or unmatched, and the repair."""
    listed = "; ".join(f"{item.name} ({item.id}, {item.why})" for item in (found.candidates or found.nearest)[:3])
    if found.status == "ambiguous":
        message = f"`{found.text[:80]}` stands for several: {listed}"
        return "error", message, "write the name or the identifier that is meant"
    repair = f"nearest: {listed}" if listed else "check the spelling (`exograph ground NAME`)"
    return "warning", f"no vocabulary knows the {label} `{found.text[:80]}`", repair


def unmatched_id(text: str) -> str:
    """The identifier of a name that no vocabulary knows: the name itself, under `exograph:unmatched/`."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return f"{UNMATCHED}{slug or 'x' + text.encode().hex()}"


def ground_claim(claim: Claim, vocabulary: Vocabulary) -> tuple[GroundedClaim, list[Finding]]:
    """Ground every name of a claim; the findings tell what is ambiguous (an error) or unmatched (a warning)."""
    grounder = _Grounder(claim, vocabulary)
    cargo = tuple(
        grounder.one(name.text, "Cargo", "mechanism", kind=claim.cargo_kind, position=name.column)
        for name in claim.mechanism.cargo
    )
    steps = tuple(
        GroundedStep(step.sign, tuple(grounder.molecule(name) for name in step.names)) for step in claim.mechanism.steps
    )
    grounded = GroundedClaim(
        claim=claim,
        source=grounder.one(claim.source, "MscSource", "source"),
        cargo=cargo,
        steps=steps,
        markers=tuple((grounder.marker(gene), direction) for gene, direction in claim.markers),
        drugs=tuple(grounder.one(drug, "Drug", "drug") for drug in claim.drugs),
        cancers=tuple(grounder.one(cancer, "Cancer", "cancer") for cancer in claim.cancers),
        cell=grounder.one(claim.cell, "ImmuneCell", "cell") if claim.cell else None,
        unmatched=tuple(grounder.unmatched),
    )
    for rule in _RULES:
        rule(grounded, grounder)
    return grounded, grounder.findings


def _loaded_drug(grounded: GroundedClaim, grounder: _Grounder) -> None:
    loads = {cargo.id for cargo in grounded.cargo}
    own = [drug.name for drug in grounded.drugs if drug.id in loads]
    if own and grounded.family == "response" and grounded.claim.effect != "no effect":
        grounder.complain(
            "effect",
            f"{own[0]} is the vesicle's load: a drug cannot sensitise to itself",
            "`suppresses tumour` with `versus` free drug, empty vesicle or untreated; or name only the other drug",
        )
    if grounded.claim.versus and not grounded.loaded:
        grounder.complain(
            "versus",
            "a comparison for a vesicle that carries no tested drug",
            "leave `versus` empty, or name the loaded drug in `drug` and first in `mechanism`",
        )


def _end_of_chain(grounded: GroundedClaim, grounder: _Grounder) -> None:
    last = grounded.steps[-1].entries if grounded.steps else ()
    if grounded.family == "immune" and any(grounded.cell and entry.id == grounded.cell.id for entry in last):
        grounder.complain(
            "mechanism",
            f"the chain ends at [{last[0].name}], which is the cell acted on",
            "the cell acted on stands in `cell` alone",
        )


def _twice(grounded: GroundedClaim, grounder: _Grounder) -> None:
    """The same thing twice, perhaps under two names, would count twice."""
    groups: list[tuple[str, list[Entry]]] = [
        ("mechanism", list(grounded.cargo)),
        *(("mechanism", list(step.entries)) for step in grounded.steps),
        ("markers", [entry for entry, _ in grounded.markers]),
        ("drug", list(grounded.drugs)),
        ("cancer", list(grounded.cancers)),
    ]
    for column, entries in groups:
        for entry in {one.id: one for number, one in enumerate(entries) if one in entries[:number]}.values():
            grounder.complain(column, f"{entry.name} stands twice", "write it once")


_RULES: tuple[Callable[[GroundedClaim, _Grounder], None], ...] = (_loaded_drug, _end_of_chain, _twice)


def ground_claims(claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[list[GroundedClaim], list[Finding]]:
    """Ground all claims, in order."""
    grounded, findings = [], []
    with searching(TABLE_SEARCHES):
        for claim in claims:
            one, found = ground_claim(claim, vocabulary)
            grounded.append(one)
            findings += found
    return grounded, findings
