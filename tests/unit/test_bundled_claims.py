"""The bundled data itself: the worked examples of the design, the reading list, the schema, the lists beside it."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pytest

from exograph import build
from exograph.knowledge.checks import check_graph
from exograph.knowledge.findings import errors
from exograph.knowledge.grounded import GroundedClaim
from exograph.knowledge.model import Edge
from exograph.knowledge.projection import last_edge, objects
from exograph.knowledge.publications import read_statuses
from exograph.knowledge.schema import load_schema
from exograph.knowledge.vocab_checks import check_listed
from exograph.resources import graph_dir
from tests.graphs import bundled_graph, vocabulary

READING_LIST = [*(str(number) for number in range(1, 264)), *(f"I{number}" for number in range(1, 39))]


@functools.cache
def bundled() -> build.Knowledge:
    return build.read()


def claims_of(row: str) -> list[GroundedClaim]:
    return [grounded for grounded in bundled().claims if row in grounded.claim.evidence_rows]


@dataclass(frozen=True)
class Example:
    """What the design says of one claim of a row of the reading list."""

    row: str
    mechanism: str
    last: str
    objects: tuple[str, ...]
    effect: str
    sign: int | None
    markers: tuple[tuple[str, str], ...] = ()
    given: str = "vesicles"
    versus: str = ""


EXAMPLES = (
    Example(
        "38", "LINC01559 -| miR-1343-3p -| PGK1 -> [PI3K/AKT]", "PROMOTES", ("gastric cancer",), "promotes tumour", -1
    ),
    Example("38", "LINC01559 -> EZH2 -| PTEN -| [PI3K/AKT]", "PROMOTES", ("gastric cancer",), "promotes tumour", -1),
    Example("157", "LGALS9 siRNA -| LGALS9", "ACTIVATES_CELL", ("Treg",), "activates immune", 1),
    Example(
        "208", "miR-1827 -| SUCNR1 -> [M2 macrophage]", "PROMOTES", ("colorectal cancer",), "suppresses tumour", -1
    ),
    Example(
        "26", "doxorubicin", "SUPPRESSES", ("colorectal cancer",), "suppresses tumour", 1, versus="free drug"
    ),
    Example(
        "226", "exosome -> [apoptosis]", "SUPPRESSES", ("bladder cancer",), "suppresses tumour", 1,
        markers=(("TP53", "up"), ("BCL2", "down"), ("VEGFA", "down"), ("BAX", "down")),
    ),
    Example("19", "exosome ~ [drug efflux]", "ACTS_ON", ("paclitaxel", "cisplatin"), "sensitises", None),
    Example("19", "exosome ~ [drug efflux]", "ACTS_ON", ("paclitaxel", "carboplatin"), "sensitises", None),
    Example(
        "154", "hsa-miR-34c-5p -| CTNNB1 -> [EMT]", "CONFERS_RESISTANCE_TO", ("ionising radiation",),
        "reverses resistance", -1,
    ),
    Example("108", "", "SENSITISES_TO", ("ionising radiation",), "sensitises", 1, given="cells"),
)  # fmt: skip


def _fits(grounded: GroundedClaim, example: Example) -> bool:
    claim = grounded.claim
    found = [(entry.label, entry.id) for entry in objects(grounded)]
    # by identifier: which of its names a vocabulary calls a thing by may change
    wanted = [vocabulary().ground(name, found[0][0]).candidates for name in example.objects]
    same = sorted(found) == sorted((named[0].label, named[0].id) for named in wanted if named)
    return (claim.notation, claim.effect, same) == (example.mechanism, example.effect, True)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.row} {example.objects[-1]}")
def test_worked_examples_of_the_design(example: Example) -> None:
    fitting = [grounded for grounded in claims_of(example.row) if _fits(grounded, example)]
    assert len(fitting) == 1, [(g.claim.id, g.claim.notation, g.claim.effect) for g in claims_of(example.row)]
    claim = fitting[0].claim
    assert last_edge(fitting[0]) == (example.last, example.sign)
    assert (claim.markers, claim.given, claim.versus) == (example.markers, example.given, example.versus)
    edges = [edge for edge in bundled_graph().edges if edge.properties.get("claim") == claim.id]
    derived = [edge for edge in edges if edge.properties.get("derived")]
    assert {(edge.type, edge.properties.get("sign"), edge.properties["effect"]) for edge in derived} == {
        (example.last, example.sign, example.effect)
    }
    assert len(derived) == len(example.objects)
    assert {edge.properties["step"] for edge in edges} == set(range(max(e.properties["step"] for e in edges) + 1))


def test_rows_with_two_claims() -> None:
    assert len([g for g in claims_of("38") if g.claim.notation.startswith("LINC01559")]) == 2
    assert len(claims_of("19")) == 2


def test_markers_of_an_example_are_not_in_its_path() -> None:
    claim = next(grounded.claim for grounded in claims_of("226") if grounded.claim.markers)
    graph = bundled_graph()
    marked = {e.target for e in graph.edges if e.type == "HAS_MARKER" and e.source == ("Claim", claim.id)}
    path: list[Edge] = [edge for edge in graph.edges if edge.properties.get("claim") == claim.id]
    assert len(marked) == 4
    assert not marked & {key for edge in path for key in (edge.source, edge.target)}


def test_a_regulatory_cell_turns_the_sign() -> None:
    treg = next(grounded for grounded in claims_of("157") if grounded.claim.effect == "activates immune")
    assert treg.cell is not None
    assert treg.cell.role == "regulatory"


def test_a_loaded_vesicle_knows_its_ligand_and_its_comparison() -> None:
    (grounded,) = claims_of("26")
    assert grounded.loaded
    assert "MUC1" in grounded.claim.treatment


def test_a_primed_donor_is_no_treatment_of_the_tumour() -> None:
    primed = [g for g in bundled().claims if g.claim.preparation == "primed" and "Gy" in g.claim.treatment]
    assert primed
    for grounded in primed:
        radiation = [drug for drug in grounded.drugs if drug.name == "ionising radiation"]
        # only where the tumour was irradiated too
        assert not radiation or "radi" in grounded.claim.summary.lower(), grounded.claim.id


def test_every_row_of_the_reading_list_is_a_claim_or_left_out() -> None:
    used = {row for grounded in bundled().claims for row in grounded.claim.evidence_rows}
    lines = (graph_dir() / "left_out.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["row", "reason"]
    pairs = [line.split("\t") for line in lines[1:]]
    assert all(len(pair) == 2 and pair[1].strip() for pair in pairs)
    left_out = [row for row, _ in pairs]
    assert len(left_out) == len(set(left_out))
    assert [row for row in READING_LIST if row not in used and row not in left_out] == []
    assert sorted(used & set(left_out)) == []
    assert sorted((used | set(left_out)) - set(READING_LIST)) == []


def test_the_bundled_graph_has_no_error() -> None:
    assert [str(finding) for finding in errors(bundled().findings)] == []
    assert [str(finding) for finding in errors(check_graph(bundled_graph(), load_schema()))] == []


def test_names_that_no_vocabulary_knows_are_listed() -> None:
    assert [str(finding) for finding in check_listed(bundled().claims, graph_dir() / "unmatched.tsv")] == []


def test_the_status_of_papers_is_theirs() -> None:
    statuses = read_statuses(graph_dir() / "publication_status.tsv")
    papers = {node.id: node for node in bundled_graph().nodes if node.label == "Publication"}
    marked = {identifier: node.properties["status"] for identifier, node in papers.items() if node.name}
    assert {identifier for identifier, status in marked.items() if status != "ok"} == set(statuses) & set(papers)
    assert sorted(set(statuses) - set(papers)) == [], "a status of a paper that no claim cites"
    assert "retracted" in {status.status for status in statuses.values()}
    assert all(status.page.startswith("https://") for status in statuses.values())
    claims = [node for node in bundled_graph().nodes if node.label == "Claim"]
    assert {node.properties["status"] for node in claims} >= {"ok", "retracted"}


def test_all_four_modalities_have_claims() -> None:
    used = {edge.target[1] for edge in bundled_graph().edges if edge.type == "HAS_MODALITY"}
    assert used == {entry.id for entry in vocabulary().entries("Modality")}
