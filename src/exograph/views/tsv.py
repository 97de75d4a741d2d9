"""An answer as tab-separated values: one row a path (or an item of a list), one header line, no quoting."""

from __future__ import annotations

from collections.abc import Iterable

from exograph.questions.answer import Answer, Path, PathNode
from exograph.views import line, names
from exograph.views.formula import lines
from exograph.views.items import cell, columns_of

COLUMNS = (
    "kind",
    "claim",
    "effect",
    "sign",
    "family",
    "source",
    "exosome",
    "cargo",
    "mechanism",
    "targets",
    "pathways",
    "markers",
    "drug",
    "versus",
    "loaded",
    "given",
    "cancer",
    "cell",
    "model",
    "species",
    "first_author",
    "year",
    "journal",
    "pmid",
    "pmcid",
    "doi",
    "url",
    "status",
    "opposed_by",
    "joins",
    "summary",
)


def text(answer: Answer, *, raw: bool = False) -> str:
    """Rows of a list answer are its items; of any other answer its paths. Several values in a cell are joined by `; `.

    Tabs, line breaks and control characters inside a value become spaces or are spelt out, so that a row is a line.
    A cell that a spreadsheet would run as a formula stands behind an apostrophe, unless `raw`.
    """
    items = answer.reply.items
    if items and (answer.reply.kind == "list" or not answer.paths):
        keys = columns_of(items)
        rows = [keys, *([cell(item.get(key)) for key in keys] for item in items)]
    else:
        rows = [list(COLUMNS), *(row(path) for path in answer.paths)]
    return lines((map(cell, values) for values in rows), raw=raw)


def row(path: Path) -> list[str]:
    """One path in the order of COLUMNS."""
    paper = path.paper
    return [
        *(path.kind, path.claim, path.effect, str(path.sign), path.family),
        *(_names(path.of("MscSource")), _names(path.of("Exosome")), _names(names.cargo(path)), line.mechanism(path)),
        *(_names(names.targets(path)), _names(path.of("Pathway"))),
        "; ".join(f"{marker.node.name} {marker.direction}" for marker in path.markers),
        *(_names(path.of("Drug")), path.versus, cell(path.loaded), path.given),
        *(_names(path.of("Cancer")), _names(path.of("ImmuneCell")), path.model, path.species),
        *(paper.first_author, str(paper.year or ""), paper.journal, paper.pmid, paper.pmcid, paper.doi, paper.url),
        *(paper.status, "; ".join(path.opposed_by), "; ".join(path.joins), path.summary),
    ]


def _names(nodes: Iterable[PathNode]) -> str:
    return "; ".join(dict.fromkeys(node.name for node in nodes))
