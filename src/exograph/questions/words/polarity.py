"""What a question asks of the effect: which family (response, tumour, immune), and up or down.

A verb of change is looked for, then what it changes: `suppress T cells` speaks of immunity, `suppress glioma growth`
of the tumour, `suppress PTEN` of a molecule, `suppress cisplatin resistance` of the response to a drug.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.questions.words import changes
from exograph.questions.words.changes import RESISTANCE, STRICT, Unit, is_treatment, near, word_of
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.spans import Mention

RESPONSE = ("sensitises", "reverses resistance", "confers resistance")
GOOD = ("sensitises", "reverses resistance", "suppresses tumour", "activates immune")
BAD = ("confers resistance", "promotes tumour", "suppresses immune")
_SENSITISES, _REVERSES, _CONFERS = (
    ("sensitises", "reverses resistance"),
    ("reverses resistance",),
    ("confers resistance",),
)
_GROW = tuple("grow spread invad metasta escap progress surviv prolifer migrat resist evad".split())
_LENGTHEN = ("prolong", "extend", "lengthen", "improv", "increas")  # survival, of mice or patients
_NOT = frozenset("not cannot never don't doesn't didn't".split())
_NOTHING = Pattern(
    r"\bno (?:effect|impact|influence|change|difference|benefit|better than|measurable)|without (?:any |an )?effect|"
    r"unchanged|unaffected|\bineffective|(?:null|negative) (?:result|finding)|nothing changed|(?:did|do|does) nothing|"
    r"(?:not|n't) (?:affect|change|alter|influence|work\b)|\bfail(?:s|ed)?\b|useless",
    "no_ without unchanged unaff ineffect null negative nothing not n't fail useless",
)
# a drug that fails is resisted; vesicles that fail have no effect
_FAILS = Pattern(
    r"@drug (?:\w+ ){0,2}?(?:fails?|failed|failing|stop(?:s|ped)? (?:working|acting)|no longer works?|"
    r"loses? (?:its )?(?:effect|efficacy|power|activity|potency))\b(?! to )",
    "fail stop no_longer lose",
)
_EITHER = Pattern(
    r"\b(?:help\w*|good|benefi\w+|friends?|safe|better)(?: \w+)? (?:or|and) (?:\w+ )?(?:harm\w*|bad|worse|hurt\w*|"
    r"foes?|enem\w+|danger\w*|detriment\w*)|\b(?:harm\w*|bad|foes?) or (?:help\w*|good|friends?|benefi\w+)|"
    r"double[- ]edged|\bpros and cons",
    "harm bad worse hurt foe enem danger detriment double pros",
)
# adjectives and nouns that hold a direction, looked for where no verb told
_HELD = (
    (
        Pattern(r"immuno-?suppress|immune[- ]suppress|tolerogenic|immune (?:escape|evasion|tolerance)"),
        ("suppresses immune",), -1, "immune",
    ),
    (
        Pattern(r"immuno-?stimul|immune[- ](?:activati|stimul)|pro-?inflammatory"),
        ("activates immune",), 1, "immune",
    ),
    (
        Pattern(r"anti[- ]?tumo|anti-?cancer|tumou?r[- ]suppress|anti-?proliferative|anti-?metasta"),
        ("suppresses tumour",), 1, "tumour",
    ),
    (
        Pattern(r"\bpro-?tumo|tumou?rigenic|oncogenic|pro-?metasta|tumou?r[- ]promot"),
        ("promotes tumour",), -1, "tumour",
    ),
)  # fmt: skip
_RESPONSIBLE = Pattern(
    r"\b(?:responsible for|behind|underl\w+|explains?|due to|to blame for|reasons? for|causes? of|origins? of)\b"
    r"(?: \w+){0,3}? [\w-]*(?:chemo|radio)?resistance",
    "resistance",
)
_GOOD_WORDS = frozenset(
    "treat treats treating good useful works effective beneficial benefit cure cures promising".split()
)
_BAD_WORDS = frozenset("bad dangerous danger harmful risk risks worse".split())


@dataclass(eq=False, repr=False)
class Polarity:
    """What was found. `effects` are effect words, `sign` the one asked for."""

    effects: list[str] = field(default_factory=list)
    sign: int | None = None
    family: str = ""
    bare: bool = False  # resistance is the topic, and no side of it is asked for
    strict: bool = False  # resistant cells are spoken of
    improves: bool = False  # `improves cisplatin`: loaded-drug claims belong beside it
    nothing: bool = False  # `no effect` is what is asked for
    effector: bool = False  # the immune effect is on effector cells: `suppress T cells`, not `more Tregs`
    both: bool = False  # `promote or suppress`
    molecules: list[tuple[Mention, int]] = field(default_factory=list)  # `suppress PTEN`: what, and how it changes

    def add(self, effects: Sequence[str], sign: int, family: str) -> None:
        """One more effect that is asked for."""
        self.both = self.both or (self.sign is not None and sign == -self.sign and family == self.family)
        self.effects += [effect for effect in effects if effect not in self.effects]
        self.sign, self.family = (sign if self.sign is None else self.sign), (self.family or family)


# `sensitising against resisting`, `resist or sensitise`: both directions are asked for, not a reversal of resistance
_JOIN = r"(?: to)?,? (?:or|and|against|versus|vs\.?)(?: to)? (?:(?:those|that|which|does|do|make|confer|rather)\w* )*"
_BOTH_WAYS = Pattern(
    rf"\bsensiti[sz]\w*{_JOIN}(?:resist|protect)|\bresist\w*{_JOIN}sensiti[sz]",
    "sensitis sensitiz",
)


def polarity(units: Sequence[Unit], text: str) -> Polarity:
    """Read the effect out of the question's units (lower-case words, and mentions) and its text in lower case."""
    found = Polarity()
    if _FAILS.search(" ".join("@drug" if is_treatment(unit) else word_of(unit) for unit in units)):
        found.add(_CONFERS, -1, "response")
        return found
    if _NOTHING.search(text):
        found.nothing = True
        found.add(["no effect"], 0, "")
        return found
    if _EITHER.search(text):
        found.add([*GOOD, *BAD], 1, "")
        found.both = True
        return found
    if _BOTH_WAYS.search(text):
        found.add([*_SENSITISES, *_CONFERS], 1, "response")
        found.both = True
        return found
    _lexical(units, found)
    at = 0
    while at < len(units):
        sign = changes.verb(units, at)
        if sign:
            at = max(at, _apply(units, at, sign, found))
        at += 1
    if not found.effects and not found.molecules:
        _adjectives(units, text, found)
    return found


def _lexical(units: Sequence[Unit], found: Polarity) -> None:
    """Words that carry object and direction in themselves: sensitise, protect from, survive."""
    treated = any(map(is_treatment, units))
    for at, unit in enumerate(units):
        word = word_of(unit)
        if word.startswith("desensiti"):
            found.add(_CONFERS, -1, "response")
        elif "sensiti" in word and not word.endswith(("ive", "ivity", "ively", "ivities")):
            again = word.startswith(("resensiti", "re-sensiti")) or (at > 0 and units[at - 1] == "re")
            resistant = again or near(units, at, RESISTANCE, 5)
            found.strict = found.strict or resistant
            found.add(_REVERSES if resistant else _SENSITISES, 1, "response")
        elif _protects(units, at, word, treated):
            found.add(_CONFERS, -1, "response")


def _protects(units: Sequence[Unit], at: int, word: str, treated: bool) -> bool:
    """`protects leukaemia from imatinib`, `survive docetaxel`."""
    if treated and word in {"survive", "survives", "escape", "escapes", "evade", "withstand"}:
        return True
    if not word.startswith(("protect", "shield", "spare", "rescu")):
        return False
    away = {"from", "against"} & {word_of(unit) for unit in units[at + 1 : at + 8]}
    return bool(away) and (treated or near(units, at, ("treatment", "therap", "drug"), 8))


def _apply(units: Sequence[Unit], at: int, sign: int, found: Polarity) -> int:
    """Find what the verb changes and note it; gives the place up to which the words are used up."""
    word = word_of(units[at])
    kind, place, mention = changes.changed(units, at)
    if sign == changes.MAKES:
        kind, place, sign, mention = changes.made(units, at)
    if not kind:
        return at
    lives = word.startswith(_LENGTHEN) and word_of(units[place]).startswith("surviv")
    helps = lives or word.startswith("improv") or not near(units, at, _GROW, changes.REACH)
    if kind == "T" and (lives or word.startswith(("help", "benefi", "harm", "improv"))) and helps:
        harm = word.startswith("harm")
        found.add(BAD if harm else GOOD, -1 if harm else 1, "")
        return place
    _note(found, (kind, mention), sign, word, word_of(units[place]))
    if found.effects and any(word_of(unit) in _NOT for unit in units[max(1, at - 2) : at]):
        _negate(found)
    return at if changes.coordinated(units, at) else place


def _note(found: Polarity, changed: changes.Thing, sign: int, verb: str, thing: str) -> None:
    kind, mention = changed
    strict = verb.startswith(STRICT)
    effector = mention is None or mention.nodes[0].role != "regulatory"
    found.effector = found.effector or (kind == "I" and effector and not thing.startswith("immunit"))
    if kind.endswith("-"):  # what is changed stands against it: a regulatory cell, the death of a tumour cell
        kind, sign = kind[0], -sign
    if kind == "R":
        found.strict = found.strict or strict
        found.add(_CONFERS if sign > 0 else _REVERSES if strict else _SENSITISES, -sign, "response")
    elif kind in {"S", "D"}:
        found.strict = found.strict or (strict and kind == "S")
        again = strict and kind == "S" and not thing.startswith("effect")
        found.add(_CONFERS if sign < 0 else _REVERSES if again else _SENSITISES, sign, "response")
        found.improves = found.improves or (sign > 0 and not strict)
    elif kind == "T":
        found.add(["promotes tumour"] if sign > 0 else ["suppresses tumour"], -sign, "tumour")
    elif kind == "I":
        found.add(["activates immune"] if sign > 0 else ["suppresses immune"], sign, "immune")
    elif mention is not None:
        found.molecules.append((mention, sign))


def _negate(found: Polarity) -> None:
    """`do not suppress`: the other effects of the family, and none."""
    others = {
        "response": RESPONSE, "tumour": ("suppresses tumour", "promotes tumour"),
        "immune": ("activates immune", "suppresses immune"),
    }  # fmt: skip
    found.effects = [effect for effect in others.get(found.family, ()) if effect not in found.effects] + ["no effect"]
    found.sign = -found.sign if found.sign else 0


def _adjectives(units: Sequence[Unit], text: str, found: Polarity) -> None:
    """What is left where no verb told: adjectives, `X resistance` as a topic, and good or bad as such."""
    words = {word_of(unit) for unit in units}
    treated = any(map(is_treatment, units))
    held = next((one for one in _HELD if one[0].search(text)), None)
    if held:
        found.add(*held[1:])
    elif (treated and words & {"resist", "resists"}) or _RESPONSIBLE.search(text):
        found.add(_CONFERS, -1, "response")
    elif any(word.startswith((*RESISTANCE, "chemosensi", "radiosensi")) for word in words):
        found.bare = True
    elif treated and any(word.startswith(("sensitiv", "effective", "better")) for word in words):
        worse = bool(words & {"less", "worse", "lower"})
        found.add(_CONFERS if worse else _SENSITISES, -1 if worse else 1, "response")
    elif treated and any(word.startswith(("respons", "respond")) for word in words):
        found.bare = True
    elif words & _GOOD_WORDS and "treatment" not in words and "works on" not in text:
        worse = bool(words & {"less", "fewer", "worse", "not", "never"})
        found.add(BAD if worse else GOOD, -1 if worse else 1, "")
    elif words & _BAD_WORDS:
        found.add(BAD, -1, "")
