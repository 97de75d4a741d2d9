"""What is left out: `not glioma`, `except miR-21`, `neither bone marrow nor adipose`, `fails to suppress`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exograph.language.grammar.details import flat
from exograph.language.item import Item, over
from exograph.language.rules import Found, Rule, pattern
from exograph.questions.question import Not, Term

THINGS = "DRUG|CANCER|CELL|MOL|PATHWAY|SOURCE|MODALITY|ROLE|WHERE"


def _without(found: Found) -> Sequence[Item] | None:
    """The thing with everything it says, negated."""
    thing = found[-1][0]
    if thing.form == "not":
        return None
    how = thing.form if thing.kind == "ROLE" else ""
    names = thing.names or ((thing,) if thing.meanings else ())
    return [over(flat(found), "NOT", means=thing.kind, dim=thing.means, form=how, names=names, where=thing.where)]


def _not_effect(found: Found) -> Sequence[Item]:
    """Not this effect: the rest of the topic, whatever it says."""
    one = found[-1][0]
    return [
        replace(over(flat(found), one.kind, dim=one.dim, sign=one.sign, means=one.means, names=one.names), form="not")
    ]


def _not_vesicles(found: Found) -> Sequence[Item]:
    """`instead of their vesicles`: something else was given."""
    return [over(flat(found), "WHERE", where=Not(Term("given", ("vesicles",))))]


def _only_that(found: Found) -> Sequence[Item]:
    """`glioma only` narrows as `glioma` does; `only glioma` says more, and is read by no rule."""
    return [replace(found[0][0], last=found[1][0].last)]


# before what is done to a thing is read: in `cells other than T cells inhibited by ...` T cells are not what is inhibited
EXCEPTIONS: tuple[Rule, ...] = (
    Rule("except that", pattern(f"except list* prep|study|about|vesicles|msc* {THINGS}"), _without, ("immune cells other than T cells inhibited by MSC exosomes",)),
)  # fmt: skip

NEGATION: tuple[Rule, ...] = (
    Rule("not vesicles", pattern("not list* study|carry|about|prepared* vesicles|mscvesicles"), _not_vesicles, ("conditioned medium rather than vesicles in glioma",)),
    Rule("rather than the other way", pattern("AMOUNT|EFFECT not change:ing|change:base"), lambda f: f[0], ("which preparations raise EZH2 rather than silencing it",)),
    Rule("that only", pattern("CANCER|DRUG|CELL|SOURCE|WHERE|MODALITY only"), _only_that, ("whole cells given, glioma only",)),
    Rule("not that effect", pattern("not|notverb prep~to? EFFECT|AMOUNT|AFFECT"), _not_effect, ("exosomes that do not suppress glioma",)),
    Rule("not that", pattern(f"not|notverb+ list* prep|study|about|vesicles|mscvesicles|msc|kind=paper|kind=claim* {THINGS}"), _without, ("breast cancer, not in vitro",)),
)  # fmt: skip
