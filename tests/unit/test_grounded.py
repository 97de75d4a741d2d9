"""Names of a claim as identifiers: what is an error, what a warning, and the rules that need both."""

from __future__ import annotations

from pathlib import Path

import pytest

from exograph.knowledge.findings import Finding
from exograph.knowledge.grounded import GroundedClaim, ground_claim, unmatched_id
from exograph.knowledge.rows import read_claims
from tests.graphs import vocabulary
from tests.tables import cells, write


def ground(path: Path, **changed: str) -> tuple[GroundedClaim, list[Finding]]:
    claims, findings = read_claims(write(path / "mine.tsv", cells(**changed)))
    assert [finding for finding in findings if finding.severity == "error"] == []
    return ground_claim(claims[0], vocabulary())


def test_names_become_entries(tmp_path: Path) -> None:
    grounded, findings = ground(tmp_path, markers="BAX up", cell="CD8+ T cells")
    assert findings == []
    assert (grounded.source.label, grounded.cargo[0].kind, grounded.steps[0].sign) == ("MscSource", "miRNA", -1)
    assert [entry.name for entry in grounded.drugs] == ["cisplatin"]
    assert grounded.cell is not None
    assert grounded.cell.role == "effector"
    assert grounded.unmatched == ()


@pytest.mark.parametrize(
    ("changed", "severity", "column", "says"),
    [
        ({"drug": "snake oil"}, "warning", "drug", "no vocabulary knows the Drug"),
        ({"drug": "cisplatine"}, "warning", "drug", "nearest: cisplatin"),
        ({"cancer": "measles"}, "warning", "cancer", "no vocabulary knows the Cancer"),
        ({"source": "blood"}, "warning", "source", "no vocabulary knows the MscSource"),
        ({"mechanism": "miR-21 -| NOSUCHGENE1"}, "warning", "mechanism", "NOSUCHGENE1"),
        ({"mechanism": "miR-21 -> [no such process]"}, "warning", "mechanism", "Pathway"),
        ({"markers": "NOSUCHGENE1 up"}, "warning", "markers", "NOSUCHGENE1"),
        ({"mechanism": "miR-99999 -| PTEN"}, "warning", "mechanism", "miR-99999"),
        ({"cargo_kind": "protein"}, "warning", "mechanism", "known as miRNA, not as protein"),
        ({"cell": "hepatocyte"}, "error", "cell", "vocab/cells.tsv"),
        ({"mechanism": "miR-21 -| p40"}, "error", "mechanism", "stands for several"),
        ({"drug": "cisplatin + Platinol"}, "error", "drug", "cisplatin stands twice"),
        ({"cancer": "glioma; gliomas"}, "error", "cancer", "stands twice"),
        ({"mechanism": "miR-21, miRNA-21 -| PTEN"}, "error", "mechanism", "miR-21 stands twice"),
        ({"mechanism": "miR-21 -| PTEN, pten"}, "error", "mechanism", "PTEN stands twice"),
        ({"markers": "BAX up, BAX down"}, "error", "markers", "BAX stands twice"),
        ({"versus": "free drug"}, "error", "versus", "leave `versus` empty"),
        ({"mechanism": "cisplatin", "cargo_kind": "drug"}, "error", "effect", "itself"),
        (
            {"mechanism": "cisplatin", "cargo_kind": "drug", "drug": "cisplatin + paclitaxel"},
            "error", "effect", "itself",
        ),
        (
            {"mechanism": "miR-21 -> [macrophage]", "effect": "activates immune", "cell": "macrophage"},
            "error", "mechanism", "the cell acted on",
        ),
    ],
    ids=lambda value: "; ".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else "",
)  # fmt: skip
def test_what_is_found(tmp_path: Path, changed: dict[str, str], severity: str, column: str, says: str) -> None:
    _, findings = ground(tmp_path, **changed)
    found = [finding for finding in findings if "a miRNA that activates" not in finding.message]
    assert [(finding.severity, finding.column) for finding in found] == [(severity, column)], found
    assert says in f"{found[0].message} {found[0].repair}"
    assert found[0].line == 2
    assert found[0].repair


@pytest.mark.parametrize(
    "changed",
    [
        {"mechanism": "cisplatin", "cargo_kind": "drug", "effect": "suppresses tumour", "versus": "free drug"},
        {"mechanism": "cisplatin", "cargo_kind": "drug", "effect": "no effect", "versus": "free drug"},
        {"mechanism": "doxorubicin", "cargo_kind": "drug", "effect": "sensitises"},  # to another drug
        {"mechanism": "miR-21 -| PTEN -> [macrophage]", "effect": "suppresses tumour", "cell": "macrophage"},
    ],
    ids=lambda changed: " ".join(changed.values()),
)
def test_what_is_fine(tmp_path: Path, changed: dict[str, str]) -> None:
    assert ground(tmp_path, **changed)[1] == []


def test_loaded_means_the_tested_drug_itself(tmp_path: Path) -> None:
    own = {"mechanism": "cisplatin", "cargo_kind": "drug", "effect": "suppresses tumour"}
    assert ground(tmp_path, **own)[0].loaded
    assert not ground(tmp_path, **{**own, "drug": "paclitaxel"})[0].loaded
    assert not ground(tmp_path)[0].loaded


def test_an_unmatched_name_keeps_its_name(tmp_path: Path) -> None:
    grounded, _ = ground(tmp_path, drug="Snake oil (№ 5)")
    assert (grounded.drugs[0].name, grounded.drugs[0].id) == ("Snake oil (№ 5)", "exograph:unmatched/snake-oil-5")
    assert [(one.label, one.text) for one in grounded.unmatched] == [("Drug", "Snake oil (№ 5)")]


def test_unmatched_names_differ_in_their_id() -> None:
    names = ("snake oil", "snake oil 2", "№", "№№", "αβ")
    assert len({unmatched_id(name) for name in names}) == len(names)
    assert unmatched_id("Snake  Oil") == unmatched_id("snake-oil")
