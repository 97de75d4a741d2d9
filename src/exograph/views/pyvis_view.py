"""The second renderer: pyvis, for those who want to drag nodes. Hardened, since pyvis by itself is not.

pyvis 0.3.2 asks two servers for bootstrap even with its resources in line, lets texts of nodes through as markup, and
lays out by simulated springs. Here positions come from our own layout, physics is off, texts carry no markup, remote
and foreign tags are taken out, and a policy by hashes lets nothing else run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from exograph import __version__
from exograph.errors import UsageError
from exograph.knowledge.kinds import heading
from exograph.questions.answer import Answer
from exograph.views.html import parts, said
from exograph.views.html.condense import condense
from exograph.views.html.labels import plain
from exograph.views.html.layout import Box, Drawing, draw
from exograph.views.html.route import Strand
from exograph.views.html.select import Selection, select
from exograph.views.html.words import verb
from exograph.views.line import one_line
from exograph.views.made import GENERATOR

if TYPE_CHECKING:
    from pyvis.network import Network

INSTALL = "pip install 'exograph[pyvis]'"
STRETCH = 1.5  # vis-network's own font is larger than the page's
COLOURS = {"up": "#00609c", "down": "#b84a00", "any": "#6a6f76", "good": "#00694d", "bad": "#95306b", "box": "#ffffff"}
EFFECTS = {1: ("+", COLOURS["good"]), -1: ("\u2212", COLOURS["bad"]), 0: ("0", COLOURS["any"])}
OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": True},
    "edges": {"smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.4}},
    "nodes": {
        "shape": "box",
        "margin": 7,
        "borderWidth": 1,
        "font": {"face": "Helvetica, Arial, sans-serif", "size": 15},
    },
}
STYLE = """body{font:15px/1.5 Helvetica,Arial,sans-serif;margin:20px 26px;color:#1d2126;background:#fbfaf7}
h1{font:600 1.6rem Georgia,serif;margin:0 0 6px}a{color:#00558a}
#mynetwork{height:78vh;width:100%;border:1px solid #dcd9d1;border-radius:10px;background:#fff}
.legend-line{color:#5b626b;font-size:.86rem}caption{text-align:left;font-weight:600}small{display:block;color:#5b626b}
table{border-collapse:collapse;font-size:.86rem;margin-top:20px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid #dcd9d1;font-weight:400}"""
LEGEND = (
    "Drag the boxes. Blue arrow: activates; orange dashed bar: represses; grey: no direction. "
    "+ and \u2212 on a last edge: the claim's net effect. Point at an edge to read its claim. "
    "Edges that meet in a box need not be one path."
)


def to_pyvis(answer: Answer) -> Network:
    """The answer as a pyvis Network: a node for each box, an edge for each claim and hop, placed, physics off.

    Raises UsageError where pyvis is not installed.
    """
    drawing, _ = _drawing(answer)
    return _network(answer, drawing)


def page(answer: Answer) -> str:
    """One self-contained HTML page drawn by pyvis; no request, no script of a name runs. UsageError without pyvis."""
    drawing, selection = _drawing(answer)
    made = _network(answer, drawing).generate_html(notebook=False)
    styles, scripts = _inline(made, "style"), _inline(made, "script")
    head = [f"<style>{style}</style>" for style in [*styles[:1], STYLE]]
    run = [f"<script>{script}</script>" for script in scripts]
    policy = (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes([*styles[:1], STYLE])}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    order = {path.claim: place for place, path in enumerate(answer.paths)}
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">{GENERATOR}'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_title(answer)}</title>',
            *head,
            f"</head><body><header>{said.header(answer)}</header><main>{said.nothing(answer)}{said.beside(answer)}",
            parts.cut(selection, len(answer.paths)),
            f'<p class="legend-line">{escape(LEGEND)}</p>',
            '<div id="mynetwork" role="img" aria-label="Graph of the paths"></div>',
            parts.table(answer.paths, "The paths", "paths", order),
            f"</main><footer>{parts.footer(answer, __version__)}</footer>",
            *run,
            "</body></html>\n",
        ]
    )


def _title(answer: Answer) -> str:
    return parts.text(f"{said.title(answer)} \u2013 exograph")


def _drawing(answer: Answer) -> tuple[Drawing, Selection]:
    selection = select(answer.paths)
    return draw(condense(answer.paths)[0], selection.drawn, answer.facts), selection


def _network(answer: Answer, drawing: Drawing) -> Network:
    try:
        from pyvis.network import Network
    except ModuleNotFoundError as missing:
        raise UsageError("the pyvis renderer needs pyvis, which is not installed", hint=INSTALL) from missing
    network = Network(directed=True, notebook=False, cdn_resources="in_line", height="78vh", width="100%")
    network.set_options(json.dumps(OPTIONS))
    for place, box in enumerate(drawing.boxes):
        network.add_node(place, **_node(box))
    for strand in drawing.strands:
        if strand.edge is not None:
            network.add_edge(strand.source, strand.target, **_edge(strand, answer))
    return network


def _inert(text: str) -> str:
    """A text without markup: vis-network may read titles as HTML, so nothing in them may look like a tag."""
    return plain(text).replace("<", "\u2039").replace(">", "\u203a").replace("&", "+")


def _node(box: Box) -> dict[str, Any]:
    kind = heading(box.node.label)
    return {
        "label": _inert("\n".join(box.lines)) if len(box.lines) == 1 else "\n".join(map(_inert, box.lines)),
        "title": _inert(f"{kind}: {box.node.name} ({box.node.id})"),
        "x": round((box.x + box.w / 2) * STRETCH, 1),
        "y": round(box.y * STRETCH, 1),
        "shape": "box",
        "color": {
            "background": COLOURS["box"],
            "border": "#8a8d92",
            "highlight": {"background": "#fff3d1", "border": "#8a6100"},
        },
    }


def _edge(strand: Strand, answer: Answer) -> dict[str, Any]:
    edge = strand.edge
    assert edge is not None  # a role without an edge is not drawn here
    said = verb(edge.type)
    if strand.claim < 0:
        return {
            "title": _inert(f"{said}, {edge.origin}: not part of a path"),
            "color": COLOURS["any"],
            "dashes": [1, 5],
        }
    path = answer.paths[strand.claim]
    look: dict[str, Any] = {"title": _inert(f"{one_line(path)} [{path.claim}]"), "color": "#a5a69f", "width": 1.5}
    if strand.effect is not None:
        glyph, colour = EFFECTS[strand.effect]
        look |= {"label": glyph, "font": {"color": colour, "size": 20, "strokeWidth": 4}}
    elif edge.sign == 1:
        look |= {"color": COLOURS["up"], "width": 2}
    elif edge.sign == -1:
        bar = {"to": {"enabled": True, "type": "bar", "scaleFactor": 0.7}}
        look |= {"color": COLOURS["down"], "width": 2, "dashes": [8, 3], "arrows": bar}
    if path.kind == "assembled":
        look["dashes"] = [3, 6]
    return look


def _inline(made: str, tag: str) -> list[str]:
    """The contents of pyvis' own inline elements, in order; those that name a source elsewhere are dropped."""
    uncommented = "".join(_outside_comments(made))
    found = re.findall(rf"<{tag}(?P<attributes>[^>]*)>(?P<body>.*?)</{tag}>", uncommented, re.DOTALL)
    return [body for attributes, body in found if "src" not in attributes and body.strip()]


def _outside_comments(made: str) -> Iterator[str]:
    """pyvis' template has HTML comments with tags in them; scripts may hold `<!--` too and are passed whole."""
    for piece in re.split(r"(<script\b[^>]*>.*?</script>)", made, flags=re.DOTALL):
        yield (
            piece
            if piece.startswith("<script") and "src=" not in piece[:200]
            else re.sub(r"<!--.*?-->", "", piece, flags=re.DOTALL)
        )


def _hashes(texts: list[str]) -> str:
    # a page is read with line feeds alone, and hashes are taken of what is read
    digests = (hashlib.sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)
