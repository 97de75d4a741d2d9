"""What differs between two graphs, claim by claim: stores, graph/ folders or claim tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exograph.errors import DataError, UsageError
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.model import Graph
from exograph.questions import catalogue
from exograph.questions.statistics import kind_counts
from exograph.stores.base import Store, built

BUNDLED = "bundled"
_SHOWN = 20  # findings an error message shows
# said of a claim, not by it: its label in lists, and which file it came from
_IGNORED = frozenset({"id", "name", "title", "type", "origin"})

Said = Mapping[str, str]  # property or role of a claim -> its value as text


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its claims by id, and how many nodes and edges of each kind it holds (none for a claim table)."""

    name: str
    claims: Mapping[str, Said]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One property of one claim, before and after; empty where it was not said."""

    claim: str
    property: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What NEW has more, less and otherwise than OLD; `counts` holds (old, new) of the kinds that differ."""

    added: Mapping[str, Said]
    removed: Mapping[str, Said]
    changed: tuple[Change, ...]
    counts: Mapping[str, tuple[int, int]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.counts)

    def document(self) -> dict[str, Any]:
        """As JSON data."""
        changed: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
        for change in self.changed:
            changed[change.claim][change.property] = {"old": change.old, "new": change.new}
        return {
            "same": not self,
            "added": {claim: dict(said) for claim, said in self.added.items()},
            "removed": {claim: dict(said) for claim, said in self.removed.items()},
            "changed": dict(changed),
            "counts": {kind: {"old": old, "new": new} for kind, (old, new) in self.counts.items()},
        }


def compare(old: Side, new: Side) -> Difference:
    """Claims and counts of NEW against OLD. Counts are compared only where both are whole graphs."""
    changed = [
        Change(claim, name, old.claims[claim].get(name, ""), new.claims[claim].get(name, ""))
        for claim in sorted(old.claims.keys() & new.claims.keys())
        for name in sorted(old.claims[claim].keys() | new.claims[claim].keys())
        if old.claims[claim].get(name, "") != new.claims[claim].get(name, "")
    ]
    kinds = sorted(old.counts.keys() | new.counts.keys()) if old.counts and new.counts else []
    counts = {kind: (old.counts.get(kind, 0), new.counts.get(kind, 0)) for kind in kinds}
    return Difference(
        {claim: new.claims[claim] for claim in sorted(new.claims.keys() - old.claims.keys())},
        {claim: old.claims[claim] for claim in sorted(old.claims.keys() - new.claims.keys())},
        tuple(changed), {kind: pair for kind, pair in counts.items() if pair[0] != pair[1]},
    )  # fmt: skip


def side(text: str) -> Side:
    """What a text names: `bundled`, a folder like graph/, a claim table, a store file, or a store's address.

    Raises DataError for broken claims, StoreNotBuilt for a store that holds nothing, UsageError for anything else.
    """
    path = Path(text).expanduser()
    if text == BUNDLED or path.is_dir():
        return _folder(text, None if text == BUNDLED else path)
    if path.is_file() and path.suffix == ".tsv":
        return _table(path)
    from exograph.stores.addresses import open_store

    store = open_store(f"embedded:{path}" if path.is_file() else text)
    try:
        return _store(text, store)
    finally:
        store.close()


def _folder(name: str, folder: Path | None) -> Side:
    from exograph import build

    if folder is not None and not (folder / "claims").is_dir():
        raise UsageError(
            f"{folder} is no folder of claims", hint="name a folder like graph/, a claim table (.tsv) or a store"
        )
    knowledge = build.read(folder=folder)
    if knowledge.graph is None:
        raise _broken(name, knowledge.findings)
    return _graph(name, knowledge.graph, counted=True)


def _table(path: Path) -> Side:
    """A claim table by itself, its names grounded as a build would."""
    from exograph import build
    from exograph.knowledge.grounded import ground_claims
    from exograph.knowledge.publications import read_statuses
    from exograph.knowledge.rows import read_claims
    from exograph.knowledge.vocabulary import Vocabulary
    from exograph.resources import graph_dir

    claims, findings = read_claims(path)
    vocabulary = Vocabulary.load()
    grounded, more = ground_claims(claims, vocabulary)
    if errors([*findings, *more]):
        raise _broken(str(path), [*findings, *more])
    statuses = read_statuses(graph_dir() / "publication_status.tsv")
    return _graph(str(path), build.make_graph(grounded, vocabulary, statuses, build.current_release()), counted=False)


def _broken(name: str, findings: Iterable[Finding]) -> DataError:
    broken = [str(finding) for finding in errors(findings)]
    return DataError(
        f"{len(broken)} error(s) in {name}; broken claims cannot be compared",
        hint="`exograph check` shows all findings",
        details=broken[:_SHOWN],
    )


def _graph(name: str, graph: Graph, *, counted: bool) -> Side:
    names = {node.key: node.name for node in graph.nodes}
    said = {node.id: _properties(node.properties) for node in graph.nodes if node.label == "Claim"}
    roles = [
        (edge.source[1], edge.type, edge.target[1], names[edge.target], edge.properties.get("direction"))
        for edge in graph.edges
        if edge.source[0] == "Claim" and edge.target[0] != "Setting"  # a setting is derived from the other roles
    ]
    return Side(name, _with_roles(said, roles), graph.counts() if counted else {})


def _store(name: str, store: Store) -> Side:
    built(store)
    wanted = {"claims": [row["claim"] for row in store.query(catalogue.internal("claim_words"))]}
    rows = store.query(catalogue.internal("claims"), wanted)
    said = {row["claim"]: _properties(row["properties"]) for row in rows}
    roles = [
        (row["claim"], row["role"], row["id"], row["name"], row["direction"])
        for row in store.query(catalogue.internal("roles"), wanted)
    ]
    roles += [(row["claim"], "REPORTED_IN", row["paper"]["id"], row["paper"]["name"], None) for row in rows]
    counts = {**kind_counts(store, "node"), **kind_counts(store, "edge")}
    return Side(name, _with_roles(said, roles), counts)


def _properties(held: Mapping[str, Any]) -> dict[str, str]:
    return {key: _text(value) for key, value in held.items() if key not in _IGNORED and value not in (None, "")}


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with_roles(
    said: Mapping[str, dict[str, str]], roles: Iterable[tuple[str, str, str, str, str | None]]
) -> dict[str, Said]:
    """The roles as properties of their claims: `drug: cisplatin (MESH:D002945)`, several joined by `; `."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim, role, identifier, name, direction in roles:
        # a preparation's id is a digest of its name: of no use to a reader
        text = (
            name
            if role == "HAS_EXOSOME"
            else f"{name} {direction} ({identifier})"
            if direction
            else f"{name} ({identifier})"
        )
        found[claim]["publication" if role == "REPORTED_IN" else role.removeprefix("HAS_").lower()].add(text)
    return {
        claim: {**held, **{role: "; ".join(sorted(texts)) for role, texts in found[claim].items()}}
        for claim, held in said.items()
    }
