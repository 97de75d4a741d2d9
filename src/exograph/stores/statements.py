"""Reads the statements that stores run for themselves: cypher/schema/ (DDL) and cypher/store/ (each with a name)."""

from __future__ import annotations

import functools
import re
from pathlib import Path

_NAME = re.compile(r"^// name: (\w+)$", re.MULTILINE)
_KIND = re.compile(r"[A-Za-z_]\w*")


def statements(text: str) -> list[str]:
    """The statements of a text, each ended by `;`, without lines that are comments."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    return [part.strip() for part in "\n".join(lines).split(";") if part.strip()]


@functools.cache
def named(path: Path) -> dict[str, str]:
    """The statements of a file by name: each stands under a line `// name: NAME`."""
    parts = _NAME.split(path.read_text(encoding="utf-8"))
    return {name: statements(body)[0] for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def filled(statement: str, **kinds: str) -> str:
    """The statement with its words in angle brackets (`<label>`) filled in; labels and types cannot be parameters."""
    for word, kind in kinds.items():
        if not _KIND.fullmatch(kind):
            raise ValueError(f"not a label or type: {kind!r}")
        statement = statement.replace(f"<{word}>", kind)
    return statement
