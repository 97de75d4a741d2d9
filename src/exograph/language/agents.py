"""Molecules that act: whether one does, and what its effect says of the claims that are sought."""

from __future__ import annotations

from collections.abc import Sequence

from exograph.language import turns
from exograph.language.item import Item
from exograph.language.parts import Parts
from exograph.language.terms import Terms
from exograph.questions.question import both, either

_BETWEEN = frozenset("vesicles msc mscvesicles prep SOURCE comma about study notverb WANT".split())


def acts(items: Sequence[Item], at: int) -> bool:
    """Whether a molecule is what brings the effect about: right before it, or after `by`."""
    before = items[at - 1] if at else None
    if before is not None and "prep" in before.cats and before.text.lower() in {"by", "from"}:
        return any(item.kind in {"EFFECT", "AMOUNT"} or item.use("change") for item in items[:at])
    for item in items[at + 1 :]:
        if item.kind in {"EFFECT", "AMOUNT"}:
            return True
        if not item.cats & _BETWEEN:
            return False
    return False


def settle(parts: Parts, terms: Terms) -> None:
    """A molecule that acts: carried, or more or less of it on the way, with the effect turned accordingly."""
    for agent in parts.agents:
        names = agent.names or (agent,)
        effects = [one for one in parts.effects if one[0].kind in {"EFFECT", "DIM"}]
        carried = any(one.label == "Cargo" and one.claims for name in names for one in name.meanings)
        gene = any(one.label == "Gene" and one.claims for name in names for one in name.meanings)
        if not gene or not effects:
            facet = "cargo" if carried or not gene else "molecule"
            parts.topic.append(terms.of(facet, names))
            continue
        _, condition = effects[-1]
        turned = turns.opposite(condition)
        raised, lowered = terms.of("raises", names), terms.of("lowers", names)
        cargo = terms.of("cargo", names) if carried else None
        straight = both(either(cargo, raised), condition)
        parts.predicate = [one for one in parts.predicate if one != condition]
        parts.predicate.append(either(straight, both(lowered, turned)) if turned is not None else straight)
