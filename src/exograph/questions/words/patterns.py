"""Regular expressions that are compiled only when a text may match: compiling all takes longer than answering."""

from __future__ import annotations

import re


class Pattern:
    """A regular expression with hints: texts one of which stands in whatever it matches (`_` is a blank).

    A test checks on all questions that a hint never keeps a match away. Without hints it is compiled on first use.
    """

    def __init__(self, regex: str, hints: str = "") -> None:
        self.regex = regex
        self.hints = tuple(hint.replace("_", " ") for hint in hints.split())

    def may_match(self, text: str) -> bool:
        """Whether a hint stands in the text, so that it is worth compiling."""
        return not self.hints or any(hint in text for hint in self.hints)

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.search`."""
        return re.search(self.regex, text) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.match`."""
        return re.match(self.regex, text) if self.may_match(text) else None
