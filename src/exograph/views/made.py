"""The mark that every file of exograph carries, so that a later one may take its place and nothing else does."""

from __future__ import annotations

import re

from exograph import __version__

NAME = f"exograph {__version__}"
GENERATOR = f'<meta name="generator" content="{NAME}">'  # HTML
BIBTEX = f"% {NAME}\n"  # what stands between entries is not read
DATABASE = "exograph"  # RIS `DB`, CSL `source`
ENOUGH = 4096  # bytes that hold the mark of any file of ours

_OURS = re.compile(
    rb"""<!doctype[ ]html>.{0,200}<head>.{0,2000}<meta[ ]name="generator"[ ]content="exograph[ ]
        |%[ ]exograph[ ]
        |TY[ ][ ]-[ ]JOUR\n(?:(?!\nER).){0,3000}\nDB[ ][ ]-[ ]exograph\n
        |\[\s*\{.{0,200}"type":[ ]"article-journal",\s*"source":[ ]"exograph"
        |\s*(?:\[\s*\]\s*)?\Z""",  # nothing at all: an empty file, or no papers
    re.DOTALL | re.VERBOSE,
)


def here(beginning: bytes) -> bool:
    """Whether a file that begins with these bytes (ENOUGH of them) is of exograph's making, or holds nothing."""
    return bool(_OURS.match(beginning))
