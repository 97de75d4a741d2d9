"""Conditions turned and told apart: what is opposite, what one term says, what two sides share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exograph.questions.question import Condition, Not, Term, both, conjuncts

OPPOSITE: Mapping[str, str] = {
    "sensitises": "confers resistance", "reverses resistance": "confers resistance", "confers resistance": "sensitises",
    "suppresses tumour": "promotes tumour", "promotes tumour": "suppresses tumour",
    "activates immune": "suppresses immune", "suppresses immune": "activates immune",
}  # fmt: skip
EFFECT_OF: Mapping[tuple[str, int], str] = {
    ("response", 1): "sensitises", ("response", -1): "confers resistance", ("tumour", 1): "suppresses tumour",
    ("tumour", -1): "promotes tumour", ("immune", 1): "activates immune", ("immune", -1): "suppresses immune",
}  # fmt: skip
_RNA = ("miRNA", "lncRNA", "circRNA", "mRNA", "siRNA", "anti-miR", "RNA")


def effect(dim: str, sign: int) -> Term:
    """The effect that a dimension and a sign for therapy make; sign 0 is no effect."""
    return Term("effect", (EFFECT_OF[dim, sign] if sign else "no effect",))


def opposite(condition: Condition) -> Condition | None:
    """The other effect of the family; None where a condition is no effect, or has no other side."""
    if isinstance(condition, Term) and condition.facet == "effect":
        words = tuple(OPPOSITE[word] for word in condition.values if word in OPPOSITE)
        return Term("effect", words) if words else None
    return None


def cargo_kinds(kind: str) -> Term:
    """The kind of cargo that a word names; RNA is any of them."""
    return Term("cargo-kind", _RNA if kind == "RNA" else (kind,))


def facet(part: Condition | None) -> str:
    """The facet of a term; empty for anything else."""
    return part.facet if isinstance(part, Term) else ""


def single(part: Condition) -> list[Condition]:
    """A term of several values as one term each: `native and engineered` are two sides."""
    return [Term(part.facet, (value,)) for value in part.values] if isinstance(part, Term) else [part]


def holds_all(part: Condition | None, sides: Sequence[Condition]) -> bool:
    """Whether a condition is just all of the sides, as alternatives of one term."""
    if not isinstance(part, Term):
        return False
    values = {value for side in sides if isinstance(side, Term) and side.facet == part.facet for value in side.values}
    return bool(values) and set(part.values) <= values


def only(part: Condition | None) -> Condition | None:
    """`not in vitro` leaves out what was seen in vitro alone."""
    return Term("model", ("only in vitro",)) if part == Term("model", ("in vitro",)) else part


def models(parts: Sequence[Condition | None]) -> list[Condition | None]:
    """`in vivo but not in vitro` is in vivo only."""
    left_out = Not(Term("model", ("only in vitro",)))
    named = [part for part in parts if isinstance(part, Term) and part.facet == "model"]
    if left_out not in parts or len(named) != 1 or len(named[0].values) != 1:
        return list(parts)
    rest = [part for part in parts if part not in (left_out, named[0])]
    return [*rest, Term("model", (f"only {named[0].values[0].removeprefix('only ')}",))]


def as_marker(part: Condition | None) -> Condition | None:
    """A molecule that the question calls measured."""
    return Term("marker", part.values) if isinstance(part, Term) and part.facet == "molecule" else part


def added(topic: Condition | None, known: Sequence[Condition | None]) -> list[Condition]:
    """What was added to the topic beside the known parts."""
    flat = conjuncts(both(*known))
    return [part for part in conjuncts(topic) if part not in known and part not in flat]
