"""What tests ask of a page: small scripts that run in the browser."""

from __future__ import annotations

LIT = "[...document.querySelectorAll('#map.focus .c.on')].map((g) => +g.dataset.c)"
SEEN = "[...document.querySelectorAll('#map .c:not(.off)')].map((g) => +g.dataset.c)"
COUNTS = """[...document.querySelectorAll('#facets label')].map((label) =>
  [label.querySelector('input').value, +label.querySelector('span').textContent])"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
GROUND = "getComputedStyle(document.documentElement).backgroundColor"

# labels that cover each other, or stand out of their box
BAD_LABELS = """() => {
  const rect = (element) => element.getBoundingClientRect();
  const texts = [...document.querySelectorAll("#boxes text")].map(rect);
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  const out = [...document.querySelectorAll("#boxes .n")].flatMap((g) => {
    const frame = rect(g.querySelector("rect"));
    const labels = [...g.querySelectorAll("text")].map(rect);
    return labels.filter((t) => t.right > frame.right + 1 || t.left < frame.left - 1);
  });
  return out.length + texts.filter((a, i) => texts.some((b, j) => j > i && over(a, b))).length;
}"""

# headings of columns that cover each other
BAD_HEADINGS = """() => {
  const all = [...document.querySelectorAll("#heads text")].map((text) => text.getBoundingClientRect());
  return all.filter((a, i) => all.some((b, j) => j > i && a.left < b.right && b.left < a.right)).length;
}"""

# how long each label is drawn, measured in how long its font would draw it
STRETCH = """() => [...document.querySelectorAll("#boxes text")].map((text) => {
  const told = text.getComputedTextLength(), free = text.cloneNode(true);
  free.removeAttribute("textLength");
  text.after(free);
  const own = free.getComputedTextLength();
  free.remove();
  return told / own;
})"""

# visible boxes that cover each other
BAD_BOXES = """() => {
  const all = [...document.querySelectorAll("#boxes .n:not(.off) rect")].map((r) => r.getBoundingClientRect());
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return all.filter((a, i) => all.some((b, j) => j > i && over(a, b))).length;
}"""

# ends of visible strands that meet no visible box (8 px: room for the mark at the end)
LOOSE_ENDS = """() => {
  const boxes = [...document.querySelectorAll("#boxes .n:not(.off) rect")].map((r) => r.getBoundingClientRect());
  const near = (p) => boxes.some((b) => p.x > b.left - 9 && p.x < b.right + 9 && p.y > b.top - 1 && p.y < b.bottom + 1);
  return [...document.querySelectorAll("#strands .c:not(.off) path")].filter((path) => {
    const at = (length) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
    return !near(at(0)) || !near(at(path.getTotalLength()));
  }).length;
}"""

# where everything in the drawing stands
PLACES = """() => [...document.querySelectorAll("#map [d], #map [transform]")]
  .map((element) => element.getAttribute("d") || element.getAttribute("transform")).join("|")"""

# a point in the middle of the first strand of a claim, on the screen
MIDDLE = """(claim) => {
  const path = document.querySelector(`.c[data-c="${claim}"] path`);
  const point = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
  return [point.x, point.y];
}"""

FOCUSED = """(() => { const at = document.activeElement;
  return at.id || at.className.baseVal || at.className; })()"""

# how strongly the first strand of each claim is drawn
STRENGTH = """() => Object.fromEntries([...document.querySelectorAll("#strands .c")].map((g) =>
  [g.dataset.c, +getComputedStyle(g.querySelector("path")).strokeOpacity]))"""

# how many lit boxes stand inside the visible part of the drawing
LIT_IN_SIGHT = """() => { const frame = document.getElementById("scroll").getBoundingClientRect();
  return [...document.querySelectorAll("#boxes .n.on rect")].map((r) => r.getBoundingClientRect())
    .filter((r) => r.bottom > frame.top && r.top < frame.bottom).length; }"""

# milliseconds from a click to the second frame after it
STEP = """() => new Promise((done) => {
  const start = performance.now();
  document.querySelector(".path").click();
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
})"""
LOAD = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
AXE = "axe.run(document, {resultTypes: ['violations']})"
BAD_LINKS = "[...document.querySelectorAll('a')].filter((a) => !/^https?:/.test(a.href)).length"
STROKES = "[...document.querySelectorAll('path')].map((path) => path.getAttribute('stroke'))"
