"""All files of the site, in order: the same index gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from exograph.knowledge.kinds import OF_LABEL
from exograph.questions.site_index import Entry, SiteIndex
from exograph.views import names
from exograph.views.evidence_map import page as map_page
from exograph.views.html.document import SCRIPTS
from exograph.views.html.labels import plain
from exograph.views.html.shell import STYLE, closure, lean
from exograph.views.site import addresses, entry, lists, parts
from exograph.views.site.frame import EXPLORER, SEARCH, Frame
from exograph.views.site.frame import STYLE as STYLE_FILE

_FOLDER = Path(__file__).resolve().parent


def pages(index: SiteIndex) -> Iterator[tuple[str, str]]:
    """(file, text) of everything; files are named from the site's top."""
    frame = Frame(index)
    yield STYLE_FILE, f"{lean(STYLE)}\n{lean(_FOLDER / 'site.css')}\n"
    yield EXPLORER, f"{closure(SCRIPTS)}\n{closure([_FOLDER / 'site.js'])}\n"
    yield SEARCH, f"{closure([_FOLDER / 'search.js']).replace('INDEX_OF_THE_SITE', _search(index))}\n"
    yield addresses.START, lists.start_page(frame)
    for label in addresses.FOLDERS:
        yield addresses.of_kind(label), lists.kind_page(frame, label)
    for found in index.maps:
        if found.cells:
            file = addresses.of_map(found.row_kind, found.column_kind)
            links = {one.key: addresses.relative(addresses.of_entry(one), file) for one in index.entries.values()}
            yield file, map_page(found, home=f"../{addresses.START}", links=links)
    for one in index.entries.values():
        yield addresses.of_entry(one), entry.page(frame, one)


def _search(index: SiteIndex) -> str:
    """What the start page searches: [name, kind, address, other names, number of papers], most papers first."""
    kinds = list(addresses.FOLDERS)
    found = list(index.entries.values())
    found.sort(key=lambda one: (-one.papers, kinds.index(one.label), one.name.casefold(), one.id))
    rows = [
        [plain(parts.label(one)), OF_LABEL[one.label].heading, addresses.of_entry(one), _others(one), one.papers]
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=True, separators=(",", ":"))


def _others(one: Entry) -> str:
    if one.paper is None:
        return "; ".join(plain(name) for name in (*one.synonyms, one.id))
    paper = one.paper
    held = (names.paper_id(paper), paper.doi, paper.pmcid, paper.journal, paper.first_author)
    return "; ".join(plain(text) for text in dict.fromkeys(held) if text)
