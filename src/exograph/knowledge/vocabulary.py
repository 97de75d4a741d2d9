"""What exograph's vocabularies know: entries with identifier, name, synonyms and IS_A parents, read when first needed.

One file of `graph/vocab/` becomes one `Table`; a label may draw on several (a Cargo is a miRNA, the product of a gene,
a loaded drug or a minted molecule). Matching names to entries is `exograph.knowledge.grounding`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from exograph.errors import DataError
from exograph.knowledge.name_index import NAME_COLUMNS, Bearer, NameIndex, key_of
from exograph.knowledge.vocab_files import broader, extra_synonyms, read_lines, usages
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
_TARGET_FILES = ("drug_targets_drugmechdb.tsv", "drug_targets_drugcentral.tsv")


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
    """The rows of one vocabulary, read from the index of names when they are asked for."""

    def __init__(self, name: str, index: NameIndex):
        self.name = name
        self.index = index
        self.header = index.header(name)

    def row(self, number: int) -> dict[str, str]:
        """The row as a dictionary."""
        return dict(zip(self.header, self.index.line(self.name, number).split("\t"), strict=True))

    def rows(self) -> Iterator[dict[str, str]]:
        """All rows, in the file's order."""
        for line in self.index.lines(self.name):
            yield dict(zip(self.header, line.split("\t"), strict=True))

    def number(self, id: str) -> int | None:
        """The row of an identifier; None where the table has it not."""
        return self.index.number(self.name, id)

    def find(self, text: str) -> list[Bearer]:
        """Everything in this table that bears the folded text; empty where nothing does."""
        key = key_of(self.name, text)
        return [bearer for bearer in self.index.find([key]).get(key, ()) if bearer.table == self.name]


class Vocabulary:
    """All vocabularies of one folder; each file is read when a label that needs it is asked for."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.index = NameIndex(folder)
        self._tables: dict[str, Table] = {}
        self._entries: dict[tuple[str, str], Entry] = {}

    @classmethod
    def load(cls, folder: Path | None = None) -> Vocabulary:
        """The vocabularies of `folder`, by default the bundled `graph/vocab`. DataError where the folder is missing."""
        chosen = folder or graph_dir() / "vocab"
        if not chosen.is_dir():
            raise DataError(f"no vocabulary folder: {chosen}")
        return cls(chosen)

    def ground(self, text: str, label: str | tuple[str, ...] | None = None, *, kind: str = "") -> Grounding:
        """What the text means; see `exograph.knowledge.grounding.ground`. KeyError for an unknown label."""
        from exograph.knowledge.grounding import ground

        return ground(self, text, label, kind=kind)

    def ground_all(self, texts: Iterable[str], label: str | None = None) -> list[Grounding]:
        """What each text means; the nearest are looked for only for the first hundred unknown ones."""
        from exograph.knowledge.nearest import SEARCHES, searching

        with searching(SEARCHES):
            return [self.ground(text, label) for text in texts]

    def entry(self, label: str, id: str) -> Entry:
        """The entry of an identifier; KeyError where no vocabulary of the label has it."""
        known = self._entries.get((label, id))
        if known is None:
            known = self._entries[label, id] = self._read_entry(label, id)
        return known

    def _read_entry(self, label: str, id: str) -> Entry:
        for name in TABLES_OF[label]:
            table = self.table(name)
            number = table.number(id)
            if number is not None:
                row = table.row(number)
                if name != "minted" or label in row["label"].split("|"):
                    return self._entry(label, name, row)
        raise KeyError(f"{label} {id}")

    def entries(self, label: str) -> Iterator[Entry]:
        """Every entry of a label, by id in each file. Cargo: miRNAs and minted ones; genes, drugs only by `entry`."""
        for name in TABLES_OF[label]:
            if label == "Cargo" and name in {"genes", "drugs"}:
                continue
            for row in self.table(name).rows():
                if name != "minted" or label in row["label"].split("|"):
                    yield self._entry(label, name, row)

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
            _, lines = read_lines(self.folder / name)
            for line in lines:
                yield DrugTarget(*line.split("\t"))

    def table(self, name: str) -> Table:
        """One vocabulary by the name of its file without endings."""
        if name not in self._tables:
            self._tables[name] = Table(name, self.index)
        return self._tables[name]

    def _entry(self, label: str, table: str, row: dict[str, str]) -> Entry:
        extra = tuple(text for text, _ in self._extras.get(row["id"], ()))
        names = [n for column in NAME_COLUMNS[1:] for n in (extra if column == "extra" else _cells(row, column))]
        names += self._usages.get((label, row["id"]), ())
        entry = Entry(
            id=row["id"],
            label=label,
            name=row["name"],
            synonyms=tuple(name for name in dict.fromkeys(names) if name != row["name"]),
            parents=self._parents(table, row),
            kind=row.get("kind", ""),
            role=row.get("role", ""),
            modality=_cells(row, "modality"),
            minted=row["id"].startswith(MINTED),
        )
        return replace(entry, kind=_cargo_kind(table, row), modality=()) if label == "Cargo" else entry

    def _parents(self, table: str, row: dict[str, str]) -> tuple[str, ...]:
        """Those of the vocabulary but for what ours replace, then ours."""
        own = _cells(row, "classes" if table == "drugs" else "parents")
        more = self._broader.get(row["id"], ())
        replaced = {instead_of for _, instead_of in more}
        return tuple(dict.fromkeys([*(one for one in own if one not in replaced), *(parent for parent, _ in more)]))

    @functools.cached_property
    def _broader(self) -> dict[str, list[tuple[str, str]]]:
        return broader(self.folder)

    @functools.cached_property
    def _usages(self) -> dict[tuple[str, str], list[str]]:
        """Names of usage.tsv that are names of the thing itself: a cell line is none."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in usages(self.folder):
            if "cell line" not in one.note:
                found.setdefault((one.label, one.id), []).append(one.name)
        return found

    @functools.cached_property
    def _extras(self) -> dict[str, list[tuple[str, str]]]:
        return extra_synonyms(self.folder)


def _cells(row: dict[str, str], column: str) -> tuple[str, ...]:
    return tuple(part for part in row.get(column, "").split("|") if part)


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
