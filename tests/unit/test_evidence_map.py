"""The evidence map against what the claims themselves say, and alike on both stores."""

from __future__ import annotations

from collections import defaultdict

import pytest

from exograph.errors import UsageError
from exograph.questions.answer import Path
from exograph.questions.evidence_map import KINDS, EvidenceMap, evidence_map
from exograph.questions.options import condition
from exograph.questions.question import Term
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from tests.graphs import fixture_graph

LABELS = {
    "source": "MscSource", "pathway": "Pathway", "drug": "Drug", "cancer": "Cancer", "cell": "ImmuneCell",
}  # fmt: skip


def said(found: EvidenceMap) -> dict[tuple[str, str], tuple[str, int, tuple[str, ...]]]:
    """{(row, column): (direction, papers, claims)}"""
    return {
        (found.rows[cell.row].name, found.columns[cell.column].name): (cell.direction, cell.papers, cell.claims)
        for cell in found.cells
    }


def test_four_claims_on_both_stores(store: Store) -> None:
    store.load(fixture_graph("joins.tsv"))
    found = evidence_map(store, "gene", "drug")
    assert said(found) == {
        ("NUMB", "cisplatin"): ("+", 1, ("PMID:3/1",)), ("NUMB", "temozolomide"): ("-", 1, ("PMID:3/2",)),
        ("PTEN", "cisplatin"): ("+", 1, ("PMID:1/1",)), ("PTEN", "temozolomide"): ("-", 1, ("PMID:2/1",)),
    }  # fmt: skip
    # PTEN is named by two papers, NUMB by one with two experiments
    assert [(term.name, term.papers, term.claims) for term in found.rows] == [("PTEN", 2, 2), ("NUMB", 1, 2)]
    assert (found.papers, len(found.claims)) == (3, 4)
    assert said(evidence_map(store, "source", "cancer")) == {
        ("adipose tissue", "glioblastoma"): ("-", 1, ("PMID:2/1",)),
        ("bone marrow", "glioblastoma"): ("-", 1, ("PMID:3/2",)),
        ("bone marrow", "hepatocellular carcinoma"): ("+", 2, ("PMID:1/1", "PMID:3/1")),
    }


def test_mixed_and_words(embedded_store: EmbeddedStore) -> None:
    embedded_store.load(fixture_graph("joins.tsv"))
    assert said(evidence_map(embedded_store, "gene", "model"))["PTEN", "in vitro"] == (
        "mixed", 2, ("PMID:1/1", "PMID:2/1"),
    )  # fmt: skip
    assert [term.name for term in evidence_map(embedded_store, "effect", "year").rows] == [
        "sensitises", "confers resistance",
    ]  # fmt: skip
    found = evidence_map(embedded_store, "cell", "year")
    assert [(term.name, term.named, term.claims) for term in found.rows] == [("none named", False, 4)]


def terms(path: Path, kind: str) -> set[str]:
    """What a path names, read from the path alone."""
    if kind == "effect":
        return {path.effect}
    if kind == "model":
        return {"none named"} if path.model == "unspecified" else set(path.model.split(" + "))
    if kind == "year":
        return {str(path.paper.year)} if path.paper.year else {"none named"}
    if kind == "modality":
        return set(path.modalities) or {"none named"}
    if kind == "cargo":
        carried = {edge.target for edge in path.edges if edge.type == "CARRIES"}
        return {node.name for node in path.nodes if node.key in carried} or {"none named"}
    return {node.name for node in path.of(LABELS[kind])} or {"none named"}


@pytest.mark.parametrize(
    ("rows", "columns"),
    [("cancer", "drug"), ("cargo", "cancer"), ("source", "cell"), ("pathway", "modality"), ("effect", "year"),
     ("model", "source")],
)  # fmt: skip
def test_bundled_maps_hold_what_the_claims_say(bundled_store: EmbeddedStore, rows: str, columns: str) -> None:
    found = evidence_map(bundled_store, rows, columns)
    expected: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in found.claims:
        for row in terms(path, rows):
            for column in terms(path, columns):
                expected[row, column].add(path.claim)
    assert {at: set(claims) for at, (_, _, claims) in said(found).items()} == expected
    signs = {path.claim: path.sign for path in found.claims}
    papers = {path.claim: path.paper.id for path in found.claims}
    for cell in found.cells:
        assert cell.papers == len({papers[claim] for claim in cell.claims})
        held = {signs[claim] for claim in cell.claims}
        assert cell.direction == ("mixed" if len(held) > 1 else {1: "+", -1: "-", 0: "0"}[held.pop()])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"effect", "year"}])
def test_most_papers_first_then_the_name(bundled_store: EmbeddedStore, kind: str) -> None:
    found = evidence_map(bundled_store, kind, "year" if kind != "year" else "effect")
    named = [term for term in found.rows if term.named]
    order = [(-term.papers, term.name.casefold(), term.id) for term in named]
    assert order == sorted(order)
    assert all(term.named for term in found.rows[:-1])
    years = [int(term.id) for term in found.columns if term.named]
    assert years == sorted(years)


def test_a_broader_term_does_not_count_its_narrower_ones(bundled_store: EmbeddedStore) -> None:
    found = evidence_map(bundled_store, "cancer", "effect")
    breast, triple = (
        next(t for t in found.rows if t.name == n) for n in ("breast cancer", "triple-negative breast cancer")
    )
    assert triple.name in breast.narrower
    narrowed = evidence_map(bundled_store, "cancer", "effect", Term("cancer", ("breast cancer",)))
    assert {(term.name, term.claims) for term in narrowed.rows} == {
        (breast.name, breast.claims), (triple.name, triple.claims),
    }  # fmt: skip
    assert len(narrowed.claims) == breast.claims + triple.claims


def test_retracted_claims_are_left_out_and_counted(bundled_store: EmbeddedStore) -> None:
    without, everything = (evidence_map(bundled_store, "cancer", "drug", retracted=flag) for flag in (False, True))
    assert without.hidden.retracted > 0
    assert len(everything.claims) == len(without.claims) + without.hidden.retracted
    assert not [path for path in without.claims if path.paper.status == "retracted"]


def test_nothing_says_why(bundled_store: EmbeddedStore) -> None:
    unknown = evidence_map(bundled_store, "cancer", "drug", Term("cancer", ("no such cancer at all",)))
    assert unknown.nothing is not None
    assert "no such cancer at all" in unknown.nothing.why
    assert not unknown.cells
    assert not unknown.rows
    apart = evidence_map(bundled_store, "cancer", "drug", condition({"cancer": "melanoma", "drug": "imatinib"}))
    assert apart.nothing is not None
    assert apart.nothing.nearest


@pytest.mark.parametrize(("rows", "columns"), [("cancer", "cancer"), ("cancers", "drug"), ("drug", "")])
def test_wrong_kinds(bundled_store: EmbeddedStore, rows: str, columns: str) -> None:
    with pytest.raises(UsageError, match=r"kind|both"):
        evidence_map(bundled_store, rows, columns)
