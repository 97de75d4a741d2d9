"""Answers as networkx graphs: parallel edges kept, keys and properties as documented."""

from __future__ import annotations

import io

import networkx

from exograph.exports.networkx import claims_of, to_networkx
from exograph.stores.embedded import EmbeddedStore
from tests.ask import mechanism
from tests.unit.answers import make_answer, make_path


def test_every_edge_of_every_path_is_there(bundled_store: EmbeddedStore) -> None:
    answer = mechanism(bundled_store, {"modality": ["chemotherapy"]})
    graph = to_networkx(answer)
    edges = {edge.id: (path, edge) for path in answer.paths for edge in path.edges}
    assert len(answer.paths) > 10
    assert graph.number_of_edges() == len(edges)
    for source, target, key, held in graph.edges(keys=True, data=True):
        path, edge = edges[key]
        assert (source, target) == (edge.source, edge.target)
        assert (held["type"], held["step"], held["derived"]) == (edge.type, edge.step, edge.derived)
        assert (held["claim"], held["effect"], held["publication"]) == (path.claim, path.effect, path.paper.id)
        assert held.get("sign") == edge.sign
    for (label, identifier), held in graph.nodes(data=True):
        assert (held["label"], held["id"]) == (label, identifier)
        assert held["name"]
    assert graph.graph["sha256"] == answer.sha256


def test_two_claims_on_one_hop_stay_two_edges() -> None:
    one = make_path("PMID:1/1", mechanism="miR-1 -| GENE1", effect="sensitises", drugs=["cisplatin"])
    two = make_path("PMID:2/1", mechanism="miR-1 -| GENE1", effect="confers resistance", drugs=["cisplatin"])
    graph = to_networkx(make_answer(one, two))
    [cargo] = [key for key in graph if key[0] == "Cargo"]
    [gene] = [key for key in graph if key[0] == "Gene"]
    assert {held["claim"] for held in graph[cargo][gene].values()} == {"PMID:1/1", "PMID:2/1"}


def test_a_way_through_merged_nodes_is_no_path() -> None:
    """Two claims share a gene; the picture joins miR-1 to drug B, and no claim does."""
    one = make_path("PMID:1/1", mechanism="miR-1 -| GENE1", effect="sensitises", drugs=["drug A"])
    two = make_path("PMID:2/1", mechanism="miR-2 -| GENE1", effect="sensitises", drugs=["drug B"])
    graph = to_networkx(make_answer(one, two))
    by_name = {held["name"]: key for key, held in graph.nodes(data=True)}
    assert networkx.has_path(graph, by_name["miR-1"], by_name["drug B"])
    assert claims_of(graph, [by_name["miR-1"], by_name["drug B"]]) == set()
    assert claims_of(graph, [by_name["miR-1"], by_name["drug A"]]) == {"PMID:1/1"}
    assert claims_of(graph, []) == set()


def test_facts_are_added_on_request_and_bear_no_claim(bundled_store: EmbeddedStore) -> None:
    answer = mechanism(bundled_store, {"drug": ["sorafenib"]})
    assert answer.facts
    plain, full = to_networkx(answer), to_networkx(answer, facts=True)
    added = [held for _, _, key, held in full.edges(keys=True, data=True) if not plain_has(plain, key)]
    assert len(added) == len({fact.edge.id for fact in answer.facts})
    assert all(held["kind"] == "fact" and "claim" not in held and held["source"] for held in added)


def plain_has(graph: networkx.MultiDiGraph, key: str) -> bool:
    return any(key == other for _, _, other in graph.edges(keys=True))


def test_graphml_takes_it(bundled_store: EmbeddedStore) -> None:
    """No property is null, which GraphML does not know."""
    file = io.BytesIO()
    networkx.write_graphml(to_networkx(mechanism(bundled_store, {"drug": ["cisplatin"]}), facts=True), file)
    assert b"SENSITISES_TO" in file.getvalue() or b"CONFERS_RESISTANCE_TO" in file.getvalue()
