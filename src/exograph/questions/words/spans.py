"""Finds names in the text: the longest one first, from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.questions.words.lexicon import Held, Lexicon
from exograph.questions.words.plain import PLAIN
from exograph.questions.words.tokens import Token

_LONGEST = 8  # words that a name may have
_MARKS = frozenset("?!.;,:()")
# where several kinds of node bear a name, the first of these is meant unless the words beside it say otherwise
_RANK = tuple(
    """
    Cancer Modality Drug ImmuneCell MscSource Cargo Gene Pathway
    """.split()
)
_ORGANS = frozenset(
    """
    liver hepatic lung skin dermal endometrial endometrium synovial placental cervix uterine
    """.split()
)
_NEVER = {
    "targeted",
    "target",
    "cell",
    "cells",
    "methylation",
    "migration",
    "invasion",
    "metastasis",
    "differentiation",
    "inflammation",
    "cargo",
    "stem",
    "i",
    "a",
    "an",
    "all",
    "met",
    "was",
    "set",
    "and",
    "or",
    "not",
    "can",
    "on",
    "in",
    "as",
    "at",
    "is",
    "be",
    "to",
    "mass",
    "large",
    "rest",
    "gene",
    "impact",
    "invasiveness",
    "growth",
    "various tissues",
    "several",
    "immune cell",
    "immune cells",
    "cancer stem cell",
    "cancer stem cells",
    "cancer",
    "cancers",
    "tumour",
    "tumor",
    "tumours",
    "tumors",
    "white",
    "msc",
    "mscs",
    "drug transport",
    "response",
    "side",
    "mice",
    "human",
    "rat",
    "mouse",
    "cat",
    "time",
    "prodrug",
    "targeted treatment",
    "evi",
    "io",
    "hu",
    "rt",
    "for",
    "her",
}
_SOURCE_AFTER = frozenset(
    """
    msc mscs derived mesenchymal stem stromal exosome exosomes vesicles evs ev resident
    """.split()
)


@dataclass(eq=False, repr=False)
class Mention:
    """A name found in the text. `others` are further readings of it."""

    text: str
    first: int  # place of its first and its last word among the tokens
    last: int
    nodes: list[Held]  # the reading taken: nodes of one label, or one molecule as Cargo and as Gene
    others: list[Held] = field(default_factory=list)
    note: str = ""
    negated: bool = False

    @property
    def label(self) -> str:
        return self.nodes[0].label

    @property
    def name(self) -> str:
        return self.nodes[0].name

    @property
    def molecule(self) -> bool:
        return self.label in {"Cargo", "Gene"}


def mentions(text: str, words: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """All names of the lexicon in the text, in order; none overlaps another."""
    found: list[Mention] = []
    place = 0
    while place < len(words):
        one = _at(text, words, place, lexicon)
        if one is None:
            place += 1
            continue
        found.append(one)
        place = one.last + 1
    return found


def _at(text: str, words: Sequence[Token], place: int, lexicon: Lexicon) -> Mention | None:
    if words[place].text in _MARKS:
        return None
    for last in range(min(len(words), place + _LONGEST) - 1, place - 1, -1):
        if words[last].text in _MARKS or any(words[at].text in "?!;" for at in range(place, last)):
            continue
        part = text[words[place].start : words[last].end]
        if part.lower() in _NEVER and not _exact(part, lexicon):
            continue
        nodes = lexicon.find(part)
        nodes = [node for node in nodes if _fits(part, node)]
        if any(node.kind == "miRNA" for node in nodes) and (_goes_on(text, words, last) or _anti(text, words, place)):
            continue  # another miRNA, or what is directed against it
        if nodes:
            made = _mention(part, place, last, nodes, words)
            if made is not None:
                return made
    organ = lexicon.organ(words[place].text) if words[place].low not in PLAIN else []
    if organ and not _is_source(words, place, place) and not _is_site(words, place):
        return Mention(
            words[place].text, place, place, organ, note="" if _cancer_follows(words, place) else "the organ's cancer"
        )
    return None


def _anti(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether `anti-` stands before a miRNA: then it is what silences it."""
    return bool(place) and words[place - 1].low == "anti" and text[words[place - 1].end : words[place].start] == "-"


def _goes_on(text: str, words: Sequence[Token], last: int) -> bool:
    """Whether a miRNA's name goes on after this word (`miR-142` in `miR-142-5p`): then it is another one."""
    return (
        last + 1 < len(words)
        and text[words[last].end : words[last + 1].start] in {"-", " "}
        and bool(re.fullmatch(r"[35]p" if text[words[last].end] == " " else r"[35]p|\d{1,2}", words[last + 1].low))
    )


def _exact(part: str, lexicon: Lexicon) -> bool:
    """A word that is also a symbol counts only as the symbol is written: MET, ALL."""
    return (
        len(part) > 2
        and part.isupper()
        and part not in {"MSC", "EVI", "NOT", "AND", "FOR", "CAN", "SET", "HER"}
        and bool(lexicon.find(part))
    )


def _fits(part: str, node: Held) -> bool:
    if part.isalpha() and part.islower() and (part in PLAIN or len(part) <= 3):
        # a plain word, or three small letters: only a name of ours in words, never a symbol (met, gem, all)
        return node.label in {"Cancer", "Modality", "Drug", "Pathway", "MscSource", "ImmuneCell"} and not (
            len(part) <= 3
            and part
            not in {"fat", "emt", "nk", "dc", "hcc", "gbm", "tmz", "aml", "cml", "cll", "bm", "uc", "wnt", "akt"}
        )
    return not (part.isalpha() and part.islower() and len(part) <= 4 and node.label == "Gene" and node.synonym)


def _mention(part: str, first: int, last: int, nodes: list[Held], words: Sequence[Token]) -> Mention | None:
    source = _is_source(words, first, last)
    others: list[Held] = []
    if part.lower() in _ORGANS and not source:
        if _is_site(words, last):
            return None
        others = [node for node in nodes if node.label == "MscSource"]
        nodes = [node for node in nodes if node.label != "MscSource"]
    if not nodes:
        return None
    if (
        source
        and any(node.label == "MscSource" for node in nodes)
        and last + 1 < len(words)
        and words[last + 1].low not in {"exosome", "exosomes", "vesicles", "evs", "ev", "derived"}
    ):
        nodes = [node for node in nodes if node.label == "MscSource"]
    chosen, more = _choose(nodes, part)
    return Mention(
        part, first, last, chosen, [*more, *others], note=next((node.note for node in nodes if node.note), "")
    )


def _choose(nodes: list[Held], part: str) -> tuple[list[Held], list[Held]]:
    """The reading: what claims use beats what they do not; a name beats a synonym; then the order of kinds."""
    molecules = [node for node in nodes if node.label in {"Cargo", "Gene"}]
    best = sorted(
        nodes,
        key=lambda node: (
            node.weight == 0,
            node.synonym,
            node.name != part,
            _RANK.index(node.label),
            -node.weight,
            node.id,
        ),
    )[0]
    same = [best]
    if best.label in {"Cargo", "Gene", "Pathway"} and molecules:
        # mTOR is a gene and a pathway: both are looked for, and the answer says which is which
        used = (node.id for node in molecules if node.weight and not node.synonym)
        wanted = best.id if best.label != "Pathway" else next(used, "")
        pathways = [node for node in nodes if node.label == "Pathway" and node.weight and not node.synonym]
        same = [*(node for node in molecules if node.id == wanted), *pathways] or [best]
    taken = {node.id for node in same}
    others = [node for node in nodes if node.id not in taken and node.weight and node.synonym <= best.synonym]
    return same, [
        node for node in others if {best.label, node.label} != {"Modality", "Drug"} and node.label != "MscSource"
    ]


def _is_site(words: Sequence[Token], last: int) -> bool:
    """`bone metastasis`: where the tumour spreads to, no cancer of its own."""
    return last + 1 < len(words) and words[last + 1].low.startswith("metasta")


def _is_source(words: Sequence[Token], first: int, last: int) -> bool:
    after = [word.low for word in words[last + 1 : last + 3]]
    if after[:1] == ["tissue"]:
        after = after[1:]
    return bool(after) and after[0] in _SOURCE_AFTER


def _cancer_follows(words: Sequence[Token], place: int) -> bool:
    return any(re.match(r"(cancer|tumou?r|carcinoma|malignan)", word.low) for word in words[place + 1 : place + 6])
