"""exograph mechanism: every filter and its opposite, what is left out, and why there is nothing."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, pasted
from tests.graphs import bundled_graph

FILTERS = {
    "source": "bone marrow",
    "cargo": "miR-21",
    "gene": "PTEN",
    "pathway": "PI3K/AKT",
    "drug": "cisplatin",
    "cancer": "glioma",
    "modality": "radiotherapy",
    "cell": "T cell",
    "effect": "sensitises",
}


def answer(run: Run, *words: str) -> dict[str, Any]:
    result = run("mechanism", *words, "--json")
    found: dict[str, Any] = json.loads(result.out)
    assert result.code == (0 if found["paths"] else 1), result.said
    assert (found["nothing"] is None) == bool(found["paths"])
    return found


def claims(run: Run, *words: str) -> set[str]:
    return {path["claim"] for path in answer(run, *words, "--limit", "9999")["paths"]}


def everything() -> set[str]:
    return {n.id for n in bundled_graph().nodes if n.label == "Claim" and n.properties["status"] != "retracted"}


@pytest.mark.parametrize(("name", "value"), FILTERS.items())
def test_a_filter_and_its_opposite_share_the_claims(run: Run, name: str, value: str) -> None:
    with_it, without = claims(run, f"--{name}", value), claims(run, f"--not-{name}", value)
    assert with_it
    assert without
    assert not with_it & without
    assert with_it | without == everything()


@pytest.mark.parametrize(("name", "value"), FILTERS.items())
def test_a_path_holds_what_was_asked_for(run: Run, name: str, value: str) -> None:
    found = answer(run, f"--{name}", value)
    assert found["asked"]["where"] == {"facet": name, "values": [value]}
    assert found["command"] == ["exograph", "mechanism", f"--{name}", value]
    if name != "effect":
        assert [one["text"] for one in found["understood"]] == [value]
    for path in found["paths"]:
        assert path["kind"] == "reported"
        assert all(edge["id"].startswith(f"{path['claim']}:") for edge in path["edges"])
        assert path["publication"]["id"] == path["claim"].rpartition("/")[0]


def test_one_path_is_one_claim(run: Run) -> None:
    paths = answer(run, "--drug", "paclitaxel")["paths"]
    assert len({path["claim"] for path in paths}) == len(paths)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        (["--drug", "TMZ"], ["--drug", "temozolomide"]),
        (["--cargo", "miRNA-21"], ["--cargo", "miR-21"]),
        (["--cancer", "hepatoma"], ["--cancer", "hepatocellular carcinoma"]),
        (["--drug", "Taxol"], ["--drug", "paclitaxel"]),
        (["--cell", "Tregs"], ["--cell", "regulatory T cell"]),
        (["--effect", "sensitizes", "--drug", "cisplatin"], ["--effect", "sensitises", "--drug", "cisplatin"]),
    ],
)
def test_other_names_find_the_same(run: Run, words: list[str], other: list[str]) -> None:
    assert claims(run, *words) == claims(run, *other)
    assert claims(run, *words)


def test_a_repeated_filter_is_any_of(run: Run) -> None:
    one, other = claims(run, "--drug", "cisplatin"), claims(run, "--drug", "temozolomide")
    assert claims(run, "--drug", "cisplatin", "--drug", "temozolomide") == one | other
    assert claims(run, "--not-drug", "cisplatin", "--not-drug", "temozolomide") == everything() - one - other


def test_two_filters_are_all_of(run: Run) -> None:
    both = claims(run, "--drug", "paclitaxel", "--cancer", "breast cancer")
    assert both == claims(run, "--drug", "paclitaxel") & claims(run, "--cancer", "breast cancer")


def test_a_broader_term_finds_the_narrower(run: Run) -> None:
    assert claims(run, "--cancer", "glioblastoma") <= claims(run, "--cancer", "glioma")
    assert claims(run, "--cancer", "non-small cell lung cancer") <= claims(run, "--cancer", "lung cancer")
    assert claims(run, "--drug", "sorafenib") <= claims(run, "--drug", "tyrosine kinase inhibitors")
    assert claims(run, "--drug", "sorafenib")


@pytest.mark.parametrize(
    ("text", "fits"),
    [("2020", lambda year: year == 2020), ("2018-2020", lambda year: 2018 <= year <= 2020),
     ("2021-", lambda year: year >= 2021), ("-2015", lambda year: 0 < year <= 2015)],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_years(run: Run, text: str, fits: Any) -> None:
    found = claims(run, "--year", text)
    nodes = {node.id: node for node in bundled_graph().nodes if node.label == "Claim"}
    assert found == {claim for claim in everything() if fits(nodes[claim].properties.get("year", 0))}
    assert found


def test_models(run: Run) -> None:
    vivo, vitro = claims(run, "--model", "in vivo"), claims(run, "--model", "in-vitro")
    nodes = {node.id: node.properties["model"] for node in bundled_graph().nodes if node.label == "Claim"}
    assert vivo & vitro == {claim for claim in everything() if nodes[claim] == "in vitro + in vivo"}


def test_one_claim(run: Run) -> None:
    claim = sorted(everything())[0]
    assert claims(run, "--claim", claim) == {claim}


def test_sensitises_includes_reverses_resistance_and_tells_what_it_leaves_out(run: Run) -> None:
    found = answer(run, "--drug", "doxorubicin", "--effect", "sensitises")
    assert {path["effect"] for path in found["paths"]} <= {"sensitises", "reverses resistance"}
    loaded = {
        path["claim"] for path in answer(run, "--drug", "doxorubicin")["paths"] if path["loaded"]
    } - {path["claim"] for path in found["paths"]}  # fmt: skip
    assert found["hidden"]["loaded"] == len(loaded) > 0
    assert (
        f"{len(loaded)} claims on vesicles loaded"
        in run("mechanism", "--drug", "doxorubicin", "--effect", "sensitises").out
    )
    assert "reverses resistance" in {path["effect"] for path in answer(run, "--effect", "sensitises")["paths"]}


def test_immunotherapy_tells_its_background(run: Run) -> None:
    found = answer(run, "--modality", "immunotherapy")
    background = claims(run, "--not-modality", "immunotherapy") - claims(run, "--cancer", "cancer")
    assert found["hidden"]["background"] > 0
    assert found["hidden"]["background"] <= len(background | everything())
    assert f"{found['hidden']['background']} claims on immune cells without a cancer" in run(
        "mechanism", "--modality", "immunotherapy"
    ).out.replace("\n", " ").replace("  ", " ")
    assert answer(run, "--modality", "radiotherapy")["hidden"]["background"] == 0


def test_retracted_papers_are_hidden_counted_and_shown_on_demand(run: Run) -> None:
    retracted = [n for n in bundled_graph().nodes if n.label == "Claim" and n.properties["status"] == "retracted"]
    paper = {e.source[1]: e.target[1] for e in bundled_graph().edges if e.type == "REPORTED_IN"}
    assert retracted
    for node in retracted:
        hidden = answer(run, "--claim", node.id)
        assert (hidden["paths"], hidden["hidden"]["retracted"]) == ([], 1)
        assert "retracted" in hidden["nothing"]["why"]
        command = hidden["nothing"]["nearest"][0]["command"]
        shown = run(*pasted(command))
        assert shown.code == 0
        assert "retracted" in shown.out.lower()
        both = answer(run, "--claim", node.id, "--retracted")
        assert [path["publication"]["status"] for path in both["paths"]] == ["retracted"]
        assert both["paths"][0]["publication"]["id"] == paper[node.id]


def test_the_limit_says_what_it_cuts(run: Run) -> None:
    found = answer(run, "--modality", "chemotherapy", "--limit", "2")
    assert len(found["paths"]) == 2
    assert found["hidden"]["over_limit"] == len(claims(run, "--modality", "chemotherapy")) - 2


def test_opposing_claims_stand_beside(run: Run) -> None:
    # no claim names cetuximab: this is everything
    everything_ = answer(run, "--not-drug", "cetuximab", "--limit", "9999")["paths"]
    signs = {path["claim"]: path["sign"] for path in everything_}
    opposed = [path for path in everything_ if path["opposed_by"]]
    assert opposed
    for path in opposed:
        assert all(signs[other] != path["sign"] for other in path["opposed_by"])
        assert all(
            path["claim"] in next(p for p in opposed if p["claim"] == o)["opposed_by"] for o in path["opposed_by"]
        )


NOTHING = {
    "unknown name": (["--drug", "cisplatinum-like"], "no vocabulary knows the drug"),
    "misspelt name": (["--drug", "cisplattin"], "no vocabulary knows the drug"),
    "unknown miRNA": (["--cargo", "miR-99999"], "no vocabulary knows the cargo"),
    "known but absent": (["--drug", "cetuximab"], "no claim names the drug cetuximab"),
    "two that do not meet": (["--drug", "temozolomide", "--cancer", "breast cancer"], "no claim has both"),
    "three that do not meet": (
        ["--drug", "temozolomide", "--cancer", "breast cancer", "--cargo", "miR-21"],
        "never together: `cargo = miR-21` with `drug = temozolomide`",
    ),
    "a filter that is barren": (["--cancer", "glioma", "--year", "1991"], "no claim has year = 1991"),
    "an effect that nothing has": (["--drug", "temozolomide", "--effect", "suppresses immune"], "no claim"),
    "a year alone": (["--year", "1991"], "no claim has year = 1991"),
    "everything excluded": (["--drug", "cisplatin", "--not-drug", "cisplatin"], "no claim has both"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "why"), NOTHING.values(), ids=NOTHING)
def test_nothing_says_why_and_what_there_is(run: Run, words: list[str], why: str) -> None:
    found = answer(run, *words)
    assert why in found["nothing"]["why"]
    plain = run("mechanism", *words)
    assert plain.code == 1
    assert found["nothing"]["why"].lower() in " ".join(plain.out.split()).lower()
    for nearest in found["nothing"]["nearest"]:
        shown = run(*pasted(nearest["command"]), "--json")
        assert shown.code in (0, 1), nearest
        counted = re.match(r"(\d+) path", nearest["text"]) or re.search(r"\((\d+) claims?\)", nearest["text"])
        if counted:
            found_ = json.loads(shown.out)
            assert len(found_["paths"]) + found_["hidden"]["over_limit"] == int(counted[1]), nearest


@pytest.mark.parametrize(
    "words", [NOTHING[name][0] for name in ("known but absent", "two that do not meet", "misspelt name")]
)
def test_nearest_things_are_offered(run: Run, words: list[str]) -> None:
    assert answer(run, *words)["nothing"]["nearest"]


def test_a_known_drug_without_claims_shows_what_databases_say(run: Run) -> None:
    found = answer(run, "--drug", "cetuximab")
    assert {fact["to_name"] for fact in found["facts"]} == {"EGFR"}
    assert "EGFR" in run("mechanism", "--drug", "cetuximab", "--facts").out


def test_names_with_quotes_make_commands_that_a_shell_takes(run: Run) -> None:
    found = answer(run, "--cancer", "Ewing's sarcoma", "--drug", "temozolomide")
    for nearest in found["nothing"]["nearest"]:
        assert shlex.split(nearest["command"])
        assert run(*pasted(nearest["command"])).code in (0, 1)


@pytest.mark.parametrize("form", ["--tsv", "--markdown", "--brief", "--json"])
def test_other_forms(run: Run, form: str) -> None:
    result = run("mechanism", "--drug", "temozolomide", form)
    assert result.code == 0
    assert "miR-199a" in result.out
    assert result.out.endswith("\n")
    assert result.err == ""


def test_an_html_page_and_references_are_written_beside_the_answer(run: Run) -> None:
    result = run("mechanism", "--drug", "temozolomide", "--html", "a.html", "--references", "a.bib")
    assert result.code == 0
    assert "wrote a.html" in result.err
    assert Path("a.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert "\n@article{" in Path("a.bib").read_text(encoding="utf-8")
    assert sorted(path.name for path in Path().iterdir()) == ["a.bib", "a.html"]
    assert run("mechanism", "--drug", "temozolomide").out == result.out


def test_an_answer_of_nothing_can_be_written_too(run: Run) -> None:
    assert run("mechanism", "--drug", "cetuximab", "--html", "a.html").code == 1
    assert "cetuximab" in Path("a.html").read_text(encoding="utf-8")


def test_the_same_question_gives_the_same_bytes(run: Run) -> None:
    first, second = (run("mechanism", "--cancer", "breast cancer", "--json").out for _ in range(2))
    assert first == second


def test_the_release_stands_in_every_answer(run: Run) -> None:
    data = answer(run, "--drug", "cisplatin")["data"]
    assert data == {"release": bundled_graph().release.release, "sha256": bundled_graph().release.sha256}
    assert data["sha256"][:12] in run("mechanism", "--drug", "cisplatin").out
