"""The page of a name or a paper: what is reported of it, drawn, in sentences, and what opposes it."""

from __future__ import annotations

import shlex

from exograph.knowledge.kinds import OF_LABEL
from exograph.questions.answer import Answer, Paper
from exograph.questions.site_index import PAPER, Entry, Key, SiteIndex
from exograph.views import names
from exograph.views.html.data import citation, script_json
from exograph.views.html.document import explore
from exograph.views.html.labels import plain
from exograph.views.html.parts import link, text
from exograph.views.prose import paragraph
from exograph.views.site import addresses, parts
from exograph.views.site.frame import EXPLORER, Frame

_SYNONYMS = 12
_LONG = 480  # characters of an answer in words that are shown at once
_PMC = "https://www.ncbi.nlm.nih.gov/pmc/articles/"
_TWINS = {"Cargo": "Gene", "Gene": "Cargo"}


def page(frame: Frame, entry: Entry) -> str:
    """The whole page of one entry."""
    index, file = frame.index, addresses.of_entry(entry)
    answer = index.answer(entry)
    explorer = explore(answer) if answer.paths else None
    measured = [index.paths[place] for place in entry.measured]
    body = [f'<header class="top">{_header(entry, answer, index, file)}</header>', "<main>"]
    body += explorer.body if explorer else []
    if measured:
        listed = parts.measured(measured, index, file, entry.key)
        body.append(f'<section class="rows"><h2>Only measured, as a marker</h2>{listed}</section>')
    body += [parts.linked_names((*answer.paths, *measured), index, file, entry.key), _command(entry), "</main>"]
    scripts = {}
    if explorer and explorer.record:
        scripts[EXPLORER] = explorer.record + _pages(answer, index, file)
    return frame.page(file, parts.label(entry), "\n".join(part for part in body if part), scripts=scripts)


def _header(entry: Entry, answer: Answer, index: SiteIndex, file: str) -> str:
    kind = OF_LABEL[entry.label].heading
    lines = [f'<p class="kind"><a href="{addresses.relative(addresses.of_kind(entry.label), file)}">{kind}</a></p>']
    lines.append(f"<h1>{text(parts.label(entry))}</h1>")
    lines += _of_paper(entry.paper) if entry.paper else _of_name(entry, index, file)
    if answer.paths:
        lines.append(f'<p class="signs">{parts.signs(answer.paths)}</p>')
        lines.append(_words(answer))
    else:
        lines.append('<p class="reply">It was only measured; no effect in the data is reported to run through it.</p>')
    return "\n".join(lines)


def _words(answer: Answer) -> str:
    """The answer in words; a long one, which cites many papers, is folded."""
    said = paragraph(answer)
    if len(said) <= _LONG:
        return f'<p class="reply">{text(said)}</p>'
    papers = len({path.paper.id for path in answer.paths})
    short = f"{names.plural(len(answer.paths), 'claim')} from {names.plural(papers, 'paper')}."
    folded = f'<details class="words"><summary>In words</summary><p>{text(said)}</p></details>'
    return f'<p class="reply">{short}</p>{folded}'


def _of_name(entry: Entry, index: SiteIndex, file: str) -> list[str]:
    also = ", ".join(entry.synonyms[:_SYNONYMS]) + (", \u2026" if len(entry.synonyms) > _SYNONYMS else "")
    lines = [f'<p class="understood"><code>{text(entry.id)}</code>{f" also called {text(also)}" if also else ""}</p>']
    lines += _kin("Broader", entry.broader, index, file)
    included = "Narrower, included here" if entry.label != "Cargo" else "With the arm, included here"
    lines += _kin(included, entry.narrower, index, file)
    if entry.narrower and entry.own < len(entry.claims):
        more = len(entry.claims) - entry.own
        lines.append(f'<p class="note">{entry.own} of the claims name it itself, {more} a related term.</p>')
    if entry.label == "Cargo" and entry.claims:
        rest = len(entry.claims) - entry.carried
        told = [f"carried by the vesicle in {names.plural(entry.carried, 'claim')}"] if entry.carried else []
        told += [f"further down the mechanism, or a related name, in {names.plural(rest, 'claim')}"] if rest else []
        lines.append(f'<p class="note">{text(names.listing(told).capitalize())}.</p>')
    twin = index.entries.get((_TWINS.get(entry.label, ""), entry.id))
    if twin:
        lines.append(f'<p class="note">Also a {OF_LABEL[twin.label].singular}: {parts.link_to(twin, file)}</p>')
    return lines


def _kin(what: str, keys: tuple[Key, ...], index: SiteIndex, file: str) -> list[str]:
    found = [parts.link_to(index.entries[key], file) for key in keys]
    return [f'<p class="note">{what}: {", ".join(found)}</p>'] if found else []


def _of_paper(paper: Paper) -> list[str]:
    links = [link(names.paper_id(paper), paper.url)]
    if paper.doi:
        links.append(link(f"doi {paper.doi}", f"https://doi.org/{paper.doi}"))
    if paper.pmcid:
        links.append(link(paper.pmcid, f"{_PMC}{paper.pmcid.removeprefix('PMC:')}/"))
    lines = [f'<p class="understood">{text(citation(paper))}</p>']
    lines.append(f'<p class="note">{parts.DOT.join(dict.fromkeys(links))}</p>')
    if names.status(paper):
        says = link(paper.status_page, paper.status_page)
        lines.append(f'<p class="warn" role="note"><strong>{text(paper.status)}</strong> {says}</p>')
    return lines


def _pages(answer: Answer, index: SiteIndex, file: str) -> str:
    """For the script: the page of each node of the drawing, and of each claim's paper."""
    keys = {node.key for path in (*answer.paths, *answer.opposing) for node in path.nodes}
    keys |= {fact_end.key for fact in answer.facts for fact_end in (fact.source, fact.target)}
    nodes = {
        plain("|".join(key)): addresses.relative(addresses.of_entry(index.entries[key]), file)
        for key in sorted(keys)
        if key in index.entries
    }
    papers = {
        plain(path.claim): addresses.relative(addresses.of_entry(index.entries[PAPER, path.paper.id]), file)
        for path in (*answer.paths, *answer.opposing)
    }
    record = script_json({"here": file.rpartition("/")[2], "nodes": nodes, "papers": papers})
    return f'<script type="application/json" id="pages">{record}</script>'


def _command(entry: Entry) -> str:
    """The same question at the command line."""
    if entry.label == PAPER or not entry.name.isprintable():
        return ""
    options = [OF_LABEL[entry.label].facet]
    if entry.label == "Cargo" and entry.carried < len(entry.claims):
        options = ["gene"] if not entry.carried else ["cargo", "gene"]
    name = text(shlex.quote(entry.name))
    said = " or ".join(f"<code>exograph mechanism --{option} {name}</code>" for option in options)
    return f'<p class="ask">At the command line: {said}</p>'
