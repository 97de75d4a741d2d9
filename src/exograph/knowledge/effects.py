"""The eight effect words: sign, family, and the type of the last edge that a sign gives."""

from __future__ import annotations

from collections.abc import Mapping

SIGNS: Mapping[str, int] = {
    "sensitises": 1,
    "reverses resistance": 1,
    "suppresses tumour": 1,
    "activates immune": 1,
    "confers resistance": -1,
    "promotes tumour": -1,
    "suppresses immune": -1,
    "no effect": 0,
}
EFFECTS = tuple(SIGNS)

FAMILIES: Mapping[str, str] = {
    "sensitises": "response",
    "reverses resistance": "response",
    "confers resistance": "response",
    "suppresses tumour": "tumour",
    "promotes tumour": "tumour",
    "activates immune": "immune",
    "suppresses immune": "immune",
}

# --effect sensitises includes what it implies
IMPLIED: Mapping[str, tuple[str, ...]] = {"sensitises": ("sensitises", "reverses resistance")}

TARGET_LABEL: Mapping[str, str] = {"response": "Drug", "tumour": "Cancer", "immune": "ImmuneCell"}

LAST_EDGE: Mapping[tuple[str, int], str] = {
    ("Drug", 1): "SENSITISES_TO",
    ("Drug", -1): "CONFERS_RESISTANCE_TO",
    ("Cancer", 1): "SUPPRESSES",
    ("Cancer", -1): "PROMOTES",
    ("ImmuneCell", 1): "ACTIVATES_CELL",
    ("ImmuneCell", -1): "SUPPRESSES_CELL",
}


def family(effect: str, *, drug: bool, cell: bool) -> str:
    """What the effect speaks about; a null result speaks about the drug, else the cell, else the tumour."""
    if effect in FAMILIES:
        return FAMILIES[effect]
    return "response" if drug else "immune" if cell else "tumour"
