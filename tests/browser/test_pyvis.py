"""The pyvis renderer in a real Chromium: no request, no foreign script, hostile names inert, still draggable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exograph.views.pyvis_view import page
from tests.browser.conftest import Opened
from tests.conftest import missing
from tests.unit.html_answers import sized
from tests.unit.test_html_page import ATTACK, everything

pytestmark = pytest.mark.browser
Opener = Callable[..., Opened]


@pytest.fixture(autouse=True)
def pyvis_is_here() -> None:
    try:
        import pyvis  # noqa: F401
    except ModuleNotFoundError:
        missing("pyvis", "pip install 'exograph[pyvis]'")


def test_draws_without_a_request_and_stands_still(open_html: Opener) -> None:
    opened = open_html(page(sized(30)))
    count = opened.page.evaluate("nodes.length")
    assert count == len({node.key for path in sized(30).paths for node in path.nodes})
    places = opened.page.evaluate("network.getPositions()")
    opened.page.wait_for_timeout(400)
    assert opened.page.evaluate("network.getPositions()") == places
    assert not opened.page.evaluate("network.physics.physicsEnabled")
    inked = opened.page.evaluate(
        """(() => { const canvas = document.querySelector("#mynetwork canvas");
        const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        let n = 0; for (let i = 3; i < pixels.length; i += 4) n += pixels[i] > 0; return n; })()"""
    )
    assert inked > 2000


def test_boxes_can_be_dragged(open_html: Opener) -> None:
    opened = open_html(page(sized(6)))
    opened.page.wait_for_timeout(300)
    x, y = opened.page.evaluate(
        "(() => { const p = network.canvasToDOM(network.getPosition(0)); return [p.x, p.y]; })()"
    )
    frame = opened.page.locator("#mynetwork").bounding_box()
    assert frame is not None
    before = opened.page.evaluate("network.getPosition(0)")
    opened.page.mouse.move(frame["x"] + x, frame["y"] + y)
    opened.page.mouse.down()
    opened.page.mouse.move(frame["x"] + x + 60, frame["y"] + y + 40, steps=6)
    opened.page.mouse.up()
    assert opened.page.evaluate("network.getPosition(0)") != before


def test_hostile_names_stay_text_in_tooltips(open_html: Opener) -> None:
    opened = open_html(page(everything(ATTACK)))
    opened.page.wait_for_timeout(300)
    opened.page.locator("#mynetwork").scroll_into_view_if_needed()  # no mouse reaches what is below the window
    frame = opened.page.locator("#mynetwork").bounding_box()
    assert frame is not None
    shown = 0
    for number in range(opened.page.evaluate("nodes.length")):
        x, y = opened.page.evaluate(
            f"(() => {{ const p = network.canvasToDOM(network.getPosition({number})); return [p.x, p.y]; }})()"
        )
        opened.page.mouse.move(frame["x"] + x + 2, frame["y"] + y)
        opened.page.wait_for_timeout(450)  # vis-network waits 300 ms before it shows a title
        shown += opened.page.locator(".vis-tooltip").is_visible()
    assert shown > 0
    assert opened.page.locator(".vis-tooltip *").count() == 0
    assert opened.page.locator("img").count() == 0
