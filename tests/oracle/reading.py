"""The claim tables as plain Python reads them, from docs/model.md and graph/README.md alone: every role of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.oracle.vocabulary import GRAPH, Terms, Vocabulary, rows

SIGN = {
    "sensitises": 1, "reverses resistance": 1, "suppresses tumour": 1, "activates immune": 1, "no effect": 0,
    "confers resistance": -1, "promotes tumour": -1, "suppresses immune": -1,
}  # fmt: skip
ARROWS = {"->": 1, "-|": -1, "~": None}


@dataclass
class Plain:
    """One claim, its roles as identifiers. `changes`: every running sign with which a node is met on the way."""

    row: dict[str, str]
    origin: str
    status: str
    source: set[str] = field(default_factory=set)
    cargo: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)  # of the cargo
    target: set[str] = field(default_factory=set)
    pathway: set[str] = field(default_factory=set)
    cell: set[str] = field(default_factory=set)
    drug: set[str] = field(default_factory=set)
    cancer: set[str] = field(default_factory=set)
    modality: set[str] = field(default_factory=set)
    up: set[str] = field(default_factory=set)  # markers
    down: set[str] = field(default_factory=set)
    changes: dict[str, list[int | None]] = field(default_factory=dict)
    family: str = ""

    @property
    def id(self) -> str:
        return self.row["claim"]

    @property
    def sign(self) -> int:
        return SIGN[self.row["effect"]]

    @property
    def loaded(self) -> bool:
        """The vesicle carries the very drug that is tested."""
        return bool(self.cargo & self.drug)

    def changed(self, sign: int) -> set[str]:
        """What the vesicle brings more (+1) or less (-1) of; not where ways disagree or one has no direction."""
        return {one for one, signs in self.changes.items() if set(signs) == {sign}} | (
            self.up if sign == 1 else self.down
        )

    @property
    def setting(self) -> tuple[object, ...] | None:
        """What a claim shares with the claims that oppose it."""
        if not (self.drug or self.cancer or self.cell):
            return None
        return (self.family, *map(frozenset, (self.drug, self.cancer, self.cell, self.cargo)))


class Reader:
    """Rows -> claims."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.status = {row["publication"]: row["status"] for row in rows(GRAPH / "publication_status.tsv")}

    def read(self, own: Iterable[Path] = ()) -> list[Plain]:
        """The bundled claims and those of further tables."""
        tables = [(path, "exograph") for path in sorted((GRAPH / "claims").glob("*.tsv"))]
        tables += [(path, path.name) for path in own]
        return [self.claim(row, origin) for path, origin in tables for row in rows(path)]

    def claim(self, row: dict[str, str], origin: str) -> Plain:
        """One row with its roles."""
        vocabulary = self.vocabulary
        made = Plain(row, origin, self.status.get(row["claim"].rsplit("/", 1)[0], "ok"))
        made.source = self._known(vocabulary.sources, [row["source"]] if row["source"] else [])
        made.drug = self._known(vocabulary.drugs, filter(None, row["drug"].split(" + ")))
        made.cancer = self._known(vocabulary.cancers, filter(None, row["cancer"].split("; ")))
        self._mechanism(made)
        self._cell(made)
        for text in filter(None, row["markers"].split(", ")):
            name, direction = text.rsplit(" ", 1)
            (made.up if direction == "up" else made.down).add(vocabulary.molecule(name))
        made.modality = {vocabulary.drugs.more[one]["modality"] for one in made.drug if one in vocabulary.drugs.more}
        made.modality.discard("")
        if made.cell and made.cancer:
            made.modality.add("exograph:modality/immunotherapy")
        made.family = self._family(made)
        return made

    def _known(self, terms: Terms, names: Iterable[str]) -> set[str]:
        return {terms.find(name) or f"unmatched:{name}" for name in names}

    def _mechanism(self, made: Plain) -> None:
        """`A, B -| [C] -> D`: the cargo, then groups of siblings, each with the product of the steps up to it."""
        parts = re.split(r" (->|-\||~) ", made.row["mechanism"])
        first = [name for name in parts[0].split(", ") if name and name != "exosome"]
        made.cargo = {self.vocabulary.molecule(name, made.row["cargo_kind"]) for name in first}
        made.kinds = {self._kind(one, made.row["cargo_kind"]) for one in made.cargo}
        sign: int | None = 1
        for arrow, group in zip(parts[1::2], parts[2::2], strict=True):
            step = ARROWS[arrow]
            sign = None if sign is None or step is None else sign * step
            for name in group.split(", "):
                made.changes.setdefault(self._met(made, name), []).append(sign)

    def _kind(self, one: str, said: str) -> str:
        """As what a cargo is carried: what the column says, unless the vocabularies know it as one kind."""
        vocabulary = self.vocabulary
        if one in vocabulary.minted.names:
            return vocabulary.minted.more[one]["kind"]
        if one in vocabulary.drugs.names:
            return "virus" if "virus" in vocabulary.drugs.names[one] else "drug"
        return "miRNA" if one in vocabulary.mirnas.names else said

    def _met(self, made: Plain, name: str) -> str:
        """A node of the mechanism after the cargo, put into its role."""
        if not name.startswith("["):
            found = self.vocabulary.molecule(name)
            made.target.add(found)
            return found
        cell = self.vocabulary.cells.find(name.strip("[]"))
        if cell is not None:
            made.cell.add(cell)
            return cell
        pathway = self.vocabulary.pathways.find(name.strip("[]")) or f"unmatched:{name}"
        made.pathway.add(pathway)
        return pathway

    def _cell(self, made: Plain) -> None:
        """The cell acted on: an immune effect was measured on it, and says more or less of it, times its role."""
        if not made.row["cell"]:
            return
        (one,) = self._known(self.vocabulary.cells, [made.row["cell"]])
        role = -1 if self.vocabulary.cells.more[one]["role"] == "regulatory" else 1
        made.cell.add(one)
        if made.row["effect"] in {"activates immune", "suppresses immune"}:
            ways = made.changes.setdefault(one, [])
            ways[:] = [way for way in ways if way is not None] + [made.sign * role]
        elif made.row["effect"] == "no effect" and not made.drug:
            made.changes.setdefault(one, []).append(0)

    def _family(self, made: Plain) -> str:
        effect = made.row["effect"]
        if effect == "no effect":
            return "response" if made.drug else "immune" if made.row["cell"] else "tumour"
        return "tumour" if "tumour" in effect else "immune" if "immune" in effect else "response"
