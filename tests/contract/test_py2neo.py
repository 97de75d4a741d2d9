"""py2neo (no longer maintained, still much used) reads what exograph loaded into Neo4j."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from exograph.stores.neo4j import Neo4jStore
from tests.contract.graphs import CCNG1, DRUG, MIR, SLC9A1, SOURCE, VESICLE, make_graph
from tests.neo4j_server import Server

pytestmark = pytest.mark.neo4j

# In a process of its own: py2neo leaves sockets open, and warnings are errors here.
SCRIPT = '''
import json, os
import py2neo

graph = py2neo.Graph(os.environ["NEO4J_URI"], auth=(os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"]))
path = graph.evaluate("""
    MATCH p = (:MscSource)-[:SECRETES]->(:Exosome)-[:CARRIES]->(:Cargo)-[:REPRESSES {claim: $claim}]->(:Gene)
              -[:REPRESSES {claim: $claim}]->(:Gene)-[:SENSITISES_TO]->(:Drug)
    RETURN p""", claim="PMID:1/1")
print(json.dumps({
    "nodes": [node["id"] for node in path.nodes],
    "edges": [type(edge).__name__ for edge in path.relationships],
    "drug": py2neo.NodeMatcher(graph).match("Drug", name="temozolomide").first()["id"],
    "represses": len(list(py2neo.RelationshipMatcher(graph).match(r_type="REPRESSES"))),
}))
'''


def test_py2neo_reads_a_mechanism(neo4j_store: Neo4jStore, neo4j_environment: Server) -> None:
    neo4j_store.load(make_graph())
    environment = {**os.environ, **neo4j_environment.environment()}
    command = [sys.executable, "-W", "ignore", "-c", SCRIPT]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "nodes": [key[1] for key in (SOURCE, VESICLE, MIR, CCNG1, SLC9A1, DRUG)],
        "edges": ["SECRETES", "CARRIES", "REPRESSES", "REPRESSES", "SENSITISES_TO"],
        "drug": DRUG[1],
        "represses": 6,
    }
