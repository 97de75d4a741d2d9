"""Which claims meet a condition: the facets' own queries and sets beside one query that filters every claim.

    python -m benchmarks.questions [--claims 20000] [--conditions 200]

Conditions join two to four facets, with values that claims have. `naive.cypher` matches every claim and filters it,
with the same identifiers (broader terms expanded before, for both). Both are asked in turns in one process, on the
embedded store, warm: names and IS_A are read. The second table asks each facet alone.
"""

from __future__ import annotations

import argparse
import functools
import random
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.stores import projected, timed
from exograph.names import Names
from exograph.questions.facets import FACETS
from exograph.questions.question import Condition, Term, both, terms
from exograph.questions.select import Selector
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore

NAMED = {"drug": "Drug", "cancer": "Cancer", "cargo": "Cargo", "target": "Gene", "pathway": "Pathway",
         "cell": "ImmuneCell", "source": "MscSource"}  # fmt: skip
WORDS: dict[str, Sequence[str]] = {
    "preparation": ("native", "primed", "engineered"), "given": ("vesicles", "cells"), "year": ("2019", "2018-2022"),
    "effect": ("sensitises", "suppresses tumour", "promotes tumour", "suppresses immune", "no effect"),
}  # fmt: skip


@functools.cache
def naive_query() -> str:
    """The query that filters every claim."""
    return Path(__file__).with_name("naive.cypher").read_text(encoding="utf-8")


def conditions(selector: Selector, number: int) -> list[Condition]:
    """Conditions of two to four facets, the same each time; a name is one of the store's claims, or broader."""
    rng = random.Random(1)
    named = {facet: [node.id for node in selector.names.held.nodes.values()
                     if node.label == label and (node.claims or label == "Cancer")]
             for facet, label in NAMED.items()}  # fmt: skip
    made = []
    for _ in range(number):
        facets = rng.sample([*NAMED, *WORDS], rng.choice((2, 3, 4)))
        terms = (Term(facet, (rng.choice(named.get(facet) or WORDS[facet]),)) for facet in facets)
        made.append(both(*terms))
    return [one for one in made if one is not None]


def ours(store: Store, names: Names, condition: Condition) -> frozenset[str]:
    """The claims by the executor; nothing is remembered from the condition before."""
    return Selector(store, names).claims(condition)


def naive(store: Store, names: Names, condition: Condition) -> frozenset[str]:
    """The claims by the one query over all."""
    selector = Selector(store, names)
    parameters: dict[str, Any] = dict.fromkeys((*NAMED, *WORDS))
    for term, _ in terms(condition):
        parameters[term.facet] = list(selector.read(term).values)
    return frozenset(row["claim"] for row in store.query(naive_query(), parameters))


def quickest(work: Callable[[], object]) -> float:
    """Seconds of the quickest of three runs: on a shared machine the others say what else it does."""
    return min(timed(work) for _ in range(3))


def compared(store: Store, names: Names, asked: Sequence[Condition]) -> None:
    """Both ways in turns, as milliseconds and as ratios."""
    ways = (ours, naive)
    times: dict[str, list[float]] = {way.__name__: [] for way in ways}
    found = []
    for condition in asked:
        answers = [way(store, names, condition) for way in ways]
        assert answers[0] == answers[1], f"{condition}: the two ways differ"
        found.append(len(answers[0]))
        for way in ways:
            times[way.__name__].append(quickest(functools.partial(way, store, names, condition)))
    print(f"{len(asked)} conditions, {sum(map(bool, found))} of them find claims (median {statistics.median(found):g})")
    for name, seconds in times.items():
        print(f"{name:8} median {statistics.median(seconds) * 1000:8.1f} ms  slowest {max(seconds) * 1000:8.1f} ms")
    ratios = [there / here for here, there in zip(times["ours"], times["naive"], strict=True)]
    print(f"naive / ours: median {statistics.median(ratios):.0f}, from {min(ratios):.1f} to {max(ratios):.0f}")


def alone(store: Store, names: Names) -> None:
    """Each facet by itself, slowest last: milliseconds and the claims found."""
    rows = []
    for name, facet in FACETS.items():
        selector = Selector(store, names)
        values = facet.words or (() if name in {"claim", "paper"} else selector.read(Term(name, ("any",))).values)
        for value in (values[0], values[len(values) // 2]) if values else ():
            text = str(value) if facet.held or facet.words or facet.named else "2019"
            term = Term(name, (text,))
            best = quickest(functools.partial(ours, store, names, term))
            rows.append((best * 1000, name, text, len(ours(store, names, term))))
    for milliseconds, name, text, found in sorted(rows):
        print(f"{milliseconds:8.1f} ms {found:7,} claims  {name} = {text[:50]}")


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=20_000, help="synthetic claims (default 20,000)")
    parser.add_argument("--conditions", type=int, default=200, help="random conditions (default 200)")
    given: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore.open(Path(folder) / "graph.kgl")
        store.load(projected(given.claims)[0])
        names = Names(store)
        asked = conditions(Selector(store, names), given.conditions)
        compared(store, names, asked)
        alone(store, names)
        store.close()


if __name__ == "__main__":
    main()
