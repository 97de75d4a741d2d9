"""The graph between its makers and its stores: frozen nodes and edges, sorted, each with a deterministic id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

Key = tuple[str, str]  # (label, id): the key of a node


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `properties` holds everything but `id` (values: str, int, bool, list of str; empty ones left out)."""

    label: str
    id: str
    properties: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        return (self.label, self.id)

    @property
    def name(self) -> str:
        return str(self.properties.get("name", self.id))


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two node keys; `properties` holds everything but `id`. Parallel edges are kept."""

    type: str
    id: str
    source: Key
    target: Key
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A claim table of the user's own that went into a graph: where it is, and a checksum of what it held."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """Which data a graph was made from. `sha256` covers graph/ and the user's claim tables, which `tables` names."""

    release: str
    sha256: str
    version: str
    tables: tuple[Table, ...] = ()

    def properties(self) -> dict[str, Any]:
        """As the Release node holds it: a store alone says what it was made from."""
        held: dict[str, Any] = {"name": self.release, "sha256": self.sha256, "version": self.version}
        if self.tables:
            held["tables"] = [table.path for table in self.tables]
            held["tables_sha256"] = [table.sha256 for table in self.tables]
        return held

    @classmethod
    def held(cls, properties: Mapping[str, Any]) -> Release:
        """From the properties of a Release node."""
        # a table without its checksum is a table still: it is never taken for none
        tables = zip_longest(properties.get("tables") or (), properties.get("tables_sha256") or (), fillvalue="")
        return cls(
            str(properties["name"]),
            str(properties["sha256"]),
            str(properties["version"]),
            tuple(Table(str(path), str(sha256)) for path, sha256 in tables),
        )


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and edges, sorted by key and id, so that the same input gives the same bytes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    release: Release

    def counts(self) -> dict[str, int]:
        """How many of each node label and edge type: what a store must hold after a load."""
        found = Counter(node.label for node in self.nodes)
        found.update(edge.type for edge in self.edges)
        return dict(sorted(found.items()))
