"""A real Chromium for the pages: no network, and every request and every complaint of a page is kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VENDOR = Path(__file__).parent / "vendor"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]
FONTS = {"DejaVu": "DejaVuSans.ttf", "Liberation": "LiberationSans-Regular.ttf"}  # a file in the font's folder
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("~/.local/share/fonts"))
SIZES = {"wide": (1440, 900), "tablet": (820, 1100), "phone": (390, 844)}


def chromium() -> str:
    """The browser's executable: EXOGRAPH_TEST_CHROMIUM, else what the PATH has; empty if there is none."""
    named = os.environ.get("EXOGRAPH_TEST_CHROMIUM", "")
    if named:
        return named if Path(named).is_file() else ""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome", "chrome"))
    return next((path for path in found if path), "")


@pytest.fixture(scope="session")
def chromiums() -> Iterator[Callable[[dict[str, str | float | bool]], Browser]]:
    """Starts Chromium with these variables beside the session's own; all are closed at the end."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("Playwright", "pip install playwright")
    path = chromium()
    if not path:
        missing("Chromium", "apt-get install chromium, or set EXOGRAPH_TEST_CHROMIUM to its executable")
    with sync_playwright() as playwright:
        browsers: list[Browser] = []

        def start(variables: dict[str, str | float | bool]) -> Browser:
            browsers.append(
                playwright.chromium.launch(executable_path=path, args=ARGUMENTS, env={**os.environ, **variables})
            )
            return browsers[-1]

        yield start
        for browser in browsers:
            browser.close()


@pytest.fixture(scope="session")
def page_browser(chromiums: Callable[[dict[str, str | float | bool]], Browser]) -> Browser:
    """Chromium, started once a session."""
    return chromiums({})


@pytest.fixture(scope="session", params=FONTS)
def font_browser(
    request: pytest.FixtureRequest,
    chromiums: Callable[[dict[str, str | float | bool]], Browser],
    tmp_path_factory: pytest.TempPathFactory,
) -> Browser:
    """Chromium on a machine that has no font but this one."""
    folder = next((found for root in FONT_FOLDERS for found in root.expanduser().rglob(FONTS[request.param])), None)
    if folder is None:
        missing(f"the font {request.param}", "apt-get install fonts-dejavu-core fonts-liberation")
    home = tmp_path_factory.mktemp("fonts")
    (home / "fonts.conf").write_text(
        f"<fontconfig><dir>{folder.parent}</dir><cachedir>{home / 'cache'}</cachedir></fontconfig>", encoding="utf-8"
    )
    return chromiums({"FONTCONFIG_FILE": str(home / "fonts.conf")})


@dataclass
class Opened:
    """A page in the browser, what it asked for and what it complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def outside(self) -> list[str]:
        """Requests for anything but the file itself (pictures made in the page are data: or blob:)."""
        return [url for url in self.requests[1:] if not url.startswith(("data:", "blob:"))]


@pytest.fixture
def open_html(page_browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens HTML text from a file at a size ("wide", "tablet", "phone") and scheme; checks at the end that no page
    made a request, raised an error or broke its own policy."""
    contexts: list[Any] = []
    opened: list[Opened] = []

    def opener(html: str, size: str = "wide", scheme: str = "light", fragment: str = "", script: bool = True) -> Opened:
        file = tmp_path / f"page{len(opened)}.html"
        file.write_text(html, encoding="utf-8")
        width, height = SIZES[size]
        context = page_browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme,  # type: ignore[arg-type]
                                           java_script_enabled=script, accept_downloads=True, offline=True)  # fmt: skip
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("console", lambda said: found.complaints.append(said.text))
        found.page.on("dialog", lambda dialog: found.complaints.append(f"dialog {dialog.message}"))
        found.page.goto(file.as_uri() + fragment)
        opened.append(found)
        return found

    yield opener
    complaints = [complaint for one in opened for complaint in one.complaints]
    requests = [url for one in opened for url in one.outside()]
    for context in contexts:
        context.close()
    assert complaints == []
    assert requests == []
