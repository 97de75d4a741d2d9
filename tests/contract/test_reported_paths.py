"""The acceptance fixture: three papers, four experiments, and two database facts that chain but are no claim.

Joining on shared nodes gives paths that nobody reported; `mechanism` must not.
"""

from __future__ import annotations

import itertools

import pytest

from exograph.stores.base import Store
from tests.ask import mechanism
from tests.graphs import fixture_graph, with_database_facts

CHAIN = """
MATCH (s:MscSource)-[e1:SECRETES]->(:Exosome)-[e2:CARRIES]->(m:Cargo)-[e3:REPRESSES]->(g:Gene)
      -[e4:SENSITISES_TO|CONFERS_RESISTANCE_TO]->(d:Drug)-[e5:TESTED_IN]->(k:Cancer)
"""
ENDS = """
RETURN DISTINCT s.name AS source, m.name AS cargo, g.name AS gene, d.name AS drug, k.name AS cancer
ORDER BY source, cargo, gene, drug, cancer
"""
REPORTED = {
    ("bone marrow", "miR-21", "PTEN", "cisplatin", "hepatocellular carcinoma", "sensitises"),
    ("adipose tissue", "miR-122", "PTEN", "temozolomide", "glioblastoma", "confers resistance"),
    ("bone marrow", "miR-21", "NUMB", "cisplatin", "hepatocellular carcinoma", "sensitises"),
    ("bone marrow", "miR-23b", "NUMB", "temozolomide", "glioblastoma", "confers resistance"),
}


@pytest.fixture
def joined(store: Store) -> Store:
    store.load(with_database_facts(fixture_graph("joins.tsv")))
    return store


def test_mechanism_returns_exactly_the_four_reported_paths(joined: Store) -> None:
    answer = mechanism(joined, {})
    found = {
        (*(path.of(label)[0].name for label in ("MscSource", "Cargo", "Gene", "Drug", "Cancer")), path.effect)
        for path in answer.paths
    }
    assert len(answer.paths) == 4
    assert found == REPORTED
    assert all(edge.id.startswith(f"{path.claim}:") for path in answer.paths for edge in path.edges)


def test_each_path_has_its_own_edges_once_and_in_order(joined: Store) -> None:
    for path in mechanism(joined, {}).paths:
        kinds = [edge.type for edge in path.edges]
        assert kinds[:3] == ["SECRETES", "CARRIES", "REPRESSES"]
        assert kinds[4:] == ["TESTED_IN"]
        assert [edge.step for edge in path.edges] == [0, 1, 2, 3, 4]
        last = path.edges[3]
        assert last.derived
        # repressing the gene and making the tumour answer: the gene itself makes it resist
        assert last.type == ("CONFERS_RESISTANCE_TO" if path.effect == "sensitises" else "SENSITISES_TO")


def test_joining_on_the_shared_gene_invents_paths(joined: Store) -> None:
    """The reason for the fixture: if this gave four, the test above would prove nothing."""
    claims_only = "WHERE e1.claim IS NOT NULL AND e2.claim IS NOT NULL AND e3.claim IS NOT NULL"
    assert len(joined.query(f"{CHAIN} {claims_only} {ENDS}")) == 8


def test_the_same_paper_on_each_hop_is_not_enough(joined: Store) -> None:
    hops = ("e1", "e2", "e3", "e4", "e5")
    same_paper = "WHERE " + " AND ".join(f"{a}.publication = {b}.publication" for a, b in itertools.pairwise(hops))
    assert len(joined.query(f"{CHAIN} {same_paper} {ENDS}")) == 6


def test_a_database_fact_is_no_claim(joined: Store) -> None:
    facts = joined.query(
        "MATCH ()-[e:CARRIES|REPRESSES]->() WHERE e.claim IS NULL RETURN e.id AS id, e.source AS source ORDER BY id"
    )
    assert facts == [{"id": "fact:1", "source": "Vesiclepedia"}, {"id": "fact:2", "source": "miRTarBase"}]
