"""Tokens -> items: every name and every cue, the longest first; what is neither is an unknown word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from exograph.language import words as lexicon_of
from exograph.language.item import CLASS_OF, Item
from exograph.language.tokens import Token, split, tokens
from exograph.language.words import Use
from exograph.names import Meaning, Names, Span
from exograph.questions.held import same_title

MSC = "CL:0000134"  # MSCs of no tissue: what everything here is about, and no condition
_SHORTEST_ORGAN = 4
_SYNONYM, _ALIAS, _TRIMMED = 5, 7, 10  # rungs of names (knowledge/grounding)
_TUMOURS = frozenset("tumour tumours cancers carcinomas malignancies malignancy neoplasm neoplasms".split())
_APART = frozenset("than except excluding not but from without besides other apart".split())
_MSC_CELLS = (Use("msc", 0, "", ""),)
_MSC_VESICLES = (Use("mscvesicles", 0, "", ""),)
_EV = re.compile(r"ev|exo|vesicle", re.IGNORECASE)
_BEFORE_JOURNAL = frozenset("in journal journals the from by".split())
_PAPERS = frozenset(
    "paper papers study studies article articles publication publications published publish journal report reports appeared work".split()
)
_WORD_ALWAYS = frozenset({"rank", "howmany"})
# words that are a name by accident: in these categories the word wins over a name of the same length
_WORD_FIRST = frozenset({
    "vesicles", "msc", "which", "who", "howmany", "aux", "not", "and", "or", "word", "prep", "kind", "refuse", "list", "model",
    "efficacy", "response", "growth", "about", "study", "change", "make", "only", "rank", "generic", "species", "affect",
    "via", "prepared", "target", "given", "vesicle",
})  # fmt: skip


def items(text: str, names: Names, texts: Mapping[str, Sequence[str]]) -> list[Item]:
    """The items of a cleaned question, in order; words of no meaning (articles, auxiliaries) included."""
    found = tokens(text)
    cues = lexicon_of.lexicon()
    singles = {span.text for word in found if not word.mark for span in names.find([word.text]) if span.meanings}
    found = list(split(found, lambda word: word in cues or word in singles or _is_name(word, names)))
    spans = _spans(found, names)
    made: list[Item] = []
    place = 0
    while place < len(found):
        item = journal(found, place, texts["journal"]) or _longest(found, place, spans.get(place, ()), cues, names)
        made.append(item)
        place = item.last + 1
    return made


def journal(found: Sequence[Token], place: int, known: Sequence[str]) -> Item | None:
    """A journal's title in capitals after `in`, `journal` or `from`, in full or short: `Cancer Research`, `Mol Ther`."""
    if place == 0 or found[place].mark or not (found[place].text[:1].isupper() or found[place].text[1:2].isupper()):
        return None
    before = {token.low for token in found[max(0, place - 2) : place]}
    around = {token.low for token in found}
    if not before & _BEFORE_JOURNAL or not (around & _PAPERS):
        return None
    for size in range(min(6, len(found) - place), 0, -1):
        part = found[place : place + size]
        if any(token.mark for token in part):
            continue
        title = " ".join(token.text for token in part)
        if any(same_title(title, one) for one in known):
            return Item(place, place + size - 1, title, kind="journal", means=title)
    return None


def _is_name(word: str, names: Names) -> bool:
    return any(span.meanings for span in names.find([word]))


def _spans(found: Sequence[Token], names: Names) -> Mapping[int, tuple[Span, ...]]:
    """Names by their first token. A mark ends a name."""
    by_place: dict[int, tuple[Span, ...]] = {}
    start = 0
    while start < len(found):
        if found[start].mark:
            start += 1
            continue
        end = start
        while end < len(found) and not found[end].mark:
            end += 1
        for span in names.find([token.text for token in found[start:end]]):
            at = span.start + start
            by_place[at] = (*by_place.get(at, ()), replace(span, start=at, end=span.end + start))
        start = end
    return by_place


def _longest(
    found: Sequence[Token], place: int, spans: Sequence[Span], cues: Mapping[str, tuple[Use, ...]], names: Names
) -> Item:
    token = found[place]
    if token.mark:
        return Item(place, place, token.text, kind="comma" if token.text == "," else "mark")
    name = next((span for span in sorted(spans, key=lambda span: -span.end) if not _swallows(found, span, cues)), None)
    size, uses = _cue(found, place, cues)
    tumour = place + 1 < len(found) and found[place + 1].low in _TUMOURS
    apart = place > 1 and found[place - 1].low in _APART and found[place - 2].low in _TUMOURS | _APART
    if name and apart and name.end == place + 1 and all(one.label == "MscSource" for one in name.meanings):
        organ = _organ(token, names)  # `cancers other than lung`
        if organ:
            return Item(place, place, token.text, meanings=organ, kind="CANCER")
    if name and tumour and name.end == place + 1 and all(one.label == "MscSource" for one in name.meanings):
        organ = _organ(token, names)  # `lung tumours` are no tissue
        if organ:
            return Item(place, place + 1, f"{token.text} {found[place + 1].text}", meanings=organ, kind="CANCER")
    if name and size and _plain_word(token, name):
        name = None
    named = name.end - place if name else 0
    if named > size and any(use.category in _WORD_ALWAYS for use in uses):
        named = 0  # `top 3` is no gene
    if name and (named > size or (named == size and not _WORD_FIRST.intersection(use.category for use in uses))):
        return _named(found, name, uses if named == size else ())
    if size:
        last = place + size - 1
        text = " ".join(one.text for one in found[place : last + 1])
        return Item(
            place, last, text, uses=uses, glued=token.glued, meanings=name.meanings if name and named == size else ()
        )
    organ = _organ(token, names)
    if organ:
        last = place + (place + 1 < len(found) and found[place + 1].low in _TUMOURS)
        text = " ".join(one.text for one in found[place : last + 1])
        return Item(place, last, text, meanings=organ, kind="CANCER", glued=token.glued)
    return Item(place, place, token.text, kind="unknown", glued=token.glued)


def _organ(token: Token, names: Names) -> tuple[Meaning, ...]:
    """An organ alone stands for its cancer: `bladder`, `breast and ovarian cancer`, `hepatocellular`."""
    if not token.text.isalpha() or len(token.text) < _SHORTEST_ORGAN:
        return ()
    for words in ([token.text, "cancer"], [token.text, "carcinoma"], [token.text, "neoplasm"]):
        for span in names.find(words):
            found = tuple(one for one in span.meanings if one.label == "Cancer" and one.rung <= _SYNONYM)
            if found and span.end - span.start == len(words):
                return tuple(replace(one, note=f"taken for {one.name}") for one in found)
    return ()


def _plain_word(token: Token, span: Span) -> bool:
    """A cue in small letters that is a symbol by accident: `held`, `can`, `set`."""
    return span.end == span.start + 1 and token.text.isalpha() and not token.text.isupper() and _gene(span)


def _gene(span: Span) -> bool:
    return all(one.label in {"Gene", "Cargo"} for one in span.meanings)


def _swallows(found: Sequence[Token], span: Span, cues: Mapping[str, tuple[Use, ...]]) -> bool:
    """A name with trimmings that the rules read themselves: `exosomal PD-L1`, `glioma cells`."""
    trimmed = bool(span.meanings) and all(one.rung >= _TRIMMED for one in span.meanings)
    if trimmed and span.end == span.start + 1 and found[span.start].text.islower() and _gene(span):
        return found[span.start].text.isalpha()  # no gene is called so: `held` is no human ELD
    return trimmed and span.end - span.start > 1 and any(token.low in cues for token in found[span.start : span.end])


def _cue(found: Sequence[Token], place: int, cues: Mapping[str, tuple[Use, ...]]) -> tuple[int, tuple[Use, ...]]:
    for size in range(min(lexicon_of.LONGEST, len(found) - place), 0, -1):
        part = found[place : place + size]
        if any(one.mark for one in part):
            continue
        text = " ".join(one.low for one in part)
        if text in cues:
            return size, cues[text]
    return 0, ()


def _named(found: Sequence[Token], span: Span, uses: tuple[Use, ...]) -> Item:
    meanings = _plausible(span.meanings)
    if {one.id for one in meanings} == {MSC} and span.text.lower() != "unspecified":
        return Item(span.start, span.end - 1, span.text, uses=_MSC_VESICLES if _EV.search(span.text) else _MSC_CELLS)
    kind = _class(meanings)
    return Item(
        span.start, span.end - 1, span.text, uses=uses, meanings=meanings, kind=kind, glued=found[span.start].glued,
    )  # fmt: skip


def _plausible(meanings: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """What the field uses it for, where it has a use; else names and synonyms; a symbol's alias only where it is all.

    A tissue stays beside a cancer of the same name: the words after it tell which is meant.
    """
    best = min((one.rung for one in meanings), default=0)
    limit = 0 if best == 0 else max(best, _SYNONYM)
    near = tuple(one for one in meanings if one.rung <= limit or (one.label == "MscSource" and one.rung <= _SYNONYM))
    # TRAIL is a drug that no claim names, and an alias of what some vesicles carry
    far = tuple(one for one in meanings if one.claims and one.rung <= _ALIAS)
    return near if best == 0 or any(one.claims for one in near) else far or near


def _class(meanings: Sequence[Meaning]) -> str:
    """The class of the reading that is taken where the words around say nothing else: what claims use comes first."""
    if not meanings:
        return "unknown"
    told = [one for one in meanings if one.label != "MscSource"]
    if not told:
        return "SOURCE"
    used = [one for one in told if one.claims]
    labels = {one.label for one in used or told}
    for label in ("Cancer", "Modality", "ImmuneCell", "Drug", "Pathway"):
        if label in labels and not (label == "Pathway" and labels & {"Gene", "Cargo"}):
            return CLASS_OF[label]
    return CLASS_OF["Cargo"]
