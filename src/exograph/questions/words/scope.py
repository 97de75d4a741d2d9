"""What exograph does not answer, told by its words before any name is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    kind: re.compile(
        rf"\b(?:{words})[- ]derived (?:\w+ ){{0,2}}{_VESICLE}|\b(?:{words})[- ](?:small )?{_VESICLE}|"
        rf"\b{_VESICLE}(?: that are| which are)?(?: \w+ly)? ?{_FROM} (?:from|by) (?:the |a |human |activated |"
        rf"primed )*(?:{words})\b(?! ?(?:-| )?(?:associated |tissue |derived )?(?:msc|mesenchymal|patients))"
    )
    for kind, words in _OTHER.items()
}
_MSC = re.compile(r"\bm[e]?scs?\b|mesenchymal|stromal|stem cells?|\w*mscs?\b|adsc|wharton")

_DISEASES = re.compile(
    r"\b(strokes?|isch(?:a)?emi\w+|\w*arthritis|arthritic|covid\w*|sars-cov-?2?|coronavirus|influenza|diabet\w+|"
    r"alzheimer\w*|parkinson\w*|dementia|myocardial|heart|cardiac|cardiovascular|"
    r"infarct\w*|kidney injury|acute kidney|renal failure|wounds?|wound healing|burns?|scars?|lupus|gvhd|"
    r"graft[- ]versus[- ]host|multiple sclerosis|encephalomyelitis|uveitis|crohn\w*|"
    r"colitis|ibd|sepsis|asthma|copd|psoriasis|eczema|dermatitis|fibrosis|cirrhosis|hepatitis|spinal cord|"
    r"traumatic|hair loss|alopecia|ag(?:e)?ing|wrinkles?|depression|schizophrenia|autism|"
    r"epilepsy|hypertension|atherosclerosis|osteoporosis|bone fractures?|fractures?|cartilage|tendon|"
    r"infertility|endometriosis|malaria|tuberculosis|hiv|aids|obesity|pancreatitis|nephropathy|"
    r"neuropath\w+|retinopathy|glaucoma|als|amyotrophic|huntington\w*|cystic fibrosis|lung injury|ards|"
    r"pneumonia|pre-?eclampsia|periodontitis|allerg\w+|migraine|acne)\b"
)
_DISEASE_OK = re.compile(r"fibrosarcoma|wound[- ]?up|burns? out|heart of|cardiac (?:sarcoma|tumou?r)|alzheimer's? no")
_PROTOCOL = re.compile(
    r"\b(protocols?|ultracentrifug\w*|centrifug\w*|nanoparticle tracking|nta\b|western blot\w*|flow cytometry|"
    r"electron microscop\w*|which kit|isolation kit|purification|buffers?|pbs|fbs|"
    r"step[- ]by[- ]step|shelf life|storage|reagents?|catalog(?:ue)? number|antibody dilution|primer sequences?|"
    r"primers)\b|"
    r"\bhow (?:do|can|should|would|could|to) ?(?:i|we|you|one|people|researchers|labs?|scientists)? ?(?:best "
    r")?(?:to )?(?:isolate|purify|extract|culture|grow|store|label|load|characteri[sz]e|quantify|measure|"
    r"prepare|produce|manufacture|scale|engineer|transfect|freeze|thaw|detect|image|collect|harvest|obtain|make "
    r"exosomes|make (?:msc )?exosomes|make vesicles)\b|\b(?:isolate|isolation of|purify|isolating|purifying|"
    r"culturing) (?:\w+ ){0,4}" + _VESICLE
)
_ADVICE = re.compile(
    r"\b(dos(?:e|es|age|ages|ing)|mg/kg|mg|how often should|should (?:i|we|my|he|she|patients?)|can i (?:take|"
    r"use|get|try|have)|may i take|do you recommend|recommend\w*|advi[cs]e|prescri\w+|"
    r"is it safe|safe (?:for|to)|side[- ]effects?|adverse|overdose|my (?:own )?(?:mother|mom|mum|father|dad|"
    r"wife|husband|son|daughter|sister|brother|child|friend|doctor|oncologist|cancer|tumou?r|tumor|disease|"
    r"leuk\w+|glioma|patient|body|treatment|chemo\w*)|i have (?:a |been |breast|lung|colon|cancer|leuk)|i was "
    r"diagnosed|cure me|treat me|heal me|where (?:can|do) i (?:get|buy|find a clinic)|buy|price|cost of|costs|"
    r"clinic near|insurance)\b"
)
_OTHER_TOPICS = {
    "prognosis, diagnosis or biomarkers": re.compile(
        r"\b(prognos\w*|biomarkers?|diagnos\w*|survival rates?|life expectancy|prevalence|incidence|epidemiolog\w*|"
        r"symptoms?|screening|staging|mortality|risk factors?|how common is|early detection)\b"
    ),
    "clinical trials": re.compile(
        r"\b(clinical trials?|trials?|recruit(?:ing)? patients|enrol\w*|nct\d*|phase (?:i{1,3}|[123])\b|fda|ema|"
        r"approv\w*)"
    ),
    "chemistry and pharmacology": re.compile(
        r"\b(molecular weight|chemical (?:structure|formula)|half[- ]?life|pharmacokinetic\w*|melting point|"
        r"solubility|sequence of|nucleotide sequence|amino acid sequence|crystal structure|chromosom\w+|"
        r"discovered|invented|inventor|who makes|manufacturer|patents?|"
        r"stock|company|companies)\b"
    ),
}
_CODE = re.compile(
    r"\bmatch\s*\(|\bdetach\b|\bdelete\b|\bdrop\s+(?:table|database|constraint|index|all)|\bmerge\s*\(|"
    r"\bcreate\s*\(|\bset\s+\w+\.\w+\s*=|\bunwind\b|\bload\s+csv\b|\bcall\s+\w+(?:\.\w+)*\s*\(|"
    r"\breturn\s+\w+\s*(?:;|limit|$)|"
    r"</?\w+[^<>]{0,80}>|javascript:|on(?:error|load|click)\s*=|select\s+.{1,60}\s+from\b|union\s+select|;\s*--|"
    r"\bor\s+1\s*=\s*1|\$\{|\{\{|/etc/|\.\./|rm -rf|"
    r"\b(?:ignore|disregard|forget) (?:all |any |your |the )*(?:previous|prior|above|earlier|instructions?|"
    r"rules)|system prompt|you are now|pretend (?:to|you)|act as (?:a|an|if)|jailbreak|developer mode|api[_ "
    r"]?key|password"
)
_CHAT = re.compile(
    r"^(?:hi|hello|hey|thanks?|thank you|good (?:morning|evening|day)|how are you|who are you|what are you|what "
    r"can you do|help|help me|bye|test|testing|ok|okay|yes|no|why|lol)\b[\s!?.,]*(?:there|you|exograph|so "
    r"much)?[\s!?.]*$|"
    r"\b(weather|joke|poem|song|football|president|capital of|recipe|movie|translate|bitcoin|horoscope|what "
    r"time|how old are you|your name|meaning of life|homework|essay)\b"
)
_DEFINE = re.compile(
    r"^(?:what|define|definition of|explain)(?: is| are|'s)?(?: what)?(?: is| are)?(?: an?| the)? ?(?:msc[- ]?|"
    r"mesenchymal (?:stem|stromal) cells?[- ]?)?(?:exosomes?|extracellular vesicles?|evs?|mscs?|mesenchymal "
    r"(?:stem|stromal) cells?|cancer|vesicles?|stem cells?)(?: are| is)?[?. ]*$"
)


@dataclass
class Outside:
    """Why a question is not answered, in a sentence; `instead` are questions that could be."""

    reason: str  # a word for machines and tests: vesicles, disease, protocol, advice, topic, code, chat, definition
    why: str


def outside(text: str) -> Outside | None:
    """The first thing in the text that exograph does not answer; None if there is none. `text` is in lower case."""
    text = text[:4000]
    if _CODE.search(text):
        return Outside("code", "this holds a command or code, not a question; `exograph cypher` runs read-only Cypher")
    if _CHAT.search(text):
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
    for kind, pattern in _AS_SOURCE.items():
        found = pattern.search(text)
        if found and not _MSC.search(found[0]):
            return Outside(
                "vesicles",
                (
                    f"`{found[0].strip()}`: these are vesicles of {kind}; exograph holds only vesicles of "
                    f"mesenchymal stem or stromal cells (MSC)"
                ),
            )
    return None


def _disease(text: str) -> Outside | None:
    found = _DISEASES.search(text)
    if not found or _DISEASE_OK.search(text):
        return None
    return Outside("disease", f"`{found[0]}` is no cancer: exograph holds claims on cancer and on immune cells only")


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
