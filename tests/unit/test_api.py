"""The Python interface: what a notebook uses, on the bundled graph."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import exograph
from exograph.errors import StoreNotBuilt, StoreRefused, UsageError
from exograph.stores.embedded import EmbeddedStore

PAGE = Path(__file__).resolve().parents[2] / "docs" / "python.md"


@pytest.fixture
def graph(bundled_path: Path) -> Iterator[exograph.Exograph]:
    with exograph.open(f"embedded:{bundled_path}") as opened:
        yield opened


def test_the_page_runs(bundled_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of docs/python.md gives what stands there."""
    monkeypatch.setattr("exograph.stores.embedded.default_path", lambda: bundled_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried > 20
    assert failed == 0


def test_import_is_instant() -> None:
    """`import exograph` brings no other module of ours and no library of others."""
    code = "import sys; before = set(sys.modules); import exograph; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in loaded if name.startswith("exograph")] == ["exograph"]
    assert {name.partition(".")[0] for name in loaded} <= {"exograph", *sys.stdlib_module_names}


def test_unknown_attribute() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = exograph.nonsense
    assert {"open", "Exograph", "Result"} <= set(dir(exograph))


def test_open_builds_the_users_own_store_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreNotBuilt):
        exograph.open(f"embedded:{tmp_path / 'new.kgl'}")
    assert not list(tmp_path.iterdir())
    monkeypatch.setattr("exograph.stores.embedded.default_path", lambda: tmp_path / "new.kgl")
    with exograph.open() as opened:
        assert len(opened.mechanism(drug="sorafenib")) > 0
    assert (tmp_path / "new.kgl").is_file()


def test_several_values_and_exclusions(graph: exograph.Exograph) -> None:
    both = graph.mechanism(drug=["cisplatin", "temozolomide"])
    one = graph.mechanism(drug="cisplatin")
    without = graph.mechanism(drug=["cisplatin", "temozolomide"], not_drug="cisplatin")
    assert {path.claim for path in one} < {path.claim for path in both}
    assert {path.claim for path in both} == {path.claim for path in one} | {path.claim for path in without}


def test_no_filter_and_unknown_filter(graph: exograph.Exograph) -> None:
    with pytest.raises(UsageError, match="at least one facet"):
        graph.mechanism()
    with pytest.raises(UsageError, match="no facet `drugs`"):
        graph.mechanism(drugs="cisplatin")


def test_query_rows(graph: exograph.Exograph) -> None:
    rows = graph.query("mechanism", drug=["TMZ", "cisplatin"])
    assert {"claim", "effect"} <= set(rows.columns)
    assert len(rows) == len(list(rows)) > 0
    assert any("temozolomide" in note for note in rows.notes)
    assert "<table>" in rows._repr_html_()
    assert len(rows.to_frame()) == len(rows)
    with pytest.raises(UsageError, match="no parameter"):
        graph.query("mechanism", dose="1 mg")
    with pytest.raises(UsageError, match="no canned question"):
        graph.query("no_such_question")


def test_a_frame_without_a_library_for_it(graph: exograph.Exograph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exograph.exports.frames.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"neither pandas nor polars is installed\n  pip install 'exograph\[frames\]'"):
        graph.mechanism(drug="cisplatin").to_frame()


def test_cypher_takes_parameters_by_name_and_says_what_it_does_not_know(graph: exograph.Exograph) -> None:
    statement = "MATCH (d:Drug {name: $n}) RETURN d.id AS id, d.kid AS kid"
    by_name = graph.cypher(statement, n="cisplatin")
    assert by_name.rows == graph.cypher(statement, {"n": "TMZ"}, n="cisplatin").rows
    assert len(by_name) == 1
    assert by_name.notes == ("`kid` is no property of the graph: did you mean `kind`?",)
    with pytest.raises(StoreRefused, match="longer than 1 s"):
        graph.cypher("MATCH p = shortestPath((a)-[*]-(b)) RETURN count(p) AS n", seconds=1)


def test_cypher_reads_and_never_writes(graph: exograph.Exograph) -> None:
    cut = graph.cypher("MATCH (c:Claim) RETURN c.id AS claim ORDER BY claim", limit=3)
    assert len(cut) == 3
    assert cut.notes == ("cut at 3 rows",)
    named = graph.cypher("MATCH (c:Claim {id: $id}) RETURN c.effect AS effect", {"id": cut[0]["claim"]})
    assert len(named) == 1
    with pytest.raises(StoreRefused):
        graph.cypher("MATCH (c:Claim) DETACH DELETE c")


def test_ground(graph: exograph.Exograph) -> None:
    known, unknown = graph.ground("c-Met", "miR-999999")
    assert (known.status, known.candidates[0].name, unknown.status) == ("matched", "MET", "unmatched")
    with pytest.raises(UsageError, match="no label"):
        graph.ground("c-Met", label="Protein")


def test_a_result_goes_on_to_other_forms(graph: exograph.Exograph) -> None:
    answer = graph.mechanism(drug="cisplatin")
    document = json.loads(answer.to_json())
    assert document == json.loads(json.dumps(answer.to_dict()))
    assert [path["claim"] for path in document["paths"]] == [path.claim for path in answer]
    assert answer.to_html().startswith("<!")
    assert answer.references("ris").startswith("TY  - JOUR")
    assert repr(answer).startswith("<paths: ")
    assert "cisplatin" in str(answer)
    frame = answer.to_frame()
    assert list(frame["claim"]) == [path.claim for path in answer]
    assert str(frame["sign"].dtype) == "Int64"


def test_frames_say_what_is_missing(graph: exograph.Exograph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exograph.exports.frames.find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"exograph\[frames\]"):
        graph.mechanism(drug="cisplatin").to_frame()


def test_neo4j_is_never_built_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Empty:
        """A database that answers and holds nothing; it has no `load`."""

        address = "bolt://127.0.0.1:9"

        def release(self) -> None:
            return None

    monkeypatch.setattr("exograph.stores.addresses.open_store", lambda address: Empty())
    with pytest.raises(StoreNotBuilt, match="exograph build --store bolt"):
        exograph.open("bolt://127.0.0.1:9")


def test_close_lets_go(bundled_path: Path) -> None:
    opened = exograph.open(f"embedded:{bundled_path}")
    assert isinstance(opened.store, EmbeddedStore)
    opened.close()
    assert opened.store._graph is None


def test_ask(graph: exograph.Exograph) -> None:
    answer = graph.ask("Which exosomes sensitise glioma to temozolomide?")
    assert answer
    assert all("temozolomide" in {node.name for node in path.of("Drug")} for path in answer)
    refused = graph.ask("How do I bake bread?")
    assert not refused
    assert refused.reply.kind == "refusal"
