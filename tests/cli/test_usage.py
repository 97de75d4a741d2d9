"""Wrong use and how it is told; JSON from every command that has it; what goes to stdout and what does not."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from exograph.questions import catalogue
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["mechanizm"], "Did you mean `mechanism`"),
        (["chek"], "Did you mean `check`"),
        (["what cures glioma?"], "exograph ask"),
        (["mechanism"], "at least one facet"),
        (["mechanism", "--drugs", "x"], "--drug"),
        (["mechanism", "x"], "unexpected extra argument"),
        (["mechanism", "--drug"], "requires an argument"),
        (["mechanism", "--drug", ""], "`drug` is empty"),
        (["mechanism", "--drug", "  "], "`drug` is empty"),
        (["mechanism", "--effect", "sensitive"], "did you mean `sensitises`"),
        (["mechanism", "--effect", "cures"], "effect: sensitises"),
        (["mechanism", "--model", "in silico"], "model: in vitro"),
        (["mechanism", "--year", "soon"], "2018-2022"),
        (["mechanism", "--year", "2022-2018"], "runs backwards"),
        (["mechanism", "--drug", "cisplatin", "--limit", "0"], "--limit"),
        (["mechanism", "--drug", "cisplatin", "--renderer", "vis"], "pyvis"),
        (["mechanism", "--drug", "cisplatin", "--references", "x.doc"], ".bib"),
        (["mechanism", "--drug", "cisplatin", "--html", "x.html", "--references", "x.doc"], ".bib"),
        (["mechanism", "--drug", "cisplatin", "--html", "nowhere/x.html"], "cannot be written"),
        (["mechanism", "--drug", "cisplatin", "--html", "."], "directory"),
        (["view", "--drug", "cisplatin"], "--output"),
        (["view", "-o", "x.html"], "around what?"),
        (["view", "--drug", "cisplatin", "--depth", "9", "-o", "x.html"], "--depth"),
        (["query"], "Usage"),
        (["query", "run"], "NAME"),
        (["query", "run", "drug_target"], "drug_targets"),
        (["query", "show", "drug_target"], "drug_targets"),
        (["query", "run", "drug_targets"], "needs the parameter `drug`"),
        (["query", "run", "drug_targets", "-p", "medicine=x"], "its parameters: drug"),
        (["query", "run", "drug_targets", "-p", "cetuximab"], "write -p drug=cisplatin"),
        (["query", "run", "drug_targets", "-p", "drug="], "empty"),
        (["cypher"], "STATEMENT"),
        (["cypher", "RETURN 1", "--limit", "0"], "--limit"),
        (["ground"], "NAMES"),
        (["ground", "x", "--label", "Planet"], "--label"),
        (["stats", "--nothing"], "--nothing"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(run: Run, words: list[str], says: str) -> None:
    result = run(*words)
    assert result.code == 2
    assert says in result.err
    assert result.out == ""
    assert "Traceback" not in result.err
    assert not list(Path().iterdir())


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert "mechanism" in result.said


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--version"], ["mechanism", "--help"], ["query", "run", "-h"]])
def test_help_is_an_answer(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.code == 0
    assert result.out
    assert result.err == ""


def test_help_names_the_exit_codes(run: Run) -> None:
    assert all(f"{code} " in run("--help").out for code in (0, 1, 2, 3, 4, 130))


def test_traceback_shows_where_and_keeps_the_exit_code(run: Run) -> None:
    for words in (["--traceback", "mechanism"], ["mechanism", "--traceback"]):
        result = run(*words)
        assert result.code == 2
        assert "Traceback (most recent call last)" in result.err
        assert result.err.rstrip().endswith("for instance: exograph mechanism --drug temozolomide")


def test_a_mistake_of_our_own_asks_to_be_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistake(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("exograph.questions.statistics.statistics", mistake)
    result = run("stats")
    assert result.code == 2
    assert "boom" in result.err
    assert "report" in result.err
    assert "Traceback" not in result.err


JSON = {
    "mechanism": (["mechanism", "--drug", "cisplatin"], 0),
    "mechanism, nothing": (["mechanism", "--drug", "cetuximab"], 1),
    "mechanism, unknown": (["mechanism", "--drug", "unobtainium"], 1),
    "query list": (["query", "list"], 0),
    "query run": (["query", "run", "drug_targets", "-p", "drug=panitumumab"], 0),
    "query run, no rows": (["query", "run", "by_drug", "-p", "drug=cetuximab"], 1),
    "query run, unknown": (["query", "run", "by_drug", "-p", "drug=unobtainium"], 1),
    "ground": (["ground", "cetuximab", "miR-21"], 0),
    "ground, unknown": (["ground", "unobtainium"], 1),
    "stats": (["stats"], 0),
    "check": (["check"], 0),
    "cypher": (["cypher", "MATCH (c:Claim) RETURN count(c) AS n"], 0),
    "cypher, no rows": (["cypher", "MATCH (c:Claim {id: 'x'}) RETURN c.id AS id"], 1),
    "build": (["build"], 0),
}


def parsed(text: str) -> Any:
    def refuse(word: str) -> None:
        raise ValueError(f"{word} is no JSON")

    return json.loads(text, parse_constant=refuse)


@pytest.mark.parametrize(("words", "code"), JSON.values(), ids=JSON)
def test_json_is_json_and_nothing_else(run: Run, words: list[str], code: int) -> None:
    result = run(*words, "--json")
    assert result.code == code
    assert parsed(result.out)
    assert result.out.endswith("\n")


def test_targets_of_cetuximab_and_panitumumab(run: Run) -> None:
    for drug in ("cetuximab", "panitumumab", "Vectibix"):
        rows = parsed(run("query", "run", "drug_targets", "-p", f"drug={drug}", "--json").out)["rows"]
        assert "EGFR" in {row["gene"] for row in rows}, drug


def test_query_list_and_show(run: Run) -> None:
    listed = run("query", "list").out.splitlines()
    assert [line.split()[0] for line in listed] == list(catalogue.catalogue())
    shown = run("query", "show", "drug_targets", "-p", "drug=Taxol").out
    assert ':param drug => "DrugCentral:2044";' in shown
    assert ":param drug => " in run("query", "show", "drug_targets").out  # the example's
    assert ":param not_drug => [];" in run("query", "show", "mechanism").out
    assert shown.rstrip().endswith(";")


@pytest.mark.parametrize("name", list(catalogue.catalogue()))
def test_every_canned_question_runs_with_its_example(run: Run, name: str) -> None:
    example = [word for pair in catalogue.get(name).example for word in ("-p", "=".join(pair))]
    result = run("query", "run", name, *example, "--tsv")
    assert result.code == 0, result.err
    assert tuple(result.out.splitlines()[0].split("\t")) == tuple(catalogue.get(name).columns)


def test_cypher_reads_from_stdin_and_takes_parameters(program: Run) -> None:
    result = program(
        "cypher", "-", "-p", "name=cisplatin", "--tsv", stdin="MATCH (d:Drug {name: $name}) RETURN d.name AS drug"
    )
    assert (result.code, result.out) == (0, "drug\ncisplatin\n")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["x=2020"], 2020),
        (["x=-1.5e3"], -1500.0),
        (['x="2020"'], "2020"),
        (["x=007"], "007"),
        (["x=PMID:1"], "PMID:1"),
        (["x=NaN"], "NaN"),
        (["x="], ""),
        (["x=true"], True),
        (['x=["a", 1]'], ["a", 1]),
        (["x=[Wnt]"], "[Wnt]"),
        (["x=a", "x=2"], ["a", 2]),
    ],
)
def test_parameters_of_cypher_have_types(run: Run, given: list[str], wanted: object) -> None:
    words = [word for one in given for word in ("-p", one)]
    assert json.loads(run("cypher", "RETURN $x AS x", *words, "--json").out)["rows"] == [{"x": wanted}]


def test_a_year_is_a_number_and_a_pmid_a_text(run: Run) -> None:
    assert run("cypher", "MATCH (c:Claim {year: $y}) RETURN c.id AS id", "-p", "y=2020").code == 0
    papers = "MATCH (p:Publication {pmid: $p}) RETURN p.id AS id"
    assert run("cypher", papers, "-p", 'p="26514126"').code == 0
    wrong = run("cypher", papers, "-p", "p=26514126")
    assert wrong.code == 1
    assert "$p is a number; a text would be -p p='\"26514126\"'" in wrong.err


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("MATCH (c:Clam) RETURN c LIMIT 1", "`Clam` is no label of the graph: did you mean `Claim`?"),
        ("MATCH (c:claim) RETURN c", "did you mean `Claim`?"),
        ("MATCH (c:Claim) RETURN c.efect LIMIT 1", "`efect` is no property of the graph: did you mean `effect`?"),
        ("MATCH (c:Claim {efect: 'x'}) RETURN c", "Did you mean 'effect'?"),  # the engine's own words
        ("MATCH ()-[r:HAS_DRUGS]->() RETURN r", "is no relationship type of the graph: did you mean `HAS_DRUG`?"),
        ("MATCH (:Exosome)-[:CARRIES|SECRETE]->(x) RETURN x LIMIT 1", "did you mean `SECRETES`?"),
        ("MATCH (d:Drug) RETURN d {.nam} LIMIT 1", "did you mean `name`?"),
        ("MATCH (n) WHERE n:Gen RETURN n", "did you mean `Gene`?"),
        ("MATCH (c:Claim) RETURN c.title LIMIT 1", "`title` is no property of the graph"),
    ],
)
def test_a_misspelt_name_is_told(run: Run, statement: str, said: str) -> None:
    result = run("cypher", statement)
    assert said in result.err
    assert said not in result.out


@pytest.mark.parametrize(
    "statement",
    [
        "WITH {efect: 1, b: {c: 2}} AS m RETURN m.efect, m.b.c",
        "UNWIND [{clam: 1}] AS row RETURN row.clam",
        "RETURN date().month AS m, {a: 1, b: 2}.a AS a",
        "MATCH (c:Claim)-[r:HAS_DRUG]->(d:Drug|Cancer) WHERE d:Drug RETURN c {.id, mine: d.name} LIMIT 1",
        "MATCH (c:Claim) RETURN [(c)-[:HAS_TARGET]->(g:Gene) | g.id] AS x, c.year AS clam LIMIT 1",
    ],
)
def test_names_of_ones_own_are_not(run: Run, statement: str) -> None:
    result = run("cypher", statement)
    assert (result.code, result.err) == (0, "")


def test_cypher_only_reads(run: Run) -> None:
    for statement in (
        "CREATE (n:Gene {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "LOAD CSV FROM 'file:///etc/hostname' AS r RETURN r",
    ):
        result = run("cypher", statement)
        assert result.code == 4
        assert "not allowed" in result.err
        assert result.out == ""


def test_the_row_limit_is_told_on_stderr(run: Run) -> None:
    result = run("cypher", "MATCH (c:Claim) RETURN c.id AS id", "--limit", "2", "--json")
    assert len(parsed(result.out)["rows"]) == 2
    assert parsed(result.out)["truncated"] is True
    assert "cut at 2 rows" in result.err


def test_view_writes_a_page_and_says_what_a_neighbour_is(run: Run) -> None:
    result = run("view", "--cargo", "miR-21", "--depth", "2", "-o", "mir21.html")
    assert result.code == 0
    assert result.out == ""
    assert "wrote mir21.html" in result.err
    assert "Neighbours are not a path" in Path("mir21.html").read_text(encoding="utf-8")
    assert run("view", "--drug", "cetuximab", "-o", "none.html").code == 1


def test_a_link_keeps_being_one_and_a_pipe_is_written_to(run: Run, tmp_path: Path) -> None:
    assert run("mechanism", "--drug", "cisplatin", "--html", tmp_path / "real.html").code == 0
    old = (tmp_path / "real.html").read_text(encoding="utf-8")
    Path("link.html").symlink_to(tmp_path / "real.html")
    words = ["mechanism", "--drug", "temozolomide", "--html"]
    assert run(*words, "link.html").code == 0
    assert Path("link.html").is_symlink()
    assert (tmp_path / "real.html").read_text(encoding="utf-8") != old
    os.mkfifo("pipe.bib")
    reader = os.open("pipe.bib", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("mechanism", "--drug", "temozolomide", "--references", "pipe.bib").code == 0
        assert os.read(reader, 1) == b"%"
        assert Path("pipe.bib").is_fifo()
    finally:
        os.close(reader)


def test_a_page_that_cannot_be_written_leaves_the_old_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("mechanism", "--drug", "temozolomide", "--html", tmp_path / "file" / "x.html")
    assert result.code == 2
    assert "cannot be written" in result.err
