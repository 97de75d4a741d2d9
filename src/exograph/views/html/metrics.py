"""How wide letters are: Helvetica's widths, which Arial, Liberation Sans and Nimbus Sans share (in 1/1000 em).

A reader may have none of these. So every label says how long it is (SVG's `textLength`), and a browser that draws it
in another font makes it as long as that: it stands in its box whatever the font.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping


def _table(letters: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, held in letters.items() for letter in held}


_REGULAR = _table(
    {
        191: "'",
        222: "ijlι‘’",
        260: "|",
        278: " !,./:;I[\\]ftΙ·",
        333: "()-`r“”",
        334: "{}",
        355: '"',
        389: "*",
        395: "τ",
        400: "°",
        441: "ζ",
        446: "ε",
        448: "ξ",
        469: "^",
        482: "ς",
        500: "Jcksvxyzγκλν",
        525: "χ",
        547: "υ",
        549: "±",
        551: "Γ",
        556: "#$0123456789?L_abdeghnopquηθο–",
        557: "δ",
        569: "ρ",
        575: "β",
        576: "μ",
        578: "α",
        584: "+<=>~−×",
        611: "FTZΖΤßø",
        617: "σ",
        618: "Σ",
        648: "φ",
        650: "Ξ",
        667: "&ABEKPSVXYΑΒΕΚΡΥΧ",
        668: "ΔΛ",
        690: "π",
        713: "ψ",
        722: "CDHNRUwΗΝΠ",
        748: "Ω",
        778: "GOQΘΟØ",
        781: "ω",
        798: "Φ",
        833: "MmΜ",
        835: "Ψ",
        889: "%æ",
        944: "W",
        1000: "—…→Æ",
        1015: "@",
    }
)
_BOLD = _table(
    {
        238: "'",
        278: " ,./I\\ijlΙι‘’·",
        280: "|",
        333: "!()-:;[]`ft",
        389: "*r{}",
        400: "°",
        445: "ξ",
        446: "τ",
        451: "",
        460: "ζ",
        474: '"',
        475: "ε",
        500: "z“”",
        520: "ς",
        541: "θ",
        549: "±",
        556: "#$0123456789J_aceksvxyγλν–",
        558: "κ",
        576: "χ",
        582: "υ",
        584: "+<=>^~−×",
        600: "Σ",
        601: "Γ",
        606: "δ",
        610: "β",
        611: "?FLTZbdghnopquΖΤηοßø",
        612: "μ",
        615: "α",
        619: "ρ",
        644: "Ξ",
        667: "EPSVXYΕΛΡΥΧ",
        684: "σ",
        715: "φ",
        719: "Δ",
        722: "&ABCDHKNRUΑΒΗΚΝΠ",
        753: "ψ",
        766: "π",
        778: "GOQwΘΟØ",
        802: "Ω",
        809: "Ψ",
        821: "Φ",
        833: "MΜ",
        845: "ω",
        889: "%mæ",
        944: "W",
        975: "@",
        1000: "—…→Æ",
    }
)
_WIDE = 1000  # East Asian letters
_CAPITAL = 722
_OTHER = 600


@functools.cache
def em(letter: str, bold: bool) -> float:
    """Width of one letter in em; an accent has none, and a letter of another script a likely one."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cc", "Cf"}:
        return 0.0
    known = _BOLD if bold else _REGULAR
    base = unicodedata.normalize("NFD", letter)[0]
    if base in known:
        return known[base] / 1000
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _WIDE / 1000
    return (_CAPITAL if letter.isupper() else _OTHER) / 1000
