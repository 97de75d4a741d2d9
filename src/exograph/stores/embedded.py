"""The embedded store: kglite, an engine in this process with one file on disk (MIT licence).

The file is a cache of graph/ and can always be rebuilt. What is particular to the engine stays in this module.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from exograph.errors import StoreError, StoreNotBuilt, StoreRefused
from exograph.knowledge.model import Graph, Release
from exograph.resources import cypher_dir
from exograph.stores.base import ROW_LIMIT, TIME_LIMIT, FreeResult, LoadReport, Row, build_command, left_out
from exograph.stores.embedded_file import StoreFile
from exograph.stores.embedded_rows import Elements, by_ends, by_label, elements, first_line, held_elements
from exograph.stores.statements import filled, named, statements

FILE_NAME = "graph.kgl"
# Passes that returned wrong rows in differential tests against Neo4j 5.26 (docs/stores.md)
_UNSAFE_PASSES = ("fuse_", "rewrite_count", "desugar", "mark_")
_MISTAKE = "this is a mistake of exograph or of its engine; please report it"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says of itself: what it was built from, by which engine, and at which place (empty: it does not)."""

    release: Release
    engine: str
    path: str


def default_path() -> Path:
    """The store's file in the user's data folder."""
    import platformdirs

    return platformdirs.user_data_path("exograph", appauthor=False) / FILE_NAME


class EmbeddedStore:
    """One `.kgl` file. Opening reads nothing; the first query does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = StoreFile(path)
        self._graph: Any = None
        self._disabled: list[str] = []

    @classmethod
    def open(cls, path: Path | None = None) -> EmbeddedStore:
        """The store in this file (default: in the user's data folder); the file need not exist yet."""
        return cls(path or default_path())

    @property
    def address(self) -> str:
        return f"embedded:{self.path}"

    def _engine(self) -> Any:
        import kglite

        kglite.set_query_warning_policy("silent")
        return kglite

    def _opened(self) -> Any:
        if self._graph is None:
            if not self.exists():
                raise StoreNotBuilt(f"{self.path} does not exist yet", hint=build_command(self.address))
            kglite = self._engine()
            try:
                graph = kglite.load(os.fspath(self.path))
                release = list(graph.cypher(_own("release")))
            except (kglite.KgError, OSError) as error:
                raise self._unreadable(error) from error
            if not release:
                raise StoreRefused(
                    f"{self.path} holds a graph that is not exograph's", hint="name another file: --store embedded:PATH"
                )
            graph.read_only(True)
            self._graph = graph
            self._disabled = [name for name in kglite.cypher_pass_names() if name.startswith(_UNSAFE_PASSES)]
        return self._graph

    def _unreadable(self, error: Exception) -> StoreError:
        if self.file.of_the_engine():
            return StoreError(
                f"{self.path} cannot be read by kglite {engine_version()}, so what it holds is unknown; it was left as "
                f"it was: {first_line(error)}",
                hint=f"to write it anew, with --claims FILE for each table of yours: "
                f"{build_command(self.address, force=True)}",
            )
        return StoreError(
            f"{self.path} is no store of exograph, or is damaged: {first_line(error)}",
            hint="name another file, or remove it and run `exograph build`",
        )

    def exists(self) -> bool:
        """Whether the file is there. StoreError where its folder may not be looked into, or the name cannot be."""
        return self.file.exists()

    def release(self) -> Release | None:
        origin = self.origin()
        return origin.release if origin else None

    def origin(self) -> Origin | None:
        """What the file says of itself; None where it does not exist."""
        if not self.exists():
            return None
        held = next(iter(self._opened().cypher(_own("release"))))["held"]
        return Origin(Release.held(held), str(held.get("engine") or ""), str(held.get("path") or ""))

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        graph, kglite = self._opened(), self._engine()
        try:
            return list(graph.cypher(cypher, params=dict(parameters or {}), disabled_passes=self._disabled))
        except kglite.KgError as error:
            raise StoreError(f"the embedded store cannot run this query: {error}") from error

    def free(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        row_limit: int = ROW_LIMIT,
        seconds: float = TIME_LIMIT,
    ) -> FreeResult:
        from exograph.stores import apart
        from exograph.stores.embedded_dialect import embedded
        from exograph.stores.guard import check
        from exograph.stores.parameters import plain_parameters

        statement = embedded(check(cypher))
        self._opened()  # says what is wrong with the file
        given = plain_parameters(parameters or {})
        names, found = apart.run(self.path, statement.text, given, rows=row_limit + 1, seconds=seconds)
        columns = statement.columns(names)
        return FreeResult(columns, statement.rows(found[:row_limit], columns), len(found) > row_limit)

    def load(self, graph: Graph, *, force: bool = False) -> LoadReport:
        with self.file.writer():
            graph = self._signed(graph)
            self._graph = None  # another process may have written since
            held = self._elements(force=force)
            before = self.release() if held is not None else None
            wanted = elements(graph)
            gone = left_out(before, graph.release)
            if not force and held == wanted and self._counts() == graph.counts():
                return LoadReport(0, 0, graph.counts(), gone)
            self._save(self._make(graph))
            self._graph = None
        held = held or {}
        written = len(wanted) if force else sum(held.get(key) != element for key, element in wanted.items())
        return LoadReport(written, len(held.keys() - wanted.keys()), graph.counts(), gone)

    def _signed(self, graph: Graph) -> Graph:
        """The graph, its Release saying by which engine and at which place the file is written."""
        signature = {"engine": engine_version(), "path": os.fspath(self.file.place)}
        nodes = (
            replace(node, properties={**node.properties, **signature}) if node.label == "Release" else node
            for node in graph.nodes
        )
        return replace(graph, nodes=tuple(nodes))

    def _make(self, graph: Graph) -> Any:
        """The graph in memory, its counts compared with what was asked for."""
        kglite = self._engine()
        made = kglite.KnowledgeGraph()
        try:
            self._fill(made, graph)
        except kglite.KgError as error:
            raise StoreError(
                f"the embedded store cannot hold this graph: {first_line(error)}", hint=_MISTAKE
            ) from error
        if _counts(made) != graph.counts():
            raise StoreError(
                "the embedded store does not hold what was loaded; the old one was left as it was",
                hint=_MISTAKE,
            )
        return made

    def _fill(self, made: Any, graph: Graph) -> None:
        for statement in statements((cypher_dir() / "schema" / "embedded.cypher").read_text(encoding="utf-8")):
            made.cypher(statement)
        for label, nodes in by_label(graph.nodes).items():
            made.cypher(filled(_own("create_nodes"), label=label), params={"rows": nodes})
        for (kind, source, target), rows in by_ends(graph.edges).items():
            # one statement for each pair of labels: the engine's bulk loaders merge parallel edges across pairs
            made.cypher(filled(_own("create_edges"), type=kind, source=source, target=target), params={"rows": rows})

    def _save(self, made: Any) -> None:
        kglite = self._engine()
        try:
            made.save(os.fspath(self.file.place))  # by the file's own name: a link to it stays a link
        except (kglite.KgError, OSError) as error:
            raise StoreError(
                f"{self.path} cannot be written: {first_line(error)}; what was there was left as it was",
                hint="check the folder's permissions and free space",
            ) from error
        finally:
            self.file.sweep()

    def _elements(self, *, force: bool) -> Elements | None:
        """What the file holds; None where it does not exist. Refuses a file that is not ours."""
        if not self.exists():
            return None
        try:
            graph = self._opened()
        except StoreRefused:
            raise
        except StoreError:
            if force and self.file.of_the_engine():
                return None  # damaged, or written by another version of the engine: to be replaced, as was asked for
            raise
        return held_elements(graph.cypher(_own("nodes")), graph.cypher(_own("edges")))

    def _counts(self) -> dict[str, int]:
        return _counts(self._opened())

    def close(self) -> None:
        self._graph = None


def engine_version() -> str:
    """Version of the engine that reads and writes the file."""
    import kglite

    return str(kglite.__version__)


def _own(name: str) -> str:
    """A statement that the store runs for itself (cypher/store/embedded.cypher)."""
    return named(cypher_dir() / "store" / "embedded.cypher")[name]


def _counts(graph: Any) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for row in (
        *graph.cypher(_own("nodes")),
        *graph.cypher(_own("edges")),
    ):  # counted here: the engine's fused counts are what is being checked
        found[row["kind"]] += 1
    return dict(sorted(found.items()))
