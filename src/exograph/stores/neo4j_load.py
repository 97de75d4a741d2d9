"""What a load of Neo4j has to write: the graph compared with what the database holds, and the difference applied."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from exograph.knowledge.model import Graph, Key
from exograph.resources import cypher_dir
from exograph.stores.base import Row
from exograph.stores.statements import filled, named

BATCH = 5_000  # rows of one UNWIND

Ends = tuple[str, str, str]  # edge type, label of its source, label of its target


class Runner(Protocol):
    """Runs one statement and gives its rows; a transaction, or a transaction for each call."""

    def __call__(self, statement: str, **parameters: Any) -> Iterable[Mapping[str, Any]]: ...


def own(name: str) -> str:
    """A statement of cypher/store/neo4j.cypher."""
    return named(cypher_dir() / "store" / "neo4j.cypher")[name]


@dataclass(slots=True)
class Changes:
    """Rows to write and ids to remove, by kind; `created` and `removed` count elements as a person would.

    `moved` are edges whose ends changed: removed and written again, since MERGE cannot move an edge.
    """

    nodes: dict[str, list[Row]] = field(default_factory=dict)
    edges: dict[Ends, list[Row]] = field(default_factory=dict)
    moved: dict[str, list[str]] = field(default_factory=dict)
    stale_edges: dict[str, list[str]] = field(default_factory=dict)
    stale_nodes: dict[str, list[str]] = field(default_factory=dict)

    @property
    def created(self) -> int:
        """Elements that are new or changed."""
        return _total(self.nodes) + _total(self.edges)

    @property
    def removed(self) -> int:
        """Elements that are gone."""
        return _total(self.stale_edges) + _total(self.stale_nodes)


def _total(rows: Mapping[Any, Sequence[Any]]) -> int:
    return sum(len(found) for found in rows.values())


def difference(
    run: Runner, graph: Graph, labels: Iterable[str], types: Iterable[str], *, force: bool = False
) -> Changes:
    """What must change so that the database holds exactly this graph; reads one kind at a time. `force`: everything."""
    changes = Changes()
    _compare_nodes(run, graph, labels, changes, force=force)
    _compare_edges(run, graph, types, changes, force=force)
    return changes


def _compare_nodes(run: Runner, graph: Graph, labels: Iterable[str], changes: Changes, *, force: bool) -> None:
    wanted: dict[str, dict[str, Row]] = defaultdict(dict)
    for node in graph.nodes:
        wanted[node.label][node.id] = _stored({"name": node.name, **node.properties, "id": node.id})
    for label in sorted({*labels, *wanted}):
        left, stale = wanted.get(label, {}), []
        for row in run(filled(own("held_nodes"), label=label)):
            properties = left.get(row["id"])
            if properties is None:
                stale.append(row["id"])
            elif not force and _same(properties, row["properties"]):
                del left[row["id"]]
        if left:
            changes.nodes[label] = [{"id": key, "properties": value} for key, value in left.items()]
        if stale:
            changes.stale_nodes[label] = stale


def _compare_edges(run: Runner, graph: Graph, types: Iterable[str], changes: Changes, *, force: bool) -> None:
    wanted: dict[str, dict[str, tuple[Key, Key, Row]]] = defaultdict(dict)
    for edge in graph.edges:
        wanted[edge.type][edge.id] = (edge.source, edge.target, _stored({**edge.properties, "id": edge.id}))
    for kind in sorted({*types, *wanted}):
        left = wanted.get(kind, {})
        stale, moved = [], []
        for row in run(filled(own("held_edges"), type=kind)):
            found = left.get(row["id"])
            if found is None:
                stale.append(row["id"])
            elif force or found[:2] != ((row["source_label"], row["source"]), (row["target_label"], row["target"])):
                moved.append(row["id"])
            elif _same(found[2], row["properties"]):
                del left[row["id"]]
        for key, (source, target, properties) in left.items():
            rows = changes.edges.setdefault((kind, source[0], target[0]), [])
            rows.append({"id": key, "source": source[1], "target": target[1], "properties": properties})
        if stale:
            changes.stale_edges[kind] = stale
        if moved:
            changes.moved[kind] = moved


def _stored(properties: Mapping[str, Any]) -> Row:
    """Properties as Neo4j keeps them: no null, lists and not tuples."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in properties.items()
        if value is not None
    }


def _same(wanted: Row, held: Mapping[str, Any]) -> bool:
    """Equal in value and type: in Python True == 1, in a graph it is not."""
    return wanted == held and json.dumps(wanted, sort_keys=True) == json.dumps(dict(held), sort_keys=True)


def apply(run: Runner, changes: Changes, *, without: frozenset[str] = frozenset()) -> None:
    """Write the changes; nodes before their edges, what is stale last. Labels in `without` are left for later."""
    for kind, ids in changes.moved.items():
        _batches(run, filled(own("remove_edges"), type=kind), ids)
    for label, rows in changes.nodes.items():
        if label not in without:
            _batches(run, filled(own("write_nodes"), label=label), rows)
    for (kind, source, target), rows in changes.edges.items():
        _batches(run, filled(own("write_edges"), type=kind, source=source, target=target), rows)
    for kind, ids in changes.stale_edges.items():
        _batches(run, filled(own("remove_edges"), type=kind), ids)
    for label, ids in changes.stale_nodes.items():
        _batches(run, filled(own("remove_nodes"), label=label), ids)


def _batches(run: Runner, statement: str, rows: Sequence[Any]) -> None:
    for start in range(0, len(rows), BATCH):
        run(statement, rows=rows[start : start + BATCH])


def counts(run: Runner) -> dict[str, int]:
    """How many of each label and type the database holds."""
    found = {str(row["kind"]): int(row["number"]) for row in _counted(run)}
    return dict(sorted(found.items()))


def _counted(run: Runner) -> Iterator[Mapping[str, Any]]:
    yield from run(own("count_nodes"))
    yield from run(own("count_edges"))
