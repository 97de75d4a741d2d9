"""A name as people write it -> identifier: every row of tests/data/grounding.tsv was looked up in the public files."""

from __future__ import annotations

import csv
import gzip
import random
import string
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from exograph.knowledge.vocabulary import LABELS, Vocabulary

ROOT = Path(__file__).resolve().parents[2]
VOCAB = ROOT / "graph" / "vocab"
TABLE = ROOT / "tests" / "data" / "grounding.tsv"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(VOCAB)


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def bundled(name: str) -> dict[str, list[dict[str, str]]]:
    path = VOCAB / name
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    found: dict[str, list[dict[str, str]]] = {}
    lines = text.decode("utf-8").splitlines()
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        found.setdefault(row["id"], []).append(row)
    return found


def test_the_table_is_large_enough() -> None:
    table = rows()
    assert len(table) >= 200
    assert sum(row["id"] == "-" for row in table) >= 40
    assert len({(row["text"], row["label"]) for row in table}) == len(table)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['label'] or 'any'}:{row['text']!a}")
def test_row(vocabulary: Vocabulary, row: dict[str, str]) -> None:
    found = vocabulary.ground(row["text"], row["label"] or None)
    if row["id"] == "-":
        assert (found.status, found.candidates) == ("unmatched", ())
    elif row["id"] == "?":
        assert found.status == "ambiguous"
        assert {c.name for c in found.candidates} >= set(row["value"].split("|"))
    else:
        assert found.status == "matched", found
        assert [c.id for c in found.candidates] == [row["id"]]
        assert found.candidates[0].why
        assert found.nearest == ()


@pytest.mark.parametrize("row", [r for r in rows() if r["id"] not in "-?"], ids=lambda row: ascii(row["text"]))
def test_the_proof_of_each_row_stands_in_the_bundled_file(row: dict[str, str]) -> None:
    cells = [found[row["column"]].split("|") for found in bundled(row["file"])[row["id"]]]
    assert any(row["value"] in values for values in cells)


def test_kind_narrows_a_cargo(vocabulary: Vocabulary) -> None:
    assert vocabulary.ground("TRAIL", "Cargo", kind="protein").candidates[0].id == "HGNC:11925"
    assert vocabulary.ground("paclitaxel", "Cargo", kind="drug").candidates[0].name == "paclitaxel"
    assert vocabulary.ground("LGALS9 siRNA", "Cargo", kind="siRNA").status == "matched"
    assert vocabulary.ground("LGALS9 siRNA", "Cargo", kind="miRNA").status == "unmatched"
    assert vocabulary.ground("MALAT1", "Cargo", kind="lncRNA").candidates[0].name == "MALAT1"


def test_a_stronger_name_says_who_else_bears_it(vocabulary: Vocabulary) -> None:
    found = vocabulary.ground("MDR1", "Gene")
    assert [candidate.name for candidate in found.candidates] == ["ABCB1"]
    assert "TBC1D9" in found.candidates[0].why


def test_a_previous_symbol_that_is_an_alias_of_another_gene_is_refused(vocabulary: Vocabulary) -> None:
    found = vocabulary.ground("RAGE", "Gene")
    assert found.status == "ambiguous"
    assert [candidate.name for candidate in found.candidates] == ["MOK", "AGER"]


def test_a_similar_symbol_does_not_beat_a_written_alias(vocabulary: Vocabulary) -> None:
    assert vocabulary.ground("P-gp", "Gene").candidates[0].name == "ABCB1"
    assert vocabulary.ground("PGP", "Gene").candidates[0].name == "PGP"


def test_everywhere_is_one_meaning_or_ambiguous(vocabulary: Vocabulary) -> None:
    assert vocabulary.ground("mTOR").status == "ambiguous"  # the gene and the pathway
    assert {c.label for c in vocabulary.ground("MSC").candidates} == {"MscSource", "Gene"}
    assert vocabulary.ground("chemotherapy").candidates[0].label == "Modality"
    assert vocabulary.ground("miR-21").candidates[0].label == "Cargo"


def test_nearest_is_shown_and_never_chosen(vocabulary: Vocabulary) -> None:
    found = vocabulary.ground("sorafinib", "Drug")
    assert found.status == "unmatched"
    assert found.nearest[0].name == "sorafenib"
    assert len(found.nearest) <= 5


@pytest.mark.parametrize("label", [None, *LABELS])
def test_hostile_text_never_raises(vocabulary: Vocabulary, label: str | None) -> None:
    hostile = [
        "",
        " ",
        "\x00",
        "\t\n",
        "|",
        "||",
        "\u202e",
        "x" * 100_000,
        "🧬" * 50,
        "miR-" * 60,
        "\ud800",
        ":",
        "a:",
        ":a",
    ]
    rng = random.Random(7)
    hostile += ["".join(rng.choices(string.printable, k=rng.randint(1, 30))) for _ in range(200)]
    for text in hostile:
        assert vocabulary.ground(text, label).status in {"matched", "ambiguous", "unmatched"}


def test_unknown_label_is_a_key_error(vocabulary: Vocabulary) -> None:
    with pytest.raises(KeyError):
        vocabulary.ground("TP53", "Protein")


def ancestors_of(vocabulary: Vocabulary, label: str, text: str) -> Iterator[str]:
    start = vocabulary.ground(text, label).candidates[0].id
    return (vocabulary.entry(label, found).name for found in vocabulary.ancestors(label, start))


@pytest.mark.parametrize(
    ("label", "text", "above"),
    [
        ("Cancer", "non-small cell lung cancer", "lung cancer"),
        ("Cancer", "lung adenocarcinoma", "lung cancer"),
        ("Cancer", "glioblastoma", "glioma"),
        ("Cancer", "clear cell renal cell carcinoma", "renal cell carcinoma"),
        ("Cancer", "triple-negative breast cancer", "breast cancer"),
        ("Cancer", "acute myeloid leukaemia", "leukemia"),
        ("Cancer", "hepatocellular carcinoma", "liver cancer"),
        ("Cancer", "osteosarcoma", "cancer"),
        ("Drug", "sorafenib", "tyrosine kinase inhibitors"),
        ("Drug", "bortezomib", "proteasome inhibitors"),
        ("Drug", "cisplatin", "chemotherapy"),
        ("Drug", "nivolumab", "immune checkpoint inhibitors"),
        ("Drug", "X-rays", "ionising radiation"),
        ("Cargo", "miR-122-5p", "miR-122"),
        ("Cargo", "miR-16-5p", "miR-16"),
        ("MscSource", "WJ-MSC", "umbilical cord"),
        ("MscSource", "glioma", "tumour-associated"),
        ("ImmuneCell", "Th17", "T cell"),
        ("ImmuneCell", "M2 macrophage", "leukocyte"),
    ],
)
def test_ancestors(vocabulary: Vocabulary, label: str, text: str, above: str) -> None:
    assert above in set(ancestors_of(vocabulary, label, text))


def test_a_thousand_unknown_names_take_seconds() -> None:
    """Each search for the nearest costs some 40 ms: one call makes a hundred, and none twice."""
    bundled = Vocabulary.load()
    start = time.monotonic()
    found = bundled.ground_all([f"zyx{number}qq" for number in range(1000)])
    assert time.monotonic() - start < 10
    assert {one.status for one in found} == {"unmatched"}
    many = bundled.ground_all(["cisplatine"] * 150)
    assert [bool(one.nearest) for one in many] == [True] * 100 + [False] * 50
    assert bundled.ground("cisplatine") == many[0], "a call of its own has searches of its own"
