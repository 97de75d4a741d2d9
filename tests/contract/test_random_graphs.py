"""Random small claim graphs, fixed seeds: both stores answer every canned question, and a whole question, alike."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from typing import Any

import pytest

from exograph import build
from exograph.knowledge.checks import check_graph
from exograph.knowledge.claims import PREPARATIONS
from exograph.knowledge.effects import EFFECTS, FAMILIES
from exograph.knowledge.findings import errors
from exograph.knowledge.grounded import ground_claims
from exograph.knowledge.model import Graph, Key, Release
from exograph.knowledge.publications import Status
from exograph.knowledge.rows import read_claims
from exograph.knowledge.schema import load_schema
from exograph.names import Names
from exograph.questions import catalogue
from exograph.questions.canned import ordered
from exograph.questions.neighbours import view
from exograph.questions.question import Term
from exograph.questions.statistics import statistics
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from exograph.stores.neo4j import Neo4jStore
from tests.ask import mechanism
from tests.graphs import vocabulary
from tests.tables import cells, write

SEEDS = range(2)
CLAIMS = 32
TRIES = 25  # parameter sets of which the first with rows is taken
CARGOS = ("miR-21", "miR-21", "hsa-miR-21-5p", "PTEN", "miR-21, miR-122")
STEPS = ("PTEN", "NUMB", "CCNG1, ADAM10", "[Wnt]", "[M2 macrophage]", "miR-23b", "EGFR")
DRUGS = ("cisplatin", "cisplatin", "paclitaxel + cisplatin", "cetuximab", "ionising radiation")
CANCERS = ("glioblastoma", "glioma", "glioma", "breast cancer", "glioma; breast cancer")
CELLS = ("CD8 T cell", "T cell", "Treg cell", "macrophage", "M2 macrophage")
SOURCES = ("bone marrow", "adipose tissue", "umbilical cord", "unspecified")
EXOSOMES = ("native", "primed: hypoxia", "engineered: miR-21 mimic")


def random_row(rng: random.Random, number: int) -> dict[str, str]:
    """A claim of one of a few papers, with few names, so that claims meet, oppose and repeat each other."""
    paper = 999000000 + rng.randrange(1, 9)
    effect = rng.choice(EFFECTS)
    family = FAMILIES.get(effect, "any")
    cargo = rng.choice((*CARGOS, "exosome", ""))
    # no molecule acts on itself: `check` refuses that
    steps = [rng.choice((" -> ", " -| ", " ~ ")) + step for step in rng.sample(STEPS, rng.randrange(1, 4)) if step != cargo]
    chain = "" if not cargo else cargo + "".join(steps if cargo == "exosome" else steps[rng.randrange(2) :])
    if rng.random() < 0.1:  # a vesicle loaded with the drug itself
        return loaded_row(rng, number, paper)
    with_drug, with_cell = rng.random() < 0.5 or family == "response", rng.random() < 0.3 or family == "immune"
    return cells(
        claim=f"PMID:{paper}/{number}", pmid=str(paper), year=str(2010 + paper % 10), source=rng.choice(SOURCES),
        exosome=rng.choice(EXOSOMES), mechanism=chain,
        cargo_kind="" if cargo in ("", "exosome") else "miRNA" if cargo.startswith(("miR", "hsa")) else "protein",
        markers=rng.choice(("", "", "PTEN up", "EGFR down, NUMB up")), effect=effect,
        drug=rng.choice(DRUGS) if with_drug else "", cell=rng.choice(CELLS) if with_cell else "",
        cancer=rng.choice(CANCERS) if rng.random() < 0.8 or family == "tumour" or not with_cell else "",
        model=rng.choice(("in vitro", "in vivo", "in vitro + in vivo")), given=rng.choice(("vesicles", "cells")),
    )  # fmt: skip


def loaded_row(rng: random.Random, number: int, paper: int) -> dict[str, str]:
    return cells(
        claim=f"PMID:{paper}/{number}", pmid=str(paper), year=str(2010 + paper % 10), source=rng.choice(SOURCES),
        exosome="engineered: loaded by sonication", mechanism="cisplatin", cargo_kind="drug", drug="cisplatin",
        versus=rng.choice(("free drug", "untreated")), cancer=rng.choice(CANCERS),
        effect=rng.choice(("suppresses tumour", "no effect")),
    )  # fmt: skip


def random_graph(seed: int, path: Path, number: int = CLAIMS) -> Graph:
    """Claims of this seed with the facts about what they name."""
    rng = random.Random(seed)
    rows = [random_row(rng, place) for place in range(1, number + 1)]
    claims, findings = read_claims(write(path / f"{seed}.tsv", *rows))
    assert not errors(findings), errors(findings)
    grounded, _ = ground_claims(claims, vocabulary())
    statuses = {paper: Status(paper, "retracted", "https://example.org", "") for paper in ("PMID:999000001",)}
    made = build.make_graph(grounded, vocabulary(), statuses, Release("random", str(seed), "0"))
    graph = pruned(made)
    assert not errors(check_graph(graph, load_schema()))
    return graph


def pruned(graph: Graph) -> Graph:
    """Without the drugs that no claim leads to: they would take most of the time of a load."""
    upwards: dict[Key, list[Key]] = {}
    for edge in graph.edges:
        upwards.setdefault(edge.source, []).append(edge.target)
    waiting = [node.key for node in graph.nodes if node.label in {"Claim", "Release"}]
    kept: set[Key] = set()
    while waiting:
        key = waiting.pop()
        if key not in kept:
            kept.add(key)
            waiting += upwards.get(key, [])
    edges = tuple(edge for edge in graph.edges if edge.source in kept and edge.target in kept)
    return dataclasses.replace(graph, nodes=tuple(node for node in graph.nodes if node.key in kept), edges=edges)


def random_values(rng: random.Random, query: catalogue.Query, graph: Graph) -> dict[str, Any]:
    """Values for the parameters of a question: mostly things that the graph holds."""

    # of the genes only those that a claim names: databases bring many more
    claimed = {edge.target for edge in graph.edges if edge.source[0] == "Claim"}
    named: dict[str, list[str]] = {label: [] for label in catalogue.LABELS}
    for node in graph.nodes:
        if node.label in named and (node.key in claimed or node.label not in {"Gene", "Publication"}):
            named[node.label].append(node.id)

    def one(parameter: catalogue.Parameter) -> Any:
        if parameter.kind == "integer":
            return rng.randrange(2010, 2021)
        if parameter.kind == "boolean":
            return rng.random() < 0.5
        if parameter.kind in catalogue.LABELS:
            return rng.choice([*named[parameter.kind], "exograph:nothing"])
        if parameter.name == "kind":
            return rng.choice(PREPARATIONS)
        if parameter.name == "publication":
            return rng.choice(named["Publication"])
        return rng.choice(("in vitro", "in vivo") if "model" in parameter.name else EFFECTS)

    sparse = 4 if len(query.parameters) > 8 else 2
    values: dict[str, Any] = {}
    for name, parameter in query.parameters.items():
        given = not parameter.optional or rng.randrange(sparse * (1 + name.startswith("not_"))) == 0
        if parameter.many:
            values[name] = [one(parameter) for _ in range(rng.randrange(1, 3))] if given else []
        else:
            values[name] = one(parameter) if given else None
    return values


def opposites(graph: Graph) -> set[tuple[str, str]]:
    """Pairs of claims that oppose each other, read from the roles alone, as docs/model.md says it."""
    claims = {node.id: node.properties for node in graph.nodes if node.label == "Claim"}
    named: dict[str, set[tuple[str, Key]]] = {claim: set() for claim in claims}
    for edge in graph.edges:
        if edge.type in {"HAS_DRUG", "HAS_CANCER", "HAS_CELL", "HAS_CARGO"}:
            named[edge.source[1]].add((edge.type, edge.target))
    return {
        (one, other)
        for one in claims
        for other in claims
        if claims[one]["family"] == claims[other]["family"]
        and claims[one]["sign"] != claims[other]["sign"]
        and named[one] == named[other]
        and {role for role, _ in named[one]} - {"HAS_CARGO"}
        and claims[other]["status"] != "retracted"
    }


@pytest.mark.parametrize("seed", range(3))
def test_opposing_claims_are_those_of_the_documentation(
    embedded_store: EmbeddedStore, tmp_path: Path, seed: int
) -> None:
    graph = random_graph(seed, tmp_path, 150)
    embedded_store.load(graph)
    claims = [node.id for node in graph.nodes if node.label == "Claim"]
    found = embedded_store.query(catalogue.internal("opposing"), {"claims": claims})
    assert {(row["claim"], row["opposed_by"]) for row in found} == opposites(graph)
    assert len(found) == len(opposites(graph)) > 5


def rows(store: Store, cypher: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    return [{name: ordered(value) for name, value in row.items()} for row in store.query(cypher, values)]


@pytest.mark.neo4j
def test_both_stores_answer_alike(embedded_store: EmbeddedStore, neo4j_store: Neo4jStore, tmp_path: Path) -> None:
    with_rows = dict.fromkeys(catalogue.catalogue(), 0)
    for seed in SEEDS:
        graph = random_graph(seed, tmp_path)
        for store in (embedded_store, neo4j_store):
            assert store.load(graph).counts == graph.counts()
        rng = random.Random(seed)
        for name, query in catalogue.catalogue().items():
            tried = [random_values(rng, query, graph) for _ in range(TRIES)]
            full = next((values for values in tried if embedded_store.query(query.cypher, values)), tried[1])
            for values in (tried[0], full):
                found = rows(embedded_store, query.cypher, values)
                assert found == rows(neo4j_store, query.cypher, values), (seed, name, values)
                with_rows[name] += bool(found)
    assert [name for name, count in with_rows.items() if not count] == [], "questions that never gave a row"


@pytest.mark.neo4j
def test_both_stores_give_the_same_answer(
    embedded_store: EmbeddedStore, neo4j_store: Neo4jStore, tmp_path: Path
) -> None:
    """Whole answers: paths with all their nodes and edges, opposing claims, what is hidden, why there is nothing."""
    graph = random_graph(SEEDS[0], tmp_path)
    stores = (embedded_store, neo4j_store)
    for store in stores:
        store.load(graph)
    asked: list[dict[str, tuple[str, ...]]] = [
        {}, {"cancer": ("glioma",), "drug": ("cisplatin",)}, {"cargo": ("miR-21",), "effect": ("sensitises",)},
        {"modality": ("immunotherapy",)}, {"gene": ("PTEN",), "not_drug": ("cisplatin",), "year": ("2012-2015",)},
        {"drug": ("cetuximab",), "cancer": ("lung cancer",), "cell": ("Treg cell",)}, {"drug": ("vinblastine",)},
    ]  # fmt: skip
    answers = []
    for wanted in asked:
        one, other = (mechanism(store, wanted, names=Names(store, vocabulary())) for store in stores)
        assert one == other, wanted
        answers.append(one)
    assert [answer.nothing is not None for answer in answers][-2:] == [True, True]
    assert any(path.opposed_by for path in answers[0].paths)
    around = [view(store, Term("gene", ("PTEN",)), depth=2) for store in stores]
    assert around[0] == around[1]
    counts = [statistics(store) for store in stores]
    assert {**counts[0], "store": ""} == {**counts[1], "store": ""}
