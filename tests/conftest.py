"""Fixtures that every test may use: an empty store of each kind, and one real Neo4j a session."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from exograph.stores.neo4j import Neo4jStore
from tests import neo4j_server as servers
from tests.neo4j_server import Server

if TYPE_CHECKING:
    from neo4j import Driver

    from exograph.questions.site_index import SiteIndex


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/golden --update-golden` writes the golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew (tests/golden)")


def missing(what: str, install: str) -> NoReturn:
    """Skip where a person's machine lacks something, with the line that installs it; fail where CI does."""
    message = f"{what} is not here; install it: {install}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The Neo4j that EXOGRAPH_TEST_NEO4J_URI names (it is emptied!), else one started for this session."""
    uri = os.environ.get("EXOGRAPH_TEST_NEO4J_URI", "")
    if uri:
        username = os.environ.get("NEO4J_USERNAME") or "neo4j"
        server = Server(uri, username, os.environ.get("NEO4J_PASSWORD", ""))
        refuse_foreign(server)
        yield server
        return
    tools = servers.missing_tools()
    if tools:
        missing(f"Neo4j for the tests: {' and '.join(tools)}", servers.INSTALL)
    with servers.running(tmp_path_factory.mktemp("neo4j")) as server:
        yield server


def refuse_foreign(server: Server) -> None:
    """The tests empty the database: only one that is empty or exograph's own may be named."""
    with _driver(server) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
        releases = driver.execute_query("MATCH (r:Release {id: 'exograph:release'}) RETURN count(r) AS n").records[0][
            "n"
        ]
    if nodes and not releases:
        pytest.exit(f"{server.uri} holds data that is not exograph's; the tests would remove it", returncode=4)


@pytest.fixture
def neo4j_environment(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, emptied, and the NEO4J_ variables that name it."""
    empty(neo4j_server)
    for name, value in neo4j_server.environment().items():
        monkeypatch.setenv(name, value)
    return neo4j_server


@pytest.fixture
def neo4j_store(neo4j_environment: Server) -> Iterator[Neo4jStore]:
    """An empty Neo4j store."""
    store = Neo4jStore.open()
    yield store
    store.close()
    empty(neo4j_environment)


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """An embedded store whose file does not exist yet."""
    store = EmbeddedStore.open(tmp_path / "store" / "graph.kgl")
    yield store
    store.close()


@pytest.fixture(scope="session")
def bundled_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an embedded store that holds the bundled graph; for reading only."""
    from exograph.build import build

    store = EmbeddedStore.open(tmp_path_factory.mktemp("bundled") / "graph.kgl")
    build(store, ())
    store.close()
    return store.path


@pytest.fixture(scope="session")
def bundled_site(bundled_path: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SiteIndex]:
    """The folder of the site of the bundled graph, and what it was made from; for reading only."""
    from exograph.questions.site_index import site_index
    from exograph.views.site import pages, write

    store = EmbeddedStore.open(bundled_path)
    index = site_index(store)
    store.close()
    folder = tmp_path_factory.mktemp("a folder with blanks") / "site"
    write(folder, pages(index))
    return folder, index


@pytest.fixture
def bundled_store(bundled_path: Path) -> Iterator[EmbeddedStore]:
    """The bundled graph, to ask."""
    store = EmbeddedStore.open(bundled_path)
    yield store
    store.close()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store, once of each kind."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found


def empty(server: Server) -> None:
    """Remove every node and relationship; the constraints may stay."""
    with _driver(server) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


def _driver(server: Server) -> Driver:
    from neo4j import GraphDatabase

    auth = (server.username, server.password)
    return GraphDatabase.driver(server.uri, auth=auth, notifications_min_severity="OFF")
