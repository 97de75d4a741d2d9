"""What the script of the page reads: the answer as plain lists and texts, and the escaping that keeps it data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exograph.knowledge import kinds
from exograph.questions.answer import Answer, Fact, Paper, Path, PathNode
from exograph.views import line, names
from exograph.views.html import words
from exograph.views.html.labels import plain
from exograph.views.html.layers import Key
from exograph.views.html.layout import Drawing
from exograph.views.html.select import Selection

_VERBS = ["", *sorted(set(words.VERBS.values()))]
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"}


def document(answer: Answer, selection: Selection, drawing: Drawing, grouped: Mapping[Key, PathNode]) -> dict[str, Any]:
    """Nodes by number (drawn ones first, in the numbers of the drawing), claims, opposing claims, facts.

    What the page's table says of a claim (line, sentence, summary, paper, model, species) the script reads there.
    """
    nodes = {box.node.key: box.node for box in drawing.boxes}
    for path in (*answer.paths, *answer.opposing):
        for node in path.nodes:
            nodes.setdefault(node.key, node)
    number = {key: place for place, key in enumerate(nodes)}
    page = _Page(number, {path.claim: place for place, path in enumerate((*answer.paths, *answer.opposing))}, grouped)
    drawn = set(selection.drawn)
    other_source = {path.claim: marked for path, marked in names.opposing(answer)}
    return {
        "question": answer.question,
        "release": answer.release,
        "verbs": _VERBS,
        "kinds": {kind.label: kind.heading for kind in kinds.CHAIN},
        "changing": [kind.label for kind in kinds.CHAIN if kind.changes],
        "nodes": [[node.label, node.id, node.name] for node in nodes.values()],
        "boxes": len(drawing.boxes),
        "claims": [_claim(path, page, i in drawn) for i, path in enumerate(answer.paths)],
        "opposing": [
            {**_claim(path, page, False), "other_source": other_source[path.claim]} for path in answer.opposing
        ],
        "facts": [_fact(fact, number) for fact in answer.facts],
    }


@dataclass(frozen=True, slots=True)
class _Page:
    """Numbers of nodes and claims on the page, and the box that stands for a preparation."""

    nodes: Mapping[Key, int]
    claims: Mapping[str, int]
    grouped: Mapping[Key, PathNode]


def _claim(path: Path, page: _Page, drawn: bool) -> dict[str, Any]:
    """What the script needs of a claim; what is empty or usual (reported, vesicles) is left out."""
    keys = [node.key for node in path.nodes]
    keys += [page.grouped[key].key for key in keys if key in page.grouped]
    record = {
        "kind": "" if path.kind == "reported" else path.kind,
        "effect": path.effect,
        "sign": path.sign,
        "mechanism": line.mechanism(path),
        "nodes": [page.nodes[key] for key in dict.fromkeys(keys) if key in page.nodes],
        "steps": [_step(step, page) for step in words.steps(path)],
        "given": "" if path.given == names.VESICLES else path.given,
        "versus": path.versus,
        "loaded": path.loaded,
        "origin": "" if path.origin == "exograph" else path.origin,
        "paper": _paper(path.paper),
        "markers": [[marker.node.name, marker.direction] for marker in path.markers],
        "modalities": list(path.modalities),
        "opposers": [page.claims[claim] for claim in path.opposed_by if claim in page.claims],
        "joins": list(path.joins),
        "undrawn": not drawn,
    }
    # a sign of 0 is said; an empty text is not
    return {key: value for key, value in record.items() if value or key == "sign"}


def _step(step: words.Step, page: _Page) -> list[Any]:
    """[number of the verb, sign, nodes, running sign], and on a derived step what the last molecule does alone."""
    nodes = [page.nodes[node.key] for node in step.nodes]
    record: list[Any] = [_VERBS.index(step.verb), step.sign, nodes, step.running or 0]
    return [*record, step.alone] if step.derived else record


def _paper(paper: Paper) -> dict[str, Any]:
    record = {
        "cite": citation(paper),
        "year": paper.year,
        "status": "" if paper.status == "ok" else paper.status,
        "status_page": paper.status_page,
        "status_url": safe_url(paper.status_page),
    }
    return {key: value for key, value in record.items() if value not in ("", None)}


def _fact(fact: Fact, number: Mapping[Key, int]) -> dict[str, Any]:
    return {
        "source": number[fact.source.key],
        "verb": words.verb(fact.edge.type),
        "target": number[fact.target.key],
        "origin": fact.edge.origin,
        "action": fact.action,
        "url": safe_url(fact.source_page),
    }


def citation(paper: Paper) -> str:
    """`Lou G. J Hematol Oncol 2015. doi:10.1186/... PMID:26514126`: what we hold, ready to paste."""
    parts = [plain(paper.first_author), f"{plain(paper.journal)} {paper.year or ''}".strip()]
    ids = [f"doi:{plain(paper.doi)}" if paper.doi else "", f"PMID:{plain(paper.pmid)}" if paper.pmid else ""]
    ids.append(f"PMCID:{plain(paper.pmcid)}" if paper.pmcid else "")
    head = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{head}. {' '.join(part for part in ids if part)}".strip(". ") or plain(paper.id)


def safe_url(url: str) -> str:
    """`url` if it is a web address that may become a link, else nothing."""
    clean = url.strip()
    printable = clean.isprintable() and not any(char in clean for char in " \"'<>\\")
    return clean if printable and clean.lower().startswith(("https://", "http://")) else ""


def script_json(value: Any) -> str:
    """JSON that cannot end its script element, whatever stands in it; invisible characters are taken out of texts."""
    text = json.dumps(_visible(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return "".join(_ESCAPES.get(char, char) for char in text)


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _visible(item) for key, item in value.items()}
    return [_visible(item) for item in value] if isinstance(value, (list, tuple)) else value
