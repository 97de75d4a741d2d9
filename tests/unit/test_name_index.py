"""The index of names: made once, whole or not at all, by several at once, anew where it is broken."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from exograph.errors import DataError
from exograph.knowledge import name_index, vocab_files
from exograph.knowledge.vocabulary import Vocabulary
from exograph.resources import graph_dir

VOCAB = graph_dir() / "vocab"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return name_index.cache_folder()


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """A few small vocabularies that are kept in a file all the same, so that the tests are quick."""
    folder = tmp_path / "vocab"
    folder.mkdir()
    for name in ("pathways.tsv", "cells.tsv", "extra_synonyms.tsv"):
        (folder / name).write_bytes((VOCAB / name).read_bytes())
    monkeypatch.setattr(name_index, "_SMALL", 0)
    return folder


def answer(folder: Path) -> str:
    return Vocabulary.load(folder).ground("regulatory T cells", "ImmuneCell").candidates[0].name


def kept(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def test_it_is_made_once_and_read_afterwards(small: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(small) == "Treg cell"
    assert len(kept(cache)) == 1 and kept(cache)[0].endswith(".sqlite")

    def never(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(name_index, "_write", never)
    assert answer(small) == "Treg cell"


def test_a_changed_table_or_a_changed_fold_makes_another(small: Path, cache: Path) -> None:
    before = vocab_files.checksum(small)
    assert answer(small) == "Treg cell"
    text = (small / "cells.tsv").read_text(encoding="utf-8")
    (small / "cells.tsv").write_text(text.replace("\tTreg cell\t", "\tTREG\t"), encoding="utf-8")
    assert vocab_files.checksum(small) != before
    assert vocab_files.checksum(small, Path(name_index.__file__)) != vocab_files.checksum(small)
    assert answer(small) == "TREG"
    assert len(kept(cache)) == 2


@pytest.mark.parametrize("damage", ["empty", "noise", "cut", "zeros in the middle"])
def test_a_broken_file_is_made_anew(small: Path, cache: Path, damage: str) -> None:
    assert answer(small) == "Treg cell"
    path = cache / kept(cache)[0]
    whole = path.read_bytes()
    broken = {
        "empty": b"",
        "noise": b"no database at all" * 400,
        "cut": whole[: len(whole) // 3],
        "zeros in the middle": whole[:4096] + b"\0" * (len(whole) - 4096),
    }
    path.write_bytes(broken[damage])
    assert answer(small) == "Treg cell"
    assert path.read_bytes() == whole


def test_nothing_half_written_stays(small: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    assert answer(small) == "Treg cell"
    assert kept(cache) == []


def test_a_folder_that_cannot_be_written_is_no_trouble(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert answer(small) == "Treg cell"


def _ask(folder: Path, results: multiprocessing.Queue[str]) -> None:
    name_index._SMALL = 0
    results.put(answer(folder))


def test_several_processes_at_once(small: Path, cache: Path) -> None:
    context = multiprocessing.get_context("fork")
    results: multiprocessing.Queue[str] = context.Queue()
    processes = [context.Process(target=_ask, args=(small, results)) for _ in range(4)]
    for process in processes:
        process.start()
    found = {results.get(timeout=60) for _ in processes}
    for process in processes:
        process.join(60)
    assert found == {"Treg cell"}
    assert len(kept(cache)) == 1


def test_old_indexes_and_leftovers_are_swept(small: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    for number in range(6):
        (cache / f"names-{number}.sqlite").write_text("", encoding="utf-8")
    (cache / "names-x.part").write_text("", encoding="utf-8")
    import os

    os.utime(cache / "names-x.part", (0, 0))
    assert answer(small) == "Treg cell"
    assert len(kept(cache)) == name_index._KEPT


def test_a_missing_file_is_said_and_only_when_it_is_asked_for(small: Path) -> None:
    (small / "drugs.tsv").write_bytes((VOCAB / "drugs.tsv").read_bytes())
    assert answer(small) == "Treg cell"
    with pytest.raises(DataError, match=r"drugs_drugcentral\.tsv"):
        Vocabulary.load(small).ground("cisplatin", "Drug")
