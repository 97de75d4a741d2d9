"""The drawing as SVG text: bands, strands grouped by claim, boxes. Colours come from the page's style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from exograph.knowledge.kinds import heading
from exograph.questions.answer import Path
from exograph.views.html.labels import LINE_HEIGHT, plain, width
from exograph.views.html.layout import BOLD, PAD_X, Box, Drawing
from exograph.views.html.route import EFFECT_END, MARK_END, Strand, curve, number

HEAD = 34.0  # px, the strip of headings above the drawing

# One mark a meaning: told apart by shape as well as by colour.
MARKS = """<defs>
<path id="m-up" class="mk up" d="M-6 -3.6L0 0L-6 3.6"/>
<path id="m-down" class="mk down" d="M-1 -4.6V4.6"/>
<circle id="m-any" class="mk any" cx="-3" cy="0" r="2.6"/>
<g id="e-up"><circle class="ef up" r="5.2"/><path class="eg" d="M-2.8 0H2.8M0 -2.8V2.8"/></g>
<g id="e-down"><circle class="ef down" r="5.2"/><path class="eg" d="M-2.8 0H2.8"/></g>
<g id="e-none"><circle class="ef none" r="5.2"/><circle class="eg" r="2.2"/></g>
</defs>"""
SIGN_CLASS = {1: "up", -1: "down", 0: "none", None: "any"}
_PLAIN = frozenset({"SECRETES", "CARRIES", "TESTED_IN"})


def drawing_svg(drawing: Drawing, paths: Sequence[Path]) -> str:
    """The whole `<svg>`; `paths` are all paths of the answer, strands name them by index."""
    size = f'viewBox="0 0 {number(drawing.width)} {number(drawing.height)}"'
    lines = [
        f'<svg id="map" xmlns="http://www.w3.org/2000/svg" {size} width="{number(drawing.width)}" '
        f'height="{number(drawing.height)}" role="group" aria-label="Graph of the paths, columns by kind">',
        MARKS,
        '<g class="bands">',
        *(_band(column.x, column.w, drawing.height) for column in drawing.columns),
        "</g>",
        '<g id="strands">',
        *_claims(drawing.strands, paths),
        "</g>",
        '<g id="boxes">',
        *(_box(i, box) for i, box in enumerate(drawing.boxes)),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines)


def headings_svg(drawing: Drawing) -> str:
    """The strip of column headings, kept in sight while the drawing scrolls."""
    texts = [f'<text x="{number(c.x + c.w / 2)}" y="22">{escape(c.heading)}</text>' for c in drawing.columns]
    return (
        f'<svg id="heads" viewBox="0 0 {number(drawing.width)} {number(HEAD)}" width="{number(drawing.width)}" '
        f'height="{number(HEAD)}" aria-hidden="true">{"".join(texts)}</svg>'
    )


def _band(x: float, w: float, height: float) -> str:
    return f'<rect x="{number(x - 8)}" y="0" width="{number(w + 16)}" height="{number(height)}" rx="6"/>'


def _claims(strands: Sequence[Strand], paths: Sequence[Path]) -> Iterator[str]:
    """One group a claim; facts stand one group each."""
    open_claim: int | None = None
    for strand in strands:
        if strand.claim != open_claim or strand.claim < 0:
            if open_claim is not None:
                yield "</g>"
            open_claim = strand.claim
            if strand.claim < 0:
                yield '<g class="fact">'
            else:
                assembled = " assembled" if paths[strand.claim].kind == "assembled" else ""
                yield f'<g class="c{assembled}" data-c="{strand.claim}">'
        yield _strand(strand)
    if open_claim is not None:
        yield "</g>"


def _strand(strand: Strand) -> str:
    ends = f' data-s="{strand.source}" data-t="{strand.target}"' if strand.claim < 0 else ""
    if strand.edge is None:
        return f'<path class="s role"{ends} d="{curve(strand, 0.0)}"/>'
    if strand.edge.type in _PLAIN:
        return f'<path{ends} d="{curve(strand, 0.0)}"/>'
    if strand.effect is not None:
        sign, gap = f"e-{SIGN_CLASS[strand.effect]}", EFFECT_END
        style = "last"
    elif strand.claim < 0:
        sign, gap, style = "m-any", MARK_END, "fact"
    else:
        style = SIGN_CLASS[strand.edge.sign]
        style = "any" if style == "none" else style
        sign, gap = f"m-{style}", MARK_END if style == "any" else 1.0
    x, y = strand.points[-1]
    scale = max(0.55, min(1.0, strand.room / 10.5))
    shift = EFFECT_END if strand.effect is not None else 0.5
    place = f"translate({number(x - strand.direction * shift)} {number(y)})"
    turn = (
        f" scale({number2(strand.direction * scale)} {number2(scale)})" if (strand.direction, scale) != (1, 1.0) else ""
    )
    mark = f'<use href="#{sign}" transform="{place}{turn}"/>'
    return f'<path class="s {style}"{ends} d="{curve(strand, gap)}"/>{mark}'


def number2(value: float) -> str:
    """A scale with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _length(line: str, bold: bool) -> str:
    """How long a label is drawn, whatever font the reader has."""
    return f'textLength="{number(max(width(line, bold=bold), 1.0))}" lengthAdjust="spacingAndGlyphs"'


def _box(place: int, box: Box) -> str:
    kind = escape(heading(box.node.label))
    label = "".join(char for char in box.node.label if char.isalnum())
    top = -len(box.lines) * LINE_HEIGHT / 2
    bold = box.node.label in BOLD
    texts = "".join(
        f'<text x="{number(PAD_X)}" y="{number(top + row * LINE_HEIGHT + 11.2)}" {_length(line, bold)}>'
        f"{escape(line)}</text>"
        for row, line in enumerate(box.lines)
    )
    return (
        f'<g class="n k{label}" data-n="{place}" transform="translate({number(box.x)} {number(box.y)})">'
        f"<title>{kind}: {escape(plain(box.node.name))}</title>"
        f'<rect y="{number(-box.h / 2)}" width="{number(box.w)}" height="{number(box.h)}" rx="4"/>{texts}</g>'
    )
