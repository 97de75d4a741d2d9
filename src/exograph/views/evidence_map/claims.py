"""The claims of the map, row by row: what a cell leads to, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exograph.questions.answer import Path
from exograph.questions.evidence_map import EvidenceMap, Key
from exograph.views import line, names
from exograph.views.evidence_map import words
from exograph.views.html.parts import EFFECT_CLASS, EFFECT_GLYPH, arrows, link, text
from exograph.views.prose import sentence


def sections(found: EvidenceMap, links: Mapping[Key, str]) -> str:
    """One section a row with its claims; each claim names the columns where it stands."""
    paths = {path.claim: path for path in found.claims}
    columns: dict[int, dict[str, list[int]]] = {}
    for cell in found.cells:
        for claim in cell.claims:
            columns.setdefault(cell.row, {}).setdefault(claim, []).append(cell.column)
    parts = [_section(found, row, columns.get(row, {}), paths, links) for row in range(len(found.rows))]
    title = f"The claims, by {words.NOUNS[found.row_kind]}"
    return f'<section id="claims" class="rows"><h2>{title}</h2>{"".join(parts)}</section>'


def _section(
    found: EvidenceMap, row: int, held: Mapping[str, list[int]], paths: Mapping[str, Path], links: Mapping[Key, str]
) -> str:
    # by the first column, so that what belongs together stands together
    order = sorted(held, key=lambda claim: (held[claim][0], -paths[claim].sign, claim))
    items = "".join(_item(found, paths[claim], held[claim]) for claim in order)
    term = found.rows[row]
    below = f" <small>Rows of their own: {text(', '.join(term.narrower))}.</small>" if term.narrower else ""
    name = text(words.called(found, "row", row))
    if (term.label, term.id) in links:
        name = f'<a href="{text(links[term.label, term.id])}">{name}</a>'
    return f'\n<section id="r{row}" data-r="{row}"><h3>{name}</h3>{below}<ul class="claims">{items}</ul></section>'


def _item(found: EvidenceMap, path: Path, columns: Iterable[int]) -> str:
    at = list(columns)
    beside = ", ".join(words.called(found, "column", column) for column in at)
    chip = f'<span class="chip {EFFECT_CLASS[path.sign]}">{EFFECT_GLYPH[path.sign]} {text(path.effect)}</span>'
    paper = f"{text(names.paper_name(path.paper))} {link(names.paper_id(path.paper), path.paper.url)}"
    if names.status(path.paper):
        paper += f' <strong class="status">{text(path.paper.status)}</strong>'
    facts = [text(part) for part in (path.model, path.species) if part]
    if path.given != names.VESICLES:
        facts.append(f"given: {text(path.given)}")
    if path.loaded:
        facts.append("loaded with the drug itself")
    if path.opposed_by:
        facts.append(f"opposed by {len(path.opposed_by)}")
    told = " \u00b7 ".join([paper, *facts])
    way = f'<p class="way">{arrows(text(line.chain(path)))}</p>'
    return (
        f'\n<li data-cols=" {" ".join(map(str, at))} "><p>{chip} <b class="beside">{text(beside)}</b></p>'
        f'<p class="sentence">{text(sentence(path))}</p>{way}<p class="from">{told}</p></li>'
    )
