"""Other ways to read a name that no rung of the ladder bears: without its trimmings, its parts, its family.

`BMSC-EVs` is bone marrow, `lncRNA PVT1` is PVT1, `breast tumours` is breast cancer: each with a note that says so. What
would be another thing is never made of it: `anti-miR-21` is not miR-21, and a mouse's miRNA is not the human one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_GREEK = "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|sigma|omega"
_VESICLES = r"(?:s?evs?|exos?|exosom\w+|(?:small |extracellular |micro)*vesicles?)"
_MOLECULES = ("Cargo", "Gene")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to try instead, under these labels alone (none: those that were asked for)."""

    text: str
    labels: tuple[str, ...] = ()
    note: str = ""


_RNA = r"(?:mi(?:cro)?rna|lnc ?rna|long non-?coding rna|circ ?rna|circular rna)"
_PRODUCT = r"(?:gene|proteins?|m?rna|lncrna|circrna|mirna|transcripts?|expression|levels?)"
_SIGNAL = r"(?:signall?ing(?: pathway| cascade)?|pathways?|cascade|axis)"
_TISSUE = r"(?:bone|umb|adip|wharton|plac|amni|dent|uc|bm|ad|wj)"
_CELLS = r"(?:cell lines?|cells?|xenografts?|patients?|models?)"
_TUMOUR = r"(?:tumou?rs?|neoplasms?|malignanc(?:y|ies)|carcinomas?|cancers?)"
# (labels, pattern, what to read instead), in order: the first that leads to an entry is taken
_RULES: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = (
    (("Cargo",), r"has-((?:mir|let)-\S+)", (r"hsa-\1",)),
    (("Cargo",), r"(?:pre|pri)-?((?:hsa-)?(?:mir|let)-?\d\S*)", (r"\1",)),
    (("Cargo",), r"(.+?)(?: agomirs?| mimics?| precursors?)", (r"\1",)),
    (_MOLECULES, rf"(?:the )?(?:exosomal |vesicular )?{_RNA}[ -](.+)", (r"\1",)),
    (_MOLECULES, r"(?:exosomal|vesicular|soluble|human|recombinant) (.+)", (r"\1",)),
    (_MOLECULES, rf"(?:the )?(.+?) {_PRODUCT}", (r"\1",)),
    (("Gene",), rf"({_GREEK}|[α-ω])[ -]?([a-z]\w+)", (r"\2 \1", r"\2 \1 1")),
    (("Pathway",), rf"(.+?)[ -]{_SIGNAL}", (r"\1",)),
    (("MscSource",), rf"(.+?)(?:[ -]derived)?[ -]{_VESICLES}", (r"\1",)),
    (("MscSource",), r"(.+?)[ -](?:derived|resident|origin)(?: cells?)?", (r"\1",)),
    (("MscSource",), rf"(?:human|hu?|mouse|murine|m|rat|r)[ -]?({_TISSUE}\S*.*)", (r"\1",)),
    (("ImmuneCell",), r"(cd\d+)\s?(?:\+|\+? t|\+ t lymphocytes?)", (r"\1+ T cell",)),
    (("ImmuneCell",), r"macrophages? (m[12])", (r"\1 macrophage",)),
    (("ImmuneCell",), r"(m[12])[ -](?:like|type|polari[sz]ed)[ -](.+)", (r"\1 \2",)),
    (("ImmuneCell",), r"(m[12])[ -](?:tams?|(?:tumou?r[- ]associated )?macrophages?|phenotype)", (r"\1 macrophage",)),
    (("ImmuneCell",), r"(.+?)[ -](?:like|type)[ -](.+)", (r"\1 \2",)),
    (("Cancer",), rf"(.+?) {_CELLS}", (r"\1",)),
    (("Cancer",), r"(?:metastatic|advanced|recurrent|primary|malignant|human) (.+)", (r"\1",)),
    (("Cancer",), rf"(.+?)[ -]{_TUMOUR}", (r"\1 cancer", r"\1 carcinoma")),
    (("Cancer",), r"(.*leuka?em)ic", (r"\1ia",)),
    (("Drug",), r"(.+?)[ -](?:treatment|therapy|chemotherapy|resistance|hydrochloride)", (r"\1",)),
)
_SPECIES = re.compile(r"(mmu|rno|cfa|bta|ssc|mml|gga|dre|cel|dme|oar|ocu|ptr)-?((?:mir|let)-?\d\S*)", re.IGNORECASE)
_ARMS = re.compile(r"(?P<stem>(?:hsa-)?(?:mir|let)-?\d+[a-z]?)-(?P<arm>[35]p)/-?(?P<other>[35]p)", re.IGNORECASE)
_LETTERS = re.compile(r"(?P<stem>(?:hsa-)?(?:mir|let)-?\d+)(?P<arm>[a-z])(?P<more>(?:/[a-z])+)", re.IGNORECASE)
_CLUSTER = re.compile(
    r"(?:hsa-)?(?:mir|let)-?(?P<first>\d+[a-z]?)[-~/](?:\d+[a-z]?[-~/])*(?P<last>\d+[a-z]?)(?:[ -]cluster)?",
    re.IGNORECASE,
)
_AXIS = re.compile(r"[ -](?:axis|pathway|signall?ing|loop)$", re.IGNORECASE)


def readings(name: str) -> Iterator[Reading]:
    """What the text may be written for, best first."""
    for labels, pattern, texts in _RULES:
        found = re.fullmatch(pattern, name, re.IGNORECASE)
        if found:
            for text in texts:
                read = found.expand(text).strip()
                if read and read.casefold() != name.casefold():
                    yield Reading(read, labels, f"read as `{read}`")


def foreign_mirna(name: str) -> str:
    """The human name of another species' miRNA, by its number: to be shown, never taken; empty where it is none."""
    found = _SPECIES.fullmatch(name)
    return f"hsa-{found[2]}" if found else ""


def without_letter(name: str) -> str:
    """`hsa-miR-21-5p` for `hsa-miR-21a-5p`: mice have a letter where people have none."""
    return re.sub(r"(\d+)[a-oq-z](?=-|$)", r"\1", name)


def parts(name: str) -> tuple[str, ...]:
    """The names that one text holds: `miR-21/PTEN axis` is two, `miR-199a-3p/5p` both arms; none where it is one."""
    name = re.sub(r"[ -](?:cluster|family)$", "", name, flags=re.IGNORECASE)
    for pattern in (_ARMS, _LETTERS):
        found = pattern.fullmatch(name)
        if found and pattern is _ARMS:
            return tuple(f"{found['stem']}-{arm}" for arm in (found["arm"], found["other"]))
        if found:
            return tuple(found["stem"] + letter for letter in (found["arm"], *found["more"].split("/")[1:]))
    pieces = [piece.strip() for piece in _AXIS.sub("", name).split("/")]
    if len(pieces) > 1 and all(pieces):
        # `miR-143/145`, `Smad2/3`: the second bears the first one's head
        head = re.match(r"(?:hsa-)?(?:mir|let)-?(?=\d)|[a-z]+-?(?=\d[a-z]?$)", pieces[0], re.IGNORECASE)
        return tuple(head[0] + piece if head and piece[0].isdigit() else piece for piece in pieces)
    return ()


def cluster_ends(name: str) -> tuple[str, str]:
    """First and last number of a cluster of miRNAs: `miR-17-92` -> 17 and 92; empty where it is none."""
    found = _CLUSTER.fullmatch(name)
    return (found["first"].lower(), found["last"].lower()) if found else ("", "")
