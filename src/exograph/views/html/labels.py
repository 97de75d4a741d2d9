"""How wide a name is in the drawing, and how it is broken into at most a few lines."""

from __future__ import annotations

import re
import unicodedata

from exograph.views.html.metrics import em

FONT_SIZE = 12.5  # px, the size of labels in the drawing
LINE_HEIGHT = 15.0  # px
ELLIPSIS = "\u2026"

_BREAK_AFTER = frozenset(" -/,;:+)")


def width(text: str, *, bold: bool = False) -> float:
    """Width of `text` in px, as it is drawn."""
    return sum(em(char, bold) for char in text) * FONT_SIZE


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


def wrap(text: str, limit: float, lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in at most `lines` lines of at most `limit` px each; what does not fit ends in an ellipsis."""
    rest = plain(text)
    done: list[str] = []
    while rest and len(done) < lines:
        if width(rest, bold=bold) <= limit:
            done.append(rest)
            return tuple(done)
        last = len(done) == lines - 1
        head = _fitting(rest, limit - (width(ELLIPSIS, bold=bold) if last else 0.0), bold)
        cut = len(head) if last else _soft_cut(head, rest)
        done.append(rest[:cut].rstrip() + (ELLIPSIS if last else ""))
        rest = rest[cut:].lstrip()
    return tuple(done) or (ELLIPSIS,)


def _fitting(text: str, limit: float, bold: bool) -> str:
    """The longest beginning of `text` that is not wider than `limit`; at least one character."""
    used = 0.0
    for place, char in enumerate(text):
        used += em(char, bold) * FONT_SIZE
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
