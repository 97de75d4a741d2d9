"""Hand-made evidence maps and site indexes, without a store."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.questions.answer import Fact, Hidden, Path
from exograph.questions.evidence_map import Cell, EvidenceMap, Term
from exograph.questions.site_index import LABELS, PAPER, Entry, Key, SiteIndex


def by_hand(paths: Sequence[Path], *, size: int = 1) -> EvidenceMap:
    """A map of cancers by drugs in which each path stands in one cell; `size` terms more on each side are gaps."""
    cancers = list(dict.fromkeys(node.key for path in paths for node in path.of("Cancer")))
    drugs = list(dict.fromkeys(node.key for path in paths for node in path.of("Drug")))
    name = {node.key: node.name for path in paths for node in path.nodes}
    rows = [Term(*key, name[key], 1, 1, narrower=(name[key],)) for key in cancers]
    columns = [Term(*key, name[key], 1, 1) for key in drugs]
    rows += [Term("Cancer", f"test:c{i}", f"cancer {i}", 1, 1) for i in range(size)]
    columns += [Term("Drug", f"test:d{i}", f"drug {i}", 1, 1) for i in range(size)] + [Term("", "", "none named", 1, 1)]
    cells: dict[tuple[int, int], list[Path]] = {}
    for path in paths:
        row = cancers.index(path.of("Cancer")[0].key)
        column = drugs.index(path.of("Drug")[0].key) if path.of("Drug") else len(columns) - 1
        cells.setdefault((row, column), []).append(path)
    return EvidenceMap(
        row_kind="cancer", column_kind="drug", rows=tuple(rows), columns=tuple(columns),
        cells=tuple(cell(at, cells[at]) for at in sorted(cells)), claims=tuple(paths),
        papers=len({path.paper.id for path in paths}), hidden=Hidden(retracted=2), release="2026.11",
        sha256="0123abcd" * 8,
    )  # fmt: skip


def cell(at: tuple[int, int], paths: Sequence[Path]) -> Cell:
    """The cell of these paths."""
    plus, minus, zero = (sum(path.sign == sign for path in paths) for sign in (1, -1, 0))
    papers = len({path.paper.id for path in paths})
    return Cell(*at, tuple(path.claim for path in paths), papers, plus, minus, zero)


def site_of(paths: Sequence[Path], facts: Sequence[Fact] = ()) -> SiteIndex:
    """A site of these claims: an entry for each name and paper, no broader terms."""
    claims: dict[Key, list[int]] = {}
    name: dict[Key, str] = {}
    for place, path in enumerate(paths):
        for node in path.nodes:
            if node.label in LABELS:
                claims.setdefault(node.key, []).append(place)
                name[node.key] = node.name
    entries = {
        key: Entry(*key, name[key], tuple(held), own=len(held), papers=1, synonyms=(name[key],))
        for key, held in claims.items()
    }
    for path in paths:
        key = (PAPER, path.paper.id)
        held = tuple(place for place, other in enumerate(paths) if other.paper.id == path.paper.id)
        entries[key] = Entry(*key, path.paper.name, held, own=len(held), papers=1, paper=path.paper)
    maps = (by_hand([path for path in paths if path.of("Cancer")]),)
    return SiteIndex(tuple(paths), entries, tuple(facts), maps, Hidden(retracted=1), "2026.11", "0123abcd" * 8)
