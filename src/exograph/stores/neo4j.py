"""The Neo4j store: 5.26 LTS and later, one server or a cluster, through the official driver (Apache-2.0).

A load compares the graph with what the database holds and writes the difference: up to 100,000 elements in one
transaction, above that in batches under a `loading` stamp on the Release node, and questions are refused until it
clears. One process writes at a time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from exograph.errors import StoreError, StoreLoading, StoreNotBuilt, StoreRefused
from exograph.knowledge.model import Graph, Release
from exograph.stores.base import ROW_LIMIT, TIME_LIMIT, FreeResult, LoadReport, Row, build_command, left_out
from exograph.stores.deadline import DeadlinePassed, within
from exograph.stores.guard import check, is_explain
from exograph.stores.neo4j_driver import Settings, connect, first_line, mapped, plain, timed_out
from exograph.stores.neo4j_load import Changes, apply, counts, difference, own
from exograph.stores.neo4j_writer import constrain, only_writer
from exograph.stores.parameters import plain_parameters

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session, Transaction

ONE_TRANSACTION = 100_000  # elements; 200,000 did not fit a heap of 512 MB
GRACE = 0.5  # seconds after the server's own limit of a free query: its own message is the better one

_RELEASE_ID = "exograph:release"


class Neo4jStore:
    """A database of a Neo4j server that holds one exograph graph and nothing else."""

    def __init__(self, driver: Driver, settings: Settings) -> None:
        self._driver = driver
        self._settings = settings

    @classmethod
    def open(cls, uri: str | None = None) -> Neo4jStore:
        """Connect to an address (default: NEO4J_URI); the other NEO4J_ variables say who and which database.

        StoreUnreachable where nothing answers, StoreRefused where the password is missing or wrong.
        """
        settings = Settings.read(uri)
        return cls(connect(settings), settings)

    @property
    def address(self) -> str:
        return self._settings.uri

    def release(self) -> Release | None:
        with self._errors(), self._session(write=False) as session:
            return _whole(session.execute_read(_release_row), self.address)

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        def work(transaction: ManagedTransaction) -> list[Row]:
            self._ready(transaction)
            rows = [_plain_row(record) for record in transaction.run(cypher, dict(parameters or {}))]
            self._ready(transaction)  # a load in batches that began meanwhile would leave the rows incomplete
            return rows

        with self._errors(), self._session(write=False) as session:
            return session.execute_read(work)

    def free(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        row_limit: int = ROW_LIMIT,
        seconds: float = TIME_LIMIT,
    ) -> FreeResult:
        statement, given = check(cypher), plain_parameters(parameters or {})
        try:  # the server looks at the time limit only now and then: some statements outlast it by a minute
            return within(seconds + GRACE, lambda: self._free(statement, given, row_limit, seconds))
        except DeadlinePassed as error:
            raise _too_slow(seconds) from error

    def _free(self, statement: str, parameters: Mapping[str, Any], row_limit: int, seconds: float) -> FreeResult:
        with (
            self._errors(),
            self._session(write=False) as session,
            self._limits(seconds),
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            self._ready(transaction)
            result = transaction.run(statement, dict(parameters))
            if is_explain(statement):
                return _plan(result.consume().plan or {})
            columns = tuple(result.keys())
            rows: list[Row] = []
            for record in result:
                if len(rows) == row_limit:
                    return FreeResult(columns, tuple(rows), truncated=True)
                rows.append(_plain_row(record))
        return FreeResult(columns, tuple(rows), truncated=False)

    def load(self, graph: Graph, *, force: bool = False) -> LoadReport:
        labels, types = _kinds()
        _check_graph(graph, labels, types)
        with self._errors(), self._session(write=True) as session:
            run = _autocommit(session)
            self._refuse_foreign(run, labels, types)
            with self._session(write=True) as other, only_writer(other, self.address):
                constrain(run)
                gone = left_out(_tables(run), graph.release)
                changes = difference(run, graph, labels, types, force=force)
                if changes.created + changes.removed > ONE_TRANSACTION:
                    self._load_in_batches(session, graph, changes)
                elif changes.created + changes.removed or counts(run) != graph.counts():
                    self._load_at_once(session, graph, changes)
        return LoadReport(changes.created, changes.removed, graph.counts(), gone)

    def close(self) -> None:
        self._driver.close()

    # -- loading

    def _load_at_once(self, session: Session, graph: Graph, changes: Changes) -> None:
        with session.begin_transaction() as transaction:
            apply(transaction.run, changes)  # type: ignore[arg-type]
            self._compare(transaction.run, graph)
            transaction.commit()

    def _load_in_batches(self, session: Session, graph: Graph, changes: Changes) -> None:
        """Not one transaction: whatever stops it, the stamp stays and questions are refused until a load is whole."""
        run = _autocommit(session)
        tables = [table.path for table in graph.release.tables] or None
        run(own("stamp_loading"), id=_RELEASE_ID, tables=tables)
        apply(run, changes, without=frozenset({"Release"}))
        self._compare(run, graph)
        release = next(node for node in graph.nodes if node.label == "Release")
        clear = Changes(nodes={"Release": [{"id": release.id, "properties": {**release.properties, "id": release.id}}]})
        apply(run, clear)

    def _compare(self, run: Any, graph: Graph) -> None:
        held, wanted = counts(run), graph.counts()
        if held != wanted:
            kinds = [kind for kind in sorted({*held, *wanted}) if held.get(kind) != wanted.get(kind)]
            raise StoreError(
                f"{self.address} does not hold what was loaded ({', '.join(kinds)} differ in number)",
                hint="did something else write there? exograph needs a database of its own",
            )

    def _refuse_foreign(self, run: Any, labels: list[str], types: list[str]) -> None:
        """A database is ours if it is empty, or every element is of our kinds and a Release node stands beside them."""
        hint = "exograph needs a database of its own: name an empty one (NEO4J_URI, NEO4J_DATABASE)"
        for row in run(own("foreign_node"), labels=labels):
            found = ":".join(row["labels"]) or "nothing"
            raise StoreRefused(f"{self.address} holds data that is not exograph's: a node labelled {found}", hint=hint)
        for row in run(own("foreign_edge"), types=types):
            raise StoreRefused(
                f"{self.address} holds data that is not exograph's: a relationship of type {row['type']}", hint=hint
            )
        for row in run(own("any_node")):
            if not list(run(own("release"), id=_RELEASE_ID)):
                raise StoreRefused(
                    f"{self.address} holds {row['labels'][0]} nodes that exograph did not load (there is no Release)",
                    hint=hint,
                )

    # -- asking

    def _ready(self, transaction: Any) -> None:
        if _whole(_release_row(transaction), self.address) is None:
            raise StoreNotBuilt(f"{self.address} holds no exograph graph", hint=build_command(self.address))

    def _session(self, *, write: bool) -> Session:
        from neo4j import READ_ACCESS, WRITE_ACCESS

        mode = WRITE_ACCESS if write else READ_ACCESS
        return self._driver.session(database=self._settings.database, default_access_mode=mode)

    def _errors(self) -> contextlib.AbstractContextManager[None]:
        return mapped(self._settings)

    @contextlib.contextmanager
    def _limits(self, seconds: float) -> Iterator[None]:
        """A user's query that is wrong or too slow is the user's to mend, not a fault of the store."""
        from neo4j.exceptions import ClientError, DatabaseError, TransientError

        try:
            yield
        except (ClientError, DatabaseError, TransientError) as error:
            if timed_out(error.code or ""):
                raise _too_slow(seconds) from error
            if isinstance(error, TransientError) or (error.code or "").startswith("Neo.ClientError.Security."):
                raise
            raise StoreRefused(f"the store refused the query: {first_line(error.message)}") from error


def _too_slow(seconds: float) -> StoreRefused:
    return StoreRefused(
        f"the query ran longer than {seconds:g} s and was stopped", hint="ask for less, or start from a named node"
    )


def _autocommit(session: Session) -> Any:
    """Each statement in a transaction of its own, its rows read at once."""

    def run(statement: str, **parameters: Any) -> list[Any]:
        return list(session.run(statement, parameters))

    return run


def _release_row(transaction: ManagedTransaction | Transaction) -> Mapping[str, Any] | None:
    return transaction.run(own("release"), id=_RELEASE_ID).single()


def _whole(row: Mapping[str, Any] | None, address: str) -> Release | None:
    if row is None:
        return None
    if row["held"].get("loading"):
        again = build_command(address, row["held"].get("tables") or ())
        raise StoreLoading(
            f"{address} is being loaded; answers would be incomplete",
            hint=f"try again when it is done. If the load was broken off: {again}",
        )
    return Release.held(row["held"])


def _tables(run: Any) -> Release | None:
    """What the database says it was built from, whole or not."""
    row = next(iter(run(own("release"), id=_RELEASE_ID)), None)
    return Release.held({"name": "", "sha256": "", "version": "", **row["held"]}) if row else None


def _plain_row(record: Mapping[str, Any]) -> Row:
    return {key: plain(value) for key, value in record.items()}


def _plan(plan: Mapping[str, Any]) -> FreeResult:
    """The plan of EXPLAIN, a row for each operator set in by its depth, with the columns of the embedded store."""
    rows: list[Row] = []

    def walk(step: Mapping[str, Any], depth: int) -> None:
        held = step.get("args", {})
        name = str(step.get("operatorType", "")).partition("@")[0]  # `Filter@neo4j`
        operation = "  " * depth + f"{name} {held.get('Details', '')}".strip()
        rows.append({"step": len(rows) + 1, "operation": operation, "estimated_rows": held.get("EstimatedRows")})
        for child in step.get("children", ()):
            walk(child, depth + 1)

    walk(plan, 0)
    return FreeResult(("step", "operation", "estimated_rows"), tuple(rows), truncated=False)


def _kinds() -> tuple[list[str], list[str]]:
    from exograph.knowledge.schema import load_schema

    schema = load_schema()
    return list(schema.nodes), list(schema.edges)


def _check_graph(graph: Graph, labels: Iterable[str], types: Iterable[str]) -> None:
    unknown = graph.counts().keys() - {*labels, *types}
    if unknown:
        raise StoreError(f"the graph has kinds that graph/schema.yaml does not know: {', '.join(sorted(unknown))}")
    if ("Release", _RELEASE_ID) not in {node.key for node in graph.nodes}:
        raise StoreError(f"the graph has no Release node {_RELEASE_ID}")
