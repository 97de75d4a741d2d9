"""What a claim can be asked for: every facet, what its values are, and how a value is read. Knows no store.

A facet of names takes what the reader of names knows (synonyms, identifiers, broader terms); a facet of words takes one
of a closed list, a number, or a text that stands in the graph. Each is answered by `cypher/facets/<file>.cypher`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exograph.errors import UsageError
from exograph.knowledge import claims, effects

FIRST_YEAR = 1990
_YEARS = re.compile(r"([0-9]{4})?\s*([-–])?\s*([0-9]{4})?")
MODELS = ("in vitro", "in vivo", "ex vivo", "clinical", "unspecified")
ONLY = "only "


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet. `labels`: kinds of node a name may be; `files`: the queries whose claims are joined.

    `words`: the closed list of a facet of words, () where the graph itself says what there is (`held`) or where any
    text goes. `read` makes of one text the values that the query takes.
    """

    name: str
    describe: str
    files: tuple[str, ...]
    labels: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    held: bool = False  # its values are texts of the graph; a part of one is enough (journal, author, treatment)
    read: Callable[[str], Sequence[str | int]] | None = None

    @property
    def named(self) -> bool:
        """Whether its values are names that are grounded."""
        return bool(self.labels)


def plain(text: str) -> str:
    """A word of a closed list as people type it: any case, `-` or `_` for a blank, American spelling."""
    word = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    return re.sub(r"\btumors?\b", "tumour", word)


def _one_of(name: str, words: Sequence[str], also: Mapping[str, str] | None = None) -> Callable[[str], Sequence[str]]:
    known = {plain(word): word for word in words} | dict(also or {})

    def read(text: str) -> Sequence[str]:
        word = plain(text)
        if word not in known:
            from difflib import get_close_matches

            close = get_close_matches(word, known, 1)
            hint = f"did you mean `{known[close[0]]}`? " if close else ""
            raise UsageError(f"`{text[:60]}` is no {name}", hint=f"{hint}{name}: {', '.join(words)}")
        return (known[word],)

    return read


_EFFECT_WORDS = {
    "sensitizes": "sensitises", "sensitise": "sensitises", "sensitize": "sensitises", "sensitising": "sensitises",
    "resists": "confers resistance", "resistance": "confers resistance", "reverses": "reverses resistance",
    "none": "no effect", "null": "no effect",
}  # fmt: skip
_effect = _one_of("effect", effects.EFFECTS, _EFFECT_WORDS)


def _effects(text: str) -> Sequence[str]:
    return [implied for word in _effect(text) for implied in effects.IMPLIED.get(word, (word,))]


_model = _one_of("model", MODELS)


def model_words(text: str) -> tuple[str, bool]:
    """A model, and whether it must be the only one: `only in vitro`."""
    only = plain(text).startswith(ONLY)
    return _model(plain(text).removeprefix(ONLY))[0], only


def _models(text: str) -> Sequence[str]:
    model, only = model_words(text)
    return (model,) if only else [held for held in claims.MODELS if model in held.split(" + ")]


def years(text: str) -> Sequence[int]:
    """`2020`, `2018-2022`, `2020-` or `-2015` as years. UsageError for anything else."""
    found = _YEARS.fullmatch(text.strip())
    if not found or not (found[1] or found[3]) or (found[1] and found[3] and not found[2]):
        raise UsageError(f"`{text[:60]}` is no year", hint="write 2020, 2018-2022, 2020- or -2015")
    last_year = datetime.date.today().year + 1
    first = int(found[1] or FIRST_YEAR)
    last = int(found[3] or (last_year if found[2] else first))
    if last < first:
        raise UsageError(f"`{text}` runs backwards", hint="the earlier year comes first")
    return range(max(first, FIRST_YEAR), min(last, last_year) + 1)


def _yes_or_no(text: str) -> Sequence[str]:
    return _one_of("yes or no", ("yes", "no"), {"true": "yes", "false": "no"})(text)


_SITES = (
    "doi.org/", "dx.doi.org/", "pubmed.ncbi.nlm.nih.gov/", "www.ncbi.nlm.nih.gov/pubmed/",
    "pmc.ncbi.nlm.nih.gov/articles/", "www.ncbi.nlm.nih.gov/pmc/articles/", "europepmc.org/article/med/",
)  # fmt: skip
_ADDRESS = re.compile(f"(?:https?://)?(?:{'|'.join(map(re.escape, _SITES))})", re.IGNORECASE)
PAPER = re.compile(
    r"(?:pmid|pubmed(?: id)?)?\s*:?\s*(?P<pmid>\d{6,9})|(?:pmc(?:id)?\s*:?\s*)?(?P<pmc>pmc\d{5,9})"
    r"|(?:doi\s*:?\s*)?(?P<doi>10\.\d{4,9}/\S+)",
    re.IGNORECASE,
)


def paper(text: str) -> str:
    """PMID, PMCID or DOI out of any of their forms or addresses; empty where it is none."""
    bare = _ADDRESS.sub("", text.strip()).strip().rstrip("/.")
    found = PAPER.fullmatch(bare)
    if not found:
        return ""
    return found["pmid"] or (found["pmc"] or "").upper() or (found["doi"] or "").lower()


def _papers(text: str) -> Sequence[str]:
    found = paper(text)
    if not found:
        hint = "write a PMID, a PMCID, a DOI or an address that holds one"
        raise UsageError(f"`{text[:80]}` is no identifier of a paper", hint=hint)
    return (found,)


_MOLECULE = ("Cargo", "Gene")
_PREPARED = ("native", "primed", "engineered")
_GIVEN = ("vesicles", "cells", "conditioned medium", "secretome", "inferred")
_CARGO_KINDS = ("miRNA", "protein", "lncRNA", "circRNA", "mRNA", "siRNA", "anti-miR", "drug", "virus", "RNA")
_CARGO_WORDS = {
    "microrna": "miRNA",
    "micrornas": "miRNA",
    "mirnas": "miRNA",
    "proteins": "protein",
    "anti mir": "anti-miR",
}
_DRUG_KINDS = ("small molecule", "antibody", "protein", "cell therapy", "virus", "radiation", "class")
_VERSUS = ("free drug", "empty vesicle", "untreated")
_STATUS = ("ok", "corrected", "expression of concern", "retracted")
_FAMILIES = ("response", "tumour", "immune")

FACETS: Mapping[str, Facet] = {
    facet.name: facet
    for facet in (
        Facet("source", "tissue the MSCs come from", ("source",), ("MscSource",)),
        Facet("preparation", "native, primed or engineered", ("preparation",), words=_PREPARED,
              read=_one_of("preparation", _PREPARED)),
        Facet("treatment", "what was done to the donor cell or the vesicle (a part of the text)", ("treatment",), held=True),
        Facet("vesicle", "what the paper calls the vesicle (a part of the text)", ("vesicle",), held=True),
        Facet("given", "vesicles, cells, conditioned medium, ...", ("given",), words=_GIVEN, read=_one_of("given", _GIVEN)),
        Facet("loaded", "yes: the vesicle carries the very drug that is tested", ("loaded",), words=("yes", "no"),
              read=_yes_or_no),
        Facet("versus", "what a loaded vesicle was compared with", ("versus",), words=_VERSUS,
              read=_one_of("versus", _VERSUS)),
        Facet("cargo", "what the vesicle carries", ("cargo",), ("Cargo",)),
        Facet("cargo-kind", "miRNA, protein, lncRNA, ...", ("cargo_kind",), words=_CARGO_KINDS,
              read=_one_of("cargo-kind", _CARGO_KINDS, _CARGO_WORDS)),
        Facet("target", "a molecule of the mechanism after the cargo", ("target",), ("Gene", "Cargo")),
        Facet("marker", "a molecule that was only measured", ("marker",), ("Gene", "Cargo")),
        Facet("gene", "a target or a marker (the answer says which)", ("target", "marker"), ("Gene", "Cargo")),
        Facet("molecule", "a cargo, a target or a marker", ("cargo", "target", "marker"), _MOLECULE),
        Facet("raises", "more of this molecule, pathway or cell", ("raises",), ("Gene", "Cargo", "Pathway", "ImmuneCell")),
        Facet("lowers", "less of this molecule, pathway or cell", ("lowers",), ("Gene", "Cargo", "Pathway", "ImmuneCell")),
        Facet("pathway", "a pathway or process of the mechanism", ("pathway",), ("Pathway",)),
        Facet("drug", "the treatment; a class finds its members", ("drug",), ("Drug",)),
        Facet("drug-kind", "small molecule, antibody, radiation, ...", ("drug_kind",), words=_DRUG_KINDS,
              read=_one_of("drug-kind", _DRUG_KINDS)),
        Facet("cancer", "the cancer; a broader one finds the narrower", ("cancer",), ("Cancer",)),
        Facet("modality", "chemotherapy, targeted therapy, radiotherapy or immunotherapy", ("modality",), ("Modality",)),
        Facet("cell", "an immune cell, acted on or on the way", ("cell",), ("ImmuneCell",)),
        Facet("effect", "what was measured; sensitises includes reverses resistance", ("effect",), words=effects.EFFECTS,
              read=_effects),
        Facet("family", "what the effect speaks about", ("family",), words=_FAMILIES, read=_one_of("family", _FAMILIES)),
        Facet("model", "in vitro, in vivo, ex vivo, clinical; `only in vitro` is nothing else", ("model",), words=MODELS,
              read=_models),
        Facet("species", "species of the donor cells and genes", ("species",), held=True),
        Facet("year", "2020, 2018-2022, 2020- or -2015", ("year",), read=years),
        Facet("journal", "the journal", ("journal",), held=True),
        Facet("author", "the first author", ("author",), held=True),
        Facet("paper", "PMID, PMCID, DOI or address", ("paper",), read=_papers),
        Facet("status", "ok, corrected, expression of concern or retracted", ("status",), words=_STATUS,
              read=_one_of("status", _STATUS)),
        Facet("origin", "exograph, or the file of your own claims", ("origin",), held=True),
        Facet("opposed", "yes: another claim of the same setting has another sign", ("opposed",), words=("yes", "no"),
              read=_yes_or_no),
        Facet("claim", "this claim", ("claim",), read=lambda text: (text.strip(),)),
    )
}  # fmt: skip


def get(name: str) -> Facet:
    """A facet by its name (`_` for `-` too). UsageError with the nearest names where there is none."""
    word = name.strip().lower().replace("_", "-")
    if word not in FACETS:
        from difflib import get_close_matches

        close = get_close_matches(word, FACETS, 1)
        tail = f"did you mean `{close[0]}`? " if close else ""
        raise UsageError(f"there is no facet `{name[:40]}`", hint=f"{tail}facets: {', '.join(FACETS)}")
    return FACETS[word]
