"""Every canned question can be reached in words, and where one is named its own rows say the same."""

from __future__ import annotations

from typing import Any

import pytest

from exograph.questions import catalogue
from exograph.questions.answer import Answer
from tests.ask import asked, bundled

REACHED = {
    "how do MSC exosomes reverse cisplatin resistance in breast cancer?": "mechanism", "lung cancer": "by_cancer", "miR-122": "by_cargo",
    "T cells": "by_cell", "cisplatin": "by_drug", "PDCD4": "by_gene", "radiotherapy": "by_modality", "PMID 26514126": "by_paper", "EMT": "by_pathway",
    "adipose tissue MSC": "by_source", "in which cancers was miR-21 studied": "cancers_of_cargo", "which cargos act on macrophages": "cargos_acting_on_a_cell",
    "which cargos affect cisplatin": "cargos_of_drug", "which cargos do umbilical cord exosomes carry": "cargos_of_source",
    "what does cetuximab target": "drug_targets", "which drugs were never tested in glioma": "drugs_never_tested", "which drugs target EGFR": "drugs_of_target",
    "primed exosomes": "engineered_vesicles", "which genes stand between exosomes and sorafenib": "genes_of_drug", "doxorubicin-loaded exosomes": "loaded_vesicles",
    "most studied cancers": "most_studied_cancers", "most studied cargos": "most_studied_cargos",
    "most studied immune cells": "most_studied_cells", "most studied drugs": "most_studied_drugs", "most studied genes": "most_studied_genes",
    "most studied MSC sources": "most_studied_sources", "what had no effect": "null_results", "which claims contradict each other": "opposing_claims",
    "papers by year": "papers_by_year", "which papers are retracted, corrected or under a concern": "papers_with_a_notice",
    "sensitising against resisting for carfilzomib": "sensitising_against_resisting", "compare MSC sources in breast cancer": "sources_compared",
}  # fmt: skip


# about one edge, or about what was only measured: `exograph query run`; in words they are answered by the claims
ONLY_BY_NAME = {"markers_of_a_gene", "papers_behind_an_edge"}


def test_every_canned_question_can_be_reached() -> None:
    assert set(catalogue.catalogue()) == set(REACHED.values()) | ONLY_BY_NAME
    assert len(set(REACHED.values())) >= 25


@pytest.mark.parametrize(("text", "name"), REACHED.items(), ids=REACHED.values())
def test_asked_in_words(text: str, name: str) -> None:
    answer = asked(text)
    assert answer.query == name
    rows = rows_of(answer)
    assert rows, "the canned question itself finds something"
    named = {
        claim for row in rows for column in ("claim", "claim_ids", "opposed_by") for claim in _listed(row.get(column))
    }
    if named and name not in {
        "drug_targets",
        "drugs_of_target",
        "mechanism",
        "cancers_of_cargo",
        "cargos_acting_on_a_cell",
    }:
        assert {path.claim for path in answer.paths} <= named


def rows_of(answer: Answer) -> list[dict[str, Any]]:
    """The rows of the canned question that the answer names, with the parameters that it gives."""
    query = catalogue.get(answer.query)
    given = {name: answer.parameters.get(name, [] if spec.many else None) for name, spec in query.parameters.items()}
    return bundled().query(query.cypher, given)


def _listed(value: Any) -> list[str]:
    return [] if value is None else list(value) if isinstance(value, list) else [value]
