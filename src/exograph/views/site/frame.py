"""What every page of the site has: its policy, the way to all others, and where the data is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exograph import __version__
from exograph.knowledge.kinds import OF_LABEL
from exograph.questions.site_index import SiteIndex
from exograph.views import names
from exograph.views.html.parts import text
from exograph.views.html.shell import head
from exograph.views.site import addresses

STYLE, EXPLORER, SEARCH = "assets/exograph.css", "assets/explorer.js", "assets/search.js"
# `'self'` on a web server; a browser that opens the folder without one knows only the scheme
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data: blob:; base-uri 'none'; "
    "form-action 'self' file:"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The site's name for itself; makes whole pages."""

    index: SiteIndex

    def page(self, file: str, title: str, body: str, *, scripts: Mapping[str, str] | None = None) -> str:
        """A whole page at `file`. `scripts` are files to run, each with an element that it reads."""
        style = addresses.relative(STYLE, file)
        tail = "".join(
            f'\n{record}<script src="{addresses.relative(name, file)}"></script>'
            for name, record in (scripts or {}).items()
        )
        return (
            f'{head(title, POLICY)}\n<link rel="stylesheet" href="{style}">\n</head>\n<body>\n{self._top(file)}\n'
            f"{body}\n"
            f"<footer>{self._footer()}</footer>{tail}\n</body>\n</html>\n"
        )

    def _top(self, file: str) -> str:
        start = addresses.relative(addresses.START, file)
        links = []
        for label in addresses.FOLDERS:
            target = addresses.of_kind(label)
            here = ' aria-current="page"' if target == file else ""
            links.append(f'<a href="{addresses.relative(target, file)}"{here}>{OF_LABEL[label].headings}</a>')
        search = "" if file == addresses.START else (
            f'<form action="{start}" role="search"><input type="search" name="q" placeholder="Search" '
            'aria-label="Search the site" autocomplete="off"></form>'
        )  # fmt: skip
        brand = f'<a class="brand" href="{start}">exograph</a>'
        return f'<nav class="site" aria-label="Site">{brand}<div class="kinds">{"".join(links)}</div>{search}</nav>'

    def _footer(self) -> str:
        left_out = names.listing(names.hidden(self.index.hidden))
        made = [f"data {text(self.index.release)}"] if self.index.release else []
        if self.index.sha256:
            made.append(f'<abbr title="{text(self.index.sha256)}">sha256 {text(self.index.sha256[:12])}</abbr>')
        joined = " \u00b7 ".join([*made, f"exograph {text(__version__)}"])
        hidden = f'<p class="hidden">Not on this site: {text(left_out)}.</p>' if left_out else ""
        return (
            f'{hidden}<p class="made">{joined}</p><p class="made">A claim is one experiment in one paper. '
            "Not medical advice.</p>"
        )
