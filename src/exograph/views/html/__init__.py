"""One self-contained HTML page for an Answer: SVG drawn in Python, no network, no engine.

labels    how wide a name is, and how it is broken into lines
select    which paths are drawn when there are too many (level of detail)
layers    which column and sub-column a node stands in
place     order within the columns and heights
layout    boxes, strands and columns with their coordinates
svg       the drawing as SVG text
words     steps with their running sign, the effect in words
data      what the script of the page reads, as plain JSON
parts     header, legend, table and footer as HTML
condense  many preparations of vesicles as few boxes
route     the curves of the strands
shell     head, policy and hashes of every page
document  the page: parts put together
"""

from __future__ import annotations

from exograph.views.html.document import page

__all__ = ["page"]
