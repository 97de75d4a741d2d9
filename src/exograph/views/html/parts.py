"""The page's fixed parts as HTML: the legend, the table of paths, the footer. All text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape

from exograph.questions.answer import Answer, Path
from exograph.views import line, names
from exograph.views.html.condense import GROUP
from exograph.views.html.data import safe_url
from exograph.views.html.labels import plain
from exograph.views.html.layout import Drawing
from exograph.views.html.select import Selection
from exograph.views.prose import sentence

COLUMNS = ("Path", "Effect", "Paper", "Model", "Species", "Opposed by", "Claim")
ROWS = 100  # of one table
EFFECT_CLASS = {1: "up", -1: "down", 0: "none"}
EFFECT_GLYPH = {1: "+", -1: "\u2212", 0: "0"}


def text(value: str) -> str:
    """`value` without invisible characters, escaped for text and for attributes."""
    return escape(plain(value), quote=True)


def arrows(escaped: str) -> str:
    """The notation's arrows as a printer sets them."""
    for written, printed in ((" -&gt; ", " \u2192 "), (" -| ", " \u22a3 "), (" &gt; ", " \u203a ")):
        escaped = escaped.replace(written, printed)
    return escaped


def link(label: str, url: str) -> str:
    """A link if the address is a web address, else the plain label."""
    address = safe_url(url)
    if not address:
        return f'<span class="pid">{text(label)}</span>'
    return f'<a class="pid" href="{escape(address, quote=True)}">{text(label)}</a>'


def table(paths: Sequence[Path], caption: str, ident: str, order: Mapping[str, int]) -> str:
    """The claims as tables of at most ROWS, for readers without JavaScript, for screen readers and for printing.

    `order` is the number of each claim in the data of the script. A browser lays out only the tables in sight.
    """
    pieces = []
    for start in range(0, len(paths), ROWS):
        some = paths[start : start + ROWS]
        cut = f", {start + 1:,} to {start + len(some):,} of {len(paths):,}" if len(paths) > ROWS else ""
        pieces.append(_table(some, caption + cut, f"{ident}-from-{start + 1}" if start else ident, order))
    return "\n".join(pieces)


def _table(paths: Sequence[Path], caption: str, ident: str, order: Mapping[str, int]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    rows = "\n".join(_row(path, order[path.claim]) for path in paths)
    return (
        f'<div class="rows"><table id="{ident}"><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(path: Path, place: int) -> str:
    summary = f' <small class="sum">{text(path.summary)}</small>' if plain(path.summary) else ""
    colour, glyph = EFFECT_CLASS.get(path.sign, "none"), EFFECT_GLYPH.get(path.sign, "0")
    cells = [
        f"<span>{_line(path)}</span> <small>{text(sentence(path))}</small>{summary}",
        f'<span class="chip {colour}">{glyph} {text(path.effect)}</span>',
        _paper(path),
        text(path.model),
        text(path.species) or "\u2013",
        str(len(path.opposed_by)) if path.opposed_by else "\u2013",
        f"<code>{text(path.claim)}</code>",
    ]
    first, *rest = cells
    return f'<tr data-c="{place}"><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def _line(path: Path) -> str:
    """The path in one line, its effect marked."""
    start, effect = line.chain(path), line.effect(path)
    remarks = line.one_line(path).removeprefix(f"{start} => {effect}")
    return f"{arrows(text(start))} \u21d2 <i>{text(effect)}</i>{text(remarks) and ' '}{text(remarks)}"


def _paper(path: Path) -> str:
    paper = path.paper
    status = "" if paper.status in {"", "ok"} else f' <strong class="status">{text(paper.status)}</strong>'
    return f"{text(names.paper_name(paper))}<br>{link(names.paper_id(paper), paper.url)}{status}"


def legend(answer: Answer) -> str:
    """Only the marks that this page uses."""
    drawn = {edge.sign for path in answer.paths for edge in path.edges if not edge.derived and _is_step(edge.type)}
    marks = [("up", "activates, raises", 1), ("down", "represses, lowers", -1), ("any", "acts on, no direction", None)]
    items = [_swatch(f"s {kind}", f"m-{kind}", label) for kind, label, sign in marks if sign in drawn]
    ends = [
        (1, "e-up", "net effect helps: sensitises, reverses resistance, suppresses tumour, immunity rises"),
        (-1, "e-down", "net effect hinders: confers resistance, promotes tumour, immunity falls"),
        (0, "e-none", "tested, no effect"),
    ]
    signs = {path.sign for path in answer.paths}
    items += [_swatch("s last", mark, label) for sign, mark, label in ends if sign in signs]
    if any(path.kind == "assembled" for path in answer.paths):
        items.append(_swatch("s up assembled", "", "assembled from several sources: a hypothesis"))
    if answer.facts:
        items.append(_swatch("s fact", "", "a database says so: not part of a path"))
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>' if items else ""


def _is_step(kind: str) -> bool:
    return kind not in {"SECRETES", "CARRIES", "TESTED_IN"}


def _swatch(style: str, mark: str, label: str) -> str:
    used = f'<use href="#{mark}" transform="translate(31 8)"/>' if mark else ""
    group = "assembled" if "assembled" in style else ""
    line_style, end = style.replace(" assembled", ""), 26 if mark.startswith("e") else 31
    return (
        f'<li><svg width="40" height="16" viewBox="0 0 40 16" aria-hidden="true" class="{group}">'
        f'<path class="{line_style}" d="M2 8H{end}"/>{used}</svg>{label}</li>'
    )


def cut(selection: Selection, count: int) -> str:
    """What the drawing leaves out, said on the page."""
    if not selection.cut:
        return ""
    return (
        f'<p class="cut" role="note">{selection.nodes_drawn:,} of {selection.nodes:,} nodes shown '
        f"({len(selection.drawn):,} of {count:,} paths), by number of papers. "
        "The list, the search and the table hold all.</p>"
    )


def grouped(drawing: Drawing) -> str:
    """Says so where boxes stand for several preparations."""
    if not any(box.node.id.startswith(GROUP) for box in drawing.boxes):
        return ""
    return (
        '<p class="cut" role="note">Vesicle preparations are drawn by kind; the evidence of a path names its own.</p>'
    )


def footer(answer: Answer, version: str) -> str:
    """What was left out, and what the page was made from."""
    left_out = names.hidden(answer.hidden)
    lines = [f'<p class="hidden">{text(names.limited(answer))}.</p>'] if names.limited(answer) else []
    lines += [f'<p class="hidden">Not shown: {text("; ".join(left_out))}.</p>'] if left_out else []
    made = [
        f"data {text(answer.release)}" if answer.release else "",
        _checksum(answer.sha256),
        f"exograph {text(version)}",
    ]
    joined = " \u00b7 ".join(part for part in made if part)
    lines.append(f'<p class="made">{joined}</p>')
    lines.append(
        '<p class="made">Each strand is one experiment in one paper; equal nodes are drawn once. '
        "Not medical advice.</p>"
    )
    return "\n".join(lines)


def _checksum(sha256: str) -> str:
    return f'<abbr title="{text(sha256)}">sha256 {text(sha256[:12])}</abbr>' if sha256 else ""


def facts(answer: Answer) -> str:
    """What databases say beside the paths, as a folded list that can be read without the drawing."""
    if not answer.facts:
        return ""
    items: Iterable[str] = (
        f"<li>{text(names.fact(replace(fact, source_page='')))}{_page(fact.source_page)}</li>" for fact in answer.facts
    )
    head = f"<summary>{text(names.folded(answer))}</summary>"
    return f'<section class="facts"><details>{head}<ul>{"".join(items)}</ul></details></section>'


def _page(url: str) -> str:
    return f" {link('source', url)}" if safe_url(url) else ""
