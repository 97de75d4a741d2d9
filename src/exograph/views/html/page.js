// Puts the parts together: tool bar, pointer, keys, address.
function update() {
  renderFacets();
  renderList();
  renderDetail();
  sift();
  paint();
  writeFragment();
}

// Choose a claim, a node, or nothing.
function choose({ claim = null, node = null }) {
  const alone = state.solo;
  state.claim = claim;
  state.node = node;
  state.solo = alone && claim !== null;
  state.hover = null;
  if (alone) update();
  else {
    // nothing is hidden or shown by a choice: the filters, the list and the drawing's places stay as they are
    renderDetail();
    press();
    paint();
    writeFragment();
  }
  side.scrollTop = 0;
  if (claim !== null) reveal(claim);
  if ((claim !== null || node !== null) && matchMedia("(max-width: 900px)").matches) detail.scrollIntoView({ block: "nearest" });
}

function menu(label, extra, ...content) {
  const box = make("details", { class: "menu" + extra }, make("summary", { class: "btn" }, label), content.length > 1 ? make("div", {}, content) : make("div", {}, content[0]));
  return box;
}

function buildBar() {
  const button = (label, title, act, extra) => make("button", { type: "button", class: "btn" + (extra || ""), title, "aria-label": title, onclick: act }, label);
  const entry = (label, act) => make("button", { type: "button", class: "item", onclick: (event) => { event.target.closest("details").open = false; act(); } }, label);
  search.addEventListener("input", () => { state.query = search.value; length = STEP; update(); });
  byId("bar").append(search, menu("Filters", "", facetBox), count, make("span", { class: "grow" }),
    button("\u2212", "Smaller", () => glide(zoom / 1.2), " square"), button("+", "Larger", () => glide(zoom * 1.2), " square"),
    button("Fit", "Fit to width", fit), menu("Save", " right", entry("Drawing as PNG", savePng), entry("Drawing as SVG", saveSvg), entry("Print or PDF", () => print())),
    button("\u25d0", "Light or dark", () => {
      const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    }, " square"), active, live);
  if (!shown) for (const useless of [search, facetBox.closest("details"), count]) useless.hidden = true;
  byId("bar").hidden = false;
}

function onPointer() {
  map.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || scroller.classList.contains("drag")) return;
    const found = claimAt(event), before = state.hover;
    if ((found && found.claim) === (before ? before.claim : null) && (found && found.node) === (before ? before.node : null)) return;
    state.hover = found;
    paint();
  });
  map.addEventListener("pointerleave", () => { state.hover = null; paint(); });
  map.addEventListener("click", (event) => { if (!moved) choose(claimAt(event) || {}); });
  let from = null, moved = false;
  scroller.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.pointerType === "mouse" && event.button === 0) from = { x: event.clientX, y: event.clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const dx = event.clientX - from.x, dy = event.clientY - from.y;
    if (Math.hypot(dx, dy) > 5) { moved = true; scroller.classList.add("drag"); scroller.scrollLeft = from.left - dx; scroller.scrollTop = from.top - dy; }
  });
  addEventListener("pointerup", () => { from = null; scroller.classList.remove("drag"); });
  scroller.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    glide(zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  }, { passive: false });
}

// Arrow keys walk from box to box: up and down in a column, left and right along claims.
function onKeys() {
  const focusBox = (box) => {
    for (const other of boxes) other.g.setAttribute("tabindex", other === box ? "0" : "-1");
    box.g.focus();
    state.hover = { node: box.node, claim: null };
    paint();
  };
  for (const box of boxes) { box.g.setAttribute("tabindex", "-1"); box.g.setAttribute("role", "button"); }
  const seen = () => boxes.filter((box) => !box.g.classList.contains("off"));
  const first = boxes.reduce((a, b) => (b.x < a.x || (b.x === a.x && b.y < a.y) ? b : a));
  first.g.setAttribute("tabindex", "0");
  map.addEventListener("keydown", (event) => {
    const here = boxes.find((box) => box.g === event.target);
    if (!here) return;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose({ node: here.node }); return; }
    const next = neighbour(here, event.key, seen());
    if (next) { event.preventDefault(); focusBox(next); }
  });
  map.addEventListener("focusout", () => { state.hover = null; paint(); });
  map.addEventListener("focusin", (event) => { const box = boxes.find((b) => b.g === event.target); if (box && event.target.matches(":focus-visible")) { state.hover = { node: box.node, claim: null }; paint(); } });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = document.querySelector("details.menu[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); } else choose({});
    } else if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); search.focus(); }
  });
  document.addEventListener("click", (event) => { for (const open of document.querySelectorAll("details.menu[open]")) if (!open.contains(event.target) && document.contains(event.target)) open.open = false; });
}

function neighbour(here, key, all) {
  const nearest = (list) => list.reduce((best, box) => (!best || Math.abs(box.y - here.y) < Math.abs(best.y - here.y) ? box : best), null);
  const column = all.filter((box) => box.x === here.x);
  if (key === "ArrowDown") return nearest(column.filter((box) => box.y > here.y));
  if (key === "ArrowUp") return nearest(column.filter((box) => box.y < here.y));
  const sign = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (!sign) return null;
  const joined = new Set(claimsOf[here.node].flatMap((index) => claims[index].nodes));
  const beyond = all.filter((box) => (box.x - here.x) * sign > 0 && joined.has(box.node));
  const close = Math.min(...beyond.map((box) => Math.abs(box.x - here.x)));
  return nearest(beyond.filter((box) => Math.abs(box.x - here.x) === close));
}

readFragment();
buildBar();
search.value = state.query;
side.append(detail, list);
side.hidden = !claims.length;
document.querySelector(".stage").classList.toggle("alone", side.hidden);
onPointer();
onKeys();
update();
fit();
// A tall drawing starts where its first column is.
const start = boxes.filter((box) => box.column === 0 && !box.g.classList.contains("off")).map((box) => box.y);
if (start.length && size.now * zoom > scroller.clientHeight) {
  scroller.scrollTop = (Math.min(...start) + Math.max(...start)) / 2 * zoom - scroller.clientHeight / 2 + 34;
}
if (state.claim !== null) reveal(state.claim);
addEventListener("hashchange", () => { readFragment(); search.value = state.query; update(); });
