"""The page: parts put together, its policy and the hashes that the policy names."""

from __future__ import annotations

import base64
import functools
import hashlib
from pathlib import Path

from exograph.questions.answer import Answer
from exograph.views import names
from exograph.views.html import data, parts
from exograph.views.html.layout import Drawing, draw
from exograph.views.html.select import Selection, select
from exograph.views.html.svg import drawing_svg, headings_svg

_FOLDER = Path(__file__).resolve().parent
SCRIPTS = ("state.js", "draw.js", "panel.js", "list.js", "export.js", "page.js")  # one closure, in this order


def page(answer: Answer) -> str:
    """The whole self-contained page of an answer; the same answer gives the same text."""
    selection = select(answer.paths)
    drawing = draw(answer.paths, selection.drawn, answer.facts)
    style, script = _style(), _script()
    body = "\n".join(_body(answer, selection, drawing))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{parts.text(parts.title(answer))} \u2013 exograph</title>
<style>{style}</style>
</head>
<body>
{body}
<script type="application/json" id="data">{data.script_json(data.document(answer, selection, drawing))}</script>
<script>{script}</script>
</body>
</html>
"""


def _body(answer: Answer, selection: Selection, drawing: Drawing) -> list[str]:
    shown = bool(drawing.boxes)
    lines = [f'<header class="top">{parts.header(answer)}</header>', "<main>", parts.nothing(answer)]
    if shown:
        lines += ['<div id="bar" class="bar" hidden></div>', '<div class="stage">', '<div class="graph">']
        lines += [parts.cut(selection, len(answer.paths))]
        lines += ['<div id="scroll" class="scroll" tabindex="0" role="region" aria-label="Graph, scrolls">']
        lines += [headings_svg(drawing), drawing_svg(drawing, answer.paths), "</div>", parts.legend(answer), "</div>"]
        lines += ['<aside id="side" class="side" aria-label="Evidence" hidden></aside>', "</div>"]
    lines += [parts.facts(answer)]
    lines += _tables(answer)
    lines += ["</main>", f"<footer>{parts.footer(answer, _version())}</footer>"]
    return [line for line in lines if line]


def _tables(answer: Answer) -> list[str]:
    """The paths and what opposes them, under their own headings."""
    tables = [
        parts.table(members, heading, f"paths-{place}")
        for place, (heading, members) in enumerate(names.grouped(answer.paths))
    ]
    against = [path for path, _ in names.opposing(answer)]
    tables.append(parts.table(against, "Claims that oppose a shown one", "opposing"))
    found = [table for table in tables if table]
    return ['<section class="tables" aria-label="Tables">', *found, "</section>"] if found else []


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded; only the one style and the one script of this file may run."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@functools.cache
def _style() -> str:
    return (_FOLDER / "page.css").read_text(encoding="utf-8")


@functools.cache
def _script() -> str:
    """The script files as one closure, so that nothing of it is global."""
    joined = "\n".join((_FOLDER / name).read_text(encoding="utf-8").strip() for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{joined}\n}})();'


@functools.cache
def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("exograph")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "from source"
