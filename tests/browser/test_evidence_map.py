"""The evidence map in a real Chromium: clicks, keyboard, search, address, phone, and a reader without JavaScript."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from exograph.views.evidence_map import page
from tests.browser import probes
from tests.browser.conftest import SIZES, VENDOR, Opened
from tests.unit.map_answers import by_hand
from tests.unit.test_html_page import ATTACK, everything
from tests.unit.test_views_evidence_map import small

pytestmark = pytest.mark.browser
Opener = Callable[..., Opened]
PANEL = "#side:not([hidden])"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_click_shows_the_claims_of_a_cell(open_html: Opener, size: str, scheme: str) -> None:
    opened = open_html(page(small()), size, scheme)
    shown = opened.page
    assert shown.evaluate(probes.SIDEWAYS) <= 0
    assert shown.locator(PANEL).count() == 0
    shown.click('#heat td a[aria-label^="breast cancer, cisplatin"]')
    assert shown.locator(f"{PANEL} h2").text_content() == "breast cancer \u00d7 cisplatin"
    assert shown.locator(f"{PANEL} .claims li").count() == 2
    assert shown.locator(f"{PANEL} .chip").all_text_contents() == ["+ sensitises", "\u2212 confers resistance"]
    assert shown.locator(f"{PANEL} a.pid").first.get_attribute("href") == "https://pubmed.ncbi.nlm.nih.gov/1/"
    shown.keyboard.press("Escape")
    assert shown.locator(PANEL).count() == 0
    assert shown.evaluate("document.activeElement.dataset.c") == "0"


def test_rows_columns_and_gaps(open_html: Opener) -> None:
    shown = open_html(page(small())).page
    shown.click("#heat tbody th a >> text=glioma")
    assert shown.locator(f"{PANEL} h2").text_content() == "glioma"
    assert shown.locator(f"{PANEL} .beside").all_text_contents() == ["temozolomide", "no treatment named"]
    shown.click("#heat thead button >> text=cisplatin")
    assert shown.locator(f"{PANEL} h2").text_content() == "cisplatin"
    assert shown.locator(f"{PANEL} .beside").all_text_contents() == ["breast cancer", "breast cancer"]
    gap, card = shown.evaluate("""() => {
      const gap = [...document.querySelectorAll("#heat tbody td")].find((td) => !td.textContent);
      return [gap, document.querySelector(".graph")].map((element) => getComputedStyle(element).backgroundColor);
    }""")
    assert gap != card


def test_keyboard_alone(open_html: Opener) -> None:
    shown = open_html(page(small())).page
    assert shown.locator('#heat td a[tabindex="0"]').count() == 1
    shown.locator('#heat td a[tabindex="0"]').focus()
    shown.keyboard.press("ArrowDown")
    assert str(shown.evaluate("document.activeElement.getAttribute('aria-label')")).startswith("glioma, temozolomide")
    shown.keyboard.press("ArrowRight")
    assert str(shown.evaluate("document.activeElement.getAttribute('aria-label')")).startswith("glioma, no treatment")
    shown.keyboard.press("ArrowRight")
    shown.keyboard.press("Enter")
    assert shown.locator(f"{PANEL} .claims li").count() == 1
    shown.keyboard.press("Escape")
    assert str(shown.evaluate("document.activeElement.getAttribute('aria-label')")).startswith("glioma, no treatment")
    shown.keyboard.press("/")
    assert shown.evaluate("document.activeElement.id") == "search"


def test_search_and_directions(open_html: Opener) -> None:
    shown = open_html(page(small())).page
    rows = "#heat tbody tr:not(.off) th"
    shown.fill("#search", "breast")
    assert shown.locator(rows).all_text_contents() == ["breast cancer"]
    shown.fill("#search", "temozo")
    assert shown.locator("#heat thead th.v:not(.off)").all_text_contents() == ["temozolomide"]
    assert shown.locator(rows).all_text_contents() == ["glioma"]
    shown.fill("#search", "")
    assert shown.locator(rows).count() == 3
    shown.click(".btn[data-kind=mixed]")
    assert shown.locator("#heat td.dim").count() == 2
    shown.click(".btn[data-kind=mixed]")
    assert shown.locator("#heat td.dim").count() == 0


def test_the_address_holds_what_is_chosen(open_html: Opener) -> None:
    shown = open_html(page(small())).page
    shown.click('#heat td a[aria-label^="glioma, temozolomide"]')
    fragment = shown.evaluate("location.hash")
    again = open_html(page(small()), fragment=fragment).page
    assert again.locator(f"{PANEL} h2").text_content() == "glioma \u00d7 temozolomide"


def test_without_javascript_a_cell_leads_to_its_claims(open_html: Opener) -> None:
    shown = open_html(page(small()), script=False).page
    assert not shown.locator("#bar").is_visible()
    link = shown.locator('#heat td a[aria-label^="breast cancer, cisplatin"]').get_attribute("href")
    assert shown.locator(f"{link} .sentence").count() == 2
    assert shown.locator(f"{link} a.pid").first.get_attribute("href") == "https://pubmed.ncbi.nlm.nih.gov/1/"


def test_a_wide_map_scrolls_inside_its_frame(open_html: Opener) -> None:
    many = by_hand(list(small().claims), size=60)
    shown = open_html(page(many), "phone").page
    assert shown.evaluate(probes.SIDEWAYS) <= 0
    assert shown.evaluate("document.getElementById('scroll').scrollWidth > innerWidth")
    shown.evaluate("document.getElementById('scroll').scrollTo(600, 300)")
    corner = shown.locator("#heat .corner").bounding_box()
    assert corner is not None
    assert corner["x"] < 20  # headings stay in sight


def test_hostile_text_does_nothing(open_html: Opener) -> None:
    answer = everything(ATTACK)
    found = by_hand([path for path in (*answer.paths, *answer.opposing) if path.of("Cancer")])
    shown = open_html(page(found)).page
    shown.locator("#heat td a[data-c]").first.click()
    assert shown.locator(f"{PANEL} .claims li").count() >= 1
    assert shown.locator("img, iframe").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_accessible(open_html: Opener, scheme: str, size: str) -> None:
    opened = open_html(page(by_hand(list(small().claims), size=4)), size, scheme)
    opened.page.locator("#heat td a[data-c]").first.click()
    opened.page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    found = opened.page.evaluate(
        "axe.run().then((r) => r.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html)]))"
    )
    assert found == [], json.dumps(found)[:2000]
