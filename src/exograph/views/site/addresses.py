"""File names and relative links: a readable part, and a checksum of the key that keeps names apart."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from exograph.knowledge.kinds import OF_LABEL
from exograph.questions.site_index import LABELS, PAPER, Entry, Key

# the last word of the plural: `cells` of `immune cells`
FOLDERS: Mapping[str, str] = {label: OF_LABEL[label].plural.rpartition(" ")[2] for label in (*LABELS, PAPER)}
START = "index.html"
MAPS = "maps"
_LONGEST = 48
_GREEK = str.maketrans({"\u03b1": "alpha", "\u03b2": "beta", "\u03b3": "gamma", "\u03b4": "delta", "\u03ba": "kappa"})


def slug(name: str) -> str:
    """`name` in small ASCII letters, digits and hyphens, at most 48 of them; never empty."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_GREEK)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-") or "x"


def file_of(key: Key, name: str) -> str:
    """The page of an entry, from the site's top: `treatments/cisplatin-1f2e3d4c.html`."""
    digest = hashlib.sha256("\0".join(key).encode("utf-8", "backslashreplace")).hexdigest()[:8]
    return f"{FOLDERS[key[0]]}/{slug(name)}-{digest}.html"


def of_entry(entry: Entry) -> str:
    """The page of an entry, from the site's top."""
    return file_of(entry.key, entry.name)


def of_kind(label: str) -> str:
    """The list of a kind, from the site's top."""
    return f"{FOLDERS[label]}/{START}"


def of_map(rows: str, columns: str) -> str:
    """An evidence map, from the site's top."""
    return f"{MAPS}/{rows}-{columns}.html"


def relative(target: str, page: str) -> str:
    """`target` as a link on `page`; both are given from the site's top, and no folder has folders of its own."""
    if "/" not in page:
        return target
    here = page.partition("/")[0]
    folder, _, file = target.partition("/")
    return file if folder == here and file else f"../{target}"
