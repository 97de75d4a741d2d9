"""Every name that the graph holds, by its folded spelling, with how often claims use it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exograph.knowledge.spelling import fold, fold_words, mirna_key
from exograph.questions import catalogue
from exograph.stores.base import Store

LABELS = tuple(
    """
    MscSource Cargo Gene Pathway ImmuneCell Drug Cancer Modality
    """.split()
)
# what stands for everything here and so narrows nothing
_GENERIC = {"CL:0000134", "DOID:162", "CL:0000738"}
_SOFT = re.compile(r"(tumor|neoplasm|malignancie|malignancy|carcinoma|cancercell|tumorcell|carcinomacell|cell)$")
_HEADS = ("mir", "let", "hsa", "micro", "mirna")
# names that people use and no vocabulary holds; the right side is a name that one does
INFORMAL = {
    "braintumor": "malignant glioma",
    "braincancer": "malignant glioma",
    "bowelcancer": "colorectal cancer",
    "womb cancer": "endometrial cancer",
    "skincancer": "melanoma",
    "kidneytumor": "kidney cancer",
    "wombcancer": "endometrial cancer",
    "irradiated": "ionising radiation",
    "xray": "ionising radiation",
    "xrays": "ionising radiation",
    "radio": "radiotherapy",
    "chemoradiotherapy": "radiotherapy",
    "bloodcancer": "hematologic cancer",
    "akt": "PI3K/AKT",
    "pi3k": "PI3K/AKT",
    "kinaseinhibitor": "kinase inhibitors",
    "pd1blockade": "PD-1/PD-L1 inhibitors",
    "antipd1": "PD-1/PD-L1 inhibitors",
    "pd1inhibitor": "PD-1/PD-L1 inhibitors",
    "pd1antibody": "PD-1/PD-L1 inhibitors",
    "antipdl1": "PD-1/PD-L1 inhibitors",
    "checkpointinhibitor": "immune checkpoint inhibitors",
    "checkpointblockade": "immune checkpoint inhibitors",
    "platinumdrug": "platinum compounds",
    "platinum": "platinum compounds",
    "angiogenic": "angiogenesis",
    "vesselgrowth": "angiogenesis",
    "fatmsc": "adipose tissue",
    "fattissue": "adipose tissue",
    "marrow": "bone marrow",
    "adiposederived": "adipose tissue",
    "bm": "bone marrow",
    "uc": "umbilical cord",
    "cord": "umbilical cord",
    "ucb": "umbilical cord blood",
    "cordblood": "umbilical cord blood",
    "gum": "gingiva",
    "periodblood": "menstrual blood",
    "mesothelial": "",
    "leukemic": "leukemia",
    "bonetumor": "bone cancer",
    "hypoxic": "hypoxia",
    "apoptotic": "apoptosis",
    "autophagic": "autophagy",
    "galectin": "",
}
# cell lines that stand for a cancer (Cellosaurus calls them so); told in the answer
CELL_LINES = {
    "mcf7": "breast cancer",
    "mdamb231": "triple-negative breast cancer",
    "t47d": "breast cancer",
    "4t1": "breast cancer",
    "hepg2": "hepatocellular carcinoma",
    "huh7": "hepatocellular carcinoma",
    "smmc7721": "hepatocellular carcinoma",
    "u87": "glioblastoma",
    "u87mg": "glioblastoma",
    "u251": "glioma",
    "a549": "non-small cell lung cancer",
    "h1299": "non-small cell lung cancer",
    "h460": "lung cancer",
    "skov3": "ovarian cancer",
    "kuramochi": "ovarian cancer",
    "pc3": "prostate cancer",
    "lncap": "prostate cancer",
    "du145": "prostate cancer",
    "hgc27": "gastric cancer",
    "sgc7901": "gastric cancer",
    "k562": "chronic myeloid leukemia",
    "thp1": "acute myeloid leukemia",
    "kg1a": "acute myeloid leukemia",
    "mg63": "osteosarcoma",
    "u2os": "osteosarcoma",
    "saos2": "osteosarcoma",
    "hct116": "colorectal cancer",
    "sw480": "colorectal cancer",
    "lovo": "colorectal cancer",
    "t24": "bladder cancer",
    "hela": "cervical cancer",
    "panc1": "pancreatic cancer",
    "rpmi8226": "multiple myeloma",
    "ags": "gastric cancer",
}


@dataclass(eq=False)
class Held:
    """A node that a name may stand for. `claims` use it in its own role, `targeted` after the cargo or as a marker."""

    label: str
    id: str
    name: str
    kind: str
    role: str
    claims: int
    targeted: int
    synonym: bool = False
    note: str = ""

    @property
    def weight(self) -> int:
        """How many claims stand behind it."""
        return self.claims + self.targeted

    @property
    def molecule_like(self) -> bool:
        """Whether it may be carried or targeted."""
        return self.label in {"Cargo", "Gene"}


class Lexicon:
    """Folded name -> nodes. Made from one query; a name of any length is looked up in constant time."""

    def __init__(self, store: Store) -> None:
        rows = store.query(catalogue.internal("question_names"), {"labels": list(LABELS)})
        self.nodes: dict[tuple[str, str], Held] = {}
        self.keys: dict[str, list[Held]] = {}
        listed, owners = [], []
        for row in rows:
            if row["id"] in _GENERIC:
                continue
            node = Held(
                row["label"],
                row["id"],
                row["name"],
                row["kind"] or "",
                row["role"] or "",
                row["claims"],
                row["targeted"],
            )
            self.nodes[node.label, node.id] = node
            names = [row["name"], *(row["synonyms"] or ())]
            listed += names
            owners += [(node, place) for place in range(len(names))]
        # folded in one go: name by name it takes ten times as long
        for key, name, (node, place) in zip(fold_words("\n".join(listed)).split("\n"), listed, owners, strict=True):
            self._add(key, node, place)
            if node.label == "Cargo" and node.kind == "miRNA":
                self._add(mirna_key(name), node, place)

    def _add(self, key: str, node: Held, place: int) -> None:
        if not key:
            return
        held = self.keys.setdefault(key, [])
        if all(other.id != node.id or other.label != node.label for other in held):
            held.append(
                node
                if place == 0
                else Held(node.label, node.id, node.name, node.kind, node.role, node.claims, node.targeted, True)
            )

    def find(self, text: str) -> list[Held]:
        """The nodes of a name, folded; also `breast tumours` for breast cancer, and a cell line for its cancer."""
        key = fold_words(text)
        found = self.keys.get(key) or (self.keys.get(fold(text)) if key else None)
        if not found and key.startswith(_HEADS):
            found = self.keys.get(mirna_key(text))
        return list(found) if found else self._otherwise(key)

    def _otherwise(self, key: str) -> list[Held]:
        if key in INFORMAL:
            return self._noted(INFORMAL[key], "an everyday name") if INFORMAL[key] else []
        if key in CELL_LINES:
            return self._noted(CELL_LINES[key], "a cell line of it")
        soft = _SOFT.sub("", key)
        if soft == key or not soft:
            return []
        stem = (
            self.keys.get(soft + "cancer")
            or self.keys.get(soft + "carcinoma")
            or (self.keys.get(soft) if key.endswith("cell") else None)
        )
        return [node for node in stem or () if node.label == "Cancer"]

    def _noted(self, name: str, note: str) -> list[Held]:
        return [
            Held(n.label, n.id, n.name, n.kind, n.role, n.claims, n.targeted, True, note)
            for n in self.keys.get(fold_words(name), ())
        ]

    def organ(self, text: str) -> list[Held]:
        """The cancer of an organ named alone: `breast` in `breast and ovarian cancer`."""
        key = fold_words(text)
        named = self.keys.get(key + "cancer") or self.keys.get(key + "carcinoma") or ()
        return [node for node in named if node.label == "Cancer"]

    def arms(self, node: Held) -> list[str]:
        """Ids of the same miRNA with and without its arm, for a filter on what is targeted."""
        stem = node.name.removeprefix("hsa-")
        bare = re.sub(r"-[35]p$", "", stem)
        wanted = {stem, f"{stem}-3p", f"{stem}-5p"} if stem == bare else {stem, bare}
        return [
            other.id
            for other in self.nodes.values()
            if other.label == "Cargo" and other.name.removeprefix("hsa-") in wanted
        ]
