"""Makes graph/vocab/ from public files: `python scripts/make_vocab.py --data DIR [--out DIR]`.

Same input, same bytes. Hand-kept tables (sources, cells, pathways, modalities, minted) stay as they
are and are checked against the public files; `scripts/vocab_seed/` holds the choices the drug tables are made from.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from exograph.sources.hgnc import GeneRecord, read_hgnc  # noqa: E402 - the two folders above must be on the path
from exograph.sources.obo import read_obo  # noqa: E402
from scripts import vocab_cancers, vocab_drugs, vocab_extra, vocab_mirnas  # noqa: E402
from scripts.vocab_write import join, read_table, write_table  # noqa: E402

SEED = HERE / "vocab_seed"
GENE_HEADER = ("id", "name", "full_name", "previous", "aliases", "locus_type", "uniprot")
# microRNA genes are the hairpins of mirnas.tsv.gz; a "phenotype only" entry is no gene that anything could act on
NOT_GENES = {"RNA, micro", "phenotype only"}


def main(arguments: list[str] | None = None) -> int:
    """Make every generated file; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with hgnc/, mirbase/, doid/, cl/, ...")
    parser.add_argument("--out", type=Path, default=HERE.parent / "graph" / "vocab")
    options = parser.parse_args(arguments)
    genes = list(read_hgnc(options.data / "hgnc" / "hgnc_complete_set.txt.gz"))
    made = {
        "genes.tsv.gz": write_table(options.out / "genes.tsv.gz", GENE_HEADER, map(_gene_row, _approved(genes))),
        "mirnas.tsv.gz": write_table(
            options.out / "mirnas.tsv.gz", vocab_mirnas.HEADER, vocab_mirnas.mirna_rows(options.data / "mirbase", genes)
        ),
        "mirna_clusters.tsv": write_table(
            options.out / "mirna_clusters.tsv",
            vocab_mirnas.CLUSTER_HEADER,
            vocab_mirnas.cluster_rows(options.data / "mirbase"),
        ),
        "cancers.tsv.gz": write_table(
            options.out / "cancers.tsv.gz",
            vocab_cancers.HEADER,
            vocab_cancers.cancer_rows(options.data / "doid", SEED),
        ),
    }
    made |= _drugs(options.data, options.out, genes)
    _check_cells(options.data / "cl" / "cl-basic.obo", options.out)
    for name, count in made.items():
        print(f"{name}\t{count}")
    return 0


def _approved(genes: list[GeneRecord]) -> list[GeneRecord]:
    return [gene for gene in genes if gene.status == "Approved" and gene.locus_type not in NOT_GENES]


def _gene_row(gene: GeneRecord) -> tuple[str, ...]:
    previous, aliases, uniprot = join(gene.previous), join(gene.aliases), join(gene.uniprot)
    return gene.id, gene.symbol, gene.name, previous, aliases, gene.locus_type, uniprot


def _drugs(data: Path, out: Path, genes: list[GeneRecord]) -> dict[str, int]:
    files = vocab_drugs.DrugFiles.read(data)
    rows = list(vocab_drugs.drug_rows(SEED, files))
    central = [row for row in rows if row[-1] == "DrugCentral"]
    free = [row for row in rows if row[-1] != "DrugCentral"]
    ids = {row[1].lower(): row[0] for row in rows}
    targets = vocab_drugs.TARGET_HEADER
    civic = data / "civic" / "FeatureSummaries.tsv"
    extra = vocab_extra.extra_rows(SEED / "extra_synonyms.tsv", civic, _approved(genes), ids)
    tables: dict[str, tuple[tuple[str, ...], list[tuple[str, ...]]]] = {
        "extra_synonyms.tsv": (vocab_extra.HEADER, list(extra)),
        "drugs.tsv": (vocab_drugs.HEADER, free),
        "drugs_drugcentral.tsv": (vocab_drugs.HEADER, central),
        "drug_targets_drugmechdb.tsv": (targets, list(vocab_drugs.mechdb_targets(ids.values(), files, genes))),
        "drug_targets_drugcentral.tsv": (targets, list(vocab_drugs.central_targets(ids, files, genes))),
    }
    return {name: write_table(out / name, header, content) for name, (header, content) in tables.items()}


def _check_cells(ontology: Path, out: Path) -> None:
    """Every CL id of the hand-kept tables is a living term of the Cell Ontology."""
    living = {term.id for term in read_obo(ontology) if not term.obsolete}
    for name in ("sources.tsv", "cells.tsv"):
        for row in read_table(out / name):
            for identifier in (row["id"], *row["parents"].split("|")):
                if identifier.startswith("CL:") and identifier not in living:
                    raise ValueError(f"{name}: {identifier} is no living term of {ontology}")


if __name__ == "__main__":
    raise SystemExit(main())
