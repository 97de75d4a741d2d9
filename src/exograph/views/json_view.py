"""An answer as JSON: the documented, versioned shape of answer.schema.json (docs/json.md explains it)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from exograph import __version__
from exograph.questions.answer import Answer, Fact, Offered, Paper, Path, PathEdge, PathNode, Reply, Understood
from exograph.views import line

SCHEMA_FILE = FilePath(__file__).with_name("answer.schema.json")

# what JSON leaves as it is and a terminal would obey: C1 controls, bidirectional and other invisible marks
_INVISIBLE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def document(answer: Answer) -> dict[str, Any]:
    """The answer as plain dicts and lists, ready for `json.dump`."""
    return {
        "exograph": __version__,
        "data": {"release": answer.release, "sha256": answer.sha256},
        "question": answer.question,
        "asked": answer.asked.document() if answer.asked else None,
        "text": answer.text,
        "command": list(answer.command),
        "readings": [_offered(one) for one in answer.readings],
        "understood": [_understood(taken) for taken in answer.understood],
        "paths": [path_document(path) for path in answer.paths],
        "answer": _reply(answer.reply),
        "opposing": [path_document(path) for path in answer.opposing],
        "facts": [_fact(found) for found in answer.facts],
        "hidden": {
            "retracted": answer.hidden.retracted,
            "loaded": answer.hidden.loaded,
            "background": answer.hidden.background,
            "over_limit": answer.hidden.over_limit,
        },
        "notes": list(answer.notes),
        "nothing": _nothing(answer),
    }


def text(answer: Answer) -> str:
    """The document as indented JSON with a newline at its end: the same answer gives the same bytes."""
    return dumps(document(answer))


def dumps(value: Any) -> str:
    """`value` as JSON that people can read, with whatever a terminal would obey written as `\\uXXXX`."""
    return _INVISIBLE.sub(_escape, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]


def path_document(path: Path) -> dict[str, Any]:
    """One path in the documented shape."""
    return {
        "kind": path.kind,
        "claim": path.claim,
        "effect": path.effect,
        "sign": path.sign,
        "family": path.family,
        "mechanism": path.mechanism or line.mechanism(path),
        "given": path.given,
        "versus": path.versus or None,
        "loaded": path.loaded,
        "markers": [{**_node(marker.node), "direction": marker.direction} for marker in path.markers],
        "modalities": list(path.modalities),
        "nodes": [{**_node(node), "change": path.changes.get(node.key)} for node in path.nodes],
        "edges": [_edge(edge) for edge in path.edges],
        "publication": _paper(path.paper),
        "model": path.model,
        "species": path.species,
        "summary": path.summary,
        "origin": path.origin,
        "opposed_by": list(path.opposed_by),
        "joins": list(path.joins),
    }


def plain(value: Any) -> Any:
    """`value` with tuples and sets as lists and keys as text, so that JSON can hold it."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(inner) for inner in value), key=str)
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON knows no infinity
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _node(node: PathNode) -> dict[str, Any]:
    return {"id": node.id, "label": node.label, "name": node.name}


def _edge(edge: PathEdge) -> dict[str, Any]:
    return {
        "id": edge.id,
        "type": edge.type,
        "from": edge.source[1],
        "from_label": edge.source[0],
        "to": edge.target[1],
        "to_label": edge.target[0],
        "sign": edge.sign,
        "step": edge.step,
        "derived": edge.derived,
        "source": edge.origin,
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "id": paper.id,
        "pmid": paper.pmid or None,
        "pmcid": paper.pmcid or None,
        "doi": paper.doi or None,
        "year": paper.year,
        "first_author": paper.first_author or None,
        "journal": paper.journal or None,
        "status": paper.status,
        "status_page": paper.status_page or None,
        "url": paper.url,
    }


def _offered(one: Offered) -> dict[str, Any]:
    return {"text": one.text, "command": list(one.command), "claims": one.claims}


def _understood(taken: Understood) -> dict[str, Any]:
    return {
        "text": taken.text,
        "label": taken.label,
        "id": taken.id,
        "name": taken.name,
        "note": taken.note,
        "parameter": taken.parameter or None,
    }


def _reply(reply: Reply) -> dict[str, Any]:
    return {"kind": reply.kind, "text": reply.text, "items": plain(list(reply.items)), "value": reply.value}


def _fact(found: Fact) -> dict[str, Any]:
    return {
        **_edge(found.edge),
        "from_name": found.source.name,
        "to_name": found.target.name,
        "action": found.action or None,
        "source_page": found.source_page or None,
    }


def _nothing(answer: Answer) -> dict[str, Any] | None:
    if answer.nothing is None:
        return None
    nearest = [{"text": near.text, "command": near.command} for near in answer.nothing.nearest]
    return {"why": answer.nothing.why, "nearest": nearest}
