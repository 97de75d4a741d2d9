"""The rows of every canned question on the bundled graph, with its example: the same from both stores.

After a change of graph/ or of a question: `pytest tests/golden --update-golden`, and look at what it changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exograph.names import Names
from exograph.questions import catalogue
from exograph.questions.canned import run
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from exograph.stores.neo4j import Neo4jStore
from tests.conftest import empty
from tests.graphs import bundled_graph, vocabulary

FOLDER = Path(__file__).parent / "rows"
QUERIES = list(catalogue.catalogue())
UPDATE = "pytest tests/golden --update-golden"


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def bundled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The bundled graph in each store, loaded once."""
    if request.param == "embedded":
        store: Store = EmbeddedStore.open(tmp_path_factory.mktemp("golden") / "graph.kgl")
        store.load(bundled_graph())
        yield store
        store.close()
        return
    server = request.getfixturevalue("neo4j_server")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment().items():
            patch.setenv(name, value)
        empty(server)
        opened = Neo4jStore.open()
        opened.load(bundled_graph())
        yield opened
        opened.close()
        empty(server)


def as_text(name: str, parameters: dict[str, Any], columns: tuple[str, ...], rows: list[dict[str, Any]]) -> str:
    """Golden file of one question: JSON with one row a line, so that a change can be read."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    given = {key: value for key, value in parameters.items() if value not in ([], None)}
    head = {"query": name, "parameters": given, "columns": list(columns)}
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return opening + ',\n "rows": [\n  ' + ",\n  ".join(lines) + "\n ]\n}\n"


@pytest.mark.parametrize("name", QUERIES)
def test_the_rows_of_every_canned_question(bundled: Store, name: str, request: pytest.FixtureRequest) -> None:
    query = catalogue.get(name)
    result = run(bundled, query, query.example, Names(bundled, vocabulary()))
    assert result.rows, "the example gives no row"
    assert all(tuple(row) == tuple(query.columns) for row in result.rows), (
        "columns of the header and of the rows differ"
    )
    found = as_text(name, result.parameters, result.columns, list(result.rows))
    assert json.loads(found)["rows"] == list(result.rows)
    path = FOLDER / f"{name}.json"
    if request.config.getoption("--update-golden") and isinstance(bundled, EmbeddedStore):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert path.is_file(), f"no golden file: {UPDATE}"
    assert found == path.read_text(encoding="utf-8"), f"if this is meant: {UPDATE}"


def test_every_golden_file_has_a_question() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(QUERIES)
