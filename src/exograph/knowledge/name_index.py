"""Every name of the vocabularies by its folded form, in one SQLite file that is made once for their checksum.

Reading 39,000 genes to look up one of them takes half a second; a look-up here takes a few microseconds. The file
stands in the user's cache folder, is written beside and renamed, so that two processes at once do no harm, and is made
anew where it is broken. Where the folder cannot be written the index is made in memory.
"""

from __future__ import annotations

import contextlib
import functools
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exograph.errors import DataError
from exograph.knowledge import spelling, vocab_files
from exograph.knowledge.spelling import fold, fold_words, mirna_key

if TYPE_CHECKING:
    import sqlite3

# what else a row says, by column: how sure a name in it is (see grounding)
NAME_COLUMNS = ("name", "synonyms", "full_name", "extra", "previous", "aliases", "usage")
_TABLES = tuple(vocab_files.FILES)
_SMALL = 300_000  # bytes of vocabulary that are indexed in memory at once: a file would save nothing
_KEPT = 4  # indexes of other vocabularies or versions that stay in the cache folder
_OLD = 3600.0  # seconds after which an unfinished file is a leftover
_SCHEMA = """
CREATE TABLE headers (tbl INTEGER PRIMARY KEY, header TEXT);
CREATE TABLE rows (tbl INTEGER, number INTEGER, id TEXT, line TEXT, PRIMARY KEY (tbl, number)) WITHOUT ROWID;
CREATE TABLE names (key TEXT, tbl INTEGER, number INTEGER, tier INTEGER, text TEXT, page TEXT,
                    label TEXT, note TEXT, PRIMARY KEY (key, tbl, tier, number, text, label)) WITHOUT ROWID;
CREATE TABLE spellings (tbl INTEGER, length INTEGER, keys TEXT, PRIMARY KEY (tbl, length)) WITHOUT ROWID;
"""
_FIND = """
SELECT key, tbl, number, tier, text, page, label, note FROM names WHERE key IN ({}) ORDER BY tbl, number, tier, text
"""


@dataclass(frozen=True, slots=True)
class Bearer:
    """One row that bears a name: the name as its table writes it, in which column, and a page where one is given.

    `label`, `note`: of a name that usage.tsv gives, under which label it means the row, and what kind of name it is.
    """

    key: str
    table: str
    number: int
    column: str
    text: str
    page: str
    label: str = ""
    note: str = ""


def key_of(table: str, text: str) -> str:
    """The folded form under which a table knows the text."""
    if table == "mirnas":
        return mirna_key(text) or fold(text)
    return fold(text) if table == "genes" else fold_words(text)


class NameIndex:
    """The names of one folder of vocabularies. Nothing is read before the first question."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened: sqlite3.Connection | None = None
        self._cached: dict[str, list[Bearer]] = {}

    def find(self, keys: Iterable[str]) -> dict[str, list[Bearer]]:
        """Bearers by folded name; a key that nothing bears has no entry. One query for all of them."""
        wanted = {key for key in keys if key}
        new = [key for key in wanted if key not in self._cached]
        for start in range(0, len(new), 500):
            part = new[start : start + 500]
            for key in part:
                self._cached[key] = []
            for key, table, number, tier, *rest in self._ask(_FIND.format(",".join("?" * len(part))), part):
                self._cached[key].append(Bearer(key, _TABLES[table], number, NAME_COLUMNS[tier], *rest))
        found = {key: self._cached[key] for key in wanted if self._cached[key]}
        if len(self._cached) > 50_000:
            self._cached.clear()
        return found

    def header(self, table: str) -> tuple[str, ...]:
        """The columns of a table. DataError where the folder has no such file."""
        found = self._ask("SELECT header FROM headers WHERE tbl = ?", (_TABLES.index(table),))
        if not found:
            for file in vocab_files.FILES[table]:
                vocab_files.read_lines(self.folder / file)  # says what is missing
            raise DataError(f"{self.folder}: no {table}", hint="reinstall exograph")
        return tuple(found[0][0].split("\t"))

    def line(self, table: str, number: int) -> str:
        """One row as its file has it."""
        question = "SELECT line FROM rows WHERE tbl = ? AND number = ?"
        return str(self._ask(question, (_TABLES.index(table), number))[0][0])

    def lines(self, table: str) -> list[str]:
        """All rows of a table."""
        question = "SELECT line FROM rows WHERE tbl = ? ORDER BY number"
        return [line for (line,) in self._ask(question, (_TABLES.index(table),))]

    def number(self, table: str, id: str) -> int | None:
        """The row of an identifier."""
        found = self._ask("SELECT number FROM rows WHERE id = ? AND tbl = ?", (id, _TABLES.index(table)))
        return found[0][0] if found else None

    @functools.lru_cache(maxsize=512)  # noqa: B019 - an index lives as long as the process
    def spellings(self, table: str, length: int) -> tuple[str, ...]:
        """Folded names of one length, to look for similar ones."""
        found = self._ask("SELECT keys FROM spellings WHERE tbl = ? AND length = ?", (_TABLES.index(table), length))
        return tuple(found[0][0].split("\n")) if found else ()

    def _ask(self, question: str, values: Iterable[Any]) -> list[Any]:
        import sqlite3

        values = tuple(values)
        if self._opened is None:
            self._opened = _open(self.folder)
        try:
            return self._opened.execute(question, values).fetchall()
        except sqlite3.DatabaseError:  # a broken file: made anew, once
            self._opened.close()
            self._opened = _open(self.folder, anew=True)
            return self._opened.execute(question, values).fetchall()


def _open(folder: Path, *, anew: bool = False) -> sqlite3.Connection:
    """The index of a folder: from the cache, else made there, else in memory."""
    if vocab_files.size(folder) <= _SMALL:
        return _fill(_connect(":memory:"), folder)
    path = cache_folder() / f"names-{vocab_files.checksum(folder, Path(spelling.__file__), Path(__file__))}.sqlite"
    if not anew and path.is_file() and (found := _sound(path)):
        return found
    with contextlib.suppress(OSError):
        _write(path, folder)
        if found := _sound(path):
            return found
    return _fill(_connect(":memory:"), folder)


def cache_folder() -> Path:
    """Where indexes are kept."""
    import platformdirs

    return platformdirs.user_cache_path("exograph", appauthor=False)


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(name, uri=uri, check_same_thread=False, isolation_level=None)


def _sound(path: Path) -> sqlite3.Connection | None:
    """The file, opened for reading; None where it is no whole index."""
    import sqlite3

    opened = _connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        opened.execute("SELECT header FROM headers LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        opened.close()
        return None
    return opened


def _write(path: Path, folder: Path) -> None:
    """Make the file beside its place and rename it: a reader sees an old one or a whole one."""
    import sqlite3
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix="names-", suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        try:
            made = _connect(name)
            made.execute("PRAGMA journal_mode = OFF")
            made.execute("PRAGMA synchronous = OFF")
            _fill(made, folder).close()
        except sqlite3.OperationalError as error:  # a full disk
            raise OSError(str(error)) from error
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    _sweep(path)


def _sweep(path: Path) -> None:
    """Remove what killed processes left behind, and all but the newest indexes of other vocabularies."""
    with contextlib.suppress(OSError):
        others = [one for one in path.parent.glob("names-*.sqlite") if one != path]
        unused = sorted(others, key=lambda one: one.stat().st_mtime, reverse=True)[_KEPT - 1 :]
        parts = [p for p in path.parent.glob("names-*.part") if p.stat().st_mtime < time.time() - _OLD]
        for one in (*unused, *parts):
            one.unlink(missing_ok=True)


def _fill(opened: sqlite3.Connection, folder: Path) -> sqlite3.Connection:
    opened.executescript(_SCHEMA)
    opened.execute("BEGIN")
    extra = vocab_files.extra_synonyms(folder)
    usages = vocab_files.usages(folder)
    for table, name in enumerate(_TABLES):
        files = [folder / file for file in vocab_files.FILES[name]]
        if not all(file.is_file() for file in files):
            continue  # said when it is asked for
        lines: list[str] = []
        header: tuple[str, ...] = ()
        for file in files:
            header, more = vocab_files.read_lines(file)
            lines += more
        ids = [line.partition("\t")[0] for line in lines]
        opened.execute("INSERT INTO headers VALUES (?, ?)", (table, "\t".join(header)))
        opened.executemany(
            "INSERT INTO rows VALUES (?, ?, ?, ?)",
            ((table, number, id, line) for number, (id, line) in enumerate(zip(ids, lines, strict=True))),
        )
        names = [*_names(name, header, lines), *_extra_names(name, ids, extra), *_usage_names(name, ids, usages)]
        opened.executemany(
            "INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            sorted((key, table, *rest) for key, *rest in names),
        )
        opened.executemany("INSERT INTO spellings VALUES (?, ?, ?)", _spellings(table, names))
    opened.execute("CREATE INDEX ids ON rows (id)")
    opened.execute("COMMIT")
    return opened


_Name = tuple[str, int, int, str, str, str, str]  # key, row, place in NAME_COLUMNS, as written, page, label, note


def _names(table: str, header: tuple[str, ...], lines: list[str]) -> Iterator[_Name]:
    columns = [(tier, header.index(column)) for tier, column in enumerate(NAME_COLUMNS) if column in header]
    for number, (line, keys) in enumerate(zip(lines, _folded(table, lines), strict=True)):
        cells = line.split("\t")
        for tier, at in columns:
            for key, text in zip(keys[at].split("|"), cells[at].split("|"), strict=True):
                if key:
                    yield key, number, tier, text, "", "", ""


def _folded(table: str, lines: list[str]) -> Iterator[list[str]]:
    """Cells of every row, folded; the big tables in one go, since folding keeps tabs and line ends."""
    if table == "mirnas":
        for line in lines:
            yield ["|".join(key_of(table, text) for text in cell.split("|")) for cell in line.split("\t")]
    elif lines:
        folded = (fold if table == "genes" else fold_words)("\n".join(lines))
        for line in folded.split("\n"):
            yield line.split("\t")


def _extra_names(table: str, ids: list[str], extra: dict[str, list[tuple[str, str]]]) -> Iterator[_Name]:
    tier = NAME_COLUMNS.index("extra")
    at = {identifier: number for number, identifier in enumerate(ids)}
    for identifier, texts in extra.items():
        if identifier in at:
            for text, page in texts:
                yield key_of(table, text), at[identifier], tier, text, page, "", ""


def _usage_names(table: str, ids: list[str], usages: list[vocab_files.Usage]) -> Iterator[_Name]:
    tier = NAME_COLUMNS.index("usage")
    at = {identifier: number for number, identifier in enumerate(ids)}
    for one in usages:
        if one.id in at:
            yield key_of(table, one.name), at[one.id], tier, one.name, one.page, one.label, one.note


def _spellings(table: int, names: list[_Name]) -> Iterator[tuple[int, int, str]]:
    """Folded names by length; full names of genes are left out: nobody misspells them into a symbol."""
    full = NAME_COLUMNS.index("full_name")
    by_length: dict[int, set[str]] = {}
    for key, _, tier, *_ in names:
        if tier != full:
            by_length.setdefault(len(key), set()).add(key)
    for length, keys in sorted(by_length.items()):
        yield table, length, "\n".join(sorted(keys))
