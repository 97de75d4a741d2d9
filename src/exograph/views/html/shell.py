"""The shell of every page: its head, its policy and the hashes that the policy names."""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Sequence
from html import escape
from pathlib import Path

from exograph.views.html.labels import plain
from exograph.views.made import GENERATOR

STYLE = Path(__file__).with_name("page.css")


def shell(title: str, body: str, *, style: str, script: str = "") -> str:
    """A self-contained page: nothing may be loaded, only this one style and this one script may run.

    `title` is text; `body` is HTML of ours that ends with what the script reads.
    """
    tail = f"\n<script>{script}</script>" if script else ""
    begin = f"{head(title, policy(style, script))}\n<style>{style}</style>\n</head>"
    return f"{begin}\n<body>\n{body}{tail}\n</body>\n</html>\n"


def head(title: str, rules: str) -> str:
    """The page's beginning, up to its style."""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
{GENERATOR}
<meta http-equiv="Content-Security-Policy" content="{rules}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(plain(title), quote=True)} \u2013 exograph</title>"""


def policy(style: str, script: str) -> str:
    """Nothing may be loaded; only the style and the script of the page itself may run."""
    scripts = f"'{_hash(script)}'" if script else "'none'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src '{_hash(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@functools.cache
def lean(path: Path) -> str:
    """A style sheet or script without indents, blank lines and comment lines; no string in it spans lines."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def closure(paths: Sequence[Path]) -> str:
    """Script files, in this order, as one closure, so that nothing of it is global."""
    joined = "\n".join(lean(path) for path in paths)
    return f'(() => {{\n"use strict";\n{joined}\n}})();'
