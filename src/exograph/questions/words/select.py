"""A Reading -> the claims that fit: the mechanism query first, then what no query filters on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from exograph.questions import catalogue, filters
from exograph.questions.answer import Path
from exograph.questions.paths import reported_paths
from exograph.questions.words.lexicon import Lexicon
from exograph.questions.words.spans import Mention
from exograph.questions.words.understood import Group, Reading
from exograph.stores.base import Row, Store

Filters = dict[str, list[Any]]


@dataclass(eq=False, repr=False)
class Selected:
    """The paths that fit, the number of claims of retracted papers that would, and what the query was given."""

    paths: list[Path]
    retracted: int
    parameters: Filters


class Selector:
    """Runs filters; rows are kept so that a question that asks twice runs once."""

    def __init__(self, store: Store, lexicon: Lexicon) -> None:
        self.store = store
        self.lexicon = lexicon
        self._rows: dict[str, list[Row]] = {}
        self._paths: dict[str, Path] = {}

    def rows(self, wanted: Filters) -> list[Row]:
        """Rows of the mechanism query, those of retracted papers included."""
        parameters = {**filters.empty(), **wanted}
        key = repr(sorted((name, values) for name, values in parameters.items() if values))
        if key not in self._rows:
            self._rows[key] = self.store.query(catalogue.get("mechanism").cypher, parameters)
        return self._rows[key]

    def paths(self, claims: Iterable[str]) -> list[Path]:
        """The paths of these claims, in their order."""
        claims = list(dict.fromkeys(claims))
        missing = [claim for claim in claims if claim not in self._paths]
        self._paths.update({path.claim: path for path in reported_paths(self.store, missing)})
        return [self._paths[claim] for claim in claims if claim in self._paths]

    def select(
        self,
        reading: Reading,
        *,
        filters: Filters | None = None,
        groups: Sequence[Group] | None = None,
        signs: bool = True,
        retracted: bool = False,
    ) -> Selected:
        """All that fits the reading; `filters` and `groups` stand in for its own."""
        wanted = dict(reading.filters if filters is None else filters)
        rows = self._grouped(wanted, reading.groups if groups is None else groups, reading.either)
        shown = [row for row in rows if retracted or row["status"] != "retracted"]
        paths = self._afterwards(reading, self.paths(row["claim"] for row in shown))
        if signs:
            paths = [
                path
                for path in paths
                if all(
                    runs(path, self.ids(one)) in {sign, None} and runs(path, self.ids(one)) is not None
                    for one, sign in reading.polarity.molecules
                )
            ]
        return Selected(paths, len(rows) - len(shown), {name: values for name, values in wanted.items() if values})

    def _grouped(self, wanted: Filters, groups: Sequence[Group], either: bool) -> list[Row]:
        if either and wanted.get("drug") and wanted.get("modality"):
            rows = _joined(
                self._grouped({**wanted, "modality": []}, groups, False),
                self._grouped({**wanted, "drug": []}, groups, False),
            )
            return rows
        if not groups:
            return self.rows(wanted)
        found: list[Row] | None = None
        for group in groups:
            rows = self._of_group(wanted, group)
            held = {row["claim"] for row in rows}
            found = rows if found is None else [row for row in found if row["claim"] in held]
        return found or []

    def _of_group(self, wanted: Filters, group: Group) -> list[Row]:
        rows: list[Row] = []
        if group.where != "gene":
            cargos = [
                node.id for one in group.mentions for node in one.nodes if node.label == "Cargo" or one.label == "Cargo"
            ]
            rows = self.rows({**wanted, "cargo": cargos}) if cargos else []
        if group.where == "gene" or not group.where or not rows:
            targets = [node for one in group.mentions for node in self.ids(one)]
            rows = _joined(rows, self.rows({**wanted, "gene": targets}) if targets else [])
        pathways = [node.id for one in group.mentions for node in one.nodes if node.label == "Pathway"]
        if pathways and group.where != "cargo":
            rows = _joined(rows, self.rows({**wanted, "pathway": pathways}))
        if group.where == "gene" and not rows:
            cargos = [node.id for one in group.mentions for node in one.nodes if node.label == "Cargo"]
            rows = self.rows({**wanted, "cargo": cargos}) if cargos else []
        return rows

    def ids(self, one: Mention) -> list[str]:
        """Ids of a molecule in a mechanism, a miRNA with and without its arm; or of a pathway."""
        found = [node.id for node in one.nodes]
        for node in one.nodes:
            if node.label == "Cargo" and node.kind == "miRNA":
                found += self.lexicon.arms(node)
        return list(dict.fromkeys(found))

    def _afterwards(self, reading: Reading, paths: list[Path]) -> list[Path]:
        details = reading.details
        if details.prepared or details.not_prepared:
            rows = self.store.query(catalogue.internal("preparations"), {"claims": [path.claim for path in paths]})
            kinds = {row["claim"]: row["kind"] for row in rows}
            paths = [
                path
                for path in paths
                if (not details.prepared or kinds.get(path.claim) == details.prepared)
                and kinds.get(path.claim) != (details.not_prepared or "-")
            ]
            if details.treatment:
                treated = {row["claim"]: (row["treatment"] or "").lower() for row in rows}
                paths = [path for path in paths if details.treatment in treated.get(path.claim, "")]
        if details.given:
            paths = [path for path in paths if path.given == details.given]
        if details.loaded:
            paths = [path for path in paths if path.loaded and (not details.versus or path.versus == details.versus)]
        if details.species:
            paths = [path for path in paths if details.species in path.species]
        if reading.polarity.effector and not any(
            node.role == "regulatory" for one in reading.of("ImmuneCell") for node in one.nodes
        ):
            kept = [path for path in paths if path.family != "immune" or not self._regulatory(path)]
            if kept:
                reading.left_out_cells = max(reading.left_out_cells, len(paths) - len(kept))
                paths = kept
        if reading.all_drugs:
            paths = [path for path in paths if {node.id for node in path.of("Drug")} >= set(reading.all_drugs)]
        if reading.asked.cargo_kind not in {"", "RNA", "up", "down"}:
            paths = [path for path in paths if self.of_kind(path, reading.asked.cargo_kind)]
        return paths

    def _regulatory(self, path: Path) -> bool:
        cells = path.of("ImmuneCell")
        return bool(cells) and all(self.lexicon.said_of(node.label, node.id)[1] == "regulatory" for node in cells)

    def of_kind(self, path: Path, kind: str) -> bool:
        """Whether the vesicle of the path carries a cargo of the kind."""
        return any(self.kind(node.id) == kind for node in carried(path))

    def kind(self, identifier: str) -> str:
        """Kind of a cargo: miRNA, protein, ..."""
        return self.lexicon.said_of("Cargo", identifier)[0]


def _joined(one: list[Row], other: list[Row]) -> list[Row]:
    held = {row["claim"] for row in one}
    return [*one, *(row for row in other if row["claim"] not in held)]


def carried(path: Path) -> list[Any]:
    """What the vesicle of a path carries (not the miRNAs that come after)."""
    keys = {edge.target for edge in path.edges if edge.type == "CARRIES"}
    return [node for node in path.nodes if node.key in keys and node.label == "Cargo"]


def runs(path: Path, ids: Sequence[str]) -> int | None:
    """Running sign of a molecule in a path: +1 more of it, -1 less, 0 not told; None where it is no step."""
    signs: dict[tuple[str, str], int] = {}
    for edge in path.edges:
        if edge.derived or edge.type in {"SECRETES", "TESTED_IN"}:
            continue
        signs[edge.target] = (1 if edge.type == "CARRIES" else edge.sign or 0) * (signs.get(edge.source, 1))
    found = [
        sign
        for (label, identifier), sign in signs.items()
        if identifier in ids and label in {"Gene", "Cargo", "Pathway"}
    ]
    marked = [1 if marker.direction == "up" else -1 for marker in path.markers if marker.node.id in ids]
    # the molecule as a target comes after the molecule as a cargo
    return found[-1] if found else marked[0] if marked else None
