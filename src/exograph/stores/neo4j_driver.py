"""The Neo4j driver as exograph opens it: settings from the environment, errors for people, values as plain data.

The names of the settings are those in the file that Neo4j Aura hands out: NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD,
NEO4J_DATABASE.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from exograph.errors import StoreError, StoreLoading, StoreRefused, StoreUnreachable, UsageError

if TYPE_CHECKING:
    from neo4j import Driver

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 5.0
RETRY_SECONDS = 10.0

_LOCKED = ("LockClientStopped", "LockAcquisitionTimeout", "DeadlockDetected")
_TIMED_OUT = ("TransactionTimedOut", "Terminated", *_LOCKED)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a Neo4j is and who asks."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str | None = None

    @classmethod
    def read(cls, uri: str | None = None) -> Settings:
        """From an address (default: NEO4J_URI) and the other NEO4J_ variables."""
        address = (uri or os.environ.get("NEO4J_URI", "")).strip()
        if not address:
            raise StoreUnreachable(
                "no address of a Neo4j: NEO4J_URI is not set",
                hint="for example NEO4J_URI=bolt://127.0.0.1:7687, or neo4j+s://... as Aura names it",
            )
        _check_address(address)
        password = os.environ.get("NEO4J_PASSWORD", "")
        if not password:
            raise StoreRefused(
                f"no password for {address}: NEO4J_PASSWORD is not set",
                hint="set NEO4J_PASSWORD (and NEO4J_USERNAME where it is not neo4j) in the environment",
            )
        username = os.environ.get("NEO4J_USERNAME", "") or "neo4j"
        return cls(address, username, password, os.environ.get("NEO4J_DATABASE", "") or None)


def _check_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        host, secret = parts.hostname, parts.username is not None or parts.password is not None
        _ = parts.port  # raises for what is no port
    except ValueError:
        raise UsageError("this is no address of a Neo4j", hint="for example bolt://127.0.0.1:7687") from None
    if secret:  # the address is not repeated: it holds a password
        raise UsageError(
            "an address may hold no user name or password",
            hint="set NEO4J_USERNAME and NEO4J_PASSWORD in the environment",
        )
    if parts.scheme not in SCHEMES or not host:
        known = ", ".join(f"{scheme}://" for scheme in SCHEMES)
        raise UsageError(f"{address} is no address of a Neo4j", hint=f"it starts with one of {known} and names a host")


def connect(settings: Settings) -> Driver:
    """An open driver to a server that answered. StoreUnreachable or StoreRefused otherwise."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import ConfigurationError

    try:
        driver = GraphDatabase.driver(
            settings.uri,
            auth=(settings.username, settings.password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS * 2,
            max_transaction_retry_time=RETRY_SECONDS,
            # without this the server talks about every label that is absent yet
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        raise UsageError(f"{settings.uri} cannot be used: {first_line(error)}") from error
    try:
        with mapped(settings):
            driver.verify_connectivity()
    except BaseException:
        driver.close()
        raise
    return driver


@contextlib.contextmanager
def mapped(settings: Settings) -> Iterator[None]:
    """Turn the driver's errors into ours."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except Neo4jError as error:
        raise _mapped(error.code or "", first_line(error.message or error), settings) from error
    except DriverError as error:
        raise StoreUnreachable(
            f"no Neo4j answers at {settings.uri}: {first_line(error)}",
            hint="is it started? Is the address right (NEO4J_URI)? Is a firewall between? Does it want TLS (+s)?",
        ) from error


def _mapped(code: str, message: str, settings: Settings) -> StoreError:
    if code.startswith("Neo.ClientError.Security."):
        if code.endswith("CredentialsExpired"):
            return StoreRefused(
                f"the password at {settings.uri} must be changed first", hint="change it in cypher-shell"
            )
        return StoreRefused(
            f"{settings.uri} refused the user {settings.username}: {message}",
            hint="check NEO4J_USERNAME and NEO4J_PASSWORD; after several wrong passwords it refuses for some seconds",
        )
    if code.startswith("Neo.ClientError.Database."):
        return StoreRefused(
            f"{settings.uri}: {message}", hint="check NEO4J_DATABASE, or leave it unset for the default one"
        )
    if code.startswith("Neo.TransientError.General.") or "OutOfMemory" in code:
        return StoreError(
            f"{settings.uri} is short of memory: {message}", hint="give it more heap (server.memory.heap.max_size)"
        )
    if timed_out(code):
        return _stopped(code, message, settings)
    return StoreError(f"{settings.uri}: {message}")


def _stopped(code: str, message: str, settings: Settings) -> StoreError:
    if any(word in code for word in _LOCKED):
        return StoreLoading(
            f"{settings.uri} is held by another process: {message}",
            hint="something else writes there just now; try again when it is done",
        )
    return StoreError(
        f"{settings.uri} stopped the work: {message}",
        hint="its own time limit may be too short (db.transaction.timeout), or somebody stopped it; try again",
    )


def timed_out(code: str) -> bool:
    """Whether an error says that a transaction waited or ran too long."""
    return any(word in code for word in _TIMED_OUT)


def first_line(error: object) -> str:
    """What an error says, without what follows its first line."""
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def plain(value: Any) -> Any:
    """A value of the driver as plain Python: nodes, edges and paths become dicts, without the server's internal ids."""
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return {"label": next(iter(value.labels), ""), **{key: plain(item) for key, item in _first(value)}}
    if isinstance(value, Relationship):
        return {"type": value.type, **{key: plain(item) for key, item in _first(value)}}
    if isinstance(value, Path):
        return {"nodes": [plain(node) for node in value.nodes], "edges": [plain(edge) for edge in value.relationships]}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if hasattr(value, "iso_format"):  # dates, times and durations
        return value.iso_format()
    return [plain(item) for item in value] if isinstance(value, list | tuple) else str(value)


def _first(entity: Any) -> list[tuple[str, Any]]:
    """Properties with `id` and `name` first, the others by name: the same order each time."""
    return sorted(entity.items(), key=lambda item: (item[0] != "id", item[0] != "name", item[0]))
