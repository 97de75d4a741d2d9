"""The Python interface: `exograph.open()` gives an `Exograph` to ask, and every question gives a `Result`.

import exograph

with exograph.open() as graph:
    answer = graph.mechanism(drug="temozolomide", cancer="glioma")
    print(answer)
    answer.to_frame()
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from exograph.api.results import Result, Rows
from exograph.errors import UsageError

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Grounding
    from exograph.stores.base import Store

__all__ = ["Exograph", "Result", "Rows", "open"]


def open(store: str = "embedded") -> Exograph:
    """Open a store by its address, as `--store` names it; the embedded one is built first if it is not current.

    Raises StoreError where it cannot be reached, and StoreNotBuilt for a Neo4j without an exograph graph.
    """
    from exograph.build import ensure
    from exograph.stores.addresses import open_store

    opened = open_store(store)
    ensure(opened)
    return Exograph(opened)


class Exograph:
    """A graph to ask. Close it, or use it in a `with` statement."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def ask(self, text: str) -> Result:
        """Ask in plain words. The reply is a `refusal` that says why where it is out of scope, unknown or ambiguous."""
        from exograph.questions.words.ask import ask

        return Result(ask(self.store, text))

    def mechanism(self, *, retracted: bool = False, limit: int = 200, **filters: str | Iterable[str]) -> Result:
        """Every reported path that passes all filters: `drug=`, `cancer=`, `cargo=`, `effect=`, `not_cancer=`, ...

        A filter takes a name, synonym or identifier, or several of them (any of these). UsageError for an unknown one.
        """
        from exograph.questions.answers import mechanism

        if not filters:
            raise UsageError(
                "which paths? give at least one filter", hint='for instance: graph.mechanism(drug="temozolomide")'
            )
        return Result(mechanism(self.store, filters, retracted=retracted, limit=limit))

    def query(self, name: str, **parameters: Any) -> Rows:
        """Run a canned question (`exograph query list` shows them). UsageError for an unknown name or parameter."""
        from exograph.questions import canned, catalogue

        given = [(key, str(value)) for key, values in parameters.items() for value in _several(values)]
        result = canned.run(self.store, catalogue.get(name), given)
        return Rows(result.columns, result.rows, tuple(note for note in result.notes if note))

    def ground(self, *names: str, label: str | None = None) -> tuple[Grounding, ...]:
        """What each name becomes, and why: matched, ambiguous, or unmatched with the nearest."""
        from exograph.knowledge.vocabulary import LABELS, bundled

        if label is not None and label not in LABELS:
            raise UsageError(f"there is no label `{label}`", hint="labels: " + ", ".join(LABELS))
        return tuple(bundled().ground_all(names, label))

    def cypher(
        self,
        text: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        seconds: float | None = None,
        **named: Any,
    ) -> Rows:
        """Run read-only Cypher of your own: `graph.cypher("... $n ...", n="cisplatin")`, or a mapping of parameters.

        StoreRefused for what could write or reach out of the store, or ran longer than `seconds` (30).
        """
        from exograph.stores.base import ROW_LIMIT, TIME_LIMIT
        from exograph.stores.unknown_names import unknown_names

        given = {**(parameters or {}), **named}
        result = self.store.free(text, given, row_limit=limit or ROW_LIMIT, seconds=seconds or TIME_LIMIT)
        notes = [f"cut at {limit or ROW_LIMIT} rows"] if result.truncated else []
        return Rows(result.columns, result.rows, (*notes, *unknown_names(text)))

    def close(self) -> None:
        """Let go of files and connections."""
        self.store.close()

    def __enter__(self) -> Exograph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<exograph on {self.store.address}>"


def _several(values: Any) -> Iterable[Any]:
    return values if isinstance(values, list | tuple | set | frozenset) else (values,)
