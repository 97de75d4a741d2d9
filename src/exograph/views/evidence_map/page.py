"""The evidence map as one self-contained HTML page: the same map gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exograph import __version__
from exograph.questions.evidence_map import EvidenceMap, Key
from exograph.views.evidence_map import claims, grid, words
from exograph.views.html.parts import text
from exograph.views.html.shell import STYLE, closure, lean, shell

_FOLDER = Path(__file__).resolve().parent


def page(found: EvidenceMap, *, home: str = "", links: Mapping[Key, str] | None = None) -> str:
    """The page. Within a site, `home` is the address of its start page, `links` are those of the rows' own pages."""
    body = [f'<header class="top">{_header(found, home)}</header>', "<main>", *_main(found, links or {}), "</main>"]
    body.append(f"<footer>{_footer(found)}</footer>")
    script = closure([_FOLDER / "map.js"]) if found.cells else ""
    style = f"{lean(STYLE)}\n{lean(_FOLDER / 'map.css')}"
    return shell(words.title(found), "\n".join(part for part in body if part), style=style, script=script)


def _header(found: EvidenceMap, home: str) -> str:
    lines = [f'<p class="home"><a href="{text(home)}">exograph</a></p>'] if home else []
    lines.append(f"<h1>{text(words.title(found))}</h1>")
    if words.filters(found):
        lines.append(f'<p class="understood"><span class="tag">narrowed to</span> {text(words.filters(found))}</p>')
    if found.nothing is None:
        lines.append(f'<p class="reply">{text(words.summary(found))}</p>')
        lines.append(f'<p class="note">{text(" ".join(words.reading(found)))}</p>')
    return "\n".join(lines)


def _main(found: EvidenceMap, links: Mapping[Key, str]) -> list[str]:
    if found.nothing is not None:
        return [_nothing(found)]
    cut = grid.cut(found)
    return [
        '<div id="bar" class="bar" hidden></div>',
        '<div class="stage"><div class="graph">',
        f'<p class="cut" role="note">{text(cut)}</p>' if cut else "",
        '<div class="scroll" id="scroll" tabindex="0" role="region" aria-label="Evidence map, scrolls">',
        grid.table(found),
        f"</div>{_legend()}</div>",
        '<aside id="side" class="side" aria-label="Claims of a cell" hidden></aside></div>',
        claims.sections(found, links),
    ]


def _nothing(found: EvidenceMap) -> str:
    assert found.nothing is not None
    near = "".join(f"<li>{text(one.text)}<br><code>{text(one.command)}</code></li>" for one in found.nothing.nearest)
    listed = f"<p>Nearest things that do exist:</p><ul>{near}</ul>" if near else ""
    return f'<section class="nothing"><h2>Nothing reported</h2><p>{text(found.nothing.why)}</p>{listed}</section>'


def _legend() -> str:
    marks = [
        f'<li><span class="key {words.CLASSES[direction]} d2">{words.GLYPHS[direction]}</span>{text(meaning)}</li>'
        for direction, meaning in words.MEANINGS.items()
    ]
    shades = "".join(
        f'<span class="key up d{shade}">{label}</span>' for shade, label in enumerate(("1", "2", "3\u20134", "5+"), 1)
    )
    gap = '<li><span class="key gap"></span>a gap: no claim names both</li>'
    return f'<ul class="legend" aria-label="Legend">{"".join(marks)}{gap}<li class="shades">{shades} papers</li></ul>'


def _footer(found: EvidenceMap) -> str:
    left_out = words.left_out(found)
    made = [f"data {text(found.release)}" if found.release else ""]
    made += [f'<abbr title="{text(found.sha256)}">sha256 {text(found.sha256[:12])}</abbr>' if found.sha256 else ""]
    made += [f"exograph {text(__version__)}"]
    lines = [f'<p class="hidden">Not shown: {text(left_out)}.</p>'] if left_out else []
    joined = " \u00b7 ".join(part for part in made if part)
    lines.append(f'<p class="made">{joined}</p>')
    lines.append('<p class="made">A claim is one experiment in one paper. Not medical advice.</p>')
    return "\n".join(lines)
