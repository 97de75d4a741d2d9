"""One question, five doors: flags, the text form, plain words, Python and MCP ask the same and get the same."""

from __future__ import annotations

import inspect
import json
from typing import Any

import pytest

from benchmarks.ask_questions import questions
from exograph.api import Exograph
from exograph.mcp_server import _mechanism
from exograph.mcp_server.tools import MOST_PATHS, Tools
from exograph.questions.facets import FACETS
from exograph.questions.question import read_document
from tests.ask import asked, bundled
from tests.cli.running import run

OWN = ("question", "command")  # what a door may say in its own words
# one question: as flags, as keywords, in its text form
ALIKE: tuple[tuple[list[str], dict[str, Any], str], ...] = (
    (["--drug", "TMZ", "--cancer", "glioma"], {"drug": "TMZ", "cancer": ["glioma"]},
     "paths where drug = TMZ and cancer = glioma"),
    (["--year", "2020", "--cargo-kind", "miRNA", "--not-drug", "cisplatin"],
     {"cargo_kind": "miRNA", "year": 2020, "not_drug": ["cisplatin"]},
     "cargo-kind = miRNA and year = 2020 and drug != cisplatin"),
    (["--cancer", "glioma", "--cancer", "breast cancer", "--effect", "sensitizes"],
     {"cancer": ("glioma", "breast cancer"), "effect": "sensitizes"},
     "cancer = glioma or breast cancer and effect = sensitizes"),
    (["--cargo", "none", "--given", "vesicles", "--loaded", "no", "--cancer", "glioma"],
     {"cargo": "none", "given": "vesicles", "loaded": False, "cancer": "glioma"},
     "given = vesicles and loaded = no and cargo = none and cancer = glioma"),
    (["--drug", "unobtainium"], {"drug": "unobtainium"}, "drug = unobtainium"),
    (["--drug", "cetuximab"], {"drug": "cetuximab"}, "drug = cetuximab"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def one_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands ask the store that the tests hold open."""
    for command in ("mechanism", "find", "ask"):
        monkeypatch.setattr(f"exograph.cli.{command}.ready_store", lambda _: bundled())


def without(document: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in names}


@pytest.mark.parametrize(("flags", "keywords", "text"), ALIKE, ids=[text for *_, text in ALIKE])
def test_every_door_gives_the_same_answer(flags: list[str], keywords: dict[str, Any], text: str) -> None:
    by_flags = run("mechanism", *flags, "--json").json()
    by_text = run("find", text, "--json").json()
    graph = Exograph(bundled())
    by_name = graph.mechanism(**keywords).to_dict()
    by_value = graph.question(read_document(by_text["asked"])).to_dict()
    expected = without(by_flags, *OWN)
    for found in (by_text, by_name, by_value, graph.find(text).to_dict()):
        assert without(found, *OWN) == expected
    negated = {name.removeprefix("not_"): value for name, value in keywords.items() if name.startswith("not_")}
    given = {name: value for name, value in keywords.items() if not name.startswith("not_")}
    lists = {name: [str(one) for one in value] if isinstance(value, list | tuple) else [_word(value)]
             for name, value in given.items()}  # fmt: skip
    tools = Tools(bundled())
    by_tool = tools.mechanism(lists | {f"not_{name}": value for name, value in negated.items()}, limit=MOST_PATHS)
    for found in (by_tool, tools.find(text, limit=MOST_PATHS)):
        assert without(found, *OWN, "cut", "sentences", "hidden") == without(expected, "hidden")


def _word(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def test_every_facet_is_an_option_of_three_commands_and_an_argument_of_the_tool() -> None:
    for command in ("mechanism", "map", "view"):
        shown = run(command, "--help").out
        assert all(f"--{name} " in shown for name in FACETS), command
    known = inspect.signature(_mechanism(Tools(bundled()))).parameters
    assert {name.replace("-", "_") for name in FACETS} < set(known)


@pytest.mark.parametrize("name", FACETS)
def test_every_facet_and_its_opposite_share_the_claims(name: str) -> None:
    """With a value that some claim has: both flags together hold every claim once."""
    rows = bundled().query(f"MATCH (c:Claim)-[:REPORTED_IN]->(p:Publication) {_VALUES[name]} ORDER BY c.id LIMIT 1")
    value = rows[0]["value"]
    graph = Exograph(bundled())
    key = name.replace("-", "_")
    yes, no = (
        {path.claim for path in graph.mechanism(**{facet: value}, limit=9999, retracted=True)}
        for facet in (key, f"not_{key}")
    )
    every = {path.claim for path in graph.find("paths limit 9999", retracted=True)}
    assert yes and not yes & no
    assert yes | no == every


_NODES = {
    "source": "HAS_SOURCE", "cargo": "HAS_CARGO", "target": "HAS_TARGET", "marker": "HAS_MARKER", "gene": "HAS_TARGET",
    "molecule": "HAS_CARGO", "raises": "HAS_PATHWAY {change: 1}", "lowers": "HAS_PATHWAY {change: -1}",
    "pathway": "HAS_PATHWAY", "drug": "HAS_DRUG", "cancer": "HAS_CANCER", "modality": "HAS_MODALITY",
    "cell": "HAS_CELL",
}  # fmt: skip
_OTHERS = {
    "preparation": "MATCH (c)-[:HAS_EXOSOME]->(x) RETURN 'primed' AS value",
    "treatment": "MATCH (c)-[:HAS_EXOSOME]->(x) WHERE x.treatment <> '' RETURN x.treatment AS value",
    "vesicle": "MATCH (c)-[:HAS_EXOSOME]->(x) WHERE x.vesicle <> '' RETURN x.vesicle AS value",
    "drug-kind": "MATCH (c)-[:HAS_DRUG]->(x) RETURN x.kind AS value",
    "cargo-kind": "RETURN 'miRNA' AS value", "loaded": "RETURN true AS value", "model": "RETURN 'in vivo' AS value",
    "versus": "RETURN 'free drug' AS value", "opposed": "RETURN true AS value", "journal": "RETURN p.journal AS value",
    "author": "WHERE p.first_author <> '' RETURN p.first_author AS value", "paper": "RETURN p.id AS value",
    "claim": "RETURN c.id AS value", "status": "RETURN 'ok' AS value",
}  # fmt: skip
_VALUES = {name: f"MATCH (c)-[:{role}]->(x) RETURN x.name AS value" for name, role in _NODES.items()} | {
    name: _OTHERS.get(name, f"WHERE c.{name} <> '' RETURN c.{name} AS value") for name in FACETS if name not in _NODES
}  # fmt: skip


@pytest.mark.parametrize("one", questions(), ids=lambda one: f"{one.file}-{one.question[:40]}")
def test_the_command_of_an_answer_gives_its_claims_again(one: Any) -> None:
    answer = asked(one.question)
    if not answer.command:
        assert answer.reply.kind in {"readings", "refusal"}
        for offered in answer.readings:
            again = run(*offered.command[1:], "--json").json()
            assert len(again["paths"]) + again["hidden"]["over_limit"] == offered.claims
        return
    again = run(*answer.command[1:], "--json").json()
    assert {path["claim"] for path in again["paths"]} == {path.claim for path in answer.paths}
    assert (again["answer"]["kind"], again["answer"]["value"]) == (answer.reply.kind, answer.reply.value)
    by_text = run("find", answer.text, "--json").json()
    assert [path["claim"] for path in by_text["paths"]] == [path.claim for path in answer.paths]
    assert answer.asked is not None
    assert by_text["asked"] == json.loads(json.dumps(answer.asked.document()))
