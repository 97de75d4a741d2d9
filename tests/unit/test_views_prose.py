"""A path in one sentence, an answer in two or three."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exograph.questions.answer import Answer, Hidden, Nearest, Nothing, Path, Reply, Understood
from exograph.questions.text import read
from exograph.views.contradictions import Side, sides
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
        "One claim of one paper reports it; against it: 1 claim found no effect"
        " (Wang X 2003, PMID 603), 1 claim says the opposite, confers resistance"
        " (Wang X 2002, PMID 602 [retracted]) and 1 opposing claim not shown."
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
        "4 claims of 3 papers: temozolomide works better in glioma (1 claim of 1 paper); temozolomide works again in"
        " resistant glioma (1 claim of 1 paper); temozolomide works worse in glioma (1 claim of 1 paper);"
        " breast cancer is suppressed (1 claim of 1 paper)."
        " More miR-9, less ABCB1: temozolomide works better in glioma (bone marrow; in vitro; Wang X 2001, PMID 1)."
        " More miR-9, less ABCB1: temozolomide works again in resistant glioma (bone marrow; in vitro; Wang X 2002,"
        " PMID 2)."
        " More miR-9, less ABCB1: temozolomide works worse in glioma (adipose tissue; in vitro; Wang X 2003, PMID 3)."
        " More miR-21, less PTEN: breast cancer is suppressed (bone marrow; in vitro; Wang X 2003, PMID 3)."
        " Contradictions: on miR-9 and temozolomide in glioma, 2 claims say sensitises or reverses resistance"
        " (Wang X 2001, PMID 1; Wang X 2002, PMID 2), 1 claim says the opposite, confers resistance"
        " (Wang X 2003, PMID 3); left out: 2 claims from retracted papers."
    )


def test_claims_that_say_the_same_are_told_once_with_sources_and_models() -> None:
    said = paragraph(make_answer(
        drug_claim("PMID:1/1", "sensitises"), drug_claim("PMID:2/1", "sensitises", source="adipose tissue"),
        drug_claim("PMID:2/2", "sensitises", source="unspecified", model="in vivo"),
    ))  # fmt: skip
    assert said == (
        "3 claims of 2 papers: temozolomide works better in glioma."
        " More miR-9, less ABCB1: temozolomide works better in glioma (3 claims; bone marrow, adipose tissue and"
        " tissue not named; in vitro, in vivo; Wang X 2001, PMID 1; Wang X 2002, PMID 2)."
        " No claim in the data opposes one of these 3 claims of 2 papers in its own setting"
        " (same cancer, drug, cell and cargo)."
    )


@pytest.mark.parametrize("given", ["cells", "conditioned medium", "secretome"])
def test_no_vesicle_is_said_to_act_where_none_was_given(given: str) -> None:
    paths = (drug_claim("PMID:1/1", "sensitises", given=given), drug_claim("PMID:2/1", "sensitises", given=given))
    called = "the secretome" if given == "secretome" else given
    told = f"{called} {'were' if given == 'cells' else 'was'} given, not isolated vesicles"
    for answer in (make_answer(*paths), make_answer(*paths, reply=Reply("list", "2 preparations: a, b."))):
        said = paragraph(answer)
        assert f"In all of these claims, {told}." in said
        assert "exosomes" not in said
        assert "vesicles" not in said.replace("not isolated vesicles", "")
    mixed = paragraph(make_answer(paths[0], drug_claim("PMID:2/1", "sensitises")))
    assert f"In 1 of 2 claims, {told}." in mixed
    single = paragraph(make_answer(paths[0]))
    assert "exosomes" not in single
    assert "not isolated vesicles" in single


def test_drugs_are_never_said_to_work_in_the_cancer_of_another() -> None:
    one = make_path("PMID:1/1", drugs=["sorafenib"], cancers=["liver cancer"])
    other = make_path("PMID:2/1", drugs=["temozolomide"], cancers=["glioma"])
    more = make_path("PMID:3/1", drugs=["temozolomide"], cancers=["glioblastoma"])
    said = paragraph(make_answer(one, other, more))
    assert "temozolomide works better in glioblastoma and glioma (2 claims of 2 papers)" in said
    assert "sorafenib works better in liver cancer (1 claim of 1 paper)" in said


def test_loaded_vesicles_are_told_apart() -> None:
    plain = make_path("PMID:1/1", effect="suppresses tumour", mechanism="miR-1 -| A", cancers=["glioma"])
    loaded = [make_path(f"PMID:{n}/1", effect="suppresses tumour", mechanism=drug, drugs=[drug], cancers=["glioma"])
              for n, drug in ((2, "paclitaxel"), (3, "gemcitabine"))]  # fmt: skip
    said = paragraph(make_answer(plain, *loaded))
    assert "glioma is suppressed by vesicles loaded with a drug (2 claims of 2 papers)" in said
    assert "glioma is suppressed by vesicles loaded with paclitaxel (1 claim" in paragraph(
        make_answer(plain, loaded[0])
    )


def test_a_cut_answer_says_of_how_many() -> None:
    paths = [drug_claim(f"PMID:{n}/1", "sensitises") for n in (1, 2)]
    assert paragraph(make_answer(*paths, hidden=Hidden(over_limit=2))).startswith("2 of 4 claims shown: temozolomide")
    assert paragraph(make_answer(paths[0], hidden=Hidden(over_limit=3))).startswith("1 of 4 claims shown. Bone marrow")


def judged(text: str, value: str, *sides: tuple[str, list[Path]], **fields: Any) -> Answer:
    """A yes, no or mixed as `run` makes it."""
    items = tuple({"name": name, "count": len(paths), "papers": len({path.paper.id for path in paths}),
                   "claims": [path.claim for path in paths]} for name, paths in sides)  # fmt: skip
    return make_answer(*(path for _, paths in sides for path in paths), asked=read(text),
                       reply=Reply("yesno", f"{value.capitalize()}: it is so.", items, value), **fields)  # fmt: skip


def test_a_verdict_says_what_rose_or_fell() -> None:
    more = [make_path(f"PMID:{n}/1", effect="suppresses immune", cell="Treg cell") for n in (1, 2)]
    fewer = [make_path("PMID:3/1", effect="activates immune", cell="Treg cell")]
    taken = (Understood("Tregs", "ImmuneCell", "test:treg-cell", "Treg cell"),)
    sides = (("for", more), ("against", fewer))
    said = "more Treg cells in 2 claims of 2 papers; fewer Treg cells in 1 claim of 1 paper."
    for asked in ("verdict raises = 'Treg cell'", "verdict not lowers = 'Treg cell'"):
        answer = judged(asked.replace("'", '"'), "mixed", *sides, understood=taken)
        assert paragraph(answer).startswith(f"Mixed: {said}")
    turned = judged('verdict lowers = "Treg cell"', "mixed", ("for", fewer), ("against", more), understood=taken)
    assert paragraph(turned).startswith("Mixed: fewer Treg cells in 1 claim of 1 paper; more Treg cells in 2 claims")


def test_a_verdict_on_an_effect_says_the_outcome_of_each_side() -> None:
    pro = [make_path("PMID:1/1", effect="suppresses tumour", cancers=["glioma"])]
    con = [make_path("PMID:2/1", effect="promotes tumour", cancers=["glioma"])]
    asked = "verdict effect = suppresses tumour where cancer = glioma"
    assert paragraph(judged(asked, "yes", ("for", pro))).startswith(
        "Yes: glioma is suppressed in 1 claim of 1 paper; no claim here says otherwise."
    )
    assert paragraph(judged(asked, "no", ("against", con))).startswith(
        "No: glioma is promoted in 1 claim of 1 paper; no claim here says so."
    )
    other = judged("verdict target = PTEN where cancer = glioma", "yes", ("for", pro))
    assert paragraph(other).startswith("Yes: it is so.")


def test_a_comparison_says_what_rose_or_fell_on_each_side_and_ranks_nothing() -> None:
    one = [make_path("PMID:1/1", effect="promotes tumour", mechanism="miR-21", cancers=["glioma"]),
           make_path("PMID:2/1", effect="suppresses immune", mechanism="miR-21", cell="T cell")]  # fmt: skip
    other = [make_path("PMID:3/1", effect="suppresses tumour", mechanism="miR-1", cancers=["glioma"], given="cells")]
    answer = judged("compare cargo = miR-21 with cargo = miR-1", "x", ("miR-21", one), ("miR-1", other))
    compared = replace(answer, reply=replace(answer.reply, kind="compare"))
    assert paragraph(compared).startswith(
        "miR-21: glioma is promoted (1 claim of 1 paper), less T cell activity (1 claim of 1 paper);"
        " miR-1: glioma is suppressed (1 claim of 1 paper). In 1 of 3 claims, cells were given, not isolated vesicles."
        " Counts of reports, not a ranking."
    )
    assert [side.heading for side in sides(compared)] == [
        "miR-21: 2 claims of 2 papers",
        "miR-1: 1 claim of 1 paper",
    ]


def test_several_outcomes_of_a_side_are_told_in_a_row() -> None:
    pro = [make_path(f"PMID:{n}/1", effect="suppresses immune", cell=cell)
           for n, cell in enumerate(("T cell", "Treg cell", "NK cell", "MDSC", "macrophage"), 1)]  # fmt: skip
    assert paragraph(judged("verdict effect = suppresses immune", "yes", ("for", pro))).startswith(
        "Yes: less T cell activity, more Treg cells, less NK cell activity, more MDSCs, and other outcomes,"
        " in 5 claims of 5 papers; no claim here says otherwise."
    )


def test_for_and_against_stand_beside_each_other_with_author_and_year() -> None:
    pro = [make_path("PMID:1/1", effect="suppresses tumour", mechanism="miR-1 -| A", cancers=["glioma"])]
    con = [make_path("PMID:2/1", effect="promotes tumour", cancers=["glioma"], given="cells",
                     paper=make_paper(2, status="retracted"))]  # fmt: skip
    asked = "verdict effect = suppresses tumour"
    assert sides(judged(asked, "mixed", ("for", pro), ("against", con))) == [
        Side("For: 1 claim of 1 paper", ("Wang X 2001 (in vitro): miR-1 -| A => suppresses glioma",)),
        Side("Against: 1 claim of 1 paper", ("Wang X 2002 [retracted] (in vitro; given: cells): promotes glioma",)),
    ]
    assert sides(judged(asked, "yes", ("for", pro))) == []
    many = [make_path(f"PMID:{n}/1", effect="suppresses tumour", cancers=["glioma"]) for n in range(3, 18)]
    long, _ = sides(judged(asked, "mixed", ("for", many), ("against", con)))
    assert long.rows[-1] == "and 3 more"


def test_a_paper_without_author_is_named_once() -> None:
    bare = make_paper(601, first_author="", year=None)
    assert "(in vitro; human; PMID 601)." in paragraph(make_answer(drug_claim("PMID:601/1", "sensitises", paper=bare)))


def test_long_lists_are_cut_and_counted() -> None:
    paths = [drug_claim(f"PMID:{n}/1", "sensitises", source=f"tissue {n:02}") for n in range(1, 31)]
    said = paragraph(make_answer(*paths))
    assert "Wang X 2004, PMID 4; 26 more papers)" in said
    assert "No claim in the data opposes one of these 30 claims of 30 papers" in said
    others = [make_path(f"PMID:{n}/1", mechanism=f"miR-{n}", drugs=["x"], cancers=["glioma"]) for n in range(1, 31)]
    assert "And 24 more mechanisms (24 claims of 24 papers)." in paragraph(make_answer(*others))


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
