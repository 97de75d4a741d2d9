"""How wide a name is in the drawing, and how it is broken into at most a few lines.

The browser of the reader may have any sans-serif font, so widths are estimated on the generous side: a label that
fits here fits there.
"""

from __future__ import annotations

import re
import unicodedata

FONT_SIZE = 12.5  # px, the size of labels in the drawing
LINE_HEIGHT = 15.0  # px
ELLIPSIS = "\u2026"

_NARROW = frozenset("ijlI.,:;'|!()[]{}ft/ ")
_WIDE = frozenset("mwMWQO@%&")
_BREAK_AFTER = frozenset(" -/,;:+)")


def _em(char: str) -> float:
    """Width of one character in em, rounded up over common sans-serif fonts."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cc", "Cf"}:
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1.05
    if char in _NARROW:
        return 0.35
    if char in _WIDE:
        return 0.92
    if char.isupper():
        return 0.72
    return 0.595


def width(text: str, size: float = FONT_SIZE) -> float:
    """Width of `text` in px at font size `size`."""
    return sum(_em(char) for char in text) * size


def plain(text: str) -> str:
    """`text` without control and bidirectional characters, white space folded: what may stand in a drawing."""
    kept = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in {"Cf", "Cs", "Co"}).split())


_PREPARATION = re.compile(r"(?:.* )?MSC (?P<vesicle>[^()]+?)(?: \((?P<treatment>.+)\))?", re.DOTALL)


def vesicle(name: str) -> str:
    """A preparation without its tissue, which the column before it names: `engineered: miR-122 plasmid`."""
    found = _PREPARATION.fullmatch(name)
    if not found:
        return name
    treatment = found["treatment"] or ""
    if found["vesicle"] == "exosomes" and treatment:
        return treatment
    return f"{found['vesicle']}, {treatment}" if treatment else found["vesicle"]


def preparation_kind(name: str) -> str:
    """native, primed or engineered, as the name of a preparation says."""
    found = _PREPARATION.fullmatch(name)
    kind = (found["treatment"] or "native").partition(":")[0] if found else ""
    return kind if kind in {"native", "primed", "engineered"} else "other"


def wrap(text: str, limit: float, lines: int, size: float = FONT_SIZE) -> tuple[str, ...]:
    """`text` in at most `lines` lines of at most `limit` px each; what does not fit ends in an ellipsis."""
    rest = plain(text)
    done: list[str] = []
    while rest and len(done) < lines:
        if width(rest, size) <= limit:
            done.append(rest)
            return tuple(done)
        last = len(done) == lines - 1
        head = _fitting(rest, limit - (width(ELLIPSIS, size) if last else 0.0), size)
        cut = len(head) if last else _soft_cut(head, rest)
        done.append(rest[:cut].rstrip() + (ELLIPSIS if last else ""))
        rest = rest[cut:].lstrip()
    return tuple(done) or (ELLIPSIS,)


def _fitting(text: str, limit: float, size: float) -> str:
    """The longest beginning of `text` that is not wider than `limit`; at least one character."""
    used = 0.0
    for place, char in enumerate(text):
        used += _em(char) * size
        if used > limit and place:
            return text[:place]
    return text


def _soft_cut(head: str, text: str) -> int:
    """Where to break `text` so that the line is no longer than `head`: after a space or a hyphen if there is one."""
    if text[len(head) : len(head) + 1] == " ":
        return len(head)
    for place in range(len(head) - 1, len(head) // 3, -1):
        if head[place] in _BREAK_AFTER:
            return place + 1
    return len(head)
