"""What exograph's vocabularies know: entries with identifier, name, synonyms and IS_A parents, read when first needed.

One file of `graph/vocab/` becomes one `Table`; a label may draw on several (a Cargo is a miRNA, the product of a gene,
a loaded drug or a minted molecule). Matching names to entries is `exograph.knowledge.grounding`.
"""

from __future__ import annotations

import functools
import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from exograph.errors import DataError
from exograph.knowledge.spelling import fold, fold_words, mirna_key
from exograph.resources import graph_dir

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Grounding

__all__ = ["LABELS", "DrugTarget", "Entry", "Table", "Vocabulary", "bundled"]

LABELS = ("MscSource", "Cargo", "Gene", "Pathway", "ImmuneCell", "Drug", "Cancer", "Modality")
MINTED = "exograph:"
# order matters: what a Cargo is looked up in first
TABLES_OF: dict[str, tuple[str, ...]] = {
    "MscSource": ("sources",),
    "Cargo": ("mirnas", "minted", "genes", "drugs"),
    "Gene": ("genes", "minted"),
    "Pathway": ("pathways",),
    "ImmuneCell": ("cells",),
    "Drug": ("drugs",),
    "Cancer": ("cancers",),
    "Modality": ("modalities",),
}
_FILES: dict[str, tuple[str, ...]] = {
    "sources": ("sources.tsv",),
    "mirnas": ("mirnas.tsv.gz",),
    "minted": ("minted.tsv",),
    "genes": ("genes.tsv.gz",),
    "pathways": ("pathways.tsv",),
    "cells": ("cells.tsv",),
    "drugs": ("drugs.tsv", "drugs_drugcentral.tsv"),
    "cancers": ("cancers.tsv.gz",),
    "modalities": ("modalities.tsv",),
}
_TARGET_FILES = ("drug_targets_drugmechdb.tsv", "drug_targets_drugcentral.tsv")
_EXTRA_FILE = "extra_synonyms.tsv"
# what else a row says, by column: how sure a name in it is (see grounding)
NAME_COLUMNS = ("name", "synonyms", "full_name", "extra", "previous", "aliases")
_WIDTH = 8  # an index entry is one number, row * _WIDTH + column: 125,000 tuples would cost a tenth of a second


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a vocabulary knows. `parents`: ids of the same vocabulary (IS_A); `modality`: ids of modalities.tsv."""

    id: str
    label: str
    name: str
    synonyms: tuple[str, ...]
    parents: tuple[str, ...] = ()
    kind: str = ""
    role: str = ""
    modality: tuple[str, ...] = ()
    minted: bool = False


@dataclass(frozen=True, slots=True)
class DrugTarget:
    """One fact: a drug acts on a gene. `action` in the words of `source`; `source_page` can be opened."""

    drug: str
    gene: str
    action: str
    source: str
    source_page: str


class Table:
    """The rows of one vocabulary, kept as text lines; an index by folded name is made on first use."""

    def __init__(self, name: str, header: tuple[str, ...], lines: list[str], extra: dict[str, list[tuple[str, str]]]):
        self.name = name
        self.header = header
        self.lines = lines
        self.extra = extra
        self.at = {line.partition("\t")[0]: number for number, line in enumerate(lines)}
        self._index: dict[str, int | tuple[int, ...]] | None = None

    def row(self, number: int) -> dict[str, str]:
        """The row as a dictionary; `extra` holds the synonyms of extra_synonyms.tsv, joined like the others."""
        row = dict(zip(self.header, self.lines[number].split("\t"), strict=True))
        row["extra"] = "|".join(text for text, _ in self.extra.get(row["id"], ()))
        return row

    def key(self, text: str) -> str:
        """The folded form under which this table would know the text."""
        if self.name == "mirnas":
            return mirna_key(text) or fold(text)
        return fold(text) if self.name == "genes" else fold_words(text)

    def find(self, text: str) -> list[tuple[int, int]]:
        """(row number, position in NAME_COLUMNS) of everything that bears the folded text; empty where nothing does."""
        return self.find_key(self.key(text))

    def find_key(self, key: str) -> list[tuple[int, int]]:
        """As `find`, for a text that is folded already."""
        found = self.index().get(key, ()) if key else ()
        return [divmod(code, _WIDTH) for code in ((found,) if isinstance(found, int) else found)]

    def index(self) -> dict[str, int | tuple[int, ...]]:
        """Folded name -> bearer, or bearers, each as row number * _WIDTH + position in NAME_COLUMNS."""
        if self._index is None:
            self._index = self._make_index()
        return self._index

    def _make_index(self) -> dict[str, int | tuple[int, ...]]:
        index: dict[str, int | tuple[int, ...]] = {}
        columns = [(i, self.header.index(c)) for i, c in enumerate(NAME_COLUMNS) if c in self.header]

        def add(key: str, code: int) -> None:
            known = index.setdefault(key, code)
            if known is not code:
                index[key] = (*((known,) if isinstance(known, int) else known), code)

        for number, cells in enumerate(self._folded()):
            for tier, at in columns:
                for key in cells[at].split("|"):
                    if key:
                        add(key, number * _WIDTH + tier)
        for identifier, texts in self.extra.items():
            if identifier in self.at:
                for text, _ in texts:
                    add(self.key(text), self.at[identifier] * _WIDTH + NAME_COLUMNS.index("extra"))
        return index

    def _folded(self) -> Iterator[list[str]]:
        """Cells of every row, folded; the big tables in one go, since folding keeps tabs and line ends."""
        if not self.lines:
            return
        if self.name == "mirnas":
            for line in self.lines:
                yield ["|".join(map(self.key, cell.split("|"))) for cell in line.split("\t")]
        else:
            folded = (fold if self.name == "genes" else fold_words)("\n".join(self.lines))
            for line in folded.split("\n"):
                yield line.split("\t")


class Vocabulary:
    """All vocabularies of one folder; each file is read when a label that needs it is asked for."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._tables: dict[str, Table] = {}
        self._extra: dict[str, list[tuple[str, str]]] | None = None

    @classmethod
    def load(cls, folder: Path | None = None) -> Vocabulary:
        """The vocabularies of `folder`, by default the bundled `graph/vocab`. DataError where the folder is missing."""
        chosen = folder or graph_dir() / "vocab"
        if not chosen.is_dir():
            raise DataError(f"no vocabulary folder: {chosen}")
        return cls(chosen)

    def ground(self, text: str, label: str | None = None, *, kind: str = "") -> Grounding:
        """What the text means; see `exograph.knowledge.grounding.ground`. KeyError for an unknown label."""
        from exograph.knowledge.grounding import ground

        return ground(self, text, label, kind=kind)

    def ground_all(self, texts: Iterable[str], label: str | None = None) -> list[Grounding]:
        """What each text means; the nearest are looked for only for the first hundred unknown ones."""
        from exograph.knowledge.grounding import SEARCHES, searching

        with searching(SEARCHES):
            return [self.ground(text, label) for text in texts]

    def entry(self, label: str, id: str) -> Entry:
        """The entry of an identifier; KeyError where no vocabulary of the label has it."""
        for name in TABLES_OF[label]:
            table = self.table(name)
            number = table.at.get(id)
            if number is not None:
                row = table.row(number)
                if name != "minted" or label in row["label"].split("|"):
                    return _entry(label, name, row)
        raise KeyError(f"{label} {id}")

    def entries(self, label: str) -> Iterator[Entry]:
        """Every entry of a label, by id in each file. Cargo: miRNAs and minted ones; genes, drugs only by `entry`."""
        for name in TABLES_OF[label]:
            if label == "Cargo" and name in {"genes", "drugs"}:
                continue
            table = self.table(name)
            for number in range(len(table.lines)):
                row = table.row(number)
                if name != "minted" or label in row["label"].split("|"):
                    yield _entry(label, name, row)

    def ancestors(self, label: str, id: str) -> tuple[str, ...]:
        """Ids reached by IS_A, nearest first, without the entry itself; KeyError for an unknown id."""
        found: dict[str, None] = {}
        layer = [id]
        while layer:
            above = [parent for child in layer for parent in self.entry(label, child).parents]
            layer = [parent for parent in dict.fromkeys(above) if parent not in found and parent != id]
            found.update(dict.fromkeys(layer))
        return tuple(found)

    def drug_targets(self) -> Iterator[DrugTarget]:
        """Facts of the two drug_targets files, in their order."""
        for name in _TARGET_FILES:
            _, lines = _read(self.folder / name)
            for line in lines:
                yield DrugTarget(*line.split("\t"))

    def table(self, name: str) -> Table:
        """One vocabulary by the name of its file without endings."""
        if name not in self._tables:
            lines: list[str] = []
            header: tuple[str, ...] = ()
            for file in _FILES[name]:
                header, more = _read(self.folder / file)
                lines += more
            self._tables[name] = Table(name, header, lines, self._extras())
        return self._tables[name]

    def page(self, id: str, text: str) -> str:
        """The page that shows an extra synonym; empty where there is none."""
        return next((page for known, page in self._extras().get(id, ()) if known == text), "")

    def _extras(self) -> dict[str, list[tuple[str, str]]]:
        if self._extra is None:
            self._extra = {}
            for line in _read(self.folder / _EXTRA_FILE)[1]:
                identifier, text, page = line.split("\t")
                self._extra.setdefault(identifier, []).append((text, page))
        return self._extra


def _read(path: Path) -> tuple[tuple[str, ...], list[str]]:
    """Header and lines of one file; DataError where it is missing, broken, or a line has the wrong number of cells."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        lines = content.decode("utf-8").split("\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {error}", hint="reinstall exograph") from error
    width = lines[0].count("\t")
    for number, line in enumerate(lines, start=1):
        if line and line.count("\t") != width:
            raise DataError(f"{path}:{number}: {line.count(chr(9)) + 1} cells, the header has {width + 1}")
    return tuple(lines[0].split("\t")), [line for line in lines[1:] if line]


def _cells(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(part for part in row.get(column, "").split("|") if part)


def _entry(label: str, table: str, row: dict[str, str]) -> Entry:
    names = [name for column in NAME_COLUMNS[1:] for name in _cells(row, column)]
    entry = Entry(
        id=row["id"],
        label=label,
        name=row["name"],
        synonyms=tuple(name for name in dict.fromkeys(names) if name != row["name"]),
        parents=_cells(row, "classes" if table == "drugs" else "parents"),
        kind=row.get("kind", ""),
        role=row.get("role", ""),
        modality=_cells(row, "modality"),
        minted=row["id"].startswith(MINTED),
    )
    return replace(entry, kind=_cargo_kind(table, row), modality=()) if label == "Cargo" else entry


def _cargo_kind(table: str, row: dict[str, str]) -> str:
    """Kind of a molecule when it is carried; a claim may say otherwise (the mRNA of a protein-coding gene)."""
    if table == "mirnas":
        return "miRNA"
    if table == "genes":
        locus = row["locus_type"]
        return "protein" if locus == "gene with protein product" else "lncRNA" if "non-coding" in locus else "RNA"
    if table == "drugs":
        return "virus" if row["kind"] == "virus" or "virus" in row["name"] else "drug"
    return row["kind"]


def bundled() -> Vocabulary:
    """The bundled vocabularies, read once a process: reading the genes anew for every question would be slow."""
    return _loaded(graph_dir() / "vocab")


@functools.cache
def _loaded(folder: Path) -> Vocabulary:
    return Vocabulary.load(folder)
