"""`exograph mcp` as an agent sees it: the official client starts it and talks over stdio."""

from __future__ import annotations

import json
import subprocess
import sysconfig
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters

from exograph.mcp_server import DESCRIPTIONS, server
from exograph.mcp_server.tools import INSTRUCTIONS, MOST_PATHS, NAMES, PATHS, ROWS, Tools
from exograph.stores.base import Row
from exograph.stores.embedded import EmbeddedStore
from tests.ask import mechanism

SCRIPT = Path(sysconfig.get_path("scripts")) / "exograph"
KNOWN = "PMID:26514126/1"


class Session:
    """Calls tools of one server that runs as a process of its own."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self.portal = portal
        self.client = client

    def result(self, tool: str, arguments: dict[str, Any]) -> Any:
        """What the client gets back."""
        return self.portal.call(partial(self.client.call_tool, tool, arguments))

    def call(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """The structured result of one tool; its text says the same."""
        result = self.result(tool, arguments)
        assert not result.is_error, result.content[0].text
        found: dict[str, Any] = result.structured_content
        assert json.loads(result.content[0].text) == found
        return found

    def refused(self, tool: str, **arguments: Any) -> str:
        """The text of a tool's error."""
        result = self.result(tool, arguments)
        assert result.is_error
        return str(result.content[0].text)


@pytest.fixture(scope="module")
def session(bundled_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    home = tmp_path_factory.mktemp("home")
    parameters = StdioServerParameters(
        command=str(SCRIPT),
        args=["mcp", "--store", f"embedded:{bundled_path}"],
        env={"XDG_DATA_HOME": str(home)},
    )
    client = Client(parameters, read_timeout_seconds=60)
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(client):
        yield Session(portal, client)
    assert list(home.iterdir()) == [], "a server that names its store touches no other"


def test_it_introduces_itself_and_offers_read_only_tools(session: Session) -> None:
    info, listed = session.client.server_info, session.portal.call(session.client.list_tools)
    assert info is not None
    assert info.name == "exograph"
    assert session.client.instructions == INSTRUCTIONS
    assert (
        {tool.name for tool in listed.tools}
        == {"ask", "mechanism", "find", "ground", "query", "evidence", "schema"}
        == set(DESCRIPTIONS)
    )
    for tool in listed.tools:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert tool.annotations.destructive_hint is False
        assert tool.description == DESCRIPTIONS[tool.name]


def test_mechanism(session: Session, bundled_store: EmbeddedStore) -> None:
    found = session.call("mechanism", drug=["TMZ"], cancer=["glioma"])
    expected = mechanism(bundled_store, {"drug": ["temozolomide"], "cancer": ["glioma"]})
    assert [path["claim"] for path in found["paths"]] == [path.claim for path in expected.paths]
    assert found["data"] == {"release": expected.release, "sha256": expected.sha256}
    assert found["cut"] == []
    assert "miR-" in found["sentences"]


def test_a_result_is_the_documented_answer(session: Session) -> None:
    """Without the two fields that only agents get, it is what answer.schema.json describes."""
    from jsonschema import Draft202012Validator

    from exograph.views.json_view import SCHEMA_FILE

    validator = Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    for found in (
        session.call("mechanism", drug=["cisplatin"]),
        session.call("mechanism", drug=["cetuximab"]),
        session.call("evidence", identifier=KNOWN),
    ):
        validator.validate({name: value for name, value in found.items() if name not in {"cut", "sentences"}})


def test_without_and_limit(session: Session) -> None:
    every = session.call("mechanism", modality=["chemotherapy"], limit=MOST_PATHS)
    some = session.call("mechanism", modality=["chemotherapy"], without={"drug": ["cisplatin"]}, limit=MOST_PATHS)
    drugs = {node["name"] for path in some["paths"] for node in path["nodes"] if node["label"] == "Drug"}
    assert "cisplatin" not in drugs
    assert 0 < len(some["paths"]) < len(every["paths"])
    few = session.call("mechanism", modality=["chemotherapy"], limit=3)
    assert len(few["paths"]) == 3
    assert few["cut"][0].startswith("3 of ")
    assert "raise `limit`" in few["cut"][0]


def test_nobody_gets_more_than_the_cap(session: Session, bundled_store: EmbeddedStore) -> None:
    found = session.call("mechanism", model=["in vitro"], limit=100_000)
    every = mechanism(bundled_store, {"model": ["in vitro"]}, limit=100_000)
    assert len(every.paths) > MOST_PATHS
    assert len(found["paths"]) == MOST_PATHS
    assert found["cut"][0].startswith(f"{MOST_PATHS} of {len(every.paths)} paths shown")


def test_nothing_found_is_no_error(session: Session) -> None:
    found = session.call("mechanism", drug=["cetuximab"])
    assert found["paths"] == []
    assert "cetuximab" in found["nothing"]["why"]
    assert found["nothing"]["nearest"]


@pytest.mark.parametrize(
    "identifier",
    [KNOWN, "PMID:26514126", "26514126", "PMID 26514126", "PMC4627430", "10.1186/s13045-015-0220-7", "https://doi.org/10.1186/S13045-015-0220-7",
     "https://pubmed.ncbi.nlm.nih.gov/26514126/"],
)  # fmt: skip
def test_evidence_of_a_claim_or_a_paper(session: Session, identifier: str) -> None:
    found = session.call("evidence", identifier=identifier)
    assert KNOWN in {path["claim"] for path in found["paths"]}
    assert {path["publication"]["pmid"] for path in found["paths"]} == {"26514126"}


def test_evidence_shows_retracted_claims(session: Session, bundled_store: EmbeddedStore) -> None:
    rows = bundled_store.free("MATCH (c:Claim {status: 'retracted'}) RETURN c.id AS claim ORDER BY claim").rows
    assert rows
    found = session.call("evidence", identifier=rows[0]["claim"])
    assert [path["publication"]["status"] for path in found["paths"]] == ["retracted"]


def test_ground(session: Session) -> None:
    found = session.call("ground", names=["c-Met", "miR122", "miR-999999"])
    assert [one["status"] for one in found["names"]] == ["matched", "matched", "unmatched"]
    assert found["names"][0]["candidates"][0]["name"] == "MET"
    many = session.call("ground", names=["TMZ"] * (NAMES + 1))
    assert len(many["names"]) == NAMES
    assert many["cut"] == [f"{NAMES} of {NAMES + 1} names shown; narrow the question to see the others"]


def test_query(session: Session) -> None:
    found = session.call("query", name="mechanism", parameters={"drug": ["cisplatin", "TMZ"], "effect": "sensitises"})
    assert {row["effect"] for row in found["rows"]} <= {"sensitises", "reverses resistance"}
    assert any("temozolomide" in note for note in found["notes"])
    every = session.call("query", name="mechanism")
    assert len(every["rows"]) == ROWS
    assert every["cut"][0].startswith(f"{ROWS} of ")


def test_schema(session: Session) -> None:
    found = session.call("schema")
    assert {"Claim", "Cargo", "Drug"} <= set(found["nodes"])
    assert found["effects"]["confers resistance"] == {"sign": -1, "family": "response"}
    assert "mechanism" in found["queries"]
    assert found["read_this_first"] == INSTRUCTIONS


def test_ask(session: Session) -> None:
    found = session.call("ask", question="Which exosomes sensitise glioma to temozolomide?")
    assert found["paths"]
    refused = session.call("ask", question="How do I bake bread?")
    assert refused["answer"]["kind"] == "refusal"
    assert refused["paths"] == []
    assert "100000 characters" in session.refused("ask", question="x" * 100_000)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("mechanism", {}, "at least one facet"),
        ("mechanism", {"effect": ["heals"]}, "is no effect"),
        ("mechanism", {"without": {"dose": ["1"]}}, "no facet `dose`"),
        ("query", {"name": "no_such_question"}, "no canned question"),
        ("query", {"name": "mechanism", "parameters": {"dose": "1"}}, "no parameter `dose`"),
        ("evidence", {"identifier": "PMID:1"}, "no claim and no paper"),
        ("evidence", {"identifier": "x' OR 1=1 //"}, "no claim and no paper"),
        ("evidence", {"identifier": ""}, "no claim and no paper"),
        ("ground", {"names": ["TMZ"], "label": "Protein"}, "no label"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(
    session: Session, tool: str, arguments: dict[str, Any], said: str
) -> None:
    text = session.refused(tool, **arguments)
    assert said in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("mechanism", {"drug": ["cisplatin"], "cancers": ["glioma"]}, "`cancers`\n  did you mean `cancer`?"),
        ("ask", {"question": "what?", "cancer": "glioma"}, "no argument `cancer`"),
        ("ground", {"names": ["TMZ"], "labels": "Drug"}, "did you mean `label`?"),
        ("query", {"name": "by_drug", "drug": "cisplatin"}, "it takes: name, parameters"),
        ("evidence", {"identifier": KNOWN, "limits": 3}, "did you mean `limit`?"),
        ("schema", {"label": "Drug"}, "it takes: nothing"),
        ("ask", {}, "needs `question`"),
        ("ask", {"question": None}, "needs `question`"),
        ("ask", {"question": ["a"]}, 'question: ["a"] is no value for it\n  give a text'),
        ("mechanism", {"drug": {"name": "TMZ"}}, "give a text"),
        ("mechanism", {"drug": [["TMZ"]]}, "give a text"),
        ("mechanism", {"drug": "TMZ", "limit": "many"}, "give a whole number"),
        ("mechanism", {"drug": "TMZ", "limit": True}, "give a whole number"),
        ("mechanism", {"drug": "TMZ", "retracted": "perhaps"}, "true or false"),
        ("mechanism", {"drug": "TMZ", "without": "glioma"}, "give an object"),
        ("mechanism", {"drug": ["TMZ"] * 5000}, "drug: 5000 values\n  at most 100"),
        ("mechanism", {"drug": "x" * 5000}, "drug: 5000 characters"),
        ("mechanism", {"without": {"x" * 5000: ["glioma"]}}, "a name of 5000 characters"),
        ("mechanism", {"x" * 5000: ["glioma"]}, "no argument `xxx"),
        ("query", {"name": "x" * 5000}, "name: 5000 characters"),
    ],
)
def test_arguments_that_a_tool_does_not_have_are_refused(
    session: Session, tool: str, arguments: dict[str, Any], said: str
) -> None:
    text = session.refused(tool, **arguments)
    assert said in text
    assert len(text) < 500
    assert "pydantic" not in text


def test_a_text_is_a_list_of_one_and_json_text_is_what_it_spells(session: Session) -> None:
    wanted = session.call("mechanism", drug=["cisplatin"], without={"cancer": ["glioma"]}, year=["2020-"], limit=3)
    for drug in ("cisplatin", '["cisplatin"]'):
        for without in ({"cancer": "glioma"}, '{"cancer": ["glioma"]}'):
            assert session.call("mechanism", drug=drug, without=without, year="2020-", limit="3") == wanted
    assert session.call("mechanism", drug="cisplatin", year=2020) == session.call(
        "mechanism", drug=["cisplatin"], year=["2020"]
    )
    assert session.call("ground", names="TMZ")["names"][0]["status"] == "matched"
    assert session.call("ask", question="[Wnt] and cisplatin?")["question"] == "[Wnt] and cisplatin?"
    named = session.call("query", name="mechanism", parameters={"drug": "cisplatin"})
    assert session.call("query", name="mechanism", parameters={"drug": ["cisplatin"]})["rows"] == named["rows"]


def test_no_tool_writes(bundled_path: Path, session: Session) -> None:
    before = bundled_path.read_bytes()
    for tool, arguments in (
        ("mechanism", {"drug": ["cisplatin"]}),
        ("evidence", {"identifier": KNOWN}),
        ("schema", {}),
    ):
        session.call(tool, **arguments)
    assert bundled_path.read_bytes() == before


def test_every_statement_is_a_file_of_ours(bundled_store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an agent sends reaches the store as parameters only."""
    asked: list[str] = []
    real = EmbeddedStore.query

    def spy(self: EmbeddedStore, cypher: str, parameters: Any = None) -> list[Row]:
        asked.append(cypher)
        return real(self, cypher, parameters)

    monkeypatch.setattr(EmbeddedStore, "query", spy)
    hostile = "') DETACH DELETE n //"
    tools = Tools(bundled_store)
    tools.mechanism({"drug": [hostile], "claim": [hostile]})
    with pytest.raises(Exception, match="no claim and no paper"):
        tools.evidence(hostile)
    assert asked
    assert not any(hostile in cypher for cypher in asked)


def test_the_package_missing(bundled_store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from exograph.errors import UsageError

    monkeypatch.setattr("exograph.mcp_server.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install 'exograph\[mcp\]'"):
        server(bundled_store)


def test_it_ends_when_the_client_goes_and_stdout_is_the_protocol_s(bundled_path: Path) -> None:
    ran = subprocess.run(
        [str(SCRIPT), "mcp", "--store", f"embedded:{bundled_path}"],
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0
    assert ran.stdout == ""


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    broken = tmp_path / "graph.kgl"
    broken.write_bytes(b"not a store")
    ran = subprocess.run(
        [str(SCRIPT), "mcp", "--store", f"embedded:{broken}"],
        input="",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 4
    assert ran.stdout == ""
    assert "no store of exograph" in ran.stderr


def test_the_page_tells_the_tools_and_the_caps() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "agents.md").read_text(encoding="utf-8")
    assert all(f"| `{tool}` |" in page for tool in DESCRIPTIONS)
    assert f"paths: {PATHS}, at most {MOST_PATHS} with `limit`; rows: {ROWS}; names: {NAMES}" in page
