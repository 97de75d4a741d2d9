"""The bundled vocabularies: identifiers, parents, names, sources, order; each test names the row that is wrong."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from pathlib import Path

import pytest

from exograph.errors import DataError
from exograph.knowledge.spelling import fold_words
from exograph.knowledge.vocabulary import LABELS, Vocabulary

VOCAB = Path(__file__).resolve().parents[2] / "graph" / "vocab"
TABLES = [
    "genes.tsv.gz", "mirnas.tsv.gz", "cancers.tsv.gz", "sources.tsv", "cells.tsv", "drugs.tsv",
    "drugs_drugcentral.tsv", "pathways.tsv", "modalities.tsv", "minted.tsv", "cancers_minted.tsv",
]  # fmt: skip
TARGETS = ["drug_targets_drugmechdb.tsv", "drug_targets_drugcentral.tsv"]
# names that truly mean two things; grounding calls them ambiguous
DECLARED = {"AMSC", "hAMSC", "nerve sheath tumors", "nerve sheath tumour", "B-ALL", "BC"}


def read(name: str) -> list[dict[str, str]]:
    path = VOCAB / name
    text = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(VOCAB)


@pytest.mark.parametrize(
    "name", [*TABLES, *TARGETS, "extra_synonyms.tsv", "usage.tsv", "broader.tsv", "mirna_clusters.tsv"]
)
def test_file_is_sorted_tidy_and_not_empty(name: str) -> None:
    rows = read(name)
    assert rows

    def key(row: dict[str, str]) -> tuple[str, int, str]:
        first = next(iter(row.values()))
        prefix, _, number = first.partition(":")
        return (prefix, int(number), "") if number.isdigit() else (first, 0, "")

    if name.endswith(".gz"):
        assert (VOCAB / name).read_bytes()[4:8] == b"\0\0\0\0", "gzip with a time: bytes would not repeat"
        assert [key(r) for r in rows] == sorted(key(r) for r in rows)
    else:
        first = [next(iter(r.values())) for r in rows]
        assert first in (sorted(first), [f for f, _ in sorted(zip(first, rows, strict=True), key=lambda x: key(x[1]))])
    for row in rows:
        for cell in row.values():
            assert cell == cell.strip() and "||" not in cell, row


@pytest.mark.parametrize("name", TABLES)
def test_ids_are_unique_curies(name: str) -> None:
    counted = Counter(row["id"] for row in read(name))
    assert [i for i, n in counted.items() if n > 1] == []
    assert [i for i in counted if ":" not in i or " " in i] == []


@pytest.mark.parametrize("label", LABELS)
def test_parents_exist_and_no_entry_is_its_own_ancestor(vocabulary: Vocabulary, label: str) -> None:
    for entry in vocabulary.entries(label):
        assert entry.id not in vocabulary.ancestors(label, entry.id)
        assert vocabulary.entry(label, entry.id).name == entry.name


@pytest.mark.parametrize("label", ["MscSource", "Pathway", "ImmuneCell", "Drug", "Cancer", "Modality"])
def test_no_synonym_is_the_name_of_another(vocabulary: Vocabulary, label: str) -> None:
    entries = list(vocabulary.entries(label))
    names = {fold_words(entry.name): entry.id for entry in entries}
    assert len(names) == len(entries)
    bearers: dict[str, set[str]] = {}
    for entry in entries:
        for synonym in entry.synonyms:
            assert names.get(fold_words(synonym), entry.id) == entry.id, (synonym, entry.name)
            if synonym not in DECLARED:
                bearers.setdefault(fold_words(synonym), set()).add(entry.id)
    assert {s: ids for s, ids in bearers.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("label", ["MscSource", "Pathway", "ImmuneCell", "Drug", "Cancer", "Modality"])
def test_every_entry_is_found_by_its_own_name_and_id(vocabulary: Vocabulary, label: str) -> None:
    for entry in vocabulary.entries(label):
        for text in (entry.name, entry.id):
            assert [c.id for c in vocabulary.ground(text, label).candidates] == [entry.id], text


def test_every_mirna_is_found_by_its_own_name(vocabulary: Vocabulary) -> None:
    for entry in vocabulary.entries("Cargo"):
        assert [c.id for c in vocabulary.ground(entry.name, "Cargo").candidates] == [entry.id], entry.name


def test_every_extra_synonym_has_a_page_and_an_entry(vocabulary: Vocabulary) -> None:
    known = {row["id"] for name in TABLES for row in read(name)}
    for row in read("extra_synonyms.tsv"):
        assert row["source_page"].startswith(("https://", "http://")), row
        assert row["id"] in known, row


def test_roles_and_modalities() -> None:
    assert {row["role"] for row in read("cells.tsv")} == {"effector", "regulatory"}
    regulatory = {row["name"] for row in read("cells.tsv") if row["role"] == "regulatory"}
    assert regulatory == {"Treg cell", "Breg cell", "M2 macrophage", "MDSC"}
    modalities = {row["id"] for row in read("modalities.tsv")}
    assert len(modalities) == 4
    drugs = read("drugs.tsv") + read("drugs_drugcentral.tsv")
    for row in drugs:
        assert row["modality"] and set(row["modality"].split("|")) <= modalities, row
        assert row["kind"] != "class" or row["id"].startswith("exograph:drug-class/"), row
    assert len({row["id"] for row in drugs}) == len(drugs)


@pytest.mark.parametrize(
    ("drug", "modality"),
    [
        ("cisplatin", "chemotherapy"), ("flucytosine", "chemotherapy"), ("bortezomib", "targeted-therapy"),
        ("sorafenib", "targeted-therapy"), ("tyrosine kinase inhibitors", "targeted-therapy"),
        ("nivolumab", "immunotherapy"), ("CAR-T cells", "immunotherapy"), ("oncolytic reovirus", "immunotherapy"),
        ("allogeneic stem cell transplantation", "immunotherapy"), ("ionising radiation", "radiotherapy"),
        ("TRAIL", "targeted-therapy"), ("sirolimus", "targeted-therapy"), ("thymoquinone", "chemotherapy"),
    ],
)  # fmt: skip
def test_modality_of(vocabulary: Vocabulary, drug: str, modality: str) -> None:
    found = vocabulary.ground(drug, "Drug").candidates[0].id
    assert vocabulary.entry("Drug", found).modality == (f"exograph:modality/{modality}",)


def test_drug_targets_name_drugs_and_genes(vocabulary: Vocabulary) -> None:
    targets = list(vocabulary.drug_targets())
    for target in targets:
        assert vocabulary.entry("Drug", target.drug).kind != "class"
        assert vocabulary.entry("Gene", target.gene)
        assert target.source_page.startswith("http"), target
        assert target.action
    pairs = {(vocabulary.entry("Drug", t.drug).name, vocabulary.entry("Gene", t.gene).name) for t in targets}
    assert {("cetuximab", "EGFR"), ("panitumumab", "EGFR"), ("nivolumab", "PDCD1"), ("trastuzumab", "ERBB2")} <= pairs
    assert ("ponatinib", "BCR") not in pairs  # the fusion partner, not the kinase


def test_cargo_entries_take_several_forms(vocabulary: Vocabulary) -> None:
    assert vocabulary.entry("Cargo", "mirbase:MIMAT0000421").kind == "miRNA"
    assert vocabulary.entry("Cargo", "HGNC:11925").kind == "protein"
    assert vocabulary.entry("Cargo", "HGNC:29665").kind == "lncRNA"
    assert vocabulary.entry("Cargo", "MESH:D004317").kind == "drug"
    assert vocabulary.entry("Cargo", "exograph:siRNA/LGALS9").minted
    assert vocabulary.entry("Cargo", "exograph:drug-class/oncolytic-viruses").kind == "virus"
    with pytest.raises(KeyError):
        vocabulary.entry("Gene", "mirbase:MIMAT0000421")


def test_usage_names_entries_and_pages(vocabulary: Vocabulary) -> None:
    rows = read("usage.tsv")
    for row in rows:
        assert vocabulary.entry(row["label"], row["id"]), row
        assert row["source_page"].startswith(("http://", "https://")), row
        assert row["note"], row
    assert len({(row["label"], row["id"], row["name"]) for row in rows}) == len(rows)
    meant: dict[str, set[str]] = {}
    for row in rows:
        meant.setdefault(fold_words(row["name"]), set()).add(row["id"])
    assert {name for name, ids in meant.items() if len(ids) > 1} == {"bc", "pc", "tam"}  # ties of the field


def test_a_cell_line_is_no_synonym_of_its_cancer(vocabulary: Vocabulary) -> None:
    assert "MCF-7" not in vocabulary.entry("Cancer", "DOID:1612").synonyms
    assert "MM" in vocabulary.entry("Cancer", "DOID:9538").synonyms


@pytest.mark.parametrize(
    ("cancer", "above"),
    [("oral squamous cell carcinoma", "head and neck squamous cell carcinoma"),
     ("nasopharyngeal carcinoma", "head and neck cancer"), ("oral cavity cancer", "head and neck cancer"),
     ("glioblastoma", "brain cancer"), ("prostate cancer", "urological cancer"),
     ("bladder cancer", "urological cancer"), ("renal cell carcinoma", "urological cancer"),
     ("osteosarcoma", "connective tissue cancer"),
     ("multiple myeloma", "hematologic cancer"), ("ovarian cancer", "female reproductive organ cancer")],
)  # fmt: skip
def test_umbrellas_hold_what_the_field_puts_below_them(vocabulary: Vocabulary, cancer: str, above: str) -> None:
    below, term = (vocabulary.ground(name, "Cancer").candidates[0].id for name in (cancer, above))
    assert term in vocabulary.ancestors("Cancer", below)


def test_every_broader_term_has_a_page_and_no_term_is_above_itself(vocabulary: Vocabulary) -> None:
    for row in read("broader.tsv"):
        assert row["source_page"].startswith(("https://", "http://purl.obolibrary.org/")), row
        label = "Cancer" if row["parent"].startswith(("DOID:", "exograph:cancer/")) else "Cargo"
        parents = vocabulary.entry(label, row["id"]).parents
        assert row["parent"] in parents
        assert row["instead_of"] not in parents
        assert row["id"] not in vocabulary.ancestors(label, row["parent"]), row


def test_minted_molecules_point_at_entries(vocabulary: Vocabulary) -> None:
    for row in read("minted.tsv"):
        for target in filter(None, row["targets"].split("|")):
            assert vocabulary.entry("Cargo" if not target.startswith("HGNC:") else "Gene", target), row


def test_files_that_are_not_read_until_asked(tmp_path: Path) -> None:
    for name in ("pathways.tsv", "extra_synonyms.tsv"):
        (tmp_path / name).write_bytes((VOCAB / name).read_bytes())
    assert Vocabulary.load(tmp_path).ground("EMT", "Pathway").status == "matched"
    with pytest.raises(DataError):
        Vocabulary.load(tmp_path).ground("TP53", "Gene")
    with pytest.raises(DataError):
        Vocabulary.load(tmp_path / "nowhere")


def test_a_broken_table_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "extra_synonyms.tsv").write_text("id\tsynonym\tsource_page\n", encoding="utf-8")
    (tmp_path / "pathways.tsv").write_text("id\tname\tsynonyms\nexograph:pathway/x\tx\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"pathways\.tsv:2"):
        Vocabulary.load(tmp_path).ground("x", "Pathway")


def test_size_and_licences() -> None:
    assert sum(path.stat().st_size for path in VOCAB.iterdir()) <= 3_000_000
    readme = (VOCAB / "README.md").read_text(encoding="utf-8")
    for path in VOCAB.iterdir():
        assert path.name in readme, f"{path.name} has no line in vocab/README.md"
    assert "CC BY-SA 4.0" in readme
