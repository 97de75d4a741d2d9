"""miRBase: the GFF3 of one species (hairpins and mature miRNAs) and the `mirna_mature` dump tables of older releases.

Quirks of the GFF3: hairpins are `hsa-mir-`, mature miRNAs `hsa-miR-`; a mature miRNA of several hairpins repeats with a
suffix on its ID (`MIMAT..._1`), so `Alias` is the key. Quirks of the dumps: no header, and the columns change between
releases (11-18: eight, no earlier names; 19: nine, earlier names after the name; 20: seven, no positions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exograph.sources._rows import broken, read_lines, split_values

__all__ = ["MirnaFeature", "OldMirnaName", "read_mirbase_gff3", "read_mirbase_history"]

_GFF3_CELLS = 9
_ACCESSION = re.compile(r"MI(?:MAT)?\d{7}")
_HISTORY_ACCESSION = re.compile(r"MIMAT\d{7}")
_ACCESSION_AT = (2, 3)  # third cell up to release 18, fourth from 19 on


@dataclass(frozen=True, slots=True)
class MirnaFeature:
    """One feature. `kind` is `hairpin` or `mature`; `hairpin` is the MI accession a mature miRNA derives from.

    `strand`: chromosome and strand; `start`: its first base there.
    """

    file: str
    line: int
    accession: str
    name: str
    kind: str
    hairpin: str
    strand: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class OldMirnaName:
    """The name (and the names before it) that one older release gave to a mature accession."""

    file: str
    line: int
    accession: str
    name: str
    earlier: tuple[str, ...]


def read_mirbase_gff3(path: Path) -> Iterator[MirnaFeature]:
    """Hairpins and mature miRNAs in the file's order; DataError with file:line where a line is malformed."""
    kinds = {"miRNA_primary_transcript": "hairpin", "miRNA": "mature"}
    for number, line in read_lines(path):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != _GFF3_CELLS or cells[2] not in kinds:
            raise broken(path, number, "not a GFF3 line of a miRNA")
        pairs = (part.partition("=") for part in cells[8].split(";"))
        attributes = {key: value for key, _, value in pairs}
        accession, name = attributes.get("Alias", ""), attributes.get("Name", "")
        if not _ACCESSION.fullmatch(accession) or not name:
            raise broken(path, number, "no Alias with a miRBase accession, or no Name")
        if not cells[3].isdigit():
            raise broken(path, number, f"no position: {cells[3]!r}")
        hairpin, strand = attributes.get("Derives_from", ""), cells[0] + cells[6]
        yield MirnaFeature(str(path), number, accession, name, kinds[cells[2]], hairpin, strand, int(cells[3]))


def read_mirbase_history(path: Path, species: str = "hsa") -> Iterator[OldMirnaName]:
    """Names of one species in one release; DataError with file:line where no accession stands where it should."""
    for number, line in read_lines(path):
        cells = line.split("\t")
        place = next((i for i in _ACCESSION_AT if i < len(cells) and _HISTORY_ACCESSION.fullmatch(cells[i])), None)
        if place is None:
            raise broken(path, number, "no MIMAT accession in the third or fourth cell")
        if cells[1].startswith(f"{species}-"):
            earlier = split_values(cells[2], ";") if place == _ACCESSION_AT[1] else ()
            yield OldMirnaName(str(path), number, cells[place], cells[1], earlier)
