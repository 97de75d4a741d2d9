"""What a path's nodes are called, and which papers and claims belong together: the words that all views share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exograph.questions.answer import Answer, Fact, Hidden, Paper, Path, PathNode
from exograph.views.terminal import clean

SIGNS = {1: "+", -1: "-", 0: "0"}
VESICLES = "vesicles"
_NOT_VESICLES = {"cells": "", "conditioned medium": "conditioned medium of ", "secretome": "secretome of "}
BUNDLED = "exograph"  # origin of the claims that exograph brings
LAST_EDGES = frozenset(
    {
        "SENSITISES_TO",
        "CONFERS_RESISTANCE_TO",
        "SUPPRESSES",
        "PROMOTES",
        "ACTIVATES_CELL",
        "SUPPRESSES_CELL",
        "NO_EFFECT_ON",
    }
)


def listing(items: Iterable[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    found = list(items)
    if len(found) <= 1:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def plural(count: int, word: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def called(nodes: Iterable[PathNode], word: str = "and") -> str:
    """The names of some nodes, each once."""
    return listing(dict.fromkeys(clean(node.name) for node in nodes), word)


def many(name: str) -> str:
    """The plural of a kind of cell: `Treg cells`, `M2 macrophages`, `MDSCs`."""
    return name if name.endswith("s") else f"{name}s"


def change(nodes: Iterable[PathNode], sign: int) -> str:
    """`less CCNG1 and ADAM10`, `fewer Treg cells`, `more CD8+ T cell activity`, `changed drug efflux` (sign 0)."""
    found = list(nodes)
    others = [node for node in found if node.label != "ImmuneCell"]
    parts = [f"{_amount(sign)} {called(others)}"] if others else []
    parts += [_of_cell(node, sign) for node in found if node.label == "ImmuneCell"]
    return listing(dict.fromkeys(parts))


def _amount(sign: int, counted: bool = False) -> str:
    return {1: "more", -1: "fewer" if counted else "less"}.get(sign, "changed")


def _of_cell(cell: PathNode, sign: int) -> str:
    # of a regulatory cell papers count how many there are; of an effector, what it does
    name = clean(cell.name)
    if cell.role == "regulatory":
        return f"{_amount(sign, counted=True)} {many(name)}"
    return f"{_amount(sign)} {name} activity"


def ends(path: Path, label: str) -> tuple[PathNode, ...]:
    """What the last edge of the chain points to, if that is of this kind; else all nodes of the kind."""
    keys = {edge.target for edge in path.edges if edge.derived or edge.type in LAST_EDGES}
    found = tuple(node for node in path.of(label) if node.key in keys)
    return found or path.of(label)


def cargo(path: Path) -> tuple[PathNode, ...]:
    """What the vesicle carries: the ends of CARRIES, not the miRNAs further down."""
    keys = {edge.target for edge in path.edges if edge.type == "CARRIES"}
    return tuple(node for node in path.of("Cargo") if node.key in keys)


def targets(path: Path) -> tuple[PathNode, ...]:
    """The molecules of the mechanism after the cargo."""
    keys = {edge.target for edge in path.edges if edge.type != "CARRIES"}
    return tuple(node for node in path.nodes if node.label in {"Gene", "Cargo"} and node.key in keys)


def preparation(path: Path) -> str:
    """What was given: `adipose tissue MSC exosomes`, `bone marrow MSCs (primed: 2 Gy)` where cells were.

    Empty where the path starts at no vesicle.
    """
    if path.given in _NOT_VESICLES and (path.of("Exosome") or path.of("MscSource")):
        treated = dict.fromkeys(mark + rest for _, mark, rest in (e.name.partition(" (") for e in path.of("Exosome")))
        return f"{_NOT_VESICLES[path.given]}{tissues(path)} MSCs{clean(''.join(treated))}".replace("  ", " ").strip()
    if path.of("Exosome"):
        return called(path.of("Exosome"))
    return f"{tissues(path)} MSC vesicles".strip() if path.of("MscSource") else ""


def tissues(path: Path) -> str:
    """The tissues that the MSCs come from; empty where the paper names none."""
    return called(node for node in path.of("MscSource") if node.name != "unspecified")


def loaded_drugs(path: Path) -> tuple[PathNode, ...]:
    """The tested drugs that the vesicle itself carries."""
    carried = {node.id for node in path.of("Cargo")} | {node.name.lower() for node in path.of("Cargo")}
    return tuple(node for node in path.of("Drug") if node.id in carried or node.name.lower() in carried)


def paper_name(paper: Paper) -> str:
    """`Wang X 2019`; empty where neither author nor year is known."""
    parts = [clean(paper.first_author), str(paper.year or "")]
    return " ".join(part for part in parts if part)


def citation(paper: Paper) -> str:
    """`Wang X 2019, PMID 26514126`."""
    return ", ".join(part for part in (paper_name(paper), paper_id(paper)) if part)


def paper_id(paper: Paper) -> str:
    """`PMID 26514126`, else the DOI, else the PMCID."""
    if paper.pmid:
        return f"PMID {clean(paper.pmid)}"
    return f"doi {clean(paper.doi)}" if paper.doi else clean(paper.pmcid or paper.id)


def status(paper: Paper) -> str:
    """What is wrong with the paper, for people: `RETRACTED (page)`; empty where nothing is."""
    if paper.status in {"", "ok"}:
        return ""
    page = f" ({clean(paper.status_page)})" if paper.status_page else ""
    word = paper.status.upper() if paper.status == "retracted" else paper.status
    return f"{clean(word)}{page}"


def origin(path: Path) -> str:
    """`from my.tsv` for a claim of the user's own table; empty for a bundled one."""
    return "" if path.origin in {"", BUNDLED} else f"from {clean(path.origin)}"


def papers(paths: Iterable[Path]) -> list[Paper]:
    """The papers of some paths, each once, in order of the paths."""
    return list({path.paper.id: path.paper for path in paths}.values())


def grouped(paths: Sequence[Path]) -> list[tuple[str, list[Path]]]:
    """Paths under their headings: reported ones, vesicles loaded with the tested drug, and assembled ones apart."""
    reported = [path for path in paths if path.kind == "reported"]
    assembled = [path for path in paths if path.kind == "assembled"]
    own = [path for path in reported if not path.loaded]
    loaded = [path for path in reported if path.loaded]
    groups = [
        (f"Reported: {_counts(own)}", own),
        (f"Vesicles loaded with the drug itself: {_counts(loaded)}", loaded),
        (f"Assembled, a hypothesis each, reported by no paper as a whole: {plural(len(assembled), 'path')}", assembled),
    ]
    return [(heading, members) for heading, members in groups if members]


def _counts(paths: Sequence[Path]) -> str:
    return f"{plural(len(paths), 'claim')} from {plural(len(papers(paths)), 'paper')}"


def opposing(answer: Answer) -> list[tuple[Path, bool]]:
    """The opposing claims that are not among the paths; True where none of what it opposes has its MSC source.

    Those of the same MSC source come first.
    """
    marked = [(path, not _same_source(path, answer)) for path in answer.opposing]
    return sorted(marked, key=lambda pair: pair[1])


def _same_source(path: Path, answer: Answer) -> bool:
    sources = {node.id for node in path.of("MscSource") if node.name != "unspecified"}
    return any(
        sources & {node.id for node in shown.of("MscSource")}
        for shown in answer.paths
        if path.claim in shown.opposed_by or shown.claim in path.opposed_by
    )


def hidden(counts: Hidden) -> list[str]:
    """What the answer leaves out, one phrase each."""
    phrases = [
        (counts.retracted, "from retracted papers"),
        (counts.loaded, "on vesicles loaded with the drug itself"),
        (counts.background, "on immune cells without a cancer"),
    ]
    return [f"{plural(count, 'claim')} {phrase}" for count, phrase in phrases if count]


def limited(answer: Answer) -> str:
    """`1 of 4 claims shown` where a limit cut the answer; else empty."""
    shown, over = len(answer.paths), answer.hidden.over_limit
    return f"{shown:,} of {plural(shown + over, 'claim')} shown" if over else ""


def folded(answer: Answer) -> str:
    """How many facts of databases stand beside the answer, where they are not shown; empty for none."""
    return f"{plural(len(answer.facts), 'fact')} of databases beside it, no part of a path" if answer.facts else ""


def fact(found: Fact) -> str:
    """What a database says, in one line: `cetuximab TARGETS EGFR (antibody; DrugMechDB)`."""
    said = "; ".join(clean(part) for part in (found.action, found.edge.origin, found.source_page) if part)
    return f"{clean(found.source.name)} {clean(found.edge.type)} {clean(found.target.name)} ({said})"
