"""Spelling classes of names, made by rule and not written one by one: each is read as the thing it was made from."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from exograph.knowledge.vocabulary import Vocabulary, bundled
from exograph.names import Names

GREEK = {"alpha": "α", "beta": "β", "gamma": "γ", "kappa": "κ", "delta": "δ"}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return bundled()


def sample(vocabulary: Vocabulary, label: str, number: int) -> list[str]:
    """Names of a label, drawn once for all."""
    names = sorted(entry.name for entry in vocabulary.entries(label))
    return random.Random(11).sample(names, min(number, len(names)))


def genes(vocabulary: Vocabulary, number: int) -> list[str]:
    coding = [
        row["name"] for row in vocabulary.table("genes").rows() if row["locus_type"] == "gene with protein product"
    ]
    return [name for name in random.Random(12).sample(coding, number) if len(name) > 3]


CLASSES: dict[str, tuple[str, Callable[[str], str]]] = {
    "the X gene": ("Gene", lambda name: f"the {name} gene"),
    "X protein": ("Gene", lambda name: f"{name} protein"),
    "X mRNA": ("Gene", lambda name: f"{name} mRNA"),
    "circRNA X": ("Gene", lambda name: f"circRNA {name}"),
    "lncRNA X": ("Gene", lambda name: f"lncRNA {name}"),
    "exosomal miRNA": ("Cargo", lambda name: f"exosomal {name}"),
    "miRNA, has-": ("Cargo", lambda name: "has-" + name.removeprefix("hsa-")),
    "miRNA, spaces": ("Cargo", lambda name: name.replace("-", " ")),
    "X cells": ("Cancer", lambda name: f"{name} cells"),
    "X patients": ("Cancer", lambda name: f"{name} patients"),
    "metastatic X": ("Cancer", lambda name: f"metastatic {name}"),
    "X-derived": ("MscSource", lambda name: f"{name}-derived"),
    "X-derived exosomes": ("MscSource", lambda name: f"{name}-derived exosomes"),
    "X EVs": ("MscSource", lambda name: f"{name} EVs"),
    "X signalling pathway": ("Pathway", lambda name: f"{name} signalling pathway"),
    "X treatment": ("Drug", lambda name: f"{name} treatment"),
    "capitals": ("Drug", str.upper),
    "small letters": ("Cancer", str.lower),
    "en dash": ("Drug", lambda name: name.replace("-", "\u2013")),
}


@pytest.mark.parametrize("kind", CLASSES)
def test_a_spelling_class_is_read_as_its_name(vocabulary: Vocabulary, kind: str) -> None:
    label, spelt = CLASSES[kind]
    names = genes(vocabulary, 60) if label == "Gene" else sample(vocabulary, label, 60)
    if kind.startswith(("miRNA", "exosomal")):
        names = [name for name in names if name.startswith("hsa-miR-")]
    wrong = []
    for name in names:
        plain = {one.id for one in vocabulary.ground(name, label).candidates}
        found = vocabulary.ground(spelt(name), label)
        if {one.id for one in found.candidates} != plain:
            wrong.append((spelt(name), found.status, [one.name for one in found.candidates]))
    assert len(names) >= 15
    assert wrong == []


def greek(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """(symbol, its name with a Greek letter in front) of genes that HGNC calls `synuclein alpha`."""
    for row in vocabulary.table("genes").rows():
        words = row["full_name"].split()
        if len(words) == 2 and words[1] in GREEK and words[0].isalpha() and len(words[0]) > 4:
            yield row["name"], f"{GREEK[words[1]]}-{words[0]}"


def test_a_greek_letter_in_front_is_the_one_at_the_end(vocabulary: Vocabulary) -> None:
    found = list(greek(vocabulary))
    assert len(found) > 20
    for symbol, text in found:
        named = vocabulary.ground(text, "Gene")
        assert symbol in {one.name for one in named.candidates}, (symbol, text, named)


@pytest.mark.parametrize("letter", ["theta", "sigma", "tau", "eta", "pi", "chi", "rho"])
def test_a_seldom_greek_letter_is_its_word(vocabulary: Vocabulary, letter: str) -> None:
    sign = {"theta": "θ", "sigma": "σ", "tau": "τ", "eta": "η", "pi": "π", "chi": "χ", "rho": "ρ"}[letter]
    rows = [row for row in vocabulary.table("genes").rows() if f" {letter}" in row["full_name"]][:5]
    assert rows
    for row in rows:
        text = row["full_name"].replace(f" {letter}", f" {sign}")
        assert row["name"] in {one.name for one in vocabulary.ground(text, "Gene").candidates}, text


@pytest.mark.parametrize(
    ("text", "names", "note"),
    [
        ("miR-17-92", {"miR-17", "miR-18a", "miR-19a", "miR-20a", "miR-19b", "miR-92a"}, "a cluster of 6 miRNAs"),
        ("miR-17~92 cluster", {"miR-17", "miR-18a", "miR-19a", "miR-20a", "miR-19b", "miR-92a"}, "cluster"),
        ("miR-199a-3p/5p", {"hsa-miR-199a-3p", "hsa-miR-199a-5p"}, "2 names"),
        ("miR-143/145", {"miR-143", "miR-145"}, "2 names"),
        ("miR-34b/c", {"miR-34b", "miR-34c"}, "2 names"),
        ("miR-183-96-182", {"miR-183", "miR-96", "miR-182"}, "a cluster of 3 miRNAs"),
        ("miR-15a/16-1 cluster", {"miR-15a", "hsa-mir-16-1"}, "2 names"),
        ("Smad2/3", {"SMAD2", "SMAD3"}, "2 names: Smad2, Smad3"),
        ("miR-21/PTEN axis", {"miR-21", "PTEN"}, "2 names: miR-21, PTEN"),
    ],
)
def test_a_text_that_holds_several_names_is_asked_back(
    vocabulary: Vocabulary, text: str, names: set[str], note: str
) -> None:
    found = vocabulary.ground(text)
    assert found.status == "ambiguous"
    assert {one.name for one in found.candidates} == names
    assert note in found.note


def test_a_number_that_needs_a_letter_offers_its_family_and_nothing_else(vocabulary: Vocabulary) -> None:
    found = vocabulary.ground("miR-34")
    assert (found.status, [one.name for one in found.nearest]) == ("unmatched", ["miR-34a", "miR-34b", "miR-34c"])
    assert {one.name for one in vocabulary.ground("miR-34-5p").nearest} == {
        "hsa-miR-34a-5p",
        "hsa-miR-34b-5p",
        "hsa-miR-34c-5p",
    }


@pytest.mark.parametrize(
    ("text", "human"),
    [("mmu-miR-21a-5p", "hsa-miR-21-5p"), ("mmu-miR-122-5p", "hsa-miR-122-5p"), ("rno-let-7a-5p", "hsa-let-7a-5p")],
)
def test_another_species_mirna_is_shown_its_human_name_and_not_taken(
    vocabulary: Vocabulary, text: str, human: str
) -> None:
    for label in (None, "Cargo"):
        found = vocabulary.ground(text, label)
        assert (found.status, [one.name for one in found.nearest]) == ("unmatched", [human])
        assert f"only human miRNAs are known: {human}" in found.note


def test_what_silences_a_mirna_is_not_that_mirna(vocabulary: Vocabulary) -> None:
    for number in (21, 155, 34, 9999):
        found = vocabulary.ground(f"anti-miR-{number}")
        assert all(one.name.startswith("anti-") for one in found.candidates)


@pytest.mark.parametrize("text", ["α-mangostin", "beta-elemene", "XQ", "ExoFlo", "unobtainium cells", "the zzyx gene"])
def test_a_stranger_stays_one(vocabulary: Vocabulary, text: str) -> None:
    assert vocabulary.ground(text).status == "unmatched"


@pytest.mark.parametrize(
    ("text", "name"),
    [("M2 TAMs", "M2 macrophage"), ("M2-like macrophages", "M2 macrophage"), ("CD8+", "CD8+ T cell"),
     ("OS cells", "osteosarcoma"), ("breast tumours", "breast cancer"), ("leukaemic", "leukemia"),
     ("BMSC-EVs", "bone marrow"), ("hucMSC-Exo", "umbilical cord"), ("lncRNA PVT1", "PVT1"), ("α-catenin", "CTNNA1"),
     ("α-synuclein", "SNCA"), ("β2-microglobulin", "B2M"), ("T-DM1", "trastuzumab emtansine"),
     ("CD8+ T", "CD8+ T cell"), ("macrophage M2", "M2 macrophage"), ("pre-miR-21", "miR-21"),
     ("miR-21 mimic", "miR-21"),
     ("U-2 OS", "osteosarcoma"), ("Saos2", "osteosarcoma"), ("BTZ", "bortezomib")],
)  # fmt: skip
def test_names_of_the_field(text: str, name: str) -> None:
    found = Names().read(text)
    assert (found.status, found.meanings[0].name) == ("matched", name)
