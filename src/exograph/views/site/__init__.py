"""The whole graph as a folder of linked pages that any web server, or no server, can show.

addresses  file names and relative links
frame      what every page has: policy, navigation, footer
parts      pieces that several pages share
entry      the page of a drug, cancer, cargo, ... or paper
lists      one page a kind, and the start page
pages      all files of the site, in order
folder     writes them, all or nothing
"""

from __future__ import annotations

from exograph.views.site.folder import Written, write
from exograph.views.site.pages import pages

__all__ = ["Written", "pages", "write"]
