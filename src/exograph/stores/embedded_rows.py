"""Between the graph's values and those of the embedded engine."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from exograph.knowledge.model import Edge, Graph, Node
from exograph.stores.base import Row

# The engine answers these for every node, whether stored or not
BUILT_IN = frozenset({"title", "type"})

# (label or type, id) -> (labels and ids of an edge's ends, properties as text): what a load compares
Elements = dict[tuple[str, str], tuple[tuple[str, ...], str]]


def by_label(nodes: Iterable[Node]) -> dict[str, list[Row]]:
    """Nodes as parameters of a statement, by label."""
    found: dict[str, list[Row]] = defaultdict(list)
    for node in nodes:
        found[node.label].append({"id": node.id, "properties": {"name": node.name, **node.properties}})
    return found


def by_ends(edges: Iterable[Edge]) -> dict[tuple[str, str, str], list[Row]]:
    """Edges as parameters of a statement, by type and the labels of their ends."""
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for edge in edges:
        row = {"source": edge.source[1], "target": edge.target[1], "properties": {"id": edge.id, **edge.properties}}
        found[edge.type, edge.source[0], edge.target[0]].append(row)
    return found


def elements(graph: Graph) -> Elements:
    """Every node and edge of a graph."""
    nodes = {(node.label, node.id): ((), _content({"name": node.name, **node.properties})) for node in graph.nodes}
    edges = {(e.type, e.id): ((*e.source, *e.target), _content(e.properties)) for e in graph.edges}
    return {**nodes, **edges}


def held_elements(nodes: Iterable[Row], edges: Iterable[Row]) -> Elements:
    """Every node and edge that a store holds, from the rows of its own statements."""
    found: Elements = {(row["kind"], row["id"]): ((), _content(row["held"])) for row in nodes}
    for row in edges:
        ends = (row["source_label"], row["source"], row["target_label"], row["target"])
        found[row["kind"], row["id"]] = (ends, _content(row["held"]))
    return found


def _content(properties: Mapping[str, Any]) -> str:
    held = {name: list(value) if isinstance(value, (list, tuple)) else value for name, value in properties.items()}
    kept = {name: value for name, value in held.items() if name not in {*BUILT_IN, "id"} and value is not None}
    return json.dumps(kept, sort_keys=True)


def first_line(error: BaseException) -> str:
    """An error of the engine in one line."""
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def plain(value: Any) -> Any:
    """A node, relationship or path of the engine as plain data, as the Neo4j store gives it."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id", "labels", "properties"}:
        held = {key: item for key, item in value["properties"].items() if key not in BUILT_IN}
        return {"label": value["labels"][0], **held}
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return {"type": value["type"], **value["properties"]}
    if value.keys() == {"nodes", "relationships"}:
        return {"nodes": plain(value["nodes"]), "edges": plain(value["relationships"])}
    return {key: plain(item) for key, item in value.items()}
