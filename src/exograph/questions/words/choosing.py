"""Which claims an answer rests on, where that is more than the filters say: both sides of a yes or no, loaded drugs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.knowledge.effects import FAMILIES
from exograph.questions.answer import Path
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.select import Filters, Selected, Selector, runs
from exograph.questions.words.understood import Reading

_CHANGE = Pattern(
    r"\b(?:chang|affect|alter|influenc|modulat|modif|impact|matter)",
    "chang affect alter influenc modulat modif impact matter",
)
_ANY = Pattern(
    r"(?:is|are|does|do|can|has|have|did|could) (?:there )?(?:any|anything|some)\b"
    r"(?! (?:evidence|proof|paper|stud|claim|data|indication))",
    "any some",
)
_LOADED_APART = "vesicles loaded with the drug itself stand under their own heading"
_WIDER = "no claim was shown in resistant cells or tumours; those that sensitise are given"


@dataclass(eq=False, repr=False)
class Sides:
    """The claims on each side of a question for yes or no. `told` is False where only `is there any` is asked."""

    for_it: list[Path] = field(default_factory=list)
    against: list[Path] = field(default_factory=list)
    unclear: list[Path] = field(default_factory=list)
    chosen: Selected | None = None
    told: bool = True

    @property
    def paths(self) -> list[Path]:
        """All of them."""
        return [*self.for_it, *self.against, *self.unclear]


def choose(reading: Reading, selector: Selector) -> tuple[Selected, list[str]]:
    """The selection, and notes: a `reverses resistance` that finds nothing is widened; loaded drugs stand apart."""
    chosen = selector.select(reading)
    if reading.filters.get("effect") == ["reverses resistance"] and not chosen.paths:
        wider = {**reading.filters, "effect": ["sensitises", "reverses resistance"]}
        more = selector.select(reading, filters=wider)
        if more.paths:
            return more, [_WIDER]
    if reading.polarity.improves and reading.filters.get("drug"):
        loaded = _loaded(reading, selector, chosen.paths)
        if loaded:
            return Selected([*chosen.paths, *loaded], chosen.retracted, chosen.parameters), [_LOADED_APART]
    return chosen, []


def _without_effect(reading: Reading) -> Filters:
    return {name: values for name, values in reading.filters.items() if name != "effect"}


def _loaded(reading: Reading, selector: Selector, shown: Sequence[Path]) -> list[Path]:
    """Claims on vesicles loaded with the drug that speak for it, beyond those shown."""
    held = {path.claim for path in shown}
    others = selector.select(reading, filters=_without_effect(reading)).paths
    return [path for path in others if path.loaded and path.claim not in held and path.sign > 0]


def loaded_left_out(reading: Reading, selector: Selector, shown: Sequence[Path]) -> int:
    """Number of loaded-drug claims that a filter on sensitising leaves out."""
    if "sensitises" not in reading.filters.get("effect", []) or not reading.filters.get("drug"):
        return 0
    held = {path.claim for path in shown}
    others = selector.select(reading, filters=_without_effect(reading)).paths
    return sum(path.loaded and path.claim not in held for path in others)


def two_sides(reading: Reading, selector: Selector) -> Sides:
    """The claims that say so and those that say otherwise."""
    asked = reading.polarity
    if asked.effects:
        sides = _by_effect(reading, selector)
    elif asked.molecules:
        sides = _by_molecule(reading, selector)
    else:
        chosen = selector.select(reading)
        # `does it change ...`: a claim that found no effect says no
        null = [path for path in chosen.paths if path.sign == 0] if _CHANGE.search(reading.plain) else []
        sides = Sides([path for path in chosen.paths if path not in null], null, [], chosen, told=bool(null))
    if sides.for_it and sides.told and _ANY.match(reading.plain):
        return Sides(sides.for_it, chosen=sides.chosen)
    return sides


def _by_effect(reading: Reading, selector: Selector) -> Sides:
    asked = reading.polarity
    families = {FAMILIES[effect] for effect in asked.effects if effect in FAMILIES}
    effects = [effect for effect, family in FAMILIES.items() if not families or family in families]
    chosen = selector.select(reading, filters={**reading.filters, "effect": [*effects, "no effect"]})
    fitting = [path for path in chosen.paths if not families or path.family in families]
    wanted = set(asked.effects)
    for_it = [path for path in fitting if path.effect in wanted or (asked.sign and path.sign == asked.sign)]
    against = [path for path in fitting if path not in for_it]
    if asked.improves and reading.filters.get("drug"):
        for_it += _loaded(reading, selector, for_it)
    return Sides(for_it, against, [], chosen)


def _by_molecule(reading: Reading, selector: Selector) -> Sides:
    """`does miR-21 repress PTEN`: the running sign of the molecule in each path tells."""
    sides = Sides(chosen=selector.select(reading, signs=False))
    for path in sides.chosen.paths if sides.chosen else ():
        signs = [(runs(path, selector.ids(one)), sign) for one, sign in reading.polarity.molecules]
        if all(found == sign for found, sign in signs):
            sides.for_it.append(path)
        elif any(found == -sign for found, sign in signs):
            sides.against.append(path)
        else:
            sides.unclear.append(path)
    return sides
