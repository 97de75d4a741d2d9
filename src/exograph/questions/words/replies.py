"""Claims -> the answer in its own kind: the list, the number, the word, with a plain sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from exograph.questions.answer import Path, PathNode, Reply
from exograph.questions.answers import counted
from exograph.questions.words.choosing import Sides
from exograph.questions.words.select import Selector, carried

PLURALS = {
    "Cargo": ("cargo", "cargos"),
    "Gene": ("target gene", "target genes"),
    "Pathway": ("pathway", "pathways"),
    "Drug": ("treatment", "treatments"),
    "Cancer": ("cancer", "cancers"),
    "MscSource": ("MSC source", "MSC sources"),
    "ImmuneCell": ("immune cell", "immune cells"),
    "Modality": ("kind of therapy", "kinds of therapy"),
    "Marker": ("marker", "markers"),
    "Publication": ("paper", "papers"),
    "Claim": ("claim", "claims"),
    "model": ("experimental model", "experimental models"),
    "year": ("year", "years"),
    "effect": ("effect", "effects"),
}
_KINDS = {
    "miRNA": ("miRNA", "miRNAs"),
    "lncRNA": ("lncRNA", "lncRNAs"),
    "circRNA": ("circRNA", "circRNAs"),
    "siRNA": ("siRNA", "siRNAs"),
    "protein": ("protein", "proteins"),
    "mRNA": ("mRNA", "mRNAs"),
    "anti-miR": ("anti-miR", "anti-miRs"),
    "RNA": ("RNA", "RNAs"),
}
_RNA = {"miRNA", "lncRNA", "circRNA", "siRNA", "mRNA", "anti-miR"}
_SIGNS = {1: "good outcome", -1: "bad outcome", 0: "no effect"}


def word(target: str, kind: str = "", number: int = 2) -> str:
    """What is listed or counted, in the singular or plural."""
    return (_KINDS.get(kind) or PLURALS.get(target) or PLURALS["Claim"])[number != 1]


Items = tuple[dict[str, Any], ...]


def listing(
    selector: Selector, paths: Sequence[Path], target: str, kind: str = "", leave_out: Iterable[str] = ()
) -> tuple[Items, list[Path]]:
    """One item for each thing of the target kind, most claims first; and the paths that hold one."""
    out = set(leave_out)
    found: dict[tuple[str, str, str], list[Path]] = {}
    used: list[Path] = []
    for path in paths:
        things = [thing for thing in _things(selector, path, target, kind) if thing[0] not in out]
        for thing in things:
            found.setdefault(thing, []).append(path)
        used += [path] if things else []
    items = [side(name, identifier, label, several) for (identifier, label, name), several in found.items()]
    items.sort(key=lambda item: (-item["count"], -item["papers"], item["name"].casefold(), item["id"]))
    return tuple(items), used


def _things(selector: Selector, path: Path, target: str, kind: str) -> list[tuple[str, str, str]]:
    """(id, label, name) of everything of the target kind that a path names."""
    paper = path.paper
    said = f"{paper.first_author} {paper.year or ''}, {paper.journal}".strip(" ,") or paper.name
    plain: dict[str, list[tuple[str, str, str]]] = {
        "Publication": [(paper.id, "Publication", said)],
        "model": [(path.model, "model", path.model)],
        "effect": [(path.effect, "effect", path.effect)],
        "year": [(str(paper.year), "year", str(paper.year))] if paper.year else [],
        "Claim": [(path.claim, "Claim", path.claim)],
        "Modality": [(name, "Modality", name) for name in path.modalities],
        "Marker": [
            (one.node.id, "Marker", f"{one.node.name} {one.direction}")
            for one in path.markers
            if not kind or one.direction == kind
        ],
    }
    if target in plain:
        return plain[target]
    return [(node.id, node.label, node.name) for node in dict.fromkeys(_nodes(selector, path, target, kind))]


def _nodes(selector: Selector, path: Path, target: str, kind: str) -> Iterable[PathNode]:
    if target == "Cargo":
        held = carried(path)
        wanted = _RNA if kind == "RNA" else {kind}
        return [node for node in held if not kind or selector.kind(node.id) in wanted]
    if target == "Gene":
        first = {node.key for node in carried(path)}
        reached = {edge.target for edge in path.edges} - first
        return [node for node in path.nodes if node.label in {"Gene", "Cargo"} and node.key in reached]
    return [node for node in path.of(target) if target != "MscSource" or node.name != "unspecified"]


def list_reply(items: Sequence[dict[str, Any]], target: str, kind: str) -> Reply:
    """`3 miRNAs: miR-21 (2 claims), ...`."""
    if not items:
        return Reply("list", f"No {word(target, kind, 1)} is reported for this.", (), 0)
    return Reply("list", f"{len(items)} {word(target, kind, len(items))}: {named(items)}.", tuple(items), len(items))


def named(items: Sequence[dict[str, Any]], most: int = 6) -> str:
    """The first few items with their number of claims."""
    shown = [f"{item['name']} ({item['count']})" if item["count"] > 1 else str(item["name"]) for item in items[:most]]
    rest = [f"{len(items) - most} more"] if len(items) > most else []
    return ", ".join([*shown, *rest])


def count_reply(selector: Selector, paths: Sequence[Path], target: str, kind: str) -> tuple[Reply, list[Path]]:
    """How many things of the target kind the claims name; claims and papers are told, too."""
    target = target or "Publication"
    items: tuple[dict[str, Any], ...] = ()
    if target == "Claim":
        number, used = len(paths), list(paths)
    else:
        items, used = listing(selector, paths, target, kind)
        number = len(items)
    papers = len({path.paper.id for path in used})
    claims = f"{len(used)} claim{'s' * (len(used) != 1)} in {papers} paper{'s' * (papers != 1)}"
    return Reply(
        "count",
        f"{number} {word(target, kind, number)} ({claims}).",
        items,
        number,
    ), used


def most_reply(items: Sequence[dict[str, Any]], target: str, kind: str, *, least: bool, limit: int) -> Reply:
    """A ranking by number of papers, then of claims."""
    way = 1 if least else -1
    ranked = sorted(items, key=lambda item: (way * item["papers"], way * item["count"], item["name"].casefold()))
    ranked = ranked[:limit] if limit else ranked
    if not ranked:
        return Reply("list", f"No {word(target, kind, 1)} is reported for this.", (), 0)
    top = ranked[0]
    ties = [str(item["name"]) for item in ranked if (item["papers"], item["count"]) == (top["papers"], top["count"])]
    shown = ", ".join(ties[:5]) + (f" and {len(ties) - 5} more" if len(ties) > 5 else "")
    numbers = f"{top['papers']} paper{'s' * (top['papers'] != 1)}, {top['count']} claim{'s' * (top['count'] != 1)}"
    each = " each" if len(ties) > 1 else ""
    said = f"{'Least' if least else 'Most'} studied {word(target, kind, len(ties))}: {shown} ({numbers}{each})."
    return Reply("list", said, tuple(ranked), top["name"])


def yesno_reply(sides: Sides, *, opposite: bool) -> Reply:
    """yes, no, mixed or unknown, with the claims on each side as items."""
    for_it, against = sides.for_it, sides.against
    null = [path for path in against if path.sign == 0]
    value = "mixed" if for_it and against else "yes" if for_it else "no" if against else "unknown"
    named = (
        ("for", for_it), ("against", [path for path in against if path.sign]), ("no effect", null),
        ("without a direction", sides.unclear),
    )  # fmt: skip
    items = [side(name, name, "side", paths) for name, paths in named if paths]
    if value == "yes":
        told = f"Yes: {_claims(for_it)} {_say(for_it)} so, and none here says otherwise."
    elif value == "mixed":
        nulls = f" ({len(null)} found no effect)" if null else ""
        told = f"Mixed: {_claims(for_it)} {_say(for_it)} so, {_claims(against)} {_say(against)} otherwise{nulls}."
    elif value == "no" and len(null) == len(against):
        told = f"No: {_claims(null)} found no effect, and none here found one."
    elif value == "no":
        other = "the opposite" if opposite and not null else "otherwise"
        told = f"No: {_claims(against)} {_say(against)} {other}, and none here says so."
    else:
        told = "Unknown: no claim here answers it."
    return Reply("yesno", told, tuple(items), value)


def exists_reply(paths: Sequence[Path]) -> Reply:
    """Yes or unknown for `is there ...`, `has X been tested ...`."""
    return Reply(
        "yesno",
        f"Yes: {counted(paths)}" if paths else "Unknown: no claim here reports it.",
        (),
        "yes" if paths else "unknown",
    )


def _claims(paths: Sequence[Path]) -> str:
    papers = len({path.paper.id for path in paths})
    return f"{len(paths)} claim{'s' * (len(paths) != 1)} of {papers} paper{'s' * (papers != 1)}"


def _say(paths: Sequence[Path]) -> str:
    return "says" if len(paths) == 1 else "say"


def side(name: str, identifier: str, label: str, paths: Sequence[Path]) -> dict[str, Any]:
    """An item of a list, or one side of a comparison: its claims, counted by effect."""
    effects = Counter(path.effect for path in paths)
    told = (f"{effect} {number}" if number > 1 else effect for effect, number in effects.most_common())
    return {
        "name": name, "label": label, "id": identifier, "count": len(paths),
        "papers": len({path.paper.id for path in paths}), "effects": ", ".join(told),
        "claims": [path.claim for path in paths],
    }  # fmt: skip
