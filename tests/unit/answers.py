"""Hand-made answers for tests: `make_path` builds the chain of one claim from the mechanism notation, by itself.

It shares no code with the projection, so that views can be tested against what design says, not against what is built.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

from exograph.questions.answer import (
    Answer,
    Fact,
    Hidden,
    Marker,
    Nearest,
    Nothing,
    Offered,
    Paper,
    Path,
    PathEdge,
    PathNode,
    Reply,
    Understood,
)
from exograph.questions.question import Not, Question, Term, both

SIGNS = {
    "sensitises": 1,
    "reverses resistance": 1,
    "confers resistance": -1,
    "suppresses tumour": 1,
    "promotes tumour": -1,
    "activates immune": 1,
    "suppresses immune": -1,
    "no effect": 0,
}
FAMILIES = {
    "sensitises": "response",
    "reverses resistance": "response",
    "confers resistance": "response",
    "suppresses tumour": "tumour",
    "promotes tumour": "tumour",
    "activates immune": "immune",
    "suppresses immune": "immune",
}
LAST = {
    ("Drug", 1): "SENSITISES_TO",
    ("Drug", -1): "CONFERS_RESISTANCE_TO",
    ("Cancer", 1): "SUPPRESSES",
    ("Cancer", -1): "PROMOTES",
    ("ImmuneCell", 1): "ACTIVATES_CELL",
    ("ImmuneCell", -1): "SUPPRESSES_CELL",
}
CELLS = {"T cell", "CD8+ T cell", "Treg cell", "NK cell", "macrophage", "M2 macrophage", "dendritic cell", "MDSC"}
REGULATORY = {"Treg cell", "M2 macrophage", "MDSC"}
ARROWS = {"->": ("ACTIVATES", 1), "-|": ("REPRESSES", -1), "~": ("ACTS_ON", None)}


def node(label: str, name: str) -> PathNode:
    """A node whose id is made from its name, the same for every label (a drug as cargo and as drug is one id)."""
    return PathNode("test:" + (re.sub(r"[^a-z0-9+]+", "-", name.lower()).strip("-") or "x"), label, name,
                    _role(name) if label == "ImmuneCell" else "")  # fmt: skip


def _role(cell: str) -> str:
    return "regulatory" if cell in REGULATORY else "effector"


def make_paper(number: int = 1, **fields: Any) -> Paper:
    """A paper `PMID:number`."""
    given = {"pmid": str(number), "year": 2000 + number % 25, "first_author": "Wang X", "journal": "J Test", **fields}
    return Paper(f"PMID:{number}", f"Paper {number}", f"https://pubmed.ncbi.nlm.nih.gov/{number}/", **given)


def molecule(text: str) -> PathNode:
    """A name of the notation as a node."""
    if text.startswith("["):
        return node("ImmuneCell" if text[1:-1] in CELLS else "Pathway", text[1:-1])
    return node("Cargo" if re.match(r"(hsa-)?(miR|let)-", text) else "Gene", text)


class _Chain:
    def __init__(self, claim: str) -> None:
        self.claim = claim
        self.edges: list[PathEdge] = []
        self.step = 0

    def hop(self, kind: str, sources: Sequence[PathNode], targets: Sequence[PathNode], sign: int | None,
            derived: bool = False) -> None:  # fmt: skip
        self.edges += [
            PathEdge(f"{self.claim}:{self.step}:{a.id}>{b.id}", kind, a.key, b.key, self.step, sign, derived)
            for a in sources
            for b in targets
        ]
        self.step += 1


def _last_hop(
    chain: _Chain, effect: str, product: int | None, last: Sequence[PathNode], objects: Sequence[PathNode]
) -> None:
    sign = SIGNS[effect]
    if sign and product is not None:
        sign *= product * (-1 if objects[0].name in REGULATORY else 1)
        chain.hop(LAST[objects[0].label, sign], last, objects, sign, derived=True)
    else:
        kind, none = ("ACTS_ON", None) if sign else ("NO_EFFECT_ON", 0)
        chain.hop(kind, last, objects, none, derived=True)


def make_path(
    claim: str = "PMID:1/1",
    *,
    effect: str = "sensitises",
    mechanism: str = "",
    source: str = "bone marrow",
    exosome: str | None = None,
    drugs: Sequence[str] = (),
    cancers: Sequence[str] = (),
    cell: str = "",
    markers: Sequence[tuple[str, str]] = (),
    kind: Literal["reported", "assembled"] = "reported",
    paper: Paper | None = None,
    **fields: Any,
) -> Path:
    """One path as the projection would make it: chain edges by step, the sign of the last one derived."""
    chain = _Chain(claim)
    tissue = "" if source == "unspecified" else f"{source} "
    vesicle = node("Exosome", exosome or f"{tissue}MSC exosomes")
    msc, drug = node("MscSource", source), [node("Drug", name) for name in drugs]
    cancer, cells = [node("Cancer", name) for name in cancers], [node("ImmuneCell", cell)] if cell else []
    chain.hop("SECRETES", [msc], [vesicle], None)
    last, product = _mechanism(chain, mechanism, vesicle)
    family = FAMILIES.get(effect, "response" if drug else "immune" if cells else "tumour")
    objects = {"response": drug, "immune": cells, "tumour": cancer}[family] or cancer
    if objects:
        _last_hop(chain, effect, product, last, objects)
    chain.hop("TESTED_IN", drug, cancer, None)
    found = [msc, vesicle, *_molecules(mechanism), *cells, *drug, *cancer]
    carried = {item.id for item in found if item.label == "Cargo"}
    defaults = {"given": "vesicles", "model": "in vitro", "species": "human"}
    given: dict[str, Any] = {**defaults, "loaded": any(item.id in carried for item in drug), **fields}
    return Path(
        kind=kind,
        claim=claim,
        effect=effect,
        sign=SIGNS[effect],
        family=family,
        mechanism=mechanism,
        nodes=tuple({item.key: item for item in found}.values()),
        edges=tuple(chain.edges),
        paper=paper or make_paper(int(re.sub(r"\D", "", claim.partition("/")[0])[:9] or 1)),
        changes=_changes(mechanism, SIGNS[effect] if family == "immune" else 0, cells),
        markers=tuple(Marker(node("Gene", gene), direction) for gene, direction in markers),
        **given,
    )


def _groups(mechanism: str) -> tuple[list[list[PathNode]], list[str]]:
    parts = re.split(r" (->|-\||~) ", mechanism) if mechanism else []
    groups = [[molecule(name.strip()) for name in part.split(",")] for part in parts[0::2]]
    if groups:
        groups[0] = [node("Cargo", item.name) for item in groups[0] if item.name != "exosome"]
    return groups, parts[1::2]


def _changes(mechanism: str, immunity: int, cells: Sequence[PathNode]) -> dict[tuple[str, str], int]:
    """More or less of each node, read from the notation from left to right; of the cell acted on, from the effect."""
    groups, arrows = _groups(mechanism)
    told: dict[tuple[str, str], set[int]] = {}
    amount = 1
    for arrow, group in zip(["->", *arrows], groups, strict=False):
        amount *= ARROWS[arrow][1] or 0
        for item in group:
            told.setdefault(item.key, set()).add(amount)
    for cell in cells if immunity else ():
        told.setdefault(cell.key, set()).discard(0)
        told[cell.key].add(immunity * (-1 if cell.role == "regulatory" else 1))
    return {key: amount for key, amounts in told.items() if len(amounts) == 1 for amount in amounts if amount}


def _molecules(mechanism: str) -> list[PathNode]:
    return [item for group in _groups(mechanism)[0] for item in group]


def _mechanism(chain: _Chain, mechanism: str, vesicle: PathNode) -> tuple[list[PathNode], int | None]:
    groups, arrows = _groups(mechanism)
    last, product = [vesicle], 1
    known: int | None = product
    if groups and groups[0]:
        chain.hop("CARRIES", last, groups[0], None)
        last = groups[0]
    for arrow, group in zip(arrows, groups[1:], strict=True):
        kind, sign = ARROWS[arrow]
        chain.hop(kind, last, group, sign)
        known = None if known is None or sign is None else known * sign
        last = group
    return last, known


def make_answer(*paths: Path, **fields: Any) -> Answer:
    """An answer to `mechanism` with these paths."""
    given: dict[str, Any] = {
        "question": "how?",
        "reply": Reply("paths", ""),
        "release": "2026.11",
        "sha256": "0123456789abcdef" * 4,
        "hidden": Hidden(),
        **fields,
    }
    return Answer(paths=paths, **given)


def make_fact(
    source: tuple[str, str], kind: str, target: tuple[str, str], origin: str = "DrugMechDB", **fields: Any
) -> Fact:
    """A database fact between (label, name) pairs."""
    a, b = node(*source), node(*target)
    return Fact(PathEdge(f"{a.id}:{kind}:{b.id}", kind, a.key, b.key, 0, None, False, origin), a, b, **fields)


def all_effects() -> list[Path]:
    """One path for each of the eight effects."""
    return [
        make_path("PMID:901/1", effect="sensitises", mechanism="miR-122-5p -| CCNG1, ADAM10", drugs=["sorafenib"],
                  cancers=["hepatocellular carcinoma"]),
        make_path("PMID:902/1", effect="reverses resistance", mechanism="miR-1236 -| SLC9A1 -> [Wnt]",
                  source="adipose tissue", drugs=["cisplatin"], cancers=["breast cancer"]),
        make_path("PMID:903/1", effect="confers resistance", mechanism="PSMA3-AS1 -> PSMA3 -> [proteasome]",
                  drugs=["proteasome inhibitors"], cancers=["multiple myeloma"]),
        make_path("PMID:904/1", effect="suppresses tumour", mechanism="miR-144 -| CCNE1, CCNE2",
                  cancers=["non-small cell lung cancer"]),
        make_path("PMID:905/1", effect="promotes tumour", mechanism="exosome -> [Wnt]", cancers=["breast cancer"]),
        make_path("PMID:906/1", effect="activates immune", mechanism="IL2", cell="CD8+ T cell", cancers=["melanoma"]),
        make_path("PMID:907/1", effect="suppresses immune", cell="NK cell"),
        make_path("PMID:908/1", effect="no effect", drugs=["sunitinib"], cancers=["renal cell carcinoma"]),
    ]  # fmt: skip


def hostile_answer() -> Answer:
    """An answer with HOSTILE in every field that holds text from outside."""
    bad = HOSTILE
    paper = Paper(bad, bad, f"javascript:{bad}", bad, bad, bad, 2020, bad, bad, "retracted", bad)
    path = make_path(bad, effect="sensitises", mechanism=f"{bad} -| X", source=bad, exosome=bad, drugs=[bad],
                     cancers=[bad], cell=bad, markers=[(bad, "up")], paper=paper, versus=bad, given=bad, model=bad,
                     species=bad, summary=bad, origin=bad, opposed_by=(bad,), joins=(bad,),
                     modalities=(bad,))  # fmt: skip
    return make_answer(
        path,
        question=bad,
        asked=Question(kind=bad, where=both(Term(bad, (bad,)), Not(Term("drug", (bad,))))),
        text=bad,
        command=(bad, bad),
        readings=(Offered(Question(), bad, (bad,), 1),),
        reply=Reply("list", bad, ({bad: bad, "list": [bad]},), bad),
        understood=(Understood(bad, bad, bad, bad, bad, bad),),
        opposing=(path,),
        nothing=Nothing(bad, (Nearest(bad, bad),)),
        facts=(make_fact(("Drug", bad), bad, ("Gene", bad), bad, action=bad, source_page=bad),),
        notes=(bad,),
        release=bad,
        sha256=bad,
    )


# a terminal, a table, a web page and a reader's eye are all attacked by it
HOSTILE = (
    "ev\x1b[31mil\t\n\r\x00\u202egnp.exe\u2066<img src=x onerror=alert(1)>"
    "`|*_[x](javascript:alert(1))\x9b2J\ud800\u2028end"
)

WORKED = {
    "38a": make_path("PMID:38/1", effect="promotes tumour", cancers=["gastric cancer"],
                     mechanism="LINC01559 -| miR-1343-3p -| PGK1 -> [PI3K/AKT]"),
    "38b": make_path("PMID:38/2", effect="promotes tumour", cancers=["gastric cancer"],
                     mechanism="LINC01559 -> EZH2 -| PTEN -| [PI3K/AKT]"),
    "157": make_path("PMID:157/1", effect="activates immune", cell="Treg cell", mechanism="LGALS9 siRNA -| LGALS9",
                     cancers=["pancreatic cancer"]),
    "208": make_path("PMID:208/1", effect="suppresses tumour", cancers=["colorectal cancer"],
                     mechanism="miR-1827 -| SUCNR1 -> [M2 macrophage]"),
    "26": make_path("PMID:26/1", effect="suppresses tumour", cancers=["colorectal cancer"], drugs=["doxorubicin"],
                    mechanism="doxorubicin", versus="free drug",
                    exosome="bone marrow MSC exosomes (engineered: MUC1 aptamer)"),
    "226": make_path("PMID:226/1", effect="suppresses tumour", cancers=["breast cancer"],
                     mechanism="exosome -> [apoptosis]",
                     markers=[("TP53", "up"), ("BCL2", "down"), ("VEGFA", "down"), ("BAX", "down")]),
    "19": make_path("PMID:19/1", effect="sensitises", cancers=["cervical cancer"], drugs=["paclitaxel", "cisplatin"],
                    mechanism="exosome ~ [drug efflux]"),
    "154": make_path("PMID:154/1", effect="reverses resistance", cancers=["nasopharyngeal carcinoma"],
                     drugs=["ionising radiation"], mechanism="hsa-miR-34c-5p -| CTNNB1 -> [EMT]"),
    "108": make_path("PMID:108/1", effect="suppresses tumour", cancers=["lung cancer"], given="cells"),
    "260": make_path("PMID:260/1", effect="suppresses tumour", cancers=["melanoma"], source="umbilical cord",
                     exosome="umbilical cord MSC exosomes (primed: 2 Gy)"),
}  # fmt: skip
