"""What can be listed, counted and ranked: a kind of node by its role, or a property of the claim or of its paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `roles`: edges from the claim to its nodes (of these `labels`); else a property of claim or paper."""

    name: str
    plural: str
    facet: str = ""  # the facet that asks for one of them
    roles: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    claim: str = ""  # property of the claim
    paper: str = ""  # property of its paper
    words: tuple[str, ...] = ()  # further names


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("source", "sources", "source", ("HAS_SOURCE",), ("MscSource",)),
        Kind("preparation", "preparations", "", ("HAS_EXOSOME",), ("Exosome",), words=("exosome", "exosomes")),
        Kind("cargo", "cargos", "cargo", ("HAS_CARGO",), ("Cargo",), words=("cargoes",)),
        Kind("cargo-kind", "kinds of cargo", "cargo-kind", ("HAS_CARGO",), ("Cargo",)),
        Kind("target", "targets", "target", ("HAS_TARGET",), ("Gene", "Cargo")),
        Kind("marker", "markers", "marker", ("HAS_MARKER",), ("Gene", "Cargo")),
        Kind("gene", "genes", "gene", ("HAS_TARGET", "HAS_MARKER"), ("Gene",)),
        Kind("pathway", "pathways", "pathway", ("HAS_PATHWAY",), ("Pathway",)),
        Kind("drug", "drugs", "drug", ("HAS_DRUG",), ("Drug",), words=("treatment", "treatments")),
        Kind("cancer", "cancers", "cancer", ("HAS_CANCER",), ("Cancer",)),
        Kind("modality", "modalities", "modality", ("HAS_MODALITY",), ("Modality",)),
        Kind("cell", "cells", "cell", ("HAS_CELL",), ("ImmuneCell",)),
        Kind("effect", "effects", "effect", claim="effect"),
        Kind("model", "models", "model", claim="model"),
        Kind("species", "species", "species", claim="species"),
        Kind("given", "given", "given", claim="given"),
        Kind("vesicle", "vesicles", "vesicle", ("HAS_EXOSOME",), ("Exosome",)),
        Kind("year", "years", "year", claim="year"),
        Kind("journal", "journals", "journal", paper="journal"),
        Kind("author", "authors", "author", paper="first_author"),
        Kind("paper", "papers", "paper", words=("publication", "publications")),
        Kind("claim", "claims", "claim"),
    )
}
_BY_WORD = {word: kind.name for kind in KINDS.values() for word in (kind.name, kind.plural, *kind.words)}


def kind_of(word: str) -> str | None:
    """The kind that a word names, singular or plural; None for any other word."""
    return _BY_WORD.get(word.strip().lower())
