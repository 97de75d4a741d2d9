"""exograph find: questions in their text form, errors that point at the column, completion of what comes next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exograph.questions.facets import FACETS
from exograph.questions.kinds import KINDS
from exograph.questions.question import WANTS
from tests.cli.conftest import Run
from tests.cli.running import completed


def test_an_answer_prints_its_text_form_and_reads_it_again(run: Run) -> None:
    asked = "list cargo where cancer = lung cancer and effect = promotes tumour and not target = STAT3"
    first = run("find", asked, "--json")
    assert first.code == 0
    assert f'"text": "{asked}"' in first.out
    words = run("find", *asked.split(), "--json")
    assert words.out == first.out


def test_the_help_shows_the_grammar_and_five_examples_that_run(run: Run) -> None:
    shown = " ".join(run("find", "--help").out.split())
    examples = re.findall(r'exograph find "([^"]+)"', shown)
    assert len(examples) == 5
    assert all(run("find", example).code == 0 for example in examples)
    assert all(re.search(rf"\b{want}\b", shown) for want in WANTS)
    assert all(re.search(rf"\b{kind}\b", shown) for kind in KINDS)


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("list cargo were cancer = glioma", 12, "`were` is not understood here"),
        ("list cargoe", 6, "`cargoe` is no kind"),
        ("paths where drugg = TMZ", 13, "there is no facet `drugg`"),
        ("paths where effect = cures", 22, "`cures` is no effect"),
        ("drug = cisplatin and year = soon", 29, "`soon` is no year"),
        ("drug = ", 8, "`drug` has no value here"),
        ('drug = "cisplatin', 8, "quotation mark"),
        ("(drug = cisplatin", 1, "parenthesis"),
        ("drug = cisplatin limit 0", 24, "`0` is no limit"),
        ("hello", 1, "does not begin with"),
    ],
)
def test_an_error_points_at_the_column(run: Run, text: str, column: int, says: str) -> None:
    result = run("find", text)
    assert (result.code, result.out) == (2, "")
    assert f"column {column}: " in result.err
    assert says in result.err
    shown, pointer = (line[4:] for line in result.err.splitlines()[1:3])
    assert (shown, pointer) == (text, " " * (column - 1) + "^")
    assert "Traceback" not in result.err


def test_standard_input(program: Run) -> None:
    result = program("find", "-", "--tsv", stdin="paths where drug = temozolomide\n  and cancer = glioma\n")
    assert result.code == 0
    assert "temozolomide" in result.out
    empty = program("find", "-", stdin="  \n")
    assert (empty.code, empty.out) == (2, "")
    assert "which question?" in empty.err


def test_other_forms_and_files(run: Run) -> None:
    text = "paths where drug = temozolomide order by -year limit 2"
    assert run("find", text, "--brief").out.startswith("2 claims")
    assert run("find", text, "--html", "a.html", "--references", "a.bib").code == 0
    assert Path("a.html").read_text(encoding="utf-8").startswith("<!")
    assert run("find", "cargo = miR-34a", "--brief").code == 1
    assert run("find", "cargo = miR-34a", "--brief", "--retracted").code == 0


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ('"', WANTS),
        ('"li', ["list"]),
        ('"list ca', ["list cancer", "list cancers"][:1]),
        ('"list cargo wh', ["list cargo where"]),
        ('"paths where dr', ["paths where drug", "paths where drug-kind"]),
        ('"paths where drug = temo', ["paths where drug = temozolomide"]),
        ('"paths where drug = temozolomide and not cancer = osteo',
         ["paths where drug = temozolomide and not cancer = osteosarcoma"]),
        ('"effect = conf', ["effect = confers resistance"]),
        ('"cancer = glioma or melan', ["cancer = glioma or melanoma"]),
        ('"drug = temozolomide or', ["drug = temozolomide or", "drug = temozolomide order by -year"]),
    ],
)  # fmt: skip
def test_completion(home: Path, typed: str, offered: list[str]) -> None:
    found = completed(home, f"exograph find {typed}")
    assert set(offered) <= set(found), found


def test_completion_of_flags(home: Path) -> None:
    assert completed(home, "exograph mechanism --not-cargo-kind lnc") == ["lncRNA"]
    assert completed(home, "exograph map --preparation prim") == ["primed"]
    assert "Cancer\\ Res" in completed(home, "exograph view --journal Cancer")
    assert '"' not in "".join(completed(home, 'exograph mechanism --cancer "breast'))
    assert "breast cancer" in completed(home, 'exograph mechanism --cancer "breast')
    for name in FACETS:
        if FACETS[name].words:
            assert completed(home, f"exograph mechanism --{name} {FACETS[name].words[0][:2]}"), name


@pytest.mark.parametrize(
    "identifier",
    ["33061571", "PMID:33061571", "PMC7519869", "https://pubmed.ncbi.nlm.nih.gov/33061571/"],
)
def test_a_paper_is_found_by_any_identifier(run: Run, identifier: str) -> None:
    by_query = run("query", "run", "by_paper", "-p", f"publication={identifier}", "--tsv")
    assert by_query.code == 0
    assert "PMID:33061571/1" in by_query.out
    assert "PMID:33061571/1" in run("mechanism", "--paper", identifier, "--tsv").out


def test_a_paper_that_is_not_here_gets_the_nearest(run: Run) -> None:
    result = run("query", "run", "by_paper", "-p", "publication=33061572")
    assert result.code == 1
    assert "no such paper: `33061572`" in result.err
    assert "nearest: PMID:33061571" in result.err


def test_the_other_arm_is_named_and_not_shown(run: Run) -> None:
    result = run("query", "run", "by_cargo", "-p", "cargo=hsa-miR-142-5p", "--tsv")
    assert result.code == 1
    assert "no claim names hsa-miR-142-5p" in result.err
    assert len(result.out.splitlines()) == 1


def test_leaving_out_a_claim_shows_no_claim_of_a_retracted_paper(run: Run) -> None:
    found = run("mechanism", "--not-claim", "PMID:26514126/1", "--limit", "9999", "--tsv")
    assert found.code == 0
    assert "retracted" not in found.out.partition("\n")[2]


def test_ask_explains_on_stderr(run: Run) -> None:
    plain = run("ask", "which miRNAs suppress glioma?", "--json")
    told = run("ask", "--explain", "which miRNAs suppress glioma?", "--json")
    assert told.out == plain.out
    assert told.err.splitlines()[0].split() == ["words", "read", "as", "rules", "became"]
    assert "glioma (Cancer)" in told.err
    assert "question: list cargo where" in told.err
    strange = run("ask", "--explain", "which miRNAs flobber glioma?")
    assert strange.code == 1
    assert "not understood: flobber" in strange.err
