"""The site in a real Chromium, opened as files: no dead link, no complaint, no request outside its folder.

Every page's links are checked from its text (tests/unit/test_site.py); here a part of the pages is opened and used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from exograph.questions.site_index import SiteIndex
from exograph.views.site.addresses import of_entry
from tests.browser import probes
from tests.browser.conftest import SIZES, VENDOR

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
EVERY = 12  # one page in so many is opened
LARGEST = 6


@dataclass
class Site:
    """The folder, what it was made from, and what the browser asked for and complained about."""

    folder: Path
    index: SiteIndex
    browser: Browser
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)

    def open(self, file: str, size: str = "wide", scheme: str = "light", script: bool = True) -> Page:
        """One page, at a size and in a scheme."""
        width, height = SIZES[size]
        context = self.browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme,  # type: ignore[arg-type]
                                           java_script_enabled=script, offline=True)  # fmt: skip
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self.complaints.append(f"{page.url}: {said.text}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"{page.url}: {request.url} failed"))
        page.goto(self.address(file))
        return page

    def address(self, file: str) -> str:
        return f"{self.folder.as_uri()}/{file}"

    def entry(self, name: str, label: str) -> str:
        """The page of a name."""
        return next(of_entry(one) for one in self.index.entries.values() if (one.name, one.label) == (name, label))


@pytest.fixture
def site(bundled_site: tuple[Path, SiteIndex], page_browser: Browser) -> Iterator[Site]:
    """The site; at the end nothing outside its folder was asked for, and no page complained."""
    found = Site(*bundled_site, page_browser)
    yield found
    for context in found.contexts:
        context.close()
    outside = [url for url in found.requests if not url.startswith((found.folder.as_uri() + "/", "data:", "blob:"))]
    assert outside == []
    assert found.complaints == []


def test_crawl(site: Site) -> None:
    """Lists, maps, the largest pages and a part of the others load whole: their style, their script, every link."""
    files = sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))
    largest = sorted(files, key=lambda file: -(site.folder / file).stat().st_size)[:LARGEST]
    chosen = [file for file in files if file.endswith("index.html") or file.startswith("maps/")]
    chosen += [*largest, *files[::EVERY]]
    page = site.open("index.html")
    seen = set[str]()
    for file in dict.fromkeys(chosen):
        page.goto(site.address(file))
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Iowan'), file
        seen |= set(page.evaluate("[...document.querySelectorAll('a[href]')].map((a) => a.href.split('#')[0])"))
        drawn = page.evaluate("Boolean(document.getElementById('map'))")
        assert page.evaluate("document.querySelectorAll('#list .path').length > 0") == drawn, file
    inside = {url for url in seen if url.startswith("file:")}
    assert {
        url for url in inside if not (site.folder / url.removeprefix(site.folder.as_uri() + "/")).is_file()
    } == set()
    assert len(inside) > len(files) * 0.9
    assert {url.partition(":")[0] for url in seen - inside} <= {"https", "http"}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_at_every_size(site: Site, size: str, scheme: str) -> None:
    page = site.open("index.html", size, scheme)
    for file in ("index.html", "papers/index.html", site.entry("breast cancer", "Cancer")):
        page.goto(site.address(file))
        assert page.evaluate(probes.SIDEWAYS) <= 0, file
        red = int(page.evaluate(probes.GROUND).removeprefix("rgb(").partition(",")[0])
        assert (red < 60) == (scheme == "dark")


def test_search_finds_names_synonyms_and_papers(site: Site) -> None:
    page = site.open("index.html")
    page.fill("#q", "TMZ")
    assert page.locator("#results a").first.text_content() == "temozolomide"
    page.fill("#q", "breast canc")
    assert page.locator("#results a").first.text_content() == "breast cancer"
    paper = next(one.paper for one in site.index.entries.values() if one.paper and one.paper.pmid)
    assert paper is not None
    page.fill("#q", paper.pmid)
    assert page.locator("#results a").count() == 1
    page.fill("#q", "no such thing at all")
    assert "Nothing here" in str(page.locator("#results").text_content())
    page.fill("#q", "cisplatin")
    page.press("#q", "ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "cisplatin"
    page.keyboard.press("Enter")
    page.wait_for_selector("#map")
    assert page.locator("h1").text_content() == "cisplatin"


def test_search_from_any_page_goes_to_the_start_page(site: Site) -> None:
    page = site.open(site.entry("cisplatin", "Drug"))
    page.fill("nav input", "miR-21")
    page.press("nav input", "Enter")
    page.wait_for_selector("#results a")
    assert "hsa-miR-21-5p" in page.locator("#results a").all_text_contents()


def test_what_is_chosen_in_the_drawing_leads_to_its_page(site: Site) -> None:
    page = site.open(site.entry("cisplatin", "Drug"))
    page.locator("#boxes .n", has=page.locator("title", has_text="SLC9A1")).first.click()
    page.wait_for_selector("#detail .own a")
    assert page.locator("#detail .own a").text_content() == "All on SLC9A1"
    page.click("#detail .own a")
    page.wait_for_function("document.querySelector('h1').textContent === 'SLC9A1'")
    page.locator("#list .path").first.click()
    page.wait_for_selector("#detail .own a")
    page.click("#detail .own a")
    page.wait_for_function("location.href.includes('/papers/')")
    # a page does not lead to itself
    page.locator("#list .path").first.click()
    assert page.locator("#detail .own").count() == 0


def test_without_javascript(site: Site) -> None:
    page = site.open(site.entry("cisplatin", "Drug"), script=False)
    assert page.locator("#map .n").count() > 4
    assert page.locator("table tbody tr").count() >= 4
    page.locator(".named a", has_text="SLC9A1").first.click()
    assert page.locator("h1").text_content() == "SLC9A1"
    start = site.open("index.html", script=False)
    assert start.locator("noscript").count() == 1
    start.locator(".card a", has_text="breast cancer").first.click()
    assert start.locator("h1").text_content() == "breast cancer"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(site: Site, scheme: str) -> None:
    axe = (VENDOR / "axe.min.js").read_text(encoding="utf-8")
    measured = next(of_entry(one) for one in site.index.entries.values() if not one.claims)
    paper = next(of_entry(one) for one in site.index.entries.values() if one.paper)
    page = site.open("index.html", scheme=scheme)
    for file in ("index.html", "cancers/index.html", measured, paper, site.entry("cisplatin", "Drug")):
        page.goto(site.address(file))
        page.evaluate(axe)
        # the style sheet is a file of its own, and the page's policy lets no script read it
        found = page.evaluate(
            "axe.run({ preload: false }).then((r) => r.violations.map((v) => [v.id, v.nodes[0].html]))"
        )
        assert found == [], f"{file}: {json.dumps(found)[:2000]}"
