"""Reads names: the ladder of the vocabularies, joined with what a store's claims use."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from exograph.knowledge.spelling import clean
from exograph.knowledge.vocabulary import LABELS, Vocabulary, bundled
from exograph.names.held import Held, HeldNode, held
from exograph.names.model import Meaning, Named, Span
from exograph.stores.base import Store

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Candidate
    from exograph.knowledge.vocabulary import Entry

_OWN = "a name that claims of this store use"
_MOST_COMPLETIONS = 200


class Names:
    """Reads names against the vocabularies and what a store holds; without a store, the vocabularies alone."""

    def __init__(self, store: Store | None = None, vocabulary: Vocabulary | None = None) -> None:
        self.store = store
        self._given = vocabulary

    @functools.cached_property
    def vocabulary(self) -> Vocabulary:
        """The vocabularies; opened on first use."""
        return self._given or bundled()

    @property
    def held(self) -> Held:
        """What the store holds, read once a release."""
        return held(self.store)

    def read(self, text: str, labels: Sequence[str] = (), *, kind: str = "") -> Named:
        """What one text means among `labels` (none: all). KeyError for an unknown label."""
        wanted = tuple(label for label in LABELS if label in labels) if labels else ()
        if len(wanted) != len(set(labels)):
            raise KeyError(next(label for label in labels if label not in LABELS))
        found = self.vocabulary.ground(text, wanted or None, kind=kind)
        if found.status == "unmatched":
            own = tuple(
                Meaning(one.label, one.id, one.name, _OWN, 0, one.claims, "", one.kind, one.role)
                for one in self.held.bearing(text)
                if not wanted or one.label in wanted
            )
            if own:
                return Named(text, _status(own), own)
            return Named(text, "unknown", (), tuple(map(self._meaning, found.nearest)), found.note)
        meanings = self._with_twins(tuple(map(self._meaning, found.candidates)), wanted)
        return self._chosen(Named(text, _status(meanings), meanings, (), found.note))

    def find(self, words: Sequence[str]) -> list[Span]:
        """All names in a sentence of words: at each place the longest first, overlapping ones included."""
        from exograph.names.spans import find

        return find(self, words)

    def every(self, text: str, rows: set[tuple[str, int]]) -> tuple[Meaning, ...]:
        """All meanings of a text on every rung, best first, of these rows (table, number) alone."""
        from exograph.knowledge.grounding import every

        found = every(self.vocabulary, text, rows)
        return self._with_twins(tuple(map(self._meaning, found)), ())

    def reread(self, text: str) -> tuple[Meaning, ...]:
        """What a text means that no table bears as it stands, without its trimmings; empty where that does not help."""
        from exograph.knowledge.reread import otherwise

        found = otherwise(self.vocabulary, clean(text), ())
        return self._with_twins(tuple(map(self._meaning, found.candidates)), ()) if found else ()

    def slip(self, word: str, labels: Sequence[str] = ()) -> Meaning | None:
        """The one name held by the graph that the word can only be a slip of; None for every doubt."""
        from exograph.names.slips import slip

        return slip(self, word, tuple(labels))

    def complete(self, prefix: str, label: str) -> list[tuple[str, str]]:
        """(name, id) of what the store holds and begins like this; synonyms where no name does."""
        wanted = prefix.casefold()
        nodes = [node for node in self.held.nodes.values() if node.label == label and node.claims]
        named = sorted((node.name, node.id) for node in nodes if node.name.casefold().startswith(wanted))
        if named or not wanted:
            return named[:_MOST_COMPLETIONS]
        entries = (self.known(label, node.id) for node in nodes)
        also = {(s, e.id) for e in entries if e for s in e.synonyms if s.casefold().startswith(wanted)}
        return sorted(also)[:_MOST_COMPLETIONS]

    def narrower(self, label: str, id: str) -> tuple[Meaning, ...]:
        """What the graph holds below a term by IS_A, the term itself left out."""
        below = [
            node for node in self.held.nodes.values()
            if node.label == label and node.id != id and id in self.above(label, node.id)
        ]  # fmt: skip
        return tuple(_of(node, "a kind of it") for node in sorted(below, key=lambda node: (-node.claims, node.name)))

    def kin(self, label: str, id: str) -> tuple[Meaning, ...]:
        """Terms near one that no claim names, that claims do name: below it, above it, then beside it."""
        above = self.above(label, id)
        parents = set(above[:1])
        found = [*self.narrower(label, id)]
        found += [_of(n, "it is one of these") for a in above if (n := self.held.nodes.get((label, a)))]
        found += [
            _of(node, "of the same class")
            for node in self.held.nodes.values()
            if node.label == label and node.id != id and parents & set(self.above(label, node.id)[:1])
        ]
        return tuple({one.key: one for one in reversed(found) if one.claims}.values())[::-1]

    def known(self, label: str, id: str) -> Entry | None:
        """The entry of the vocabularies; None for a name of the user's own."""
        try:
            return self.vocabulary.entry(label, id)
        except KeyError:
            return None

    def above(self, label: str, id: str) -> tuple[str, ...]:
        """Identifiers that a term IS_A by the vocabularies, nearest first; none for a name of the user's own."""
        return self.vocabulary.ancestors(label, id) if self.known(label, id) else ()

    def _meaning(self, one: Candidate) -> Meaning:
        entry = self.known(one.label, one.id)
        kind, role = (entry.kind, entry.role) if entry else ("", "")
        claims = self.held.claims(one.label, one.id)
        return Meaning(one.label, one.id, one.name, one.why, one.rung, claims, one.note, kind, role)

    def _with_twins(self, meanings: tuple[Meaning, ...], wanted: tuple[str, ...]) -> tuple[Meaning, ...]:
        """A molecule that is carried here and targeted there is a Cargo and a Gene with one id: both are meant."""
        found = {one.key: one for one in meanings}
        for one in meanings:
            for label in wanted or LABELS:
                twin = self.held.nodes.get((label, one.id))
                if twin:
                    other = replace(one, label=label, claims=twin.claims, kind=twin.kind, role=twin.role)
                    found.setdefault(other.key, other)
        return tuple(found.values())

    def _chosen(self, named: Named) -> Named:
        """Of several on one rung the one that claims name, where no claim names another; the note says so."""
        if named.status != "ambiguous":
            return named
        used = {one.id for one in named.meanings if one.claims}
        if len(used) != 1:
            return named
        kept = tuple(one for one in named.meanings if one.id in used)
        left = dict.fromkeys(f"{one.name} ({one.why})" for one in named.meanings if one.id not in used)
        note = f"also {', '.join(list(left)[:3])}{' and more' if len(left) > 3 else ''}, which no claim here names"
        return Named(named.text, "matched", kept, (), note)


def _status(meanings: Sequence[Meaning]) -> Literal["matched", "ambiguous"]:
    return "matched" if len({one.id for one in meanings}) == 1 else "ambiguous"


def _of(node: HeldNode, why: str) -> Meaning:
    return Meaning(node.label, node.id, node.name, why, 0, node.claims, "", node.kind, node.role)
