"""The rest of a question: years, experimental models, how the vesicles were made, and which paper is meant."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(rf"\b(?:between|from)? ?({_YEAR}) ?(?:-|to|and|until|till|through|\u2013) ?({_YEAR})\b")
_SINCE = re.compile(
    rf"\b(?:since|as of|starting(?: in)?|in or after|no earlier than) ({_YEAR})\b|\b({_YEAR}) ?(?:on\b|onwards?|"
    rf"and later|or later|and after|-(?= |$|\?))|\b(?:after|later than|newer than|past) ({_YEAR})\b"
)
_BEFORE = re.compile(
    rf"\b(?:before|earlier than|prior to|older than) ({_YEAR})\b|\b(?:until|till|up to|by|through) ({_YEAR})\b|"
    rf"\b({_YEAR}) (?:or|and) (?:earlier|before)"
)
_IN = re.compile(
    rf"\b(?:in|during|of|from|year|published|reported|the) ({_YEAR})\b|\b({_YEAR}) (?:papers?|studies|"
    rf"publications?|articles?)|^({_YEAR})$"
)
_LAST = re.compile(r"\b(?:last|past|previous|recent) (\d{1,2}|two|three|four|five|ten) years?\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_MODELS = (
    (
        "in vivo",
        (
            r"\bin[- ]vivo\b|\bin (?:nude |the )?(?:mice|mouse|rats?|animals?)\b|\banimals?\b|\bxenografts?\b|"
            r"\b(?:mouse|mice|rat|murine|animal|nude mouse) (?:models?|xenografts?|stud\w+|experiments?)\b|\btumou?r[- "
            r"]bearing\b|\bliving (?:animals?|organisms?)"
        ),
    ),
    (
        "in vitro",
        (
            r"\bin[- ]vitro\b|\bcell cultures?\b|\bin (?:a )?(?:dish|culture|cell lines?|petri)\b|\bcultured cells\b|"
            r"\bon cell lines\b"
        ),
    ),
    ("ex vivo", r"\bex[- ]vivo\b"),
    (
        "clinical",
        (
            r"\bin (?:\w+ )?(?:patients|humans|people|the clinic|man)\b|\bclinical(?:ly)? (?:evidence|data|stud\w+|"
            r"claims?|results?|tested|reports?|model)\b|\btested clinically\b|\b(?:patients?|people) (?:given|"
            r"treated)\b|\bhuman stud(?:y|ies)\b|\bin the clinic\b"
        ),
    ),
)
_NOT = (
    r"(?:\bnot|\bexcept|\bexcluding|\bwithout|\bother than|\bignore|\bignoring|\bnon|\bleaving out|\bno)\b[ "
    r"-](?:(?:just|only|merely|the|any|in|from|those|ones|studies|claims|work|data|counting|including|done|tested) "
    r")*$"
)
_PREPARED = (
    ("engineered", r"\bengineer\w*\b|\bmodified\b|\btransfected\b|\btransduced\b|\boverexpressing\b"),
    (
        "primed",
        (
            r"\bprimed?\b|\bpriming\b|\bprecondition\w*|\bpre-condition\w*|\b(?:[\w-]+[- ])(?:primed|preconditioned|"
            r"pretreated|stimulated)\b|\bhypoxi\w+[- ](?:\w+[- ])?(?:msc|bmsc|exosom|vesicle|primed|pre|treated|"
            r"cultured|stem|donor|mesench)|\bunder hypoxia\b|\btumou?r[- ]educated\b|\birradiated (?:msc|donor|stem)|"
            r"\bserum[- ]depriv\w+"
        ),
    ),
    (
        "native",
        (
            r"\bnative\b|\bnaive\b|\bunmodified\b|\bnon-?engineered\b|\buntreated (?:msc|exosom)|\bnatural (?:msc|"
            r"exosom|vesicles)"
        ),
    ),
)
_GIVEN = (
    (
        "cells",
        (
            r"\bcells?,? (?:and )?(?:but )?(?:not|rather than|instead of) (?:the |isolated )?(?:vesicles?|exosomes?|"
            r"evs)|\bgave (?:whole )?cells\b|\bwhole cells\b|\bgiven as cells\b"
        ),
    ),
    ("conditioned medium", r"\bconditioned medi\w+"),
    ("secretome", r"\bsecretomes?\b"),
)
_LOADED = re.compile(
    r"@drug[- ](?:loaded|packed|filled|laden|carrying|containing|bearing|encapsulat\w+|delivering)|\b(?:load\w*|"
    r"pack\w*|encapsulat\w*|filled|laden)(?: with| of)?(?: the)? @drug|\bdrug[- ]loaded|\bfree (?:drug|@drug)|"
    r"\bthan (?:the |free )?(?:drug|@drug)(?: alone| itself| by itself|\?|$)|"
    r"\b(?:carry|carries|carrying|deliver\w*|contain\w*|ship\w*|transport\w*|bring\w*|bear\w*)(?: the)? @drug|"
    r"\b@drug (?:deliver\w+|carriers?|vehicles?)|\bdrug[- ](?:deliver\w+|carriers?|vehicles?)|(?:carriers?|"
    r"vehicles?|deliver\w+) (?:of|for) @drug|"
    r"\b(?:packed|put|inside|loaded) .{0,30}exosomes?.*@drug|@drug (?:\w+ ){0,3}?(?:in|inside|within|into) "
    r"(?:\w+ ){0,3}?(?:exosomes?|vesicles?|evs?)\b"
)
_SAID = {"hypoxi": "hypoxia", "gy": "radiation", "inflamm": "inflammation", "serum": "serum deprivation"}
_SPECIES = re.compile(
    r"\b(mouse|murine|rat)(?:-derived)? (?:\w+[- ]){0,3}?(?:b?mscs?|bm-?mscs?|adscs?|exosomes?|evs?|stem cells?)\b"
)
_PAPER = re.compile(
    r"\b(?:pmid|pubmed(?: id)?)\s*[:#]?\s*(\d{4,9})(?:/(\d+))?|\b(pmc\d{4,9})(?:/(\d+))?\b|"
    r"\b(10\.\d{4,9}/[^\s\"<>?]+)|(?<![\w./-])(\d{8})(?:/(\d+))?(?![\w./])"
)
_AUTHOR = re.compile(
    r"\b([A-Z][\w'\u2019-]+(?: [A-Z]{1,3})?)(?:,? et al\.?|,? and (?:colleagues|co-?workers)| and "
    r"others)?,?\s+\(?((?:19|20)\d\d)\)?|\b([A-Z][\w'\u2019-]+) (?:et al\.?|and (?:colleagues|co-?workers))"
)


@dataclass
class Details:
    """What was found. `years` are years, `models` and `prepared` words."""

    years: list[int] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    prepared: str = ""
    not_prepared: str = ""
    treatment: str = ""  # what the donor cells were primed with, a word of it
    given: str = ""
    loaded: bool = False
    versus: str = ""  # the comparison asked for, of loaded vesicles
    species: str = ""
    said: list[str] = field(default_factory=list)  # for the line that says how the question was understood


def details(low: str, masked: str) -> Details:
    """Read them out of the question in lower case, and in lower case with its names as @label."""
    found = Details()
    _years(low, found)
    _models(low, found)
    for word, pattern in _PREPARED:
        one = re.search(pattern, low)
        if one and not found.prepared:
            out = re.search(_NOT, low[: one.start()])
            found.prepared, found.not_prepared = ("", word) if out else (word, found.not_prepared)
            found.said.append(f"{'not ' if out else ''}{word} vesicles")
    if found.prepared == "primed":
        one = re.search(r"\b(hypoxi|tumou?r-educated|irradiat|serum|inflamm|il-?6\b|ifn|interferon|tgf)", low)
        found.treatment = (
            {"irradiat": "gy", "il6": "il-6", "tumor-educated": "tumour-educated"}.get(one[1], one[1]) if one else ""
        )
        found.said += [f"primed with {_SAID.get(found.treatment, found.treatment)}"] if found.treatment else []
    for word, pattern in _GIVEN:
        if re.search(pattern, low):
            found.given = word
            found.said.append(f"given: {word}")
    found.loaded = bool(_LOADED.search(masked))
    if found.loaded:
        found.said.append("vesicles loaded with the drug")
        if re.search(r"\bfree (?:drug|@drug)|\bthan (?:the )?(?:drug|@drug)|\bunloaded drug", masked):
            found.versus = "free drug"
            found.said.append("compared with the free drug")
    species = _SPECIES.search(low)
    if species:
        found.species = "rat" if species[1] == "rat" else "mouse"
        found.said.append(f"MSC of {found.species}")
    return found


def paper(text: str) -> tuple[str, str]:
    """Identifier of the paper that the text names, and of the claim if it names one; empty if none."""
    one = _PAPER.search(text.lower())
    if not one:
        return "", ""
    if one[1] or one[6]:
        identifier, number = f"PMID:{one[1] or one[6]}", one[2] or one[7]
    elif one[3]:
        identifier, number = f"PMC:{one[3].upper()}", one[4]
    else:
        identifier, number = f"doi:{one[5].rstrip('.,;:)')}", None
    return identifier, f"{identifier}/{number}" if number else ""


def author(text: str) -> tuple[str, int] | None:
    """`Lou 2015`, `Lou et al.`: a family name and a year (0 if none is given)."""
    one = _AUTHOR.search(text)
    if not one:
        return None
    return (one[1], int(one[2])) if one[1] else (one[3], 0)


def _years(low: str, found: Details) -> None:
    this = datetime.date.today().year
    years: range | None = None
    if one := _RANGE.search(low):
        years = range(int(one[1]), int(one[2]) + 1)
    elif one := _LAST.search(low):
        years = range(this - int(_NUMBERS.get(one[1], 0) or one[1]), this + 2)
    elif one := _SINCE.search(low):
        years = range(int(one[3]) + 1 if one[3] else int(one[1] or one[2]), this + 2)
    elif one := _BEFORE.search(low):
        years = range(1990, int(one[1]) if one[1] else int(one[2] or one[3]) + 1)
    elif one := _IN.search(low):
        years = range(int(one[1] or one[2] or one[3]), int(one[1] or one[2] or one[3]) + 1)
    if years is not None:
        found.years = list(years)
        found.said.append(
            f"year {years[0]}-{years[-1]}" if len(years) > 1 else f"year {years[0]}" if years else "no such year"
        )


def _models(low: str, found: Details) -> None:
    wanted: list[str] = []
    out: list[str] = []
    for model, pattern in _MODELS:
        one = re.search(pattern, low)
        if one:
            (out if re.search(_NOT, low[: one.start()]) else wanted).append(model)
    if out and not wanted:
        wanted = [model for model, _ in _MODELS if model not in out]
        found.said.append(f"model not {' nor '.join(out)}")
    elif wanted:
        found.said.append("model " + " or ".join(wanted))
    found.models = wanted
