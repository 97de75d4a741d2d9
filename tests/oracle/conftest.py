"""The bundled claims with the odd ones of a user: read plainly, and in an embedded store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exograph.build import build
from exograph.names import Names
from exograph.questions.select import Selector
from exograph.stores.embedded import EmbeddedStore
from tests.oracle.asking import Oracle
from tests.oracle.questions import odd_table
from tests.oracle.reading import Reader
from tests.oracle.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of a user."""
    return odd_table(tmp_path_factory.mktemp("oracle"))


@pytest.fixture(scope="session")
def oracle(odd: Path) -> Oracle:
    """What plain Python says."""
    vocabulary = Vocabulary()
    return Oracle(Reader(vocabulary).read([odd]), vocabulary)


@pytest.fixture(scope="session")
def selector(odd: Path) -> Iterator[Selector]:
    """What the executor says."""
    store = EmbeddedStore.open(odd.with_name("graph.kgl"))
    build(store, [odd])
    yield Selector(store, Names(store))
    store.close()
