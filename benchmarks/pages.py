"""Pages of 100, 1,000 and 5,000 nodes in a real Chromium: exograph beside vis-network, Cytoscape.js and raw pyvis.

    python -m benchmarks.pages [--rounds 5] [--sizes 100,1000,5000] [--patience 30]

usable   ms from the navigation to the presentation of the first frame with all shown nodes and a page that answers
zoom     ms from a turn of the wheel to the presentation of the first frame at the new scale
hover    ms from the pointer's move onto a node to the presentation of the first frame with its surroundings lit
click    the same for a click; exograph's fills the evidence panel and the list, too
KB       size of the file

"fewer" is what exograph draws (level of detail) in another engine; "empty page" is the floor: a tab with one word.
Engines take turns in new browser contexts without network; each number is a median, `slowest` the slowest step of all.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import engines
from exograph.questions.answer import Answer
from exograph.views.html import page
from tests.browser.conftest import ARGUMENTS, chromium
from tests.unit.html_answers import sized

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROBE = Path(__file__).with_name("probe.js")
VIEW = {"width": 1440, "height": 900}
STEPS = 3  # nodes that are focused in each round
GOALS_USABLE = {1000: 500.0, 5000: 1500.0}  # ms by nodes
GOALS_KB = {100: 150.0}
GOAL_STEP = 50.0  # ms
OWN, PYVIS = "exograph", "pyvis, raw"


@dataclass(frozen=True, slots=True)
class Contender:
    """A page to open: which part of the probe knows it, how many boxes it shows, which nodes are pointed at."""

    name: str
    probe: str  # exograph, vis, cytoscape or empty
    html: str
    shown: int
    targets: Sequence[str]
    seconds: float  # that making it took


@dataclass(slots=True)
class Times:
    """Milliseconds by what was timed; `over` where the page was not usable in time."""

    by_kind: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    over: bool = False

    def median(self, kind: str) -> float | None:
        """Median of one kind, None where it was not timed."""
        return statistics.median(self.by_kind[kind]) if self.by_kind[kind] else None

    def slowest(self) -> float | None:
        """The slowest of all steps."""
        return max((max(found) for kind, found in self.by_kind.items() if kind != "usable" and found), default=None)


def contenders(answer: Answer, scripts: dict[str, str]) -> list[Contender]:
    """The same answer in every engine, and what exograph draws of it (level of detail) in the other engines, too."""
    chosen = engines.drawn(answer)
    every, few = engines.plain(answer.paths), engines.plain(chosen)
    vis, cytoscape = scripts["vis-network"], scripts["cytoscape"]
    made: list[tuple[str, str, Callable[[], str], int]] = [
        (OWN, OWN, partial(page, answer), 0),
        ("vis-network", "vis", partial(engines.vis_page, every, vis), len(every.nodes)),
        ("Cytoscape.js", "cytoscape", partial(engines.cytoscape_page, every, cytoscape), len(every.nodes)),
    ]
    if len(chosen) < len(answer.paths):
        made += [
            ("vis-network, fewer", "vis", partial(engines.vis_page, few, vis), len(few.nodes)),
            ("Cytoscape.js, fewer", "cytoscape", partial(engines.cytoscape_page, few, cytoscape), len(few.nodes)),
        ]
    made.append(("empty page", "empty", engines.empty_page, 1))
    made.append((PYVIS, "vis", partial(engines.pyvis_page, every), len(every.nodes)))
    found, targets = [], _targets(few)
    for name, probe, make, shown in made:
        start = time.perf_counter()
        html = make()
        seconds = time.perf_counter() - start
        # exograph draws many preparations of vesicles as few boxes: what is drawn is counted in the page
        boxes = shown or html.count('<g class="n ')
        found.append(Contender(name, probe, html, boxes, targets, seconds))
    return found


def _targets(graph: engines.Plain) -> list[str]:
    """The busiest nodes (a drug, a cancer, an MSC source) and some that one claim alone passes."""
    degree: dict[str, int] = defaultdict(int)
    for edge in graph.edges:
        degree[edge.source] += 1
        degree[edge.target] += 1
    ordered = sorted((name for name in graph.nodes if not name.startswith("Vesicle")), key=lambda name: -degree[name])
    return [*ordered[:3], *ordered[len(ordered) // 2 : len(ordered) // 2 + 3]]


class Runner:
    """Opens contenders in a browser and keeps their times."""

    def __init__(self, browser: Browser, folder: Path, patience: float) -> None:
        self.browser, self.folder, self.patience = browser, folder, patience

    def run(self, contender: Contender, times: Times, turn: int) -> None:
        """Open once; time the opening, two zoom steps and some focus steps."""
        file = self.folder / "page.html"
        file.write_text(contender.html, encoding="utf-8")
        context = self.browser.new_context(viewport=VIEW, offline=True)  # type: ignore[arg-type]
        try:
            tab = context.new_page()
            tab.set_default_timeout((self.patience + 30) * 1000)
            tab.add_init_script(path=PROBE)
            tab.goto(file.as_uri(), wait_until="commit")
            usable = self._usable(tab, contender)
            if usable is None:
                times.over = True
                return
            times.by_kind["usable"].append(usable)
            tab.wait_for_load_state("load")
            if contender.probe == "vis":
                tab.evaluate("network.stopSimulation()")  # raw pyvis moves on, and a moving node cannot be pointed at
            self._steps(tab, contender, times, turn)
        finally:
            context.close()

    def _usable(self, tab: Page, contender: Contender) -> float | None:
        patience = self.patience * 1000
        asked = (
            f"Promise.race([bench.{contender.probe}.usable({contender.shown}), "
            f"new Promise((resolve) => setTimeout(() => resolve(null), {patience}))])"
        )
        found: float | None = tab.evaluate(asked)
        return found

    def _steps(self, tab: Page, contender: Contender, times: Times, turn: int) -> None:
        engine = f"bench.{contender.probe}"
        for delta in (-100, 100, -100, 100):
            self._point(tab, tab.evaluate(f"{engine}.centre()"))
            if contender.probe == OWN:
                tab.keyboard.down("Control")
            turned = partial(tab.mouse.wheel, 0, delta)
            times.by_kind["zoom"].append(_timed(tab, f"bench.zooming({engine})", turned))
            if contender.probe == OWN:
                tab.keyboard.up("Control")
        for place in range(STEPS):
            target = contender.targets[(turn * STEPS + place) % len(contender.targets)]
            name = target.partition(": ")[2] if contender.probe == OWN else target
            for kind, event in (("hover", "pointermove"), ("click", "pointerup")):
                if kind == "hover" and contender.name == PYVIS:
                    continue
                at = tab.evaluate(f"(name) => {engine}.at(name)", name)
                self._focus(tab, engine, times, (kind, event), at)

    def _focus(self, tab: Page, engine: str, times: Times, what: tuple[str, str], at: dict[str, float]) -> None:
        """Point or click at a node, then back to nothing."""
        kind, event = what
        act = partial(tab.mouse.move, at["x"], at["y"])
        if kind == "click":
            act()
            tab.evaluate("bench.quiet()")
            tab.evaluate(f"{engine}.clear()")
            tab.evaluate("bench.quiet()")
            tab.mouse.down()
            act = partial(tab.mouse.up)
        times.by_kind[kind].append(_timed(tab, f"bench.focusing({engine}, '{event}')", act))
        self._point(tab, {"x": 3, "y": 3})
        tab.evaluate(f"{engine}.clear()")
        tab.evaluate("bench.quiet()")

    def _point(self, tab: Page, at: dict[str, float]) -> None:
        tab.mouse.move(at["x"], at["y"])
        tab.evaluate("bench.quiet()")


def _timed(tab: Page, promise: str, act: Callable[[], None]) -> float:
    """Start to wait, act, and give what the wait gave."""
    tab.evaluate(f"() => {{ window.timing = {promise}; }}")
    act()
    found: float = tab.evaluate("window.timing")
    return found


def measure(answer: Answer, scripts: dict[str, str], rounds: int, patience: float) -> list[tuple[Contender, Times]]:
    """All contenders of one answer, taking turns; one that is not usable in time is asked once only."""
    from playwright.sync_api import sync_playwright

    path = chromium()
    if not path:
        raise RuntimeError("Chromium is not here; install it: apt-get install chromium")
    field_ = contenders(answer, scripts)
    times = {one.name: Times() for one in field_}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=ARGUMENTS)
        runner = Runner(browser, Path(folder), patience)
        runner.run(field_[0], Times(), 0)  # the browser's own first page is slower than all others
        for turn in range(rounds):
            for one in field_:
                if not times[one.name].over:
                    runner.run(one, times[one.name], turn)
        browser.close()
    return [(one, times[one.name]) for one in field_]


def table(nodes: int, found: Sequence[tuple[Contender, Times]], patience: float) -> list[str]:
    """Lines of one size; the ratio is to exograph's page."""
    own = found[0][1].median("usable") or float("nan")
    lines = [f"{nodes:,} nodes", f"{'':22}{'shown':>7}{'usable':>9}{'ratio':>7}{'zoom':>7}{'hover':>7}{'click':>7}"
             f"{'slowest':>9}{'KB':>8}{'made s':>8}"]  # fmt: skip
    for one, times in found:
        usable = times.median("usable")
        steps = [_ms(times.median(kind)) for kind in ("zoom", "hover", "click")]
        opened = f"> {patience * 1000:.0f}" if times.over else _ms(usable)
        ratio = f"> {patience * 1000 / own:.0f}" if times.over else f"{(usable or own) / own:.2f}"
        lines.append(
            f"{one.name:22}{one.shown:>7,}{opened:>9}{ratio:>7}{steps[0]:>7}{steps[1]:>7}{steps[2]:>7}"
            f"{_ms(times.slowest()):>9}{len(one.html.encode()) / 1000:>8,.0f}{one.seconds:>8.2f}"
        )
    return lines


def _ms(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"


def missed(nodes: int, own: Contender, times: Times) -> list[str]:
    """The goals that exograph's page of this size does not reach."""
    opened, kilobytes = times.median("usable"), len(own.html.encode()) / 1000
    wanted = GOALS_USABLE.get(nodes)
    found = []
    if wanted and (opened is None or opened > wanted):
        found.append(f"{nodes:,} nodes: usable after {_ms(opened)} ms, goal {wanted:.0f}")
    for kind in ("zoom", "hover", "click"):
        step = times.median(kind)
        if step is None or step > GOAL_STEP:
            found.append(f"{nodes:,} nodes: a {kind} step takes {_ms(step)} ms, goal {GOAL_STEP:.0f}")
    if nodes in GOALS_KB and kilobytes > GOALS_KB[nodes]:
        found.append(f"{nodes:,} nodes: {kilobytes:.0f} KB, goal {GOALS_KB[nodes]:.0f}")
    return found


def main() -> None:
    """Print a table for each size, and the goals that are missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each page is opened (default 5)")
    parser.add_argument("--sizes", default="100,1000,5000", help="nodes of the pages (default 100,1000,5000)")
    parser.add_argument(
        "--patience", type=float, default=30.0, help="seconds until a page counts as not usable (default 30)"
    )
    given = parser.parse_args()
    misses = []
    with tempfile.TemporaryDirectory() as folder:
        scripts = engines.fetch(Path(folder))
    for nodes in map(int, given.sizes.split(",")):
        found = measure(sized(nodes), scripts, given.rounds, given.patience)
        print("\n".join(table(nodes, found, given.patience)), end="\n\n", flush=True)
        misses += missed(nodes, *found[0])
    print("\n".join(misses) if misses else "all goals reached")


if __name__ == "__main__":
    main()
