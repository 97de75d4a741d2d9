"""Which part a molecule has in a claim: carried, hit, passed through, only measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from exograph.language.grammar.details import flat
from exograph.language.item import Item, over
from exograph.language.rules import Found, Rule, pattern

ROLE = "ROLE"


def role(facet: str, at: int, *keep: int) -> Callable[[Found], Sequence[Item] | None]:
    """The names of one element take this part; elements in `keep` stay as they are (vesicles, a source)."""

    def make(found: Found) -> Sequence[Item] | None:
        part = found[at]
        if not part or not any(item.meanings or item.names for item in part):
            return None
        used = [item for place, items in enumerate(found) if place not in keep for item in items]
        names = tuple(name for item in part for name in (item.names or (item,)))
        how = "plus" if any(item.means == "plus" for item in part) else "or"
        made = [over(used, ROLE, means=facet, names=names, form=how)]
        before = [item for place in keep if place < at for item in found[place]]
        after = [item for place in keep if place > at for item in found[place]]
        return [*before, *made, *after]

    return make


def close(found: Found) -> bool:
    """Whether no word stood between them: in `is PTEN lowered by exosomes` the vesicles do not carry PTEN."""
    every = flat(found)
    return all(one.last + 1 == other.first for one, other in pairwise(every))


def kept(found: Found, *places: int) -> list[Item]:
    """The items of these elements."""
    return [item for place in places for item in found[place]]


_ACTIVE = "carry:base|carry:s|carry:ing|carry:ed"

MOLECULES: tuple[Rule, ...] = (
    Rule("brings up or down", pattern("carry~bring|carry~brings|carry~brought|make MOL|PATHWAY|CELL change:"), lambda f: [over(
        flat(f), "AMOUNT", means="raises" if f[2][0].use("change").sign > 0 else "lowers", names=f[1][0].names or (f[1][0],), form="or")],
        ("which exosomal cargos bring PTEN down",)),
    Rule("loaded with", pattern("load|carry prep~with MOL|DRUG"), role("cargo", 2), ("exosomes loaded with doxorubicin",)),
    Rule("X-loaded", pattern("DRUG|MOL -load|load:ed|-carry:ing|-carry:ed|carry:ing vesicles|mscvesicles|SOURCE|msc?"), role("cargo", 0, 2),
         ("doxorubicin-loaded exosomes in osteosarcoma",)),
    Rule("packed into vesicles", pattern("DRUG|MOL load|carry:ed prep~into|prep~in|prep~by|prep~inside|prep~from|prep~via? vesicles|mscvesicles|SOURCE"), role("cargo", 0, 3),
         ("doxorubicin packed into exosomes",)),
    Rule("exosomal X", pattern("carry: MOL|DRUG"), role("cargo", 1), ("does exosomal miR-21 promote lung cancer", "delivery of gemcitabine by MSC exosomes")),
    Rule("carries X", pattern(f"{_ACTIVE} MOL|DRUG"), role("cargo", 1), ("which exosomes carry TRAIL",)),
    Rule("X in vesicles", pattern("MOL study? prep~in|prep~from|prep~of|prep~within|prep~inside vesicles|mscvesicles|SOURCE|msc"), role("cargo", 0, 3),
         ("miR-21 from MSC exosomes in lung cancer",)),
    Rule("drug in vesicles", pattern("DRUG prep~in|prep~within|prep~inside vesicles|mscvesicles|SOURCE"), role("cargo", 0, 2), ("doxorubicin in vesicles against osteosarcoma",)),
    Rule("X vesicles", pattern("MOL vesicles"), lambda f: role("cargo", 0, 1)(f) if close(f) else None, ("TRAIL exosomes and carboplatin",)),
    Rule("vesicles X", pattern("vesicles|mscvesicles MOL"), lambda f: role("cargo", 1, 0)(f) if close(f) else None, ("the exosome miR-122 and HCC",)),
    Rule("vesicles with X", pattern("vesicles|mscvesicles|msc prep~with MOL"), role("cargo", 2, 0), ("exosomes with KRAS G12D siRNA",)),
    Rule("only measured", pattern("MOL study? prep~as? marker"), role("marker", 0), ("p53 as a marker",)),
    Rule("measured: X", pattern("marker MOL"), role("marker", 1), ("which claims measured VEGFA",)),
    Rule("a target of", pattern("MOL target prep~of|prep~by MOL"), lambda f: [
        *(role("target", 0)([f[0], f[1]]) or []), *(role("cargo", 1)([f[2], f[3]]) or [])], ("is NUMB a target of miR-142-3p",)),
    Rule("targets of X", pattern("kind=target|WANT=target prep~of|prep~for MOL|ROLE"), lambda f: [
        over(f[0], "WANT", means="target", form="list"), *(role("cargo", 1)([f[1], f[2]]) or [])], ("what are the targets of miR-15a",)),
    Rule("X targets Y", pattern("MOL target:s|target:base|target:ing|target:ed MOL"), lambda f: [
        *(role("cargo", 0)([f[0]]) or []), *(role("target", 1)([f[1], f[2]]) or [])], ("does miR-142-3p target NUMB",)),
    Rule("targeted by what", pattern("MOL kind=target|target|target:ed prep~of|prep~by|WANT"), role("target", 0), ("is p53 a target of any cargo",)),
    Rule("which targets does X have", pattern("kind=target|WANT=target MOL target:base|target:s"), lambda f: [
        over(f[0], "WANT", means="target", form="list"), *(role("cargo", 0)([f[1], f[2]]) or [])], ("which genes does miR-21 target",)),
    Rule("what does X target", pattern("which MOL target:base|target:s"), lambda f: [
        over(f[0], "WANT", means="target", form="list"), *(role("cargo", 0)([f[1], f[2]]) or [])], ("what does LINC01559 sponge",)),
    Rule("targets X", pattern("target:s|target:base|target:ing|target MOL"), role("target", 1), ("which miRNAs target PTEN",)),
    Rule("through vesicles", pattern("prep~by? via prep? vesicles|mscvesicles|msc|SOURCE"), lambda f: f[3], ("resistance through MSC vesicles",)),
    Rule("through what is carried", pattern("prep~by? via MOL carry:ed|load:ed prep~in|prep~by|prep~within? vesicles|mscvesicles|SOURCE|msc?"), role("cargo", 2, 5),
         ("effects mediated by FGF2 carried in stromal vesicles",)),
    Rule("through X", pattern("prep~by? via|downstream prep~of|prep~in|prep~for|prep~on? MOL|PATHWAY|CELL"), lambda f: _through(f), ("claims that act via PI3K/AKT",)),
    Rule("X mediates", pattern("MOL|PATHWAY via"), lambda f: _through([f[1], [], [], f[0]]) if f[1][0].text.lower().startswith(("mediat", "link", "involve", "respons", "underl", "implic", "axis", "account")) else None,
         ("does Wnt signalling mediate the effect of MSC exosomes",)),
)  # fmt: skip


def _through(found: Found) -> Sequence[Item] | None:
    """A molecule, pathway or cell on the way."""
    named = found[3][0]
    facet = {"MOL": "target", "PATHWAY": "pathway", "CELL": "cell"}[named.kind]
    return [over(flat(found), ROLE, means=facet, names=named.names or (named,), form="or")]
