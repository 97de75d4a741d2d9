"""What exograph does not answer, told by its words before any name is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from exograph.questions.words.patterns import Pattern

_VESICLE = r"(?:exosom\w*|extracellular vesicles?|vesicles?|evs?\b|microvesicles?|nano-?vesicles?)"
_FROM = r"(?:derived|isolated|secreted|released|shed|obtained|purified|produced|made|coming|taken)?"
_OTHER_PLANT = (
    r"plants?|ginger|grapefruit|lemons?|citrus|ginseng|broccoli|garlic|turmeric|tea|aloe|tomato(?:es)?|grapes?|"
    r"fruits?|edible|carrots?|onions?|fung\w+|yeast"
)
_OTHER = {
    "plants": _OTHER_PLANT,
    "bacteria": (
        r"bacteri\w+|e\.? coli|probiotic\w*|lactobacill\w+|outer membrane|microbiota|gut microbes?|salmonella|"
        r"helicobacter"
    ),
    "milk": r"(?:cow |bovine |breast |human |camel |goat )?milk|colostrum",
    "tumour cells": (
        r"(?:(?:breast|lung|gastric|colorectal|colon|ovarian|prostate|pancreatic|liver|bladder) )?(?:tumou?rs?|"
        r"cancers?|glioma|melanoma|leuk\w+|carcinoma|hepatoma|glioblastoma|myeloma|osteosarcoma)(?: stem)?(?: "
        r"cells?)?|hela|tex|texs"
    ),
    "immune cells": (
        r"(?:car[- ]?t|car[- ]?nk|t|b|nk|natural killer|dendritic|immune|mast|treg|regulatory t|cd8\+?(?: t)?|"
        r"cd4\+?(?: t)?)[- ]?cells?|nk|car[- ]?t|m[012](?:[- ]type|[- ]like|[- ]polari[sz]ed)? macrophages?|"
        r"(?:tumou?r[- ]associated )?macrophages?|dcs?|monocytes?|neutrophils?|lymphocytes?|microglia\w*"
    ),
    "other cells": (
        r"(?:cancer[- ]associated )?fibroblasts?|cafs?|platelets?|erythrocytes?|red blood cells?|rbcs?|"
        r"endothelial(?: cells?)?|hek ?-?293t?|astrocytes?|neurons?|neural stem cells?|h(?:a)?ematopoietic stem "
        r"cells?|epithelial cells?|hepatocytes?|adipocytes?|cardiomyocytes?|schwann cells?|sertoli cells?|"
        r"keratinocytes?"
    ),
    "body fluids": (
        r"serum|plasma|urine|urinary|saliva\w*|cerebrospinal fluid|csf|ascites|circulating|liquid biops\w+|patient "
        r"blood"
    ),
}
_AS_SOURCE = {
    kind: Pattern(
        rf"\b(?:{words})[- ]derived (?:\w+ ){{0,2}}{_VESICLE}|\b(?:{words})[- ](?:small )?{_VESICLE}|"
        rf"\b{_VESICLE}(?: that are| which are)?(?: \w+ly)? ?{_FROM} (?:from|by) (?:the |a |human |activated |"
        rf"primed )*(?:{words})\b(?! ?(?:-| )?(?:associated |tissue |derived )?(?:msc|mesenchymal|patients))"
    )
    for kind, words in _OTHER.items()
}
_HINTS = {
    "plants": (
        "plant ginger grapefruit lemon citrus ginseng broccoli garlic turmeric tea aloe tomato grape fruit "
        "edible carrot "
        "onion fung yeast"
    ).split(),
    "bacteria": "bacteri coli probiotic lactobac outer microb salmonella helicobacter".split(),
    "milk": ["milk", "colostrum"],
    "tumour cells": "tumo cancer glioma melanoma leuk carcin hepatoma glioblast myeloma osteosarc hela tex".split(),
    "immune cells": "cell nk car macrophage dc monocyt neutrophil lymphocyt microglia".split(),
    "other cells": (
        "fibroblast caf platelet erythrocyt rbc red endothelial hek astrocyt neuron neural ematopoietic epithelial "
        "hepatocyt adipocyt cardiomyocyt schwann sertoli keratinocyt"
    ).split(),
    "body fluids": "serum plasma urin saliva fluid csf ascites circulating biops blood".split(),
}
_VESICLE_STEMS = ("exosom", "vesicle", "ev", "microves", "nanoves", "nano")
_MSC = Pattern(r"\bm[e]?scs?\b|mesenchymal|stromal|stem cells?|\w*mscs?\b|adsc|wharton")

_STEMS = tuple(
    """
    ischemi ischaemi covid diabet alzheimer parkinson infarct crohn neuropath huntington allerg atheroscler osteoarthr
    encephalomyel schizophren
    """.split()
)
_DISEASES = frozenset(
    """
    stroke strokes arthritis arthritic coronavirus sars influenza dementia myocardial heart cardiac cardiovascular
    wound wounds burn burns scar scars lupus gvhd uveitis colitis ibd sepsis asthma copd psoriasis eczema dermatitis
    fibrosis cirrhosis hepatitis traumatic alopecia aging ageing wrinkle wrinkles depression autism epilepsy
    hypertension osteoporosis fracture fractures cartilage tendon infertility endometriosis malaria tuberculosis hiv
    aids obesity ototoxicity nephrotoxicity cardiotoxicity neurotoxicity hepatotoxicity mucositis pancreatitis
    nephropathy retinopathy glaucoma als amyotrophic ards pneumonia preeclampsia periodontitis migraine acne
    """.split()
)
_DISEASE_PHRASES = (
    "kidney injury", "acute kidney", "renal failure", "graft versus host", "graft-versus-host", "multiple sclerosis",
    "spinal cord", "hair loss", "lung injury", "pre-eclampsia", "rheumatoid", "liver failure", "brain injury",
)  # fmt: skip
_NO_MARKS = str.maketrans(dict.fromkeys('?!.,;:()/-"', " "))
_PROTOCOL = Pattern(
    r"\b(protocols?|ultracentrifug\w*|centrifug\w*|nanoparticle tracking|nta\b|western blot\w*|flow cytometry|"
    r"electron microscop\w*|which kit|isolation kit|purification|buffers?|pbs|fbs|"
    r"step[- ]by[- ]step|shelf life|storage|reagents?|catalog(?:ue)? number|antibody dilution|primer sequences?|"
    r"primers)\b|"
    r"\bhow (?:do|can|should|would|could|to) ?(?:i|we|you|one|people|researchers|labs?|scientists)? ?(?:best "
    r")?(?:to )?(?:isolate|purify|extract|culture|grow|store|label|load|characteri[sz]e|quantify|measure|"
    r"prepare|produce|manufacture|scale|engineer|transfect|freeze|thaw|detect|image|collect|harvest|obtain|make "
    r"exosomes|make (?:msc )?exosomes|make vesicles)\b|\b(?:isolate|isolation of|purify|isolating|purifying|"
    r"culturing) (?:\w+ ){0,4}" + _VESICLE,
    (
        "protocol centrifug nanoparticle_tracking nta western_b flow_cyt microscop kit purif buffer pbs fbs step "
        "shelf storage reagent catalog dilution primer isolat extract cultur grow_ store label load characteri "
        "quantif measure prepar produc manufactur scale engineer transfect freez thaw detect imag collect harvest "
        "obtain make_"
    ),
)
_ADVICE = Pattern(
    r"\b(dos(?:e|es|age|ages|ing)|mg/kg|mg|how often should|should (?:i|we|my|he|she|patients?)\b(?! (?:read|"
    r"cite|look|ask|search|expect|know))|can i (?:take|"
    r"use|get|try|have)|may i take|do you recommend|recommend\w*|advi[cs]e|prescri\w+|"
    r"is it safe|safe (?:for|to)|side[- ]effects?|adverse|overdose|my (?:own )?(?:mother|mom|mum|father|dad|"
    r"wife|husband|son|daughter|sister|brother|child|friend|doctor|oncologist|cancer|tumou?r|tumor|disease|"
    r"leuk\w+|glioma|patient|body|treatment|chemo\w*)|i have (?:a |been |breast|lung|colon|cancer|leuk)|i was "
    r"diagnosed|cure me|treat me|heal me|where (?:can|do) i (?:get|buy|find a clinic)|buy|price|costs?|"
    r"clinic near|insurance)\b",
    (
        "dos mg often should can_i may_i recommend advi prescri safe side adverse my_ i_have i_was _me where_ buy "
        "price cost clinic insurance"
    ),
)
_OTHER_TOPICS = {
    "prognosis, diagnosis or biomarkers": Pattern(
        r"\b(prognos\w*|biomarkers?|diagnos\w*|survival rates?|life expectancy|prevalence|incidence|epidemiolog\w*|"
        r"symptoms?|screening|staging|mortality|risk factors?|how common is|early detection)\b",
        (
            "prognos biomark diagnos surviv expectancy prevalen incidence epidemi symptom screening staging "
            "mortality risk how_common early"
        ),
    ),
    "clinical trials": Pattern(
        r"\b(clinical trials?|trials?|recruit(?:ing)? patients|enrol\w*|nct\d*|phase (?:i{1,3}|[123])\b|fda|ema|"
        r"approv\w*)",
        "trial recruit enrol nct phase fda ema approv",
    ),
    "chemistry and pharmacology": Pattern(
        r"\b(molecular weight|chemical (?:structure|formula)|half[- ]?life|pharmacokinetic\w*|melting point|"
        r"solubility|sequence of|nucleotide sequence|amino acid sequence|crystal structure|chromosom\w+|"
        r"discovered|invented|inventor|who makes|manufacturer|patents?|"
        r"stock|company|companies)\b",
        (
            "weight structure formula half pharmaco melting solub sequence chromosom discover invent who_makes "
            "manufactur patent stock compan"
        ),
    ),
}
_CODE = Pattern(
    r"\bmatch\s*\(|\bdetach\b|\bdelete\b|\bdrop\s+(?:table|database|constraint|index|all)|\bmerge\s*\(|"
    r"\bcreate\s*\(|\bset\s+\w+\.\w+\s*=|\bunwind\b|\bload\s+csv\b|\bcall\s+\w+(?:\.\w+)*\s*\(|"
    r"\breturn\s+\w+\s*(?:;|limit|$)|"
    r"</?\w+[^<>]{0,80}>|javascript:|on(?:error|load|click)\s*=|select\s+.{1,60}\s+from\b|union\s+select|;\s*--|"
    r"\bor\s+1\s*=\s*1|\$\{|\{\{|/etc/|\.\./|rm -rf|"
    r"\b(?:ignore|disregard|forget) (?:all |any |your |the )*(?:previous|prior|above|earlier|instructions?|"
    r"rules)|system prompt|you are now|pretend (?:to|you)|act as (?:a|an|if)|jailbreak|developer mode|api[_ "
    r"]?key|password",
    (
        "match detach delete drop merge create set_ unwind csv call return < javascript onerror onload onclick "
        "select union ; or_1 ${ {{ /etc ../ rm_ ignore disregard forget system_p you_are pretend act_as jailbreak "
        "developer api password or__ 1=1"
    ),
)
_CHAT = Pattern(
    r"^(?:hi|hello|hey|thanks?|thank you|good (?:morning|evening|day)|how are you|who are you|what are you|what "
    r"can you "
    r"do|help|help me|bye|test|testing|ok|okay|yes|no|why|lol)\b[\s!?.,]*(?:there|you|exograph|so much)?[\s!?.]*$"
)
_CHAT_FIRST = frozenset(
    "hi hello hey thank thanks good how who what help bye test testing ok okay yes no why lol".split()
)
_LONGEST_CHAT = 40
_OTHER_TALK = Pattern(
    r"\b(weather|joke|poem|song|football|president|capital of|recipe|movie|translate|bitcoin|horoscope|what time|"
    r"how old are you|your name|meaning of life|homework|essay)\b",
    "weather joke poem song football president capital recipe movie translate bitcoin horoscope what_time how_old name "
    "meaning homework essay",
)
_DEFINE = Pattern(
    r"^(?:what|define|definition of|explain)(?: is| are|'s)?(?: what)?(?: is| are)?(?: an?| the)? ?(?:msc[- ]?|"
    r"mesenchymal (?:stem|stromal) cells?[- ]?)?(?:exosomes?|extracellular vesicles?|evs?|mscs?|mesenchymal "
    r"(?:stem|stromal) cells?|cancer|vesicles?|stem cells?)(?: are| is)?[?. ]*$",
    "what define definition explain",
)


@dataclass(eq=False, repr=False)
class Outside:
    """Why a question is not answered, in a sentence; `instead` are questions that could be."""

    reason: str  # a word for machines and tests: vesicles, disease, protocol, advice, topic, code, chat, definition
    why: str


def outside(text: str) -> Outside | None:
    """The first thing in the text that exograph does not answer; None if there is none. `text` is in lower case."""
    text = text[:4000]
    if _CODE.search(text):
        return Outside("code", "this holds a command or code, not a question; `exograph cypher` runs read-only Cypher")
    first = text.split(" ", 1)[0].strip("?!.,")
    small_talk = len(text) <= _LONGEST_CHAT and first in _CHAT_FIRST and _CHAT.search(text)
    if small_talk or _OTHER_TALK.search(text):
        return Outside("chat", "this is no question on MSC exosomes in cancer therapy")
    if _DEFINE.match(text):
        return Outside(
            "definition",
            (
                "exograph explains no terms; it tells what papers report on vesicles of mesenchymal stem cells in "
                "cancer therapy"
            ),
        )
    advice = _ADVICE.search(text)
    if advice:
        return Outside(
            "advice",
            (
                f"`{advice[0].strip()}`: exograph gives no medical advice and knows no doses, safety, prices or "
                f"places of treatment; ask a doctor. It only tells what papers report"
            ),
        )
    protocol = _PROTOCOL.search(text)
    if protocol:
        return Outside(
            "protocol",
            (
                f"`{protocol[0].strip()}`: exograph holds no protocols; it holds what papers report as the effect "
                f"of the vesicles. The papers it names do describe their methods"
            ),
        )
    return _vesicles(text) or _disease(text) or _topic(text)


def _vesicles(text: str) -> Outside | None:
    if "exosom" not in text and "vesicle" not in text and " ev" not in text:
        return None
    words = text.translate(_NO_MARKS).split()
    beside = " ".join(
        " ".join(words[max(0, at - 3) : at]) for at, word in enumerate(words) if word.startswith(_VESICLE_STEMS)
    )
    joined = {"derived", "from", "by"} & set(words)
    for kind, pattern in _AS_SOURCE.items():
        if not any(hint in (text if joined else beside) for hint in _HINTS[kind]):
            continue
        found = pattern.search(text)
        if found and not _MSC.search(found[0]):
            why = f"`{found[0].strip()}`: these are vesicles of {kind}"
            return Outside("vesicles", f"{why}; exograph holds only those of mesenchymal stem or stromal cells (MSC)")
    return None


def _disease(text: str) -> Outside | None:
    named = [phrase for phrase in _DISEASE_PHRASES if phrase in text]
    for word in text.translate(_NO_MARKS).split():
        if word in _DISEASES or word.startswith(_STEMS) or word.endswith("arthritis"):
            named.append(word)
    if not named or "cardiac tumo" in text or "cardiac sarcoma" in text:
        return None
    why = f"`{named[0]}` is no cancer: exograph holds claims on cancer and on immune cells only"
    return Outside("disease", why)


def _topic(text: str) -> Outside | None:
    for topic, pattern in _OTHER_TOPICS.items():
        found = pattern.search(text)
        if found:
            return Outside(
                "topic",
                (
                    f"`{found[0].strip()}`: exograph knows nothing of {topic}; it holds what papers report as the "
                    f"effect of MSC vesicles"
                ),
            )
    return None
