"""Checks of a whole graph against its schema and against what a chain must hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from exograph.knowledge.findings import Finding
from exograph.knowledge.model import Edge, Graph, Node
from exograph.knowledge.schema import TYPES, EdgeKind, Property, Schema

_GRAPH = "graph"


def check_graph(graph: Graph, schema: Schema) -> list[Finding]:
    """Duplicates, dangling edges, kinds and properties that the schema does not know, claims without a paper, signs."""
    return [finding for rule in _RULES for finding in rule(graph, schema)]


def _error(message: str, repair: str = "") -> Finding:
    return Finding(
        "error",
        _GRAPH,
        0,
        "",
        message,
        repair or "this is a mistake of exograph; please report it with the claim's row",
    )


def _duplicates(graph: Graph, _: Schema) -> Iterator[Finding]:
    for what, found in (
        ("node", Counter(node.key for node in graph.nodes)),
        ("edge", Counter((edge.type, edge.id) for edge in graph.edges)),
    ):
        for key, count in found.items():
            if count > 1:
                yield _error(f"the {what} {key} stands {count} times")


def _dangling(graph: Graph, _: Schema) -> Iterator[Finding]:
    keys = {node.key for node in graph.nodes}
    for edge in graph.edges:
        for end in (edge.source, edge.target):
            if end not in keys:
                yield _error(f"the edge {edge.id} points to {end}, which is no node")


def _kinds(graph: Graph, schema: Schema) -> Iterator[Finding]:
    for node in graph.nodes:
        if node.label not in schema.nodes:
            yield _error(f"the label {node.label} of {node.id} is not in the schema")
        else:
            yield from _properties(
                f"{node.label} {node.id}", {"id": node.id, **node.properties}, schema.nodes[node.label].properties
            )
    for edge in graph.edges:
        if edge.type not in schema.edges:
            yield _error(f"the type {edge.type} of {edge.id} is not in the schema")
        else:
            kind = schema.edges[edge.type]
            yield from _ends(edge, kind)
            yield from _properties(f"{edge.type} {edge.id}", {"id": edge.id, **edge.properties}, kind.properties)


def _ends(edge: Edge, kind: EdgeKind) -> Iterator[Finding]:
    source, target = edge.source[0], edge.target[0]
    if source not in kind.sources or target not in kind.targets or (kind.same_label and source != target):
        yield _error(f"the schema knows no {edge.type} from {source} to {target} ({edge.id})")


def _properties(what: str, held: Mapping[str, Any], known: Iterable[Property]) -> Iterator[Finding]:
    by_name = {prop.name: prop for prop in known}
    for name, value in held.items():
        if name not in by_name:
            yield _error(f"{what}: the schema knows no property {name}")
        elif not isinstance(value, TYPES[by_name[name].type]) or (
            isinstance(value, bool) and by_name[name].type == "integer"
        ):
            yield _error(f"{what}: {name} is {value!r}, not of type {by_name[name].type}")
    for prop in by_name.values():
        if prop.required and held.get(prop.name) in (None, ""):
            yield _error(f"{what}: {prop.name} is missing")


def _papers(graph: Graph, _: Schema) -> Iterator[Finding]:
    reported = {edge.source for edge in graph.edges if edge.type == "REPORTED_IN"}
    for node in graph.nodes:
        if node.label == "Claim" and node.key not in reported:
            yield _error(f"the claim {node.id} has no paper")


def _signs(graph: Graph, schema: Schema) -> Iterator[Finding]:
    """The product of the signs along each claim's chain, times the cell's role, is the claim's sign."""
    claims = {node.id: node for node in graph.nodes if node.label == "Claim"}
    roles = {node.key: node.properties.get("role") for node in graph.nodes if node.label == "ImmuneCell"}
    steps: dict[str, dict[int, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in graph.edges:
        if edge.properties.get("claim") and edge.type not in {"SECRETES", "CARRIES", "TESTED_IN"}:
            steps[edge.properties["claim"]][edge.properties["step"]].append(edge)
    for identifier, claim in claims.items():
        product = _product(steps[identifier], roles)
        if not steps[identifier]:
            yield _error(f"the claim {identifier} has no chain")
        elif product is not None and product != claim.properties["sign"]:
            yield _error(
                f"the chain of {identifier} has the sign {product:+d}, its effect {claim.properties['sign']:+d}"
            )


def _product(steps: Mapping[int, list[Edge]], roles: Mapping[tuple[str, str], Any]) -> int | None:
    product = 1
    for edges in steps.values():
        signs = {edge.properties.get("sign") for edge in edges}
        if len(signs) != 1 or None in signs:
            return None
        edge = edges[0]
        product *= edge.properties["sign"]
        if edge.type in {"ACTIVATES_CELL", "SUPPRESSES_CELL"} and roles.get(edge.target) == "regulatory":
            product = -product
    return product


def _umbrellas(graph: Graph, _: Schema) -> Iterator[Finding]:
    """A broader term that no claim can be reached from would be an empty promise."""
    below: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for edge in graph.edges:
        if edge.type == "IS_A":
            below[edge.target].add(edge.source)
    named = {edge.target for edge in graph.edges if edge.source[0] == "Claim"}
    for node in graph.nodes:
        if node.label in {"Cancer", "MscSource"} and not _reaches(node.key, below, named):
            yield Finding("warning", _GRAPH, 0, "", f"the {node.label} {node.name} ({node.id}) leads to no claim")


def _reaches(
    key: tuple[str, str], below: Mapping[tuple[str, str], set[tuple[str, str]]], named: set[tuple[str, str]]
) -> bool:
    waiting, seen = [key], set()
    while waiting:
        current = waiting.pop()
        if current in named:
            return True
        if current not in seen:
            seen.add(current)
            waiting += below.get(current, set())
    return False


def disagreements(graph: Graph) -> list[Finding]:
    """Molecules whose derived last edges disagree on one object: surprising, not wrong."""
    names = {node.key: node for node in graph.nodes}
    seen: dict[tuple[Any, Any], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for edge in graph.edges:
        if edge.properties.get("derived") and edge.properties.get("sign"):
            seen[edge.source, edge.target][edge.properties["sign"]].append(edge.properties["claim"])
    found = []
    for (source, target), signs in sorted(seen.items()):
        if len(signs) > 1 and source[0] != "Exosome":
            sides = "; ".join(
                f"{'+' if sign > 0 else '-'} in {', '.join(claims)}"
                for sign, claims in sorted(signs.items(), reverse=True)
            )
            found.append(
                Finding("note", _GRAPH, 0, "", f"{_called(names[source])} on {_called(names[target])}: {sides}")
            )
    return found


def _called(node: Node) -> str:
    return f"{node.label} {node.name}"


_RULES: tuple[Callable[[Graph, Schema], Iterable[Finding]], ...] = (
    _duplicates,
    _dangling,
    _kinds,
    _papers,
    _signs,
    _umbrellas,
)
