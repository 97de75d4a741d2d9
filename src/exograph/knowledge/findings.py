"""What a check finds: file, line, column, what is wrong, and the repair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `line` counts from 1 (0: the file as a whole); `column` is the column's name."""

    severity: Severity
    file: str
    line: int
    column: str
    message: str
    repair: str = ""
    position: int = 0  # character within the cell, from 1; 0 where it has no place

    def __str__(self) -> str:
        where = self.file
        if self.line:
            where += f":{self.line}"
        if self.column:
            where += f":{self.column}"
        if self.position:
            where += f":{self.position}"
        tail = f"\n    {self.repair}" if self.repair else ""
        return _printable(f"{where}: {self.severity}: {self.message}{tail}")

    def document(self) -> dict[str, Any]:
        """The finding as JSON data."""
        return asdict(self)


def _printable(text: str) -> str:
    """The text with what would move a terminal's cursor, or turn its direction, written out."""
    return "".join(c if c.isprintable() or c == "\n" else c.encode("unicode_escape").decode() for c in text)


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Those that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
