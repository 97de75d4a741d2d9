"""Misspelt names and words: taken for the one they can only be, and said so; never where a digit would be guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exograph.knowledge.spelling import fold_words
from exograph.questions.answer import Nearest
from exograph.questions.names import quoted
from exograph.questions.words.leftover import Leftover, Text
from exograph.questions.words.lexicon import Lexicon
from exograph.questions.words.spans import Mention

# words of our own cues, so that a slip in one of them does not go unread
_CORE = """
suppression inhibition promotion reversal sensitisation sensitization exosome exosomes exosomal vesicle vesicles
mesenchymal stem cells cancer tumour tumours tumor tumors resistance resistant sensitive sensitivity sensitise
sensitises sensitize sensitizes suppress suppresses inhibit inhibits promote promotes reverse reverses overcome
increase decrease reduce which what papers many studied report reported therapy treatment mechanism mechanisms
activate activates growth metastasis invasion proliferation response chemoresistance radiosensitivity microrna
micrornas mirnas pathway pathways target targets cargo cargos derived evidence opposite contradict retracted
tested never drugs drug enhance enhances improve improves engineered native human marrow between patients
proteins protein signalling carried effect effects about does from affect affects treat immune immunity
""".split()
_WORDS_ONLY = re.compile(r"[^\W\d_]+(?:[-' ][^\W\d_]+)*")
_OF_ONE_CLASS = ("nib", "mab", "platin", "rubicin", "taxel")
_LONG = 9  # letters from which two slips are allowed
_SHORTEST = 5


def slip(text: Text, piece: Leftover, lexicon: Lexicon) -> Mention | tuple[str, str] | None:
    """A misspelt name of the graph as a mention, or a misspelt plain word with what it was read as; else nothing."""
    low = piece.text.lower()
    if len(low) < _SHORTEST or not _WORDS_ONLY.fullmatch(low):
        return None
    core = _closest(low, [word for word in _CORE if abs(len(word) - len(low)) <= 2])
    if core and (piece.text.islower() or piece.first == 0):
        return piece.text, core
    for first, last in text.windows(piece, 2, 2):
        part = text.part(first, last)
        folded = fold_words(part)
        known = [key for size in range(len(folded) - 2, len(folded) + 3) for key in lexicon.of_length.get(size, ())]
        key = _closest(folded, known, name=True)
        if key:
            nodes = lexicon.bearers(key)
            nodes = [node for node in nodes if node.weight] or nodes
            best = sorted(nodes, key=lambda node: (-node.weight, node.synonym, node.id))[0]
            return Mention(part, first, last, [best], note="misspelt, as it seems")
    return None


def _closest(word: str, known: Sequence[str], *, name: bool = False) -> str:
    """The one known word within a slip or two; empty if there is none, or two of them."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < _LONG else 2
    if name and word.endswith(_OF_ONE_CLASS) and len(word) < _LONG + 3:
        allowed = 1  # drugs of one class differ by two letters
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=3)
    # of two equally near, the one of the same number: `exosoms` is exosomes
    close = sorted(
        ((distance, one) for one, distance, _ in found), key=lambda pair: (pair[0], pair[1][-1] != word[-1], pair[1])
    )
    if not close or (word[:1] != close[0][1][:1] and close[0][0] > 1):
        return ""
    tied = len(close) > 1 and close[1][0] == close[0][0]
    if name and tied and not close[1][1].startswith(close[0][1][:-1]):
        return ""
    return close[0][1]


def similar(part: str, lexicon: Lexicon) -> tuple[Nearest, ...]:
    """Names of claims that look most like it; to show, never to choose."""
    from rapidfuzz import fuzz, process

    used = {node.name: node for node in lexicon.nodes.values() if node.weight}
    found = process.extract(part.lower(), used.keys(), scorer=fuzz.ratio, processor=str.lower, limit=4, score_cutoff=60)
    return tuple(Nearest(f"{name} ({used[name].label})", f"exograph ask {quoted(name)}") for name, _, _ in found)
