"""The site as files: every link leads somewhere, names are safe, the folder is whole or untouched."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from exograph.errors import UsageError
from exograph.files import OLD, exchange, room, sweep
from exograph.questions.site_index import LABELS, PAPER, SiteIndex, site_index
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from exograph.views.site import folder as folder_module
from exograph.views.site import pages, write
from exograph.views.site.addresses import FOLDERS, file_of, of_entry, relative, slug
from exograph.views.site.folder import MARKER
from tests.ask import mechanism
from tests.graphs import fixture_graph
from tests.unit.answers import HOSTILE, make_fact, make_path
from tests.unit.map_answers import site_of
from tests.unit.test_html_page import ATTACK, Reader, everything

OPTIONS = {
    "Cancer": "cancer", "Drug": "drug", "Pathway": "pathway", "ImmuneCell": "cell", "MscSource": "source",
}  # fmt: skip


@pytest.fixture(scope="module")
def bundled(bundled_site: tuple[Path, SiteIndex]) -> SiteIndex:
    return bundled_site[1]


@pytest.fixture(scope="module")
def files(bundled_site: tuple[Path, SiteIndex]) -> dict[str, str]:
    """The text of every file of the site by its name."""
    folder, _ = bundled_site
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return {name: (folder / name).read_bytes().decode() for name in names if name != MARKER}


def links(file: str, text: str) -> Iterator[str]:
    """What a page leads to: links, style, script, the target of its search."""
    for _, attributes in Reader(text).tags:
        for name in ("href", "src", "action"):
            if attributes.get(name):
                yield str(attributes[name])


def test_every_link_leads_to_a_page(files: dict[str, str]) -> None:
    dead, seen = [], set()
    for file, text in files.items():
        if not file.endswith(".html"):
            continue
        for link in links(file, text):
            if link.startswith(("https://", "http://")):  # papers, and the pages that databases give
                continue
            target, _, anchor = link.partition("#")
            assert not target.startswith(("/", "file:")), (file, link)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(file), target)) if target else file
            seen.add(path)
            if path not in files or (anchor and f'id="{anchor}"' not in files[path]):
                dead.append((file, link))
    assert dead == []
    assert set(files) - seen == set()  # and no page is left alone


def test_links_of_the_script_lead_to_a_page(files: dict[str, str]) -> None:
    """What the explorer and the search offer: addresses that stand in data."""
    for file, text in files.items():
        found = re.search(r'id="pages">(.*?)</script>', text)
        if found:
            held = json.loads(found[1])
            for link in (*held["nodes"].values(), *held["papers"].values()):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(file), link)) in files, (file, link)
    script = files["assets/search.js"]
    rows = json.loads(re.search(r"const index = (\[.*\]);", script)[1])  # type: ignore[index]
    assert {row[2] for row in rows} <= set(files)
    assert len(rows) == sum(file.count("/") == 1 and not file.endswith("index.html") for file in files) - 9


def test_every_name_of_a_claim_has_a_page(bundled: SiteIndex, files: dict[str, str]) -> None:
    for path in bundled.paths:
        for node in (*path.nodes, *(marker.node for marker in path.markers)):
            if node.label in LABELS:
                assert file_of(node.key, node.name) in files
        assert of_entry(bundled.entries[PAPER, path.paper.id]) in files


def test_a_page_shows_what_mechanism_finds(bundled: SiteIndex, bundled_store: EmbeddedStore) -> None:
    for name in ("breast cancer", "glioma", "chemotherapy", "T cell", "umbilical cord", "Wnt"):
        entry = next(one for one in bundled.entries.values() if one.name == name and one.label in OPTIONS)
        found = mechanism(bundled_store, {OPTIONS[entry.label]: entry.id}, limit=1000)
        answer = bundled.answer(entry)
        assert {path.claim for path in answer.paths} == {path.claim for path in found.paths}
        assert {path.claim for path in answer.opposing} == {path.claim for path in found.opposing}


def test_pages_hold_their_claims_their_opponents_and_facts() -> None:
    first = make_path("PMID:1/1", effect="sensitises", mechanism="miR-1 -| A", drugs=["cisplatin"], cancers=["glioma"],
                      markers=[("BAX", "up")], opposed_by=("PMID:2/1",))  # fmt: skip
    second = make_path("PMID:2/1", effect="confers resistance", mechanism="miR-1 -| A", drugs=["cisplatin"],
                       cancers=["glioma"], source="liver", opposed_by=("PMID:1/1",))  # fmt: skip
    index = site_of([first, second], [make_fact(("Drug", "cisplatin"), "TARGETS", ("Gene", "EGFR"))])
    held = dict(pages(index))
    source = next(one for one in index.entries.values() if one.name == "liver")
    text = Reader(held[of_entry(source)]).text
    assert "Less A" not in text
    assert "less A: cisplatin works worse in glioma" in text
    assert "Claims that oppose a shown one" in text
    assert "cisplatin works better" in text
    drug = next(one for one in index.entries.values() if one.name == "cisplatin")
    assert "cisplatin TARGETS EGFR" in Reader(held[of_entry(drug)]).text
    assert "1 claim from retracted papers" in Reader(held["index.html"]).text


def test_same_index_same_bytes(bundled: SiteIndex, files: dict[str, str]) -> None:
    again = list(pages(bundled))
    assert dict(again) == files
    assert len(again) == len({name.casefold() for name, _ in again})


@pytest.mark.parametrize(
    "attack", [ATTACK, HOSTILE, "../../etc/passwd", "con", ".", "a/b\\c:d*?", "\u0430\u0431\u0432"]
)
def test_hostile_names_are_inert(attack: str, tmp_path: Path) -> None:
    answer = everything(attack)
    index = site_of([*answer.paths, *answer.opposing], answer.facts)
    held = dict(pages(index))
    for file, text in held.items():
        assert re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)?\.(html|css|js)", file)
        if file.endswith(".html"):
            read = Reader(text)
            assert {tag for tag, _ in read.tags} & {"img", "iframe", "object", "base"} == set()
            assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on")]
            sources = [attributes for tag, attributes in read.tags if tag == "script"]
            assert all(a.get("src") or a.get("type") == "application/json" or "maps/" in file for a in sources)
    write(tmp_path / "site", held.items())
    assert {path.parent.parent for path in tmp_path.rglob("*.html")} == {tmp_path, tmp_path / "site"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("miR-21-5p", "mir-21-5p"), ("TGF-\u03b2", "tgf-beta"), ("Wharton's jelly", "wharton-s-jelly"), ("\u7532", "x"),
     ("", "x"), ("a" * 300, "a" * 48)],
)  # fmt: skip
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_that_look_alike_keep_their_own_pages() -> None:
    assert file_of(("Gene", "a"), "X") != file_of(("Gene", "b"), "X")
    assert file_of(("Gene", "a"), "X") == file_of(("Gene", "a"), "X")
    assert relative("index.html", "papers/a.html") == "../index.html"
    assert relative("papers/b.html", "papers/a.html") == "b.html"
    assert relative("papers/index.html", "index.html") == "papers/index.html"
    assert len(set(FOLDERS.values())) == len(FOLDERS)


def test_the_index_is_alike_on_both_stores(store: Store) -> None:
    store.load(fixture_graph("joins.tsv"))
    index = site_index(store)
    assert [(entry.name, entry.claims, entry.papers) for entry in index.of("Drug")] == [
        ("cisplatin", (0, 1), 2), ("temozolomide", (2, 3), 2),
    ]  # fmt: skip
    assert {path.claim for path in index.paths} == {"PMID:1/1", "PMID:2/1", "PMID:3/1", "PMID:3/2"}


# -- the folder

SITE = [("index.html", "start"), ("papers/a.html", "a")]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_writes_and_replaces_its_own(tmp_path: Path) -> None:
    target = tmp_path / "new" / "site"
    written = write(target, SITE)
    assert written.files == 3
    assert written.size == sum(len(data) for data in snapshot(target).values())
    write(target, [("index.html", "later")])
    assert set(snapshot(target)) == {"index.html", MARKER}
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_takes_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write(tmp_path / "site", SITE)
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "start"


@pytest.mark.parametrize("own", [True, False])
def test_refuses_a_folder_with_other_files(tmp_path: Path, own: bool) -> None:
    target = tmp_path / "site"
    if own:
        write(target, SITE)
    target.mkdir(exist_ok=True)
    (target / "CNAME").write_text("mine", encoding="utf-8")
    before = snapshot(target)
    with pytest.raises(UsageError, match="CNAME" if own else "not a site"):
        write(target, SITE)
    assert snapshot(target) == before


def test_refuses_a_file_and_a_marker_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file"):
        write(tmp_path / "file", SITE)
    with pytest.raises(UsageError, match="cannot be written"):
        write(tmp_path / "file" / "below", SITE)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MARKER).write_text("[]", encoding="utf-8")
    (tmp_path / "site" / "a.html").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.html"):
        write(tmp_path / "site", SITE)


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_failure_leaves_the_old_site_whole(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "site"
    write(target, SITE)
    before = snapshot(target)

    def broken() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        raise error

    with pytest.raises(error):
        write(target, broken())
    assert snapshot(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_site_left_is_swept_and_what_lives_is_not(tmp_path: Path) -> None:
    """A room is locked while its process lives: two sites at once do not take each other's away."""
    left = tmp_path / ".site.exograph-killed"
    (left / "new").mkdir(parents=True)
    (left / "new" / "index.html").write_text("half", encoding="utf-8")
    (tmp_path / ".other.exograph-killed").mkdir()  # of another target: its own next run sweeps it
    with room(tmp_path / "site") as living:
        assert not left.exists()
        write(tmp_path / "site", SITE)
        assert living.is_dir()
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".other.exograph-killed"}


@pytest.mark.parametrize("whole", [True, False], ids=["in one step", "in two steps"])
def test_a_site_takes_the_place_of_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool) -> None:
    if not whole:
        monkeypatch.setattr(folder_module, "exchange", lambda one, other: False)
    target = tmp_path / "site"
    for text in ("old", "new"):
        write(target, [("index.html", text)])
        assert (target / "index.html").read_text(encoding="utf-8") == text
        assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_old_site_comes_back_where_a_kill_met_the_second_step(tmp_path: Path) -> None:
    old = tmp_path / ".site.exograph-killed" / OLD
    old.mkdir(parents=True)
    (old / "index.html").write_text("old", encoding="utf-8")
    sweep(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_two_entries_trade_their_places(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.write_text("other", encoding="utf-8")
    if exchange(one, other):
        assert one.read_text(encoding="utf-8") == "other"
        assert other.is_dir()
    else:  # a file system without that step
        assert one.is_dir()
    assert exchange(one, tmp_path / "nowhere") is False


def test_a_failed_move_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    write(target, SITE)
    before = snapshot(target)
    monkeypatch.setattr(folder_module, "exchange", lambda one, other: False)
    real = Path.rename

    def rename(self: Path, to: Path) -> Path:
        if self.name == "new":
            raise PermissionError(13, "Permission denied")
        return real(self, to)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(UsageError, match="Permission denied"):
        write(target, [("index.html", "new")])
    assert snapshot(target) == before
