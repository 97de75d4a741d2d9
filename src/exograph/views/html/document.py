"""The page of an answer: its parts put together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exograph import __version__
from exograph.questions.answer import Answer
from exograph.views import names
from exograph.views.html import data, parts, said
from exograph.views.html.condense import condense
from exograph.views.html.layout import Drawing, draw
from exograph.views.html.select import Selection, select
from exograph.views.html.shell import STYLE, closure, lean, shell
from exograph.views.html.svg import drawing_svg, headings_svg

# one closure, in this order
SCRIPTS = [Path(__file__).with_name(f"{name}.js") for name in ("state", "draw", "panel", "list", "export", "page")]


def page(answer: Answer) -> str:
    """The whole self-contained page of an answer; the same answer gives the same text."""
    explorer = explore(answer)
    body = [f'<header class="top">{said.header(answer)}</header>', "<main>", said.nothing(answer), said.beside(answer)]
    body += [*explorer.body, "</main>", f"<footer>{parts.footer(answer, __version__)}</footer>", explorer.record]
    script = closure(SCRIPTS) if explorer.record else ""
    return shell(said.title(answer), "\n".join(line for line in body if line), style=lean(STYLE), script=script)


@dataclass(frozen=True, slots=True)
class Explorer:
    """The middle of a page, and the element with what the script reads: empty where there is nothing to explore."""

    body: list[str]
    record: str


def explore(answer: Answer) -> Explorer:
    """The drawing with its bar and panel, what databases say, and the tables."""
    selection = select(answer.paths)
    drawn, grouped = condense(answer.paths)
    drawing = draw(drawn, selection.drawn, answer.facts)
    record = ""
    if drawing.boxes:
        held = data.script_json(data.document(answer, selection, drawing, grouped))
        record = f'<script type="application/json" id="data">{held}</script>'
    return Explorer([line for line in _body(answer, selection, drawing) if line], record)


def _body(answer: Answer, selection: Selection, drawing: Drawing) -> list[str]:
    lines = list[str]()
    if drawing.boxes:
        lines += ['<div id="bar" class="bar" hidden></div>', '<div class="stage">', '<div class="graph">']
        lines += [parts.cut(selection, len(answer.paths)), parts.grouped(drawing)]
        lines += ['<div id="scroll" class="scroll" tabindex="0" role="region" aria-label="Graph, scrolls">']
        lines += [headings_svg(drawing), drawing_svg(drawing, answer.paths), "</div>", parts.legend(answer), "</div>"]
        lines += ['<aside id="side" class="side" aria-label="Evidence" hidden></aside>', "</div>"]
    return [*lines, parts.facts(answer), *_tables(answer)]


def _tables(answer: Answer) -> list[str]:
    """The paths and what opposes them, under their own headings."""
    order = {path.claim: place for place, path in enumerate((*answer.paths, *answer.opposing))}
    tables = [
        parts.table(members, heading, f"paths-{place}", order)
        for place, (heading, members) in enumerate(names.grouped(answer.paths))
    ]
    against = [path for path, _ in names.opposing(answer)]
    tables.append(parts.table(against, "Claims that oppose a shown one", "opposing", order))
    found = [table for table in tables if table]
    return ['<section class="tables" aria-label="Tables">', *found, "</section>"] if found else []
