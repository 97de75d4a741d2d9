"""An evidence map as a table for the terminal, as TSV, as JSON data and as one self-contained HTML page.

words   what kinds, directions and counts are called
text    terminal, TSV, JSON
grid    the table of the page
claims  the claims of each row, which a cell leads to
page    the page: policy, style, script, parts put together
"""

from __future__ import annotations

from exograph.views.evidence_map.page import page
from exograph.views.evidence_map.text import document, text, tsv

__all__ = ["document", "page", "text", "tsv"]
