"""The kinds of node and edge, frozen, read from graph/schema.yaml."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exograph.errors import DataError
from exograph.resources import graph_dir

TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "strings": (list, tuple),
}


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a kind: its type word, whether it must be there, and a sentence."""

    name: str
    type: str
    required: bool
    describe: str


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A node label."""

    label: str
    describe: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """An edge type; `group` is chain, last (the last edge of a chain), fact or role."""

    type: str
    group: str
    describe: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    same_label: bool
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """All kinds, by label and by type, in the file's order."""

    nodes: Mapping[str, NodeKind]
    edges: Mapping[str, EdgeKind]

    def chain_types(self) -> tuple[str, ...]:
        """Edge types a chain is made of, last edges included."""
        return tuple(kind.type for kind in self.edges.values() if kind.group in {"chain", "last"})


def _properties(raw: Mapping[str, Any]) -> tuple[Property, ...]:
    return tuple(
        Property(name, str(spec["type"]), bool(spec.get("required", False)), str(spec["describe"]))
        for name, spec in raw.items()
    )


def _edge(kind: str, spec: Mapping[str, Any]) -> EdgeKind:
    return EdgeKind(
        type=kind,
        group=str(spec["group"]),
        describe=str(spec["describe"]),
        sources=tuple(spec["from"]),
        targets=tuple(spec["to"]),
        same_label=bool(spec.get("same_label", False)),
        properties=_properties(spec["properties"]),
    )


@functools.cache
def load_schema(path: Path | None = None) -> Schema:
    """Read the schema file (default: the bundled one). DataError where it is not readable."""
    import yaml

    path = path or graph_dir() / "schema.yaml"
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        nodes = {
            label: NodeKind(label, str(spec["describe"]), _properties(spec["properties"]))
            for label, spec in raw["nodes"].items()
        }
        edges = {kind: _edge(kind, spec) for kind, spec in raw["edges"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise DataError(f"{path}: not a schema of exograph: {error}") from error
    return Schema(nodes, edges)
