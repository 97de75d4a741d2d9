"""A path in one line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exograph.questions.answer import Path, PathEdge
from exograph.views.line import mechanism, one_line
from tests.unit.answers import HOSTILE, WORKED, all_effects, make_path, node

EFFECT_LINES = [
    "bone marrow MSC exosomes > miR-122-5p -| CCNG1, ADAM10 => sensitises to sorafenib in hepatocellular carcinoma",
    "adipose tissue MSC exosomes > miR-1236 -| SLC9A1 -> [Wnt] => reverses resistance to cisplatin in breast cancer",
    "bone marrow MSC exosomes > PSMA3-AS1 -> PSMA3 -> [proteasome] => confers resistance to proteasome inhibitors"
    " in multiple myeloma",
    "bone marrow MSC exosomes > miR-144 -| CCNE1, CCNE2 => suppresses non-small cell lung cancer",
    "bone marrow MSC exosomes -> [Wnt] => promotes breast cancer",
    "bone marrow MSC exosomes > IL2 => more CD8+ T cell activity in melanoma",
    "bone marrow MSC exosomes => less NK cell activity",
    "bone marrow MSC exosomes => no effect on sunitinib in renal cell carcinoma",
]
WORKED_LINES = {
    "38a": "bone marrow MSC exosomes > LINC01559 -| miR-1343-3p -| PGK1 -> [PI3K/AKT] => promotes gastric cancer",
    "38b": "bone marrow MSC exosomes > LINC01559 -> EZH2 -| PTEN -| [PI3K/AKT] => promotes gastric cancer",
    "157": "bone marrow MSC exosomes > LGALS9 siRNA -| LGALS9 => fewer Treg cells in pancreatic cancer",
    "208": "bone marrow MSC exosomes > miR-1827 -| SUCNR1 -> [M2 macrophage] => suppresses colorectal cancer",
    "26": "bone marrow MSC exosomes (engineered: MUC1 aptamer) > doxorubicin => suppresses colorectal cancer"
    " (loaded with doxorubicin, versus free drug)",
    "226": "bone marrow MSC exosomes -> [apoptosis] => suppresses breast cancer",
    "19": "bone marrow MSC exosomes ~ [drug efflux] => sensitises to paclitaxel + cisplatin in cervical cancer",
    "154": "bone marrow MSC exosomes > hsa-miR-34c-5p -| CTNNB1 -> [EMT] => reverses resistance to ionising radiation"
    " in nasopharyngeal carcinoma",
    "108": "bone marrow MSCs => suppresses lung cancer (given: cells)",
    "260": "umbilical cord MSC exosomes (primed: 2 Gy) => suppresses melanoma",
}


@pytest.mark.parametrize(("path", "line"), list(zip(all_effects(), EFFECT_LINES, strict=True)))
def test_each_effect_has_its_words(path: Path, line: str) -> None:
    assert one_line(path) == line


@pytest.mark.parametrize("row", sorted(WORKED))
def test_worked_examples_of_the_design(row: str) -> None:
    assert one_line(WORKED[row]) == WORKED_LINES[row]


@pytest.mark.parametrize("path", [*all_effects(), *WORKED.values()], ids=lambda path: path.claim)
def test_the_derived_edge_is_never_read_out(path: Path) -> None:
    line = one_line(path)
    assert not any(edge.type in line for edge in path.edges)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("cells", "umbilical cord MSCs (primed: 2 Gy) > miR-1"),
        ("conditioned medium", "conditioned medium of umbilical cord MSCs (primed: 2 Gy) > miR-1"),
        ("secretome", "secretome of umbilical cord MSCs (primed: 2 Gy) > miR-1"),
        ("inferred", "umbilical cord MSC exosomes (primed: 2 Gy) > miR-1"),
    ],
)
def test_no_vesicle_is_named_where_none_was_given(given: str, said: str) -> None:
    path = make_path(mechanism="miR-1", drugs=["cisplatin"], source="umbilical cord", given=given,
                     exosome="umbilical cord MSC exosomes (primed: 2 Gy)")  # fmt: skip
    assert one_line(path).startswith(f"{said} => ")
    bare = make_path(mechanism="miR-1", drugs=["cisplatin"], source="unspecified", given="cells")
    assert one_line(bare).startswith("MSCs > miR-1")


def test_immune_effects_say_what_became_of_the_cells() -> None:
    path = make_path(effect="suppresses immune", mechanism="IL10", cell="Treg cell")
    assert one_line(path) == "bone marrow MSC exosomes > IL10 => more Treg cells"
    unsaid = replace(path, changes={})
    assert one_line(unsaid) == "bone marrow MSC exosomes > IL10 => changed Treg cells"


@pytest.mark.parametrize("given", ["cells", "conditioned medium", "secretome", "inferred"])
def test_whatever_else_than_vesicles_was_given_is_shown(given: str) -> None:
    assert f"(given: {given})" in one_line(make_path(effect="suppresses tumour", cancers=["glioma"], given=given))
    assert "given" not in one_line(make_path(effect="suppresses tumour", cancers=["glioma"]))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"effect": "sensitises", "drugs": ["cisplatin"]}, "sensitises to cisplatin (no cancer named)"),
        ({"effect": "sensitises", "cancers": ["glioma"]}, "sensitises to treatment (no drug named) in glioma"),
        ({"effect": "promotes tumour"}, "promotes the tumour (no cancer named)"),
        ({"effect": "activates immune", "cancers": ["glioma"]}, "activates immunity (no cell named) in glioma"),
        ({"effect": "no effect"}, "no effect on the tumour (no cancer named)"),
        ({"effect": "no effect", "cell": "T cell"}, "no effect on T cells"),
        ({"effect": "no effect", "cancers": ["glioma"]}, "no effect on glioma"),
    ],
)
def test_a_missing_role_is_said(fields: dict[str, Any], said: str) -> None:
    assert one_line(make_path(**fields)) == f"bone marrow MSC exosomes => {said}"


def test_a_load_that_is_no_better_than_the_free_drug() -> None:
    path = make_path(effect="no effect", mechanism="doxorubicin", drugs=["doxorubicin"], cancers=["glioma"],
                     versus="free drug")  # fmt: skip
    assert one_line(path).endswith(
        "=> no effect beyond free drug in glioma (loaded with doxorubicin, versus free drug)"
    )


def test_a_drug_beside_the_loaded_one_is_named() -> None:
    path = make_path(effect="suppresses tumour", mechanism="doxorubicin", drugs=["doxorubicin", "cisplatin"],
                     cancers=["glioma"])  # fmt: skip
    assert one_line(path).endswith("=> suppresses glioma, with cisplatin (loaded with doxorubicin)")


def test_an_unspecified_tissue_is_not_called_a_tissue() -> None:
    path = make_path(effect="suppresses tumour", cancers=["glioma"], source="unspecified")
    assert one_line(path) == "MSC exosomes => suppresses glioma"


def test_an_assembled_path_without_notation_is_written_from_its_edges() -> None:
    written = "miR-21 -| PTEN, PDCD4 -> [PI3K/AKT] ~ BCL2"
    whole = make_path(effect="promotes tumour", mechanism=written, cancers=["glioma"], kind="assembled")
    bare = make_path(effect="promotes tumour", mechanism=written, cancers=["glioma"], kind="assembled")
    object.__setattr__(bare, "mechanism", "")
    assert mechanism(bare) == mechanism(whole) == written
    assert one_line(bare).endswith("=> promotes glioma (assembled: a hypothesis)")


def test_an_assembled_path_that_starts_at_a_molecule() -> None:
    cargo, gene, cancer = node("Cargo", "miR-21"), node("Gene", "PTEN"), node("Cancer", "glioma")
    path = make_path(effect="promotes tumour", kind="assembled")
    object.__setattr__(path, "nodes", (cargo, gene, cancer))
    object.__setattr__(
        path,
        "edges",
        (
            PathEdge("1", "REPRESSES", cargo.key, gene.key, 2, -1, origin="miRTarBase"),
            PathEdge("2", "SUPPRESSES", gene.key, cancer.key, 3, 1, derived=True),
        ),
    )
    assert one_line(path) == "miR-21 -| PTEN => promotes glioma (assembled: a hypothesis)"


def test_hostile_names_stay_on_one_line() -> None:
    path = make_path(mechanism=f"{HOSTILE} -| X", drugs=[HOSTILE], cancers=[HOSTILE], exosome=HOSTILE, given=HOSTILE)
    line = one_line(path)
    assert line.isprintable()
    assert "\\x1b[31m" in line
