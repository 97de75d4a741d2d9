"""A curator's commands from end to end: template, columns, check, build with own claims, diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from exograph.curation import template
from exograph.knowledge.claims import COLUMNS
from tests.cli.running import run

KNOWN = "PMID:26514126/1"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A table with one claim that is not in the graph."""
    path = tmp_path / "my.tsv"
    path.write_text(template(like=KNOWN).replace("\tin vitro + in vivo\t", "\tin vitro\t"), encoding="utf-8")
    return path


def claim_of(table: Path) -> str:
    return table.read_text(encoding="utf-8").splitlines()[1].split("\t")[0]


def test_template_prints_only_the_table() -> None:
    ran = run("claim", "template")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.rstrip("\n").split("\t") == list(COLUMNS)


def test_template_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    assert run("claim", "template", "-o", path).code == 0
    path.write_text("hours of work", encoding="utf-8")
    ran = run("claim", "template", "-o", path)
    assert ran.code == 2
    assert "is there already" in ran.err
    assert path.read_text(encoding="utf-8") == "hours of work"


def test_template_like_an_unknown_claim() -> None:
    ran = run("claim", "template", "--like", "PMID:1/1")
    assert ran.code == 2
    assert ran.out == ""
    assert "no bundled claim" in ran.err


def test_columns() -> None:
    ran = run("claim", "columns")
    assert ran.code == 0
    assert "mechanism\n    the chain from the cargo on" in ran.out
    named = [name for one in run("claim", "columns", "--json").json() for name in one["columns"]]
    assert named == list(COLUMNS)


def test_check_of_own_table(mine: Path) -> None:
    ran = run("check", mine, "--json")
    assert ran.code == 0
    document = ran.json()
    assert (document["claims"], document["papers"], document["errors"]) == (1, 1, 0)
    assert any(f"says the same as {KNOWN}" in finding["message"] for finding in document["findings"])


def test_check_of_a_bundled_table() -> None:
    from exograph.resources import graph_dir

    assert run("check", graph_dir() / "claims" / "therapy.tsv").code == 0


def test_own_claims_beside_the_bundled_ones(mine: Path, tmp_path: Path) -> None:
    """Built in, marked with their origin, found by the next question, told by diff."""
    store = f"embedded:{tmp_path / 'mine.kgl'}"
    assert run("build", "--store", store, "--claims", mine).code == 0
    claim = claim_of(mine)
    found = run("mechanism", "--store", store, "--drug", "sorafenib", "--json").json()["paths"]
    origins = {path["claim"]: path["origin"] for path in found}
    assert origins[claim] == "my.tsv"
    assert origins[KNOWN] == "exograph"
    assert "from my.tsv" in run("mechanism", "--store", store, "--claim", claim).out
    assert "from" not in run("mechanism", "--store", store, "--claim", KNOWN).out.split("·")[3]
    ran = run("diff", "bundled", store)
    assert ran.code == 1
    assert f"+ {claim}  sensitises" in ran.out
    assert "1 added, 0 removed, 0 changed" in ran.out
    assert run("diff", store, "bundled", "--json").json()["removed"].keys() == {claim}


def test_a_changed_table_is_built_in_by_itself(mine: Path, tmp_path: Path) -> None:
    store = f"embedded:{tmp_path / 'mine.kgl'}"
    assert run("build", "--store", store, "--claims", mine).code == 0
    quiet = run("mechanism", "--store", store, "--claim", claim_of(mine), "--json")
    assert quiet.err == "", "nothing changed: nothing is built"
    mine.write_text(mine.read_text(encoding="utf-8").replace("\tin vitro\t", "\tex vivo\t"), encoding="utf-8")
    ran = run("mechanism", "--store", store, "--claim", claim_of(mine), "--json")
    assert "building the graph" in ran.err
    assert [path["model"] for path in ran.json()["paths"]] == ["ex vivo"]
    assert ran.json()["data"]["sha256"] != quiet.json()["data"]["sha256"]


def test_a_broken_table_leaves_the_store_as_it_was(mine: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.kgl"
    assert run("build", "--store", f"embedded:{path}", "--claims", mine).code == 0
    before, good = path.read_bytes(), mine.read_text(encoding="utf-8")
    mine.write_text(good.replace("sensitises", "heals"), encoding="utf-8")
    ran = run("mechanism", "--store", f"embedded:{path}", "--drug", "sorafenib")
    assert ran.code == 3
    assert "my.tsv:2:effect: error: `heals` is no effect" in ran.err
    assert ran.out == ""
    assert path.read_bytes() == before
    mine.write_text(good, encoding="utf-8")
    assert run("mechanism", "--store", f"embedded:{path}", "--drug", "sorafenib").code == 0


def test_a_table_that_vanishes_is_told(mine: Path, tmp_path: Path) -> None:
    """Never dropped in silence; a build without it is asked for."""
    store, claim = f"embedded:{tmp_path / 'mine.kgl'}", claim_of(mine)
    assert run("build", "--store", store, "--claims", mine).code == 0
    mine.unlink()
    ran = run("mechanism", "--store", store, "--drug", "sorafenib")
    assert ran.code == 3
    assert "my.tsv" in ran.err
    assert f"exograph build --store {store}" in ran.err
    assert run("build", "--store", store).code == 0
    paths = run("mechanism", "--store", store, "--drug", "sorafenib", "--json").json()["paths"]
    assert claim not in {path["claim"] for path in paths}
    assert run("diff", "bundled", store).out == "the same\n"


def test_diff_of_the_same(bundled_path: Path) -> None:
    ran = run("diff", "bundled", bundled_path, "--json")
    assert ran.code == 0
    assert ran.json() == {
        "old": "bundled",
        "new": str(bundled_path),
        "same": True,
        "added": {},
        "removed": {},
        "changed": {},
        "counts": {},
    }


def test_diff_names_the_property(mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.tsv"
    other.write_text(mine.read_text(encoding="utf-8").replace("\tin vitro\t", "\tin vivo\t"), encoding="utf-8")
    ran = run("diff", mine, other)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"~ {claim_of(mine)}",
        "    model: in vitro -> in vivo",
        "0 added, 0 removed, 1 changed",
    ]


def test_diff_of_nothing(tmp_path: Path) -> None:
    assert run("diff", "bundled", tmp_path / "nowhere").code == 2
    assert run("diff", "bundled", f"embedded:{tmp_path / 'nowhere.kgl'}").code == 4
    assert not list(tmp_path.glob("*.kgl"))


def test_diff_obeys_no_escape_of_a_table(mine: Path, tmp_path: Path) -> None:
    """A summary may hold what a terminal would obey; a bidirectional mark is refused by the check already."""
    other = tmp_path / "other.tsv"
    other.write_text(mine.read_text(encoding="utf-8").replace("boost", "bo\u200bost"), encoding="utf-8")
    assert "\u200b" not in run("diff", mine, other).out
