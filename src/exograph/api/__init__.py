"""The Python interface: `exograph.open()` gives an `Exograph` to ask, and every question gives a `Result`.

import exograph

with exograph.open() as graph:
    answer = graph.mechanism(drug="temozolomide", cancer="glioma")
    print(answer)
    answer.to_frame()
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any

from exograph.api.results import Result, Rows
from exograph.errors import UsageError

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Grounding
    from exograph.questions.question import Question
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
        from exograph.language import ask

        return Result(ask(self.store, text))

    def mechanism(self, *, retracted: bool = False, limit: int | None = None, **facets: Any) -> Result:
        """Every reported path that has all of it: `drug=`, `cancer=`, `cargo_kind=`, `year=2020`, `not_cancer=`, ...

        A facet takes a name, synonym, identifier, word or number, or several of them (any of these): a list, a set, a
        column of a data frame. None is not given. UsageError for a facet that does not exist, or a value that is none.
        """
        from exograph.questions.options import question

        return self.question(question(facets, limit), retracted=retracted)

    def find(self, text: str, *, retracted: bool = False) -> Result:
        """Answer a question in its text form, as `exograph find` does. UsageError, with the column, for any other."""
        from exograph.questions.text import read

        return self.question(read(text), retracted=retracted)

    def question(self, question: Question, *, retracted: bool = False) -> Result:
        """Answer a `Question` of your own making (`exograph.questions.question`)."""
        from exograph.questions.run import run

        return Result(run(self.store, question, retracted=retracted))

    def query(self, name: str, **parameters: Any) -> Rows:
        """Run a canned question (`exograph query list` shows them). UsageError for an unknown name or parameter."""
        from exograph.questions import canned, catalogue, options

        named = {key: value for key, value in parameters.items() if value is not None}
        given = [(key, text) for key, value in named.items() for text in options.values(key, value)]
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
