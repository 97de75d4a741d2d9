// The drawing made by Python: what is hidden, what is lit, where it stands when much is hidden.
const map = byId("map"), heads = byId("heads"), scroller = byId("scroll");
const boxes = [...map.querySelectorAll(".n")].map((g) => {
  const rect = g.querySelector("rect"), at = g.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  return { g, x: at[0], y: at[1], w: +rect.getAttribute("width"), h: +rect.getAttribute("height"), node: +g.dataset.n };
});
const groups = new Map([...map.querySelectorAll(".c")].map((g) => [+g.dataset.c, g]));
const factGroups = [...map.querySelectorAll("g.fact")];
const size = { w: map.viewBox.baseVal.width, h: map.viewBox.baseVal.height, now: map.viewBox.baseVal.height };
const factNodes = new Set(data.facts.flatMap((fact) => [fact.source, fact.target]));
let zoom = 1;

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

// Close the gaps that hidden boxes leave: each column keeps its order, and columns are centred on each other.
const lefts = [...new Set(boxes.map((box) => box.x))].sort((a, b) => a - b);
const rights = lefts.map((x) => Math.max(...boxes.filter((box) => box.x === x).map((box) => x + box.w)));
const columnAt = (x) => lefts.reduce((best, left, i) => (away(i, x) < away(best, x) ? i : best), 0);
const away = (i, x) => Math.max(lefts[i] - x, x - rights[i], 0);
const original = new WeakMap();

function settle(partly) {
  const strands = [...map.querySelectorAll("#strands path.s, #strands use")].filter((item) => !item.closest(".off"));
  const spans = lefts.map(() => []);
  if (partly) {
    for (const box of boxes) if (!box.g.classList.contains("off")) spans[lefts.indexOf(box.x)].push([box.y - box.h / 2, box.y + box.h / 2]);
    for (const item of strands) if (item.tagName === "path") pointsOf(item).forEach((p) => p.stop && spans[columnAt(p.x)].push([p.y - 3, p.y + 3]));
  }
  const shift = spans.map((list) => squeeze(list));
  const tallest = Math.max(...shift.map((s) => s.height), 0) + 28;
  shift.forEach((s) => { s.down = (tallest - s.height) / 2; });
  const move = (column, y) => (partly ? shift[column].at(y) + shift[column].down : y);
  for (const box of boxes) box.g.setAttribute("transform", `translate(${box.x} ${round(move(lefts.indexOf(box.x), box.y))})`);
  for (const item of strands) {
    if (item.tagName === "path") item.setAttribute("d", redraw(item, move));
    else moveMark(item, move);
  }
  size.now = partly ? Math.max(tallest, 120) : size.h;
  map.setAttribute("viewBox", `0 0 ${size.w} ${size.now}`);
  for (const band of map.querySelectorAll(".bands rect")) band.setAttribute("height", size.now);
  rescale();
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

function pointsOf(path) {
  if (!original.has(path)) {
    const points = [];
    for (const [, letter, rest] of path.getAttribute("d").matchAll(/([MCH])([^MCH]*)/g)) {
      const n = rest.trim().split(/[\s,]+/).map(Number);
      if (letter === "M") points.push({ letter, x: n[0], y: n[1], stop: true });
      else if (letter === "H") points.push({ letter, x: n[0], y: points[points.length - 1].y, stop: true });
      else points.push({ letter, c: [n[0], n[2]], x: n[4], y: n[5], stop: true });
    }
    original.set(path, points);
  }
  return original.get(path);
}

function redraw(path, move) {
  let text = "", before = 0;
  for (const p of pointsOf(path)) {
    const y = round(move(columnAt(p.x), p.y));
    if (p.letter === "M") text += `M${p.x} ${y}`;
    else if (p.letter === "H" && y === before) text += `H${p.x}`;
    else if (p.letter === "H") text += `L${p.x} ${y}`;
    else text += `C${p.c[0]} ${before} ${p.c[1]} ${y} ${p.x} ${y}`;
    before = y;
  }
  return text;
}

function moveMark(mark, move) {
  if (!original.has(mark)) original.set(mark, mark.getAttribute("transform"));
  mark.setAttribute("transform", original.get(mark).replace(/translate\((\S+) (\S+)\)/, (_, x, y) =>
    `translate(${x} ${round(move(columnAt(+x), +y))})`));
}

const round = (value) => Math.round(value * 10) / 10;

function rescale(to) {
  if (to) zoom = Math.min(3, Math.max(0.25, to));
  for (const [svg, height] of [[map, size.now], [heads, 34]]) {
    svg.setAttribute("width", round(size.w * zoom));
    svg.setAttribute("height", round(height * zoom));
  }
}

function fit() {
  const room = scroller.clientWidth - 4;
  rescale(Math.min(1.25, Math.max(room / size.w, matchMedia("(max-width: 900px)").matches ? 0.8 : 0.66)));
}

// The strand nearest to the pointer, within a few pixels.
function claimAt(event) {
  for (const [dx, dy] of [[0, 0], [0, -3], [0, 3], [-3, 0], [3, 0], [0, -5], [0, 5]]) {
    const found = document.elementFromPoint(event.clientX + dx, event.clientY + dy);
    const box = found && found.closest(".n"), group = found && found.closest(".c");
    if (box && !dx && !dy) return { node: +box.dataset.n };
    if (group) return { claim: +group.dataset.c };
  }
  return null;
}
