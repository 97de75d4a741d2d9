"""What a question asks for: the noun that follows `which`, `how many`, `most`, or stands alone in front."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.questions.words.changes import Unit
from exograph.questions.words.spans import Mention

# noun -> what is listed or counted; a kind of cargo stands behind the slash
_NOUNS = {
    "Cargo": (
        "cargo cargos cargoes molecule molecules content contents factor factors substance substances compound "
        "compounds payload payloads"
    ),
    "Cargo/miRNA": "mirna mirnas microrna micrornas mirs micro-rnas",
    "Cargo/lncRNA": "lncrna lncrnas",
    "Cargo/circRNA": "circrna circrnas",
    "Cargo/siRNA": "sirna sirnas",
    "Cargo/mRNA": "mrna mrnas",
    "Cargo/protein": "protein proteins cytokine cytokines peptide peptides",
    "Cargo/anti-miR": "anti-mir anti-mirs antagomir antagomirs",
    "Cargo/RNA": "rna rnas",
    "Marker": "marker markers",
    "Gene": "gene genes target targets mediator mediators",
    "Pathway": "pathway pathways process processes signalling signaling cascade cascades axis",
    "Drug": (
        "drug drugs agent agents treatment treatments therapy therapies therapeutics medicine medicines medication "
        "medications chemotherapeutics chemotherapies compound-drug inhibitors regimen regimens antibiotics"
    ),
    "Cancer": (
        "cancer cancers tumour tumours tumor tumors malignancy malignancies disease diseases carcinoma carcinomas "
        "neoplasms"
    ),
    "MscSource": (
        "source sources tissue tissues origin origins msc mscs exosome exosomes vesicle vesicles ev evs donor "
        "donors stem-cells preparation preparations"
    ),
    "ImmuneCell": "immune-cell immune-cells cells-immune leukocytes lymphocytes",
    "Modality": "modality modalities",
    "Publication": (
        "paper papers study studies article articles publication publications reference references pmid pmids "
        "author authors reports citation citations literature researchers"
    ),
    "Claim": (
        "claim claims path paths experiment experiments finding findings result results evidence mechanism mechanisms"
    ),
    "model": "model models",
    "year": "year years",
    "effect": "effect effects outcome outcomes",
}
NOUNS = {noun: target for target, nouns in _NOUNS.items() for noun in nouns.split()}
_ASKING = frozenset(
    """
    which what whats what's list name show give all find enumerate display any print
    """.split()
)
_PASSED = frozenset(
    """
    the a every each whole complete an of all any different other known me kind kinds type types sort sorts class
    classes exosomal vesicular extracellular msc mscs mesenchymal stem stromal cell cells human specific reported
    published possible new more tested common individual single target anticancer antitumour antitumor anti cancer
    tumour tumor - immune small engineered native primed naive modified loaded drug downstream direct long non
    coding micro two three five ten us signalling signaling ' derived available potential therapeutic main most
    studied best frequent frequently often commonly commonest top please clinical unique
    """.split()
)


def wanted(units: Sequence[Unit], *, counted: bool) -> tuple[str, str]:
    """The noun that is asked for: the last one of the phrase that follows `which`, `how many`, `most`, ..."""
    starts = [
        at
        for at, unit in enumerate(units)
        if unit in (_ASKING | {"many", "most", "number", "count", "least", "commonest", "top"})
    ]
    for start in starts:
        found = _phrase(units, start + 1)
        if found[0]:
            return found
    whole = [NOUNS[unit] for unit in units if isinstance(unit, str) and unit in NOUNS]
    if counted and whole:
        return _split(whole[0])
    # no word of asking: `miRNAs in glioma`, `tumour suppressing lncRNAs of bone marrow exosomes`
    plural = [
        unit
        for at, unit in enumerate(units[:5])
        if isinstance(unit, str)
        and unit.endswith("s")
        and unit in NOUNS
        and not (unit == "inhibitors" and _acted_on(units, at - 1))
    ]
    return _split(NOUNS[plural[0]]) if plural and not starts else ("", "")


def _phrase(units: Sequence[Unit], start: int) -> tuple[str, str]:
    target, kind = "", ""
    for at in range(start, min(len(units), start + 9)):
        unit = units[at]
        if unit in {"target", "targets"} and _acted_on(units, at + 1):
            return (target, kind) if target else ("Cargo", "")
        if isinstance(unit, str) and (unit.isdecimal() or (at == start and unit in {"is", "are", "was", "were"})):
            continue  # `what are the targets of ...`
        if unit == "of" and target:
            break
        if isinstance(unit, Mention):
            # `which tyrosine kinase inhibitors`, `which leukaemias`: the name itself is the noun
            if (
                unit.label in {"Drug", "Modality", "Cancer", "ImmuneCell"}
                and (unit.text.rstrip(".").endswith("s") or unit.label == "Modality")
                and at > start - 1
                and start
            ):
                target, kind = {"Modality": "Drug"}.get(unit.label, unit.label), ""
            continue
        if unit in {"cell", "cells"} and at and units[at - 1] == "immune":
            target, kind = "ImmuneCell", ""
        elif unit in {"drugs", "drug"} and at + 1 < len(units) and units[at + 1] in {"target", "targets"}:
            target, kind = "Gene", ""
        elif unit == "inhibitors" and at and _acted_on(units, at - 1):
            continue  # `Wnt inhibitors`: what lowers it, whatever that is
        elif unit in NOUNS and not (
            unit in {"msc", "mscs", "cancer", "tumour", "tumor", "exosome", "drug", "target", "vesicle"}
            and _more(units, at)
        ):
            target, kind = _split(NOUNS[unit])
        elif unit not in _PASSED and unit not in NOUNS:
            break
    return target, kind


def _acted_on(units: Sequence[Unit], at: int) -> bool:
    """Whether a molecule stands here, so that `target` before it is a verb."""
    one = units[at] if at < len(units) else ""
    return isinstance(one, Mention) and (one.molecule or one.label == "Pathway")


def _more(units: Sequence[Unit], at: int) -> bool:
    return at + 1 < len(units) and (
        units[at + 1] in NOUNS or (units[at + 1] in _PASSED and at + 2 < len(units) and units[at + 2] in NOUNS)
    )


def _split(target: str) -> tuple[str, str]:
    label, _, kind = target.partition("/")
    return label, kind
