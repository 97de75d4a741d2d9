"""Pieces that several pages of the site share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from exograph.knowledge.kinds import OF_LABEL
from exograph.questions.answer import Path
from exograph.questions.site_index import PAPER, Entry, Key, SiteIndex
from exograph.views import line, names
from exograph.views.html.parts import EFFECT_CLASS, EFFECT_GLYPH, arrows, link, text
from exograph.views.prose import sentence
from exograph.views.site import addresses

DOT = " \u00b7 "
GLYPHS = {1: "+", -1: "\u2212", 0: "\u25cb"}
_BAR = 90  # px, a bar of a list
_NAMES_SHOWN = 24  # in the list of what a page's claims name


def link_to(entry: Entry, page: str) -> str:
    """A link to the page of an entry."""
    return f'<a href="{addresses.relative(addresses.of_entry(entry), page)}">{text(label(entry))}</a>'


def label(entry: Entry) -> str:
    """What an entry is called: a name, or `Lou G 2015` for a paper."""
    if entry.paper is None:
        return entry.name
    year = f" ({entry.paper.year})" if entry.paper.year else ""
    return names.paper_name(entry.paper) if entry.paper.first_author else f"{names.paper_id(entry.paper)}{year}"


def signs(paths: Iterable[Path]) -> str:
    """How many claims help, hinder and change nothing, as chips."""
    counted = Counter(path.sign for path in paths)
    told = {1: ("helps", "help"), -1: ("hinders", "hinder"), 0: ("no effect", "no effect")}
    return " ".join(
        f'<span class="chip {EFFECT_CLASS[sign]}">{GLYPHS[sign]} {counted[sign]} {said[counted[sign] > 1]}</span>'
        for sign, said in told.items()
        if counted[sign]
    )


def balance(paths: Sequence[Path]) -> str:
    """The same as a small bar of shares for lists; its numbers stand beside it."""
    counted = Counter(path.sign for path in paths)
    said = ", ".join(f"{GLYPHS[sign]} {counted[sign]}" for sign in (1, -1, 0) if counted[sign])
    unit, left, bars = _BAR / max(len(paths), 1), 0.0, ""
    for sign in (1, -1, 0):
        long = counted[sign] * unit
        bars += f'<rect class="ef {EFFECT_CLASS[sign]}" x="{left:.1f}" width="{long:.1f}" height="10"/>' if long else ""
        left += long
    bar = f'<svg class="bar10" width="{_BAR}" height="10" aria-hidden="true">{bars}</svg>'
    return f'{bar}<span class="bal">{text(said)}</span>'


def measured(paths: Iterable[Path], index: SiteIndex, page: str, key: Key) -> str:
    """Claims that only measured a gene, in sentences, each with its paper and which way the gene went."""
    return f'<ul class="claims">{"".join(_measured(path, index, page, key) for path in paths)}</ul>'


def _measured(path: Path, index: SiteIndex, page: str, key: Key) -> str:
    found = [f"{marker.node.name} {marker.direction}" for marker in path.markers if marker.node.key == key]
    chip = f'<span class="chip {EFFECT_CLASS[path.sign]}">{EFFECT_GLYPH[path.sign]} {text(path.effect)}</span>'
    told = [link_to(index.entries[PAPER, path.paper.id], page), link(names.paper_id(path.paper), path.paper.url)]
    told += [text(part) for part in (path.model, path.species) if part]
    told += [f"given: {text(path.given)}"] if path.given != names.VESICLES else []
    return (
        f'<li><p>{chip} <b class="beside">{text(", ".join(found))}</b></p>'
        f'<p class="sentence">{text(sentence(path))}</p><p class="way">{arrows(text(line.chain(path)))}</p>'
        f'<p class="from">{DOT.join(told)}</p></li>'
    )


def linked_names(paths: Sequence[Path], index: SiteIndex, page: str, here: Key) -> str:
    """What these claims name, by kind and with the number of claims, each a link; and their papers."""
    counted: Counter[Key] = Counter()
    for path in paths:
        counted.update({node.key for node in path.nodes} | {(PAPER, path.paper.id)})
    rows = []
    for kind in addresses.FOLDERS:
        found = [index.entries[key] for key in counted if key[0] == kind and key != here and key in index.entries]
        found.sort(key=lambda entry: (-counted[entry.key], label(entry).casefold(), entry.id))
        if found:
            rows.append(f"<dt>{OF_LABEL[kind].headings}</dt><dd>{_links(found, counted, page)}</dd>")
    return f'<section class="named"><h2>What these claims name</h2><dl>{"".join(rows)}</dl></section>' if rows else ""


def _links(found: Sequence[Entry], counted: Counter[Key], page: str) -> str:
    shown = [_link(entry, counted[entry.key], page) for entry in found]
    if len(shown) <= _NAMES_SHOWN:
        return " ".join(shown)
    rest = " ".join(shown[_NAMES_SHOWN:])
    more = f"<details><summary>{len(shown) - _NAMES_SHOWN} more</summary>{rest}</details>"
    return f"{' '.join(shown[:_NAMES_SHOWN])} {more}"


def _link(entry: Entry, count: int, page: str) -> str:
    return f'<span class="tagged">{link_to(entry, page)}<small>{count}</small></span>'
