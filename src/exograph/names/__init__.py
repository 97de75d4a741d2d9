"""One reader of names: what a text means, the same at every door, and where a sentence holds names."""

from __future__ import annotations

from exograph.names.model import Meaning, Named, Span
from exograph.names.reader import Names

__all__ = ["Meaning", "Named", "Names", "Span"]
