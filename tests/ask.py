"""The bundled graph in a store of its own, made once, for the tests of questions in words."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from exograph.build import build
from exograph.questions.answer import Answer
from exograph.questions.words.ask import ask
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
