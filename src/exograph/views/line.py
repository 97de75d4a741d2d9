"""A path in one line, as a biologist writes it, with the claim's effect at its end (never the derived last edge)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exograph.questions.answer import Path, PathEdge, PathNode
from exograph.views import names
from exograph.views.terminal import clean

EXOSOME = "exosome"  # the word that starts a mechanism without a named cargo
ARROWS: Mapping[int | None, str] = {1: "->", -1: "-|"}
_NOT_A_STEP = frozenset({"SECRETES", "CARRIES", "TESTED_IN", *names.LAST_EDGES})
_DRUG_WORDS = {
    "sensitises": "sensitises to",
    "reverses resistance": "reverses resistance to",
    "confers resistance": "confers resistance to",
}
_IMMUNE_WORDS = {"activates immune": "activates immunity", "suppresses immune": "suppresses immunity"}
_TUMOUR_WORDS = {"suppresses tumour": "suppresses", "promotes tumour": "promotes"}


def one_line(path: Path) -> str:
    """`adipose tissue MSC exosomes > miR-1236 -| SLC9A1 => reverses resistance to cisplatin in breast cancer`."""
    remarks = "".join(f" ({remark})" for remark in _remarks(path))
    return f"{chain(path)} => {effect(path)}{remarks}".strip()


def chain(path: Path) -> str:
    """The line up to the effect: the preparation and the mechanism."""
    start, notation = names.preparation(path), mechanism(path)
    if not notation:
        return start
    head, _, rest = notation.partition(" ")
    if head.lower() == EXOSOME:
        return f"{start or EXOSOME} {rest}"
    return f"{start} > {notation}" if start else notation


def mechanism(path: Path) -> str:
    """The mechanism as the curator wrote it; where there is no such text (ASSEMBLED), made from the edges."""
    if path.mechanism.strip():
        return clean(path.mechanism.strip())
    by_key = {node.key: node for node in path.nodes}
    carried = names.cargo(path)
    text = ", ".join(_notation(node) for node in carried)
    for edges in steps(path):
        if not text:
            sources = list(dict.fromkeys(edge.source for edge in edges if edge.source in by_key))
            text = ", ".join(EXOSOME if key[0] == "Exosome" else _notation(by_key[key]) for key in sources)
        targets = dict.fromkeys(edge.target for edge in edges if edge.target in by_key)
        text += f" {ARROWS.get(edges[0].sign, '~')} " + ", ".join(_notation(by_key[key]) for key in targets)
    return text


def steps(path: Path) -> list[Sequence[PathEdge]]:
    """The edges of the mechanism after the cargo, those of one step together; without the last edge."""
    found: dict[int, list[PathEdge]] = {}
    for edge in path.edges:
        if edge.type not in _NOT_A_STEP and not edge.derived:
            found.setdefault(edge.step, []).append(edge)
    return [found[step] for step in sorted(found)]


def _notation(node: PathNode) -> str:
    name = clean(node.name)
    return f"[{name}]" if node.label in {"Pathway", "ImmuneCell"} else name


def effect(path: Path) -> str:
    """The claim's effect with its object: `sensitises to sorafenib in liver cancer`. Says what is missing."""
    cancer = names.called(path.of("Cancer"))
    where = f" in {cancer}" if cancer else ""
    if path.effect in _DRUG_WORDS:
        return f"{_DRUG_WORDS[path.effect]} {_drugs(path)}{where or ' (no cancer named)'}"
    if path.effect in _TUMOUR_WORDS:
        return f"{_TUMOUR_WORDS[path.effect]} {cancer or 'the tumour (no cancer named)'}{_with(path)}"
    if path.effect in _IMMUNE_WORDS:
        return f"{cells(path) or f'{_IMMUNE_WORDS[path.effect]} (no cell named)'}{where}"
    return _no_effect(path, cancer, where)


def cells(path: Path) -> str:
    """What became of the immune cells acted on: `fewer Treg cells`; `changed` where the paper does not say."""
    found = names.ends(path, "ImmuneCell")
    signs = {path.changes.get(node.key, 0) for node in found}
    return names.listing(
        names.change([node for node in found if path.changes.get(node.key, 0) == sign], sign)
        for sign in (1, -1, 0)
        if sign in signs
    )


def _no_effect(path: Path, cancer: str, where: str) -> str:
    if path.loaded and path.versus:
        return f"no effect beyond {clean(path.versus)}{where}"
    if path.of("Drug") and not path.loaded:
        return f"no effect on {_drugs(path)}{where}"
    if path.family == "immune" or (path.of("ImmuneCell") and not cancer):
        named = names.listing(dict.fromkeys(names.many(clean(cell.name)) for cell in names.ends(path, "ImmuneCell")))
        return f"no effect on {named or 'immunity (no cell named)'}{where}"
    return f"no effect on {cancer or 'the tumour (no cancer named)'}{_with(path)}"


def _drugs(path: Path) -> str:
    return " + ".join(dict.fromkeys(clean(node.name) for node in path.of("Drug"))) or "treatment (no drug named)"


def _with(path: Path) -> str:
    carried = names.loaded_drugs(path) if path.loaded else ()
    others = [node for node in path.of("Drug") if node not in carried]
    return f", with {names.called(others)}" if others else ""


def _remarks(path: Path) -> list[str]:
    remarks = []
    if path.loaded:
        against = f", versus {clean(path.versus)}" if path.versus else ""
        remarks.append(
            f"loaded with {names.called(names.loaded_drugs(path) or path.of('Drug')) or 'the drug'}{against}"
        )
    elif path.versus:
        remarks.append(f"versus {clean(path.versus)}")
    if path.given not in {"", names.VESICLES}:
        remarks.append(f"given: {clean(path.given)}")
    if path.kind == "assembled":
        remarks.append("assembled: a hypothesis")
    return remarks
