"""The words of questions, read from graph/words.tsv: cue, category, sign, what it means, which forms it takes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exograph.errors import DataError
from exograph.resources import graph_dir

FILE = "words.tsv"
LONGEST = 6  # words of a cue
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})iz(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "is"),
    (re.compile(r"tumor(?!ig)"), "tumour"),
    (re.compile(r"leukem"), "leukaem"),
    (re.compile(r"(?<=signa)l(?=ing$)"), "ll"),
    (re.compile(r"^favor"), "favour"),
    (re.compile(r"^behavior"), "behaviour"),
    (re.compile(r"^fuel(?=ed$|ing$)"), "fuell"),
)
_VOWEL = "aeiou"


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a cue. `form`: base, s, ed or ing of a verb; noun for a noun; empty for what is not inflected."""

    category: str
    sign: int
    means: str
    form: str


def plain(word: str) -> str:
    """A word in lower case and British spelling: `Sensitized` is `sensitised`, `tumor` is `tumour`."""
    word = word.lower()
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


@functools.cache
def lexicon() -> Mapping[str, tuple[Use, ...]]:
    """Every form of every cue, with its uses in the order of the file. DataError where the file is broken."""
    path = graph_dir() / FILE
    found: dict[str, list[Use]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")[1:], start=2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != 5:
            raise DataError(f"{path}:{number}: {len(cells)} cells, the header has 5", hint="reinstall exograph")
        cue, category, sign, means, inflected = cells
        for text, form in forms(cue, inflected):
            use = Use(category, int(sign or 0), means, form)
            uses = found.setdefault(text, [])
            if use not in uses:
                uses.append(use)
    return {text: tuple(uses) for text, uses in found.items()}


def forms(cue: str, inflected: str) -> Iterator[tuple[str, str]]:
    """The cue as it stands in texts: a verb in four forms, a noun in two, anything else as it is."""
    if inflected == "noun":
        yield cue, "noun"
        yield (cue if cue.endswith("s") else cue[:-1] + "ies" if cue.endswith("y") else cue + "s"), "noun"
    elif inflected == "verb":
        first, _, rest = cue.partition(" ")
        tail = f" {rest}" if rest else ""
        yield cue, "base"
        for text, form in _verb(first):
            yield text + tail, form
    else:
        yield cue, ""


_IRREGULAR = {
    "give": ("gave", "given"), "bring": ("brought",), "drive": ("drove", "driven"), "hold": ("held",), "lose": ("lost",),
    "make": ("made",), "become": ("became", "become"), "keep": ("kept",), "overcome": ("overcame", "overcome"),
    "fight": ("fought",), "cut": ("cut",), "put": ("put",), "shrink": ("shrank", "shrunk", "shrunken"), "get": ("got",),
    "lead": ("led",), "grow": ("grew", "grown"), "undo": ("undid", "undone"), "bear": ("bore", "borne"),
    "break": ("broke", "broken"), "shut": ("shut",), "slow": ("slowed",), "know": ("knew", "known"), "hurt": ("hurt",),
    "hit": ("hit",), "find": ("found",), "show": ("showed", "shown"), "see": ("saw", "seen"), "say": ("said",),
    "write": ("wrote", "written"), "take": ("took", "taken"), "come": ("came", "come"), "go": ("went", "gone"),
    "leave": ("left",), "speed": ("sped", "speeded"), "withstand": ("withstood",), "do": ("did", "done"),
    "build": ("built",), "let": ("let",), "shed": ("shed",), "have": ("had",), "arise": ("arose", "arisen"), "rise": ("rose", "risen"),
    "tell": ("told",), "think": ("thought",), "begin": ("began", "begun"), "fall": ("fell", "fallen"), "state": ("stated",),
    "set": ("set",), "undergo": ("underwent", "undergone"), "unleash": ("unleashed",), "awaken": ("awakened",), "feed": ("fed",), "beat": ("beat", "beaten"), "forego": ("forewent",), "choose": ("chose", "chosen"), "be": ("been",),
}  # fmt: skip
_DOUBLED = frozenset(
    "stop drop hit cut put get let shut ship stem equip propel transfer control confer fuel quell signal incur occur refer infer abet equal impel repel stir unstop".split()
)


def _verb(word: str) -> Iterator[tuple[str, str]]:
    ies = word.endswith("y") and word[-2] not in _VOWEL
    yield (word[:-1] + "ies" if ies else word + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", word) else "s")), "s"
    stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    doubled = stem + stem[-1] if word in _DOUBLED else stem
    yield doubled + "ing", "ing"
    for past in _IRREGULAR.get(word, (word[:-1] + "ied" if ies else doubled + "ed",)):
        yield past, "ed"
