"""What changes, and which way: response to a drug, the tumour, immunity, or the amount of a molecule or a cell.

A dimension (DIM) has a sign for therapy: resistance is -1, sensitivity +1, tumour growth -1, immunity +1. Whatever acts on
it multiplies: to lower resistance is +1, a loss of sensitivity -1. Voice and word class do not matter, the sign does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exograph.language.grammar.details import flat
from exograph.language.item import Item, over
from exograph.language.rules import Found
from exograph.questions.question import Term

ACTS = ("change", "undo", "nolonger")


def sign_of(items: Sequence[Item]) -> int:
    """The product of everything that acts here."""
    sign = 1
    for item in items:
        use = item.use(*ACTS, "degree", "make", "help")
        if item.kind == "ACT":
            sign *= item.sign
        elif use is not None and use.sign:
            sign *= use.sign
    return sign


def reversing(items: Sequence[Item]) -> bool:
    """Whether one of them says that something is undone (reverse, overcome)."""
    return any(item.use("undo") is not None or item.means == "undo" for item in items)


def dim(name: str, sign: int, items: Sequence[Item], **more: object) -> Item:
    """A dimension over these items, not yet acted on."""
    return over(items, "DIM", dim=name, sign=sign, **more)


def effect(name: str, sign: int, items: Sequence[Item], **more: object) -> Item:
    """An effect: a dimension that something acted on."""
    return over(items, "EFFECT", dim=name, sign=sign, **more)


def response(found: Found) -> Sequence[Item] | None:
    """Resistance or sensitivity, of what stands before it."""
    every = flat(found)
    word = next(item for item in every if item.use("response"))
    use = word.use("response")
    assert use is not None
    means = use.means.split(" ")
    modality = next((one for one in means if one in {"chemotherapy", "radiotherapy"}), "")
    form = "adjective" if "adjective" in means else ""
    return [dim("response", use.sign, every, means=modality, form=form)]


def efficacy(found: Found) -> Sequence[Item] | None:
    """The efficacy of a drug; of anything else `effect` is no dimension."""
    return [dim("response", 1, flat(found))] if any(item.kind in {"DRUG", "MODALITY"} for item in flat(found)) else None


def growth(found: Found) -> Sequence[Item]:
    """Growth of a tumour, which is bad for the patient."""
    return [dim("tumour", -1, flat(found))]


def immunity(found: Found) -> Sequence[Item]:
    """Immunity, which is good for the patient."""
    return [dim("immune", 1, flat(found))]


def of_what(found: Found) -> Sequence[Item]:
    """A dimension with what it is of: names before and after it."""
    every = flat(found)
    one = next(item for item in every if item.kind in {"DIM", "EFFECT"})
    return [over(every, one.kind, dim=one.dim, sign=one.sign, means=one.means, form=one.form)]


def acted_on(found: Found) -> Sequence[Item] | None:
    """Something acts on a dimension, before or after it."""
    every = flat(found)
    one = next((item for item in every if item.kind in {"DIM", "EFFECT"}), None)
    acting = [item for item in every if item is not one]
    if one is None:
        return None
    sign = one.sign * sign_of(acting)
    if any(_worse(item) for item in acting):
        sign = -1
    means = one.means
    if one.dim == "response" and one.sign < 0 and reversing(acting):
        means = f"{means} reverse".strip()
    return [effect(one.dim, sign, every, means=means)]


def _worse(item: Item) -> bool:
    """Worse is worse for the patient: `a worse resistance` is more of it, `a worse response` less."""
    return item.text.lower().startswith(("worse", "aggravat", "exacerbat"))


def stated(found: Found) -> Sequence[Item] | None:
    """`become resistant`, `more sensitive`, `respond better`: a state that is reached."""
    every = flat(found)
    one = next(item for item in every if item.kind == "DIM")
    acting = [item for item in every if item is not one and item.use("degree", *ACTS)]
    if not acting and one.form not in {"adjective", "verb"}:
        return None  # to leave a response as it was makes nothing sensitive
    if any(_worse(item) for item in acting):
        return [effect(one.dim, -1, every, means=one.means)]
    return [effect(one.dim, one.sign * sign_of(acting), every, means=one.means)]


def sensitise(found: Found) -> Sequence[Item]:
    """To sensitise or desensitise."""
    every = flat(found)
    use = next(item for item in every if item.use("sensitise", "desensitise")).use("sensitise", "desensitise")
    assert use is not None
    return [effect("response", use.sign, every, form=use.form)]


def protect(found: Found) -> Sequence[Item] | None:
    """To protect a tumour from a drug is to make it resistant."""
    every = flat(found)
    return [effect("response", -1, every)] if any(item.kind in {"DRUG", "MODALITY"} for item in every) else None


def drug_works(sign: int) -> Callable[[Found], Sequence[Item] | None]:
    """A drug that works or fails, with what acts on that."""

    def make(found: Found) -> Sequence[Item] | None:
        return [effect("response", sign * sign_of([i for i in flat(found) if i.use("degree")]), flat(found))]

    return make


def on_drug(found: Found) -> Sequence[Item]:
    """To raise a drug is to raise what it does."""
    every = flat(found)
    acting = [item for item in every if item.kind not in {"DRUG", "MODALITY", "CANCER"} and "prep" not in item.cats]
    sign = sign_of(acting)
    return [effect("response", sign, every, means="or loaded" if sign > 0 else "")]


def on_tumour(found: Found) -> Sequence[Item]:
    """To act on a tumour: less of it is good for the patient."""
    every = flat(found)
    acting = [item for item in every if item.use(*ACTS) or item.kind == "ACT"]
    return [effect("tumour", -sign_of(acting), every)]


def amount(found: Found) -> Sequence[Item]:
    """More or less of a molecule, a pathway or a cell."""
    every = flat(found)
    named = next(item for item in every if item.kind in {"MOL", "PATHWAY", "CELL"} or item.means == "target")
    acting = [item for item in every if item.use(*ACTS, "degree") or item.kind == "ACT"]
    facet = "raises" if sign_of(acting) > 0 else "lowers"
    return [over(every, "AMOUNT", means=facet, names=named.names or (named,), form="or")]


def as_one(found: Found) -> Sequence[Item]:
    """Two that act one on the other are one: `prevent the loss of`."""
    every = flat(found)
    means = "undo" if reversing(every) else ""
    first = every[0].use(*ACTS)
    return [over(every, "ACT", sign=sign_of(every), means=means, form=first.form if first else every[0].form)]


def plain_effect(category: str, name: str) -> Callable[[Found], Sequence[Item] | None]:
    """An adjective that says the effect itself: antitumour, oncogenic, immunosuppressive."""

    def make(found: Found) -> Sequence[Item] | None:
        use = next(item for item in flat(found) if item.use(category)).use(category)
        assert use is not None
        return [effect(name, use.sign, flat(found))]

    return make


def no_effect(found: Found) -> Sequence[Item]:
    """No effect on what is named."""
    every = flat(found)
    dims = [item.dim for item in every if item.dim]
    drug = any(item.kind in {"DRUG", "MODALITY"} for item in every)
    return [over(every, "EFFECT", dim=dims[0] if dims else "response" if drug else "", sign=0)]


def affects(found: Found) -> Sequence[Item]:
    """To act on it, whichever way."""
    every = flat(found)
    one = next((item for item in every if item.kind in {"DIM"}), None)
    return [over(every, "AFFECT", dim=one.dim if one else "", means=one.means if one else "")]


def family(found: Found) -> Sequence[Item] | None:
    """A family of effects, whichever way."""
    use = found[0][0].use("family")
    return None if use is None else [over(flat(found), "WHERE", where=Term("family", (use.means,)))]


def compound(found: Found) -> Sequence[Item]:
    """`cisplatin-induced apoptosis`: what the drug does."""
    return [dim("response", 1, flat(found))]


def both_ways(found: Found) -> Sequence[Item] | None:
    """`promote or suppress`: asked for both, so neither is a condition."""
    first, last = found[0][0], found[-1][0]
    if first.kind in {"EFFECT"} and last.kind in {"EFFECT"}:
        if first.sign == -last.sign and (first.dim == last.dim or "" in (first.dim, last.dim)):
            return [over(flat(found), "SIDES", dim=first.dim or last.dim, sign=1)]
        return None
    if sign_of([first]) == -sign_of([last]):
        return [over(flat(found), "BOTHWAYS", sign=1)]
    return None


def sides_of(found: Found) -> Sequence[Item]:
    """Both ways in which something may act, on what."""
    every = flat(found)
    one = next((item for item in every if item.kind in {"DIM", "AMOUNT"}), None)
    name = one.dim if one else "response" if any(i.kind in {"DRUG", "MODALITY"} for i in every) else "tumour"
    if any(item.kind in {"MOL", "PATHWAY", "CELL"} for item in every) and one is None:
        named = next(item for item in every if item.kind in {"MOL", "PATHWAY", "CELL"})
        return [over(every, "SIDES", dim="amount", names=named.names or (named,))]
    return [over(every, "SIDES", dim=name, means=one.means if one else "")]
