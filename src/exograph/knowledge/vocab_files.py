"""The files of a vocabulary folder as header and lines, and the checksum that says whether any of them changed."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path

from exograph.errors import DataError

FILES: dict[str, tuple[str, ...]] = {
    "sources": ("sources.tsv",),
    "mirnas": ("mirnas.tsv.gz",),
    "minted": ("minted.tsv",),
    "genes": ("genes.tsv.gz",),
    "pathways": ("pathways.tsv",),
    "cells": ("cells.tsv",),
    "drugs": ("drugs.tsv", "drugs_drugcentral.tsv"),
    "cancers": ("cancers.tsv.gz", "cancers_minted.tsv"),
    "modalities": ("modalities.tsv",),
}
_EXTRA_FILE = "extra_synonyms.tsv"
_USAGE_FILE = "usage.tsv"
_BROADER_FILE = "broader.tsv"
_CLUSTERS_FILE = "mirna_clusters.tsv"


@dataclass(frozen=True, slots=True)
class Usage:
    """What the field means by a name, whatever else bears it: abbreviations, everyday names, cell lines."""

    id: str
    label: str
    name: str
    note: str
    page: str


def read_lines(path: Path) -> tuple[tuple[str, ...], list[str]]:
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


def extra_synonyms(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Synonyms that no vocabulary gives, each with the page that shows it, by identifier."""
    found: dict[str, list[tuple[str, str]]] = {}
    if (folder / _EXTRA_FILE).is_file():
        for line in read_lines(folder / _EXTRA_FILE)[1]:
            identifier, text, page = line.split("\t")
            found.setdefault(identifier, []).append((text, page))
    return found


def usages(folder: Path) -> list[Usage]:
    """What papers of this field mean by a name; a name on two lines is a real tie."""
    if not (folder / _USAGE_FILE).is_file():
        return []
    return [Usage(*line.split("\t")) for line in read_lines(folder / _USAGE_FILE)[1]]


def broader(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """IS_A parents beside those of the vocabulary itself, by identifier, each with the parent in whose place it stands.

    The Disease Ontology puts the mouth and the throat below the gastrointestinal system; nobody who asks for
    gastrointestinal cancers means them.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    if (folder / _BROADER_FILE).is_file():
        for line in read_lines(folder / _BROADER_FILE)[1]:
            identifier, parent, instead_of, _ = line.split("\t")
            found.setdefault(identifier, []).append((parent, instead_of))
    return found


def clusters(folder: Path) -> list[tuple[str, ...]]:
    """The hairpins of each cluster of miRNAs, along the strand."""
    if not (folder / _CLUSTERS_FILE).is_file():
        return []
    return [tuple(line.split("\t")[1].split("|")) for line in read_lines(folder / _CLUSTERS_FILE)[1]]


def checksum(folder: Path, *code: Path) -> str:
    """One number for all tables of the folder and for the code that folds them; hashlib would cost more to import."""
    found = 0
    length = 0
    for path in (*sorted(folder.glob("*.tsv*")), *code):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DataError(f"{path}: cannot be read: {error}", hint="reinstall exograph") from error
        found = zlib.crc32(content, zlib.crc32(path.name.encode(), found))
        length += len(content)
    return f"{found:08x}-{length:x}"


def size(folder: Path) -> int:
    """Bytes of all tables of the folder."""
    return sum(path.stat().st_size for path in folder.glob("*.tsv*"))
