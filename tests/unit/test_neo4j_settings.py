"""Settings of the Neo4j store: where they come from, and that no password is ever shown."""

from __future__ import annotations

import pytest

from exograph.errors import ExographError, StoreRefused, StoreUnreachable, UsageError
from exograph.stores.neo4j import Neo4jStore
from exograph.stores.neo4j_driver import Settings
from tests.neo4j_server import free_port


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEO4J_PASSWORD", "s3cret-word")


def test_the_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://x.databases.example")
    monkeypatch.setenv("NEO4J_USERNAME", "ada")
    monkeypatch.setenv("NEO4J_DATABASE", "claims")
    settings = Settings.read()
    assert (settings.uri, settings.username, settings.password) == (
        "neo4j+s://x.databases.example",
        "ada",
        "s3cret-word",
    )
    assert settings.database == "claims"


def test_what_is_not_set_has_a_default() -> None:
    settings = Settings.read("bolt://127.0.0.1:7687")
    assert (settings.username, settings.database) == ("neo4j", None)


def test_an_address_beats_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://one:7687")
    assert Settings.read("bolt://two:7687").uri == "bolt://two:7687"


def test_a_password_is_not_shown() -> None:
    assert "s3cret" not in repr(Settings.read("bolt://127.0.0.1:7687"))


def test_no_address() -> None:
    with pytest.raises(StoreUnreachable, match="NEO4J_URI"):
        Neo4jStore.open()


def test_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "")
    with pytest.raises(StoreRefused, match="NEO4J_PASSWORD"):
        Neo4jStore.open("bolt://127.0.0.1:7687")


@pytest.mark.parametrize("scheme", ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"])
def test_every_scheme_of_neo4j_is_known(scheme: str) -> None:
    assert Settings.read(f"{scheme}://db.example:7687").uri.startswith(scheme)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:7474", "bolt:", "bolt://", "7687", "postgres://x", "bolt://h:port", "bolt://[::1"]
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(UsageError):
        Neo4jStore.open(address)


@pytest.mark.parametrize("address", ["bolt://neo4j:hunter2@127.0.0.1:7687", "neo4j+s://hunter2@db.example"])
def test_an_address_may_hold_no_password(address: str) -> None:
    with pytest.raises(UsageError, match="NEO4J_PASSWORD") as caught:
        Neo4jStore.open(address)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_port_where_nothing_listens(scheme: str) -> None:
    address = f"{scheme}://127.0.0.1:{free_port()}"
    with pytest.raises(StoreUnreachable) as caught:
        Neo4jStore.open(address)
    assert address in caught.value.message
    assert "NEO4J_URI" in caught.value.hint
    assert "s3cret" not in str(caught.value)
    assert caught.value.exit_code == 4


def test_a_host_that_is_unknown() -> None:
    with pytest.raises(ExographError) as caught:
        Neo4jStore.open("bolt://no-such-host.invalid:7687")
    assert isinstance(caught.value, StoreUnreachable)
