"""What is left of a question once its names are found: names of the vocabularies, misspelt ones, and strangers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from exograph.knowledge.spelling import fold_words
from exograph.questions.answer import Nearest
from exograph.questions.names import Names, quoted
from exograph.questions.words.lexicon import Held, Lexicon
from exograph.questions.words.plain import is_plain, looks_like_name
from exograph.questions.words.spans import Mention
from exograph.questions.words.tokens import Token

_MARKS = frozenset("?!.;,:()")
_MIRNA = re.compile(
    r"(?<![\w])(?:(?:hsa|mmu|rno)[-\s]?)?(?:mir|let|micro-?rna|mirna)s?(?:[-\s_]?\d[\w*]*|-[\w*]*\d[\w*]*)(?:-\d{1,2}p?|-[35]p|\s[35]p)*\*?|\b(?:hsa_)?circ(?:rna)?[_-]?\w*\d\w*|\blinc\d+\b|\b[a-z0-9]+-as\d\b",
    re.IGNORECASE,
)
_LABELS = ("Cancer", "ImmuneCell", "MscSource", "Drug", "Pathway", "Modality")
_SLOT = {
    "to",
    "in",
    "of",
    "from",
    "by",
    "via",
    "through",
    "with",
    "against",
    "on",
    "for",
    "between",
    "and",
    "or",
    "does",
    "do",
    "is",
    "are",
    "can",
    "did",
    "versus",
    "vs",
    "than",
    "carrying",
    "target",
    "targets",
    "the",
    "called",
    "named",
    "about",
    "without",
    "except",
    "has",
    "was",
    "were",
    "will",
    "could",
}
_BEFORE_NAME = {
    "resistance",
    "resistant",
    "cancer",
    "cancers",
    "exosomes",
    "exosome",
    "vesicles",
    "cells",
    "sensitivity",
    "pathway",
    "signalling",
    "signaling",
    "gene",
    "tumour",
    "tumours",
    "tumor",
    "tumors",
    "therapy",
    "treatment",
    "cell",
    "protein",
    "axis",
    "response",
}
_ENGLISH = re.compile(
    r"(?:tion|tions|ment|ments|ness|ity|ities|ous|ive|ively|able|ible|ably|ful|less|ance|ence|ism|ist|ists|ward|wards|ship|hood|ish|ly|ing|ized|ised|izes|ises|ify|ified|dom|ure|ures|ancy|ency|ward|wise|teen|ty|ght)$"
)
# words of our own cues, so that a slip in one of them does not go unread
CORE = (
    "exosome exosomes exosomal vesicle vesicles mesenchymal stem cells cancer tumour tumours tumor tumors resistance resistant sensitive sensitivity sensitise sensitises sensitize sensitizes suppress suppresses "
    "inhibit inhibits promote promotes reverse reverses overcome increase decrease reduce which what papers many studied report reported therapy treatment mechanism mechanisms activate activates growth "
    "metastasis invasion proliferation response chemoresistance radiosensitivity microrna micrornas mirnas pathway pathways target targets cargo cargos derived evidence opposite contradict retracted tested never drugs drug enhance "
    "enhances improve improves engineered native human marrow between patients proteins protein signalling carried effect effects about does from affect affects treat immune immunity"
).split()


@dataclass
class Leftover:
    """One piece of the text that no name of the graph covers."""

    text: str
    first: int
    last: int


@dataclass
class Resolved:
    """What became of the leftovers."""

    mentions: list[Mention] = field(default_factory=list)
    strangers: list[tuple[str, str, tuple[Nearest, ...]]] = field(
        default_factory=list
    )  # text, why it is not taken, what is near
    ignored: list[str] = field(default_factory=list)
    rewritten: list[tuple[str, str]] = field(default_factory=list)  # a slip in a plain word, and what it was read as


def leftovers(text: str, words: Sequence[Token], found: Sequence[Mention]) -> list[Leftover]:
    """Pieces that are neither a name nor a plain word; a miRNA-like piece is kept whole."""
    taken = {place for one in found for place in range(one.first, one.last + 1)}
    pieces: list[Leftover] = []
    for one in _MIRNA.finditer(text):
        places = [at for at, word in enumerate(words) if word.start < one.end() and word.end > one.start()]
        if places and not any(place in taken for place in places):
            pieces.append(Leftover(text[words[places[0]].start : words[places[-1]].end], places[0], places[-1]))
            taken.update(places)
    place = 0
    while place < len(words):
        word = words[place]
        if place in taken or word.text in _MARKS or _ordinary(word, place):
            place += 1
            continue
        last = place
        while (
            last + 1 < len(words)
            and last + 1 not in taken
            and words[last + 1].text not in _MARKS
            and text[words[last].end : words[last + 1].start] in {"-", "/", "_"}
            and not is_plain(words[last + 1].low)
        ):
            last += 1
        pieces.append(Leftover(text[word.start : words[last].end], place, last))
        place = last + 1
    return sorted(pieces, key=lambda piece: piece.first)


def _ordinary(word: Token, place: int) -> bool:
    # written in capitals, a plain word may be a symbol (MET, SET); the lexicon has had its chance, so only odd ones stay
    if is_plain(word.low):
        return True
    return len(word.text) < 2 or (len(word.text) == 2 and word.text.islower())


def resolve(
    text: str, words: Sequence[Token], pieces: Sequence[Leftover], lexicon: Lexicon, names: Names, alone: bool
) -> Resolved:
    """Find what each leftover is. Vocabularies are opened here, genes last and only for what is written like one."""
    resolved = Resolved()
    done = -1
    for piece in pieces:
        if piece.first <= done:
            continue
        made = _vocabulary(text, words, piece, names) or _slip(text, words, piece, lexicon, resolved)
        if made is not None:
            done = made.last
            if made.nodes:
                resolved.mentions.append(made)
            continue
        first = piece.first == 0 or words[piece.first - 1].text in ".?!:;"
        named = looks_like_name(piece.text, first) or bool(_MIRNA.fullmatch(piece.text))
        if re.fullmatch(r"[A-Z]\d{1,4}[A-Z]", piece.text) and piece.first and lexicon.find(words[piece.first - 1].text):
            resolved.ignored.append(piece.text)  # a mutation beside its gene
            continue
        gene = _gene(piece, names, resolved) if named else None
        if gene is not None:
            if gene.nodes:
                resolved.mentions.append(gene)
            continue
        if named or alone or _in_slot(words, piece):
            resolved.strangers.append(
                (piece.text, "no name that exograph's vocabularies know", _near(piece.text, lexicon))
            )
        else:
            resolved.ignored.append(piece.text)
    return resolved


def _in_slot(words: Sequence[Token], piece: Leftover) -> bool:
    if _ENGLISH.search(piece.text.lower()) or len(piece.text) < 4:
        return False
    before = words[piece.first - 1].low if piece.first else ""
    after = words[piece.last + 1].low if piece.last + 1 < len(words) else ""
    return before in _SLOT or after in _BEFORE_NAME


def _vocabulary(text: str, words: Sequence[Token], piece: Leftover, names: Names) -> Mention | None:
    """The piece, alone or with its neighbours, as a name of a small vocabulary: known, and so far in no claim."""
    if _MIRNA.fullmatch(piece.text):
        return _grounded(piece.text, piece.first, piece.last, names, ("Cargo",))
    for first in range(max(0, piece.first - 3), piece.first + 1):
        for last in range(min(len(words), piece.last + 4) - 1, piece.last - 1, -1):
            if (
                any(words[at].text in _MARKS for at in range(first, last + 1))
                or words[first].low in _SLOT
                or words[last].low in _SLOT
            ):
                continue
            made = _grounded(text[words[first].start : words[last].end], first, last, names, _LABELS)
            if made is not None:
                return made
    return None


def _grounded(part: str, first: int, last: int, names: Names, labels: Sequence[str]) -> Mention | None:
    for label in labels:
        table = {
            "Cancer": "cancers",
            "ImmuneCell": "cells",
            "MscSource": "sources",
            "Drug": "drugs",
            "Pathway": "pathways",
            "Modality": "modalities",
        }.get(label)
        if table and not names.vocabulary.table(table).find(part):
            continue
        found = names.vocabulary.ground(part, label) if table else _mirna(names, part)
        if found.status == "matched":
            one = found.candidates[0]
            node = Held(label, one.id, one.name, "", "", 0, 0)
            return Mention(part, first, last, [node], note="" if one.name.casefold() == part.casefold() else one.why)
    return None


def _mirna(names: Names, part: str):  # type: ignore[no-untyped-def]
    from exograph.knowledge.grounding import Grounding

    tables = [names.vocabulary.table(name) for name in ("mirnas", "minted")]
    return (
        names.vocabulary.ground(part, "Cargo")
        if any(table.find(part) for table in tables)
        else Grounding(part, "unmatched", (), ())
    )


def _gene(piece: Leftover, names: Names, resolved: Resolved) -> Mention | None:
    """A symbol of HGNC that no claim names; a Mention without nodes where two genes share it."""
    if _MIRNA.fullmatch(piece.text) or len(piece.text) > 20:
        return None
    if not names.vocabulary.table("genes").find(piece.text):
        return None
    found = names.vocabulary.ground(piece.text, "Gene")
    if found.status == "matched":
        one = found.candidates[0]
        return Mention(
            piece.text,
            piece.first,
            piece.last,
            [Held("Gene", one.id, one.name, "", "", 0, 0)],
            note="" if one.name == piece.text else one.why,
        )
    if found.status == "ambiguous":
        near = tuple(
            Nearest(f"{one.name} ({one.id}, {one.why})", f"exograph mechanism --gene {quoted(one.name)}")
            for one in found.candidates[:4]
        )
        resolved.strangers.append((piece.text, "a name that several genes share: say which one is meant", near))
        return Mention(piece.text, piece.first, piece.last, [])
    return None


def _slip(text: str, words: Sequence[Token], piece: Leftover, lexicon: Lexicon, resolved: Resolved) -> Mention | None:
    """A misspelt name of the graph, or a misspelt plain word. Never where a digit would have to be guessed."""
    low = piece.text.lower()
    if any(c.isdigit() for c in low) or len(low) < 5 or not re.fullmatch(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*", low):
        return None
    core = _closest(low, [word for word in CORE if abs(len(word) - len(low)) <= 2])
    if core and (piece.text.islower() or piece.first == 0):
        resolved.rewritten.append((piece.text, core))
        return Mention(piece.text, piece.first, piece.last, [])
    for first in range(max(0, piece.first - 2), piece.first + 1):
        for last in range(min(len(words), piece.last + 3) - 1, piece.last - 1, -1):
            if (
                any(words[at].text in _MARKS for at in range(first, last + 1))
                or words[first].low in _SLOT
                or words[last].low in _SLOT
            ):
                continue
            part = text[words[first].start : words[last].end]
            key = _closest(
                fold_words(part),
                [key for key in lexicon.keys if abs(len(key) - len(part)) <= 4 and not any(c.isdigit() for c in key)],
                name=True,
            )
            if key:
                nodes = [node for node in lexicon.keys[key] if node.weight] or lexicon.keys[key]
                best = sorted(nodes, key=lambda node: (-node.weight, node.synonym))[0]
                return Mention(part, first, last, [best], note="taken for it: misspelt, or another name")
    return None


def _closest(word: str, known: Sequence[str], *, name: bool = False) -> str:
    """The one known word within a slip or two; empty if there is none, or two of them."""
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < 9 else 2
    if name and word.endswith(("nib", "mab", "platin", "rubicin", "taxel")) and len(word) < 12:
        allowed = 1  # drugs of one class differ by two letters
    scored = sorted((OSA.distance(word, one, score_cutoff=allowed), one) for one in known)
    close = [(distance, one) for distance, one in scored if distance <= allowed]
    if not close or (word[:1] != close[0][1][:1] and close[0][0] > 1):
        return ""
    if len(close) > 1 and close[1][0] == close[0][0] and not close[1][1].startswith(close[0][1][:-1]):
        return close[0][1] if not name else ""
    return close[0][1]


def _near(part: str, lexicon: Lexicon) -> tuple[Nearest, ...]:
    """Names of claims that look most like it; to show, never to choose."""
    from rapidfuzz import fuzz, process

    parameter = {"MscSource": "source", "ImmuneCell": "cell"}
    used = {node.name: node for node in lexicon.nodes.values() if node.weight}
    found = process.extract(part.lower(), used.keys(), scorer=fuzz.ratio, processor=str.lower, limit=4, score_cutoff=60)
    return tuple(
        Nearest(
            f"{name} ({used[name].label})",
            f"exograph ask {quoted(name)}"
            if used[name].molecule_like
            else f"exograph mechanism --{parameter.get(used[name].label, used[name].label.lower())} {quoted(name)}",
        )
        for name, _, _ in found
    )
