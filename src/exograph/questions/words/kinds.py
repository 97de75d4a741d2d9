"""What kind of answer a question asks for, and of what: paths, a list of cargos, a number of papers, yes or no, ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exograph.questions.words.polarity import Unit
from exograph.questions.words.spans import Mention

# noun -> what is listed or counted; a kind of cargo stands behind the slash
_NOUNS = {
    "Cargo": "cargo cargos cargoes molecule molecules content contents factor factors substance substances compound compounds payload payloads",
    "Cargo/miRNA": "mirna mirnas microrna micrornas mirs micro-rnas",
    "Cargo/lncRNA": "lncrna lncrnas", "Cargo/circRNA": "circrna circrnas", "Cargo/siRNA": "sirna sirnas", "Cargo/mRNA": "mrna mrnas",
    "Cargo/protein": "protein proteins cytokine cytokines peptide peptides", "Cargo/anti-miR": "anti-mir anti-mirs antagomir antagomirs", "Cargo/RNA": "rna rnas",
    "Gene": "gene genes target targets mediator mediators", "Pathway": "pathway pathways process processes signalling signaling cascade cascades axis",
    "Drug": "drug drugs agent agents treatment treatments therapy therapies therapeutics medicine medicines medication medications chemotherapeutics chemotherapies compound-drug inhibitors regimen regimens antibiotics",
    "Cancer": "cancer cancers tumour tumours tumor tumors malignancy malignancies disease diseases carcinoma carcinomas neoplasms",
    "MscSource": "source sources tissue tissues origin origins msc mscs exosome exosomes vesicle vesicles ev evs donor donors stem-cells preparation preparations",
    "ImmuneCell": "immune-cell immune-cells cells-immune leukocytes lymphocytes", "Modality": "modality modalities",
    "Publication": "paper papers study studies article articles publication publications reference references pmid pmids author authors reports citation citations literature researchers",
    "Claim": "claim claims path paths experiment experiments finding findings result results evidence mechanism mechanisms", "model": "model models",
    "year": "year years", "effect": "effect effects outcome outcomes",
}  # fmt: skip
NOUNS = {noun: target for target, nouns in _NOUNS.items() for noun in nouns.split()}
_AUX = {
    "do",
    "does",
    "did",
    "can",
    "could",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "may",
    "might",
    "don't",
    "doesn't",
    "didn't",
    "isn't",
    "aren't",
    "hasn't",
    "should",
    "must",
    "wasn't",
    "haven't",
    "can't",
}
_ASKING = {
    "which",
    "what",
    "whats",
    "what's",
    "list",
    "name",
    "show",
    "give",
    "all",
    "find",
    "enumerate",
    "display",
    "any",
    "print",
}
_PASSED = {"the", "a", "every", "each", "whole", "complete", "an", "of", "all", "any", "different", "other", "known", "me", "kind", "kinds", "type", "types", "sort", "sorts", "class", "classes", "exosomal", "vesicular", "extracellular", "msc", "mscs", "mesenchymal", "stem",
           "stromal", "cell", "cells", "human", "specific", "reported", "published", "possible", "new", "more", "tested", "common", "individual", "single", "target", "anticancer", "antitumour", "antitumor", "anti", "cancer", "tumour", "tumor", "-",
           "immune", "small", "engineered", "native", "primed", "naive", "modified", "loaded", "drug", "downstream", "direct", "long", "non", "coding", "micro", "two", "three", "five", "ten", "us", "signalling", "signaling",
           "'", "derived", "available", "potential", "therapeutic", "main", "most", "studied", "best", "frequent", "frequently", "often", "commonly", "commonest", "top", "please", "clinical", "unique"}  # fmt: skip
_POLITE = re.compile(
    r"^(?:(?:please|hi|hello|hey|dear|well|so|ok|okay|and|but|now|then|exograph|kindly|thanks|good (?:morning|day)|quick question|question|q)\b[\s,:!.-]*)+|"
    r"^(?:can|could|would|will) (?:you|u|exograph|it|i|we) (?:please )?(?:tell|show|list|give|find|explain|say|name|summari[sz]e|describe|help me (?:to )?(?:find|understand)|get|see|know|ask|check|count)(?: me| us| to me)?(?: about| if you know)?[\s,:]*|"
    r"^(?:i|we)(?:'d| would| am|'m| want| need| wonder| wish| was)?(?: really| just| also)? ?(?:like|want|need|wonder|interested|trying|curious|wondering|looking|love)?(?:ing)?(?: to)?(?: know| find| learn| understand| see| ask| hear| have| in| get| about| for)*(?: out)?(?: about)?[\s,:]+|"
    r"^(?:do|does|did) (?:you|anyone|anybody|we|somebody|exograph) (?:happen to )?(?:know|remember|have (?:an )?idea|have (?:any )?(?:information|data|evidence|claims))(?: about| of| on)?[\s,:]*|"
    r"^(?:tell|show|explain|describe|remind)(?: to)? (?:me|us)(?: about)?[\s,:]*|^(?:any idea|i wonder|wondering|curious)[\s,:]*"
)
_COUNT = re.compile(
    r"\bhow many\b|\bnumber of\b|\bcount\b(?! on)|\bhow much (?:evidence|research|literature|data|work)\b|\bhow often\b|\btotal of\b|\bhow numerous\b|\bhow frequent"
)
_CONTRA = re.compile(
    r"\bcontradict|\bconflict|\bdisagree|\binconsisten|\bcontrovers|\bdispute|\bdiscrepan|\bcontrary|\bmixed (?:results|evidence|findings)|\bagree on\b|\bopposing (?:claims|results|evidence|findings|effects)"
)
_OPPOSITE = re.compile(
    r"\bopposite|\bopposed?\b|\bopposing|\bcontrary\b|\bthe reverse\b|\bother way (?:a)?round|\bspeaks? against|\bargues? against|\bevidence against|\bcounter-?evidence|\bcounterexample"
)
_COMPARE = re.compile(
    r"\bversus\b|\bvs\b|\bcompar|\bdiffer(?!entiat)|\bbetter than\b|\bworse than\b|\bcontrast\b|\brather than\b|\binstead of\b|\bor\b.*\b(?:better|worse|stronger|safer|more)\b|\b(?:better|worse|stronger|more|which is|which one)\b.*\bor\b|\bdistinguish"
)
_MOST = re.compile(r"\b(?:most|least)\b(?: \w+){0,2}? ?(?:stud|common|report|frequent|often|investigat|publish|test|research|examin|cited|evidence|claims|papers|popular|used|known|support|describ|well)|\bbest[- ](?:stud|known|support|document|character)|\bcommonest|\bfrequently\b.*\b(?:stud|report|test)|\btop[- ]?\d*\b|\branking\b|\brank\b|"
                   r"\bhighest number|\blargest number|\bthe most\b|\bmost (?:mirnas|cargos|papers|claims|drugs)\b|\bpopular|\bmost$|\bmainly stud|\busually stud")  # fmt: skip
_GAP = re.compile(
    r"\b(?:never|not(?: yet)?|hasn't|haven't|isn't|aren't|wasn't|no one|nobody|no-one|yet to)\b(?: \w+){0,3}? ?(?:been |be )?(?:test|stud|investigat|examin|explor|tri|report|look|combin|ask|used|research|claim|appear|mention|cover)|\buntested|\bunstudied|\bunexplored|\bunder-?studied|\bnever[- ]tested|\bgaps?\b|\bmissing\b|\bno (?:claims?|data|evidence|paper|study|studies|record|reports?)\b|\bneglected|\boverlooked|\bwithout (?:any )?(?:claims?|data|evidence)\b|\black(?:s|ing)? (?:of )?(?:data|evidence|claims)|\bremain(?:s)? to be"
)
_NOTICE = re.compile(
    r"\bretract|\bwithdrawn|\bexpressions? of concern|\bcorrected\b|\bcorrections?\b|\berrat|\bcorrigend|\bnotices?\b|\bunreliable|\bproblematic papers?"
)
_BY_YEAR = re.compile(
    r"\b(?:per|by|each|every) year\b|\bover (?:the|time)\b.*\b(?:papers|publications)|\byear by year|\bannual|\bpapers? over time|\bwhich years?\b.*\bmost\b|\bpublication trend"
)
_DB_TARGETS = re.compile(
    r"\btargets? of\b|\bwhat does @drug target|\bwhich (?:genes?|proteins?|receptors?|kinases?|molecules?)(?: \w+)? (?:does|do|is|are) @drug (?:target|act|bind|inhibit|hit|block)|@drug targets?\b|\btargeted by @drug|\b(?:act|acts) on\b"
)


@dataclass
class Asked:
    """The kind of answer, and what it lists or counts (a node label, Publication, Claim, year, model, effect)."""

    kind: str = "paths"  # paths, list, count, yesno, compare, most, gap, contradictions, opposite, notice, years
    target: str = ""
    cargo_kind: str = ""
    sign: int = 0
    limit: int = 0


def polite(text: str) -> str:
    """The question without what people say before it."""
    before = ""
    while text != before:
        before, text = text, _POLITE.sub("", text, count=1).lstrip(" ,:-!.")
    return text or before


def kind_of(units: Sequence[Unit], plain: str, masked: str) -> Asked:
    """The kind of answer. `plain` is the question in lower case without politeness, `masked` has its names as @label."""
    asked = _kind(plain, masked)
    target, kind = _target(units, counted=asked.kind == "count")
    if asked.kind == "paths" and target and _asks_for_list(plain, target):
        asked.kind = "list"
    if asked.kind == "paths" and not target and (found := _what_of(plain)):
        asked.kind, target = "list", found
    if asked.kind in {"list", "count", "most", "gap", "compare"}:
        asked.target, asked.cargo_kind = target, kind
    elif kind and kind != "protein":
        asked.cargo_kind = kind
    if not asked.cargo_kind:
        asked.cargo_kind = _mentioned_kind(plain)
    if re.search(
        r"\bwho\b.*\b(?:report|show|publish|found|said|say|wrote|describ|claim|prove|demonstrat|discover)", plain
    ) or re.match(r"who\b", plain):
        asked = Asked("list", "Publication", asked.cargo_kind)
    if asked.kind == "list" and asked.target in {"Claim", "effect", "model", ""}:
        asked.kind = "paths"
    return asked


def _kind(plain: str, masked: str) -> Asked:
    if _NOTICE.search(plain):
        return Asked("notice", "Publication")
    if _BY_YEAR.search(plain):
        return Asked("years", "year")
    if _COUNT.search(plain):
        return Asked("count")
    if _CONTRA.search(plain):
        return Asked("contradictions")
    if _OPPOSITE.search(plain):
        return Asked("opposite")
    if (
        _GAP.search(plain)
        and not re.match(r"(?:is|are|was|were|has|have|do|does|did|why|how) ", plain)
        and re.search(r"\b(?:which|what|list|show|name|gaps?|any|where|untested|unstudied|unexplored|never)\b", plain)
    ):
        return Asked("gap")
    if _MOST.search(masked):
        top = re.search(r"\btop[- ]?(\d{1,3})\b|\b(\d{1,3}) most\b", plain)
        return Asked(
            "most", limit=int(top[1] or top[2]) if top else 0, sign=-1 if re.search(r"\bleast\b", plain) else 0
        )
    if (_COMPARE.search(plain) or re.search(r"@(\w+) (?:is |are )?against @\1", masked)) and not (
        re.search(r"\bloaded\b|\bfree @?\w+", plain) and _is_yesno(plain)
    ):
        return Asked("compare")
    if _is_yesno(plain):
        return Asked("yesno")
    return Asked()


def _is_yesno(plain: str) -> bool:
    first = plain.split(" ", 1)[0].strip(",.:;")
    if (
        first in _AUX
        or re.match(r"(?:if|whether) ", plain)
        or re.search(r"\b(?:whether|is it true|right\?|isn't it|correct\?|true or false|yes or no|true that)", plain)
    ):
        return True
    last = re.split(r"(?<=[.;:!])\s+", plain)[-1]
    return last != plain and last.split(" ", 1)[0] in _AUX and not re.search(r"\b(?:which|what|how)\b", last)


def _asks_for_list(plain: str, target: str) -> bool:
    if re.search(r"\b(?:which|what|list|name|show|give|all|whats|enumerate|find|in what|print|display)\b", plain):
        return True
    # a bare `miRNAs in glioma` asks for them; a bare `exosomes in glioma` asks what they do
    return (
        target not in {"MscSource", "Claim", "effect"}
        and not re.search(r"\b(?:how|why|when|where)\b", plain)
        and not re.match(r"(?:do|does|did|is|are|can|has|have|was|were)\b", plain)
    )


def _what_of(plain: str) -> str:
    """`what is carried by`, `what do they carry`, `what does X target`: the noun is in the verb."""
    if (
        re.match(
            r"what(?:'s)? (?:is|are|gets|was|were) (?:\w+ )?(?:carried|contained|packed|packaged|inside|in the cargo|delivered|transferred|shipped|loaded into|found in)\b",
            plain,
        )
        or re.match(
            r"what (?:do|does|did|can) .*\b(?:carry|contain|deliver|transfer|transport|hold|ship|shuttle)s?\??$", plain
        )
        or re.match(
            r"what (?:do|does|did|can) .*\b(?:carry|contain|deliver|transfer|transport|ship) (?:in|to|into|that)\b",
            plain,
        )
    ):
        return "Cargo"
    if re.match(
        r"what (?:do|does|did|is|are) .*\b(?:target|repress|hit|downregulate|silence|act on|bind|targeted by|repressed by|sponge)\??(?: in\b.*)?$",
        plain,
    ) or re.match(r"what (?:is|are|gets) (?:targeted|repressed|hit|silenced|downregulated|sponged) by\b", plain):
        return "Gene"
    return ""


def _mentioned_kind(plain: str) -> str:
    for kind, pattern in (
        ("miRNA", r"\b(?:exosomal |vesicular )?(?:mirnas?|micrornas?)\b(?! ?-?\d)"),
        ("lncRNA", r"\blncrnas?\b|\blong non-?coding rnas?"),
        ("circRNA", r"\bcircrnas?\b|\bcircular rnas?"),
        ("siRNA", r"\bsirnas?\b"),
        ("anti-miR", r"\bantagomirs?\b|\banti-mirs?\b(?!-?\d)"),
    ):
        if re.search(pattern, plain):
            return kind
    return ""


def _target(units: Sequence[Unit], *, counted: bool) -> tuple[str, str]:
    """The noun that is asked for: the last one of the phrase that follows `which`, `how many`, `most`, ..."""
    starts = [
        at
        for at, unit in enumerate(units)
        if unit in (_ASKING | {"many", "most", "number", "count", "least", "commonest", "top"})
    ]
    for start in starts:
        found = _phrase(units, start + 1)
        if found[0]:
            return found
    whole = [NOUNS[unit] for unit in units if isinstance(unit, str) and unit in NOUNS]
    if counted and whole:
        return _split(whole[0])
    # no word of asking: `miRNAs in glioma`, `tumour suppressing lncRNAs of bone marrow exosomes`
    plural = [unit for unit in units[:5] if isinstance(unit, str) and unit.endswith("s") and unit in NOUNS]
    return _split(NOUNS[plural[0]]) if plural and not starts else ("", "")


def _phrase(units: Sequence[Unit], start: int) -> tuple[str, str]:
    target, kind = "", ""
    for at in range(start, min(len(units), start + 9)):
        unit = units[at]
        if (
            isinstance(unit, str)
            and unit in {"target", "targets"}
            and at + 1 < len(units)
            and isinstance(units[at + 1], Mention)
            and units[at + 1].label in {"Gene", "Cargo", "Pathway"}
        ):  # type: ignore[union-attr]
            return (target, kind) if target else ("Cargo", "")
        if isinstance(unit, str) and unit.isdecimal():
            continue
        if isinstance(unit, Mention):
            # `which tyrosine kinase inhibitors`, `which leukaemias`: the name itself is the noun
            if (
                unit.label in {"Drug", "Modality", "Cancer", "ImmuneCell"}
                and (unit.text.rstrip(".").endswith("s") or unit.label == "Modality")
                and at > start - 1
                and start
            ):
                target, kind = {"Modality": "Drug"}.get(unit.label, unit.label), ""
            continue
        if unit in {"cell", "cells"} and at and units[at - 1] == "immune":
            target, kind = "ImmuneCell", ""
        elif unit in {"drugs", "drug"} and at + 1 < len(units) and units[at + 1] in {"target", "targets"}:
            target, kind = "Gene", ""
        elif unit in NOUNS and not (
            unit in {"msc", "mscs", "cancer", "tumour", "tumor", "exosome", "drug", "target", "vesicle", "msc"}
            and _more(units, at)
        ):
            target, kind = _split(NOUNS[unit])
        elif unit not in _PASSED and unit not in NOUNS:
            break
    return target, kind


def _more(units: Sequence[Unit], at: int) -> bool:
    return at + 1 < len(units) and (
        units[at + 1] in NOUNS or (units[at + 1] in _PASSED and at + 2 < len(units) and units[at + 2] in NOUNS)
    )


def _split(target: str) -> tuple[str, str]:
    label, _, kind = target.partition("/")
    return label, kind
