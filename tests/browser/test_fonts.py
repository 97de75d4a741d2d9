"""Labels stand in their boxes whatever font the reader has: on machines with one font alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exograph.stores.embedded import EmbeddedStore
from exograph.views.html import page
from tests.ask import mechanism
from tests.browser import probes
from tests.unit.answers import make_answer, make_path
from tests.unit.html_answers import sized

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from exograph.questions.answer import Answer

pytestmark = pytest.mark.browser

WIDE = (
    "WWWWWWWWWWWWWWWWWW",
    "mmmm tttt ffff rrrr",
    "間葉系幹細胞エクソソーム",
    "αβγδ-ΩΨΦ ΞΣ",
    "Ångström-Ünïcode",
    "рак легкого",
)


def everything() -> Answer:
    """Names of the widest letters and of other scripts."""
    return make_answer(
        *(
            make_path(f"PMID:{n}/1", mechanism=f"{name} -| {name}2", drugs=[name], cancers=[name], source=name)
            for n, name in enumerate(WIDE, 1)
        )
    )


def opened(browser: Browser, html: str, folder: Path) -> list[int]:
    """How many labels leave their box or cover another, and how many headings cover each other."""
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    try:
        tab.goto(file.as_uri())
        return [tab.evaluate(probes.BAD_LABELS), tab.evaluate(probes.BAD_HEADINGS)]
    finally:
        tab.close()


def test_labels_stand_in_their_boxes(font_browser: Browser, tmp_path: Path, bundled_store: EmbeddedStore) -> None:
    real = mechanism(bundled_store, {"modality": ["chemotherapy", "targeted therapy", "immunotherapy"]}, limit=300)
    for answer in (everything(), real, *map(sized, (1, 6, 30, 60))):
        assert opened(font_browser, page(answer), tmp_path) == [0, 0]


def test_labels_are_as_long_as_helvetica_draws_them(
    font_browser: Browser, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """In the font that was measured a label is hardly changed; a wider font is made narrower, and can be read."""
    file = tmp_path / "page.html"
    file.write_text(page(sized(60)), encoding="utf-8")
    tab = font_browser.new_page()
    tab.goto(file.as_uri())
    changed: list[float] = tab.evaluate(probes.STRETCH)
    tab.close()
    assert len(changed) > 60
    # a system that draws whole pixels alone makes 12.5 px letters as wide as 13 px ones
    least, most = {"Liberation": (0.91, 1.03), "DejaVu": (0.75, 0.95)}[request.node.callspec.params["font_browser"]]
    assert least < min(changed) <= max(changed) < most
