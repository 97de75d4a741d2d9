// Cells lead to their claims beside the map; text enters the document through textContent and clones of the page's own items.
const byId = (id) => document.getElementById(id);
const heat = byId("heat"), side = byId("side"), bar = byId("bar"), stage = document.querySelector(".stage");
const cells = [...heat.querySelectorAll("td a[data-c]")];
const rows = [...heat.querySelectorAll("tbody tr")];
const heads = new Map([...heat.querySelectorAll("thead th[data-c]")].map((head) => [head.dataset.c, head]));
const sections = new Map([...document.querySelectorAll("#claims > section")].map((section) => [section.dataset.r, section]));
const nameOfRow = (row) => sections.get(row).querySelector("h3").textContent;
const nameOfColumn = (column) => heads.get(column).textContent.trim();
const DIRECTIONS = [["up", "+", "helps"], ["down", "\u2212", "hinders"], ["mixed", "\u00b1", "mixed"], ["none", "\u25cb", "no effect"]];
const state = { query: "", off: new Set(), row: null, column: null };
let opener = null;

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) element.append(child);
  return element;
}

// The claims of a cell, of a whole row (no column) or of a whole column (no row), each claim once.
function claimsOf(row, column) {
  const found = [], seen = new Set();
  for (const [at, section] of sections) {
    if (row !== null && at !== row) continue;
    for (const item of section.querySelectorAll("li")) {
      if (column !== null && !item.dataset.cols.includes(" " + column + " ")) continue;
      const key = item.querySelector(".sentence").textContent + item.querySelector(".from").textContent + item.querySelector(".way").textContent;
      if (seen.has(key)) continue;
      seen.add(key);
      const copy = item.cloneNode(true);
      if (column !== null) copy.querySelector(".beside").textContent = row === null ? nameOfRow(at) : "";
      found.push(copy);
    }
  }
  return found;
}

function show() {
  const open = state.row !== null || state.column !== null;
  side.hidden = !open;
  stage.classList.toggle("alone", !open);
  for (const cell of cells) {
    if (state.row !== null && cell.dataset.r === state.row && cell.dataset.c === state.column) cell.setAttribute("aria-current", "true");
    else cell.removeAttribute("aria-current");
  }
  cross(state.row, state.column);
  if (!open) { side.replaceChildren(); return; }
  const names = [state.row === null ? null : nameOfRow(state.row), state.column === null ? null : nameOfColumn(state.column)].filter(Boolean);
  const found = claimsOf(state.row, state.column);
  const count = found.length === 1 ? "1 claim: one experiment in one paper." : found.length + " claims, each one experiment in one paper.";
  side.replaceChildren(make("div", { class: "inner" },
    make("div", { class: "row" }, make("h2", { tabindex: "-1" }, names.join(" \u00d7 ")),
      make("button", { class: "close", type: "button", "aria-label": "Close", onclick: close }, "\u00d7")),
    make("p", { class: "count", role: "status" }, count), make("ul", { class: "claims" }, found)));
  side.scrollTop = 0;
}

function cross(row, column) {
  for (const line of rows) line.classList.toggle("cross", line.dataset.r === row);
  for (const [at, head] of heads) head.classList.toggle("cross", at === column);
}

function choose(row, column, from) {
  opener = from || opener;
  Object.assign(state, { row, column });
  show();
  write();
}

function close() {
  choose(null, null);
  if (opener) opener.focus();
  opener = null;
}

// What is chosen stands in the address, so that it can be sent on.
function write() {
  const out = new URLSearchParams();
  if (state.row !== null) out.set("row", nameOfRow(state.row));
  if (state.column !== null) out.set("column", nameOfColumn(state.column));
  if (state.query) out.set("q", state.query);
  const text = out.toString();
  try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* no address to write to */ }
}

function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  const row = [...sections.keys()].find((at) => nameOfRow(at) === given.get("row"));
  const column = [...heads.keys()].find((at) => nameOfColumn(at) === given.get("column"));
  Object.assign(state, { row: row === undefined ? null : row, column: column === undefined ? null : column, query: given.get("q") || "" });
}

// Search keeps the rows whose name fits, or the columns where no row does; directions fade.
function sift() {
  const words = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (name) => words.every((word) => name.toLowerCase().includes(word));
  const some = rows.filter((line) => fits(nameOfRow(line.dataset.r)));
  const beside = new Set([...heads.keys()].filter((at) => fits(nameOfColumn(at))));
  const byRow = words.length && some.length, byColumn = words.length && !some.length && beside.size;
  for (const line of rows) {
    let hide = Boolean(byRow) && !some.includes(line);
    if (byColumn) hide = !cells.some((cell) => cell.dataset.r === line.dataset.r && beside.has(cell.dataset.c));
    line.classList.toggle("off", hide);
  }
  const kept = (at) => !byColumn || beside.has(at);
  const order = [...heads.keys()];
  for (const line of [heat.tHead.rows[0], heat.tHead.rows[1], ...rows]) order.forEach((at, place) => line.cells[place + 2].classList.toggle("off", !kept(at)));
  for (const cell of cells) {
    const kind = DIRECTIONS.find(([name]) => cell.parentNode.classList.contains(name))[0];
    cell.parentNode.classList.toggle("dim", state.off.has(kind));
  }
  byId("count").textContent = !words.length ? "" : byRow ? some.length + " rows" : byColumn ? beside.size + " columns" : "nothing is called so";
}

function buildBar() {
  const search = make("input", { type: "search", id: "search", placeholder: "Find a row or a column", "aria-label": "Find a row or a column", autocomplete: "off", spellcheck: "false" });
  search.value = state.query;
  search.addEventListener("input", () => { state.query = search.value.trim(); sift(); write(); });
  const toggles = DIRECTIONS.filter(([kind]) => cells.some((cell) => cell.parentNode.classList.contains(kind))).map(([kind, mark, label]) => {
    const button = make("button", { type: "button", class: "btn", "aria-pressed": "false", title: "Fade all others", "data-kind": kind }, make("span", { class: "key d2 " + kind, "aria-hidden": "true" }, mark), label);
    button.addEventListener("click", () => {
      const only = button.getAttribute("aria-pressed") !== "true";
      for (const other of toggles) other.setAttribute("aria-pressed", String(only && other === button));
      state.off = new Set(only ? DIRECTIONS.map(([name]) => name).filter((name) => name !== kind) : []);
      sift();
    });
    return button;
  });
  const theme = make("button", { type: "button", class: "btn square", title: "Light or dark", "aria-label": "Light or dark", onclick: () => {
    const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  } }, "\u25d0");
  bar.append(search, ...toggles, make("span", { class: "count", id: "count", role: "status" }), make("span", { class: "grow" }), theme);
  bar.hidden = false;
}

// One filled cell is in the tab order; arrow keys walk to the next filled one.
function onKeys() {
  for (const cell of cells) cell.tabIndex = -1;
  if (cells.length) cells[0].tabIndex = 0;
  const place = (cell) => [rows.findIndex((line) => line.dataset.r === cell.dataset.r), [...heads.keys()].indexOf(cell.dataset.c)];
  const visible = (cell) => !cell.parentNode.classList.contains("off") && !cell.closest("tr").classList.contains("off");
  heat.addEventListener("keydown", (event) => {
    const here = event.target.closest("td a[data-c]");
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!here || !step) return;
    event.preventDefault();
    const [y, x] = place(here);
    let best = null, least = Infinity;
    for (const cell of cells) {
      if (!visible(cell)) continue;
      const [row, column] = place(cell), along = step[0] ? (row - y) * step[0] : (column - x) * step[1], across = Math.abs(step[0] ? column - x : row - y);
      if (along > 0 && along + across * 50 < least) { best = cell; least = along + across * 50; }
    }
    if (!best) return;
    here.tabIndex = -1;
    best.tabIndex = 0;
    best.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !side.hidden) close();
    else if (event.key === "/" && document.activeElement.tagName !== "INPUT") { event.preventDefault(); byId("search").focus(); }
  });
}

function onPointer() {
  heat.addEventListener("click", (event) => {
    const cell = event.target.closest("td a[data-c]"), head = event.target.closest("tbody th a");
    if (!cell && !head) return;
    event.preventDefault();
    if (cell) { for (const other of cells) other.tabIndex = -1; cell.tabIndex = 0; choose(cell.dataset.r, cell.dataset.c, cell); }
    else choose(head.closest("tr").dataset.r, null, head);
  });
  heat.addEventListener("pointerover", (event) => { const cell = event.target.closest("td a[data-c]"); if (cell) cross(cell.dataset.r, cell.dataset.c); });
  heat.addEventListener("pointerleave", () => cross(state.row, state.column));
  for (const [at, head] of heads) {
    const label = head.querySelector("span");
    const button = make("button", { type: "button", onclick: () => choose(null, at, button) }, label.textContent);
    label.replaceWith(button);
  }
}

onPointer();
onKeys();
read();
buildBar();
sift();
show();
addEventListener("hashchange", () => { if (/^#r\d+$/.test(location.hash)) return; read(); sift(); show(); });
