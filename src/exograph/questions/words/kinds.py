"""What kind of answer a question asks for, and of what: paths, a list of cargos, a number of papers, yes or no, ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exograph.questions.words.changes import Unit
from exograph.questions.words.nouns import NOUNS, wanted
from exograph.questions.words.patterns import Pattern

_AUX = frozenset(
    """
    do does did can could is are was were has have had will would may might don't doesn't didn't isn't aren't hasn't
    should must wasn't haven't can't
    """.split()
)
_POLITE = (
    Pattern(
        r"(?:(?:please|hi|hello|hey|dear|well|so|ok|okay|and|but|now|then|exograph|kindly|thanks|good (?:morning|day)|"
        r"quick question|question|q)\b[\s,:!.-]*)+"
    ),
    Pattern(
        r"(?:can|could|would|will) (?:you|u|exograph|it|i|we) (?:please )?(?:tell|show|list|give|find|explain|say|name|"
        r"summari[sz]e|describe|help me (?:to )?(?:find|understand)|get|see|know|ask|check|count)(?: me| us| to me)?"
        r"(?: about| if you know)?[\s,:]*",
        "you u_ exograph _it_ _i_ we_",
    ),
    Pattern(
        r"(?:i|we)(?:'d| would| am|'m| want| need| wonder| wish| was)?(?: really| just| also)? ?(?:like|want|need|"
        r"wonder|interested|trying|curious|wondering|looking|love)?(?:ing)?(?: to)?(?: know| find| learn| understand|"
        r" see| ask| hear| have| in| get| about| for)*(?: out)?(?: about)?[\s,:]+"
    ),
    Pattern(
        r"(?:do|does|did) (?:you|anyone|anybody|we|somebody|exograph) (?:happen to )?(?:know|remember|have "
        r"(?:an )?idea|"
        r"have (?:any )?(?:information|data|evidence|claims))(?: about| of| on)?[\s,:]*",
        "you any we_ somebody exograph",
    ),
    Pattern(r"(?:tell|show|explain|describe|remind)(?: to)? (?:me|us)(?: about)?[\s,:]*", "me us"),
    Pattern(r"(?:any idea|i wonder|wondering|curious)[\s,:]*"),
)
# which of them may begin with the question's first word
_POLITE_FIRST = {
    **dict.fromkeys("please hi hello hey dear well so ok okay and but now then exograph kindly thanks".split(), 0),
    **dict.fromkeys("good quick question q".split(), 0), **dict.fromkeys("can could would will".split(), 1),
    **dict.fromkeys("i we i'd i'm we'd".split(), 2), **dict.fromkeys("do does did".split(), 3),
    **dict.fromkeys("tell show explain describe remind".split(), 4),
    **dict.fromkeys("any wondering curious".split(), 5),
}  # fmt: skip
_COUNT = Pattern(
    r"\bhow many\b|\bnumber of\b|\bcount\b(?! on)|\bhow much (?:evidence|research|literature|data|work)\b|\bhow "
    r"often\b|\b(?:fraction|proportion|percentage|share) of\b|\btotal of\b|\bhow numerous\b|\bhow frequent",
    "how_many number_of count how_much how_often fraction proportion percentage share total_of how_num how_freq",
)
_CONTRA = Pattern(
    r"\bcontradict|\bconflict|\bdisagree|\binconsisten|\bcontrovers|\bdispute|\bdiscrepan|\bcontrary|\bmixed "
    r"(?:results|evidence|findings)|\bagree on\b|\bopposing (?:claims|results|evidence|findings|effects)",
    "contradict conflict disagree inconsist controver disput discrepan contrary mixed agree opposing",
)
_OPPOSITE = Pattern(
    r"\bopposite|\bopposed?\b|\bopposing|\bcontrary\b|\bthe reverse\b|\bother way (?:a)?round|\bspeaks? against|"
    r"\bargues? against|\bevidence against|\bcounter-?evidence|\bcounterexample",
    "oppos contrary the_reverse way_ against counter",
)
_COMPARE = Pattern(
    r"\bversus\b|\bvs\b|\bcompar|\bdiffer(?!entiat)|\bbetter than\b|\bworse than\b|\bcontrast\b|\brather than\b|"
    r"\binstead of\b|\bor\b.*\b(?:better|worse|stronger|safer|more)\b|\b(?:better|worse|stronger|more|which is|"
    r"which one)\b.*\bor\b|\bdistinguish",
    "versus vs compar differ than contrast instead _or_ distinguish",
)
_MOST = Pattern(
    r"\b(?:most|least)\b(?: \w+){0,2}? ?(?:stud|common|report|frequent|often|investigat|publish|test|research|"
    r"examin|cited|evidence|claims|papers|popular|used|known|support|describ|well)|\bbest[- ](?:stud|known|support|"
    r"document|character)|\bcommonest|\bfrequently\b.*\b(?:stud|report|test)|\btop[- ]?\d*\b|\branking\b|\brank\b|"
    r"\bhighest number|\blargest number|\bthe most\b|\bmost (?:mirnas|cargos|papers|claims|"
    r"drugs)\b|\bpopular|\bmost\b[?.]?$|\bthe least\b|\bmainly stud|\busually stud",
    "most least best common frequen top rank highest largest popular mainly usually",
)
_GAP = Pattern(
    r"\b(?:never|not(?: yet)?|hasn't|haven't|isn't|aren't|wasn't|no one|nobody|no-one|yet to)\b(?: \w+){0,3}? "
    r"?(?:been |be )?(?:test|stud|investigat|examin|explor|tri|report|look|combin|ask|used|research|claim|"
    r"appear|mention|cover)|\buntested|\bunstudied|\bunexplored|\bunder-?studied|\bnever[- ]tested|\bgaps?\b|"
    r"\bmissing\b|\bno (?:claims?|data|evidence|paper|study|studies|record|reports?)\b|\bneglected|\boverlooked|"
    r"\bwithout (?:any )?(?:claims?|data|evidence)\b|\black(?:s|ing)? (?:of )?(?:any )?(?:data|evidence|claims)|"
    r"\bremain(?:s)? to be",
    "never not n't no_ nobody no-one yet untested unstud unexpl under gap missing neglect overlook without lack remain",
)
_NO_GAP = Pattern(r"(?:is|are|was|were|has|have|do|does|did|why|how) ")
_GAP_WORDS = Pattern(r"\b(?:which|what|list|show|name|gaps?|any|where|untested|unstudied|unexplored|never)\b")
_UP = Pattern(r"\b(?:up|rises?|raised|rose|increas\w*|higher)\b", "up ris rais rose increas higher")
_DOWN = Pattern(r"\b(?:down|falls?|fell|decreas\w*|lower\w*|drops?)\b", "down fall fell decreas lower drop")
_PER = Pattern(r"\b(?:per|for each|for every|by each) (\w+)", "per for_e by_each")
_WHO = Pattern(r"\bwho\b.*\b(?:report|show|publish|found|said|say|wrote|describ|claim|prove|demonstrat)", "who_")
_TOP = Pattern(r"\btop[- ]?(\d{1,3})\b|\b(\d{1,3}) most\b")
_AGAINST = Pattern(
    r"@(\w+) (?:is |are )?against @\1",
    "against",
)
_LOADED = Pattern(
    r"\bloaded\b|\bfree @?\w+",
    "loaded free",
)
_NOTICE = Pattern(
    r"\bretract|\bwithdrawn|\bexpressions? of concern|\bcorrected\b|\bcorrections?\b|\berrat|\bcorrigend|"
    r"\bnotices?\b|\bunreliable|\bproblematic papers?",
    "retract withdrawn concern correct errat corrig notice unreliab problematic",
)
_BY_YEAR = Pattern(
    r"\b(?:per|by|each|every) year\b|\bover (?:the|time)\b.*\b(?:papers|publications)|\byear by year|\bannual|"
    r"\bpapers? over time|\bwhich years?\b.*\bmost\b|\bpublication trend",
    "year annual over_ trend",
)


@dataclass(eq=False, repr=False)
class Asked:
    """The kind of answer, and what it lists or counts (a node label, Publication, Claim, year, model, effect)."""

    kind: str = "paths"  # paths, list, count, yesno, compare, most, gap, contradictions, opposite, notice, years
    target: str = ""
    cargo_kind: str = ""
    sign: int = 0
    limit: int = 0


def polite(text: str) -> str:
    """The question without what people say before it."""
    while True:
        first = text.split(" ", 1)[0].strip(",.:;!-")
        which = _POLITE_FIRST.get(first)
        found = _POLITE[which].match(text) if which is not None else None
        rest = text[found.end() :].lstrip(" ,:-!.") if found else ""
        if not rest:
            return text
        text = rest


def kind_of(units: Sequence[Unit], plain: str, masked: str) -> Asked:
    """The kind of answer. `plain`: the question in lower case, without politeness; `masked`: names as @label."""
    asked = _kind(plain, masked)
    target, kind = wanted(units, counted=asked.kind == "count")
    each = _PER.search(plain)
    if each and each[1] in NOUNS and asked.kind in {"count", "paths", "yesno"}:
        asked.kind, (target, kind) = "most", NOUNS[each[1]].partition("/")[::2]
    if asked.kind == "paths" and target and _asks_for_list(plain, target):
        asked.kind = "list"
    if asked.kind == "paths" and not target and (found := _what_of(plain)):
        asked.kind, target = "list", found
    if asked.kind in {"list", "count", "most", "gap", "compare"}:
        asked.target, asked.cargo_kind = target, kind
    elif kind and kind != "protein":
        asked.cargo_kind = kind
    if asked.cargo_kind in {"", "RNA"}:
        asked.cargo_kind = _mentioned_kind(masked) or asked.cargo_kind
    if plain.startswith("who ") or _WHO.search(plain):
        asked = Asked("list", "Publication", asked.cargo_kind)
    if asked.target == "Marker":  # `which markers go up`
        asked.cargo_kind = "up" if _UP.search(plain) else "down" if _DOWN.search(plain) else ""
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


_TRUTH = ("true?", "whether", "is it true", "right?", "isn't it", "correct?", "true or false", "yes or no", "true that")
_QUESTION_WORDS = frozenset("how why when where".split())
_LIST_WORDS = frozenset("which what list name show give all whats what's enumerate find print display".split())
_KIND_WORDS = {
    "mirna": "miRNA", "mirnas": "miRNA", "microrna": "miRNA", "micrornas": "miRNA", "mirs": "miRNA", "lncrna": "lncRNA",
    "lncrnas": "lncRNA", "noncoding": "lncRNA", "circrna": "circRNA", "circrnas": "circRNA", "sirna": "siRNA",
    "sirnas": "siRNA", "antagomir": "anti-miR", "antagomirs": "anti-miR",
}  # fmt: skip
_CARRIED = Pattern(
    r"what(?:'s)? (?:is|are|gets|was|were) (?:\w+ )?(?:carried|contained|packed|packaged|inside|in the cargo|delivered|"
    r"transferred|shipped|loaded into|found in)\b|what (?:do|does|did|can) .*\b(?:carry|contain|deliver|transfer|"
    r"transport|hold|ship|shuttle)s?(?:\??$| (?:in|to|into|that)\b)",
    "carr contain pack inside cargo deliver transfer ship load found transport hold shuttle",
)
_TARGETED = Pattern(
    r"what (?:do|does|did|is|are) .*\b(?:target|repress|hit|downregulate|silence|act on|bind|targeted by|repressed by|"
    r"sponge)\??(?: in\b.*)?$|what (?:is|are|gets) (?:targeted|repressed|hit|silenced|downregulated|sponged) by\b",
    "target repress hit downregulat silenc act_on bind spong",
)


def _is_yesno(plain: str) -> bool:
    first = plain.split(" ", 1)[0].strip(",.:;")
    if first in _AUX or first in {"if", "whether"} or any(phrase in plain for phrase in _TRUTH):
        return True
    last = re.split(r"(?<=[.;:!])\s+", plain)[-1]
    words = last.split()
    return last != plain and bool(words) and words[0] in _AUX and not {"which", "what", "how"} & set(words)


def _asks_for_list(plain: str, target: str) -> bool:
    words = plain.replace("?", " ").replace(",", " ").split()
    if _LIST_WORDS & set(words):
        return True
    # a bare `miRNAs in glioma` asks for them; a bare `exosomes in glioma` asks what they do
    return target not in {"MscSource", "Claim", "effect"} and not _QUESTION_WORDS & set(words) and words[0] not in _AUX


def _what_of(plain: str) -> str:
    """`what is carried by`, `what do they carry`, `what does X target`: the noun is in the verb."""
    if not plain.startswith("what"):
        return ""
    return "Cargo" if _CARRIED.match(plain) else "Gene" if _TARGETED.match(plain) else ""


def _mentioned_kind(masked: str) -> str:
    """The kind of cargo that the question speaks of, names of molecules apart."""
    words = masked.split()
    if "long" in words and "coding" in words:
        return "lncRNA"
    return next((_KIND_WORDS[word] for word in words if word in _KIND_WORDS), "")
