"""The map as an HTML table: a heat map whose filled cells are links, and whose gaps can be seen."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.questions.evidence_map import Cell, EvidenceMap, Term
from exograph.views.evidence_map import words
from exograph.views.html.parts import text

MOST = 80  # rows and columns that the page draws, those with most papers; the claims of all stand below
_STEPS = (1, 2, 4)  # up to so many papers: the paler shades


def shown(terms: Sequence[Term]) -> tuple[int, ...]:
    """Places of the rows or columns that are drawn; the one of claims that name nothing is kept."""
    kept = [at for at, term in enumerate(terms) if term.named][:MOST]
    return (*kept, *(at for at, term in enumerate(terms) if not term.named))


def table(found: EvidenceMap) -> str:
    """The table; the place of each row and column stands in `data-r` and `data-c`."""
    rows, columns = shown(found.rows), shown(found.columns)
    cells = {(cell.row, cell.column): cell for cell in found.cells}
    kinds = f"{words.PLURALS[found.row_kind]} \u2193&ensp;{words.PLURALS[found.column_kind]} \u2192"
    heads = "".join(_column(found, at) for at in columns)
    totals = "".join(f'<td class="sum{_rest(found.columns[at])}">{found.columns[at].papers}</td>' for at in columns)
    lines = [
        '<table class="heat" id="heat">',
        f'<caption class="live">{text(words.title(found))}: papers and direction</caption>',
        f'<thead><tr><th class="corner" scope="col">{kinds}</th><td class="sum"></td>{heads}</tr>',
        f'<tr class="totals"><th scope="row">papers</th><td class="sum">{found.papers}</td>{totals}</tr></thead>',
        "<tbody>",
    ]
    for row in rows:
        drawn = "".join(_cell(found, cells.get((row, column)), column) for column in columns)
        term = found.rows[row]
        lines.append(
            f'<tr data-r="{row}" class="row{_rest(term)}"><th scope="row">{_row(found, row)}</th>'
            f'<td class="sum">{term.papers}</td>{drawn}</tr>'
        )
    return "\n".join([*lines, "</tbody></table>"])


def cut(found: EvidenceMap) -> str:
    """What the table leaves out, said on the page; empty where it leaves out nothing."""
    parts = []
    for kind, terms in ((found.row_kind, found.rows), (found.column_kind, found.columns)):
        named = sum(term.named for term in terms)
        if named > MOST:
            parts.append(f"{MOST} of {named:,} {words.PLURALS[kind]}")
    return f"{' and '.join(parts)} drawn, those with most papers. The claims of all stand below." if parts else ""


def _rest(term: Term) -> str:
    return "" if term.named else " rest"


def _column(found: EvidenceMap, at: int) -> str:
    term = found.columns[at]
    label = text(term.name) if term.named else "none named"
    return f'<th scope="col" data-c="{at}" class="v{_rest(term)}"{_hint(term)}><span>{label}</span></th>'


def _row(found: EvidenceMap, at: int) -> str:
    term = found.rows[at]
    label = text(term.name) if term.named else "none named"
    return f'<a href="#r{at}"{_hint(term)}>{label}</a>'


def _hint(term: Term) -> str:
    if not term.narrower:
        return ""
    said = ", ".join(term.narrower[:6]) + (f" and {len(term.narrower) - 6} more" if len(term.narrower) > 6 else "")
    return f' title="{text(f"{term.name}; not counted here: {said}")}"'


def _cell(found: EvidenceMap, cell: Cell | None, column: int) -> str:
    edge = "" if found.columns[column].named else " rest"
    if cell is None:
        return f'<td class="{edge.strip()}">' if edge else "<td>"
    shade = 1 + sum(cell.papers > step for step in _STEPS)
    said = f"{words.called(found, 'row', cell.row)}, {words.called(found, 'column', cell.column)}"
    label = f"{said}: {words.SHORT[cell.direction]}, {words.counted(cell)}"
    style = f"{words.CLASSES[cell.direction]} d{shade}{_share(cell)}{edge}"
    return (
        f'<td class="{style}"><a href="#r{cell.row}" data-r="{cell.row}" '
        f'data-c="{cell.column}" aria-label="{text(label)}">{words.GLYPHS[cell.direction]}{cell.papers}</a></td>'
    )


def _share(cell: Cell) -> str:
    """For a mixed cell: how much of it helps, in five steps; half and half needs no class."""
    if cell.direction != "mixed" or not cell.plus + cell.minus:
        return ""
    step = 1 + min(4, 5 * cell.plus // (cell.plus + cell.minus))
    return "" if step == 3 else f" s{step}"
