"""One page a kind, with all its names; and the start page."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.knowledge.kinds import OF_LABEL
from exograph.questions.answer import Path
from exograph.questions.evidence_map import EvidenceMap
from exograph.questions.site_index import PAPER, Entry, SiteIndex
from exograph.views import names
from exograph.views.evidence_map import words
from exograph.views.html.parts import text
from exograph.views.site import addresses, parts
from exograph.views.site.frame import SEARCH, Frame

_SHOWN = 7  # names of a kind on the start page


def kind_page(frame: Frame, label: str) -> str:
    """All entries of a kind."""
    index, file = frame.index, addresses.of_kind(label)
    found = index.of(label) if label != PAPER else _papers(index)
    kind = OF_LABEL[label]
    head = f'<header class="top"><h1>{kind.headings}</h1><p class="reply">{kind.about}</p></header>'
    table = _papers_table(found, index, file) if label == PAPER else _table(found, index, file)
    return frame.page(file, kind.headings, f"{head}\n<main>{table}</main>")


def _papers(index: SiteIndex) -> list[Entry]:
    """The newest first."""
    found = [entry for entry in index.entries.values() if entry.label == PAPER]
    return sorted(found, key=lambda entry: (-_year(entry), parts.label(entry).casefold(), entry.id))


def _year(entry: Entry) -> int:
    return (entry.paper.year or 0) if entry.paper else 0


def _head(*columns: str) -> str:
    cells = "".join(f'<th scope="col">{column}</th>' for column in columns)
    return f"<thead><tr>{cells}</tr></thead>"


def _table(found: Sequence[Entry], index: SiteIndex, file: str) -> str:
    rows = []
    for entry in found:
        paths = _paths(entry, index)
        more = f"{len(entry.claims)}" if len(entry.claims) != entry.own else ""
        own = f"{entry.own}" + (f" + {len(entry.measured)} measured" if entry.measured else "")
        rows.append(
            f'<tr><th scope="row">{parts.link_to(entry, file)}</th><td class="num">{entry.papers}</td><td>{own}</td>'
            f"<td>{more}</td><td>{parts.balance(paths)}</td></tr>"
        )
    kind = OF_LABEL[found[0].label].heading if found else ""
    columns = _head(kind, "Papers", "Claims", "With related terms", "Effect")
    return f'<div class="wide"><table class="index">{columns}<tbody>{"".join(rows)}</tbody></table></div>'


def _papers_table(found: Sequence[Entry], index: SiteIndex, file: str) -> str:
    rows = []
    for entry in found:
        assert entry.paper is not None
        status = names.status(entry.paper) and f' <strong class="status">{text(entry.paper.status)}</strong>'
        rows.append(
            f'<tr><th scope="row">{parts.link_to(entry, file)}{status}</th><td>{text(entry.paper.journal)}</td>'
            f"<td>{text(names.paper_id(entry.paper))}</td><td>{len(entry.claims)}</td>"
            f"<td>{parts.balance(_paths(entry, index))}</td></tr>"
        )
    columns = _head(OF_LABEL[PAPER].heading, "Journal", "Identifier", "Claims", "Effect")
    return f'<div class="wide"><table class="index">{columns}<tbody>{"".join(rows)}</tbody></table></div>'


def _paths(entry: Entry, index: SiteIndex) -> list[Path]:
    return [index.paths[place] for place in entry.claims]


def start_page(frame: Frame) -> str:
    """Search, what there is by kind, and the maps."""
    index = frame.index
    papers = names.plural(len({path.paper.id for path in index.paths}), "paper")
    head = (
        '<header class="top start"><h1>What MSC exosomes do in cancer therapy</h1><p class="reply">'
        f"{names.plural(len(index.paths), 'claim')} from {papers} on the vesicles of mesenchymal stem / stromal cells: "
        "from which tissue, by which cargo and target, with what effect on tumour, treatment and immunity, and who "
        'reports it.</p><form id="find" role="search"><input type="search" id="q" name="q" '
        'aria-label="Search the site" autocomplete="off" spellcheck="false" aria-controls="results" '
        'placeholder="miR-21, TMZ, glioma, PTEN, bone marrow, a PMID \u2026">'
        '<noscript><p class="note">Search needs JavaScript; the lists below hold everything.</p></noscript></form>'
        '<ol id="results" class="results" aria-live="polite"></ol></header>'
    )
    cards = "".join(_card(index, label) for label in addresses.FOLDERS)
    body = f'{head}\n<main><section class="cards" aria-label="By kind">{cards}</section>{_maps(index)}</main>'
    return frame.page(addresses.START, "What MSC exosomes do in cancer therapy", body, scripts={SEARCH: ""})


def _card(index: SiteIndex, label: str) -> str:
    found = _papers(index) if label == PAPER else index.of(label)
    count = "newest first" if label == PAPER else "papers"
    items = "".join(
        f"<li>{parts.link_to(entry, addresses.START)}{'' if label == PAPER else f'<small>{entry.papers}</small>'}</li>"
        for entry in found[:_SHOWN]
    )
    address = addresses.of_kind(label)
    return (
        f'<section class="card"><h2><a href="{address}">{OF_LABEL[label].headings}</a> <small>{len(found)}</small></h2>'
        f'<ul aria-label="{count}">{items}</ul><p class="all"><a href="{address}">all {len(found)}</a></p></section>'
    )


def _called(found: EvidenceMap) -> str:
    rows, columns = words.PLURALS[found.row_kind], words.PLURALS[found.column_kind]
    return f"{rows[0].upper()}{rows[1:]} by {columns}"


def _maps(index: SiteIndex) -> str:
    items = "".join(
        f'<li><a href="{addresses.of_map(found.row_kind, found.column_kind)}">{_called(found)}</a></li>'
        for found in index.maps
        if found.cells
    )
    if not items:
        return ""
    return (
        '<section class="maps"><h2>Evidence maps</h2><p class="note">How many papers, in which direction, and where '
        f"nothing is reported.</p><ul>{items}</ul></section>"
    )
