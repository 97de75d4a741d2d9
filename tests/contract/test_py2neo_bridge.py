"""`py2neo_graph()`: the NEO4J_ variables become a py2neo Graph on what exograph loaded."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from exograph.errors import StoreRefused, UsageError
from exograph.exports.py2neo import py2neo_graph
from exograph.stores.neo4j import Neo4jStore
from tests.contract.graphs import make_graph
from tests.neo4j_server import Server

COUNT = """
from exograph.exports.py2neo import py2neo_graph
print(py2neo_graph().evaluate("MATCH (g:Gene) RETURN count(g)"))
"""


def run(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: py2neo leaves sockets open, and warnings are errors here."""
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(
        command, env={**os.environ, **variables}, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.neo4j
def test_it_reads_what_was_loaded(neo4j_store: Neo4jStore, neo4j_environment: Server) -> None:
    graph = make_graph()
    neo4j_store.load(graph)
    ran = run(COUNT, **neo4j_environment.environment())
    assert ran.stdout.strip() == str(graph.counts()["Gene"]), ran.stderr


def test_nothing_listens() -> None:
    ran = run(COUNT, NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="secret-word")
    assert ran.returncode == 1
    assert "StoreUnreachable: py2neo cannot reach bolt://127.0.0.1:9" in ran.stderr
    assert "secret-word" not in ran.stderr.rpartition("StoreUnreachable")[2]


@pytest.mark.parametrize("missing", ["NEO4J_URI", "NEO4J_PASSWORD"])
def test_a_variable_is_missing(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-word")
    monkeypatch.delenv(missing)
    with pytest.raises(StoreRefused, match=f"{missing} is not set"):
        py2neo_graph()


def test_py2neo_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exograph.exports.py2neo.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install 'exograph\[py2neo\]'"):
        py2neo_graph()
