"""A path in one sentence: each node by its running sign (more, less), then the claim's effect in plain words.

The derived last edge is never read out: it says what the last molecule does, not what the vesicle does.
"""

from __future__ import annotations

import re

from exograph.questions.answer import Path, PathNode
from exograph.views import line, names, running
from exograph.views.terminal import clean

_GIVEN = {
    "cells": "cells were given, not isolated vesicles",
    "conditioned medium": "conditioned medium was given, not isolated vesicles",
    "secretome": "the secretome was given, not isolated vesicles",
    "inferred": "the vesicle's part was inferred, not tested",
}
_VERSUS = {"free drug": "the free drug", "empty vesicle": "empty vesicles", "untreated": "no treatment"}


def sentence(path: Path) -> str:
    """`Less galectin-9, fewer Tregs: immunity rises.` Deterministic, from the path alone."""
    if path.loaded and path.family != "immune" and names.cargo(path):
        said = loaded(path)
    else:
        changes = ", ".join(change.words() for change in running.changes(path))
        said = f"{lead(path, changes)}{': ' if changes else ', '}{outcome(path)}"
        said += "" if names.cargo(path) or line.steps(path) else "; no cargo and no target is named"
    given = f" ({remark(path)})" if remark(path) else ""
    hypothesis = "hypothesis, reported by no paper as a whole: " if path.kind == "assembled" else ""
    return capital(f"{hypothesis}{said}{given}.")


def lead(path: Path, changes: str) -> str:
    """What the sentence starts with: the cargo, else whatever was given."""
    start = f"with {carrier(path)}"
    return (changes or start) if names.cargo(path) else f"{start}, {changes}" if changes else start


def ended(text: str) -> str:
    """`text`, harmless, with a full stop where it has no end."""
    text = clean(text)
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


def remark(path: Path) -> str:
    """What was given instead of vesicles, in words; empty for vesicles."""
    if path.given in {"", names.VESICLES}:
        return ""
    return _GIVEN.get(path.given, f"given: {clean(path.given)}")


def outcome(path: Path) -> str:
    """The claim's effect as a clause: `cisplatin works again in resistant breast cancer`."""
    cancer = names.called(path.of("Cancer"))
    where = f" in {cancer}" if cancer else ""
    works = "work" if _several(path.of("Drug")) else "works"
    is_ = "are" if _several(path.of("Cancer")) else "is"
    drug = names.called(path.of("Drug")) or "the treatment (not named)"
    tumour = cancer or "the tumour (not named)"
    clauses = {
        "sensitises": f"{drug} {works} better{where}",
        "reverses resistance": f"{drug} {works} again in resistant {cancer or 'tumours'}",
        "confers resistance": f"{drug} {works} worse{where}",
        "suppresses tumour": f"{tumour} {is_} suppressed",
        "promotes tumour": f"{tumour} {is_} promoted",
        "activates immune": f"immunity rises{where}",
        "suppresses immune": f"immunity falls{where}",
    }
    return clauses.get(path.effect) or line.effect(path)


def _several(nodes: tuple[PathNode, ...]) -> bool:
    # a class is a plural (proteasome inhibitors), a virus is not
    return len(nodes) > 1 or any(re.search(r"[^aiosu]s$", node.name) for node in nodes)


def carrier(path: Path) -> str:
    """What was given, in a word."""
    return {"cells": "the MSCs", "conditioned medium": "the conditioned medium", "secretome": "the secretome"}.get(
        path.given, "the vesicles"
    )


def loaded(path: Path) -> str:
    """A vesicle that carries the tested drug: `more doxorubicin in vesicles worked better than the free drug`."""
    cargo = names.called(names.cargo(path))
    others = [node for node in path.of("Drug") if node not in names.loaded_drugs(path)]
    beside = f" together with {names.called(others)}" if others else ""
    cancer = names.called(path.of("Cancer"))
    against = f" against {cancer}" if cancer else ""
    steps = ", ".join(change.words() for change in running.changes(path)[1:])
    start = f"more {cargo} in vesicles{beside}" + (f" ({steps})" if steps else "")
    versus = _VERSUS.get(path.versus, clean(path.versus))
    if not versus or (path.family == "response" and path.sign):
        return f"{start}: {outcome(path)}"
    how = {1: "better than", -1: "worse than"}.get(path.sign, "no better than")
    return f"{start} worked {how} {versus}{against}"


def capital(text: str) -> str:
    """`text` with its first letter raised; for words of ours."""
    return text[:1].upper() + text[1:]
