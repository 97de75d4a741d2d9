"""Names with what belongs to them: `bladder cancer cells`, `umbilical cord MSC exosomes`, `cisplatin or carboplatin`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from exograph.language.item import Item, over
from exograph.language.rules import Found, Rule, pattern


def _first(found: Found) -> Sequence[Item]:
    """The name of the first element over everything matched."""
    name = found[0][0]
    return [_stretched(name, found)]


def _stretched(name: Item, found: Found) -> Item:
    every = [item for part in found for item in part]
    return replace(name, first=every[0].first, last=every[-1].last)


def _last(found: Found) -> Sequence[Item]:
    name = found[-1][0]
    return [_stretched(name, found)]


def _source(found: Found) -> Sequence[Item] | None:
    """A tissue before MSC or vesicles|mscvesicles is where they come from, whatever else the word may be."""
    name = found[0][0]
    meanings = tuple(one for one in name.meanings if one.label == "MscSource")
    if not meanings:
        return None
    every = [item for part in found for item in part]
    return [over(every, "SOURCE", meanings=meanings, names=(replace(name, kind="SOURCE", meanings=meanings),))]


def _source_after(found: Found) -> Sequence[Item] | None:
    """`MSCs from bone marrow`: the words about MSC stay, the tissue is the source."""
    made = _source([found[-1]])
    return None if made is None else [*(item for part in found[:-1] for item in part if "prep" not in item.cats), *made]


def _joined(found: Found) -> Sequence[Item] | None:
    """Names of one class that are joined, as alternatives."""
    one, joint, other = found[0][0], [*found[1], *found[2], *found[3]], found[-1][0]
    if one.kind != other.kind or one.form == "not" or (one.kind == "MOL" and not _said(joint)):
        return None
    names = (*(one.names or (one,)), *(other.names or (other,)))
    said = " ".join(item.text.lower() for item in joint)
    how = "plus" if any("plus" in item.cats for item in joint) or "as well as" in said else "or"
    if one.means == "plus" or other.means == "plus":
        how = "plus"
    return [over([one, *joint, other], one.kind, meanings=one.meanings, names=names, means=how)]


def _joined_wide(found: Found) -> Sequence[Item] | None:
    """A kind that is named only to say that it is meant, too."""
    names = [item for part in found for item in part if item.kind in _NAMES]
    if len({item.kind for item in names}) != 1:
        return None
    every = [item for part in found for item in part]
    return [over(every, names[0].kind, meanings=names[0].meanings, names=tuple(names), means="or")]


def _donors(name: int, keep: int) -> Callable[[Found], Sequence[Item] | None]:
    """MSCs of people who have the cancer: what was done to the vesicle, and not what it was given for."""

    def make(found: Found) -> Sequence[Item] | None:
        cancer = found[name][0]
        used = [item for place, part in enumerate(found) if place != keep for item in part]
        return [*found[keep], over(used, "DONORS", names=(cancer,))]

    return make


def _said(joint: Sequence[Item]) -> bool:
    """Whether a word joins them, and not a comma alone."""
    return any(not item.cats & {"comma"} for item in joint)


def _both(found: Found) -> Sequence[Item] | None:
    name = found[-1][0]
    how = "plus" if found[0][0].use("both") else "or"
    return [replace(_stretched(name, found), means=how)] if name.names else None


def _generic_only(found: Found) -> Sequence[Item] | None:
    """`cancer cells` is what everything here is about: it narrows nothing."""
    every = [item for part in found for item in part]
    return [over(every, "TUMOUR", names=())]


_NAMES = "DRUG CANCER CELL MOL PATHWAY SOURCE MODALITY".split()

PHRASES: tuple[Rule, ...] = (
    Rule("tissue of vesicles", pattern("SOURCE msc* vesicles|mscvesicles*"), _source, ("adipose exosomes in breast cancer",)),
    Rule("MSC of a tissue", pattern("msc vesicles|mscvesicles* prep~from|prep~of|prep~in SOURCE"), _source_after,
         ("exosomes of MSCs from bone marrow",)),
    Rule("donors with a cancer", pattern("msc|vesicles|mscvesicles|SOURCE study|carry* prep~from|prep~of donor prep~with|prep~of CANCER"), _donors(5, 0), ("exosomes of MSC taken from patients with myeloma",)),
    Rule("donors of a cancer", pattern("CANCER donor msc|vesicles|mscvesicles|SOURCE"), _donors(0, 2), ("vesicles of CLL patient MSC",)),
    Rule("of donors of a cancer", pattern("msc|vesicles|mscvesicles|SOURCE study|carry* prep~from|prep~of CANCER donor"), _donors(3, 0), ("MSC exosomes from myeloma patients",)),
    Rule("patients with a cancer", pattern("prep~in? donor prep~with CANCER"), lambda f: [_stretched(f[3][0], f)], ("patients with glioma and MSC exosomes",)),
    Rule("a cancer's patients", pattern("CANCER donor"), _first, ("MSC exosomes in glioma patients",)),
    Rule("cells of a cancer", pattern("CANCER generic=cancer|kind=model+"), _first, ("bladder cancer cells and miR-375",)),
    Rule("a molecule's level", pattern("MOL generic=molecule+"), _first, ("exosomes and PD-L1 expression",)),
    Rule("a pathway's signal", pattern("PATHWAY generic=molecule+"), _first, ("which exosomes activate the Wnt signalling pathway",)),
    Rule("what a cell does", pattern("CELL generic=cell+"), _first, ("which exosomes lower T cell proliferation",)),
    Rule("CD8+ T cells", pattern("CELL CELL"), lambda f: _first(f) if f[0][0].last + 1 == f[1][0].first and f[0][0].text.endswith("+") else None,
         ("do MSC exosomes suppress CD8+ T cells",)),
    Rule("number of cells", pattern("howmany CELL"), _last, ("do exosomes increase the number of Tregs",)),
    Rule("what cells do", pattern("generic=cell+ prep~of CELL"), _last, ("proliferation of T cells under MSC exosomes",)),
    Rule("treatment with a drug", pattern("DRUG|MODALITY generic=drug+"), _first, ("cisplatin treatment of ovarian cancer",)),
    Rule("the gene X", pattern("generic=molecule|kind=cargo prep~of? MOL"), _last, ("expression of PD-L1",)),
    Rule("joined names", pattern(
        f"{'|'.join(_NAMES)} comma? and|or|plus|comma prep~in|prep~to|prep~from|prep~on|prep~of|prep~for|prep~with? {'|'.join(_NAMES)}"),
        _joined, ("cisplatin or carboplatin in ovarian cancer",)),
    Rule("narrower included", pattern(f"{'|'.join(_NAMES)} mark|comma* including {'|'.join(_NAMES)}"), _joined_wide, ("breast cancer including TNBC",)),
    Rule("narrower, included", pattern(f"{'|'.join(_NAMES)} mark|comma* {'|'.join(_NAMES)} including"), _joined_wide, ("adipose exosomes in breast cancer (TNBC included)",)),
    Rule("both names", pattern(f"both|either prep? {'|'.join(_NAMES)}"), _both, ("both glioma and melanoma",)),
    Rule("tumour cells alone", pattern("tumourcells"), _generic_only, ("do exosomes kill cancer cells",)),
)  # fmt: skip
