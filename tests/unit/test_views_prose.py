"""A path in one sentence, an answer in two or three."""

from __future__ import annotations

import pytest

from exograph.questions.answer import Hidden, Nearest, Nothing, Path, Reply
from exograph.views.prose import paragraph, sentence
from tests.unit.answers import HOSTILE, WORKED, all_effects, hostile_answer, make_answer, make_paper, make_path

EFFECT_SENTENCES = [
    "More miR-122-5p, less CCNG1 and ADAM10: sorafenib works better in hepatocellular carcinoma.",
    "More miR-1236, less SLC9A1, less Wnt: cisplatin works again in resistant breast cancer.",
    "More PSMA3-AS1, more PSMA3, more proteasome: proteasome inhibitors work worse in multiple myeloma.",
    "More miR-144, less CCNE1 and CCNE2: non-small cell lung cancer is suppressed.",
    "With the vesicles, more Wnt: breast cancer is promoted.",
    "More IL2, more CD8+ T cell activity: immunity rises in melanoma.",
    "With the vesicles, less NK cell activity: immunity falls; no cargo and no target is named.",
    "With the vesicles, no effect on sunitinib in renal cell carcinoma; no cargo and no target is named.",
]
WORKED_SENTENCES = {
    "38a": "More LINC01559, less miR-1343-3p, more PGK1, more PI3K/AKT: gastric cancer is promoted.",
    "38b": "More LINC01559, more EZH2, less PTEN, more PI3K/AKT: gastric cancer is promoted.",
    "157": "More LGALS9 siRNA, less LGALS9, fewer Treg cells: immunity rises in pancreatic cancer.",
    "208": "More miR-1827, less SUCNR1, fewer M2 macrophages: colorectal cancer is suppressed.",
    "26": "More doxorubicin in vesicles worked better than the free drug against colorectal cancer.",
    "226": "With the vesicles, more apoptosis: breast cancer is suppressed.",
    "19": "With the vesicles, changed drug efflux: paclitaxel and cisplatin work better in cervical cancer.",
    "154": "More hsa-miR-34c-5p, less CTNNB1, less EMT: ionising radiation works again in resistant"
    " nasopharyngeal carcinoma.",
    "108": "With the MSCs, lung cancer is suppressed; no cargo and no target is named"
    " (cells were given, not isolated vesicles).",
    "260": "With the vesicles, melanoma is suppressed; no cargo and no target is named.",
}


@pytest.mark.parametrize(("path", "said"), list(zip(all_effects(), EFFECT_SENTENCES, strict=True)))
def test_each_effect(path: Path, said: str) -> None:
    assert sentence(path) == said


@pytest.mark.parametrize("row", sorted(WORKED))
def test_worked_examples_of_the_design(row: str) -> None:
    assert sentence(WORKED[row]) == WORKED_SENTENCES[row]


@pytest.mark.parametrize("path", [*all_effects(), *WORKED.values()], ids=lambda path: path.claim)
def test_the_running_sign_agrees_with_the_claims_effect(path: Path) -> None:
    """What the sentence says of the last molecule, times what the last edge says it does, is the claim's sign."""
    for edge in path.edges:
        if edge.derived and edge.sign and edge.target[0] != "ImmuneCell":
            assert path.changes.get(edge.source, 1) * edge.sign == path.sign


@pytest.mark.parametrize(
    ("versus", "effect", "said"),
    [
        ("free drug", "suppresses tumour", "worked better than the free drug"),
        ("empty vesicle", "suppresses tumour", "worked better than empty vesicles"),
        ("untreated", "suppresses tumour", "worked better than no treatment"),
        ("free drug", "promotes tumour", "worked worse than the free drug"),
        ("free drug", "no effect", "worked no better than the free drug"),
    ],
)
def test_loaded_drugs_are_compared(versus: str, effect: str, said: str) -> None:
    path = make_path(effect=effect, mechanism="gemcitabine -> [apoptosis]", drugs=["gemcitabine"],
                     cancers=["pancreatic cancer"], versus=versus)  # fmt: skip
    assert sentence(path) == f"More gemcitabine in vesicles (more apoptosis) {said} against pancreatic cancer."


def test_a_loaded_drug_without_comparison() -> None:
    path = make_path(effect="suppresses tumour", mechanism="gemcitabine", drugs=["gemcitabine", "cisplatin"],
                     cancers=["glioma"])  # fmt: skip
    assert sentence(path) == "More gemcitabine in vesicles together with cisplatin: glioma is suppressed."


def test_a_step_without_a_sign_leaves_everything_after_it_open_but_the_cell_measured() -> None:
    path = make_path(effect="suppresses immune", mechanism="miR-1 -| A ~ [adenosine] -> B", cell="T cell")
    assert sentence(path) == ("More miR-1, less A, changed adenosine, changed B, less T cell activity: immunity falls.")


def test_a_cell_on_the_way_is_told_once() -> None:
    path = make_path(effect="activates immune", mechanism="IL2 -> [NK cell] -> [apoptosis]", cell="NK cell")
    assert sentence(path) == "More IL2, more NK cell activity, more apoptosis: immunity rises."


def test_a_protein_that_is_carried_and_acts_is_told_once() -> None:
    path = make_path(mechanism="LGALS3 -> LGALS3 -> [NF-kB]", drugs=["cisplatin"], cancers=["glioma"])
    assert sentence(path) == "More LGALS3, more NF-kB: cisplatin works better in glioma."


def test_given_is_told() -> None:
    path = make_path(mechanism="miR-1 -| A", drugs=["cisplatin"], cancers=["glioma"], given="inferred")
    assert sentence(path).endswith("in glioma (the vesicle's part was inferred, not tested).")


def test_an_assembled_path_says_that_it_is_a_hypothesis() -> None:
    path = make_path(mechanism="miR-1 -| A", drugs=["cisplatin"], cancers=["glioma"], kind="assembled")
    assert sentence(path).startswith("Hypothesis, reported by no paper as a whole: more miR-1, less A: ")


def drug_claim(claim: str, effect: str, *against: str, **fields: object) -> Path:
    return make_path(claim, effect=effect, mechanism="miR-9 -| ABCB1", drugs=["temozolomide"], cancers=["glioma"],
                     opposed_by=against, **fields)  # type: ignore[arg-type]  # fmt: skip


def test_one_path_in_prose() -> None:
    assert paragraph(make_answer(drug_claim("PMID:601/1", "sensitises"))) == (
        "Bone marrow MSC exosomes carry miR-9: less ABCB1, and temozolomide works better in glioma"
        " (in vitro; human; Wang X 2001, PMID 601)."
        " One claim of one paper reports it, and no claim in the data opposes it."
    )


def test_one_path_with_what_opposes_it() -> None:
    path = drug_claim("PMID:601/1", "sensitises", "PMID:602/1", "PMID:603/1", "PMID:604/1")
    opposite = drug_claim("PMID:602/1", "confers resistance", "PMID:601/1",
                          paper=make_paper(602, status="retracted"))  # fmt: skip
    null = drug_claim("PMID:603/1", "no effect", "PMID:601/1")
    assert paragraph(make_answer(path, opposing=(opposite, null))).endswith(
        "One claim of one paper reports it; against it: 1 claim found no effect (PMID 603),"
        " 1 claim says the opposite, confers resistance (PMID 602 [retracted]) and 1 opposing claim not shown."
    )


def test_a_retracted_paper_is_marked() -> None:
    path = drug_claim(
        "PMID:601/1", "sensitises", paper=make_paper(601, status="retracted", status_page="https://e.org")
    )
    assert paragraph(make_answer(path)).endswith("; the paper is marked: RETRACTED (https://e.org).")


def test_many_paths_are_counted_and_contradictions_told() -> None:
    answer = make_answer(
        drug_claim("PMID:1/1", "sensitises", "PMID:3/1"),
        drug_claim("PMID:2/1", "reverses resistance", "PMID:3/1"),
        drug_claim("PMID:3/1", "confers resistance", "PMID:1/1", "PMID:2/1", source="adipose tissue"),
        make_path("PMID:3/2", effect="suppresses tumour", mechanism="miR-21 -| PTEN", cancers=["breast cancer"]),
        hidden=Hidden(retracted=2),
    )
    assert paragraph(answer) == (
        "4 claims from 3 papers (PMID 1, PMID 2 and PMID 3): the vesicle sensitises in 1, reverses resistance in 1,"
        " confers resistance in 1 and suppresses the tumour in 1."
        " The vesicles come from bone marrow (3) and adipose tissue (1); they carry miR-9 (3) and miR-21 (1);"
        " they act through ABCB1 (3) and PTEN (1); models: in vitro (4)."
        " Contradictions: on miR-9 and temozolomide in glioma, 2 claims say sensitises or reverses resistance"
        " (PMID 1 and PMID 2), 1 claim says the opposite, confers resistance (PMID 3);"
        " left out: 2 claims from retracted papers."
    )


def test_many_paths_say_where_no_vesicles_were_given() -> None:
    said = paragraph(
        make_answer(drug_claim("PMID:1/1", "sensitises"), drug_claim("PMID:2/1", "sensitises", given="cells"))
    )
    assert "; given instead of vesicles: cells (1)." in said


def test_a_paper_without_author_is_named_once() -> None:
    bare = make_paper(601, first_author="", year=None)
    assert "(in vitro; human; PMID 601)." in paragraph(make_answer(drug_claim("PMID:601/1", "sensitises", paper=bare)))


def test_long_lists_are_cut_and_counted() -> None:
    paths = [drug_claim(f"PMID:{n}/1", "sensitises", source=f"tissue {n:02}") for n in range(1, 31)]
    said = paragraph(make_answer(*paths))
    assert "PMID 10 and 20 more)" in said
    assert "tissue 01 (1), tissue 02 (1), tissue 03 (1) and 27 others" in said
    assert "No claim in the data opposes another one here." in said


def test_assembled_paths_are_never_counted_with_reported_ones() -> None:
    assembled = make_path("H1", mechanism="miR-1 -| A", cancers=["glioma"], effect="promotes tumour", kind="assembled")
    said = paragraph(make_answer(drug_claim("PMID:1/1", "sensitises"), assembled, assembled))
    assert said.startswith("Bone marrow MSC exosomes carry miR-9")
    assert said.endswith("2 assembled paths: a hypothesis, reported by no paper as a whole.")


def test_nothing_says_why_and_what_is_near() -> None:
    nothing = Nothing("No claim tests cetuximab", (Nearest("gefitinib in lung cancer", "exograph mechanism"),))
    answer = make_answer(nothing=nothing, hidden=Hidden(retracted=1))
    assert paragraph(answer) == (
        "No claim tests cetuximab. Nearest: gefitinib in lung cancer; left out: 1 claim from retracted papers."
    )
    assert paragraph(make_answer()) == "No claim in the data answers this."


def test_the_word_of_another_kind_of_answer_comes_first() -> None:
    answer = make_answer(drug_claim("PMID:1/1", "sensitises"), reply=Reply("yesno", "Yes", (), "yes"))
    assert paragraph(answer).startswith("Yes. Bone marrow MSC exosomes carry miR-9")
    refusal = make_answer(reply=Reply("refusal", "exograph gives no medical advice."))
    assert paragraph(refusal) == "exograph gives no medical advice."


def test_prose_is_one_harmless_line() -> None:
    assert paragraph(hostile_answer()).isprintable()
    assert sentence(make_path(mechanism=f"{HOSTILE} -| X", drugs=[HOSTILE])).isprintable()
