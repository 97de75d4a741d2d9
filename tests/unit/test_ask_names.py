"""Names in a question: found by any spelling, refused where none fits, and never a near-miss."""

from __future__ import annotations

import pytest

from benchmarks.ask_questions import questions
from exograph.questions.words import (
    answering,
    choosing,
    details,
    filtering,
    kinds,
    papers,
    polarity,
    reading,
    scope,
    targets,
)
from exograph.questions.words.lexicon import CELL_LINES, INFORMAL, Lexicon
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.plain import PLAIN, is_plain, looks_like_name
from exograph.questions.words.scope import outside
from exograph.questions.words.tokens import cleaned, foreign, tokens
from tests.ask import asked, bundled


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(bundled())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TMZ", "temozolomide"),
        ("Nexavar", "sorafenib"),
        ("HCC", "hepatocellular carcinoma"),
        ("GBM", "glioblastoma"),
        ("ADSC", "adipose tissue"),
        ("hUC-MSC", "umbilical cord"),
        ("miR122", "miR-122"),
        ("microRNA-122", "miR-122"),
        ("hsa-mir-122", "miR-122"),
        ("let7c", "let-7c"),
        ("c-Met", "MET"),
        ("PD-L1", "CD274"),
        ("T cells", "T cell"),
        ("Tregs", "Treg cell"),
        ("breast tumours", "breast cancer"),
        ("leukaemia", "leukemia"),
        ("PI3K/Akt", "PI3K/AKT"),
        ("Wharton's jelly", "Wharton's jelly"),
        ("MCF-7", "breast cancer"),
    ],
)
def test_a_name_in_any_spelling(text: str, name: str, lexicon: Lexicon) -> None:
    assert name in {node.name for node in lexicon.find(text)}


@pytest.mark.parametrize(
    "text", ["miR-99999", "miR-161", "miR-1", "foobarin", "", "-", "miR-", "cisplatinib", "hsa-miR-142-5p"]
)
def test_no_name(text: str, lexicon: Lexicon) -> None:
    assert lexicon.find(text) == []


def test_names_of_ours_are_held(lexicon: Lexicon) -> None:
    """An everyday name and a cell line stand for something that the graph knows."""
    for text, name in {**INFORMAL, **CELL_LINES}.items():
        assert lexicon.find(text), f"{text} -> {name}"


@pytest.mark.parametrize(
    "text", ["met", "set", "all", "an", "her", "can", "targeted", "cells", "cancer", "exosomes", "msc"]
)
def test_a_plain_word_is_no_symbol(text: str) -> None:
    answer = asked(f"{text} in glioblastoma")
    assert [one.name for one in answer.understood] == ["glioblastoma"]


@pytest.mark.parametrize(
    "text",
    [
        "miR-99999 in glioma",
        "glioma and zorotinib",
        "does QZX-12 suppress glioma",
        "hsa_circ_9999999 in osteosarcoma",
        "glioma treated with foobarin",
        "miR-21 and miR-99999 in glioma",
    ],
)
def test_one_unknown_name_refuses_the_question(text: str) -> None:
    answer = asked(text)
    assert answer.reply.kind == "refusal" and answer.reply.value == "unknown name"
    assert answer.paths == ()
    assert answer.nothing is not None and "`" in answer.nothing.why


def test_a_drug_without_claims_is_refused_with_what_databases_say() -> None:
    answer = asked("cetuximab in glioma")
    assert (answer.reply.kind, answer.reply.value) == ("refusal", "no claims")
    assert {fact.target.name for fact in answer.facts} == {"EGFR"}
    assert answer.nothing is not None and answer.nothing.nearest


def test_an_arm_that_no_paper_names_finds_the_mirna_and_says_so() -> None:
    answer = asked("miR-122-5p")
    assert [path.claim for path in answer.paths] == ["PMID:26514126/1"]
    assert any("hsa-miR-122-5p itself is in no claim" in note for note in answer.notes)


def test_the_other_arm_is_no_answer() -> None:
    answer = asked("hsa-miR-142-5p in colon cancer")
    assert answer.reply.kind == "refusal" and answer.paths == ()


def test_what_silences_a_mirna_is_not_the_mirna() -> None:
    assert {one.name for one in asked("anti-miR-221 in colorectal cancer").understood} == {
        "anti-miR-221",
        "colorectal cancer",
    }


def test_a_misspelt_name_is_taken_and_told() -> None:
    answer = asked("temozolamide and glioblastma")
    assert {one.name for one in answer.understood} == {"temozolomide", "glioblastoma"}
    assert sum("is taken for" in note for note in answer.notes) == 2


def test_drugs_of_one_class_are_not_confused() -> None:
    """masitinib is dasatinib but for two letters."""
    assert asked("masitinib in leukaemia").reply.kind == "refusal"


def test_a_molecule_is_found_carried_and_targeted_and_both_are_told() -> None:
    answer = asked("miR-143")
    roles = {
        "cargo" if any(edge.type == "CARRIES" and edge.target[1] == node.id for edge in path.edges) else "target"
        for path in answer.paths
        for node in path.nodes
        if "miR-143" in node.name
    }
    assert roles == {"cargo", "target"} or len(answer.paths) >= 1


def test_both_readings_of_a_name_are_told() -> None:
    assert any("may also mean" in note for note in asked("β-catenin").notes)
    assert any("also used for amnion" in note for note in asked("AMSC exosomes").notes)


def test_the_line_that_says_how_it_was_understood_comes_first() -> None:
    notes = asked("which miRNAs suppress glioma in mice since 2019, except bone marrow").notes
    assert notes[0].startswith(
        "Understood as: list of miRNA; glioma; without bone marrow; effect suppresses tumour; year 2019"
    )
    assert "\n" not in notes[0]


def test_words_that_look_like_names() -> None:
    assert (
        looks_like_name("XYZ1", first=False)
        and looks_like_name("foorafenib", first=True)
        and looks_like_name("BRAF", first=False)
    )
    assert not looks_like_name("Therefore", first=True) and not looks_like_name("wonderful", first=False)
    assert is_plain("suppresses") and is_plain("papers") and not is_plain("cisplatin")
    assert not {"cisplatin", "glioma", "paclitaxel", "imatinib", "ginger"} & PLAIN


def test_the_text_is_cut_into_words() -> None:
    assert [one.text for one in tokens("Wharton's jelly, CD4+ T cells; miR-21?")] == [
        "Wharton's",
        "jelly",
        ",",
        "CD4+",
        "T",
        "cells",
        ";",
        "miR",
        "21",
        "?",
    ]
    assert cleaned("a\u200b b\n\tc\u2011d \x1b[0m") == "a b c-d [0m"
    assert foreign("экзосомы") and not foreign("TGF-β and miR-21") and not foreign("naïve Müller")


@pytest.mark.parametrize(
    "text",
    [
        "exosomes of bone marrow mscs suppress t cells",
        "msc exosomes promote m2 macrophages",
        "exosomes from tumour-associated mscs",
        "glioma-associated msc exosomes",
        "exosomes from mscs of patients with multiple myeloma",
        "do msc vesicles kill tumour cells",
        "exosomes from umbilical cord blood mscs",
        "mscs engineered with trail",
        "exosomes produced by mesenchymal stem cells reduce nk cells",
        "msc exosomes against fibrosarcoma",
    ],
)
def test_what_is_in_scope(text: str) -> None:
    assert outside(text) is None


def test_a_hint_never_keeps_a_match_away() -> None:
    """Patterns are compiled only where a hint stands in the text; on every question both ways must agree."""
    import re

    modules = (answering, choosing, details, filtering, kinds, papers, polarity, reading, scope, targets)
    patterns = {id(one): one for module in modules for one in _patterns(vars(module))}
    texts = {one.question.lower() for one in questions()}
    texts |= {text.replace("cisplatin", "@drug").replace("glioma", "@cancer") for text in texts}
    assert len(patterns) > 40
    for pattern in patterns.values():
        for text in texts:
            if re.search(pattern.regex, text):
                assert pattern.may_match(text), (pattern.regex[:60], text)


def _patterns(value: object) -> list[Pattern]:
    if isinstance(value, Pattern):
        return [value]
    if isinstance(value, dict):
        return [one for inner in value.values() for one in _patterns(inner)]
    if isinstance(value, tuple | list):
        return [one for inner in value for one in _patterns(inner)]
    return []
