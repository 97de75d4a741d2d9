"""Readers of public files, on small hand-made files with the quirks of the real ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import exograph.sources
from exograph.errors import DataError
from exograph.sources import READERS
from exograph.sources.mirbase import read_mirbase_history

DATA = Path(__file__).resolve().parents[1] / "data" / "sources"
SAMPLES = {
    "hgnc": "hgnc.txt",
    "mirbase": "hsa.gff3",
    "mirbase_history": "mirna_mature_v19.txt",
    "obo": "terms.obo",
    "doid_tables": "HumanDO.tsv",
    "drugcentral": "drug.target.interaction.tsv",
    "drugmechdb": "kb_paths.tar.gz",
    "civic": "FeatureSummaries.tsv",
}


def read(name: str, file: str = "") -> list[Any]:
    return list(READERS[name].read(DATA / (file or SAMPLES[name])))


def test_every_module_is_registered_and_has_a_sample() -> None:
    folder = Path(exograph.sources.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert modules == {reader.read.__module__.rpartition(".")[2] for reader in READERS.values()}
    assert set(SAMPLES) == set(READERS)


@pytest.mark.parametrize("name", READERS)
def test_records_remember_file_and_line(name: str) -> None:
    reader = READERS[name]
    assert reader.format and reader.licence and reader.origin.startswith("https://")
    for record in read(name):
        assert Path(record.file.split(".tar.gz")[0]).name in SAMPLES[name]
        assert record.line >= 1
        with pytest.raises(AttributeError):
            record.line = 0


def test_hgnc() -> None:
    first, micro, withdrawn = read("hgnc")
    assert (first.id, first.symbol, first.previous, first.aliases) == (
        "HGNC:1",
        "AAA1",
        ("OLDA",),
        ("A-1", "a1 protein"),
    )
    assert first.uniprot == ("P00001", "P00002")
    assert micro.mirbase == ("MI0000001",)
    assert (withdrawn.status, withdrawn.line) == ("Entry Withdrawn", 4)
    assert [r.id for r in read("hgnc", "hgnc.txt.gz")] == ["HGNC:1", "HGNC:2", "HGNC:3"]


def test_mirbase_keys_on_alias_not_id() -> None:
    features = read("mirbase")
    assert [f.kind for f in features] == ["hairpin", "mature", "hairpin", "mature"]
    assert {f.accession for f in features if f.kind == "mature"} == {"MIMAT0000001"}
    assert [f.hairpin for f in features] == ["", "MI0000001", "", "MI0000002"]
    assert features[0].line == 3


@pytest.mark.parametrize(
    ("file", "name", "earlier"),
    [
        ("mirna_mature_v11.txt", "hsa-miR-9001", ()),
        ("mirna_mature_v19.txt", "hsa-miR-9001-5p", ("hsa-miR-9001", "hsa-miR-9001a")),
        ("mirna_mature_v20.txt", "hsa-miR-9001-5p", ("hsa-miR-9001",)),
    ],
)
def test_mirbase_history_of_three_layouts(file: str, name: str, earlier: tuple[str, ...]) -> None:
    (record,) = read("mirbase_history", file)
    assert (record.accession, record.name, record.earlier, record.line) == ("MIMAT0000001", name, earlier, 2)
    assert next(r.name for r in read_mirbase_history(DATA / file, species="cel")).startswith("cel-let-7")


def test_obo() -> None:
    root, child, gone = read("obo")
    assert [(s.text, s.scope) for s in root.synonyms] == [
        ('disease with a "quote"', "EXACT"),
        ("wide disease", "BROAD"),
    ]
    assert child.parents == ("XX:1", "XX:9")
    assert (child.alt_ids, child.xrefs) == (("XX:22",), ("MESH:D000001",))
    assert gone.obsolete and not child.obsolete


def test_doid_tables() -> None:
    rows = read("doid_tables")
    assert [(r.id, r.label, r.parent) for r in rows] == [
        ("DOID:1", "cancer", "disease"),
        ("DOID:2", 'small "odd" cancer', "cancer"),
    ]


def test_drugcentral() -> None:
    moa, activity = read("drugcentral")
    assert (moa.mechanism, moa.genes, moa.action, moa.struct_id) == (True, ("AAA1", "BBB2"), "antibody binding", "7")
    assert (activity.mechanism, activity.organism) == (False, "Mus musculus")


def test_drugmechdb() -> None:
    double, none = read("drugmechdb")
    assert double.drug_ids == ("MESH:C000001", "MESH:C000002")
    assert double.links[0].predicate == "decreases activity of"
    assert double.names["UniProt:P00001"] == "Receptor"
    assert none.drug_ids == () and none.references == ()
    assert none.file.endswith("kb_paths.tar.gz/kb/paths/DB2_MESH_D2_1.yaml")


def test_civic() -> None:
    gene, fusion = read("civic")
    assert gene.aliases == ("A-1", "AAA1", '"odd')
    assert (fusion.kind, fusion.aliases) == ("Fusion", ())


BROKEN = [
    ("hgnc", "hgnc_id\tsymbol\n", "column"),
    ("hgnc", None, "cells"),
    ("mirbase", "chr1\t.\texon\t1\t2\t.\t+\t.\tID=1\n", "GFF3"),
    ("mirbase", "chr1\t.\tmiRNA\t1\t2\t.\t+\t.\tID=1\n", "Alias"),
    ("mirbase_history", "1\thsa-miR-1\tnothing\t1\n", "MIMAT"),
    ("obo", "[Term]\nid: X:1\nname: a\nnonsense\n", ":4:"),
    ("obo", "[Term]\nname: nameless\n", ":1:"),
    ("obo", '[Term]\nid: X:1\nname: a\nsynonym: "open EXACT\n', "synonym"),
    ("doid_tables", "id\tlabel\tsubClassOf\nX:1\ta\tb\n", "DOID"),
    ("doid_tables", "id\tlabel\tsubClassOf\nDOID:1\n", "cells"),
    ("drugcentral", "DRUG_NAME\n", "column"),
    ("civic", "feature_id\n", "column"),
    ("drugmechdb", "not a tar file", ":1:"),
]


@pytest.mark.parametrize(("name", "text", "told"), BROKEN)
def test_malformed_input_names_file_and_line(tmp_path: Path, name: str, text: str | None, told: str) -> None:
    path = tmp_path / "broken.txt"
    path.write_text(text if text is not None else (DATA / "hgnc.txt").read_text(encoding="utf-8") + "HGNC:4\n", "utf-8")
    with pytest.raises(DataError, match=r"broken\.txt:\d+") as error:
        list(READERS[name].read(path))
    assert told in str(error.value)


def test_missing_file_bad_gzip_and_bad_utf8(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        list(READERS["hgnc"].read(tmp_path / "nothing.txt"))
    (tmp_path / "bad.txt.gz").write_bytes(b"not gzip")
    with pytest.raises(DataError, match="cannot be read"):
        list(READERS["hgnc"].read(tmp_path / "bad.txt.gz"))
    (tmp_path / "bad.txt").write_bytes(b"hgnc_id\xff")
    with pytest.raises(DataError, match="cannot be read"):
        list(READERS["hgnc"].read(tmp_path / "bad.txt"))
