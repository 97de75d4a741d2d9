"""Writes cypher/queries/by_*.cypher and most_studied_*.cypher: `python scripts/make_queries.py`.

Each family has one template in cypher/templates/; what differs between kinds stands in knowledge/kinds.py and below.
The files are committed, so that each can be read, and pasted into Neo4j Browser, as it stands.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from exograph.knowledge.kinds import NAMED, PAPER, Kind

CYPHER = Path(__file__).resolve().parent.parent / "cypher"
COMMAND = "python scripts/make_queries.py"

# facet: title, question, what the parameter takes, example
BY = {
    "source": ("Claims on an MSC source", "What do vesicles of MSCs of this tissue do?",
               "the tissue; a broader one finds the narrower", "adipose tissue"),
    "cargo": ("Claims on a cargo", "What does this cargo of MSC vesicles do?",
              "what the vesicle carries, with or without its arm", "miR-122"),
    "gene": ("Claims that run through a gene", "Which claims run through this gene?",
             "a molecule of the mechanism after the cargo", "PTEN"),
    "pathway": ("Claims that run through a pathway", "Which claims run through this pathway or process?",
                "the pathway or process", "EMT"),
    "cell": ("Claims on an immune cell", "What do MSC vesicles do to this immune cell?",
             "the cell; a broader kind finds the narrower", "T cell"),
    "drug": ("Claims on a treatment", "What do MSC vesicles do to the answer to this treatment?",
             "the treatment; a class finds its members", "cisplatin"),
    "cancer": ("Claims on a cancer", "What do MSC vesicles do in this cancer?",
               "the cancer; a broader one finds the narrower", "lung cancer"),
    "modality": ("Claims on a modality", "What do MSC vesicles do to this kind of therapy?",
                 "chemotherapy, targeted therapy, radiotherapy or immunotherapy", "radiotherapy"),
}  # fmt: skip
# where the way from a name to its claims is not simply down the taxonomy and along the first role
ANCHORS = {
    "cargo": "(x:Cargo {id: $cargo})-[:IS_A*0..1]-(:Cargo)<-[:HAS_CARGO]-",  # with and without the arm, never a sibling
    "gene": "(x {id: $gene})<-[:HAS_TARGET]-",  # a target may be a miRNA, which is labelled Cargo
}
MOST_STUDIED = ("source", "cargo", "gene", "cell", "drug", "cancer")
PLURALS = {"gene": "target genes"}  # a miRNA that is a target is labelled Cargo, and not counted there
_SLOT = re.compile(r"<([a-z]+)>")


def queries() -> Iterator[tuple[str, str]]:
    """(name, text) of every query file that is made from a template."""
    for facet, (title, question, describe, example) in BY.items():
        kind = NAMED[facet]
        yield f"by_{facet}", _filled("by", {
            "title": title, "question": question, "parameter": facet, "type": kind.label, "describe": describe,
            "example": example, "anchor": ANCHORS.get(facet) or _anchor(kind),
        })  # fmt: skip
    yield f"by_{PAPER.facet}", _filled("by", {
        "title": "Claims of a paper", "question": "What does this paper report?", "parameter": "publication",
        "type": "Publication", "describe": "the paper: its PMID, PMCID, DOI or address",
        "example": "PMID:26514126", "anchor": f"(x:{PAPER.label} {{id: $publication}})<-[:{PAPER.roles[0]}]-",
    })  # fmt: skip
    for facet in MOST_STUDIED:
        kind = NAMED[facet]
        words = {"plural": PLURALS.get(facet, kind.plural), "facet": facet, "role": kind.roles[0], "label": kind.label}
        yield f"most_studied_{facet}s", _filled("most_studied", words)


def _anchor(kind: Kind) -> str:
    narrower = f"<-[:IS_A*0..12]-(:{kind.label})" if kind.taxonomy else ""
    return f"(x:{kind.label} {{id: ${kind.facet}}}){narrower}<-[:{kind.roles[0]}]-"


def _filled(template: str, words: Mapping[str, str]) -> str:
    """The template with every `<word>` replaced; KeyError for one that is not given."""
    text = (CYPHER / "templates" / f"{template}.cypher").read_text(encoding="utf-8")
    return _SLOT.sub(lambda slot: words[slot[1]], text)


if __name__ == "__main__":
    for name, text in queries():
        (CYPHER / "queries" / f"{name}.cypher").write_text(text, encoding="utf-8")
    sys.stdout.write("cypher/queries/by_*.cypher and most_studied_*.cypher written\n")
