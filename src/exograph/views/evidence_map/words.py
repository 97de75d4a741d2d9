"""What a map's kinds, directions and counts are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exograph.knowledge.kinds import NAMED
from exograph.questions.evidence_map import WORDS, Cell, EvidenceMap
from exograph.questions.text import condition
from exograph.views import names
from exograph.views.terminal import clean

NOUNS: Mapping[str, str] = {kind: kind for kind in WORDS} | {facet: kind.singular for facet, kind in NAMED.items()}
PLURALS: Mapping[str, str] = {kind: f"{kind}s" for kind in WORDS} | {
    facet: kind.plural for facet, kind in NAMED.items()
}
GLYPHS: Mapping[str, str] = {"+": "+", "-": "\u2212", "0": "\u25cb", "mixed": "\u00b1"}
CLASSES: Mapping[str, str] = {"+": "up", "-": "down", "0": "none", "mixed": "mixed"}
MEANINGS: Mapping[str, str] = {
    "+": "helps therapy: sensitises, reverses resistance, suppresses the tumour, activates immunity",
    "-": "hinders it: confers resistance, promotes the tumour, suppresses immunity",
    "mixed": "claims differ",
    "0": "tested, no effect",
}
ORDERED: Mapping[str, str] = {"year": "the latest", "effect": "in their order"}  # the others: by number of papers
SHORT: Mapping[str, str] = {"+": "helps", "-": "hinders", "mixed": "mixed", "0": "no effect"}


def title(found: EvidenceMap) -> str:
    """`Evidence map: cancers by treatments`."""
    return f"Evidence map: {PLURALS[found.row_kind]} by {PLURALS[found.column_kind]}"


def filters(found: EvidenceMap) -> str:
    """What narrows the map: `drug = cisplatin and not cancer = breast cancer`; empty where nothing does."""
    return clean(condition(found.where)) if found.where else ""


def called(found: EvidenceMap, kind: str, at: int) -> str:
    """The name of a row or a column (`kind` is `row` or `column`); says what is not named."""
    terms, noun = (found.rows, found.row_kind) if kind == "row" else (found.columns, found.column_kind)
    return clean(terms[at].name) if terms[at].named else f"no {NOUNS[noun]} named"


def counted(cell: Cell) -> str:
    """`3 papers: + 3, - 1`: papers, then claims by sign."""
    signs = ((GLYPHS["+"], cell.plus), (GLYPHS["-"], cell.minus), (GLYPHS["0"], cell.zero))
    claims = ", ".join(f"{sign} {count}" for sign, count in signs if count)
    return f"{names.plural(cell.papers, 'paper')}, claims: {claims}"


def summary(found: EvidenceMap) -> str:
    """How much the map holds, and how much of it is gaps."""
    named = [sum(term.named for term in terms) for terms in (found.rows, found.columns)]
    filled = sum(found.rows[cell.row].named and found.columns[cell.column].named for cell in found.cells)
    size = named[0] * named[1]
    return (
        f"{names.plural(len(found.claims), 'claim')} from {names.plural(found.papers, 'paper')}; "
        f"{named[0]:,} {PLURALS[found.row_kind]} by {named[1]:,} {PLURALS[found.column_kind]}: "
        f"{filled:,} of {size:,} pairs have a claim, {size - filled:,} have none."
    )


def reading(found: EvidenceMap) -> Sequence[str]:
    """How the map counts, one sentence each."""
    kinds = {found.row_kind, found.column_kind}
    unnamed = [
        f"{term.claims:,} name no {NOUNS[kind]}"
        for kind, terms in ((found.row_kind, found.rows), (found.column_kind, found.columns))
        for term in terms
        if not term.named
    ]
    told = [
        "A number counts papers; a claim stands in every pair that it names, so numbers do not add up to the total.",
    ]
    if unnamed:
        told.append(f"Of the claims, {names.listing(unnamed)}: they stand under \u201cnone named\u201d.")
    if any(term.narrower for term in (*found.rows, *found.columns)):
        told.append(
            "Each claim stands under the term that its paper names: broader terms do not include narrower ones."
        )
    if "gene" in kinds:
        told.append("Targets are molecules that the effect runs through; genes that were only measured are left out.")
    return told


def left_out(found: EvidenceMap) -> str:
    """What is not shown on purpose; empty where nothing is."""
    return names.listing(names.hidden(found.hidden))
