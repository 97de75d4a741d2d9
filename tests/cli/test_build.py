"""exograph build: what it prints, claims of the user, stores that cannot be written or are none."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from exograph import resources
from exograph.resources import cypher_dir, graph_dir
from tests.cli.conftest import Run
from tests.graphs import FIXTURES, bundled_graph
from tests.neo4j_server import Server, free_port
from tests.tables import cells, write

MINE = cells(drug="vinblastine")


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"embedded:{tmp_path / 'store' / 'graph.kgl'}"


def test_a_build_counts_and_a_second_changes_nothing(run: Run, store: str) -> None:
    first, second = (run("build", "--store", store) for _ in range(2))
    assert (first.code, second.code) == (0, 0)
    counts = bundled_graph().counts()
    *tables, last = first.out.splitlines()
    told = re.findall(r"([\d,]+)  (\S+)", "\n".join(tables))
    read = {kind: int(number.replace(",", "")) for number, kind in told}
    nodes = sum(count for kind, count in counts.items() if not kind.isupper())
    assert read == {**counts, "nodes": nodes, "relationships": sum(counts.values()) - nodes}
    assert len(tables) < 20
    assert max(map(len, tables)) <= 100
    assert first.err.splitlines() == [f"building into {store} ..."]  # no word about what exograph brings
    assert last == f"{sum(counts.values())} created, 0 removed"
    assert second.out.splitlines() == [*first.out.splitlines()[:-1], "nothing changed"]
    document = json.loads(run("build", "--store", store, "--json").out)
    assert (document["created"], document["removed"], document["counts"]) == (0, 0, counts)


def test_claims_of_the_user_are_asked_beside_the_bundled_ones(run: Run, store: str, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", MINE)
    assert run("mechanism", "--drug", "vinblastine").code == 1
    assert run("build", "--store", store, "--claims", mine).code == 0
    found = json.loads(run("mechanism", "--store", store, "--drug", "vinblastine", "--json").out)
    assert [path["claim"] for path in found["paths"]] == [MINE["claim"]]
    assert json.loads(run("stats", "--store", store, "--json").out)["origin"]["mine.tsv"] == 1
    write(mine, {**MINE, "drug": "exemestane"})  # the next question takes the change up by itself
    changed = run("mechanism", "--store", store, "--drug", "exemestane")
    assert changed.code == 0
    assert "building" in changed.err
    mine.unlink()
    gone = run("mechanism", "--store", store, "--drug", "exemestane")
    assert gone.code == 3
    assert "mine.tsv" in gone.err
    assert run("build", "--store", store).code == 0
    assert run("mechanism", "--store", store, "--drug", "exemestane").code == 1


def test_a_table_that_is_not_named_again_is_told(run: Run, store: str, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", MINE)
    assert run("build", "--store", store, "--claims", mine).code == 0
    assert f"without {mine}" not in run("build", "--store", store, "--claims", mine).err
    document = run("build", "--store", store, "--json")
    assert f"without {mine}, which was part of it" in document.err
    assert json.loads(document.out)["left_out"] == [str(mine)]


def test_a_copy_of_a_store_is_asked_and_never_written(run: Run, store: str, tmp_path: Path) -> None:
    mine, sent = write(tmp_path / "mine.tsv", MINE), tmp_path / "sent.kgl"
    assert run("build", "--store", store, "--claims", mine).code == 0
    shutil.copy(store.removeprefix("embedded:"), sent)
    before = sent.read_bytes()
    for drug in ("vinblastine", "cisplatin"):
        asked = run("mechanism", "--store", f"embedded:{sent}", "--drug", drug)
        assert (asked.code, asked.err) == (0, "")
    mine.unlink()
    asked = run("mechanism", "--store", f"embedded:{sent}", "--drug", "vinblastine")
    assert asked.code == 0
    assert f"exograph build --store embedded:{sent} --claims {mine}" in asked.err
    assert sent.read_bytes() == before


def test_force_writes_anew(run: Run, store: str) -> None:
    assert run("build", "--store", store).code == 0
    assert run("build", "--store", store).out.splitlines()[-1] == "nothing changed"
    total = sum(bundled_graph().counts().values())
    assert run("build", "--store", store, "--force").out.splitlines()[-1] == f"{total} created, 0 removed"


def test_warnings_about_own_claims_are_counted(run: Run, store: str, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", {**MINE, "drug": "snake oil"})
    built = run("build", "--store", store, "--claims", mine)
    assert (built.code, built.err.splitlines()[1:]) == (0, ["1 warning(s): `exograph check` shows them"])
    assert json.loads(run("build", "--store", store, "--claims", mine, "--json").out)["warnings"] == 1


@pytest.mark.parametrize(
    "command", [["build"], ["stats"], ["mechanism", "--drug", "cisplatin"], ["query", "run", "most_studied_drugs"]]
)
def test_a_file_that_is_no_store(run: Run, tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "notes.kgl"
    path.write_text("my notes\n", encoding="utf-8")
    result = run(*command, "--store", f"embedded:{path}")
    assert result.code == 4
    assert f"{path} is no store of exograph" in result.err
    assert result.out == ""
    assert path.read_text(encoding="utf-8") == "my notes\n"


def test_a_graph_of_somebody_else(run: Run, tmp_path: Path) -> None:
    import kglite

    path = tmp_path / "graph.kgl"
    other = kglite.KnowledgeGraph()
    other.cypher("CREATE (:Person {id: 'ada'})")
    other.save(str(path))
    before = path.read_bytes()
    for command in (["build"], ["stats"]):
        result = run(*command, "--store", f"embedded:{path}")
        assert result.code == 4
        assert "not exograph's" in result.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["file/graph.kgl", "file/deeper/graph.kgl"])
def test_a_folder_that_cannot_be(run: Run, tmp_path: Path, place: str) -> None:
    """Below a regular file: the tests may run as root, who may write anywhere else."""
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    result = run("build", "--store", f"embedded:{tmp_path / place}")
    assert result.code == 4
    assert "cannot be written" in result.err
    assert "--store embedded:PATH" in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    "words", [["stats"], ["mechanism", "--drug", "cisplatin"], ["query", "run", "most_studied_drugs"]]
)
def test_a_misspelt_store_is_refused_and_not_made(run: Run, tmp_path: Path, words: list[str]) -> None:
    result = run(*words, "--store", f"embedded:{tmp_path / 'new' / 'mien.kgl'}")
    assert result.code == 4
    assert "there is no store" in result.err
    assert f"exograph build --store embedded:{tmp_path / 'new' / 'mien.kgl'}" in result.err
    assert result.out == ""
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("words", [["build"], ["stats"], ["diff", "bundled"]])
def test_a_pipe_is_no_store(program: Run, tmp_path: Path, words: list[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    address = f"embedded:{tmp_path / 'pipe'}"
    result = program(*words, *([address] if words[0] == "diff" else ["--store", address]), timeout=20)
    assert result.code == 4
    assert "pipe is no file" in result.err
    assert (tmp_path / "pipe").is_fifo()


def test_a_folder_is_no_store(run: Run, tmp_path: Path) -> None:
    for command in (["build"], ["stats"]):
        result = run(*command, "--store", f"embedded:{tmp_path}")
        assert result.code == 4
        assert str(tmp_path) in result.err


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("embedded:", "path is missing"),
        ("", "names no store"),
        ("sqlite:x", "names no store"),
        ("http://localhost:7474", "names no store"),
        ("bolt://me:secret@localhost", "no user name or password"),
        ("bolt://me:a secret/@b@localhost", "no user name or password"),
        ("bolt:me:secret@localhost", "no user name or password"),
        ("neo4j+s://localhost?password=secret", "no user name or password"),
        ("http://me:secret@localhost:7474", "names no store"),
        ("me:secret@localhost", "names no store"),
        (f"http://me:secret{'x' * 200}@localhost", "names no store"),
        ("embedded:bolt://me:secret@localhost", "path of a file"),
    ],
)
def test_an_address_that_is_none(run: Run, address: str, says: str) -> None:
    result = run("stats", "--store", address)
    assert result.code == 2
    assert says in result.err
    for words in (["stats", "--store", address], ["stats", address], ["diff", "bundled", address], [address]):
        told = run("--traceback", *words)
        assert told.code == 2
        assert "secret" not in told.said
    assert result.out == ""


def test_the_store_of_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EXOGRAPH_STORE", f"embedded:{tmp_path / 'other.kgl'}")
    assert run("build").code == 0
    result = run("stats", "--json")
    assert json.loads(result.out)["store"] == f"embedded:{tmp_path / 'other.kgl'}"


def test_a_port_where_nothing_listens(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "s3cret-word")
    for command in (["build"], ["stats"], ["mechanism", "--drug", "cisplatin"]):
        port = free_port()
        result = run(*command, "--store", f"bolt://127.0.0.1:{port}")
        assert result.code == 4
        assert f"127.0.0.1:{port}" in result.err
        assert "s3cret" not in result.said
        assert result.out == ""


def test_neo4j_without_settings(run: Run) -> None:
    result = run("stats", "--store", "neo4j")
    assert result.code == 4
    assert "NEO4J_URI" in result.err


@pytest.mark.neo4j
def test_a_wrong_password(run: Run, neo4j_environment: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-word")
    for command in (["build"], ["stats"]):
        result = run(*command, "--store", "neo4j")
        assert result.code == 4
        assert "password" in result.err
        assert "wrong-word" not in result.said
        assert result.out == ""


@pytest.fixture
def four_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout with four claims: loading all of them into Neo4j is what the golden tests do."""
    root = tmp_path / "checkout"
    shutil.copytree(graph_dir(), root / "graph", ignore=shutil.ignore_patterns("claims"))
    (root / "graph" / "claims").mkdir()
    shutil.copy(FIXTURES / "joins.tsv", root / "graph" / "claims")
    (root / "cypher").symlink_to(cypher_dir())
    monkeypatch.setattr(resources, "_root", lambda: root)


@pytest.mark.neo4j
def test_neo4j_is_asked_and_built_like_the_embedded_store(
    run: Run, neo4j_environment: Server, four_claims: None, store: str
) -> None:
    unbuilt = run("mechanism", "--store", "neo4j", "--drug", "temozolomide")
    assert unbuilt.code == 4
    assert "exograph build --store" in unbuilt.err
    assert run("build", "--store", "neo4j").out.splitlines()[-1].endswith("created, 0 removed")
    assert run("build", "--store", "neo4j").out.splitlines()[-1] == "nothing changed"
    words = ["mechanism", "--drug", "temozolomide", "--json"]
    found = run(*words, "--store", "neo4j").out
    assert run("build", "--store", store).code == 0
    assert found == run(*words, "--store", store).out
    assert len(json.loads(found)["paths"]) == 2
