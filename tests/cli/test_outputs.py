"""Files that commands write: never over what exograph did not make, unless `--force` says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.tables import write

ASK = ["mechanism", "--drug", "temozolomide"]
WRITERS = {
    "mechanism --html": [*ASK, "--html"],
    "mechanism --html, pyvis": [*ASK, "--renderer", "pyvis", "--html"],
    "ask --html": ["ask", "which miRNAs suppress glioma?", "--html"],
    "map --html": ["map", "--rows", "modality", "--columns", "effect", "--html"],
    "view": ["view", "--cargo", "miR-21", "-o"],
    "references, BibTeX": [*ASK, "--references"],
    "references, RIS": [*ASK, "--references"],
    "references, CSL": [*ASK, "--references"],
}
NAMES = {"references, BibTeX": "out.bib", "references, RIS": "out.ris", "references, CSL": "out.json"}


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_of_ours_is_replaced_and_no_other(run: Run, name: str, data_home: Path) -> None:
    words, out = WRITERS[name], Path(NAMES.get(name, "out.html"))
    assert run(*words, out).code == 0
    made = out.read_bytes()
    assert run(*words, out).code == 0  # ours: written again
    assert out.read_bytes() == made
    write(out)  # a claim table under that name
    table = out.read_bytes()
    refused = run(*words, out)
    assert refused.code == 2
    assert f"{out} is there already, and exograph did not make it" in refused.err
    assert "--force" in refused.err
    assert refused.out == ""
    assert out.read_bytes() == table
    assert run(*words, out, "--force").code == 0
    assert out.read_bytes() == made
    assert [path.name for path in Path().iterdir()] == [out.name]


def test_the_store_that_is_read_is_kept(run: Run, data_home: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.html"
    assert run("build", "--store", f"embedded:{store}").code == 0
    before = store.read_bytes()
    for words in (WRITERS["mechanism --html"], WRITERS["view"], WRITERS["map --html"]):
        assert run(*words, store, "--store", f"embedded:{store}").code == 2
    assert store.read_bytes() == before


@pytest.mark.parametrize(
    "content", ["my notes\n", "<!doctype html>\n<html><head></head>exograph 0.1.0</html>", "{}", "%", "[1]"]
)
def test_what_somebody_wrote_is_kept(run: Run, content: str) -> None:
    out = Path("out.html")
    out.write_text(content, encoding="utf-8")
    assert run(*ASK, "--html", out).code == 2
    assert out.read_text(encoding="utf-8") == content


def test_a_file_that_holds_nothing_is_written(run: Run) -> None:
    Path("out.html").touch()
    assert run(*ASK, "--html", "out.html").code == 0
    nothing = ["mechanism", "--drug", "cetuximab", "--references"]
    for name in ("out.bib", "out.ris", "out.json"):
        assert [run(*nothing, name).code for _ in range(2)] == [1, 1]


def test_a_link_to_a_claim_table_is_no_way_round(run: Run, tmp_path: Path) -> None:
    table = write(tmp_path / "mine.tsv")
    before = table.read_bytes()
    Path("out.html").symlink_to(table)
    assert run(*ASK, "--html", "out.html").code == 2
    assert table.read_bytes() == before
    assert run(*ASK, "--html", "out.html", "--force").code == 0
    assert Path("out.html").is_symlink()
    assert table.read_bytes().startswith(b"<!doctype html>")


def test_a_refusal_comes_before_the_question(run: Run) -> None:
    Path("out.html").write_text("mine", encoding="utf-8")
    refused = run(*ASK, "--html", "out.html", "--store", "embedded:/proc/no/such/place.kgl")
    assert refused.code == 2
    assert "did not make it" in refused.err


@pytest.mark.parametrize("words", [
    [*ASK, "--tsv"], ["query", "run", "most_studied_drugs", "--tsv"],
    ["map", "--rows", "drug", "--columns", "effect", "--tsv"],
])  # fmt: skip
def test_raw_cells_are_the_users_choice(run: Run, words: list[str]) -> None:
    assert run(*words).out == run(*words, "--raw").out  # nothing of ours looks like a formula


def test_a_formula_is_text_unless_raw(run: Run) -> None:
    words = ["cypher", "RETURN '=1+1' AS cell, -1 AS number", "--tsv"]
    assert run(*words).out == "cell\tnumber\n'=1+1\t-1\n"
    assert run(*words, "--raw").out == "cell\tnumber\n=1+1\t-1\n"
