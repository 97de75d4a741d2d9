"""`exograph map` and `exograph site` as commands: exit codes, what goes to stdout, files whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from exograph.questions.facets import FACETS
from tests.cli.running import run


@pytest.fixture
def store(bundled_path: Path) -> str:
    return f"embedded:{bundled_path}"


def test_map_in_every_form(store: str, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    ran = run("map", "--rows", "cancer", "--columns", "drug", "--store", store, "--html", file)
    assert ran.code == 0
    assert ran.out.startswith("Evidence map: cancers by treatments\n")
    assert f"wrote {file}" in ran.err
    assert "breast cancer" in file.read_text(encoding="utf-8")
    held = run("map", "--rows", "cancer", "--columns", "drug", "--store", store, "--json").json()
    lines = run("map", "--rows", "cancer", "--columns", "drug", "--store", store, "--tsv").out
    rows = list(csv.DictReader(io.StringIO(lines), delimiter="\t"))
    assert len(rows) == len(held["cells"]) > 50
    assert {row["direction"] for row in rows} == {"+", "-", "0", "mixed"}


def test_map_takes_the_filters_of_mechanism(store: str) -> None:
    ran = run("map", "--rows", "drug", "--columns", "effect", "--cancer", "breast cancer", "--not-drug", "cisplatin",
              "--year", "2015-", "--store", store, "--json")  # fmt: skip
    held = ran.json()
    assert held["text"] == "cancer = breast cancer and year = 2015- and not drug = cisplatin"
    assert held["asked"]["where"]["all"][0] == {"facet": "cancer", "values": ["breast cancer"]}
    names = [term["name"] for term in held["rows"]["terms"]]
    assert "paclitaxel" in names
    assert "cisplatin" not in names
    help_text = run("map", "--help").out
    assert all(f"--{name} " in help_text for name in FACETS)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--rows", "cancer"], 2, "--columns"),
        (["--rows", "cancer", "--columns", "drugs"], 2, "drugs"),
        (["--rows", "cancer", "--columns", "cancer"], 2, "both"),
        (["--rows", "cancer", "--columns", "drug", "--effect", "cures"], 2, "no effect"),
    ],
)
def test_map_wrong_use(store: str, arguments: list[str], code: int, says: str) -> None:
    ran = run("map", *arguments, "--store", store)
    assert (ran.code, ran.out) == (code, "")
    assert says in ran.err


def test_map_nothing_found(store: str) -> None:
    ran = run(
        "map", "--rows", "cargo", "--columns", "gene", "--drug", "imatinib", "--cancer", "melanoma", "--store", store
    )
    assert ran.code == 1
    assert "exograph mechanism" in ran.out


def test_site(store: str, tmp_path: Path) -> None:
    target = tmp_path / "site"
    ran = run("site", target, "--store", store)
    assert ran.code == 0
    assert ran.out.startswith(f"{target / 'index.html'}: ")
    assert " MB\n" in ran.out
    assert "claims read" in ran.err
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    assert f"{size / 1e6:.1f} MB" in ran.out
    assert f"{sum(path.is_file() for path in target.rglob('*')):,} files" in ran.out
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_site_refuses_a_folder_of_others_before_it_reads_anything(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    ran = run("site", tmp_path, "--store", "embedded:/proc/no/such/place.kgl")
    assert ran.code == 2
    assert "not a site of exograph" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
