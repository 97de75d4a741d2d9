"""Every bundled vocabulary has an origin and a licence on the page that says so."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from exograph.errors import DataError
from exograph.knowledge.origins import origins
from exograph.resources import graph_dir

FOLDER = graph_dir() / "vocab"
TABLES = sorted(path.name for path in FOLDER.iterdir() if ".tsv" in path.name)


def test_no_file_is_forgotten() -> None:
    assert sorted(one.file for one in origins()) == TABLES
    assert all(one.holds and one.origin and one.licence for one in origins())


@pytest.mark.parametrize("one", origins(), ids=lambda one: one.file)
def test_the_rows_are_counted_right(one: object) -> None:
    from exograph.knowledge.origins import Origin

    assert isinstance(one, Origin)
    raw = (FOLDER / one.file).read_bytes()
    text = (gzip.decompress(raw) if one.file.endswith(".gz") else raw).decode()
    assert one.rows == len([line for line in text.splitlines() if line]) - 1, (
        f"mend the number in {FOLDER.name}/README.md"
    )


def test_a_missing_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"README\.md"):
        origins(tmp_path)
    (tmp_path / "README.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(DataError, match="no table"):
        origins(tmp_path)
