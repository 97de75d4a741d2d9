"""What the script of the page reads: the answer as plain lists and texts, and the escaping that keeps it data."""

from __future__ import annotations

import json
from typing import Any

from exograph.questions.answer import Answer, Fact, Paper, Path
from exograph.views import line, names
from exograph.views.html import words
from exograph.views.html.labels import plain
from exograph.views.html.layout import Drawing
from exograph.views.html.select import Selection
from exograph.views.prose import sentence

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029", "'": "\\u0027"}


def document(answer: Answer, selection: Selection, drawing: Drawing) -> dict[str, Any]:
    """Nodes by number (drawn ones first, in the numbers of the drawing), claims, opposing claims, facts."""
    nodes = {box.node.key: box.node for box in drawing.boxes}
    for path in (*answer.paths, *answer.opposing):
        for node in path.nodes:
            nodes.setdefault(node.key, node)
    number = {key: place for place, key in enumerate(nodes)}
    drawn = set(selection.drawn)
    other_source = {path.claim: marked for path, marked in names.opposing(answer)}
    return {
        "question": answer.question,
        "release": answer.release,
        "nodes": [[node.label, node.id, plain(node.name)] for node in nodes.values()],
        "boxes": len(drawing.boxes),
        "claims": [_claim(path, number, i in drawn) for i, path in enumerate(answer.paths)],
        "opposing": [
            {**_claim(path, number, False), "other_source": other_source[path.claim]} for path in answer.opposing
        ],
        "facts": [_fact(fact, number) for fact in answer.facts],
    }


def _claim(path: Path, number: dict[tuple[str, str], int], drawn: bool) -> dict[str, Any]:
    record = {
        "id": path.claim,
        "kind": path.kind,
        "effect": path.effect,
        "sign": path.sign,
        "family": path.family,
        "line": line.one_line(path),
        "says": line.effect(path),
        "sentence": sentence(path),
        "nodes": [number[node.key] for node in path.nodes],
        "steps": [_step(step, number) for step in words.steps(path)],
        "given": path.given,
        "versus": path.versus,
        "loaded": path.loaded,
        "model": path.model,
        "species": path.species,
        "summary": path.summary,
        "origin": path.origin,
        "paper": _paper(path.paper),
        "markers": [[plain(marker.node.name), marker.direction] for marker in path.markers],
        "modalities": list(path.modalities),
        "opposed_by": list(path.opposed_by),
        "joins": list(path.joins),
        "drawn": drawn,
    }
    return {key: value for key, value in record.items() if value not in ("", [], None, False)}


def _step(step: words.Step, number: dict[tuple[str, str], int]) -> list[Any]:
    """[verb, sign, [[node, amount], ...], derived, what the last molecule does alone]"""
    reached = [[number[node.key], words.amount(node, step.running)] for node in step.nodes]
    return [step.verb, step.sign, reached, step.derived, step.alone]


def _paper(paper: Paper) -> dict[str, Any]:
    record = {
        "name": names.paper_name(paper),
        "id": names.paper_id(paper),
        "cite": citation(paper),
        "url": safe_url(paper.url),
        "year": paper.year,
        "status": "" if paper.status == "ok" else paper.status,
        "status_page": paper.status_page,
        "status_url": safe_url(paper.status_page),
    }
    return {key: value for key, value in record.items() if value not in ("", None)}


def _fact(fact: Fact, number: dict[tuple[str, str], int]) -> dict[str, Any]:
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
    """JSON that cannot end its script element, whatever stands in it. Lone surrogates become U+FFFD."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = "".join(_ESCAPES.get(char, char) for char in text)
    return text.encode("utf-8", "replace").decode("utf-8")
