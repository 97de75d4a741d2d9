"""A curator's table: where it starts, and what the check says about it beside what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from exograph.curation import check_files, columns, template
from exograph.errors import UsageError
from exograph.knowledge.claims import COLUMNS
from exograph.knowledge.findings import Finding, errors
from exograph.resources import graph_dir

KNOWN = "PMID:26514126/1"  # miR-122, sorafenib, hepatocellular carcinoma


def table(path: Path, **cells: str) -> Path:
    """A one-row table: the known claim under a free number, with some cells changed."""
    values = template(like=KNOWN).splitlines()[1].split("\t")
    row = dict(zip(COLUMNS, values, strict=True)) | {"model": "in vitro"} | cells
    path.write_text(template() + "\t".join(row[name] for name in COLUMNS) + "\n", encoding="utf-8")
    return path


def found(path: Path, column: str) -> list[Finding]:
    return [finding for finding in check_files([path])[0] if finding.column == column]


def test_template_is_the_header() -> None:
    assert template() == "\t".join(COLUMNS) + "\n"


def test_the_example_passes_the_check(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    path.write_text(template(example=True), encoding="utf-8")
    findings, summary = check_files([path])
    assert summary == {"claims": 1, "papers": 1}
    assert not errors(findings)
    row = dict(zip(COLUMNS, template(example=True).splitlines()[1].split("\t"), strict=True))
    assert row["mechanism"]
    assert row["drug"]


def test_like_takes_the_next_free_number() -> None:
    row = template(like=KNOWN).splitlines()[1].split("\t")
    assert row[0].startswith("PMID:26514126/")
    held = [
        line.split("\t")[0]
        for path in (graph_dir() / "claims").glob("*.tsv")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert row[0] not in held
    with pytest.raises(UsageError, match="no bundled claim"):
        template(like="PMID:26514126/99")


def test_every_column_is_explained() -> None:
    told = columns()
    assert [name for names, _ in told for name in names] == list(COLUMNS)
    assert all(len(text) > 15 for _, text in told)


def test_it_says_what_is_known_already(tmp_path: Path) -> None:
    notes = [str(finding) for finding in found(table(tmp_path / "my.tsv"), "claim")]
    assert any("is here already, with PMID:26514126/1" in note for note in notes)
    assert any(f"says the same as {KNOWN}" in note for note in notes)


def test_it_says_what_is_opposed(tmp_path: Path) -> None:
    notes = [str(finding) for finding in found(table(tmp_path / "my.tsv", effect="confers resistance"), "claim")]
    assert any(f"is opposite to {KNOWN}" in note for note in notes)
    assert not any("says the same" in note for note in notes)


def test_the_same_experiment_is_an_error(tmp_path: Path) -> None:
    path = table(tmp_path / "my.tsv", model="in vitro + in vivo")
    [error] = errors(check_files([path])[0])
    assert (error.line, error.column) == (2, "claim")
    assert f"the same experiment as {KNOWN}" in error.message


@pytest.mark.parametrize(
    ("column", "text", "offered"),
    [
        ("drug", "sorafenibb", "sorafenib"),
        ("cancer", "hepatocelular carcinoma", "hepatocellular carcinoma"),
        ("source", "adipose tisue", "adipose tissue"),
    ],
)
def test_candidates_are_offered(tmp_path: Path, column: str, text: str, offered: str) -> None:
    """Also where something else is wrong with the row, so that one check finds it all."""
    for year in ("2015", "twothousand"):
        [finding] = found(table(tmp_path / f"{year}.tsv", **{column: text, "year": year}), column)
        assert (finding.severity, finding.line) == ("warning", 2)
        assert text in finding.message
        assert offered in finding.repair


def test_an_ambiguous_name_in_a_broken_row(tmp_path: Path) -> None:
    """`AMSC` is adipose in some papers and amnion in others."""
    [finding] = found(table(tmp_path / "my.tsv", source="AMSC", year="soon"), "source")
    assert finding.severity == "error"
    assert "stands for several" in finding.message


def test_a_bundled_table_is_judged_where_it_stands() -> None:
    path = graph_dir() / "claims" / "therapy.tsv"
    findings, summary = check_files([path])
    assert not errors(findings)
    assert summary["claims"] == len(path.read_text(encoding="utf-8").splitlines()) - 1


def test_an_id_of_a_bundled_claim_is_refused(tmp_path: Path) -> None:
    path = table(tmp_path / "my.tsv", claim=KNOWN)
    assert any("stands already at" in error.message for error in errors(check_files([path])[0]))
