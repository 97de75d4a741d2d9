"""Pages of many claims in a real Chromium: what is cut into pieces so that each step stays short loses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exograph.views.html import page
from exograph.views.html.parts import ROWS
from tests.browser.conftest import Opened
from tests.unit.html_answers import sized

pytestmark = pytest.mark.browser
Opener = Callable[..., Opened]
# [width on the screen, width it is drawn at, transform]: before, right after turns of the wheel, and when it rests
GLIDE = """(turns) => {
  const map = document.getElementById("map");
  const size = () => [map.getBoundingClientRect().width, +map.getAttribute("width"), map.style.transform];
  const before = size();
  const about = { ctrlKey: true, bubbles: true, cancelable: true };
  for (const deltaY of turns) map.dispatchEvent(new WheelEvent("wheel", { deltaY, ...about }));
  const after = size();
  return new Promise((done) => setTimeout(() => done([before, after, size()]), 500));
}"""
SKIPPED = """() => [...document.querySelectorAll(".rows")]
  .map((piece) => piece.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))"""
DRAWN = """() => [...document.querySelectorAll("#strands .c")]
  .filter((g) => getComputedStyle(g).visibility === "visible").map((g) => +g.dataset.c)"""


def test_only_tables_near_the_view_are_laid_out(open_html: Opener) -> None:
    answer = sized(1000)
    opened = open_html(page(answer))
    opened.page.wait_for_timeout(100)
    seen = opened.page.evaluate(SKIPPED)
    assert len(seen) == -(-len(answer.paths) // ROWS)
    assert seen[1:] == [False] * (len(seen) - 1)
    from playwright.sync_api import expect

    last = opened.page.locator("tr[data-c]").last
    last.scroll_into_view_if_needed()
    expect(last).to_contain_text(answer.paths[-1].claim, use_inner_text=True)


@pytest.mark.parametrize("turns", [[-100], [-100, -100, 100], [100] * 6])
def test_zoom_of_a_dense_drawing_shows_at_once_and_is_sharp_when_the_wheel_rests(
    open_html: Opener, turns: list[int]
) -> None:
    opened = open_html(page(sized(1000)))
    (before, width, moved), (at_once, kept, _), (after, drawn, rested) = opened.page.evaluate(GLIDE, turns)
    assert before == pytest.approx(width, abs=0.5)  # opens sharp
    assert (moved, rested) == ("", "")
    assert kept == width
    assert at_once / before == pytest.approx(1.1 ** -(sum(turns) / 100), rel=0.01)
    assert after == pytest.approx(at_once, rel=0.01)
    assert after == pytest.approx(drawn, abs=0.5)


def test_focus_in_a_dense_drawing_leaves_the_lit_claims_alone_and_others_can_be_pointed_at(open_html: Opener) -> None:
    opened = open_html(page(sized(1000)))
    every = opened.page.evaluate(DRAWN)
    opened.page.locator("#list .path").first.click()
    opened.page.mouse.move(5, 5)
    chosen = opened.page.locator("#list .path[aria-pressed='true']")
    assert chosen.count() == 1
    assert opened.page.evaluate(DRAWN) == [int(chosen.get_attribute("data-c") or -1)]
    events = opened.page.locator("#strands .c:not(.on)").first.evaluate("(g) => getComputedStyle(g).pointerEvents")
    assert events == "stroke"
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate(DRAWN) == every


def test_choosing_another_claim_moves_the_mark_in_the_list(open_html: Opener) -> None:
    opened = open_html(page(sized(60)))
    pressed = opened.page.locator("#list .path[aria-pressed='true']")
    for place in (0, 3, 1):
        opened.page.locator("#list .path").nth(place).click()
        assert [pressed.nth(i).get_attribute("data-c") for i in range(pressed.count())] == [
            opened.page.locator("#list .path").nth(place).get_attribute("data-c")
        ]
    opened.page.keyboard.press("Escape")
    assert pressed.count() == 0


def test_panel_of_a_busy_node_grows_until_it_holds_every_claim(open_html: Opener) -> None:
    answer = sized(1000)
    drug = next(node for path in answer.paths for node in path.of("Drug"))
    through = [path.claim for path in answer.paths if drug in path.nodes]
    opened = open_html(page(answer), fragment=f"#node=Drug|{drug.id}")
    entries, more = opened.page.locator("#detail .opposers .path"), opened.page.locator("#detail .more")
    assert f"{len(through)} claims pass here" in opened.page.locator("#detail").inner_text()
    assert 0 < entries.count() < len(through)
    while more.is_visible():
        before = entries.count()
        assert more.inner_text() == f"Show {min(20, len(through) - before)} more"
        more.click()
        assert entries.count() > before
    assert entries.count() == len(through)
