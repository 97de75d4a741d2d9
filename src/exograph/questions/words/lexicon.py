"""Every name that the graph holds, by its folded spelling, with how often claims use it."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from exograph.knowledge.spelling import fold, fold_words, is_mirna, mirna_key
from exograph.questions import catalogue
from exograph.stores.base import Row, Store

LABELS = tuple(
    """
    MscSource Cargo Gene Pathway ImmuneCell Drug Cancer Modality
    """.split()
)
# what stands for everything here and so narrows nothing
_GENERIC = {"CL:0000134", "DOID:162", "CL:0000738"}
_SOFT = (
    "cancercell",
    "tumorcell",
    "carcinomacell",
    "tumor",
    "neoplasm",
    "malignancie",
    "malignancy",
    "carcinoma",
    "cell",
)
_MIRNA_HEADS = ("mir", "let", "hsa", "micro")
# names that people use and no vocabulary holds; the right side is a name that one does
INFORMAL = {
    "braintumor": "malignant glioma",
    "braincancer": "malignant glioma",
    "bowelcancer": "colorectal cancer",
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
    "leukemic": "leukemia",
    "bonetumor": "bone cancer",
    "apoptotic": "apoptosis",
    "autophagic": "autophagy",
}
# cell lines that stand for a cancer; told in the answer (folded: a last s is gone, U2OS is u2o)
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
    "u2o": "osteosarcoma",
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


@dataclass(eq=False, repr=False)
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


class Lexicon:
    """Folded name -> nodes. Made from one query; a name of any length is looked up in constant time."""

    def __init__(self, store: Store) -> None:
        self._rows: list[Row] = []
        self._index: dict[str, list[int]] = {}  # folded name -> place of the row, twice, plus 1 for a synonym
        listed: list[str] = []
        owners: list[int] = []
        for row in store.query(catalogue.internal("question_names"), {"labels": list(LABELS)}):
            if row["id"] not in _GENERIC:
                synonyms = row["synonyms"] or ()
                place = 2 * len(self._rows)
                listed += (row["name"], *synonyms)
                owners += (place, *([place + 1] * len(synonyms)))
                self._rows.append(row)
        # folded in one go: name by name it takes ten times as long
        for key, owner in zip(fold_words("\n".join(listed)).split("\n"), owners, strict=True):
            self._index.setdefault(key, []).append(owner)

    @functools.cached_property
    def nodes(self) -> dict[tuple[str, str], Held]:
        """Every node by label and id."""
        return {(row["label"], row["id"]): _held(row) for row in self._rows}

    @functools.cached_property
    def _said(self) -> dict[tuple[str, str], tuple[str, str]]:
        return {
            (row["label"], row["id"]): (row["kind"] or "", row["role"] or "")
            for row in self._rows
            if row["kind"] or row["role"]
        }

    def said_of(self, label: str, identifier: str) -> tuple[str, str]:
        """Kind and role of a node, empty where it has none."""
        return self._said.get((label, identifier), ("", ""))

    @functools.cached_property
    def of_length(self) -> dict[int, list[str]]:
        """Folded names of letters alone, by their length: to look for misspelt ones."""
        found: dict[int, list[str]] = {}
        for key in self._index:
            if key.isalpha():
                found.setdefault(len(key), []).append(key)
        return found

    def bearers(self, key: str) -> list[Held]:
        """The nodes of a folded name."""
        return self._of(key)

    def _of(self, key: str) -> list[Held]:
        """The nodes of a folded name, each once, by its name before by its synonyms."""
        found: dict[int, Held] = {}
        for owner in sorted(self._index.get(key, ())):
            found.setdefault(owner // 2, _held(self._rows[owner // 2], synonym=bool(owner % 2)))
        return list(found.values())

    def find(self, text: str) -> list[Held]:
        """The nodes of a name, folded; also `breast tumours` for breast cancer, and a cell line for its cancer."""
        key = fold_words(text)
        if key.startswith(_MIRNA_HEADS) and is_mirna(text):
            return self._mirna(text)
        found = self._of(key) if key in self._index else []
        return found or self._otherwise(key)

    def _mirna(self, text: str) -> list[Held]:
        """A miRNA by its spelling without `hsa-`; `miR-16-1` is not `miR-161`, though both fold alike."""
        wanted = mirna_key(text)
        folded = fold(wanted.replace(":", ""))
        found = [node for key in (folded, f"hsa{folded}") for node in self._of(key)]
        fitting = [node for node in found if wanted in {mirna_key(name) for name in self._names(node)}]
        return list({(node.label, node.id): node for node in reversed(fitting)}.values())

    def _names(self, node: Held) -> tuple[str, ...]:
        row = next(row for row in self._rows if row["id"] == node.id and row["label"] == node.label)
        return (row["name"], *(row["synonyms"] or ()))

    def _otherwise(self, key: str) -> list[Held]:
        if key in INFORMAL:
            return self._noted(INFORMAL[key], "an everyday name")
        if key in CELL_LINES:
            return self._noted(CELL_LINES[key], "a cell line of it")
        soft = next((key.removesuffix(end) for end in _SOFT if key.endswith(end)), "")
        if not soft:
            return []
        stem = self._of(soft + "cancer") or self._of(soft + "carcinoma")
        stem = stem or (self._of(soft) if key.endswith("cell") else [])
        return [node for node in stem if node.label == "Cancer"]

    def _noted(self, name: str, note: str) -> list[Held]:
        found = self._of(fold_words(name))
        for node in found:
            node.synonym, node.note = True, note
        return found

    def organ(self, text: str) -> list[Held]:
        """The cancer of an organ named alone: `breast` in `breast and ovarian cancer`."""
        key = fold_words(text)
        return [node for node in self._of(key + "cancer") or self._of(key + "carcinoma") if node.label == "Cancer"]

    def arms(self, node: Held) -> list[str]:
        """Ids of the same miRNA with and without its arm, for a filter on what is targeted."""
        stem = node.name.removeprefix("hsa-")
        bare = stem.removesuffix("-3p").removesuffix("-5p")
        wanted = {stem, f"{stem}-3p", f"{stem}-5p"} if stem == bare else {stem, bare}
        return [
            row["id"] for row in self._rows if row["label"] == "Cargo" and row["name"].removeprefix("hsa-") in wanted
        ]


def _held(row: Row, *, synonym: bool = False) -> Held:
    return Held(
        row["label"],
        row["id"],
        row["name"],
        row["kind"] or "",
        row["role"] or "",
        row["claims"],
        row["targeted"],
        synonym,
    )
