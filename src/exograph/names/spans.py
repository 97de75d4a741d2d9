"""Finds names in a sentence: every run of words that bears one, with all it may mean.

Words are glued only where the name itself is written in parts: `PD 1` is PD-1, but `to x` is never `TOX`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from exograph.knowledge.name_index import Bearer, key_of
from exograph.knowledge.spelling import fold_words, is_mirna
from exograph.names.model import Meaning, Span
from exograph.resources import graph_dir

if TYPE_CHECKING:
    from exograph.names.reader import Names

_A_FEW = 3  # words in capitals that are still names and no shout
LONGEST = 8  # words that a name may have
_KINDS = ("genes", "mirnas", "cancers")  # one table of each way of folding
_GREEK = "alpha|beta|gamma|delta|epsilon|kappa|lambda|omega|zeta"
_PIECE = re.compile(rf"{_GREEK}|\d+|[α-ωß]|[^\W\d_α-ωß]+?(?={_GREEK}|[\W\d_α-ωß]|$)", re.IGNORECASE)
_TRIMMED = re.compile(r"[^\W_][-/+~]|[α-ω]|\w\d", re.IGNORECASE)
_LAST = re.compile(r"(?:tumou?rs?|neoplasms?|malignanc(?:y|ies)|carcinomas?|cancers?|tams?)", re.IGNORECASE)
# written in capitals to stress them, not to name anything
_STRESSED = frozenset("not and or no only any both never ever but also very".split())


@functools.cache
def english() -> frozenset[str]:
    """Common English words that are also somebody's symbol: in small letters they are words."""
    return frozenset((graph_dir() / "words_english.tsv").read_text(encoding="utf-8").split("\n")[1:]) - {""}


def find(names: Names, words: Sequence[str]) -> list[Span]:
    """All spans that bear a name, from left to right, at each place the longest first."""
    places = [(start, end) for start in range(len(words)) for end in range(min(len(words), start + LONGEST), start, -1)]
    texts = {place: " ".join(words[slice(*place)]) for place in places}
    keys = {place: {kind: key_of(kind, text) for kind in _KINDS} for place, text in texts.items()}
    bearers = names.vocabulary.index.find({key for found in keys.values() for key in found.values()})
    shouted = len(words) > _A_FEW and all(word.isupper() for word in words if word.isalpha())
    spans = []
    for place, text in texts.items():
        parts = words[slice(*place)]
        meanings = _meanings(names, text, [part.lower() for part in parts] if shouted else parts, keys[place], bearers)
        unknown = len(parts) == 1 and not shouted and _shouts(text)
        if meanings or unknown:
            spans.append(Span(*place, text, meanings))
    return spans


def _shouts(word: str) -> bool:
    """Whether a word in capitals hides a name behind an English word: `IM`, `AS`, `US`."""
    return len(word) > 1 and word.isalpha() and word.isupper() and word.lower() in english() - _STRESSED


def _meanings(
    names: Names, text: str, parts: Sequence[str], keys: dict[str, str], bearers: dict[str, list[Bearer]]
) -> tuple[Meaning, ...]:
    """Everything that the words may mean, best first."""
    fitting = {
        (bearer.table, bearer.number)
        for key in set(keys.values())
        for bearer in bearers.get(key, ())
        if key == keys.get(bearer.table, keys["cancers"]) and _written(parts, bearer)
    }
    held = [node for node in names.held.by_key.get(fold_words(text), ()) if not names.known(node.label, node.id)]
    if not fitting and not held:
        return _trimmed(names, text, parts)
    found = names.every(text, fitting) if fitting else ()
    own = names.read(text).meanings if held and not found else ()
    return tuple(found or own)


def _trimmed(names: Names, text: str, parts: Sequence[str]) -> tuple[Meaning, ...]:
    """One word with trimmings (`BMSC-EVs`), or words that end in a tumour or a cell (`breast tumours`, `M2 TAMs`)."""
    if not (_TRIMMED.search(text) if len(parts) == 1 else len(parts) <= 4 and _LAST.fullmatch(parts[-1])):
        return ()
    return names.reread(text)


def _written(parts: Sequence[str], bearer: Bearer) -> bool:
    """Whether the name can be meant by these words as they stand."""
    if len(parts) > 1:
        return (bearer.table == "mirnas" and is_mirna(" ".join(parts))) or _seams(parts) <= _breaks(bearer.text)
    word = parts[0]
    if len(word) == 1 and word != bearer.text:
        return False
    if len(word) == 2 and word.isalpha() and word.islower() and bearer.text.isupper():
        return False  # `5 mm`, `im Text`
    stressed = word.lower() in _STRESSED
    if stressed or ((word.islower() or word.istitle()) and word.lower() in english()):
        return bearer.table not in {"genes", "mirnas", "minted"} and not bearer.text.isupper()
    return True


def _seams(parts: Sequence[str]) -> set[int]:
    """Where one word ends and the next begins, counted in folded letters."""
    found, at = set(), 0
    for part in parts[:-1]:
        at += len(key_of("genes", part))
        found.add(at)
    return found - {0}


@functools.lru_cache(maxsize=4096)
def _breaks(text: str) -> frozenset[int]:
    """Where a written name could be taken apart: at spaces, dashes, digits and Greek letters."""
    found, at = set(), 0
    for piece in _PIECE.findall(text):
        at += len(key_of("genes", piece))
        found.add(at)
    return frozenset(found)
