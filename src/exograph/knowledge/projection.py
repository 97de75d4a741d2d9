"""Claims projected onto the chain: role edges for what a claim says, and one chain edge for each claim and hop.

What is derived is derived here and nowhere else (docs/model.md): the sign of a last edge, so that the product along the
path is the claim's effect; the running sign of each node (`change`); the setting, in which claims oppose each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from exograph.knowledge import effects
from exograph.knowledge.grounded import GroundedClaim
from exograph.knowledge.model import Edge, Key, Node
from exograph.knowledge.publications import Status, name_of, publication_node
from exograph.knowledge.vocabulary import Entry, Vocabulary

STEP_EDGE: Mapping[int | None, str] = {1: "ACTIVATES", -1: "REPRESSES", None: "ACTS_ON"}
IMMUNOTHERAPY = "immunotherapy"


@dataclass(frozen=True, slots=True)
class Projected:
    """The nodes and edges of one claim."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def entry_node(entry: Entry) -> Node:
    """A vocabulary entry as a node of the graph."""
    extra = {"kind": entry.kind, "role": entry.role}
    properties: dict[str, Any] = {"name": entry.name, **{key: value for key, value in extra.items() if value}}
    if entry.synonyms:
        properties["synonyms"] = list(entry.synonyms)
    allowed = {"Cargo": {"kind"}, "Drug": {"kind"}, "ImmuneCell": {"role"}}.get(entry.label, set())
    return Node(
        entry.label, entry.id, {key: value for key, value in properties.items() if key not in extra or key in allowed}
    )


def exosome_node(grounded: GroundedClaim) -> Node:
    """The preparation: source x native / primed / engineered x treatment x vesicle. Its id is a digest of these."""
    claim = grounded.claim
    digest = hashlib.sha256("\t".join((grounded.source.id, claim.preparation, claim.treatment, claim.vesicle)).encode())
    tissue = "" if grounded.source.name == "unspecified" else f"{grounded.source.name} "
    treatment = f" ({claim.preparation}: {claim.treatment})" if claim.treatment else ""
    properties = {
        "name": f"{tissue}MSC {claim.vesicle}{treatment}",
        "kind": claim.preparation,
        "vesicle": claim.vesicle,
    }
    if claim.treatment:
        properties["treatment"] = claim.treatment
    return Node("Exosome", f"exograph:exosome/{digest.hexdigest()[:12]}", properties)


def claim_node(grounded: GroundedClaim, statuses: Mapping[str, Status]) -> Node:
    """The claim itself, with its effect and everything that is not another node."""
    claim = grounded.claim
    status = statuses.get(claim.publication)
    properties: dict[str, Any] = {
        "name": f"{name_of(claim)} /{claim.id.rpartition('/')[2]}",
        "effect": claim.effect, "sign": effects.SIGNS[claim.effect], "family": grounded.family,
        "mechanism": claim.notation, "given": claim.given, "versus": claim.versus, "loaded": grounded.loaded,
        "species": "; ".join(claim.species), "model": claim.model, "year": claim.year, "summary": claim.summary,
        "curator": claim.curator, "date": claim.date, "origin": claim.origin,
        "status": status.status if status else "ok",
    }  # fmt: skip
    return Node("Claim", claim.id, {key: value for key, value in properties.items() if value not in ("", None)})


def changes(grounded: GroundedClaim) -> dict[Key, int]:
    """The running sign: +1 where the vesicle brings more of a molecule, pathway or cell, -1 where it brings less.

    A node is left out where the paper gives no direction (a `~` on the way), or where two ways to it disagree.
    """
    ways: dict[Key, set[int | None]] = {_key(entry): {1} for entry in grounded.cargo}
    along: int | None = 1
    for step in grounded.steps:
        along = None if along is None or step.sign is None else along * step.sign
        for entry in step.entries:
            ways.setdefault(_key(entry), set()).add(along)
    sign = effects.SIGNS[grounded.claim.effect]
    if grounded.family == "immune" and grounded.cell:
        acted_on = ways.setdefault(_key(grounded.cell), set())
        acted_on.discard(None)  # the effect was measured on this cell: it gives the direction that a `~` leaves open
        acted_on.add(sign * _role(grounded))
    return {key: found for key, signs in ways.items() if len(signs) == 1 and (found := next(iter(signs)))}


def setting(grounded: GroundedClaim) -> Node | None:
    """Where claims can oppose each other: one family, the same drugs, cancers, cells and cargos (or none of a kind).

    None where no drug, cancer and cell is named: such claims have nothing in common. Its id is a digest of all these.
    """
    sides = (grounded.drugs, grounded.cancers, cells(grounded))
    if not any(sides):
        return None
    told = [{entry.id: entry.name for entry in entries} for entries in (*sides, grounded.cargo)]
    digest = hashlib.sha256("\t".join((grounded.family, *(" ".join(sorted(ids)) for ids in told))).encode())
    names = [" + ".join(sorted(found.values())) for found in told if found]
    properties = {"name": f"{grounded.family}: {' / '.join(names)}", "family": grounded.family}
    return Node("Setting", f"exograph:setting/{digest.hexdigest()[:16]}", properties)


class _Chain:
    """Builds the chain edges of one claim, step by step."""

    def __init__(self, grounded: GroundedClaim, exosome: Key) -> None:
        self.grounded = grounded
        self.claim = grounded.claim
        self.exosome = exosome
        self.edges: list[Edge] = []
        self.step = 0

    def hop(self, kind: str, sources: Iterable[Key], targets: Iterable[Key], sign: int | None, **extra: Any) -> None:
        """All edges of one step: from every source to every target."""
        ends = list(targets)
        for source in sources:
            for target in ends:
                identifier = f"{self.claim.id}:{self.step}:{source[1]}>{target[1]}"
                properties = {
                    "claim": self.claim.id,
                    "publication": self.claim.publication,
                    "step": self.step,
                    "source": "claim",
                    **extra,
                }
                if sign is not None:
                    properties["sign"] = sign
                self.edges.append(Edge(kind, identifier, source, target, properties))
        self.step += 1

    def build(self) -> list[Edge]:
        grounded = self.grounded
        self.hop("SECRETES", [_key(grounded.source)], [self.exosome], None)
        last = [self.exosome]
        if grounded.cargo:
            cargo = [_key(entry) for entry in grounded.cargo]
            self.hop("CARRIES", last, cargo, None)
            last = cargo
        for step in grounded.steps:
            targets = list(dict.fromkeys(_key(entry) for entry in step.entries))
            self.hop(STEP_EDGE[step.sign], last, targets, step.sign)
            last = targets
        self._last(last)
        if grounded.drugs and grounded.cancers:
            self.hop("TESTED_IN", map(_key, grounded.drugs), map(_key, grounded.cancers), None)
        return self.edges

    def _last(self, sources: list[Key]) -> None:
        kind, sign = last_edge(self.grounded)
        self.hop(
            kind,
            sources,
            [_key(entry) for entry in objects(self.grounded)],
            sign,
            derived=True,
            effect=self.claim.effect,
        )


def objects(grounded: GroundedClaim) -> tuple[Entry, ...]:
    """What the last edge points to: the drugs, the cancers or the cell, by the family of the effect."""
    if grounded.family == "response":
        return grounded.drugs
    if grounded.family == "immune" and grounded.cell:
        return (grounded.cell,)
    return grounded.cancers


def last_edge(grounded: GroundedClaim) -> tuple[str, int | None]:
    """Type and sign of the last edge: product of the steps x last sign (x role of the cell) = the claim's sign."""
    sign = effects.SIGNS[grounded.claim.effect]
    if sign == 0:
        return "NO_EFFECT_ON", 0
    along = grounded.claim.mechanism.sign()
    if along is None:
        return "ACTS_ON", None
    derived = sign * along * _role(grounded)
    return effects.LAST_EDGE[effects.TARGET_LABEL[grounded.family], derived], derived


def _role(grounded: GroundedClaim) -> int:
    """-1 where immunity rises as the cell acted on falls (a regulatory one), else +1."""
    return -1 if grounded.family == "immune" and grounded.cell and grounded.cell.role == "regulatory" else 1


def _key(entry: Entry) -> Key:
    return (entry.label, entry.id)


def modalities(grounded: GroundedClaim, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Ids of the claim's modalities: those of its drugs; immunotherapy too where a cell and a cancer meet."""
    found = {modality for drug in grounded.drugs for modality in drug.modality}
    if grounded.cancers and cells(grounded):
        found.add(vocabulary.ground(IMMUNOTHERAPY, "Modality").candidates[0].id)
    return tuple(sorted(found))


def cells(grounded: GroundedClaim) -> tuple[Entry, ...]:
    """The immune cells of a claim: the one acted on and those on the way."""
    on_the_way = [entry for step in grounded.steps for entry in step.entries if entry.label == "ImmuneCell"]
    return tuple({entry.id: entry for entry in [*([grounded.cell] if grounded.cell else []), *on_the_way]}.values())


def _roles(grounded: GroundedClaim, exosome: Node, vocabulary: Vocabulary) -> Iterator[tuple[str, Key, dict[str, Any]]]:
    yield "HAS_SOURCE", _key(grounded.source), {}
    yield "HAS_EXOSOME", exosome.key, {}
    changed = changes(grounded)
    on_the_way = [entry for step in grounded.steps for entry in step.entries]
    for kind, entries in (
        ("HAS_DRUG", grounded.drugs),
        ("HAS_CANCER", grounded.cancers),
        ("HAS_TARGET", [entry for entry in on_the_way if entry.label in {"Gene", "Cargo"}]),
        ("HAS_PATHWAY", [entry for entry in on_the_way if entry.label == "Pathway"]),
        ("HAS_CELL", cells(grounded)),
    ):
        for entry in entries:
            sign = changed.get(_key(entry))
            yield kind, _key(entry), {"change": sign} if sign else {}
    for entry in grounded.cargo:
        # carried: the vesicle brings it, whatever a later step does
        yield "HAS_CARGO", _key(entry), {"change": 1, "kind": _carried_as(entry, grounded.claim.cargo_kind)}
    for entry, direction in grounded.markers:
        yield "HAS_MARKER", _key(entry), {"direction": direction}
    for modality in modalities(grounded, vocabulary):
        yield "HAS_MODALITY", ("Modality", modality), {}
    yield "REPORTED_IN", ("Publication", grounded.claim.publication), {}


def _carried_as(entry: Entry, kind: str) -> str:
    """A gene is carried as the claim says: protein, mRNA, lncRNA. Any other molecule is of one kind."""
    return kind if entry.id.startswith("HGNC:") else entry.kind or kind


def entries_of(grounded: GroundedClaim) -> list[Entry]:
    """Every vocabulary entry that a claim names."""
    found = [grounded.source, *grounded.cargo, *grounded.drugs, *grounded.cancers, *cells(grounded)]
    found += [entry for step in grounded.steps for entry in step.entries]
    return [*found, *(entry for entry, _ in grounded.markers)]


def project(grounded: GroundedClaim, vocabulary: Vocabulary, statuses: Mapping[str, Status]) -> Projected:
    """Nodes and edges of one claim."""
    claim, exosome = grounded.claim, exosome_node(grounded)
    nodes = [claim_node(grounded, statuses), publication_node(claim, statuses), exosome]
    nodes += [entry_node(entry) for entry in entries_of(grounded)]
    found = list(_roles(grounded, exosome, vocabulary))
    if shared := setting(grounded):
        nodes.append(shared)
        found.append(("IN_SETTING", shared.key, {}))
    roles = {
        f"{claim.id}:{kind}:{key[0]}:{key[1]}" + (f":{extra['direction']}" if "direction" in extra else ""):
        (kind, key, extra)
        for kind, key, extra in found
    }  # fmt: skip
    edges = [
        Edge(kind, identifier, ("Claim", claim.id), key, extra) for identifier, (kind, key, extra) in roles.items()
    ]
    return Projected(tuple(nodes), (*edges, *_Chain(grounded, exosome.key).build()))
