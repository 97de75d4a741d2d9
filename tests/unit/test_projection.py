"""From a claim to its edges: signs, steps, forks, roles."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from exograph.knowledge.checks import check_graph
from exograph.knowledge.effects import SIGNS
from exograph.knowledge.findings import errors
from exograph.knowledge.model import Edge, Graph, Release
from exograph.knowledge.projection import Projected, entry_node, project, setting
from exograph.knowledge.schema import load_schema
from tests.graphs import vocabulary
from tests.tables import grounded, projected

RNG_SEED = 20261125
CHAIN = ("SECRETES", "CARRIES", "ACTIVATES", "REPRESSES", "ACTS_ON", "TESTED_IN")
GENES = ("PTEN", "NUMB", "CCNG1", "AKT1", "EGFR", "STAT3", "CTNNB1", "SOX2", "ABCB1", "ATG5", "CDK6", "ROCK1")
MODALITIES = [entry_node(entry) for entry in vocabulary().entries("Modality")]
NEEDS = {"response": {"cell": ""}, "tumour": {"drug": "", "cell": ""}, "immune": {"drug": ""}}


def steps(found: Projected) -> dict[int, list[Edge]]:
    """Chain edges by step."""
    by_step: dict[int, list[Edge]] = {}
    for edge in found.edges:
        if "step" in edge.properties:
            by_step.setdefault(edge.properties["step"], []).append(edge)
    return by_step


def last(found: Projected) -> list[Edge]:
    return [edge for edge in found.edges if edge.properties.get("derived")]


def roles(found: Projected, kind: str) -> list[str]:
    names = {node.key: node.name for node in (*found.nodes, *MODALITIES)}
    return [names[edge.target] for edge in found.edges if edge.type == kind]


def test_a_chain_from_source_to_cancer(tmp_path: Path) -> None:
    found = projected(tmp_path)
    names = {node.key: node.name for node in found.nodes}
    chain = [edge for step in sorted(steps(found)) for edge in steps(found)[step]]
    assert [(edge.type, names[edge.target]) for edge in chain] == [
        ("SECRETES", "bone marrow MSC exosomes"),
        ("CARRIES", "miR-21"),
        ("REPRESSES", "PTEN"),
        ("SENSITISES_TO", "cisplatin"),  # miR-21 lowers PTEN and confers resistance: PTEN itself sensitises
        ("TESTED_IN", "hepatocellular carcinoma"),
    ]
    assert [edge.properties.get("sign") for edge in chain] == [None, None, -1, 1, None]
    assert [edge.properties["step"] for edge in chain] == [0, 1, 2, 3, 4]
    assert {edge.properties["claim"] for edge in chain} == {"PMID:999000001/1"}
    assert {edge.properties["publication"] for edge in chain} == {"PMID:999000001"}
    assert [edge.properties.get("effect") for edge in chain] == [None, None, None, "confers resistance", None]
    assert len({edge.id for edge in chain}) == 5


def test_an_edge_without_a_sign_has_no_sign_property(tmp_path: Path) -> None:
    assert all("sign" not in edge.properties for edge in steps(projected(tmp_path))[0])


@pytest.mark.parametrize(
    ("changed", "kind", "sign"),
    [
        ({"effect": "sensitises"}, "CONFERS_RESISTANCE_TO", -1),
        ({"effect": "reverses resistance"}, "CONFERS_RESISTANCE_TO", -1),
        ({"effect": "confers resistance"}, "SENSITISES_TO", 1),
        ({"effect": "no effect"}, "NO_EFFECT_ON", 0),
        ({"effect": "suppresses tumour"}, "PROMOTES", -1),
        ({"effect": "promotes tumour"}, "SUPPRESSES", 1),
        ({"effect": "activates immune", "cell": "CD8 T cell"}, "SUPPRESSES_CELL", -1),
        ({"effect": "suppresses immune", "cell": "CD8 T cell"}, "ACTIVATES_CELL", 1),
        ({"effect": "activates immune", "cell": "Treg cell"}, "ACTIVATES_CELL", 1),
        ({"effect": "suppresses immune", "cell": "Treg cell"}, "SUPPRESSES_CELL", -1),
        ({"effect": "sensitises", "mechanism": "miR-21 -> PTEN"}, "SENSITISES_TO", 1),
        ({"effect": "sensitises", "mechanism": "miR-21"}, "SENSITISES_TO", 1),
        ({"effect": "sensitises", "mechanism": "miR-21 ~ PTEN"}, "ACTS_ON", None),
        ({"effect": "sensitises", "mechanism": "miR-21 -| PTEN ~ AKT1 -> [Wnt]"}, "ACTS_ON", None),
        ({"effect": "no effect", "mechanism": "miR-21 ~ PTEN"}, "NO_EFFECT_ON", 0),
    ],
    ids=lambda value: ", ".join(value.values()) if isinstance(value, dict) else str(value),
)
def test_the_last_edge_says_what_the_last_molecule_does(
    tmp_path: Path, changed: dict[str, str], kind: str, sign: int | None
) -> None:
    found = last(projected(tmp_path, **changed))
    assert [(edge.type, edge.properties.get("sign")) for edge in found] == [(kind, sign)]
    assert found[0].properties["effect"] == changed["effect"]


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        ({}, "Drug"),
        ({"cell": "macrophage"}, "Drug"),
        ({"drug": "", "cell": "macrophage"}, "ImmuneCell"),
        ({"drug": ""}, "Cancer"),
    ],
)
def test_no_effect_is_on_the_drug_else_the_cell_else_the_cancer(
    tmp_path: Path, changed: dict[str, str], label: str
) -> None:
    assert [edge.target[0] for edge in last(projected(tmp_path, effect="no effect", **changed))] == [label]


def test_siblings_fork_and_meet_again(tmp_path: Path) -> None:
    by_step = steps(projected(tmp_path, mechanism="miR-21 -| PTEN, NUMB -> AKT1", effect="confers resistance"))
    assert [len(by_step[step]) for step in sorted(by_step)] == [1, 1, 2, 2, 1, 1]
    assert {edge.type for edge in by_step[3]} == {"ACTIVATES"}


def test_two_drugs_given_together_are_one_claim(tmp_path: Path) -> None:
    found = projected(tmp_path, drug="paclitaxel + cisplatin", mechanism="exosome ~ [drug efflux]", cargo_kind="")
    assert [(edge.type, edge.source[0]) for edge in last(found)] == [("ACTS_ON", "Pathway")] * 2
    assert roles(found, "HAS_DRUG") == ["paclitaxel", "cisplatin"]
    assert len(steps(found)[3]) == 2
    assert [node.label for node in found.nodes].count("Claim") == 1


def test_several_cancers_pooled(tmp_path: Path) -> None:
    found = projected(tmp_path, cancer="gastric cancer; hepatocellular carcinoma")
    assert len(steps(found)[4]) == 2
    assert len(roles(found, "HAS_CANCER")) == 2


def test_without_a_mechanism_the_last_edge_starts_at_the_vesicle(tmp_path: Path) -> None:
    found = projected(tmp_path, mechanism="", cargo_kind="")
    assert [(edge.type, edge.source[0]) for edge in last(found)] == [("CONFERS_RESISTANCE_TO", "Exosome")]
    assert roles(found, "HAS_CARGO") == []


def test_a_drug_without_a_cancer_is_tested_in_none(tmp_path: Path) -> None:
    assert "TESTED_IN" not in {edge.type for edge in projected(tmp_path, cancer="").edges}


def test_a_marker_is_a_role_and_no_step(tmp_path: Path) -> None:
    found = projected(tmp_path, markers="BAX up, BCL2 down, miR-122 up")
    marked = {edge.target: edge.properties["direction"] for edge in found.edges if edge.type == "HAS_MARKER"}
    assert sorted(marked.values()) == ["down", "up", "up"]
    assert {key[0] for key in marked} == {"Gene", "Cargo"}
    assert not {key for edges in steps(found).values() for edge in edges for key in (edge.source, edge.target)} & set(
        marked
    )


def test_a_cell_on_the_way_is_the_claims_too(tmp_path: Path) -> None:
    found = projected(tmp_path, effect="suppresses tumour", mechanism="miR-21 -| PTEN -> [M2 macrophage]", drug="")
    assert roles(found, "HAS_CELL") == ["M2 macrophage"]
    assert roles(found, "HAS_MODALITY") == ["immunotherapy"]
    assert [edge.source[0] for edge in last(found)] == ["ImmuneCell"]


def test_modality_is_derived(tmp_path: Path) -> None:
    assert roles(projected(tmp_path), "HAS_MODALITY") == ["chemotherapy"]
    assert roles(projected(tmp_path, drug="ionising radiation"), "HAS_MODALITY") == ["radiotherapy"]
    both = projected(tmp_path, cell="macrophage")
    assert sorted(roles(both, "HAS_MODALITY")) == ["chemotherapy", "immunotherapy"]
    background = projected(tmp_path, drug="", cancer="", cell="macrophage", effect="suppresses immune")
    assert roles(background, "HAS_MODALITY") == []


def test_a_molecule_that_is_carried_and_targeted_is_two_nodes(tmp_path: Path) -> None:
    found = projected(tmp_path, mechanism="PTEN -> PTEN", cargo_kind="protein")
    assert {node.label for node in found.nodes if node.name == "PTEN"} == {"Cargo", "Gene"}


def test_a_claim_keeps_its_words(tmp_path: Path) -> None:
    found = projected(tmp_path, given="cells", exosome="primed: hypoxia", species="human; mouse")
    claim = next(node for node in found.nodes if node.label == "Claim").properties
    assert (claim["given"], claim["species"], claim["sign"], claim["family"]) == (
        "cells",
        "human; mouse",
        -1,
        "response",
    )
    vesicle = next(node for node in found.nodes if node.label == "Exosome")
    assert (vesicle.name, vesicle.properties["treatment"]) == ("bone marrow MSC exosomes (primed: hypoxia)", "hypoxia")
    assert claim["loaded"] is False


def test_another_preparation_is_another_exosome(tmp_path: Path) -> None:
    changes: list[dict[str, str]] = [
        {}, {"source": "adipose tissue"}, {"exosome": "primed: 2 Gy"}, {"exosome": "engineered: 2 Gy"},
        {"vesicle": "microvesicles"},
    ]  # fmt: skip
    found = [next(n.id for n in projected(tmp_path, **change).nodes if n.label == "Exosome") for change in changes]
    assert len(set(found)) == len(changes)
    assert found[0] == next(n.id for n in projected(tmp_path, drug="paclitaxel").nodes if n.label == "Exosome")


def changed_nodes(found: Projected) -> dict[str, int | None]:
    """`HAS_TARGET PTEN` -> its running sign, of every role edge that may have one."""
    names = {node.key: node.name for node in found.nodes}
    kinds = ("HAS_CARGO", "HAS_TARGET", "HAS_PATHWAY", "HAS_CELL")
    return {
        f"{edge.type.removeprefix('HAS_').lower()} {names[edge.target]}": edge.properties.get("change")
        for edge in found.edges
        if edge.type in kinds
    }


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, {"cargo miR-21": 1, "target PTEN": -1}),
        ({"mechanism": "miR-21 -| PTEN -| AKT1 -> [Wnt]"},
         {"cargo miR-21": 1, "target PTEN": -1, "target AKT1": 1, "pathway Wnt": 1}),
        ({"mechanism": "miR-21 -| PTEN ~ AKT1 -> [Wnt]"},
         {"cargo miR-21": 1, "target PTEN": -1, "target AKT1": None, "pathway Wnt": None}),
        ({"mechanism": "exosome -> [Wnt]", "cargo_kind": ""}, {"pathway Wnt": 1}),
        # two ways that disagree, and two that agree
        ({"mechanism": "miR-21 -| PTEN -| AKT1 -> PTEN"}, {"cargo miR-21": 1, "target PTEN": None, "target AKT1": 1}),
        ({"mechanism": "miR-21 -| PTEN -> AKT1 -> PTEN"}, {"cargo miR-21": 1, "target PTEN": -1, "target AKT1": -1}),
        # carried, whatever the mechanism does to it afterwards
        ({"mechanism": "miR-21 -| PTEN -> miR-21"}, {"cargo miR-21": 1, "target PTEN": -1, "target miR-21": None}),
        ({"drug": "", "effect": "activates immune", "cell": "Treg cell"},
         {"cargo miR-21": 1, "target PTEN": -1, "cell Treg cell": -1}),
        ({"drug": "", "effect": "activates immune", "cell": "CD8 T cell", "mechanism": "miR-21 ~ PTEN"},
         {"cargo miR-21": 1, "target PTEN": None, "cell CD8+ T cell": 1}),
        ({"drug": "", "effect": "suppresses immune", "cell": "CD8 T cell",
          "mechanism": "miR-21 ~ [CD8 T cell] -> [Wnt]"},
         {"cargo miR-21": 1, "cell CD8+ T cell": -1, "pathway Wnt": None}),
        ({"drug": "", "effect": "suppresses immune", "cell": "CD8 T cell",
          "mechanism": "miR-21 -> [CD8 T cell] -> [Wnt]"},
         {"cargo miR-21": 1, "cell CD8+ T cell": None, "pathway Wnt": 1}),
        ({"drug": "", "effect": "no effect", "cell": "CD8 T cell"},
         {"cargo miR-21": 1, "target PTEN": -1, "cell CD8+ T cell": None}),
        # the effect speaks of the tumour: of the cell only what the mechanism says
        ({"drug": "", "effect": "suppresses tumour", "cell": "CD8 T cell", "mechanism": "miR-21 -| [M2 macrophage]"},
         {"cargo miR-21": 1, "cell CD8+ T cell": None, "cell M2 macrophage": -1}),
    ],
    ids=lambda value: ", ".join(value.values()) if "effect" in value or "mechanism" in value else "told",
)  # fmt: skip
def test_the_running_sign(tmp_path: Path, changed: dict[str, str], told: dict[str, int | None]) -> None:
    assert changed_nodes(projected(tmp_path, **changed)) == told


def setting_of(found: Projected) -> tuple[str, str]:
    """Id and name of the one setting of a claim."""
    (edge,) = (edge for edge in found.edges if edge.type == "IN_SETTING")
    (node,) = (node for node in found.nodes if node.key == edge.target)
    return node.id, node.name


def test_claims_that_may_oppose_share_a_setting(tmp_path: Path) -> None:
    first = setting_of(projected(tmp_path))
    assert first[1] == "response: cisplatin / hepatocellular carcinoma / miR-21"
    for same in ({"effect": "sensitises"}, {"effect": "no effect"}, {"source": "adipose tissue", "model": "in vivo"},
                 {"mechanism": "miR-21 -> [Wnt]"}, {"mechanism": "miR-21"}):  # fmt: skip
        assert setting_of(projected(tmp_path, **same)) == first
    assert setting_of(projected(tmp_path, drug="paclitaxel + cisplatin")) == setting_of(
        projected(tmp_path, drug="cisplatin + paclitaxel")
    )


def test_what_is_another_setting(tmp_path: Path) -> None:
    changes: list[dict[str, str]] = [
        {}, {"effect": "suppresses tumour"}, {"drug": "carboplatin"}, {"drug": "cisplatin + paclitaxel"},
        {"cancer": "glioma"}, {"cancer": ""}, {"cell": "macrophage"}, {"mechanism": "miR-122 -| PTEN"},
        {"mechanism": "exosome -> [Wnt]", "cargo_kind": ""}, {"mechanism": "miR-21 -| PTEN -> [M2 macrophage]"},
    ]  # fmt: skip
    assert len({setting_of(projected(tmp_path, **changed)) for changed in changes}) == len(changes)


def test_without_drug_cancer_and_cell_there_is_no_setting(tmp_path: Path) -> None:
    bare = replace(grounded(tmp_path), drugs=(), cancers=(), cell=None)
    assert setting(bare) is None
    assert "IN_SETTING" not in {edge.type for edge in project(bare, vocabulary(), {}).edges}


def _random_mechanism(rng: random.Random) -> str:
    genes = rng.sample(GENES, k=len(GENES))
    text = rng.choice(("exosome", "miR-21", "miR-122, miR-21"))
    length = rng.randrange(1 if text == "exosome" else 0, 5)
    for _ in range(length):
        group = ", ".join(genes.pop() for _ in range(rng.choice((1, 1, 2))))
        arrow = rng.choices((" -> ", " -| ", " ~ "), weights=(4, 4, 1))[0]
        # nothing acts on itself: the notation refuses that
        text += arrow + (group if rng.random() < 0.8 or text.endswith("[Wnt]") else "[Wnt]")
    return text


def _random_claim(rng: random.Random) -> dict[str, str]:
    effect = rng.choice(list(SIGNS))
    family = rng.choice(list(NEEDS))
    mechanism = _random_mechanism(rng)
    changed = {
        "effect": effect, "mechanism": mechanism, "cargo_kind": "" if mechanism.startswith("exosome") else "miRNA",
        "drug": rng.choice(("cisplatin", "paclitaxel + cisplatin", "ionising radiation")),
        "cell": rng.choice(("CD8 T cell", "Treg cell", "macrophage", "M2 macrophage")),
        "cancer": rng.choice(("glioma", "gastric cancer; breast cancer")),
    }  # fmt: skip
    return {**changed, **(NEEDS[family] if effect == "no effect" else {})}


def _product(found: Projected) -> int | None:
    """Product of the signs along the chain, times the role of the cell that the last edge points to."""
    product = 1
    for edges in steps(found).values():
        if edges[0].type in ("SECRETES", "CARRIES", "TESTED_IN"):
            continue
        signs = {edge.properties.get("sign") for edge in edges}
        assert len(signs) == 1
        sign = signs.pop()
        if sign is None:
            return None
        product *= sign
    cell = {node.key: node for node in found.nodes}[last(found)[0].target]
    regulatory = cell.label == "ImmuneCell" and cell.properties["role"] == "regulatory"
    return -product if regulatory else product


def _told(found: Projected) -> dict[tuple[str, str], int]:
    """The running signs that the role edges hold, but for cargos: they are carried."""
    return {
        edge.target: edge.properties["change"]
        for edge in found.edges
        if "change" in edge.properties and edge.type != "HAS_CARGO"
    }


def _walked(found: Projected) -> dict[tuple[str, str], int]:
    """The same from the chain: every way from the vesicle to a node, the signs of its edges multiplied."""
    (start,) = (edge.target for edge in found.edges if edge.type == "SECRETES")
    reached: dict[tuple[str, str], set[int]] = {}
    ways = [(start, 1, 0)]
    while ways:
        place, amount, step = ways.pop()
        for edge in steps(found).get(step + 1, []):
            if edge.source != place or edge.type in ("TESTED_IN", "NO_EFFECT_ON"):
                continue
            now = amount * (1 if edge.type == "CARRIES" else edge.properties.get("sign") or 0)
            if edge.type == "ACTS_ON" and edge.properties.get("derived") and edge.target[0] == "ImmuneCell":
                cell = next(node for node in found.nodes if node.key == edge.target)
                claim = next(node for node in found.nodes if node.label == "Claim").properties
                now = claim["sign"] * (-1 if cell.properties["role"] == "regulatory" else 1)
            reached.setdefault(edge.target, set()).add(now)
            ways.append((edge.target, now, step + 1))
    carried = {edge.target for edge in steps(found).get(1, []) if edge.type == "CARRIES"}
    told = {key: signs.pop() for key, signs in reached.items() if len(signs) == 1 and key not in carried}
    return {key: sign for key, sign in told.items() if sign and key[0] in ("Cargo", "Gene", "Pathway", "ImmuneCell")}


def test_the_product_along_any_chain_is_the_claims_effect(tmp_path: Path) -> None:
    rng = random.Random(RNG_SEED)
    without_sign = 0
    for _ in range(300):
        changed = _random_claim(rng)
        found = projected(tmp_path, **changed)
        product, wanted = _product(found), SIGNS[changed["effect"]]
        tilde = " ~ " in changed["mechanism"]
        without_sign += tilde and wanted != 0
        assert product == (None if tilde else wanted), changed
        if tilde and wanted != 0:
            assert {(edge.type, edge.properties.get("sign")) for edge in last(found)} == {("ACTS_ON", None)}
        nodes = {node.key: node for node in (*found.nodes, *MODALITIES)}
        edges = {edge.id: edge for edge in found.edges}
        assert len(edges) == len(found.edges)
        graph = Graph(tuple(nodes[key] for key in sorted(nodes)), tuple(found.edges), Release("r", "s", "v"))
        assert errors(check_graph(graph, load_schema())) == []
        every = sorted(steps(found))
        assert every == list(range(len(every)))
        assert _told(found) == _walked(found), changed
    assert without_sign > 20
