"""What a question asks of the effect: which family (response, tumour, immune), and up or down.

A verb of change is looked for, then what it changes: `suppress T cells` speaks of immunity, `suppress glioma growth`
of the tumour, `suppress PTEN` of a molecule, `suppress cisplatin resistance` of the response to a drug.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.questions.words.spans import Mention

RESPONSE = ("sensitises", "reverses resistance", "confers resistance")
_UP = (
    "promot", "driv", "drove", "accelerat", "enhanc", "boost", "stimulat", "support", "fuel", "increas", "further", "activat", "induc", "augment", "amplif",
    "strengthen", "rais", "elevat", "facilitat", "foster", "trigger", "worsen", "aggravat", "speed", "sped", "upregulat", "potentiat", "improv", "expand",
    "help", "contribut", "favour", "favor", "encourag", "sustain", "generat", "caus", "produc", "lead", "led", "heighten", "render", "confer", "polaris", "polariz",
    "skew", "recruit", "benefi", "up-regulat", "more", "harm",
)  # fmt: skip
_DOWN = (
    "suppress", "inhibit", "slow", "kill", "shrink", "shrank", "shrunk", "curb", "block", "limit", "halt", "stop", "prevent", "arrest", "weaken", "attenuat",
    "reduc", "decreas", "lower", "dampen", "blunt", "imped", "restrain", "hinder", "hamper", "repress", "downregulat", "counter", "fight", "combat", "abolish",
    "abrogat", "delay", "diminish", "retard", "starv", "abat", "antagoni", "impair", "silenc", "tam", "quell", "eliminat", "eradicat", "disrupt", "destroy",
    "interfer", "degrad", "sponge", "sponging", "less", "fewer", "undermin", "compromis", "tackl", "deplet", "calm",
)  # fmt: skip
_STRICT = (
    "revers",
    "overcom",
    "overcam",
    "restor",
    "undo",
    "undon",
    "circumvent",
    "defeat",
    "break",
    "bypass",
    "resensiti",
    "rescue",
)
_NO_VERB = {"inhibitor", "inhibitors", "suppressor", "suppressors", "promoter", "activator", "inducer", "activity", "active", "driver", "drivers", "stopped-flow", "limited", "timing",
            "supportive", "leading", "tame", "produce", "amount", "lead-in", "improper", "favourite", "favorite", "inducible", "lesson", "increasingly", "preventive", "blockade", "led-light",
            "enhancer", "antagonist", "causality", "slowly", "helper", "furthermore", "moreover"}  # fmt: skip
_RESISTANCE = (
    "resist",
    "chemoresist",
    "radioresist",
    "toleran",
    "refractor",
    "nonrespon",
    "non-respon",
    "insensitiv",
    "unrespons",
)
_SENSITIVE = (
    "sensitivit",
    "sensitive",
    "respons",
    "respond",
    "efficac",
    "effectiv",
    "effect",
    "susceptib",
    "vulnerab",
    "chemosensitiv",
    "radiosensitiv",
    "cytotoxic",
    "potency",
    "benefit",
    "action",
    "activit",
    "killing",
    "toxic",
)
_TUMOUR = ("tumour", "tumor", "cancer", "growth", "grow", "prolifer", "metasta", "invasi", "invad", "migrat", "progress", "spread", "stemness", "malignan", "coloni", "colony", "xenograft", "viab", "surviv",
           "motil", "aggress", "carcinogen", "relapse", "recurrence", "dissemination", "neoplas")  # fmt: skip
_DEATH = {"death", "apoptosis", "dying", "regression", "killing", "shrinkage"}
_IMMUNE = ("immun", "lymphocyte", "inflammat")
_STOP = {
    "via",
    "through",
    "which",
    "that",
    "who",
    ";",
    ".",
    "?",
    "!",
    "but",
    "whereas",
    "while",
    "by",
    "because",
    "when",
    "if",
}
_BE = {"is", "are", "was", "were", "be", "been", "being", "get", "gets", "become", "becomes"}
_REGULATORY_WORDS = {"tolerance", "exhaustion", "evasion", "escape", "suppression", "tolerogenic", "anergy"}
_NOTHING = (
    "no effect", "no impact", "no influence", "no change", "no difference", "no benefit", "without effect", "without any effect", "without an effect", "unchanged", "unaffected", "ineffective", "null result",
    "negative result", "null finding", "nothing changed", "did nothing", "do nothing", "does nothing", "not affect", "not change", "not alter", "not influence", "not work", "n't work", "n't affect", "n't change",
    "n't alter", "n't influence", "no better than", "fail to", "fails to", "failed to", "failed", "fail ", "useless", "no measurable", "made no difference",
)  # fmt: skip
_EITHER = re.compile(
    r"\b(?:help\w*|good|benefi\w+|friends?|safe|better)(?: \w+)? (?:or|and) (?:\w+ )?(?:harm\w*|bad|worse|hurt\w*|foes?|enem\w+|danger\w*|detriment\w*)|\b(?:harm\w*|bad|foes?) or (?:help\w*|good|friends?|benefi\w+)|double[- ]edged|\bpros and cons"
)
_REACH = 9  # words between a verb and what it changes


@dataclass
class Polarity:
    """What was found. `effects` are effect words; `sign` the one asked for; `bare`: resistance is the topic, no side is."""

    effects: list[str] = field(default_factory=list)
    sign: int | None = None
    family: str = ""
    bare: bool = False
    strict: bool = False
    improves: bool = False  # `improves cisplatin`: loaded-drug claims belong beside it
    nothing: bool = False
    effector: bool = False  # the immune effect asked for is on effector cells: `suppress T cells`, not `more Tregs`
    molecules: list[tuple[Mention, int]] = field(
        default_factory=list
    )  # `suppress PTEN`: the molecule, and how it changes
    both: bool = False  # `promote or suppress`

    def add(self, effects: Sequence[str], sign: int, family: str) -> None:
        """One more effect that is asked for."""
        self.both = self.both or (self.sign is not None and sign == -self.sign and family == self.family)
        self.effects += [effect for effect in effects if effect not in self.effects]
        self.sign, self.family = (sign if self.sign is None else self.sign), (self.family or family)


Unit = str | Mention


def polarity(units: Sequence[Unit], text: str) -> Polarity:
    """Read the effect out of the question's units (lower-case words, and mentions)."""
    found = Polarity()
    if any(phrase in f"{text} " for phrase in _NOTHING):
        found.nothing = True
        found.add(["no effect"], 0, "")
        return found
    if _EITHER.search(text):
        found.add([*GOOD, *BAD], 1, "")
        found.both = True
        return found
    _lexical(units, found)
    at = 0
    while at < len(units):
        sign = _verb(units, at)
        if sign:
            at = max(at, _apply(units, at, sign, found))
        at += 1
    if not found.effects and not found.molecules:
        _adjectives(units, text, found)
    return found


def _lexical(units: Sequence[Unit], found: Polarity) -> None:
    """Words that carry object and direction in themselves: sensitise, protect from, survive, radiosensitiser."""
    has_drug = any(isinstance(unit, Mention) and unit.label in {"Drug", "Modality"} for unit in units)
    for at, unit in enumerate(units):
        if not isinstance(unit, str):
            continue
        if unit.startswith(("desensiti",)):
            found.add(["confers resistance"], -1, "response")
        elif "sensiti" in unit and not unit.endswith(("ive", "ivity", "ively", "ivities")):
            resistant = (
                unit.startswith(("resensiti", "re-sensiti"))
                or _near(units, at, _RESISTANCE, 5)
                or (at > 0 and units[at - 1] == "re")
            )
            found.strict = found.strict or resistant
            found.add(["reverses resistance"] if resistant else ["sensitises", "reverses resistance"], 1, "response")
        elif (
            unit.startswith(("protect", "shield", "spare", "rescu"))
            and {"from", "against"} & set(map(_word, units[at + 1 : at + 8]))
            and (has_drug or _near(units, at, ("treatment", "therap", "drug"), 8))
        ):
            found.add(["confers resistance"], -1, "response")
        elif unit in {"survive", "survives", "escape", "escapes", "evade", "withstand"} and has_drug:
            found.add(["confers resistance"], -1, "response")


def _word(unit: Unit) -> str:
    return unit if isinstance(unit, str) else ""


def _near(units: Sequence[Unit], at: int, stems: tuple[str, ...], reach: int) -> bool:
    return any(_word(unit).startswith(stems) for unit in units[at + 1 : at + 1 + reach])


def _verb(units: Sequence[Unit], at: int) -> int:
    word = _word(units[at])
    if not word or word in _NO_VERB:
        return 0
    if word in {
        "make",
        "makes",
        "made",
        "making",
        "render",
        "renders",
        "keep",
        "keeps",
        "turn",
        "turns",
        "become",
        "becomes",
        "leave",
        "leaves",
    }:
        return 2 if _near(units, at, _RESISTANCE + _SENSITIVE + ("more", "less"), 8) else 0
    if word == "against":
        return -1 if at + 1 < len(units) and _what(units, at + 1)[0] in {"T"} else 0
    if word.startswith(_STRICT):
        return (
            -1
            if _near(units, at, _RESISTANCE, 8) or word.startswith(("undo", "break", "defeat", "overcom", "revers"))
            else 1
        )
    if word.startswith(_DOWN) and not (
        word in {"less", "fewer"} and at + 1 < len(units) and _word(units[at + 1]) in {"than", "studied", "known"}
    ):
        return -1
    if word.startswith(_UP) and not (
        word == "more" and _word(units[at - 1] if at else "") in {"any", "much", "what"} and False
    ):
        return 1
    return 0


def _apply(units: Sequence[Unit], at: int, sign: int, found: Polarity) -> int:
    """Find what the verb changes and note it; gives the place up to which the words are used up."""
    word = _word(units[at])
    kind, place, mention = _object(units, at)
    negated = any(
        _word(unit) in {"not", "cannot", "never", "don't", "doesn't", "didn't"} for unit in units[max(1, at - 2) : at]
    )
    if sign == 2:  # make ... resistant / sensitive / less responsive
        kind, place, sign, mention = _made(units, at)
    if not kind:
        return at
    if kind == "T" and word.startswith(("help", "benefi", "harm", "improv")) and not _near(units, at, _GROW, _REACH):
        good = not word.startswith("harm")
        found.add(GOOD if good else BAD, 1 if good else -1, "")
        return place
    if kind == "T" and word.startswith("improv"):
        found.add(GOOD, 1, "")
        return place
    if word.startswith(_STRICT) and kind in {"R", "S"}:
        found.strict = True
    _note(found, kind, sign, mention, word, _word(units[place]))
    if negated and found.effects:
        _negate(found)
    return at if _coordinated(units, at) else place


def _made(units: Sequence[Unit], at: int) -> tuple[str, int, int, Mention | None]:
    less = False
    for place in range(at + 1, min(len(units), at + _REACH)):
        word = _word(units[place])
        less = less or word in {"less", "fewer", "insensitive", "weaker", "worse"}
        if word in {"worse", "weaker"} or (word in {"better", "stronger"} and not less):
            return "S", place, -1 if less else 1, None
        if word.startswith(_RESISTANCE):
            return "R", place, -1 if less else 1, None
        if word.startswith(_SENSITIVE):
            return "S", place, -1 if less else 1, None
    return "", at, 0, None


GOOD = ("sensitises", "reverses resistance", "suppresses tumour", "activates immune")
BAD = ("confers resistance", "promotes tumour", "suppresses immune")
_GROW = ("grow", "spread", "invad", "metasta", "escap", "progress", "surviv", "prolifer", "migrat", "resist", "evad")


def _note(found: Polarity, kind: str, sign: int, mention: Mention | None, verb: str, thing: str) -> None:
    found.effector = found.effector or (
        kind == "I" and (mention is None or mention.nodes[0].role != "regulatory") and not thing.startswith("immunit")
    )
    if kind.endswith("-"):  # what is changed stands against it: a regulatory cell, the death of a tumour cell
        kind, sign = kind[0], -sign
    if kind == "R":
        if sign > 0:
            found.add(["confers resistance"], -1, "response")
        else:
            found.add(
                ["reverses resistance"] if verb.startswith(_STRICT) else ["sensitises", "reverses resistance"],
                1,
                "response",
            )
    elif kind == "S":
        if sign > 0:
            found.add(
                ["reverses resistance"]
                if verb.startswith(_STRICT) and not thing.startswith("effect")
                else ["sensitises", "reverses resistance"],
                1,
                "response",
            )
        else:
            found.add(["confers resistance"], -1, "response")
        found.improves = found.improves or (sign > 0 and not verb.startswith(_STRICT))
    elif kind == "D":
        found.improves = sign > 0
        found.add(["sensitises", "reverses resistance"] if sign > 0 else ["confers resistance"], sign, "response")
    elif kind == "T":
        found.add(["promotes tumour"] if sign > 0 else ["suppresses tumour"], -sign, "tumour")
    elif kind == "I":
        found.add(["activates immune"] if sign > 0 else ["suppresses immune"], sign, "immune")
    elif kind == "M" and mention is not None:
        found.molecules.append((mention, sign))


def _negate(found: Polarity) -> None:
    """`do not suppress`: the other effects of the family, and none."""
    others = {
        "response": RESPONSE,
        "tumour": ("suppresses tumour", "promotes tumour"),
        "immune": ("activates immune", "suppresses immune"),
    }
    found.effects = [effect for effect in others.get(found.family, ()) if effect not in found.effects] + ["no effect"]
    found.sign = -found.sign if found.sign else 0


def _object(units: Sequence[Unit], at: int) -> tuple[str, int, Mention | None]:
    """Kind of what the verb at `at` changes (R, S, D, T, I, M or nothing), its place, and the mention if it is one."""
    passive = any(_word(unit) in _BE for unit in units[max(0, at - 4) : at]) and _word(units[at]).endswith(
        ("ed", "en", "n")
    )
    if passive and (
        at + 1 >= len(units)
        or _word(units[at + 1]) in {"by", "in", "when", "?", "after", "with", ".", "through", "via", "upon"}
    ):
        return _backward(units, at)
    start = at + 1
    if _coordinated(units, at):  # `promote or suppress X`
        start = at + 3
    for place in range(start, min(len(units), start + _REACH)):
        word = _word(units[place])
        if word in _STOP:
            break
        kind, mention = _what(units, place)
        if kind:
            return kind, place, mention
        if _verb(units, place) and word not in {"more", "less"} and place > start:
            break
    return _backward(units, at) if passive else ("", at, None)


def _coordinated(units: Sequence[Unit], at: int) -> bool:
    return at + 2 < len(units) and _word(units[at + 1]) in {"or", "and", "/"} and bool(_verb(units, at + 2))


def _backward(units: Sequence[Unit], at: int) -> tuple[str, int, Mention | None]:
    for place in range(at - 1, -1, -1):
        kind, mention = _what(units, place)
        if kind and not (kind == "S" and _word(units[place]).startswith(("effect", "action"))):
            return kind, at, mention
    return "", at, None


def _what(units: Sequence[Unit], place: int) -> tuple[str, Mention | None]:
    """Kind of the thing at a place, with a look at what follows: `cisplatin resistance` is R, `growth of T cells` is I."""
    unit = units[place]
    after = [_word(one) for one in units[place + 1 : place + 4]]
    if isinstance(unit, Mention):
        return _what_mention(unit, units, place, after)
    if unit.startswith(_RESISTANCE):
        return "R", None
    if unit in {"anti", "antitumour", "antitumor", "anticancer"}:
        follows = next((one for one in after[:2] if one.startswith((*_IMMUNE, "respons", *_SENSITIVE))), "")
        return ("I", None) if follows else ("", None)
    if unit.startswith(_IMMUNE):
        return ("I-" if any(word in _REGULATORY_WORDS for word in after[:1]) else "I", None)
    if unit.startswith(_TUMOUR) or unit in {"size", "burden", "volume"}:
        return _what_tumour(units, place, after)
    if unit.startswith(("chemosensi", "radiosensi")):
        return "S", None
    if unit.startswith(_SENSITIVE):
        drug = any(
            isinstance(one, Mention) and one.label in {"Drug", "Modality"} for one in units[place + 1 : place + 8]
        )
        before = any(
            isinstance(one, Mention) and one.label in {"Drug", "Modality"} for one in units[max(0, place - 2) : place]
        )
        general = any(
            word.startswith(("treatment", "therap", "drug", "chemo", "radio"))
            for word in (*after, _word(units[place - 1]) if place else "")
        )
        return ("S", None) if drug or before or general else ("", None)
    if unit.startswith(("treatment", "therap", "drug", "medicine")):
        return (("R" if any(word.startswith(_RESISTANCE) for word in after[:2]) else "D"), None)
    return "", None


def _what_mention(unit: Mention, units: Sequence[Unit], place: int, after: list[str]) -> tuple[str, Mention | None]:
    if unit.label in {"Drug", "Modality"}:
        return ("R" if any(word.startswith(_RESISTANCE) for word in after[:3]) else "D"), unit
    if unit.label == "Cancer":
        if any(word.startswith(_RESISTANCE) for word in after[:3]):
            return "R", unit
        if any(word.startswith(("sensitiv", "respons", "suscept")) for word in after[:3]):
            return "S", unit
        return ("T-" if _DEATH & set(after[:2]) else "T"), unit
    if unit.label == "ImmuneCell":
        later = [one for one in units[place + 1 : place + 4] if isinstance(one, Mention) and one.label == "ImmuneCell"]
        chosen = later[0] if later and {"to", "into", "towards", "toward"} & set(after) else unit
        return (
            "I-"
            if chosen.nodes[0].role == "regulatory" or set(after[:2]) & {"exhaustion", "apoptosis", "death"}
            else "I"
        ), chosen
    return ("M", unit) if unit.molecule or unit.label == "Pathway" else ("", None)


def _what_tumour(units: Sequence[Unit], place: int, after: list[str]) -> tuple[str, Mention | None]:
    for one in units[place + 1 : place + 4]:
        if isinstance(one, Mention) and one.label == "ImmuneCell" and "of" in after:
            return ("I-" if one.nodes[0].role == "regulatory" else "I"), one
    if any(word.startswith(_IMMUNE) for word in after[:1]):
        return ("I-" if set(after) & _REGULATORY_WORDS else "I"), None
    if any(word.startswith(_RESISTANCE) for word in after[:3]):
        return "R", None
    if any(word.startswith(("sensitiv", "respons", "suscept")) for word in after[:3]):
        return "S", None
    return ("T-" if _DEATH & set(after[:2]) else "T"), None


def _adjectives(units: Sequence[Unit], text: str, found: Polarity) -> None:
    """What is left where no verb told: adjectives, `X resistance` as a topic, and good or bad as such."""
    words = {_word(unit) for unit in units}
    drug = any(isinstance(unit, Mention) and unit.label in {"Drug", "Modality"} for unit in units)
    if any(
        part in text
        for part in (
            "immunosuppress",
            "immune suppress",
            "immune-suppress",
            "tolerogenic",
            "immune escape",
            "immune evasion",
            "immune tolerance",
        )
    ):
        found.add(["suppresses immune"], -1, "immune")
    elif any(
        part in text
        for part in (
            "immunostimul",
            "immune activation",
            "immune-activating",
            "immune stimul",
            "proinflammatory",
            "pro-inflammatory",
        )
    ):
        found.add(["activates immune"], 1, "immune")
    elif any(
        part in text
        for part in (
            "antitumo",
            "anti-tumo",
            "anti tumo",
            "anticancer",
            "anti-cancer",
            "tumour-suppress",
            "tumor-suppress",
            "tumour suppress",
            "tumor suppress",
            "antiproliferative",
            "antimetasta",
            "anti-metasta",
        )
    ):
        found.add(["suppresses tumour"], 1, "tumour")
    elif any(
        part in text
        for part in (
            "protumo",
            "pro-tumo",
            "tumorigenic",
            "tumourigenic",
            "oncogenic",
            "pro-metasta",
            "prometasta",
            "tumour-promot",
            "tumor-promot",
            "tumour promot",
            "tumor promot",
        )
    ):
        found.add(["promotes tumour"], -1, "tumour")
    elif any(word.startswith((*_RESISTANCE, "chemosensi", "radiosensi")) for word in words):
        found.bare = True
    elif drug and any(
        word.startswith(("sensitiv", "chemosensitiv", "radiosensitiv", "effective", "better")) for word in words
    ):
        worse = words & {"less", "worse", "lower"}
        found.add(
            ["confers resistance"] if worse else ["sensitises", "reverses resistance"], -1 if worse else 1, "response"
        )
    elif drug and any(word.startswith(("respons", "respond")) for word in words):
        found.bare = True
    elif (
        words
        & {
            "treat",
            "treats",
            "treating",
            "good",
            "useful",
            "works",
            "effective",
            "beneficial",
            "benefit",
            "cure",
            "cures",
            "promising",
        }
        and "treatment" not in words
    ):
        found.add(GOOD, 1, "")
    elif words & {"bad", "dangerous", "danger", "harmful", "risk", "risks", "worse"}:
        found.add(BAD, -1, "")
