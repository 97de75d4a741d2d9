"""What changes, and which way: response to a drug, the tumour, immunity, or the amount of a molecule or a cell.

A dimension (DIM) has a sign for therapy: resistance is -1, sensitivity +1, tumour growth -1, immunity +1. Whatever acts on
it multiplies: to lower resistance is +1, a loss of sensitivity -1. Voice and word class do not matter, the sign does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from exograph.language.grammar.details import flat
from exograph.language.item import Item, over
from exograph.language.rules import Found, Rule, pattern
from exograph.questions.question import Term

ACTS = ("change", "undo", "nolonger")
_OBJECT = "DRUG|CANCER|MODALITY|TUMOUR|kind=cancer|kind=drug|WANT=drug|WANT=cancer|generic=cancer"
_BE = "make|study"


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


def _response(found: Found) -> Sequence[Item] | None:
    every = flat(found)
    word = next(item for item in every if item.use("response"))
    use = word.use("response")
    assert use is not None
    means = use.means.split(" ")
    modality = next((one for one in means if one in {"chemotherapy", "radiotherapy"}), "")
    form = "adjective" if "adjective" in means else ""
    return [dim("response", use.sign, every, means=modality, form=form)]


def _efficacy(found: Found) -> Sequence[Item] | None:
    """The efficacy of a drug; of anything else `effect` is no dimension."""
    return [dim("response", 1, flat(found))] if any(item.kind in {"DRUG", "MODALITY"} for item in flat(found)) else None


def _growth(found: Found) -> Sequence[Item]:
    return [dim("tumour", -1, flat(found))]


def _immunity(found: Found) -> Sequence[Item]:
    return [dim("immune", 1, flat(found))]


def _more(found: Found) -> Sequence[Item]:
    """A dimension with what it is of: names before and after it."""
    every = flat(found)
    one = next(item for item in every if item.kind in {"DIM", "EFFECT"})
    return [over(every, one.kind, dim=one.dim, sign=one.sign, means=one.means, form=one.form)]


def _acted(found: Found) -> Sequence[Item] | None:
    """Something acts on a dimension, before or after it."""
    every = flat(found)
    one = next((item for item in every if item.kind in {"DIM", "EFFECT"}), None)
    acting = [item for item in every if item is not one]
    if one is None:
        return None
    sign = one.sign * sign_of(acting)
    means = one.means
    if one.dim == "response" and one.sign < 0 and reversing(acting):
        means = f"{means} reverse".strip()
    return [effect(one.dim, sign, every, means=means)]


def _stated(found: Found) -> Sequence[Item] | None:
    """`become resistant`, `more sensitive`, `respond better`: a state that is reached."""
    every = flat(found)
    one = next(item for item in every if item.kind == "DIM")
    acting = [item for item in every if item is not one and item.use("degree", *ACTS)]
    if not acting and one.form not in {"adjective", "verb"}:
        return None  # to leave a response as it was makes nothing sensitive
    return [effect(one.dim, one.sign * sign_of(acting), every, means=one.means)]


def _sensitise(found: Found) -> Sequence[Item]:
    every = flat(found)
    use = next(item for item in every if item.use("sensitise", "desensitise")).use("sensitise", "desensitise")
    assert use is not None
    return [effect("response", use.sign, every, form=use.form)]


def _protect(found: Found) -> Sequence[Item] | None:
    """To protect a tumour from a drug is to make it resistant."""
    every = flat(found)
    return [effect("response", -1, every)] if any(item.kind in {"DRUG", "MODALITY"} for item in every) else None


def _drug_works(sign: int) -> Callable[[Found], Sequence[Item] | None]:
    def make(found: Found) -> Sequence[Item] | None:
        return [effect("response", sign * sign_of([i for i in flat(found) if i.use("degree")]), flat(found))]

    return make


def _on_drug(found: Found) -> Sequence[Item]:
    """To raise a drug is to raise what it does."""
    every = flat(found)
    acting = [item for item in every if item.kind not in {"DRUG", "MODALITY", "CANCER"} and "prep" not in item.cats]
    sign = sign_of(acting)
    return [effect("response", sign, every, means="or loaded" if sign > 0 else "")]


def _on_tumour(found: Found) -> Sequence[Item]:
    every = flat(found)
    acting = [item for item in every if item.use(*ACTS) or item.kind == "ACT"]
    return [effect("tumour", -sign_of(acting), every)]


def _amount(found: Found) -> Sequence[Item]:
    """More or less of a molecule, a pathway or a cell."""
    every = flat(found)
    named = next(item for item in every if item.kind in {"MOL", "PATHWAY", "CELL"} or item.means == "target")
    acting = [item for item in every if item.use(*ACTS, "degree") or item.kind == "ACT"]
    facet = "raises" if sign_of(acting) > 0 else "lowers"
    return [over(every, "AMOUNT", means=facet, names=named.names or (named,), form="or")]


def _acts(found: Found) -> Sequence[Item]:
    """Two that act one on the other are one: `prevent the loss of`."""
    every = flat(found)
    means = "undo" if reversing(every) else ""
    first = every[0].use(*ACTS)
    return [over(every, "ACT", sign=sign_of(every), means=means, form=first.form if first else every[0].form)]


def _plain_effect(category: str, name: str) -> Callable[[Found], Sequence[Item] | None]:
    """An adjective that says the effect itself: antitumour, oncogenic, immunosuppressive."""

    def make(found: Found) -> Sequence[Item] | None:
        use = next(item for item in flat(found) if item.use(category)).use(category)
        assert use is not None
        return [effect(name, use.sign, flat(found))]

    return make


def _none(found: Found) -> Sequence[Item]:
    every = flat(found)
    dims = [item.dim for item in every if item.dim]
    drug = any(item.kind in {"DRUG", "MODALITY"} for item in every)
    return [over(every, "EFFECT", dim=dims[0] if dims else "response" if drug else "", sign=0)]


def _affects(found: Found) -> Sequence[Item]:
    """To act on it, whichever way."""
    every = flat(found)
    one = next((item for item in every if item.kind in {"DIM"}), None)
    return [over(every, "AFFECT", dim=one.dim if one else "", means=one.means if one else "")]


def _family(found: Found) -> Sequence[Item] | None:
    use = found[0][0].use("family")
    return None if use is None else [over(flat(found), "WHERE", where=Term("family", (use.means,)))]


def _compound(found: Found) -> Sequence[Item]:
    """`cisplatin-induced apoptosis`: what the drug does."""
    return [dim("response", 1, flat(found))]


def _both_ways(found: Found) -> Sequence[Item] | None:
    """`promote or suppress`: asked for both, so neither is a condition."""
    first, last = found[0][0], found[-1][0]
    if first.kind in {"EFFECT"} and last.kind in {"EFFECT"}:
        if first.sign == -last.sign and (first.dim == last.dim or "" in (first.dim, last.dim)):
            return [over(flat(found), "SIDES", dim=first.dim or last.dim, sign=1)]
        return None
    if sign_of([first]) == -sign_of([last]):
        return [over(flat(found), "BOTHWAYS", sign=1)]
    return None


def _sides(found: Found) -> Sequence[Item]:
    every = flat(found)
    one = next((item for item in every if item.kind in {"DIM", "AMOUNT"}), None)
    name = one.dim if one else "response" if any(i.kind in {"DRUG", "MODALITY"} for i in every) else "tumour"
    if any(item.kind in {"MOL", "PATHWAY", "CELL"} for item in every) and one is None:
        named = next(item for item in every if item.kind in {"MOL", "PATHWAY", "CELL"})
        return [over(every, "SIDES", dim="amount", names=named.names or (named,))]
    return [over(every, "SIDES", dim=name, means=one.means if one else "")]


_ACT = "change|undo|nolonger|ACT"
# a verb has its object right after it, a noun after `of`: `Wnt activation in breast cancer` is no act on the cancer
_VERB = "change:base|change:s|change:ing|change:ed|change:|undo:base|undo:s|undo:ing|undo:ed|nolonger|ACT"
_NOUN = "change:noun|undo:noun"
_PASSIVE = "change:ed|undo:ed|change:|change:ing"
_TUMOUR = "CANCER|TUMOUR|kind=cancer|WANT=cancer"

OUTCOMES: tuple[Rule, ...] = (
    # dimensions
    Rule("what a drug brings about", pattern("DRUG|MODALITY -change|-via PATHWAY|growth|efficacy|generic"), _compound,
         ("what enhances cisplatin-induced apoptosis",)),
    Rule("tumour effect", pattern("tumoureffect about|efficacy|change:noun*"), _plain_effect("tumoureffect", "tumour"), ("antitumour exosomes in melanoma",)),
    Rule("immune effect", pattern("immuneeffect about|efficacy*"), _plain_effect("immuneeffect", "immune"), ("immunosuppressive exosomes",)),
    Rule("good or bad", pattern("goodbad about|efficacy*"), _plain_effect("goodbad", "tumour"), ("are MSC exosomes protective in glioma",)),
    Rule("a family", pattern("family about*"), _family, ("immunomodulation by MSC exosomes",)),
    Rule("response", pattern("DRUG|MODALITY|CANCER* response"), _response, ("cisplatin resistance",)),
    Rule("respond to vesicles", pattern("respond|response prep~to vesicles|mscvesicles|msc|SOURCE"), lambda f: [over(f[0], "AFFECT"), *f[2]],
         ("which immune cells respond to MSC vesicles",)),
    Rule("resist", pattern("resist|respond"), lambda f: [dim("response", f[0][0].use("resist", "respond").sign, f[0], form="verb")], ("why do cells resist imatinib",)),
    Rule("efficacy", pattern("efficacy prep~of|prep~against? DRUG|MODALITY"), _efficacy, ("efficacy of sorafenib",)),
    Rule("a drug's efficacy", pattern("DRUG|MODALITY efficacy"), _efficacy, ("sorafenib efficacy",)),
    Rule("growth", pattern("CANCER|kind=cancer* growth|growing"), _growth, ("osteosarcoma growth",)),
    Rule("immunity", pattern("immunity"), _immunity, ("antitumour immunity",)),
    Rule("of what", pattern(f"DIM prep~of|prep~to|prep~for|prep~against|prep~towards|prep~toward|prep~in|prep~from {_OBJECT}|CELL"), _more, ("resistance of liver cancer to sorafenib",)),
    # two acts on one another
    Rule("neither way", pattern("not change not change"), lambda f: [over(flat(f), "noeffect")], ("do MSC exosomes neither promote nor suppress glioma",)),
    Rule("acts on vesicles", pattern("change:base|change:s|change:ing|affect:base|affect:s|sensitise:base|sensitise:s vesicles|mscvesicles"), lambda f: [
        over(f[0], "UNREAD"), *f[1]], ("which cancers change MSC exosomes",)),
    Rule("rather than", pattern("change not change"), lambda f: f[0], ("do exosomes dampen rather than stimulate NK cells",)),
    Rule("go up", pattern("make change:"), _acts, ("which markers go up in leukaemia",)),
    Rule("acts on acts", pattern("change|undo prep~of? change:noun|ACT"), _acts, ("prevent the loss of sensitivity",)),
    Rule("either way", pattern("change|undo|EFFECT|help and|or change|undo|EFFECT"), _both_ways, ("do exosomes promote or suppress glioma",)),
    # response
    Rule("sensitise", pattern(f"sensitise|desensitise prep~of? {_TUMOUR}|generic=cancer* prep~to|prep~for|prep~towards|prep~toward|prep~against|prep~with? DRUG|MODALITY|kind=drug|WANT=drug*"), _sensitise,
         ("exosomes sensitise glioma to temozolomide",)),
    Rule("protect from", pattern(f"protect prep~against|prep~of? {_TUMOUR}|generic=cancer* prep~from|prep~against|prep~of DRUG|MODALITY"), _protect, ("exosomes protect leukaemia cells from venetoclax",)),
    Rule("so more", pattern("DIM degree"), _stated, ("cells respond better to carboplatin",)),
    Rule("made more so", pattern(f"make {_TUMOUR}|generic=cancer* degree EFFECT"), lambda f: [effect(
        f[3][0].dim, f[3][0].sign * sign_of(f[2]), flat(f))], ("do exosomes make breast cancer more tumorigenic",)),
    Rule("made worse", pattern(f"make {_TUMOUR} degree~worse"), lambda f: [effect("tumour", -1, flat(f))], ("do exosomes make breast cancer worse",)),
    Rule("gets worse", pattern("CANCER|TUMOUR|kind=cancer make* degree~worse"), lambda f: [effect("tumour", -1, flat(f))], ("brain tumours that get worse with MSC exosomes",)),
    Rule("made so", pattern(f"make {_TUMOUR}|DRUG|MODALITY|generic=cancer* degree* DIM"), _stated, ("exosomes make glioma sensitive to temozolomide",)),
    Rule("more so", pattern("degree|change: DIM"), _stated, ("glioma more sensitive to temozolomide",)),
    Rule("makes it work", pattern("make DRUG|MODALITY|kind=drug|WANT=drug degree|change: efficacy|work"), _drug_works(1), ("exosomes make sorafenib more effective",)),
    Rule("works better", pattern("DRUG|MODALITY|kind=drug|WANT=drug make* work|efficacy degree"), _drug_works(1), ("does Taxol work better with exosomes",)),
    Rule("more effective", pattern("DRUG|MODALITY|kind=drug|WANT=drug make* degree efficacy"), _drug_works(1), ("which drugs became less effective in leukaemia",)),
    Rule("drug fails", pattern("make? DRUG|MODALITY|kind=drug|WANT=drug make* fail prep~in?"), _drug_works(-1), ("what makes imatinib fail",)),
    # acts on dimensions
    Rule("act on", pattern(f"{_ACT}+ prep~of|prep~in? DIM|EFFECT"), _acted, ("exosomes reduce resistance to cisplatin",)),
    Rule("acted on", pattern(f"DIM {_BE}* prep~to? {_ACT}"), _acted, ("is resistance to cisplatin increased by MSC exosomes",)),
    # no effect
    Rule("left as it was", pattern("make? DIM|CELL|CANCER|DRUG noeffect"), _none, ("exosomes leave T cells unaffected",)),
    Rule("no effect on", pattern("noeffect prep~on|prep~in|prep~for|prep~to|prep~of? DIM|DRUG|MODALITY|CELL|TUMOUR|CANCER?"), _none, ("what has no effect on T cells",)),
    # both ways
    Rule("good or bad for", pattern("bothways"), lambda f: [over(flat(f), "SIDES", dim="tumour", means="judged")], ("are exosomes good or bad in glioma",)),
    Rule("both ways on", pattern(f"BOTHWAYS prep~of|prep~in? DIM|{_TUMOUR}|DRUG|MODALITY|CELL|MOL|PATHWAY"), _sides, ("do exosomes promote or suppress glioma",)),
    Rule("on both ways", pattern(f"DIM|{_TUMOUR}|DRUG|MODALITY|CELL|MOL|PATHWAY BOTHWAYS"), _sides, ("is glioma promoted or suppressed by exosomes",)),
    # acts on things
    Rule("act on a drug", pattern(f"{_VERB}|help DRUG|MODALITY"), _on_drug, ("what improves doxorubicin",)),
    Rule("an act on a drug", pattern(f"{_NOUN}|ACT prep~of DRUG|MODALITY"), _on_drug, ("enhancement of cisplatin by exosomes",)),
    Rule("turned from into", pattern("make CELL? prep~from CELL prep~to|prep~into|prep~towards CELL"), lambda f: [
        over(flat(f), "AMOUNT", means="raises", names=f[5][0].names or (f[5][0],), form="or")], ("do exosomes shift macrophages from M2 to M1",)),
    Rule("turned into", pattern("make CELL make|prep~into|prep~to|prep~towards|prep~toward+ CELL"), lambda f: [
        over(flat(f), "AMOUNT", means="raises", names=f[3][0].names or (f[3][0],), form="or")], ("what turns monocytes into M2 macrophages",)),
    Rule("makes a cell more active", pattern("make CELL degree|change: efficacy|generic=cell?"), lambda f: [
        over(flat(f), "AMOUNT", means="raises" if sign_of(f[2]) > 0 else "lowers", names=f[1][0].names or (f[1][0],), form="or")],
        ("which exosomes make NK cells more active",)),
    Rule("cell more active", pattern("CELL make* degree|change: efficacy|generic=cell"), lambda f: [
        over(flat(f), "AMOUNT", means="raises" if sign_of(f[2]) > 0 else "lowers", names=f[0][0].names or (f[0][0],), form="or")],
        ("CD8+ T cells become more active",)),
    Rule("act on a molecule", pattern(f"{_VERB}|degree MOL|PATHWAY|CELL"), _amount, ("which exosomes increase Tregs",)),
    Rule("an act on a molecule", pattern(f"{_NOUN}|ACT prep~of|prep~in MOL|PATHWAY|CELL"), _amount, ("activation of Wnt by exosomes",)),
    Rule("molecule's change", pattern("MOL|PATHWAY|CELL change:noun"), _amount, ("PD-L1 upregulation",)),
    Rule("treats", pattern(f"study~treat|study~treats|study~treating {_TUMOUR}"), lambda f: [effect("tumour", 1, flat(f))], ("which exosomes treat glioma",)),
    Rule("act on tumours", pattern(f"{_VERB} prep~against? {_TUMOUR}"), _on_tumour, ("which miRNAs suppress glioma",)),
    Rule("an act on tumours", pattern(f"{_NOUN}|ACT prep~of {_TUMOUR}"), _on_tumour, ("suppression of glioma by miR-375",)),
    Rule("molecule acted on", pattern(f"MOL|PATHWAY|CELL make? {_PASSIVE}"), _amount, ("PD-L1 upregulated by MSC exosomes",)),
    Rule("tumours acted on", pattern(f"{_TUMOUR} change:ed|undo:ed|change:ing|change:noun"), _on_tumour, ("which cancers are suppressed by exosomes",)),
    Rule("cancer grows", pattern("CANCER|TUMOUR|kind=cancer? grow degree?"), lambda f: [effect("tumour", -sign_of([i for i in f[2]]), flat(f))], ("do tumours grow faster",)),
    Rule("kept in check", pattern(f"make prep? {_TUMOUR} prep~in|prep~at|prep~under change:|change:base|control"), lambda f: [effect("tumour", 1, flat(f))],
         ("does miR-410 keep lung adenocarcinoma in check",)),
    Rule("drug's effect acted on", pattern("DRUG|MODALITY|WANT=drug efficacy change:ed|change:|undo:ed"), lambda f: [
        effect("response", sign_of(f[2]), [i for i in flat(f) if i.kind != "WANT"])], ("list the drugs whose effect is enhanced",)),
    Rule("efficacy acted on", pattern("efficacy change:ed|undo:ed"), lambda f: [effect(
        "response", sign_of(f[1]), flat(f), means="of a drug")], ("proteasome inhibitors: by which cargos is their action weakened",)),
    Rule("drug loses effect", pattern("DRUG|MODALITY|kind=drug|WANT=drug make* change:|change:base|change:s|change:ed efficacy"), lambda f: [
        effect("response", sign_of(f[2]), [i for i in flat(f) if i.kind != "WANT"])], ("how many drugs lose effect in leukaemia",)),
    Rule("drug acted on", pattern("DRUG|MODALITY change:ed|undo:ed|change:ing|help:ed"), _on_drug, ("is sorafenib helped by siGRP78",)),
    # acting without a direction
    Rule("is affected", pattern("DIM affect"), _affects, ("is temozolomide response influenced by exosomes",)),
    Rule("affects", pattern("affect prep~of|prep~on|prep~in? DIM?"), _affects, ("do exosomes affect glioma",)),
)  # fmt: skip


def resolved(item: Item) -> Item:
    """A copy with nothing left open (helper of assembly and tests)."""
    return replace(item)
