"""Readers of public files: rows that remember file and line become records. Every reader is listed in `READERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exograph.sources.civic import read_civic_features
from exograph.sources.doid_tables import read_doid_table
from exograph.sources.drugcentral import read_drugcentral
from exograph.sources.drugmechdb import read_drugmechdb
from exograph.sources.hgnc import read_hgnc
from exograph.sources.mirbase import read_mirbase_gff3, read_mirbase_history
from exograph.sources.obo import read_obo

__all__ = ["READERS", "Reader"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A public file format exograph can read: what it is, under which licence, and where it comes from."""

    read: Callable[[Path], Iterator[Any]]
    format: str
    licence: str
    origin: str


READERS: dict[str, Reader] = {
    "civic": Reader(read_civic_features, "CIViC FeatureSummaries.tsv", "CC0 1.0", "https://civicdb.org/releases/main"),
    "hgnc": Reader(
        read_hgnc, "HGNC complete set, tab-separated", "CC0 1.0", "https://www.genenames.org/download/archive/"
    ),
    "mirbase": Reader(read_mirbase_gff3, "miRBase GFF3 of one species", "public domain", "https://www.mirbase.org/"),
    "mirbase_history": Reader(
        read_mirbase_history, "miRBase dump table mirna_mature", "public domain", "https://www.mirbase.org/"
    ),
    "obo": Reader(read_obo, "OBO term file (DOID, CL)", "DOID CC0 1.0; CL CC BY 4.0", "https://obofoundry.org/"),
    "doid_tables": Reader(
        read_doid_table, "HumanDO.tsv report", "CC0 1.0", "https://github.com/DiseaseOntology/HumanDiseaseOntology"
    ),
    "drugcentral": Reader(
        read_drugcentral, "drug.target.interaction.tsv", "CC BY-SA 4.0", "https://drugcentral.org/download"
    ),
    "drugmechdb": Reader(read_drugmechdb, "archive of YAML paths", "CC0 1.0", "https://github.com/SuLab/DrugMechDB"),
}
