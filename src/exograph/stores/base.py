"""What exograph asks of a graph database. Two stand behind it: the embedded engine and Neo4j."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from exograph.errors import StoreNotBuilt
from exograph.knowledge.model import Graph, Release

Row = dict[str, Any]

ROW_LIMIT = 10_000  # rows a free query may return
TIME_LIMIT = 30.0  # seconds a free query may take


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did: elements written (new or changed), earlier ones removed, and counts by kind now held.

    `left_out` are the user's claim tables that were part of the store and no longer are.
    """

    created: int
    removed: int
    counts: dict[str, int]
    left_out: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        return bool(self.created or self.removed)


@dataclass(frozen=True, slots=True)
class FreeResult:
    """Rows of a free query; `truncated` where the row limit cut it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool


class Store(Protocol):
    """A store that holds one exograph graph."""

    def __hash__(self) -> int:
        """Stores are told apart by identity, so that what was read from one can be kept for it."""

    @property
    def address(self) -> str:
        """The store as `--store` names it, without a password."""

    def release(self) -> Release | None:
        """What it was built from; None where it holds no exograph graph. StoreLoading while a load is under way."""

    def load(self, graph: Graph, *, force: bool = False) -> LoadReport:
        """Make the store hold exactly this graph, all or nothing.

        Every node and edge held is compared first: what is as it should be is left alone. `force` writes all anew.
        """

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run one of exograph's own query files: trusted, read-only. Values are plain Python (str, int, list, dict)."""

    def free(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        row_limit: int = ROW_LIMIT,
        seconds: float = TIME_LIMIT,
    ) -> FreeResult:
        """Run a user's read-only Cypher under limits. StoreRefused for what the allow-list does not know."""

    def close(self) -> None:
        """Let go of files and connections."""


def build_command(address: str, tables: Iterable[str] = (), *, force: bool = False) -> str:
    """What a person types to build a store with these claim tables."""
    words = ["exograph", "build", "--store", address, *(word for table in tables for word in ("--claims", table))]
    return shlex.join([*words, "--force"] if force else words)


def left_out(before: Release | None, after: Release) -> tuple[str, ...]:
    """The user's tables that a release named and the next one does not."""
    kept = {table.path for table in after.tables}
    return tuple(table.path for table in before.tables if table.path not in kept) if before else ()


def built(store: Store) -> Release:
    """What the store was built from. StoreNotBuilt, with the command that builds it, where it holds no graph."""
    release = store.release()
    if release is None:
        message = f"{store.address} holds no exograph graph yet"
        raise StoreNotBuilt(message, hint=build_command(store.address))
    return release
