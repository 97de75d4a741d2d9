"""How it was done and who says so: models, species, years, what was given, how the vesicle was made, papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exograph.language.item import Item, over
from exograph.language.rules import Found, Rule, pattern
from exograph.questions.question import Condition, Term, both


def flat(found: Found) -> list[Item]:
    """All items of a match, in order."""
    return [item for part in found for item in part]


def where(found: Found, condition: Condition | None, **changes: object) -> Sequence[Item]:
    """One item that demands the condition."""
    return [over(flat(found), "WHERE", where=condition, **changes)]


def _facet(facet: str, category: str, at: int = 0) -> Callable[[Found], Sequence[Item] | None]:
    """The word's meaning as a value of the facet."""

    def make(found: Found) -> Sequence[Item] | None:
        use = found[at][0].use(category)
        return None if use is None else where(found, Term(facet, (use.means,)))

    return make


def _only_model(found: Found) -> Sequence[Item] | None:
    use = next((item.use("model") for item in flat(found) if item.use("model")), None)
    return None if use is None else where(found, Term("model", (f"only {use.means}",)))


def _year(found: Found) -> Sequence[Item]:
    return where(found, Term("year", (found[-1][0].text,)))


def _since(found: Found) -> Sequence[Item] | None:
    """`after 2020` leaves 2020 out, `since 2020` does not."""
    item, year = found[0][0], int(found[-1][0].text)
    later = item.text.lower() in {"after", "later than", "newer than"}
    return where(found, Term("year", (f"{year + later}-",)))


def _before(found: Found) -> Sequence[Item]:
    item, year = found[0][0], int(found[-1][0].text)
    included = item.text.lower() in {"until", "up to"}
    return where(found, Term("year", (f"-{year - (not included)}",)))


def _years(found: Found) -> Sequence[Item]:
    first, last = sorted((found[-3][0].text, found[-1][0].text))
    return where(found, Term("year", (f"{first}-{last}",)))


def _year_range(found: Found) -> Sequence[Item]:
    first, last = sorted(found[-1][0].text.split("-"))  # `2020-2010` is meant as 2010-2020
    return where(found, Term("year", (f"{first}-{last}",)))


def _paper(found: Found) -> Sequence[Item]:
    ids = tuple(item.means for item in flat(found) if item.kind == "paperid")
    facet = "claim" if found[-1][0].form == "claim" else "paper"
    return where(found, Term(facet, ids))


def _held(facet: str) -> Callable[[Found], Sequence[Item]]:
    def make(found: Found) -> Sequence[Item]:
        text = next(item.means for item in flat(found) if item.kind == facet)
        return where(found, Term(facet, (text,)))

    return make


def _treated(found: Found) -> Sequence[Item] | None:
    """`IL-6 primed`, `electroporation`, `decorated with an aptamer`: what was done, in the words of the claims."""
    every = flat(found)
    use = next((item.use("prepared") for item in every if item.use("prepared")), None)
    done = next((item for item in every if item.kind == "done" or item.means == "done"), None)
    texts = (done.text,) if done else tuple(item.text for item in every if item.meanings)
    kind = Term("preparation", (use.means,)) if use else None
    return where(found, both(kind, Term("treatment", texts)) if texts else kind, names=())


def _given(found: Found) -> Sequence[Item] | None:
    use = next((item.use("given") for item in flat(found) if item.use("given")), None)
    return None if use is None else where(found, Term("given", (use.means,)))


_SUBJECT = "vesicles|mscvesicles|msc|SOURCE|kind=preparation|kind=source"


def _either_of(found: Found) -> Sequence[Item] | None:
    """`in culture or in mice`: two values of one facet are alternatives."""
    one, other = found[0][0].where, found[-1][0].where
    if not isinstance(one, Term) or not isinstance(other, Term) or one.facet != other.facet:
        return None
    return where(found, Term(one.facet, (*one.values, *other.values)))


DETAILS: tuple[Rule, ...] = (
    Rule("in one model only", pattern("only prep? model"), _only_model, ("results only in vitro on glioma",)),
    Rule("in one model only, after", pattern("model only"), _only_model, ("glioma, in vitro only",)),
    Rule("model", pattern("prep~in|prep~from|prep~on? model generic=cancer|kind=model|kind=paper|kind=claim*"), lambda f: where(
        f, Term("model", (next(u.means for i in f[1] for u in i.uses if u.category == "model"),))), ("glioma in mice",)),
    Rule("years from to", pattern("between|prep~from|prep~in? year and|prep~to|or|before year"), _years, ("papers between 2016 and 2018",)),
    Rule("years", pattern("prep~in|prep~from|prep~of|between|prep~during|since? years"), _year_range, ("leukaemia papers 2019-2021",)),
    Rule("since a year", pattern("since|prep~from year since?"), lambda f: _since(f[:2]) if f[0][0].use("since") else _open(f), ("breast cancer since 2020",)),
    Rule("before a year", pattern("before year"), _before, ("breast cancer before 2015",)),
    Rule("in a year", pattern("kind=year? prep~in|prep~of|prep~for? year"), _year, ("papers in 2019",)),
    Rule("a paper's identifier", pattern("kind=paper|kind=claim? paperword? paperid"), _paper, ("what does PMID 26514126 say",)),
    Rule("first author", pattern("kind=paper|kind=claim? prep~by|prep~from|prep~of? author"), _held("author"), ("papers by Lou",)),
    Rule("journal", pattern("kind=paper|kind=claim? prep~in|prep~from|prep~of|prep~by? kind=journal? journal kind=journal?"), _held("journal"),
         ("papers in Theranostics",)),
    Rule("hypoxic MSC", pattern("treatment=hypoxia|PATHWAY~hypoxia SOURCE|msc|vesicles|mscvesicles"), lambda f: [
        over(f[0], "WHERE", where=Term("treatment", ("hypoxia",)), names=()), *f[1]], ("exosomes of hypoxic MSC in lung cancer",)),
    Rule("vesicles after hypoxia", pattern("prep~under|prep~after|prep~in PATHWAY~hypoxia|treatment=hypoxia"), lambda f: [
        over(f[0] + f[1], "WHERE", where=Term("treatment", ("hypoxia",)), names=())], ("exosomes after hypoxia",)),
    Rule("primed with", pattern("prepared prep~with|prep~by|prep~in MOL|DRUG|done|PATHWAY|CELL"), _treated, ("MSC primed with IL-6",)),
    Rule("X-primed", pattern("MOL|DRUG|done|PATHWAY|CELL -prepared"), _treated,
         ("IL-6-primed MSC exosomes",)),
    Rule("X primed vesicles", pattern("MOL|DRUG|done|PATHWAY prepared=primed SOURCE|msc|mscvesicles|vesicles"), lambda f: [
        *(_treated(f[:2]) or []), *f[2]], ("IL-6 primed cord MSC",)),
    Rule("X done to it", pattern("load|carry? prep~by|prep~with|prep~after? done -prepared|prepared=engineered?"), _treated, ("cargos loaded by electroporation",)),
    Rule("how prepared", pattern(f"prepared {_SUBJECT}"), lambda f: [*_prepared_of(f), *f[1]], ("native exosomes in bladder cancer",)),
    Rule("vesicles that were prepared", pattern(f"{_SUBJECT} prepared"), lambda f: [*f[0], *_prepared_of([f[1]])], ("exosomes engineered for glioma",)),
    Rule("vesicles of any kind", pattern("vesicle and|or vesicles"), lambda f: f[2], ("tumour suppression by microvesicles or exosomes",)),
    Rule("vesicles or cells given", pattern("vesicles|mscvesicles and|or given"), lambda f: where(
        f, Term("given", ("vesicles", f[2][0].sure("given").means))), ("sensitive to radiotherapy, and were vesicles or whole cells given",)),
    Rule("only given", pattern("only given|model|vesicle"), lambda f: f[1], ("glioma, only conditioned medium",)),
    Rule("given", pattern("prep~by|prep~with|prep~of? study? given"), _given, ("papers with conditioned medium",)),
    Rule("kind of vesicle", pattern("prep~with|prep~by? vesicle vesicles|mscvesicles?"), _facet("vesicle", "vesicle", 1), ("microvesicles in bladder cancer",)),
    Rule("human donor", pattern("species=human msc|SOURCE|vesicles|mscvesicles"), lambda f: f[1], ("human umbilical cord MSC exosomes",)),
    Rule("species of the donor", pattern("species msc|SOURCE|vesicles|mscvesicles"), lambda f: [*(_facet("species", "species")([f[0]]) or []), *f[1]], ("rat MSC exosomes",)),
    Rule("of a species", pattern("prep~of|prep~from species about?"), _facet("species", "species", 1), ("MSCs of rat origin",)),
    Rule("status of the paper", pattern("prep~with? status"), lambda f: where(f, Term("status", (f[1][0].sure("status").means,))), ("retracted papers",)),
    Rule("one or the other", pattern("WHERE comma? and|or|plus WHERE"), _either_of, ("myeloma in culture or in mice",)),
)  # fmt: skip


def _open(found: Found) -> Sequence[Item]:
    """`from 2019` is the year alone, `from 2019 on` what came since."""
    on = bool(found[2])
    return where(found, Term("year", (f"{found[1][0].text}{'-' if on else ''}",)))


def _prepared_of(found: Found) -> Sequence[Item]:
    use = found[0][0].use("prepared")
    assert use is not None
    return [over(found[0], "WHERE", where=Term("preparation", (use.means,)))]


_DETAIL_FACETS = (
    ("prepared", "preparation"), ("given", "given"), ("species", "species"), ("model", "model"), ("treatment", "treatment"),
    ("versus-value", "versus"), ("vesicle", "vesicle"), ("status", "status"),
)  # fmt: skip


def _detail(found: Found) -> Sequence[Item] | None:
    """A word about how it was done that stands alone: `native versus engineered`."""
    item = found[0][0]
    for category, facet in _DETAIL_FACETS:
        use = item.use(category)
        if use is not None:
            return [over(found[0], "WHERE", where=Term(facet, (use.means,)))]
    return None


DETAIL_WORDS: tuple[Rule, ...] = (
    Rule("detail alone", pattern("prepared|given|species|model|treatment|versus-value|vesicle|status"), _detail, ("native versus engineered exosomes in glioma",)),
    Rule("details either way", pattern("WHERE comma? and|or|plus WHERE"), _either_of, ("native or engineered vesicles in glioma",)),
)  # fmt: skip
