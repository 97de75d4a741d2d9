"""What kind of answer a question asks for, and of what: paths, a list of cargos, a number of papers, yes or no, ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exograph.questions.words.changes import Unit
from exograph.questions.words.nouns import wanted

_AUX = frozenset(
    """
    do does did can could is are was were has have had will would may might don't doesn't didn't isn't aren't hasn't
    should must wasn't haven't can't
    """.split()
)
_POLITE = re.compile(
    r"^(?:(?:please|hi|hello|hey|dear|well|so|ok|okay|and|but|now|then|exograph|kindly|thanks|good (?:morning|"
    r"day)|quick question|question|q)\b[\s,:!.-]*)+|"
    r"^(?:can|could|would|will) (?:you|u|exograph|it|i|we) (?:please )?(?:tell|show|list|give|find|explain|say|"
    r"name|summari[sz]e|describe|help me (?:to )?(?:find|understand)|get|see|know|ask|check|count)(?: me| us| "
    r"to me)?(?: about| if you know)?[\s,:]*|"
    r"^(?:i|we)(?:'d| would| am|'m| want| need| wonder| wish| was)?(?: really| just| also)? ?(?:like|want|need|"
    r"wonder|interested|trying|curious|wondering|looking|love)?(?:ing)?(?: to)?(?: know| find| learn| "
    r"understand| see| ask| hear| have| in| get| about| for)*(?: out)?(?: about)?[\s,:]+|"
    r"^(?:do|does|did) (?:you|anyone|anybody|we|somebody|exograph) (?:happen to )?(?:know|remember|have (?:an "
    r")?idea|have (?:any )?(?:information|data|evidence|claims))(?: about| of| on)?[\s,:]*|"
    r"^(?:tell|show|explain|describe|remind)(?: to)? (?:me|us)(?: about)?[\s,:]*|^(?:any idea|i wonder|"
    r"wondering|curious)[\s,:]*"
)
_COUNT = re.compile(
    r"\bhow many\b|\bnumber of\b|\bcount\b(?! on)|\bhow much (?:evidence|research|literature|data|work)\b|\bhow "
    r"often\b|\btotal of\b|\bhow numerous\b|\bhow frequent"
)
_CONTRA = re.compile(
    r"\bcontradict|\bconflict|\bdisagree|\binconsisten|\bcontrovers|\bdispute|\bdiscrepan|\bcontrary|\bmixed "
    r"(?:results|evidence|findings)|\bagree on\b|\bopposing (?:claims|results|evidence|findings|effects)"
)
_OPPOSITE = re.compile(
    r"\bopposite|\bopposed?\b|\bopposing|\bcontrary\b|\bthe reverse\b|\bother way (?:a)?round|\bspeaks? against|"
    r"\bargues? against|\bevidence against|\bcounter-?evidence|\bcounterexample"
)
_COMPARE = re.compile(
    r"\bversus\b|\bvs\b|\bcompar|\bdiffer(?!entiat)|\bbetter than\b|\bworse than\b|\bcontrast\b|\brather than\b|"
    r"\binstead of\b|\bor\b.*\b(?:better|worse|stronger|safer|more)\b|\b(?:better|worse|stronger|more|which is|"
    r"which one)\b.*\bor\b|\bdistinguish"
)
_MOST = re.compile(
    r"\b(?:most|least)\b(?: \w+){0,2}? ?(?:stud|common|report|frequent|often|investigat|publish|test|research|"
    r"examin|cited|evidence|claims|papers|popular|used|known|support|describ|well)|\bbest[- ](?:stud|known|support|"
    r"document|character)|\bcommonest|\bfrequently\b.*\b(?:stud|report|test)|\btop[- ]?\d*\b|\branking\b|\brank\b|"
    r"\bhighest number|\blargest number|\bthe most\b|\bmost (?:mirnas|cargos|papers|claims|"
    r"drugs)\b|\bpopular|\bmost$|\bmainly stud|\busually stud"
)
_GAP = re.compile(
    r"\b(?:never|not(?: yet)?|hasn't|haven't|isn't|aren't|wasn't|no one|nobody|no-one|yet to)\b(?: \w+){0,3}? "
    r"?(?:been |be )?(?:test|stud|investigat|examin|explor|tri|report|look|combin|ask|used|research|claim|"
    r"appear|mention|cover)|\buntested|\bunstudied|\bunexplored|\bunder-?studied|\bnever[- ]tested|\bgaps?\b|"
    r"\bmissing\b|\bno (?:claims?|data|evidence|paper|study|studies|record|reports?)\b|\bneglected|\boverlooked|"
    r"\bwithout (?:any )?(?:claims?|data|evidence)\b|\black(?:s|ing)? (?:of )?(?:data|evidence|claims)|"
    r"\bremain(?:s)? to be"
)
_NO_GAP = re.compile(r"(?:is|are|was|were|has|have|do|does|did|why|how) ")
_GAP_WORDS = re.compile(r"\b(?:which|what|list|show|name|gaps?|any|where|untested|unstudied|unexplored|never)\b")
_TOP = re.compile(r"\btop[- ]?(\d{1,3})\b|\b(\d{1,3}) most\b")
_AGAINST = re.compile(r"@(\w+) (?:is |are )?against @\1")
_LOADED = re.compile(r"\bloaded\b|\bfree @?\w+")
_NOTICE = re.compile(
    r"\bretract|\bwithdrawn|\bexpressions? of concern|\bcorrected\b|\bcorrections?\b|\berrat|\bcorrigend|"
    r"\bnotices?\b|\bunreliable|\bproblematic papers?"
)
_BY_YEAR = re.compile(
    r"\b(?:per|by|each|every) year\b|\bover (?:the|time)\b.*\b(?:papers|publications)|\byear by year|\bannual|"
    r"\bpapers? over time|\bwhich years?\b.*\bmost\b|\bpublication trend"
)
_DB_TARGETS = re.compile(
    r"\btargets? of\b|\bwhat does @drug target|\bwhich (?:genes?|proteins?|receptors?|kinases?|molecules?)(?: "
    r"\w+)? (?:does|do|is|are) @drug (?:target|act|bind|inhibit|hit|block)|@drug targets?\b|\btargeted by @drug|"
    r"\b(?:act|acts) on\b"
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
    """The kind of answer. `plain`: the question in lower case, without politeness; `masked`: names as @label."""
    asked = _kind(plain, masked)
    target, kind = wanted(units, counted=asked.kind == "count")
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
    """The first kind whose words are there; the order matters, since `how many` beats `does`."""
    first = (
        ("notice", _NOTICE), ("years", _BY_YEAR), ("count", _COUNT), ("contradictions", _CONTRA),
        ("opposite", _OPPOSITE),
    )  # fmt: skip
    for kind, pattern in first:
        if pattern.search(plain):
            return Asked(kind, {"notice": "Publication", "years": "year"}.get(kind, ""))
    if _GAP.search(plain) and not _NO_GAP.match(plain) and _GAP_WORDS.search(plain):
        return Asked("gap")
    if _MOST.search(masked):
        top = _TOP.search(plain)
        return Asked("most", limit=int(top[1] or top[2]) if top else 0, sign=-1 if "least" in plain else 0)
    compared = _COMPARE.search(plain) or _AGAINST.search(masked)
    if compared and not (_LOADED.search(plain) and _is_yesno(plain)):
        return Asked("compare")
    return Asked("yesno" if _is_yesno(plain) else "paths")


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
            (
                r"what(?:'s)? (?:is|are|gets|was|were) (?:\w+ )?(?:carried|contained|packed|packaged|inside|in the "
                r"cargo|delivered|transferred|shipped|loaded into|found in)\b"
            ),
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
        (
            r"what (?:do|does|did|is|are) .*\b(?:target|repress|hit|downregulate|silence|act on|bind|targeted by|"
            r"repressed by|sponge)\??(?: in\b.*)?$"
        ),
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
