"""What is left of a question once its names are found: names of the vocabularies, misspelt ones, and strangers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exograph.questions.answer import Nearest
from exograph.questions.names import Names, quoted
from exograph.questions.words.leftover import MIRNA, Leftover, Text
from exograph.questions.words.lexicon import Held, Lexicon
from exograph.questions.words.plain import looks_like_name
from exograph.questions.words.slips import similar, slip
from exograph.questions.words.spans import Mention
from exograph.questions.words.understood import Stranger

if TYPE_CHECKING:
    from exograph.knowledge.grounding import Grounding

_TABLES = {
    "Cancer": "cancers", "ImmuneCell": "cells", "MscSource": "sources", "Drug": "drugs", "Pathway": "pathways",
    "Modality": "modalities",
}  # fmt: skip
_MUTATION = re.compile(r"[A-Z]\d{1,4}[A-Z]")
_LONGEST_SYMBOL = 20


@dataclass(eq=False, repr=False)
class Resolved:
    """What became of the leftovers."""

    mentions: list[Mention] = field(default_factory=list)
    strangers: list[Stranger] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    rewritten: list[tuple[str, str]] = field(default_factory=list)  # a slip in a plain word, and what it was read as


def resolve(text: Text, pieces: Sequence[Leftover], lexicon: Lexicon, names: Names, *, alone: bool) -> Resolved:
    """Find what each leftover is. Vocabularies are opened here, genes last and only for what is written like one."""
    resolved = Resolved()
    done = -1
    for piece in pieces:
        if piece.first <= done:
            continue
        made = _vocabulary(text, piece, names) or slip(text, piece, lexicon)
        if isinstance(made, Mention):
            done = made.last
            resolved.mentions.append(made)
        elif made is not None:
            resolved.rewritten.append(made)
        else:
            _stranger(text, piece, lexicon, names, resolved, alone=alone)
    return resolved


def _stranger(text: Text, piece: Leftover, lexicon: Lexicon, names: Names, resolved: Resolved, *, alone: bool) -> None:
    """A gene that no claim names, a word that may be left out, or a name that nothing knows."""
    named = looks_like_name(piece.text, piece.begins(text)) or bool(MIRNA.fullmatch(piece.text))
    if _MUTATION.fullmatch(piece.text) and piece.first and lexicon.find(text.words[piece.first - 1].text):
        resolved.ignored.append(piece.text)  # a mutation beside its gene
        return
    gene = _gene(piece, names) if named else None
    if isinstance(gene, Mention):
        resolved.mentions.append(gene)
    elif gene:
        resolved.strangers.append((piece.text, "a name that several genes share: say which one is meant", gene))
    elif named or alone or piece.in_slot(text):
        why = "no name that exograph's vocabularies know"
        resolved.strangers.append((piece.text, why, similar(piece.text, lexicon)))
    else:
        resolved.ignored.append(piece.text)


def _vocabulary(text: Text, piece: Leftover, names: Names) -> Mention | None:
    """The piece, alone or with its neighbours, as a name of a small vocabulary: known, and so far in no claim."""
    if MIRNA.fullmatch(piece.text):
        return _mention(piece.text, piece.first, piece.last, "Cargo", _mirna(names, piece.text))
    after = text.words[piece.last + 1].low if piece.last + 1 < len(text.words) else ""
    if after.startswith("metasta"):
        return None  # where the tumour spreads to, not what it is
    for first, last in text.windows(piece, 3, 3):
        part = text.part(first, last)
        for label, table in _TABLES.items():
            if names.vocabulary.table(table).find(part):
                made = _mention(part, first, last, label, names.vocabulary.ground(part, label))
                if made is not None:
                    return made
    return None


def _mention(part: str, first: int, last: int, label: str, found: Grounding | None) -> Mention | None:
    if found is None or found.status != "matched":
        return None
    one = found.candidates[0]
    note = "" if one.name.casefold() == part.casefold() else one.why
    return Mention(part, first, last, [Held(label, one.id, one.name, "", "", 0, 0)], note=note)


def _mirna(names: Names, part: str) -> Grounding | None:
    tables = (names.vocabulary.table(name) for name in ("mirnas", "minted"))
    return names.vocabulary.ground(part, "Cargo") if any(table.find(part) for table in tables) else None


def _gene(piece: Leftover, names: Names) -> Mention | tuple[Nearest, ...] | None:
    """A symbol of HGNC that no claim names; the genes it may mean where several share it."""
    if MIRNA.fullmatch(piece.text) or len(piece.text) > _LONGEST_SYMBOL:
        return None
    if not names.vocabulary.table("genes").find(piece.text):
        return None
    found = names.vocabulary.ground(piece.text, "Gene")
    if found.status == "ambiguous":
        several = found.candidates[:4]
        return tuple(
            Nearest(f"{one.name} ({one.why})", f"exograph mechanism --gene {quoted(one.name)}") for one in several
        )
    return _mention(piece.text, piece.first, piece.last, "Gene", found)
