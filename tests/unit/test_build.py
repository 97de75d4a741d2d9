"""From files to a store: all or nothing, rebuilt by itself when something changed, never half-written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exograph import build, resources
from exograph.errors import DataError, StoreError, StoreNotBuilt, StoreRefused
from exograph.knowledge.findings import errors
from exograph.knowledge.model import Graph
from exograph.knowledge.vocabulary import Vocabulary
from exograph.resources import graph_dir
from exograph.stores import embedded, embedded_file
from exograph.stores.embedded import EmbeddedStore
from tests.graphs import FIXTURES, vocabulary
from tests.tables import cells, table, write

MINE = cells(drug="paclitaxel")
SECOND = cells(drug="carboplatin", claim="PMID:999000001/2")


@pytest.fixture(autouse=True)
def vocabularies_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the vocabularies anew for each of thirty builds would take most of the time."""
    once = vocabulary()
    monkeypatch.setattr(Vocabulary, "load", classmethod(lambda cls, folder=None: once))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vocabularies_once: None) -> Path:
    """A graph/ with four claims, which a test may change, in the place of the bundled one."""
    root = tmp_path / "checkout"
    shutil.copytree(graph_dir(), root / "graph", ignore=shutil.ignore_patterns("*.tsv.gz"))
    (root / "cypher").symlink_to(resources.cypher_dir())
    for path in (root / "graph" / "claims").iterdir():
        path.unlink()
    shutil.copy(FIXTURES / "joins.tsv", root / "graph" / "claims" / "therapy.tsv")
    monkeypatch.setattr(resources, "_root", lambda: root)
    return root / "graph"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[EmbeddedStore]:
    """The user's own store, which a question builds by itself."""
    monkeypatch.setattr(embedded, "default_path", lambda: tmp_path / "store" / "graph.kgl")
    opened = EmbeddedStore.open()
    yield opened
    opened.close()


def files(store: EmbeddedStore) -> set[str]:
    return {path.name for path in store.path.parent.iterdir()}


def append(folder: Path, text: str) -> None:
    path = folder / "claims" / "therapy.tsv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


# -- the release


@pytest.mark.parametrize(
    "name", ["RELEASE", "schema.yaml", "publication_status.tsv", "claims/therapy.tsv", "vocab/drugs.tsv"],
)  # fmt: skip
def test_the_checksum_covers_every_file_that_is_read(folder: Path, name: str) -> None:
    before = build.current_release()
    path = folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert build.current_release().sha256 != before.sha256


def test_the_checksum_does_not_cover_what_is_not_read(folder: Path) -> None:
    before = build.current_release()
    (folder / "README.md").write_text("other words\n", encoding="utf-8")
    (folder / "claims" / "notes.txt").write_text("a note\n", encoding="utf-8")
    assert build.current_release() == before


def test_the_checksum_covers_the_users_claims(tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", MINE)
    with_mine = build.current_release([mine])
    assert with_mine.sha256 != build.current_release().sha256
    write(mine, cells(drug="carboplatin"))
    assert build.current_release([mine]).sha256 != with_mine.sha256


def test_reading_twice_gives_the_same_graph() -> None:
    assert build.read().graph == build.read().graph


# -- building


def test_the_first_question_builds(store: EmbeddedStore) -> None:
    said: list[str] = []
    build.ensure(store, said.append)
    assert store.release() == build.current_release()
    assert len(said) == 1
    build.ensure(store, said.append)
    assert len(said) == 1, "a second question built again"


def test_a_second_build_changes_nothing(store: EmbeddedStore) -> None:
    first, _ = build.build(store, [])
    written = store.path.read_bytes(), store.path.stat().st_mtime_ns
    second, _ = build.build(store, [])
    assert first.created == sum(first.counts.values())
    assert (second.created, second.removed, second.counts) == (0, 0, first.counts)
    assert (store.path.read_bytes(), store.path.stat().st_mtime_ns) == written


def test_a_build_leaves_no_other_files(store: EmbeddedStore) -> None:
    build.build(store, [])
    assert files(store) - {"graph.kgl.building"} == {"graph.kgl"}


def test_the_graph_is_rebuilt_when_graph_changes(store: EmbeddedStore, folder: Path) -> None:
    build.ensure(store)
    before = store.release()
    append(folder, table(MINE).partition("\n")[2])
    said: list[str] = []
    build.ensure(store, said.append)
    assert said
    assert store.release() != before
    assert store.query("MATCH (c:Claim {id: $id}) RETURN c.origin AS origin", {"id": MINE["claim"]}) == [
        {"origin": "exograph"}
    ]


def test_the_graph_is_rebuilt_by_another_engine(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    build.ensure(store)
    monkeypatch.setattr(embedded, "engine_version", lambda: "99.0")
    said: list[str] = []
    build.ensure(store, said.append)
    assert said
    origin = store.origin()
    assert origin is not None
    assert origin.engine == "99.0"


def test_a_file_that_the_engine_cannot_read_is_never_replaced_unasked(store: EmbeddedStore, tmp_path: Path) -> None:
    """Whether claims of the user are in it is not known any more."""
    mine = write(tmp_path / "mine.tsv", MINE)
    build.build(store, [mine])
    broken = store.path.read_bytes()[:-100]
    store.path.write_bytes(broken)
    store.close()
    for action in (lambda: build.ensure(store), lambda: build.build(store, [])):
        with pytest.raises(StoreError, match="cannot be read by kglite") as caught:
            action()
        assert "--force" in caught.value.hint
        assert store.path.read_bytes() == broken
    build.build(store, [mine], force=True)
    build.ensure(store)
    assert store.release() == build.current_release([mine])


def test_a_store_of_another_exograph_is_rebuilt(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    build.ensure(store)
    monkeypatch.setattr(build, "__version__", "99.0")
    said: list[str] = []
    build.ensure(store, said.append)
    release = store.release()
    assert said
    assert release is not None
    assert release.version == "99.0"


def test_the_users_claims_are_remembered(store: EmbeddedStore, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", MINE)
    build.build(store, [mine])
    origin = "MATCH (c:Claim) WHERE c.origin <> 'exograph' RETURN c.id AS id, c.origin AS origin"
    assert store.query(origin) == [{"id": MINE["claim"], "origin": "mine.tsv"}]
    write(mine, {**MINE, "claim": "PMID:999000001/2"})
    said: list[str] = []
    build.ensure(store, said.append)
    assert said
    assert store.query(origin) == [{"id": "PMID:999000001/2", "origin": "mine.tsv"}]


def test_a_copy_is_asked_and_never_written(store: EmbeddedStore, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", MINE)
    build.build(store, [mine])
    sent = EmbeddedStore.open(Path(shutil.copy(store.path, tmp_path / "sent.kgl")))
    before, said = sent.path.read_bytes(), list[str]()
    build.ensure(sent, said.append)
    assert said == []
    write(mine, {**MINE, "effect": "no effect"})
    build.ensure(sent, said.append)
    mine.unlink()
    build.ensure(sent, said.append)
    assert len(said) == 2
    assert said[1].startswith(f"{sent.path} is a copy of {store.path} and is asked as it is. ")
    assert said[1].endswith(f": exograph build --store embedded:{sent.path} --claims {mine}")
    assert sent.path.read_bytes() == before
    assert sent.query("MATCH (c:Claim {id: $id}) RETURN c.origin AS origin", {"id": MINE["claim"]}) == [
        {"origin": "mine.tsv"}
    ]


def test_a_moved_store_that_another_exograph_built_is_refused(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = write(tmp_path / "my claims.tsv", MINE)
    build.build(store, [mine])
    moved = EmbeddedStore.open(store.path.rename(tmp_path / "moved.kgl"))
    monkeypatch.setattr(build, "__version__", "99.0")
    before = moved.path.read_bytes()
    with pytest.raises(StoreError, match=r"copies are never rebuilt unasked") as caught:
        build.ensure(moved)
    assert caught.value.hint.endswith(f"exograph build --store embedded:{moved.path} --claims '{mine}'")
    assert moved.path.read_bytes() == before


def test_a_store_that_does_not_name_its_tables_is_left_alone(store: EmbeddedStore) -> None:
    """As an exograph wrote them that kept the names in a file beside the store."""
    graph = build.read().graph
    assert graph is not None
    store.path.parent.mkdir()
    store._make(graph).save(str(store.path))
    before = store.path.read_bytes()
    with pytest.raises(StoreError, match="does not say which claim tables") as caught:
        build.ensure(store)
    assert "exograph build --store" in caught.value.hint
    assert store.path.read_bytes() == before
    build.build(store)
    build.ensure(store)


def test_a_file_beside_the_store_says_nothing(store: EmbeddedStore, tmp_path: Path) -> None:
    build.build(store, [write(tmp_path / "mine.tsv", MINE)])
    store.path.with_name("graph.kgl.json").write_text('{"claims": [], "engine": "0"}', encoding="utf-8")
    said: list[str] = []
    build.ensure(store, said.append)
    assert said == []


def test_a_link_to_a_store_is_kept(store: EmbeddedStore, tmp_path: Path) -> None:
    build.build(store)
    link = tmp_path / "link.kgl"
    link.symlink_to(store.path)
    linked = EmbeddedStore.open(link)
    build.ensure(linked)
    build.build(linked, force=True)
    assert link.is_symlink()
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith("link")} == {"link.kgl"}


def test_a_question_never_undoes_a_build_that_ended_meanwhile(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, more = write(tmp_path / "mine.tsv", MINE), write(tmp_path / "more.tsv", SECOND)
    build.build(store, [mine])
    write(mine, {**MINE, "effect": "no effect"})
    outdated, looked = build.outdated, list[object]()

    def then_somebody_builds(found: EmbeddedStore) -> list[Path] | None:
        looked.append(outdated(found))
        if len(looked) == 1:
            build.build(EmbeddedStore.open(store.path), [mine, more])
        return looked[-1]  # type: ignore[return-value]

    monkeypatch.setattr(build, "outdated", then_somebody_builds)
    build.ensure(store)
    assert looked == [[mine], None]
    rows = store.query("MATCH (c:Claim) WHERE c.origin <> 'exograph' RETURN c.id AS id ORDER BY id")
    assert [row["id"] for row in rows] == [MINE["claim"], SECOND["claim"]]


def test_data_that_change_while_they_are_read(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the store would hold the old rows and pass for one of the new ones."""
    mine = write(tmp_path / "mine.tsv", MINE)
    make = build.make_graph

    def meanwhile(*given: Any) -> Graph:
        write(mine, SECOND)
        return make(*given)

    monkeypatch.setattr(build, "make_graph", meanwhile)
    with pytest.raises(DataError, match="changed while they were read"):
        build.build(store, [mine])
    assert not store.exists()


def test_a_table_that_cannot_be_read_again_is_refused(store: EmbeddedStore, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(DataError, match="read again"):
        build.build(store, [pipe])


def test_tables_that_a_build_leaves_out_are_told(store: EmbeddedStore, tmp_path: Path) -> None:
    mine, more = write(tmp_path / "mine.tsv", MINE), write(tmp_path / "more.tsv", SECOND)
    assert build.build(store, [mine, more])[0].left_out == ()
    assert build.build(store, [more])[0].left_out == (str(mine),)
    assert build.build(store, [more])[0].left_out == ()


def test_claims_that_are_gone_are_told(store: EmbeddedStore, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", MINE)
    build.build(store, [mine])
    mine.unlink()
    with pytest.raises(DataError, match=r"mine\.tsv.*gone") as caught:
        build.ensure(store)
    assert "exograph build" in caught.value.hint
    build.build(store, [])
    build.ensure(store)


def test_a_broken_row_leaves_the_store_as_it_was(store: EmbeddedStore, tmp_path: Path) -> None:
    build.build(store, [])
    before = store.path.read_bytes(), files(store)
    broken = write(tmp_path / "broken.tsv", MINE, cells(claim="PMID:999000001/2", effect="cures"))
    with pytest.raises(DataError) as caught:
        build.build(store, [broken])
    assert caught.value.details[0].startswith(f"{broken}:3:effect: error: ")
    assert "left as it was" in str(caught.value)
    assert (store.path.read_bytes(), files(store)) == before


def test_a_broken_row_makes_no_first_store(store: EmbeddedStore, tmp_path: Path) -> None:
    broken = write(tmp_path / "broken.tsv", cells(pmid="PMID1"))
    with pytest.raises(DataError):
        build.build(store, [broken])
    assert not store.path.exists()


def test_many_errors_are_counted_and_some_shown(store: EmbeddedStore, tmp_path: Path) -> None:
    rows = [cells(claim=f"PMID:999000001/{number}", effect="cures") for number in range(1, 31)]
    with pytest.raises(DataError, match=r"30 error\(s\)") as caught:
        build.build(store, [write(tmp_path / "broken.tsv", *rows)])
    assert len(caught.value.details) == 21
    assert caught.value.details[-1] == "... and 10 more"


def test_an_identifier_of_the_bundled_claims_is_taken(tmp_path: Path) -> None:
    known = build.read().claims[0].claim
    cells_ = cells(
        claim=known.id, pmid=known.pmid, pmcid=known.pmcid, doi=known.doi, year=str(known.year or ""),
        first_author=known.first_author, journal=known.journal, drug="vinblastine",
    )  # fmt: skip
    found = errors(build.read([write(tmp_path / "mine.tsv", cells_)]).findings)
    assert [(finding.line, finding.column) for finding in found] == [(2, "claim")]


def test_an_ambiguous_name_is_an_error_and_an_unknown_one_a_warning(tmp_path: Path) -> None:
    unknown = build.read([write(tmp_path / "mine.tsv", cells(drug="snake oil"))])
    assert [f.severity for f in unknown.findings if f.file.endswith("mine.tsv")] == ["warning"]
    assert unknown.graph is not None
    # an alias of several genes
    ambiguous = build.read([write(tmp_path / "mine.tsv", cells(mechanism="miR-21 -| p40"))])
    mine = [finding for finding in ambiguous.findings if finding.file.endswith("mine.tsv")]
    assert [(f.severity, f.column, f.position) for f in mine] == [("error", "mechanism", 11)]
    assert ambiguous.graph is None


# -- files that are no store, folders that may not be written


def test_a_file_that_is_no_store(store: EmbeddedStore) -> None:
    store.path.parent.mkdir()
    store.path.write_text("no store\n", encoding="utf-8")
    for action in (lambda: build.ensure(store), lambda: build.build(store, [])):
        with pytest.raises(StoreError, match="no store of exograph"):
            action()
    assert store.path.read_text(encoding="utf-8") == "no store\n"


def test_a_graph_that_is_not_ours(store: EmbeddedStore) -> None:
    import kglite

    store.path.parent.mkdir()
    other = kglite.KnowledgeGraph()
    other.cypher("CREATE (:Person {id: 'ada'})")
    other.save(str(store.path))
    before = store.path.read_bytes()
    with pytest.raises(StoreRefused, match="not exograph's"):
        build.build(store, [])
    assert store.path.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    store = EmbeddedStore.open(tmp_path)
    with pytest.raises(StoreError, match="folder"):
        build.build(store, [])
    with pytest.raises(StoreError):
        build.ensure(store)


@pytest.mark.parametrize("path", ["file/graph.kgl", "file/deeper/graph.kgl", "x" * 300])
def test_a_place_that_cannot_be_written(tmp_path: Path, path: str) -> None:
    place = tmp_path / "place"
    place.mkdir()
    (place / "file").write_text("", encoding="utf-8")
    store = EmbeddedStore.open(place / path)
    with pytest.raises(StoreError, match="cannot be"):
        build.build(store)
    assert {entry.name for entry in place.iterdir()} == {"file"}


def test_a_store_that_was_named_is_made_by_a_build_alone(tmp_path: Path) -> None:
    named = EmbeddedStore.open(tmp_path / "misspelt" / "graph.kgl")
    with pytest.raises(StoreNotBuilt, match="there is no store") as caught:
        build.ensure(named)
    assert caught.value.hint.endswith(f"exograph build --store {named.address}")
    assert not named.path.parent.exists()
    build.build(named)
    build.ensure(named)


def test_another_writer(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    monkeypatch.setattr(embedded_file, "LOCK_SECONDS", 0.1)
    store.path.parent.mkdir()
    with (
        filelock.FileLock(store.path.with_name("graph.kgl.building")),
        pytest.raises(StoreError, match="another exograph is writing"),
    ):
        build.build(store, [])
    build.build(store, [])


def test_what_a_killed_save_left_is_swept(store: EmbeddedStore) -> None:
    build.build(store, [])
    left = store.path.with_name("graph.kgl.tmp.123")
    left.write_bytes(b"half")
    build.build(store, [])
    assert not left.exists()


def test_a_question_sweeps_what_a_killed_build_left(store: EmbeddedStore) -> None:
    build.ensure(store)
    left = store.path.with_name("graph.kgl.tmp.123")
    left.write_bytes(b"half")
    build.ensure(store)
    assert not left.exists()


def test_a_save_that_fails_leaves_the_old_file(
    store: EmbeddedStore, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build.build(store, [])
    before = store.path.read_bytes()

    def full(_: object, path: str) -> None:
        Path(path + ".tmp.1").write_bytes(b"half")
        raise OSError(28, "No space left on device")

    append(folder, table(MINE).partition("\n")[2])
    monkeypatch.setattr(embedded.EmbeddedStore, "_make", lambda self, graph: type("G", (), {"save": full})())
    with pytest.raises(StoreError, match="No space left"):
        build.build(store, [])
    assert store.path.read_bytes() == before
    assert not [name for name in files(store) if ".tmp." in name]


def test_neo4j_is_never_built_unasked() -> None:
    class Empty:
        address = "bolt://127.0.0.1:1"

        def release(self) -> None:
            return None

    with pytest.raises(StoreNotBuilt) as caught:
        build.ensure(Empty())  # type: ignore[arg-type]
    assert caught.value.hint == "exograph build --store bolt://127.0.0.1:1"
