"""`diff`: claims added, removed and changed, on tables, folders and stores."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exograph.build import build
from exograph.differences import compare, side
from exograph.errors import DataError, StoreNotBuilt, UsageError
from exograph.knowledge.claims import COLUMNS
from exograph.knowledge.vocabulary import Vocabulary
from exograph.resources import graph_dir
from exograph.stores.embedded import EmbeddedStore
from tests.graphs import vocabulary

CLAIM = "PMID:26514126/1"


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here changes a vocabulary: reading them anew for each side would take most of the time."""
    once = vocabulary()
    monkeypatch.setattr(Vocabulary, "load", classmethod(lambda cls, folder=None: once))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of graph/ to change."""
    return Path(shutil.copytree(graph_dir(), tmp_path / "graph"))


def edit(folder: Path, claim: str, column: str, value: str) -> None:
    """Change one cell of one claim; an empty column drops the row."""
    for path in (folder / "claims").glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines):
            cells = line.split("\t")
            if cells[0] == claim:
                if column:
                    cells[COLUMNS.index(column)] = value
                lines[number] = "\t".join(cells) if column else ""
                path.write_text("\n".join(lines), encoding="utf-8")
                return
    raise AssertionError(f"no claim {claim}")


def test_the_same_through_every_door(folder: Path, bundled_path: Path) -> None:
    """A folder, the bundled word, a store's file and its address all say the same of the bundled graph."""
    sides = [side(text) for text in ("bundled", str(folder), str(bundled_path), f"embedded:{bundled_path}")]
    assert len(sides[0].claims) > 200
    for one in sides:
        for other in sides:
            assert not compare(one, other)
            assert one.claims == other.claims
            assert one.counts == other.counts


def test_a_changed_property_is_named(folder: Path) -> None:
    edit(folder, CLAIM, "effect", "confers resistance")
    edit(folder, CLAIM, "model", "in vivo")
    found = compare(side("bundled"), side(str(folder)))
    assert {(change.claim, change.property, change.old, change.new) for change in found.changed} == {
        (CLAIM, "effect", "sensitises", "confers resistance"),
        (CLAIM, "sign", "1", "-1"),
        (CLAIM, "model", "in vitro + in vivo", "in vivo"),
    }
    assert not found.added
    assert not found.removed
    assert found.document()["changed"][CLAIM]["model"] == {"old": "in vitro + in vivo", "new": "in vivo"}
    back = compare(side(str(folder)), side("bundled"))
    assert {(change.new, change.old) for change in back.changed} == {(one.old, one.new) for one in found.changed}


def test_a_changed_role_is_named_with_its_id(folder: Path) -> None:
    edit(folder, CLAIM, "cancer", "breast cancer")
    found = compare(side("bundled"), side(str(folder)))
    assert [(change.property, change.new) for change in found.changed] == [("cancer", "breast cancer (DOID:1612)")]


def test_a_removed_claim_is_removed_with_its_nodes_and_edges(folder: Path) -> None:
    edit(folder, CLAIM, "", "")
    found = compare(side("bundled"), side(str(folder)))
    assert list(found.removed) == [CLAIM]
    assert not found.added
    assert found.counts["Claim"][0] - found.counts["Claim"][1] == 1
    assert "HAS_DRUG" in found.counts
    assert list(compare(side(str(folder)), side("bundled")).added) == [CLAIM]


def test_a_table_is_compared_claim_by_claim_without_counts(tmp_path: Path) -> None:
    table = tmp_path / "some.tsv"
    lines = (graph_dir() / "claims" / "therapy.tsv").read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join(lines[:6]) + "\n", encoding="utf-8")
    found = compare(side("bundled"), side(str(table)))
    assert not found.added
    assert not found.changed, "a claim says the same in a table of its own, whatever file it stands in"
    assert not found.counts
    assert len(found.removed) == len(side("bundled").claims) - 5


def test_a_store_with_the_users_claims(tmp_path: Path, bundled_path: Path) -> None:
    from exograph.curation import template

    table = tmp_path / "my.tsv"
    table.write_text(template(example=True), encoding="utf-8")
    store = EmbeddedStore.open(tmp_path / "mine.kgl")
    build(store, [table])
    found = compare(side(f"embedded:{bundled_path}"), side(store.address))
    assert len(found.added) == 1
    assert not (found.removed or found.changed)


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    broken = tmp_path / "broken.tsv"
    broken.write_text("claim\tnonsense\n", encoding="utf-8")
    with pytest.raises(DataError, match="error"):
        side(str(broken))
    with pytest.raises(StoreNotBuilt):
        side(f"embedded:{tmp_path / 'nowhere.kgl'}")
    with pytest.raises(UsageError, match="no folder of claims"):
        side(str(tmp_path))
    with pytest.raises(UsageError, match="names no store"):
        side("nonsense")
