"""Human miRNAs: hairpins and mature sequences of miRBase 22, and a minted family where one name has several loci.

The name without an arm (miR-122) is the most general one. It is
  - the mature sequence itself where miRBase gives it no arm (hsa-miR-1231),
  - else the hairpin where there is one locus (miR-122 = hsa-mir-122),
  - else a minted family `exograph:miR-16` above its hairpins and arms.
`parents` lead from the more exact name to the less exact one. Mature names of releases 11 to 20 that have no place in
the GFF3 of release 22 (hsa-miR-4461) stay known, with kind `unplaced`: papers go on using them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from exograph.sources.hgnc import GeneRecord
from exograph.sources.mirbase import MirnaFeature, read_mirbase_gff3, read_mirbase_history
from scripts.vocab_write import join

HEADER = ("id", "name", "kind", "synonyms", "parents")
CLUSTER_HEADER = ("id", "members")
CLUSTER = 10_000  # bases between neighbours of one cluster
_ARM = re.compile(r"-[35]p$")
_NO_LETTER = re.compile(r"^(?:hsa-)?(?:mir-|mirn|mir)(\d+)(?:\*|-[35]p)?$", re.IGNORECASE)
_LETTERED = re.compile(r"^miR-(\d+)[a-z]$")
_LOCUS = re.compile(r"^(.*?[0-9][a-z]*)-[0-9]+$")


@dataclass(slots=True)
class _Mature:
    name: str
    hairpins: list[str] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """`miR-122` of `hsa-miR-122-5p`."""
        return _ARM.sub("", self.name.removeprefix("hsa-"))


def mirna_rows(folder: Path, genes: list[GeneRecord]) -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of mirnas.tsv.gz from `hsa.gff3`, the name history, and the HGNC records that name a hairpin."""
    features = list(read_mirbase_gff3(folder / "hsa.gff3"))
    hairpins = {f.accession: f.name for f in features if f.kind == "hairpin"}
    matures = _matures(features)
    symbols = _symbols(genes)
    armless = {m.stem.lower(): f"mirbase:{a}" for a, m in matures.items() if m.name == f"hsa-{m.stem}"}
    groups = _groups(hairpins)
    general = _general_nodes(groups, armless)
    taken = {m.stem.lower() for m in matures.values()} | {m.name.lower() for m in matures.values()} | set(general)
    vague = _vague(groups, taken)
    history, unplaced = _history(folder, matures, taken, vague)
    for accession, names in unplaced.items():
        yield f"mirbase:{accession}", names[0], "unplaced", join([names[0].removeprefix("hsa-"), *names[1:]]), ""
    for accession, mature in matures.items():
        yield _mature_row(accession, mature, general, hairpins, history)
    symbols = {a: [n for n in known if not _is_vague(n, vague)] for a, known in symbols.items()}
    for stem, members in groups.items():
        yield from _group_rows(stem, members, hairpins, general, symbols)


def cluster_rows(folder: Path) -> Iterator[tuple[str, str]]:
    """Rows of mirna_clusters.tsv: hairpins within 10,000 bases of the next one on one strand (miRBase's rule)."""
    hairpins = {f.accession: f for f in read_mirbase_gff3(folder / "hsa.gff3") if f.kind == "hairpin"}
    run: list[MirnaFeature] = []
    for one in sorted(hairpins.values(), key=lambda f: (f.strand, f.start)):
        if run and (one.strand != run[-1].strand or one.start - run[-1].start > CLUSTER):
            yield from _cluster(run)
            run = []
        run.append(one)
    yield from _cluster(run)


def _cluster(run: list[MirnaFeature]) -> Iterator[tuple[str, str]]:
    if len(run) > 1:
        members = [f"mirbase:{one.accession}" for one in run]
        yield min(members), join(members)


def _matures(features: list[MirnaFeature]) -> dict[str, _Mature]:
    found: dict[str, _Mature] = {}
    for feature in features:
        if feature.kind == "mature":
            found.setdefault(feature.accession, _Mature(feature.name)).hairpins.append(feature.hairpin)
    return found


def _symbols(genes: list[GeneRecord]) -> dict[str, list[str]]:
    """Hairpin accession -> HGNC id, symbol, previous and alias symbols of its gene."""
    found: dict[str, list[str]] = defaultdict(list)
    for gene in genes:
        if gene.status == "Approved":
            for accession in gene.mirbase:
                found[accession] += [gene.id, gene.symbol, *gene.previous, *gene.aliases]
    return found


def _groups(hairpins: dict[str, str]) -> dict[str, list[str]]:
    """Name without species and locus (`miR-16`) -> its hairpins; a lone `-1` is a locus only beside a sibling."""
    groups: dict[str, list[str]] = defaultdict(list)
    for accession, name in sorted(hairpins.items()):
        shown = name.removeprefix("hsa-").replace("mir-", "miR-")
        located = _LOCUS.match(shown)
        groups[located[1] if located and not shown.startswith("let-7-") else shown].append(accession)
    return dict(sorted(groups.items()))


def _general_nodes(groups: dict[str, list[str]], armless: dict[str, str]) -> dict[str, str]:
    """Armless name in lower case -> the id that bears it."""
    nodes = dict(armless)
    for stem, members in groups.items():
        nodes.setdefault(stem.lower(), f"mirbase:{members[0]}" if len(members) == 1 else f"exograph:{stem}")
    return nodes


def _vague(groups: dict[str, list[str]], taken: set[str]) -> set[str]:
    """Numbers that today need a letter: `miR-193` once was miR-193a-3p, but there is a miR-193b now."""
    lettered: dict[str, set[str]] = defaultdict(set)
    for stem in groups:
        found = _LETTERED.match(stem)
        if found:
            lettered[found[1]].add(stem)
    return {n for n, stems in lettered.items() if len(stems) > 1 and f"mir-{n}" not in taken}


def _is_vague(name: str, vague: set[str]) -> bool:
    found = _NO_LETTER.match(name)
    return bool(found and found[1] in vague)


def _history(
    folder: Path, matures: dict[str, _Mature], taken: set[str], vague: set[str]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Old names of living and of unplaced matures: such as no node bears now and no other accession bore."""
    bearers: dict[str, set[str]] = defaultdict(set)
    last: dict[str, str] = {}
    for path in sorted(folder.glob("mirna_mature_v*.txt")):
        for old in read_mirbase_history(path):
            last[old.accession] = old.name
            for name in (old.name, *old.earlier):
                bearers[name].add(old.accession)
    names: dict[str, list[str]] = defaultdict(list)
    for name, accessions in sorted(bearers.items()):
        short = name.removeprefix("hsa-").lower()
        free = short not in taken and name.lower() not in taken and not _is_vague(name, vague)
        if len(accessions) == 1 and free:
            names[next(iter(accessions))].append(name)
    living = {a: n for a, n in names.items() if a in matures}
    unplaced = {a: n for a, n in names.items() if a not in matures and last[a] in n}
    return living, {a: [last[a], *(x for x in n if x != last[a])] for a, n in unplaced.items()}


def _mature_row(
    accession: str, mature: _Mature, general: dict[str, str], hairpins: dict[str, str], history: dict[str, list[str]]
) -> tuple[str, str, str, str, str]:
    own = f"mirbase:{accession}"
    above = [f"mirbase:{h}" for h in mature.hairpins if _hairpin_stem(hairpins[h]) == mature.stem.lower()]
    parent = general.get(mature.stem.lower()) or (above[0] if len(above) == 1 else "")
    if not parent and mature.hairpins:
        parent = f"mirbase:{mature.hairpins[0]}"
    synonyms = join(s for s in (mature.name.removeprefix("hsa-"), *history.get(accession, [])) if s != mature.name)
    return own, mature.name, "mature", synonyms, "" if parent == own else parent


def _hairpin_stem(name: str) -> str:
    return name.removeprefix("hsa-").lower()


def _group_rows(
    stem: str, members: list[str], hairpins: dict[str, str], general: dict[str, str], symbols: dict[str, list[str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    top = general[stem.lower()]
    alone = top == f"mirbase:{members[0]}" and len(members) == 1
    for accession in members:
        own, name = f"mirbase:{accession}", hairpins[accession]
        if alone:
            yield own, stem, "hairpin", join([name, *symbols.get(accession, [])]), ""
        else:
            yield own, name, "hairpin", join([name.removeprefix("hsa-"), *symbols.get(accession, [])]), top
    if top.startswith("exograph:"):
        yield top, stem, "family", join([f"hsa-{stem}"]), ""
