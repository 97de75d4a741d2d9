"""Questions for tests: in words, to the bundled graph in a store made once; by facets, to any store."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exograph.build import build
from exograph.language import ask
from exograph.names import Names
from exograph.questions.answer import Answer
from exograph.questions.options import condition
from exograph.questions.question import Question
from exograph.questions.run import LIMIT, run
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore


@functools.cache
def bundled() -> EmbeddedStore:
    """An embedded store that holds the bundled graph."""
    store = EmbeddedStore.open(Path(tempfile.mkdtemp(prefix="exograph-ask-")) / "graph.kgl")
    build(store)
    return store


def asked(text: str) -> Answer:
    """The answer to a question."""
    return ask(bundled(), text)


def mechanism(
    store: Store, facets: Mapping[str, Any], *, retracted: bool = False, limit: int = LIMIT, names: Names | None = None
) -> Answer:  # fmt: skip
    """The paths that have all of these facets; with none, every path."""
    return run(store, Question(where=condition(facets)), names, retracted=retracted, limit=limit)
