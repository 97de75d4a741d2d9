"""From claim ids to REPORTED paths: one claim, one path, with all its edges by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from exograph.knowledge.kinds import CHAIN, CHANGED
from exograph.questions import catalogue
from exograph.questions.answer import Fact, Marker, Paper, Path, PathEdge, PathNode
from exograph.stores.base import Row, Store

_ORDER = tuple(kind.roles[0] for kind in CHAIN if kind.label != "Modality")  # a modality is no part of a path


def reported_paths(store: Store, claims: Sequence[str]) -> tuple[Path, ...]:
    """The paths of these claims, in their order. Claims that the store does not hold are left out."""
    if not claims:
        return ()
    wanted = {"claims": list(claims)}
    roles, hops, opposed = (
        _by_claim(store.query(catalogue.internal(name), wanted)) for name in ("roles", "hops", "opposing")
    )
    made = {}
    for row in store.query(catalogue.internal("claims"), wanted):
        claim = row["claim"]
        made[claim] = _path(row, roles[claim], hops[claim], tuple(other["opposed_by"] for other in opposed[claim]))
    return tuple(made[claim] for claim in dict.fromkeys(claims) if claim in made)


def _by_claim(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["claim"]].append(row)
    return found


def _path(row: Row, roles: list[Row], hops: list[Row], opposed: tuple[str, ...]) -> Path:
    claim: dict[str, Any] = row["properties"]
    nodes = {
        (role["label"], role["id"]): PathNode(role["id"], role["label"], role["name"], role["cell_role"] or "")
        for role in roles
    }
    markers = tuple(
        Marker(nodes[role["label"], role["id"]], role["direction"]) for role in roles if role["role"] == "HAS_MARKER"
    )
    return Path(
        kind="reported", claim=row["claim"], effect=claim["effect"], sign=claim["sign"], family=claim["family"],
        mechanism=claim.get("mechanism") or "", given=claim["given"], model=claim["model"],
        nodes=_ordered(nodes, roles, hops), edges=tuple(_edge(hop) for hop in hops), paper=paper(row["paper"]),
        versus=claim.get("versus") or "", loaded=bool(claim.get("loaded")),
        species=claim.get("species") or "", summary=claim.get("summary") or "",
        origin=claim.get("origin") or "exograph", markers=markers,
        modalities=tuple(sorted(role["name"] for role in roles if role["role"] == "HAS_MODALITY")), opposed_by=opposed,
        changes=_changes(roles),
    )  # fmt: skip


def _changes(roles: list[Row]) -> dict[tuple[str, str], int]:
    """The running signs that the roles hold; none for a cargo that the mechanism names again and leaves open."""
    found: dict[tuple[str, str], set[int | None]] = defaultdict(set)
    for role in roles:
        if role["role"] in CHANGED:
            found[role["label"], role["id"]].add(role["change"])
    return {key: sign for key, signs in found.items() if len(signs) == 1 for sign in signs if sign}


def _ordered(nodes: dict[tuple[str, str], PathNode], roles: list[Row], hops: list[Row]) -> tuple[PathNode, ...]:
    """In the order of the chain; role nodes that no edge touches come last."""
    keys: dict[tuple[str, str], None] = {}
    for hop in hops:
        keys[hop["source_label"], hop["source"]] = None
        keys[hop["target_label"], hop["target"]] = None
    for role in sorted(
        (role for role in roles if role["role"] in _ORDER), key=lambda role: (_ORDER.index(role["role"]), role["id"])
    ):
        keys.setdefault((role["label"], role["id"]), None)
    return tuple(nodes[key] for key in keys)


def _edge(hop: Row) -> PathEdge:
    return PathEdge(
        id=hop["id"], type=hop["type"],
        source=(hop["source_label"], hop["source"]), target=(hop["target_label"], hop["target"]),
        step=hop["step"], sign=hop["sign"], derived=bool(hop["derived"]),
    )  # fmt: skip


def paper(held: dict[str, Any]) -> Paper:
    """A Publication node's properties as a Paper."""
    return Paper(
        id=held["id"], name=held["name"], url=held["url"], pmid=held.get("pmid") or "", pmcid=held.get("pmcid") or "",
        doi=held.get("doi") or "", year=held.get("year"), first_author=held.get("first_author") or "",
        journal=held.get("journal") or "", status=held["status"], status_page=held.get("status_page") or "",
    )  # fmt: skip


def target_facts(store: Store, drugs: Sequence[str]) -> tuple[Fact, ...]:
    """What databases say of the drugs' targets; facts, never part of a path."""
    if not drugs:
        return ()
    rows = store.query(catalogue.internal("targets"), {"drugs": list(drugs)})
    return tuple(
        Fact(
            PathEdge(row["id"], "TARGETS", ("Drug", row["drug"]), ("Gene", row["gene"]), 0, origin=row["origin"]),
            PathNode(row["drug"], "Drug", row["drug_name"]), PathNode(row["gene"], "Gene", row["gene_name"]),
            action=row["action"] or "", source_page=row["page"] or "",
        )
        for row in rows
    )  # fmt: skip
