"""Everything the site shows, read in a few queries: all claims once, then sorted by what they name.

An entry is a name with a page of its own. Its claims are those that `exograph mechanism` finds for it: narrower terms
are included, and a miRNA is found with and without its arm.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exograph.knowledge import kinds
from exograph.questions import catalogue
from exograph.questions.answer import Answer, Fact, Hidden, Paper, Path, PathNode, Reply
from exograph.questions.evidence_map import EvidenceMap, evidence_map
from exograph.questions.held import Held, held
from exograph.questions.paths import target_facts
from exograph.questions.question import Question
from exograph.questions.run import run
from exograph.questions.tally import plural
from exograph.stores.base import Store

Key = tuple[str, str]

# in the order of the site: what readers come for first
LABELS = ("Cancer", "Drug", "Cargo", "Gene", "Pathway", "ImmuneCell", "MscSource")
PAPER = kinds.PAPER.label
MAPS = (
    ("cancer", "drug"), ("cargo", "cancer"), ("source", "cancer"), ("cell", "cargo"), ("modality", "cancer"),
    ("effect", "year"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with a page: claims are places in `SiteIndex.paths`."""

    label: str
    id: str
    name: str
    claims: tuple[int, ...]  # that name it, or a narrower term
    measured: tuple[int, ...] = ()  # that only measured it: it is a marker there
    own: int = 0  # how many of the claims name it itself
    papers: int = 0  # that name it itself
    synonyms: tuple[str, ...] = ()
    broader: tuple[Key, ...] = ()  # keys of other entries
    narrower: tuple[Key, ...] = ()
    carried: int = 0  # a cargo: how many claims' vesicles carry it; in the others it is a target
    paper: Paper | None = None

    @property
    def key(self) -> Key:
        return (self.label, self.id)


@dataclass(frozen=True, slots=True)
class SiteIndex:
    """All claims, the entries by key, and what stands beside them."""

    paths: tuple[Path, ...]
    entries: Mapping[Key, Entry]
    facts: tuple[Fact, ...]
    maps: tuple[EvidenceMap, ...]
    hidden: Hidden
    release: str
    sha256: str
    _places: dict[str, int] = field(init=False, repr=False, compare=False)  # of each claim in `paths`
    _facts: dict[Key, list[Fact]] = field(init=False, repr=False, compare=False)  # by both ends

    def __post_init__(self) -> None:
        facts: dict[Key, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for end in (fact.source.key, fact.target.key):
                facts[end].append(fact)
        object.__setattr__(self, "_places", {path.claim: place for place, path in enumerate(self.paths)})
        object.__setattr__(self, "_facts", dict(facts))

    def of(self, label: str) -> list[Entry]:
        """The entries of one kind: those with most papers first."""
        found = [entry for entry in self.entries.values() if entry.label == label]
        return sorted(found, key=lambda entry: (-entry.papers, entry.name.casefold(), entry.id))

    def answer(self, entry: Entry) -> Answer:
        """What is reported of an entry, with the claims that oppose it and what databases say."""
        paths = tuple(self.paths[place] for place in entry.claims)
        here = {path.claim for path in paths}
        against = {claim for path in paths for claim in path.opposed_by if claim in self._places} - here
        others = sorted(self._places[claim] for claim in against)
        return Answer(
            question=entry.name, paths=paths, reply=Reply("paths", _counted(paths)),
            opposing=tuple(self.paths[place] for place in others),
            facts=tuple(self._facts.get(entry.key, ())), release=self.release, sha256=self.sha256,
        )  # fmt: skip


def site_index(store: Store) -> SiteIndex:
    """Read the store once. StoreNotBuilt where it holds no graph."""
    answer = run(store, Question(), limit=sys.maxsize)
    paths = answer.paths
    drugs = sorted({node.id for path in paths for node in path.of("Drug")})
    return SiteIndex(
        paths=paths, entries=_entries(store, paths), facts=target_facts(store, drugs),
        maps=tuple(evidence_map(store, rows, columns) for rows, columns in MAPS),
        hidden=Hidden(retracted=answer.hidden.retracted), release=answer.release, sha256=answer.sha256,
    )  # fmt: skip


def _counted(paths: Sequence[Path]) -> str:
    papers = len({path.paper.id for path in paths})
    return f"{plural(len(paths), 'claim')} of {plural(papers, 'paper')}."


def _entries(store: Store, paths: Sequence[Path]) -> dict[Key, Entry]:
    """Every name in a claim, with the claims of its narrower terms; and every paper."""
    named: dict[Key, list[int]] = defaultdict(list)
    measured: dict[Key, list[int]] = defaultdict(list)
    called: dict[Key, PathNode] = {}
    for place, path in enumerate(paths):
        for node in path.nodes:
            if node.label in LABELS:
                named[node.key].append(place)
                called[node.key] = node
        for marker in path.markers:
            if marker.node.label in LABELS:
                measured[marker.node.key].append(place)
                called.setdefault(marker.node.key, marker.node)
    tree = held(store)
    below = _below(store, called)
    synonyms = {
        (row["label"], row["id"]): tuple(row["synonyms"] or ())
        for row in store.query(catalogue.internal("names"), {"labels": list(LABELS)})
    }
    found = {}
    for key, node in sorted(called.items(), key=lambda item: (LABELS.index(item[0][0]), item[1].name, item[0][1])):
        reach = _reach(tree, *key)
        claims = tuple(sorted({place for one in reach for place in named.get(one, ())}))
        markers = tuple(place for place in measured.get(key, ()) if place not in claims)
        found[key] = Entry(
            key[0], key[1], node.name, claims, markers, own=len(named.get(key, ())),
            papers=len({paths[place].paper.id for place in (*named.get(key, ()), *markers)}),
            synonyms=synonyms.get(key, ()),
            broader=tuple(above for above, narrower in below.items() if key in narrower),
            narrower=tuple(below.get(key, ())), carried=_carried(key, claims, paths),
        )  # fmt: skip
    return {**found, **_papers(paths)}


def _below(store: Store, called: Mapping[Key, PathNode]) -> dict[Key, list[Key]]:
    """For each name the narrower ones that are in a claim too, by name."""
    found: dict[Key, list[Key]] = defaultdict(list)
    for row in store.query(catalogue.internal("narrower"), {"ids": sorted({key[1] for key in called})}):
        above, under = (row["label"], row["broader"]), (row["label"], row["narrower"])
        if above in called and under in called:
            found[above].append(under)
    return {key: sorted(under, key=lambda one: called[one].name.casefold()) for key, under in sorted(found.items())}


def _reach(tree: Held, label: str, identifier: str) -> list[Key]:
    """Whose claims a name's page shows: those that a question for it finds."""
    return [(label, one) for one in sorted(tree.wanted(label, identifier))]


def _carried(key: Key, claims: Sequence[int], paths: Sequence[Path]) -> int:
    if key[0] != "Cargo":
        return 0
    return sum(any(edge.type == "CARRIES" and edge.target == key for edge in paths[place].edges) for place in claims)


def _papers(paths: Sequence[Path]) -> dict[Key, Entry]:
    claims: dict[str, list[int]] = defaultdict(list)
    papers: dict[str, Paper] = {}
    for place, path in enumerate(paths):
        claims[path.paper.id].append(place)
        papers[path.paper.id] = path.paper
    return {
        (PAPER, id_): Entry(
            PAPER, id_, papers[id_].name, tuple(claims[id_]), own=len(claims[id_]), papers=1, paper=papers[id_]
        )
        for id_ in sorted(papers)
    }
