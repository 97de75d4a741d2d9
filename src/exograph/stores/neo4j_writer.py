"""One writer of a Neo4j database at a time, and the constraints that stand before the data."""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exograph.errors import StoreLoading
from exograph.resources import cypher_dir
from exograph.stores.neo4j_driver import timed_out
from exograph.stores.neo4j_load import Runner, own
from exograph.stores.statements import statements

if TYPE_CHECKING:
    from neo4j import Session

LOCK_SECONDS = 30.0  # a second writer waits for so long
_LOCK_ID = "exograph:writer"
_LOCKING = "release_id"  # the constraint that makes MERGE on an id of a Release a lock


@contextlib.contextmanager
def only_writer(session: Session, address: str) -> Iterator[None]:
    """Hold the uniqueness lock on an id that is never committed: nothing is left behind, whatever happens.

    The session is for the lock alone. StoreLoading where another process holds it for longer than LOCK_SECONDS.
    """
    from neo4j.exceptions import Neo4jError

    _make_lockable(session, address)
    # once on an id that nobody waits for: a server that has just started needs seconds for any first statement, and
    # those must not be taken for a wait
    with session.begin_transaction() as first:
        first.run(own("lock_writer"), id=f"{_LOCK_ID}/{uuid.uuid4()}").consume()
        first.rollback()
    try:  # then with a time limit, which would go on to end the load
        with session.begin_transaction(timeout=LOCK_SECONDS) as probe:
            probe.run(own("lock_writer"), id=_LOCK_ID).consume()
            probe.rollback()
    except Neo4jError as error:
        if timed_out(error.code or ""):
            raise _busy(address) from error
        raise
    with session.begin_transaction() as lock:
        lock.run(own("lock_writer"), id=_LOCK_ID).consume()
        yield
        lock.rollback()


def constrain(run: Runner) -> None:
    """Make the constraints that are not there yet."""
    held = _held(run)
    for name, statement in _ddl().items():
        if name not in held:
            run(statement)


def _make_lockable(session: Session, address: str) -> None:
    """Make the constraint that the lock rests on, without which two first builds would not see each other.

    They may both come to make it; one is then stopped by the other's, and looks again.
    """
    from neo4j.exceptions import Neo4jError

    deadline = time.monotonic() + LOCK_SECONDS
    while _LOCKING not in _held(lambda statement, **_: session.run(statement)):
        try:
            with session.begin_transaction(timeout=LOCK_SECONDS) as transaction:
                transaction.run(_ddl()[_LOCKING]).consume()
                transaction.commit()
        except Neo4jError as error:
            if not timed_out(error.code or ""):
                raise
            if time.monotonic() > deadline:
                raise _busy(address) from error
            time.sleep(0.1)


def _busy(address: str) -> StoreLoading:
    return StoreLoading(f"another process is loading {address}", hint="try again when it is done")


def _held(run: Runner) -> set[str]:
    return {str(row["name"]) for row in run(own("constraints"))}


def _ddl() -> dict[str, str]:
    """The constraints by name: `CREATE CONSTRAINT name ...`."""
    text = (cypher_dir() / "schema" / "neo4j.cypher").read_text(encoding="utf-8")
    return {statement.split()[2]: statement for statement in statements(text)}
