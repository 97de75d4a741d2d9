"""What the graph of a store holds: every named node, how many claims name it, and its name folded."""

from __future__ import annotations

import functools
import weakref
from dataclasses import dataclass

from exograph.knowledge.spelling import fold_words
from exograph.knowledge.vocabulary import LABELS
from exograph.resources import cypher_dir
from exograph.stores.base import Store


@dataclass(frozen=True, slots=True)
class HeldNode:
    """A node that a name may stand for."""

    label: str
    id: str
    name: str
    kind: str
    role: str
    claims: int


class Held:
    """The named nodes of one release of one store."""

    def __init__(self, nodes: tuple[HeldNode, ...]) -> None:
        self.nodes = {(node.label, node.id): node for node in nodes}

    @functools.cached_property
    def by_key(self) -> dict[str, list[HeldNode]]:
        """Nodes by folded name: names of a user's own claims are in no vocabulary."""
        found: dict[str, list[HeldNode]] = {}
        nodes = list(self.nodes.values())
        if not nodes:
            return found
        # folded in one go: name by name it takes ten times as long
        keys = fold_words("\n".join(n.name for n in nodes)).split("\n") if nodes else []
        for key, node in zip(keys, nodes, strict=True):
            found.setdefault(key, []).append(node)
        return found

    def claims(self, label: str, id: str) -> int:
        """How many claims name the node; 0 where the graph has it not."""
        node = self.nodes.get((label, id))
        return node.claims if node else 0

    def bearing(self, text: str) -> list[HeldNode]:
        """Nodes of this name, but for spelling, or of this very id."""
        wanted = text.strip()
        found = [node for node in self.by_key.get(fold_words(wanted), ()) if node.name and wanted]
        return found or (
            [n for n in self.nodes.values() if n.id.casefold() == wanted.casefold()] if ":" in wanted else []
        )


_read: weakref.WeakKeyDictionary[Store, tuple[str, Held]] = weakref.WeakKeyDictionary()


def held(store: Store | None) -> Held:
    """The names of a store, asked once a release; of no store, nothing."""
    if store is None:
        return Held(())
    release = store.release()
    known = _read.get(store)
    stamp = release.sha256 if release else ""
    if known is None or known[0] != stamp:
        known = (stamp, Held(_nodes(store)))
        _read[store] = known
    return known[1]


@functools.cache
def _query() -> str:
    return (cypher_dir() / "internal" / "held_names.cypher").read_text(encoding="utf-8")


def _nodes(store: Store) -> tuple[HeldNode, ...]:
    return tuple(
        HeldNode(row["label"], row["id"], row["name"] or "", row["kind"] or "", row["role"] or "", row["claims"])
        for row in store.query(_query(), {"labels": list(LABELS)})
    )
