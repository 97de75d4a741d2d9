"""The rest of a question: years, experimental models, how the vesicles were made and what was given."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from exograph.questions.words.patterns import Pattern

_YEAR = r"(?:19|20)\d\d"
_RANGE = Pattern(rf"\b(?:between|from)? ?({_YEAR}) ?(?:-|to|and|until|till|through|\u2013) ?({_YEAR})\b")
_SINCE = Pattern(
    rf"\b(?:since|as of|starting(?: in)?|in or after|no earlier than) ({_YEAR})\b|\b({_YEAR}) ?(?:on\b|onwards?|"
    rf"and later|or later|and after|-(?= |$|\?))|\b(?:after|later than|newer than|past) ({_YEAR})\b"
)
_BEFORE = Pattern(
    rf"\b(?:before|earlier than|prior to|older than) ({_YEAR})\b|\b(?:until|till|up to|by|through) ({_YEAR})\b|"
    rf"\b({_YEAR}) (?:or|and) (?:earlier|before)"
)
_IN = Pattern(
    rf"\b(?:in|during|of|from|year|published|reported|the) ({_YEAR})\b|\b({_YEAR}) (?:papers?|studies|publications?|"
    rf"articles?)|^({_YEAR})$"
)
_LAST = Pattern(r"\b(?:last|past|previous|recent) (\d{1,2}|two|three|four|five|ten) years?\b", "year")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_FIRST = 1990
_IN_VIVO = Pattern(
    r"\bin[- ]vivo\b|\bin (?:nude |the )?(?:mice|mouse|rats?|animals?)\b|\banimals?\b|\bmice\b|\bxenografts?\b|"
    r"\b(?:mouse|mice|rat|murine|animal|nude mouse) (?:models?|xenografts?|stud\w+|experiments?)\b|"
    r"\btumou?r[- ]bearing\b|\bliving organisms?",
    "vivo mice mouse rat animal xenograft murine bearing living",
)
_IN_VITRO = Pattern(
    r"\bin[- ]vitro\b|\bcell cultures?\b|\bin (?:a )?(?:dish|culture|cell lines?|petri)\b|\bcultured cells\b|"
    r"\bon cell lines\b",
    "vitro culture dish cell_line petri",
)
_CLINICAL = Pattern(
    r"\bin (?:\w+ )?(?:patients|humans|people|the clinic|man)\b|\bclinical(?:ly)? (?:evidence|data|stud\w+|claims?|"
    r"results?|tested|reports?|model)\b|\btested clinically\b|\b(?:patients?|people) (?:given|treated)\b|"
    r"\bhuman stud(?:y|ies)\b",
    "patient human people clinic man",
)
_MODELS = (
    ("in vivo", _IN_VIVO), ("in vitro", _IN_VITRO), ("ex vivo", Pattern(r"\bex[- ]vivo\b", "vivo")),
    ("clinical", _CLINICAL),
)  # fmt: skip
_NOT = Pattern(
    r"(?:\bnot|\bexcept|\bexcluding|\bwithout|\bother than|\bignore|\bignoring|\bnon|\bleaving out|\bno)\b[ -]"
    r"(?:(?:just|only|merely|the|any|in|from|those|ones|studies|claims|work|data|counting|including|done|tested) )*$",
    "not except exclud without other_than ignor non leaving_out no",
)
_ENGINEERED = Pattern(
    r"\bengineer\w*\b|\bmodified\b|\btransfected\b|\btransduced\b|\boverexpressing\b",
    "engineer modified transfected transduced overexpressing",
)
_PRIMED = Pattern(
    r"\bprimed?\b|\bpriming\b|\bpre-?condition\w*|[\w-]+[- ](?:pretreated|stimulated)\b|\bhypoxi\w+[- ](?:\w+[- ])?"
    r"(?:msc|bmsc|exosom|vesicle|pre|treated|cultured|stem|donor|mesench)|\bunder hypoxia\b|\btumou?r[- ]educated\b|"
    r"\birradiated (?:msc|donor|stem)|\bserum[- ]depriv\w+",
    "prim condition pretreated stimulated hypoxi educated irradiated serum",
)
_NATIVE = Pattern(
    r"\bnative\b|\bnaive\b|\bunmodified\b|\bnon-?engineered\b|\buntreated (?:msc|exosom)|\bnatural (?:msc|exosom|ves)",
    "native naive unmodified engineered untreated natural",
)
_PREPARED = (("engineered", _ENGINEERED), ("primed", _PRIMED), ("native", _NATIVE))
# what donor cells were primed with: its stem in a question -> what a treatment holds, and how it is said
_PRIMED_WITH = {
    "hypoxi": ("hypoxi", "hypoxia"), "educated": ("tumour-educated", "tumours"), "irradiat": ("gy", "radiation"),
    "serum": ("serum", "serum deprivation"), "il-6": ("il-6", "IL-6"), "il6": ("il-6", "IL-6"),
    "interferon": ("interferon", "interferon"), "tgf": ("tgf", "TGF-beta"),
}  # fmt: skip
_CELLS = Pattern(
    r"\bcells?,? (?:and )?(?:but )?(?:not|rather than|instead of) (?:the |isolated )?(?:vesicles?|exosomes?|evs)|"
    r"\bgave (?:whole )?cells\b|\bwhole cells\b|\bgiven as cells\b|"
    r"\bcells (?:were |was |are )?given\b",
    "cell",
)
_GIVEN = (
    ("cells", _CELLS), ("conditioned medium", Pattern(r"\bconditioned medi\w+", "conditioned")),
    ("secretome", Pattern(r"\bsecretomes?\b", "secretome")),
)  # fmt: skip
_LOADED = Pattern(
    r"\b(?:drugs?|agents?) (?:that |which )?(?:were |are |was |have been )?(?:loaded|packed|encapsulated|put)"
    r"|\bloaded drugs?|@drug[- ](?:loaded|packed|filled|laden|carrying|containing|bearing|encapsulat\w+|delivering)|"
    r"\b(?:load\w*|pack\w*|encapsulat\w*|filled|laden)(?: with| of)?(?: the)? @drug|\bdrug[- ]loaded|"
    r"\bfree (?:drug|@drug)|\bthan (?:the |free )?(?:drug|@drug)(?: alone| itself| by itself|\?|$)|"
    r"\b(?:carry|carries|carrying|deliver\w*|contain\w*|ship\w*|transport\w*|bring\w*|bear\w*)(?: the)? @drug|"
    r"\b@drug (?:deliver\w+|carriers?|vehicles?)|\bdrug[- ](?:deliver\w+|carriers?|vehicles?)|"
    r"(?:carriers?|vehicles?|deliver\w+) (?:of|for) @drug|"
    r"@drug (?:\w+ ){0,3}?(?:in|inside|within|into) (?:\w+ ){0,3}?(?:exosomes?|vesicles?|evs?)\b",
    "load pack encaps fill laden free than carr deliver contain ship transport bring bear vehicle _in_ inside into "
    "within put",
)
_FREE = Pattern(r"\bfree (?:drug|@drug)|\bthan (?:the )?(?:drug|@drug)|\bunloaded drug", "free than unloaded")
_SPECIES = Pattern(
    r"\b(mouse|murine|rat)(?:-derived)? (?:\w+[- ]){0,3}?(?:b?mscs?|bm-?mscs?|adscs?|exosomes?|evs?|stem cells?)\b",
    "mouse murine rat",
)


@dataclass(eq=False, repr=False)
class Details:
    """What was found. `years` are years, `models` and `prepared` words of the claims."""

    years: list[int] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    prepared: str = ""
    not_prepared: str = ""
    treatment: str = ""  # what the donor cells were primed with, a part of it
    given: str = ""
    loaded: bool = False
    versus: str = ""  # the comparison asked for, of loaded vesicles
    species: str = ""
    said: list[str] = field(default_factory=list)  # for the line that says how the question was understood

    def prepare_with(self, condition: str) -> None:
        """The donor cells lived under this condition."""
        stem = next((stem for stem in _PRIMED_WITH if stem in condition), "")
        if stem:
            self.prepared = "primed"
            self.treatment, said = _PRIMED_WITH[stem]
            self.said.append(f"primed with {said}")


def details(low: str, masked: str) -> Details:
    """Read them out of the question in lower case, and in lower case with its names as @label."""
    found = Details()
    _years(low, found)
    _models(low, found)
    _prepared(low, found)
    for word, pattern in _GIVEN:
        if pattern.search(low):
            found.given = word
            found.said.append(f"given: {word}")
    if "drug" in masked and _LOADED.search(masked):
        found.loaded = True
        found.said.append("vesicles loaded with the drug")
        if _FREE.search(masked):
            found.versus = "free drug"
            found.said.append("compared with the free drug")
    species = _SPECIES.search(low)
    if species:
        found.species = "rat" if species[1] == "rat" else "mouse"
        found.said.append(f"MSC of {found.species}")
    return found


def _prepared(low: str, found: Details) -> None:
    for word, pattern in _PREPARED:
        one = pattern.search(low)
        if one and not found.prepared:
            out = _NOT.search(low[: one.start()])
            found.prepared, found.not_prepared = ("", word) if out else (word, found.not_prepared)
            found.said.append(f"{'not ' if out else ''}{word} vesicles")
    if found.prepared == "primed":
        stem = next((stem for stem in _PRIMED_WITH if stem in low), "")
        if stem:
            found.treatment, said = _PRIMED_WITH[stem]
            found.said.append(f"primed with {said}")


def _years(low: str, found: Details) -> None:
    if not any(c.isdigit() for c in low) and "year" not in low:
        return
    last = datetime.date.today().year + 1
    years: range | None = None
    if one := _RANGE.search(low):
        years = range(int(one[1]), int(one[2]) + 1)
    elif one := _LAST.search(low):
        years = range(last - 1 - int(_NUMBERS.get(one[1], 0) or one[1]), last + 1)
    elif one := _SINCE.search(low):
        years = range(int(one[3]) + 1 if one[3] else int(one[1] or one[2]), last + 1)
    elif one := _BEFORE.search(low):
        years = range(_FIRST, int(one[1]) if one[1] else int(one[2] or one[3]) + 1)
    elif one := _IN.search(low):
        years = range(int(one[1] or one[2] or one[3]), int(one[1] or one[2] or one[3]) + 1)
    if years is None:
        return
    # an empty range (`between 2020 and 2010`, `since 2090`) fits no claim
    found.years = list(years) or [0]
    found.said.append(
        f"year {years[0]}-{years[-1]}" if len(years) > 1 else f"year {years[0]}" if years else "no such year"
    )


def _models(low: str, found: Details) -> None:
    wanted: list[str] = []
    out: list[str] = []
    for model, pattern in _MODELS:
        one = pattern.search(low)
        if one:
            (out if _NOT.search(low[: one.start()]) else wanted).append(model)
    if out and not wanted:
        wanted = [model for model, _ in _MODELS if model not in out]
        found.said.append(f"model not {' nor '.join(out)}")
    elif wanted:
        found.said.append("model " + " or ".join(wanted))
    found.models = wanted
