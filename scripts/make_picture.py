"""Makes docs/answer.png, the README's picture, from the bundled graph (needs the test environment and Chromium).

python scripts/make_picture.py
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from exograph.build import build
from exograph.questions.options import condition
from exograph.questions.question import Question
from exograph.questions.run import Telling, run
from exograph.stores.embedded import EmbeddedStore
from exograph.views.html import page

OUT = Path(__file__).parent.parent / "docs" / "answer.png"
FILTERS = {"modality": ["chemotherapy", "targeted therapy", "radiotherapy"], "effect": ["reverses resistance"]}
SIZE = {"width": 1440, "height": 860}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def take(page_file: Path) -> None:
    """The picture of one page, at a width that fits a README."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_page(viewport=SIZE, device_scale_factor=1.25)  # type: ignore[arg-type]
        tab.goto(page_file.as_uri())
        tab.wait_for_timeout(300)
        tab.screenshot(path=OUT)
        browser.close()


def main() -> None:
    """Build into a temporary store, render one page, take its picture."""
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore.open(Path(folder) / "graph.kgl")
        build(store)
        page_file = Path(folder) / "answer.html"
        telling = Telling("What reverses resistance to cancer therapy?")
        answer = run(store, Question(where=condition(FILTERS)), telling=telling)
        page_file.write_text(page(answer), encoding="utf-8")
        take(page_file)
    print(f"wrote {OUT} ({OUT.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main()
