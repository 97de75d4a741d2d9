"""What agents may call: each tool gives JSON data, capped, with the release and checksum of the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exograph import __version__
from exograph.errors import UsageError
from exograph.knowledge import effects
from exograph.questions import catalogue
from exograph.questions.answer import Answer
from exograph.stores.base import Store

PATHS, MOST_PATHS = 20, 50  # paths a result holds: unless told otherwise, at most
ROWS = 200  # rows of a canned question, or items of a list
NAMES = 50  # names one call may ground

INSTRUCTIONS = """\
What papers report about mesenchymal-stem-cell (MSC) exosomes in cancer therapy, curated claim by claim.
One path is ONE claim of ONE paper: never join two paths into a mechanism that nobody reports. Read a claim's `effect`,
never the type of a derived last edge. Opposing claims stand beside each other: tell both, never average. Cite the
paper. `given` other than `vesicles` weakens a claim; say so. What is not here was not found in the data, which is not
the same as not existing. This is no medical advice. Results are capped: `cut` says what was left out."""

_NO_CLAIM = (
    "a claim id (PMID:26514126/1), a PMID, a PMCID or a DOI; a paper that is not here was not curated or left out"
)


class Tools:
    """The tools on one store. They raise ExographError for what cannot be answered."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def ask(self, question: str, limit: int = PATHS) -> dict[str, Any]:
        """Answer a question in plain words."""
        from exograph.language import ask

        return capped(ask(self.store, question), limit)

    def mechanism(
        self, filters: Mapping[str, Sequence[str]], *, retracted: bool = False, limit: int = PATHS
    ) -> dict[str, Any]:
        """Every reported path that has all of these facets (`not_...`: none of its values)."""
        from exograph.questions.options import question
        from exograph.questions.run import run

        wanted = {name: values for name, values in filters.items() if values}
        if not wanted:
            raise UsageError("which paths? give at least one facet", hint='for instance: {"drug": ["temozolomide"]}')
        return capped(run(self.store, question(wanted), retracted=retracted, limit=MOST_PATHS), limit)

    def find(self, text: str, *, retracted: bool = False, limit: int = PATHS) -> dict[str, Any]:
        """Answer a question in its text form."""
        from exograph.questions.run import run
        from exograph.questions.text import read

        return capped(run(self.store, read(text), retracted=retracted, limit=MOST_PATHS), limit)

    def ground(self, names: Sequence[str], label: str | None = None) -> dict[str, Any]:
        """What each name becomes, and why."""
        from exograph.knowledge.vocabulary import LABELS, bundled

        if label is not None and label not in LABELS:
            raise UsageError(f"there is no label `{label[:40]}`", hint="labels: " + ", ".join(LABELS))
        told = [_grounding(found) for found in bundled().ground_all(names[:NAMES], label)]
        return {"data": self._data(), "names": told, "cut": _cut("names", len(told), len(names))}

    def query(self, name: str, parameters: Mapping[str, str | Sequence[str]] | None = None) -> dict[str, Any]:
        """Rows of a canned question."""
        from exograph.questions.canned import run

        given = [
            (key, value)
            for key, values in (parameters or {}).items()
            for value in ([values] if isinstance(values, str) else values)
        ]
        found = run(self.store, catalogue.get(name), given).document()
        rows = found["rows"]
        return {
            "data": self._data(),
            **found,
            "rows": rows[:ROWS],
            "cut": _cut("rows", min(len(rows), ROWS), len(rows)),
        }

    def evidence(self, identifier: str, limit: int = PATHS) -> dict[str, Any]:
        """Everything about one claim, or about every claim of one paper, retracted or not."""
        from exograph.questions import facets
        from exograph.questions.question import Question, Term
        from exograph.questions.run import Telling, run

        text = identifier.strip()
        terms = [Term("claim", (text,)), *([Term("paper", (text,))] if facets.paper(text) else [])]
        for term in terms:
            answer = run(
                self.store, Question(where=term), retracted=True, limit=MOST_PATHS, telling=Telling(identifier)
            )  # fmt: skip
            if answer.paths:
                return capped(answer, limit)
        raise UsageError(f"the graph holds no claim and no paper `{identifier[:80]}`", hint=f"give {_NO_CLAIM}")

    def schema(self) -> dict[str, Any]:
        """Kinds of node and edge, effect words, facets, the text form and canned questions."""
        from exograph.knowledge.schema import load_schema
        from exograph.questions import facets, text

        kinds = load_schema()
        nodes = {
            kind.label: {"describe": kind.describe, "properties": {one.name: one.describe for one in kind.properties}}
            for kind in kinds.nodes.values()
        }
        edges = {
            kind.type: {
                "describe": kind.describe,
                "group": kind.group,
                "from": list(kind.sources),
                "to": list(kind.targets),
            }
            for kind in kinds.edges.values()
        }
        words = {word: {"sign": sign, "family": effects.FAMILIES.get(word)} for word, sign in effects.SIGNS.items()}
        return {
            "data": self._data(),
            "exograph": __version__,
            "read_this_first": INSTRUCTIONS,
            "nodes": nodes,
            "edges": edges,
            "effects": words,
            "facets": {one.name: one.describe for one in facets.FACETS.values()},
            "text_form": (text.__doc__ or "").strip(),
            "queries": {query.name: _query(query) for query in catalogue.catalogue().values()},
            "cut": [],
        }

    def _data(self) -> dict[str, str]:
        release = self.store.release()
        return {"release": release.release, "sha256": release.sha256} if release else {}


def capped(answer: Answer, limit: int) -> dict[str, Any]:
    """The answer's document (docs/json.md) with at most `limit` paths, its sentences, and what was cut."""
    from exograph.views.json_view import document
    from exograph.views.prose import paragraph

    limit = max(1, min(limit, MOST_PATHS))
    found = document(answer)
    paths, more = len(answer.paths), answer.hidden.over_limit
    cut = _cut("paths", min(paths, limit), paths + more, f"or raise `limit` (at most {MOST_PATHS})")
    for part, name in (("opposing", "opposing claims"), ("facts", "facts")):
        cut += _cut(name, min(len(found[part]), limit), len(found[part]))
    items = found["answer"]["items"]
    cut += _cut("items", min(len(items), ROWS), len(items))
    found["answer"]["items"] = items[:ROWS]
    for part in ("paths", "opposing", "facts"):
        found[part] = found[part][:limit]
    return {"sentences": paragraph(answer), "cut": cut, **found}


def _cut(what: str, shown: int, held: int, remedy: str = "to see the others") -> list[str]:
    return [f"{shown} of {held} {what} shown; narrow the question {remedy}"] if held > shown else []


def _grounding(found: Any) -> dict[str, Any]:
    told = {
        part: [{"id": one.id, "label": one.label, "name": one.name, "why": one.why} for one in getattr(found, part)]
        for part in ("candidates", "nearest")
    }
    return {"text": found.text, "status": found.status, **told}


def _query(query: catalogue.Query) -> dict[str, Any]:
    parameters = {one.name: one.describe for one in query.parameters.values()}
    return {"question": query.question, "parameters": parameters, "example": dict(query.example)}
