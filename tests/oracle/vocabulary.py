"""The vocabularies of graph/vocab as plain Python reads them, from graph/vocab/README.md alone.

Nothing of exograph is imported: what this says is held against what the executor says.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

GRAPH = Path(__file__).parents[2] / "graph"
VOCAB = GRAPH / "vocab"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file, plain or gzipped."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(content.decode("utf-8").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE)


def listed(cell: str) -> list[str]:
    """The values of a cell that holds several."""
    return [value for value in cell.split("|") if value]


def key(name: str) -> str:
    """A name without case, species prefix of a miRNA and American spelling."""
    word = re.sub(r"^hsa[-_](?=mir|let)", "", " ".join(name.casefold().split()))
    return word.replace("tumor", "tumour").replace("tumourigen", "tumorigen").replace("leukemia", "leukaemia")


@dataclass
class Terms:
    """One kind of term: identifiers by name (the sure names first), parents, and what else a file says."""

    rungs: list[dict[str, list[str]]] = field(default_factory=lambda: [defaultdict(list) for _ in range(3)])
    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, list[str]] = field(default_factory=dict)
    more: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, row: dict[str, str], *further: str, parents: str = "parents") -> None:
        """A row; `further`: columns with other names, the surer first."""
        one = row["id"]
        self.names[one], self.more[one] = row["name"], row
        self.parents[one] = listed(row.get(parents) or "")
        self.rungs[0][key(row["name"])].append(one)
        for rung, column in enumerate(further, 1):
            for name in listed(row[column]):
                self.rungs[rung][key(name)].append(one)

    def find(self, name: str) -> str | None:
        """The identifier that a name or an identifier means; the most general of several."""
        if name in self.names:
            return name
        for rung in self.rungs:
            found = list(dict.fromkeys(rung.get(key(name), ())))
            general = [one for one in found if not set(self.above(one)) & set(found)]
            if len(general) == 1:
                return general[0]
            if found:
                raise ValueError(f"{name} means {general}")
        return None

    def above(self, one: str) -> set[str]:
        """Everything that a term IS_A, without itself."""
        found: set[str] = set()
        waiting = list(self.parents.get(one, ()))
        while waiting:
            parent = waiting.pop()
            if parent not in found:
                found.add(parent)
                waiting += self.parents.get(parent, ())
        return found


class Vocabulary:
    """All of graph/vocab that a claim can name."""

    def __init__(self) -> None:
        self.sources = self._read("sources.tsv")
        self.cells = self._read("cells.tsv")
        self.cancers = self._read("cancers.tsv.gz")
        self.pathways = self._read("pathways.tsv")
        self.modalities = self._read("modalities.tsv")
        self.mirnas = self._read("mirnas.tsv.gz")
        self.drugs = Terms()
        for name in ("drugs.tsv", "drugs_drugcentral.tsv"):
            for row in rows(VOCAB / name):
                self.drugs.add(row, "synonyms", parents="classes")
        self.genes = Terms()
        for row in rows(VOCAB / "genes.tsv.gz"):
            self.genes.add(row, "previous", "aliases")
        self.minted = self._read("minted.tsv")
        for row in rows(VOCAB / "cancers_minted.tsv"):
            self.cancers.add(row, "synonyms")
        for row in rows(VOCAB / "broader.tsv"):
            terms = self.cancers if row["id"] in self.cancers.names else self.minted
            known = terms.parents[row["id"]]
            terms.parents[row["id"]] = [*(one for one in known if one != row["instead_of"]), row["parent"]]
            if row["parent"] in self.drugs.names:  # a form of a drug is of the drug's classes
                terms.parents[row["id"]] += sorted(self.drugs.above(row["parent"]))
        for row in rows(VOCAB / "extra_synonyms.tsv"):
            for terms in (self.sources, self.cells, self.cancers, self.drugs, self.genes, self.pathways):
                if row["id"] in terms.names:
                    terms.rungs[2 if terms is self.genes else 1][key(row["synonym"])].append(row["id"])

    def _read(self, name: str) -> Terms:
        terms = Terms()
        for row in rows(VOCAB / name):
            terms.add(row, "synonyms")
        return terms

    def molecule(self, name: str, kind: str = "") -> str:
        """The identifier of a molecule; `kind`: that of a cargo, where it says which list to look in."""
        of_drugs = [self.drugs] if kind in {"drug", "virus"} else []
        for terms in (self.minted, *of_drugs, self.mirnas, self.genes):
            found = terms.find(name)
            if found is not None:
                return found
        return f"unmatched:{name}"

    @property
    def all(self) -> tuple[Terms, ...]:
        """Every kind of term."""
        return (self.sources, self.cells, self.cancers, self.pathways, self.modalities, self.drugs, self.mirnas,
                self.minted, self.genes)  # fmt: skip
