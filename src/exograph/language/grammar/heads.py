"""What is wanted: `which miRNAs`, `how many papers`, `the most studied cancer`, `compare`, `never tested`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exograph.language.grammar.details import flat
from exograph.language.item import Item, over
from exograph.language.rules import Found, Rule, pattern
from exograph.language.words import Use
from exograph.questions.question import NONE, Term

WANT = "WANT"


def kind_use(items: Sequence[Item]) -> Use | None:
    """The kind that these words name: the most exact one (`protein cargos` are proteins)."""
    uses = [use for item in items if (use := item.use("kind")) is not None]
    base = uses[-1].means.split(" ")[0] if uses else ""
    same = [use for use in uses if use.means.split(" ")[0] == base]
    return max(same, key=lambda use: len(use.means.split(" ")), default=None)


def want(how: str, *parts: int) -> Callable[[Found], Sequence[Item] | None]:
    """A want of this sort, of the kind that stands in the parts (default: anywhere)."""

    def make(found: Found) -> Sequence[Item] | None:
        every = flat(found)
        kinds = [item for place in parts for item in found[place]] if parts else every
        # `which miRNAs target PTEN`, `how many claims report it`: the last word is what they do
        verb = [kinds.pop()] if len(kinds) > 1 and kinds[-1].text.lower() in {"target", "report"} else []
        use = kind_use(kinds)
        return (
            None
            if use is None
            else [over([item for item in every if item not in verb], WANT, means=use.means, form=how), *verb]
        )

    return make


def _plain_want(how: str, kind: str) -> Callable[[Found], Sequence[Item] | None]:
    def make(found: Found) -> Sequence[Item]:
        return [over(flat(found), WANT, means=kind, form=how)]

    return make


def _preparations(found: Found) -> Sequence[Item]:
    """`which exosomes`: preparations, since many papers name no tissue."""
    return [over(flat(found), WANT, means="preparation", form="list")]


def _rank(found: Found) -> Sequence[Item] | None:
    every = flat(found)
    rank = next(item for item in every if item.use("rank")).use("rank")
    use = kind_use(every)
    if rank is None or use is None:
        return None
    number = next((item.text for item in every if item.kind == "number"), "")
    return [over(every, WANT, means=use.means, form=f"{rank.means} {number}".strip())]


def _members(found: Found) -> Sequence[Item] | None:
    """`which TKIs`, `which urological malignancies`: members of this class are wanted."""
    name = found[3][0]
    drug = any(one.kind == "class" and one.label == "Drug" for one in name.meanings)
    cancers = any(one.label == "Cancer" for one in name.meanings) and name.text.lower().endswith(
        ("rs", "es", "as", "ias")
    )
    if not drug and not cancers:
        return None
    return [over([*found[0], *found[1], *found[2]], WANT, means="drug" if drug else "cancer", form="list"), name]


def _neither(found: Found) -> Sequence[Item] | None:
    """`neither miRNA nor a drug`: kinds of cargo that are left out."""
    uses = [item.use("kind") for item in (found[3][0], found[7][0])]
    kinds = [use.means.split(" ")[-1] for use in uses if use is not None]
    return [over(flat(found), "NOTKIND", means=kind) for kind in kinds] if "cargo" not in kinds else None


def _none_named(found: Found) -> Sequence[Item] | None:
    """`no cargo is named`, `without any drug`."""
    use = found[3][0].use("kind")
    if use is not None and use.means.startswith("cargo "):
        return [over(flat(found), "NOTKIND", means=use.means.split(" ")[1])]
    if use is None or use.means not in {"cargo", "drug", "cancer", "cell"}:
        return None
    return [over(flat(found), "WHERE", where=Term(use.means, (NONE,)))]


# first of all: what the question is after, so that `which cancers` is no object to be negated or counted
FIRST: tuple[Rule, ...] = (
    Rule("neither kind nor kind", pattern("not|notverb list* prep? kind=cargo comma? not|or|and list* kind=cargo|kind=drug"), _neither, ("engineered exosomes whose cargo is neither miRNA nor a drug",)),
    Rule("none named", pattern("not|notverb list* prep? kind=cargo|kind=drug|kind=cancer|kind=cell study|via*"), _none_named, ("AML without any drug", "resistance without any miRNA being involved")),
    Rule("per kind", pattern("howmany? kind per kind"), want("most", 3), ("number of claims per cancer",)),
    Rule("how many", pattern("howmany prep~of? which? about|prepared|carry:* kind+"), want("count"), ("how many papers are about breast cancer",)),
    Rule("which of a class", pattern("prep? which|list about* DRUG|CANCER"), _members, ("which TKIs do MSC vesicles cause resistance to",)),
    Rule("the most", pattern("prep? which? number? rank number? about|study|vesicles|mscvesicles|msc* kind+ "), _rank, ("the most studied cancer",)),
    Rule("which kind", pattern("prep|via? which about* prep~of? carry:|vesicles|mscvesicles|msc* kind+"), want("list", 5), ("which miRNAs suppress glioma",)),
    Rule("which vesicles", pattern("prep? which about* prep~of? SOURCE? prepared? msc* vesicles|mscvesicles"), lambda f: [
        *_preparations([f[1], f[7]]), *f[4], *f[5]], ("which exosomes carry TRAIL",)),
    Rule("which MSC", pattern("prep? which about* msc"), _plain_want("list", "source"), ("which MSCs promote glioma",)),
    Rule("list kind", pattern("list+ prep~of? about* carry:|vesicles|mscvesicles* kind+"), want("list", 4), ("list all siRNAs",)),
    Rule("who", pattern("who"), _plain_want("list", "author"), ("who works on myeloma",)),
    Rule("when", pattern("when"), _plain_want("list", "year"), ("when was miR-21 reported",)),
    Rule("by year", pattern("kind? peryear"), _plain_want("list", "year"), ("papers by year",)),
)  # fmt: skip

HEADS: tuple[Rule, ...] = (
    Rule("left kind", pattern("kind=cargo"), lambda f: [over(f[0], "KIND", means=use.means)] if (use := kind_use(f[0])) else None, ("glioma and siRNA",)),
)  # fmt: skip
