"""Anticancer agents: what they are called, where their identifier comes from, and what they act on.

`scripts/vocab_seed/drugs.tsv` says by hand which agents there are, of which kind and in which classes;
`drug_classes.tsv` gives every class its modality. A drug's modality is that of its classes, so it is never typed.
Identifier: MESH of DrugMechDB where that file gives the drug exactly one id and gives this id to no other drug;
else DrugCentral STRUCT_ID; else minted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from exograph.sources.drugcentral import DrugCentralRow, read_drugcentral
from exograph.sources.drugmechdb import MechanismPath, read_drugmechdb
from exograph.sources.hgnc import GeneRecord
from scripts.vocab_write import join, read_table

HEADER = ("id", "name", "kind", "modality", "synonyms", "classes", "source")
TARGET_HEADER = ("drug_id", "gene_id", "action", "source", "source_page")
_PATH_PAGE = "https://github.com/SuLab/DrugMechDB-agentic/blob/b83cc5ddb6803ed4fb32a5355150d0469647f904/kb/paths/"
# BCR-ABL stands in DrugCentral as ABL1 and as BCR: the inhibitors bind the kinase, not the partner it is fused to
_FUSION_PARTNERS = {"BCR"}
_ACTS = {
    "decreases activity of", "increases activity of", "negatively regulates", "positively regulates",
    "molecularly interacts with", "physically interacts with",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DrugFiles:
    """The two public files, read once."""

    paths: list[MechanismPath]
    central: list[DrugCentralRow]

    @classmethod
    def read(cls, data: Path) -> DrugFiles:
        return cls(
            list(read_drugmechdb(data / "drugmechdb" / "kb_paths.tar.gz")),
            list(read_drugcentral(data / "drugcentral" / "drug.target.interaction.tsv.gz")),
        )


def slug(name: str) -> str:
    """`EGFR inhibitors` -> `egfr-inhibitors`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def class_id(name: str) -> str:
    return f"exograph:drug-class/{slug(name)}"


def modality_id(name: str) -> str:
    return f"exograph:modality/{slug(name)}"


def drug_rows(seed: Path, files: DrugFiles) -> Iterator[tuple[str, ...]]:
    """Rows of drugs.tsv and drugs_drugcentral.tsv together (the source cell tells them apart), classes first."""
    classes = {row["name"]: row for row in read_table(seed / "drug_classes.tsv")}
    for name, row in classes.items():
        parents = join(class_id(_known(parent, classes)) for parent in _cells(row["classes"]))
        synonyms = join(_cells(row["synonyms"]))
        yield class_id(name), name, "class", modality_id(row["modality"]), synonyms, parents, "exograph"
    drugs = read_table(seed / "drugs.tsv")
    names = {row["name"] for row in drugs}
    identifiers = _identifiers(files, names)
    for row in drugs:
        identifier, source = identifiers[row["name"]]
        above, modalities = [], [modality_id(row["modality"])] if row["modality"] else []
        for parent in _cells(row["classes"]):
            if parent in names:
                above.append(identifiers[parent][0])
                modalities.append(modality_id(next(r["modality"] for r in drugs if r["name"] == parent)))
            else:
                above.append(class_id(_known(parent, classes)))
                modalities.append(modality_id(classes[parent]["modality"]))
        yield identifier, row["name"], row["kind"], join(modalities), join(_cells(row["synonyms"])), join(above), source


def mechdb_targets(drugs: Iterable[str], files: DrugFiles, genes: list[GeneRecord]) -> Iterator[tuple[str, ...]]:
    """Drug -> human gene where the first step of a DrugMechDB path leads from the drug to one UniProt protein."""
    wanted, by_uniprot = set(drugs), _by_uniprot(genes)
    for path in files.paths:
        page = _PATH_PAGE + path.file.rpartition("/")[2]
        for link in path.links:
            gene = by_uniprot.get(link.target.removeprefix("UniProt:").strip())
            if link.source in wanted and link.source in path.drug_ids and link.predicate in _ACTS and gene:
                yield link.source, gene, link.predicate, "DrugMechDB", page


def central_targets(ids: dict[str, str], files: DrugFiles, genes: list[GeneRecord]) -> Iterator[tuple[str, ...]]:
    """Drug -> human gene by the rows DrugCentral flags as mechanism of action; `ids`: lower-case name -> drug id."""
    symbols = {g.symbol: g.id for g in genes if g.status == "Approved"}
    by_uniprot = _by_uniprot(genes)
    partners = {symbols[symbol] for symbol in _FUSION_PARTNERS}
    for row in files.central:
        drug = ids.get(row.drug.lower())
        if not drug or not row.mechanism or row.organism != "Homo sapiens":
            continue
        page = row.page or f"https://drugcentral.org/drugcard/{row.struct_id}"
        found = {by_uniprot.get(protein, "") for protein in row.uniprot} or {symbols.get(g, "") for g in row.genes}
        for gene in sorted(found - partners - {""}):
            yield drug, gene, row.action or "acts on", "DrugCentral", page


def _cells(text: str) -> list[str]:
    return [part for part in text.split("|") if part]


def _known(name: str, classes: dict[str, dict[str, str]]) -> str:
    if name not in classes:
        raise ValueError(f"drug_classes.tsv has no class {name!r}")
    return name


def _identifiers(files: DrugFiles, names: set[str]) -> dict[str, tuple[str, str]]:
    given: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for path in files.paths:
        if len(path.drug_ids) == 1:
            given[path.drug.lower()].add(path.drug_ids[0])
        for identifier in path.drug_ids:
            bearers[identifier].add(path.drug.lower().replace(" ", ""))
    central = {row.drug.lower(): row.struct_id for row in files.central}
    found = {}
    for name in sorted(names):
        ids = {i for i in given[name.lower()] if bearers[i] == {name.lower().replace(" ", "")}}
        if len(ids) == 1:
            found[name] = (ids.pop(), "DrugMechDB")
        elif name.lower() in central:
            found[name] = (f"DrugCentral:{central[name.lower()]}", "DrugCentral")
        else:
            found[name] = (f"exograph:drug/{slug(name)}", "exograph")
    return found


def _by_uniprot(genes: list[GeneRecord]) -> dict[str, str]:
    """UniProt accession -> HGNC id, only where the protein belongs to one gene."""
    found: dict[str, set[str]] = defaultdict(set)
    for gene in genes:
        if gene.status == "Approved":
            for protein in gene.uniprot:
                found[protein].add(gene.id)
    return {protein: next(iter(ids)) for protein, ids in found.items() if len(ids) == 1}
