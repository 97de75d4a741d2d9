"""Answers of many sizes for the tests of the page: invented molecules, shapes as in real answers."""

from __future__ import annotations

import random

from exograph.questions.answer import Answer, Path
from tests.unit.answers import make_answer, make_path

EFFECTS = ("sensitises", "confers resistance", "reverses resistance", "no effect")
DRUGS = ("cisplatin", "temozolomide", "doxorubicin", "paclitaxel")
CANCERS = ("glioma", "breast cancer", "non-small cell lung cancer", "hepatocellular carcinoma")
SOURCES = ("bone marrow", "adipose tissue", "umbilical cord", "unspecified")


def one(number: int, chance: random.Random) -> Path:
    """One invented claim; chains of one to four steps, some with siblings, a cell or a tumour effect."""
    gene = f"GENE{chance.randrange(number // 2 + 2)}"
    tail = chance.choice(["", " -> [Wnt]", " -> [PI3K/AKT] -> [EMT]", f" -| GENE{number}B, GENE{number}C"])
    source = chance.choice(SOURCES)
    treatment = chance.choice(["", f" (engineered: miR-{number} mimic transfection)", " (primed: hypoxia)"])
    shape = number % 5
    return make_path(
        f"PMID:{number}/1",
        effect="activates immune" if shape == 3 else "promotes tumour" if shape == 4 else chance.choice(EFFECTS),
        mechanism=f"hsa-miR-{chance.randrange(number + 3)}-5p -| {gene}{tail}",
        source=source,
        exosome=f"{source} MSC exosomes{treatment}",
        drugs=[chance.choice(DRUGS)] if shape < 3 else [],
        cancers=[chance.choice(CANCERS)],
        cell="Treg cell" if shape == 3 else "",
        model=chance.choice(["in vitro", "in vivo"]),
        summary=f"Summary of experiment {number}.",
    )


def sized(nodes: int) -> Answer:
    """An answer whose paths have about `nodes` different nodes (never more, unless one path has)."""
    chance, paths, seen = random.Random(nodes), list[Path](), set[tuple[str, str]]()
    for number in range(1, 10 * nodes):
        path = one(number, chance)
        more = seen | {node.key for node in path.nodes}
        if paths and len(more) > nodes:
            break
        seen = more
        paths.append(path)
    return make_answer(*paths, question=f"an answer of {nodes} nodes")
