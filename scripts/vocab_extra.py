"""Synonyms that no vocabulary file gives: brand names and abbreviations, each with a page that shows it.

By hand in `vocab_seed/extra_synonyms.tsv` (`entry` is the name of a drug, the symbol of a gene, or an identifier);
CIViC adds the names of genes that HGNC does not have, but only those that no gene bears in any other way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from exograph.knowledge.spelling import fold
from exograph.sources.civic import CivicFeature, read_civic_features
from exograph.sources.hgnc import GeneRecord
from scripts.vocab_write import read_table

SHORT = 3  # three letters mean too many things to be taken from a list of aliases
HEADER = ("id", "synonym", "source_page")


def extra_rows(
    seed: Path, civic: Path, genes: list[GeneRecord], drugs: dict[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Rows of extra_synonyms.tsv; `drugs`: lower-case name -> id. ValueError for an entry that is not there."""
    symbols = {gene.symbol: gene.id for gene in genes}
    by_hand = set()
    for row in read_table(seed):
        found = {"Drug": drugs.get(row["entry"].lower()), "Gene": symbols.get(row["entry"])}.get(row["label"])
        identifier = row["entry"] if ":" in row["entry"] else found
        if not identifier:
            raise ValueError(f"{seed.name}: no {row['label']} {row['entry']!r}")
        by_hand.add(fold(row["synonym"]))
        yield identifier, row["synonym"], row["source_page"]
    for identifier, alias, page in _civic(list(read_civic_features(civic)), genes, symbols):
        if fold(alias) not in by_hand:
            yield identifier, alias, page


def _civic(
    features: list[CivicFeature], genes: list[GeneRecord], symbols: dict[str, str]
) -> Iterator[tuple[str, str, str]]:
    taken = {fold(n) for g in genes for n in (g.symbol, g.name, *g.previous, *g.aliases)}
    features = [f for f in features if f.kind == "Gene" and f.name in symbols]
    bearers: dict[str, set[str]] = defaultdict(set)
    for feature in features:
        for alias in feature.aliases:
            bearers[fold(alias)].add(feature.name)
    for feature in features:
        for alias in feature.aliases:
            key = fold(alias)
            if len(key) > SHORT and key not in taken and len(bearers[key]) == 1:
                yield symbols[feature.name], alias, feature.page
