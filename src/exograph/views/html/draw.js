// The drawing made by Python: what is hidden, what is lit, where it stands when much is hidden.
const map = byId("map"), heads = byId("heads"), scroller = byId("scroll");
const boxes = [...map.querySelectorAll(".n")].map((g) => {
  const rect = g.querySelector("rect"), at = g.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  return { g, rect, label: g.querySelectorAll("text").length * 15 + 10, x: at[0], y: at[1], w: +rect.getAttribute("width"), h: +rect.getAttribute("height"), node: +g.dataset.n };
});
const groups = new Map([...map.querySelectorAll(".c")].map((g) => [+g.dataset.c, g]));
const factGroups = [...map.querySelectorAll("g.fact")];
const size = { w: map.viewBox.baseVal.width, h: map.viewBox.baseVal.height };
Object.assign(size, { wide: size.w, now: size.h }); // as drawn, and as shown now
const factNodes = new Set(data.facts.flatMap((fact) => [fact.source, fact.target]));
let zoom = 1;
const dense = map.querySelectorAll("#strands path").length > 600; // strands; more than a browser without a GPU draws in a blink
map.classList.toggle("dense", dense);

function paint() {
  const focus = lit(), on = new Set(focus || []), lightNodes = new Set();
  for (const index of on) for (const node of claims[index].nodes) lightNodes.add(node);
  const look = state.hover || state;
  if (look.node !== null && look.node !== undefined) lightNodes.add(look.node);
  map.classList.toggle("focus", focus !== null);
  for (const [index, g] of groups) g.classList.toggle("on", on.has(index));
  for (const box of boxes) {
    box.g.classList.toggle("on", lightNodes.has(box.node));
    box.g.classList.toggle("here", look.node === box.node);
  }
  for (const item of document.querySelectorAll(".path")) item.classList.toggle("lit", state.hover !== null && on.has(+item.dataset.c));
}

// Hide what does not match; a claim shown alone hides all others. Boxes without a visible claim go too.
function sift() {
  const alone = state.solo && state.claim !== null && state.claim < shown;
  const keep = new Set(alone ? [state.claim] : kept());
  const visible = new Set();
  for (const [index, g] of groups) {
    g.classList.toggle("off", !keep.has(index));
    if (keep.has(index)) for (const node of claims[index].nodes) visible.add(node);
  }
  const partly = alone || filtering();
  if (!partly) for (const node of factNodes) visible.add(node);
  for (const box of boxes) box.g.classList.toggle("off", !visible.has(box.node));
  factGroups.forEach((g) => {
    const path = g.querySelector("path");
    g.classList.toggle("off", alone || !visible.has(+path.dataset.s) || !visible.has(+path.dataset.t));
  });
  settle(partly);
  for (const box of boxes) box.g.classList.toggle("hit", Boolean(state.query.trim()) && state.query.toLowerCase().split(/\s+/)
    .some((word) => word.length > 1 && data.nodes[box.node][2].toLowerCase().includes(word)));
}

// Close the gaps that hidden boxes leave: each column keeps its order, columns are centred on each other, empty ones go.
const lefts = [...new Set(boxes.map((box) => box.x))].sort((a, b) => a - b);
const rights = lefts.map((x) => Math.max(...boxes.filter((box) => box.x === x).map((box) => x + box.w)));
const columnAt = (x) => lefts.reduce((best, left, i) => (away(i, x) < away(best, x) ? i : best), 0);
const away = (i, x) => Math.max(lefts[i] - x, x - rights[i], 0);
for (const box of boxes) box.column = lefts.indexOf(box.x);
const bands = [...map.querySelectorAll(".bands rect")].map((rect, place) => {
  const x = +rect.getAttribute("x"), w = +rect.getAttribute("width");
  return { rect, x, w, head: heads.children[place], columns: lefts.map((_, i) => i).filter((i) => lefts[i] >= x && lefts[i] < x + w) };
});
const original = new WeakMap();

let displaced = false;

function settle(partly) {
  if (!partly && !displaced) return;
  displaced = partly;
  const strands = [...map.querySelectorAll("#strands path, #strands use")].filter((item) => !item.closest(".off"));
  const seen = boxes.filter((box) => !box.g.classList.contains("off"));
  for (const box of boxes) Object.assign(box, { mid: box.y, tall: box.h });
  if (partly) tighten(strands);
  const frame = partly ? frameOf(seen, strands) : { x: (i, x) => x, y: (i, y) => y, kept: () => true, w: size.w, h: size.h };
  for (const box of seen) {
    box.g.setAttribute("transform", `translate(${round(frame.x(box.column, box.x))} ${round(frame.y(box.column, box.mid))})`);
    box.rect.setAttribute("y", round(-box.tall / 2));
    box.rect.setAttribute("height", round(box.tall));
  }
  for (const item of strands) {
    if (item.tagName === "path") item.setAttribute("d", partly ? redraw(item, frame) : pointsOf(item).drawn);
    else moveMark(item, partly && frame);
  }
  for (const band of bands) {
    const kept = band.columns.filter(frame.kept);
    for (const part of [band.rect, band.head]) part.classList.toggle("off", !kept.length);
    if (!kept.length) continue;
    const from = partly ? frame.x(kept[0], lefts[kept[0]]) - 8 : band.x;
    const to = partly ? frame.x(kept[kept.length - 1], rights[kept[kept.length - 1]]) + 8 : band.x + band.w;
    for (const [key, value] of [["x", from], ["width", to - from], ["height", frame.h]]) band.rect.setAttribute(key, round(value));
    band.head.setAttribute("x", round((from + to) / 2));
  }
  const refit = size.wide !== frame.w;
  Object.assign(size, { wide: frame.w, now: frame.h });
  map.setAttribute("viewBox", `0 0 ${round(frame.w)} ${round(frame.h)}`);
  heads.setAttribute("viewBox", `0 0 ${round(frame.w)} 34`);
  if (refit) fit(); else rescale();
}

// Where columns and heights go when only `seen` is shown.
function frameOf(seen, strands) {
  const spans = lefts.map(() => []), full = new Set(seen.map((box) => box.column));
  for (const box of seen) spans[box.column].push([box.mid - box.tall / 2, box.mid + box.tall / 2]);
  for (const item of strands) if (item.tagName === "path") for (const p of pointsOf(item)) spans[p.column].push([p.y - 3, p.y + 3]);
  const shift = spans.map((list, i) => squeeze(full.has(i) ? list : []));
  const tallest = Math.max(...shift.map((one) => one.height), 20) + 28;
  let gone = 0;
  const left = lefts.map((x, i) => {
    if (full.has(i)) return -gone;
    const here = -gone;
    gone += (i + 1 < lefts.length ? lefts[i + 1] : size.w) - x;
    return here;
  });
  return { x: (i, x) => x + left[i], y: (i, y) => shift[i].at(y) + (tallest - shift[i].height) / 2,
    kept: (i) => full.has(i), w: size.w - gone + (full.has(lefts.length - 1) ? 0 : 6), h: tallest };
}

// A box needs no more height than its label and the strands that are left.
function tighten(strands) {
  const ports = new Map();
  for (const path of strands) if (path.tagName === "path") {
    const points = pointsOf(path);
    for (const p of [points[0], points[points.length - 1]]) {
      const box = boxes.find((b) => away(b.column, p.x) <= 9 && Math.abs(p.y - b.y) <= b.h / 2);
      if (box) ports.set(box, [...(ports.get(box) || []), p.y]);
    }
  }
  for (const [box, ys] of ports) {
    const low = Math.min(...ys), high = Math.max(...ys);
    box.tall = Math.min(box.h, Math.max(box.label, high - low + 12));
    const room = (box.h - box.tall) / 2;
    box.mid = Math.min(box.y + room, Math.max(box.y - room, (low + high) / 2));
  }
}

function squeeze(list) {
  list.sort((a, b) => a[0] - b[0]);
  const pieces = [];
  let end = null, out = 0;
  for (const [from, to] of list) {
    if (end === null || from > end) { out += end === null ? 0 : Math.min(from - end, 14); pieces.push([from, out - from]); end = from; }
    if (to > end) { out += to - end; end = to; }
  }
  const at = (y) => { let by = pieces.length ? pieces[0][1] : 0; for (const [from, move] of pieces) if (from <= y + 0.01) by = move; return y + by; };
  return { at, height: out, down: 0 };
}

// A strand's stops; `out` is how far the curve to a stop bends out of its column (a step within one column).
function pointsOf(path) {
  if (original.has(path)) return original.get(path);
  const points = [];
  for (const [, letter, rest] of path.getAttribute("d").matchAll(/([Mch])([^Mch]*)/g)) {
    const n = rest.trim().split(" ").map(Number), last = points[points.length - 1];
    if (letter === "M") points.push({ x: n[0], y: n[1] });
    else if (letter === "h") points.push({ x: last.x + n[0], y: last.y });
    else points.push({ x: last.x + n[4], y: last.y + n[5], out: n[0] > Math.max(0, n[4]) ? last.x + n[0] : 0 });
  }
  points.drawn = path.getAttribute("d");
  for (const p of points) p.column = columnAt(p.x);
  original.set(path, points);
  return points;
}

function redraw(path, frame) {
  const points = pointsOf(path), last = points.length - 1;
  let text = "", x = 0, y = 0;
  points.forEach((p, place) => {
    if (place && place < last && !frame.kept(p.column)) return;
    const nx = round(frame.x(p.column, p.x)), ny = round(frame.y(p.column, p.y));
    const bend = round(p.out ? frame.x(p.column, p.out) : (x + nx) / 2);
    if (!place) text = `M${nx} ${ny}`;
    else if (ny === y && !p.out) text += `H${nx}`;
    else text += `C${bend} ${y} ${bend} ${ny} ${nx} ${ny}`;
    x = nx;
    y = ny;
  });
  return text;
}

function moveMark(mark, frame) {
  if (!original.has(mark)) original.set(mark, mark.getAttribute("transform"));
  mark.setAttribute("transform", !frame ? original.get(mark) : original.get(mark).replace(/translate\((\S+) (\S+)\)/, (_, x, y) => {
    const column = columnAt(+x);
    return `translate(${round(frame.x(column, +x))} ${round(frame.y(column, +y))})`;
  }));
}

const round = (value) => Math.round(value * 10) / 10;

let gliding = 0, sharp = 1; // `sharp`: the scale at which the drawing was last drawn

function rescale(to) {
  clearTimeout(gliding);
  if (to) zoom = clamp(to);
  sharp = zoom;
  for (const [svg, height] of [[map, size.now], [heads, 34]]) {
    svg.style.transform = "";
    svg.setAttribute("width", round(size.wide * zoom));
    svg.setAttribute("height", round(height * zoom));
  }
}

const clamp = (scale) => Math.min(3, Math.max(0.25, scale));

// Zooms a dense drawing in two steps: at once the picture that is there, larger or smaller; sharp when the wheel rests.
function glide(to) {
  if (!dense) { rescale(to); return; }
  clearTimeout(gliding);
  zoom = clamp(to);
  const left = (scale) => Math.max(0, (scroller.clientWidth - size.wide * scale) / 2); // a narrow drawing stands in the middle
  for (const svg of [map, heads]) svg.style.transform = `translateX(${left(zoom) - left(sharp)}px) scale(${zoom / sharp})`;
  gliding = setTimeout(rescale, 150);
}

function fit() {
  const room = scroller.clientWidth - 4;
  rescale(Math.min(1.25, Math.max(room / size.wide, matchMedia("(max-width: 900px)").matches ? 0.8 : 0.72)));
}

// Bring a chosen claim into sight, if it is not.
function reveal(index) {
  const its = boxes.filter((box) => !box.g.classList.contains("off") && claims[index].nodes.includes(box.node)).map((box) => box.g.getBoundingClientRect());
  if (!its.length || index >= shown) return;
  const frame = scroller.getBoundingClientRect();
  const top = Math.min(...its.map((r) => r.top)), bottom = Math.max(...its.map((r) => r.bottom));
  if (top < frame.top + 34 || bottom > frame.bottom) scroller.scrollTop += (top + bottom) / 2 - (frame.top + frame.bottom + 34) / 2;
}

// The strand nearest to the pointer, within a few pixels.
function claimAt(event) {
  for (const [dx, dy] of [[0, 0], [0, -1.5], [0, 1.5], [0, -3], [0, 3], [-3, 0], [3, 0], [0, -4.5], [0, 4.5]]) {
    const found = document.elementFromPoint(event.clientX + dx, event.clientY + dy);
    const box = found && found.closest(".n"), group = found && found.closest(".c");
    if (box && !dx && !dy) return { node: +box.dataset.n };
    if (group) return { claim: +group.dataset.c };
  }
  return null;
}
