"""Claims that say the same, told once: by mechanism (cargo -> target -> outcome) and by outcome alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from exograph.questions.answer import Path, PathNode
from exograph.views import line, names, running, sentences
from exograph.views.terminal import clean

_NAMES_SHOWN = 3  # cancers of an outcome
_PAPERS_SHOWN = 4  # papers of a mechanism
_MOLECULES = frozenset({"Cargo", "Gene"})


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that say the same, and what they say."""

    said: str
    paths: tuple[Path, ...]

    def numbers(self) -> str:
        """`2 claims of 1 paper`."""
        return numbers(self.paths)


def numbers(paths: Sequence[Path]) -> str:
    """`15 claims of 12 papers`."""
    return f"{names.plural(len(paths), 'claim')} of {names.plural(len(names.papers(paths)), 'paper')}"


def mechanisms(paths: Sequence[Path]) -> list[Group]:
    """Reported claims by cargo, targets and outcome, those of most papers first."""
    return _grouped(paths, _mechanism)


def evidence(group: Group) -> str:
    """Sources, models and papers of a mechanism: `2 claims; bone marrow; in vitro; Yu 2019, PMID 1`."""
    paths = group.paths
    papers = [f"{names.citation(paper)}{_doubt(paper.status)}" for paper in names.papers(paths)]
    more = len(papers) - _PAPERS_SHOWN
    parts = [
        names.plural(len(paths), "claim") if len(paths) > 1 else "",
        names.listing(dict.fromkeys(names.tissues(path) or "tissue not named" for path in paths)),
        ", ".join(dict.fromkeys(clean(path.model) for path in paths if path.model)),
        sentences.remark(paths[0]),
        *papers[:_PAPERS_SHOWN],
        names.plural(more, "more paper") if more > 0 else "",
    ]
    return "; ".join(part for part in parts if part)


def _doubt(status: str) -> str:
    return f" [{clean(status)}]" if status not in {"", "ok", "corrected"} else ""


def _mechanism(path: Path) -> tuple[str, ...]:
    # what was given is part of the key, so that its remark holds for every claim of the group
    if path.loaded and path.family != "immune" and names.cargo(path):
        return (sentences.capital(sentences.loaded(path)), path.given)
    ends = set(names.ends(path, "ImmuneCell")) if path.family == "immune" else set()
    steps = [replace(one, nodes=tuple(n for n in one.nodes if n not in ends)) for one in running.changes(path)]
    changes = [one for one in steps if one.nodes]
    molecules = [replace(one, nodes=tuple(n for n in one.nodes if n.label in _MOLECULES)) for one in changes]
    through = [one for one in molecules if one.nodes]
    # a cargo alone says little: the pathways and cells then stand for the targets
    told = changes if len(through) <= bool(names.cargo(path)) else through
    words = ", ".join(one.words() for one in told)
    colon = ": " if words else ", "
    return (sentences.capital(f"{sentences.lead(path, words)}{colon}{_clause(path)}"), path.given)


def outcomes(paths: Sequence[Path]) -> list[Group]:
    """Reported claims by what rose or fell, those of most papers first.

    Cancers are joined; drugs never are, so that no drug is said to work in the cancer of another.
    """
    found = []
    for group in _grouped(paths, _outcome):
        some = group.paths
        nodes = [node for path in some for node in path.nodes]
        kept = [node for node in some[0].nodes if node.label != "Cancer"]
        merged = replace(some[0], nodes=(*kept, *_first(node for node in nodes if node.label == "Cancer")))
        found.append(Group(f"{_clause(merged)}{_loaded(some)}", some))
    return found


def _outcome(path: Path) -> tuple[str, ...]:
    about = line.cells(path) if path.family == "immune" else names.called(path.of("Drug"))
    if path.family == "tumour" and path.sign:
        about = ""
    return (path.effect, about, str(path.loaded), "" if path.sign else path.versus, str(bool(path.of("Cancer"))))


def _clause(path: Path) -> str:
    return line.effect(path) if path.family == "immune" else sentences.outcome(path)


def _loaded(paths: Sequence[Path]) -> str:
    """That the vesicles carried the drug; it is named where it is one, so that none is paired with another's cancer."""
    if not paths[0].loaded or not paths[0].sign:
        return ""
    drugs = {names.called(names.loaded_drugs(path) or path.of("Drug")) for path in paths}
    drug = drugs.pop() if len(drugs) == 1 else "a drug"
    return f" by vesicles loaded with {drug}" if paths[0].family == "tumour" else f", with vesicles loaded with {drug}"


def _first(nodes: Iterable[PathNode]) -> list[PathNode]:
    """The most frequent nodes, and one that stands for the others."""
    count: dict[PathNode, int] = {}
    for node in nodes:
        count[node] = count.get(node, 0) + 1
    ranked = sorted(count, key=lambda node: (-count[node], node.name))
    rest = len(ranked) - _NAMES_SHOWN
    if rest <= 1:
        return ranked
    return [*ranked[:_NAMES_SHOWN], PathNode("", "Cancer", f"{rest} other cancers")]


def _grouped(paths: Sequence[Path], key: Callable[[Path], tuple[str, ...]]) -> list[Group]:
    found: dict[tuple[str, ...], list[Path]] = {}
    for path in paths:
        if path.kind == "reported":
            found.setdefault(key(path), []).append(path)
    groups = [Group(words[0], tuple(members)) for words, members in found.items()]
    return sorted(groups, key=lambda group: (-len(names.papers(group.paths)), -len(group.paths)))
