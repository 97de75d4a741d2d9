"""Verbs of change, and what each of them changes: a response, the tumour, immunity, a molecule.

A thing is told by a letter: R resistance, S sensitivity or the effect of a drug, D a drug, T the tumour, I immunity or
a cell of it, M a molecule or pathway. A minus behind it: more of it is less (`I-` a regulatory cell, `T-` a tumour's
death).
"""

from __future__ import annotations

from collections.abc import Sequence

from exograph.questions.words.spans import Mention

Unit = str | Mention
Thing = tuple[str, Mention | None]

_UP = tuple(
    """
    promot driv drove accelerat enhanc boost stimulat support fuel increas further activat induc augment amplif
    strengthen rais elevat facilitat foster trigger worsen aggravat speed sped upregulat potentiat improv expand
    help contribut favour favor encourag sustain generat caus produc lead led heighten render confer polaris polariz
    skew recruit benefi up-regulat rise rises rose prolong extend lengthen more harm
    """.split()
)
_DOWN = tuple(
    """
    suppress inhibit slow kill shrink shrank shrunk curb block limit halt stop prevent arrest weaken attenuat reduc
    decreas lower dampen blunt imped restrain hinder hamper repress downregulat counter fight combat abolish abrogat
    delay diminish retard starv abat antagoni impair silenc tam quell eliminat eradicat disrupt destroy interfer
    degrad sponge sponging fall fell drop declin less fewer undermin compromis tackl deplet calm
    """.split()
)
STRICT = tuple("revers overcom overcam restor undo circumvent defeat break bypass resensiti rescue".split())
_TAKEN_AWAY = ("undo", "break", "defeat", "overcom", "revers")
_NO_VERB = frozenset(
    """
    inhibitor inhibitors suppressor suppressors promoter activator inducer activity active driver drivers limited
    timing supportive leading tame produce amount favourite favorite inducible lesson increasingly preventive
    blockade enhancer antagonist causality slowly helper furthermore moreover
    """.split()
)
_MAKE = frozenset("make makes made making render renders keep keeps turn turns become becomes leave leaves".split())
_WORN = ("exhaust", "anergic", "tolerogenic", "dysfunction")  # what a cell may be made
_WILD = ("aggressive", "invasive", "malignant", "metastatic")  # what a tumour may be made
_COMPARED = ("weaker", "stronger", "worse", "better")
MAKES = 2  # the sign of `make ... resistant`: the word that follows tells it
RESISTANCE = tuple("resist chemoresist radioresist toleran refractor nonrespon non-respon insensitiv unrespons".split())
SENSITIVE = tuple(
    """
    sensitivit sensitive respons respond efficac effectiv effect susceptib vulnerab chemosensitiv radiosensitiv
    cytotoxic potency benefit action activit killing toxic
    """.split()
)
_TUMOUR = tuple(
    """
    tumour tumor cancer growth grow prolifer metasta invasi invad migrat progress spread stemness malignan coloni
    colony xenograft viab surviv motil aggress carcinogen relapse recurrence dissemination neoplas
    """.split()
)
_ANSWER = ("sensitiv", "respons", "suscept")
_TREATMENT = ("treatment", "therap", "drug", "medicine", "chemo", "radio")
_DEATH = {"death", "apoptosis", "dying", "regression", "killing", "shrinkage"}
_IMMUNE = ("immun", "lymphocyte", "inflammat")
_STOP = frozenset("via through which that who ; . ? ! but whereas while by because when if".split())
_BE = frozenset("is are was were be been being get gets become becomes".split())
_HELPING = frozenset("do does did can could will would may might is are was were has have".split())
_ALONE = ("fall", "fell", "drop", "declin", "rise", "rose", "increas", "decreas")  # verbs that need no object
_GO = frozenset("go goes going gone went".split())
_AFTER_LAST = frozenset("in ? . most via through by with and or after when".split())
_AFTER_PASSIVE = frozenset("by in when ? after with . through via upon".split())
_TOLERANT = {"tolerance", "exhaustion", "evasion", "escape", "suppression", "tolerogenic", "anergy"}
REACH = 9  # words between a verb and what it changes


def word_of(unit: Unit) -> str:
    """The unit if it is a word, else nothing."""
    return unit if isinstance(unit, str) else ""


def near(units: Sequence[Unit], at: int, stems: tuple[str, ...], reach: int) -> bool:
    """Whether a word with one of the stems follows within so many words."""
    return any(word_of(unit).startswith(stems) for unit in units[at + 1 : at + 1 + reach])


def is_treatment(unit: Unit) -> bool:
    """Whether the unit is the name of a drug or of a kind of therapy."""
    return isinstance(unit, Mention) and unit.label in {"Drug", "Modality"}


def verb(units: Sequence[Unit], at: int) -> int:
    """+1 for a verb that raises, -1 for one that lowers, MAKES for `make ... resistant`, 0 for any other word."""
    word = word_of(units[at])
    following = word_of(units[at + 1]) if at + 1 < len(units) else ""
    sign = 0
    if not word or word in _NO_VERB:
        sign = 0
    elif word in _MAKE:
        sign = MAKES if near(units, at, (*RESISTANCE, *SENSITIVE, *_WORN, *_WILD, *_COMPARED, "more", "less"), 8) else 0
    elif word in {"down", "up"}:
        sign = (1 if word == "up" else -1) if at and word_of(units[at - 1]) in _GO else 0
    elif word == "against":
        sign = -1 if at + 1 < len(units) and thing(units, at + 1)[0] == "T" else 0
    elif word.startswith(STRICT):
        sign = -1 if near(units, at, RESISTANCE, 8) or word.startswith(_TAKEN_AWAY) else 1
    elif word.startswith(_DOWN):
        sign = 0 if word in {"less", "fewer"} and following in {"than", "studied", "known"} else -1
    elif word.startswith(_UP):
        sign = 1
    return sign


def coordinated(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb shares its object with the next one: `promote or suppress X`."""
    return bool(_shared(units, at))


def _shared(units: Sequence[Unit], at: int) -> int:
    """The place of the second verb in `promote or suppress X`, `slow down or speed up X`; 0 if there is none."""
    place = at + 2 if at + 1 < len(units) and word_of(units[at + 1]) in {"down", "up"} else at + 1
    joined = place + 1 < len(units) and word_of(units[place]) in {"or", "and", "/"}
    return place + 1 if joined and verb(units, place + 1) else 0


def changed(units: Sequence[Unit], at: int) -> tuple[str, int, Mention | None]:
    """What the verb at `at` changes: its letter (or nothing), its place, and the mention if it is one."""
    passive = any(word_of(unit) in _BE for unit in units[max(0, at - 4) : at])
    passive = passive and word_of(units[at]).endswith(("ed", "en", "n"))
    following = word_of(units[at + 1]) if at + 1 < len(units) else "?"
    if word_of(units[at]).endswith("ed") and following == "by":
        passive = True  # `growth promoted by vesicles`
    if word_of(units[at]) in {"down", "up"} or (word_of(units[at]).startswith(_ALONE) and following in _AFTER_LAST):
        return _backward(units, at)
    if passive and (at + 1 >= len(units) or word_of(units[at + 1]) in _AFTER_PASSIVE):
        return _backward(units, at)
    start = _shared(units, at) + 1 if coordinated(units, at) else at + 1
    for place in range(start, min(len(units), start + REACH)):
        word = word_of(units[place])
        if word in _STOP:
            break
        kind, mention = thing(units, place)
        if kind:
            return kind, place, mention
        if verb(units, place) and word not in {"more", "less"} and place > start:
            break
    if passive:
        return _backward(units, at)
    return _asked_for(units, at) if following in _AFTER_LAST else ("", at, None)


def made(units: Sequence[Unit], at: int) -> tuple[str, int, int, Mention | None]:
    """What `make` and its like make of it: letter, place, sign."""
    less = False
    cell: Mention | None = None
    for place in range(at + 1, min(len(units), at + REACH)):
        word, unit = word_of(units[place]), units[place]
        cell = unit if isinstance(unit, Mention) and unit.label == "ImmuneCell" else cell
        if word.startswith(_WORN) and cell is not None:
            return "I-" if cell.nodes[0].role == "regulatory" else "I", place, 1 if less else -1, cell
        if word.startswith(_WILD):
            return "T", place, -1 if less else 1, None
        less = less or word in {"less", "fewer", "insensitive", "weaker", "worse"}
        if word in _COMPARED and cell is not None:
            good = (word in {"better", "stronger"}) is not (cell.nodes[0].role == "regulatory")
            return "I", place, 1 if good else -1, cell
        if word in _COMPARED or word.startswith((*RESISTANCE, *SENSITIVE)):
            return "R" if word.startswith(RESISTANCE) else "S", place, -1 if less else 1, None
    return "", at, 0, None


def _asked_for(units: Sequence[Unit], at: int) -> tuple[str, int, Mention | None]:
    """What stands in front as what is asked for: `which tumours do adipose exosomes promote?`"""
    asking = next((place for place in range(at) if word_of(units[place]) in {"which", "what"}), -1)
    for place in range(asking + 1, min(asking + 4, at)) if asking >= 0 else ():
        if word_of(units[place]) in _HELPING:
            break
        kind, mention = thing(units, place)
        if kind:
            return kind, at, mention
    return "", at, None


def _backward(units: Sequence[Unit], at: int) -> tuple[str, int, Mention | None]:
    for place in range(at - 1, -1, -1):
        kind, mention = thing(units, place)
        if kind and not (kind == "S" and word_of(units[place]).startswith(("effect", "action"))):
            return kind, at, mention
    return "", at, None


def thing(units: Sequence[Unit], place: int) -> Thing:
    """The thing at a place, with a look at what follows: `cisplatin resistance` is R, `growth of T cells` is I."""
    unit = units[place]
    after = [word_of(one) for one in units[place + 1 : place + 4]]
    found: Thing = ("", None)
    if isinstance(unit, Mention):
        found = _mention(unit, units, place, after)
    elif unit.startswith(RESISTANCE):
        found = ("R", None)
    elif unit in {"anti", "antitumour", "antitumor", "anticancer"}:
        immune = any(one.startswith((*_IMMUNE, "respons", *SENSITIVE)) for one in after[:2])
        found = ("I" if immune else "", None)
    elif unit.startswith(_IMMUNE):
        found = ("I-" if after[:1] and after[0] in _TOLERANT else "I", None)
    elif unit.startswith(_TUMOUR) or unit in {"size", "burden", "volume"}:
        found = _tumour(units, place, after)
    elif unit.startswith(("chemosensi", "radiosensi")) or (
        unit.startswith(SENSITIVE) and _to_drug(units, place, after)
    ):
        found = ("S", None)
    elif unit.startswith(("treatment", "therap", "drug", "medicine")):
        found = ("R" if any(word.startswith(RESISTANCE) for word in after[:2]) else "D", None)
    return found


def _to_drug(units: Sequence[Unit], place: int, after: list[str]) -> bool:
    """Whether `response`, `effect` and the like are those to a treatment."""
    beside = [*units[max(0, place - 2) : place], *units[place + 1 : place + 8]]
    words = [*after, *map(word_of, units[max(0, place - 6) : place])]
    return any(map(is_treatment, beside)) or any(word.startswith(_TREATMENT) for word in words)


def _mention(unit: Mention, units: Sequence[Unit], place: int, after: list[str]) -> Thing:
    resists = any(word.startswith(RESISTANCE) for word in after[:3])
    kind = "M" if unit.molecule or unit.label == "Pathway" else ""
    if unit.label in {"Drug", "Modality"}:
        kind = "R" if resists else "D"
    elif unit.label == "Cancer":
        answers = any(word.startswith(_ANSWER) for word in after[:3])
        kind = "R" if resists else "S" if answers else "T-" if _DEATH & set(after[:2]) else "T"
    elif unit.label == "ImmuneCell":
        later = [one for one in units[place + 1 : place + 4] if isinstance(one, Mention) and one.label == unit.label]
        unit = later[0] if later and {"to", "into", "towards", "toward"} & set(after) else unit
        dies = set(after[:2]) & {"exhaustion", "apoptosis", "death"}
        kind = "I-" if unit.nodes[0].role == "regulatory" or dies else "I"
    return (kind, unit) if kind else ("", None)


def _tumour(units: Sequence[Unit], place: int, after: list[str]) -> Thing:
    for one in units[place + 1 : place + 4]:
        if isinstance(one, Mention) and one.label == "ImmuneCell" and "of" in after:
            return ("I-" if one.nodes[0].role == "regulatory" else "I"), one
    if after[:1] and after[0].startswith(_IMMUNE):
        kind = "I-" if set(after) & _TOLERANT else "I"
    elif any(word.startswith(RESISTANCE) for word in after):
        kind = "R"
    elif any(word.startswith(_ANSWER) for word in after):
        kind = "S"
    else:
        kind = "T-" if _DEATH & set(after[:2]) else "T"
    return kind, None
