// What the page knows and what the reader has chosen. Text enters the document through textContent alone.
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const COLUMNS = data.kinds; // label -> heading
const shown = data.claims.length; // claims from here on oppose a shown one
const claims = data.claims.concat(data.opposing);
// The table holds the words of each claim; they are not in the data twice.
for (const row of document.querySelectorAll("tr[data-c]")) {
  const claim = claims[+row.dataset.c], cells = row.children;
  const read = (what) => { const found = cells[0].querySelector(what); return found ? found.textContent : ""; };
  const cell = (place) => cells[place].textContent.replace(/^\u2013$/, "");
  const paper = cells[2].querySelector(".pid");
  Object.assign(claim, { line: read("span"), says: read("i"), sentence: read("small"), summary: read(".sum"), kind: claim.kind || "reported",
    given: claim.given || "vesicles", model: cell(3), species: cell(4), opposed: +cell(5), id: cell(6) });
  Object.assign(claim.paper, { name: cells[2].firstChild.textContent, id: paper.textContent, url: paper.href || "" });
}
const claimIndex = new Map(claims.map((claim, index) => [claim.id, index]));
const claimsOf = data.nodes.map(() => []); // node number -> numbers of the shown claims through it
const amount = (node, running) => (!running || !data.changing.includes(data.nodes[node][0]) ? ""
  : running > 0 ? "more " : data.nodes[node][0] === "ImmuneCell" ? "fewer " : "less ");
data.claims.forEach((claim, index) => claim.nodes.forEach((node) => claimsOf[node].push(index)));
const state = { query: "", facets: {}, claim: null, node: null, solo: false, hover: null };

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) element.append(child);
  return element;
}

const printed = (text) => text.replaceAll(" -> ", " \u2192 ").replaceAll(" -| ", " \u22a3 ");
const named = (claim, label) => claim.nodes.filter((n) => data.nodes[n][0] === label && !data.nodes[n][1].startsWith("exograph:preparations/")).map((n) => data.nodes[n][2]);
const FACETS = [
  ["effect", "Effect", (c) => [c.effect]],
  ["modality", COLUMNS.Modality, (c) => c.modalities || []],
  ["drug", COLUMNS.Drug, (c) => named(c, "Drug")],
  ["cancer", COLUMNS.Cancer, (c) => named(c, "Cancer")],
  ["source", COLUMNS.MscSource, (c) => named(c, "MscSource")],
  ["model", "Model", (c) => [c.model || "unspecified"]],
  ["evidence", "Evidence", (c) => [c.kind, "given: " + c.given,
    ...(c.loaded ? ["loaded with the drug"] : []), ...(c.opposed ? ["opposed"] : []), ...(c.paper.status ? [c.paper.status] : [])]],
  ["year", "Year", (c) => (c.paper.year ? [String(c.paper.year)] : [])],
].map(([key, label, read]) => ({ key, label, values: claims.map(read) }));
for (const facet of FACETS) state.facets[facet.key] = new Set();

const haystack = claims.map((c) => [c.id, c.line, c.mechanism, c.says, c.sentence, c.summary, c.paper.cite, c.paper.name, c.paper.id,
  ...c.nodes.map((n) => data.nodes[n][2] + " " + data.nodes[n][1]), ...(c.markers || []).map((m) => m[0])]
  .join(" ").toLowerCase());

function matches(index, except) {
  for (const word of state.query.toLowerCase().split(/\s+/)) if (word && !haystack[index].includes(word)) return false;
  return FACETS.every((facet) => facet.key === except || !state.facets[facet.key].size
    || facet.values[index].some((value) => state.facets[facet.key].has(value)));
}
const filtering = () => Boolean(state.query.trim()) || FACETS.some((facet) => state.facets[facet.key].size);
const kept = () => data.claims.map((_, index) => index).filter((index) => matches(index));

// The claims that the reader looks at: those under the pointer, else the chosen one, else those through the chosen node.
function lit() {
  const look = state.hover || state;
  if (look.claim !== null && look.claim !== undefined) return [look.claim];
  if (look.node !== null && look.node !== undefined) return claimsOf[look.node];
  return null;
}

function readFragment() {
  let given;
  try { given = new URLSearchParams(location.hash.slice(1)); } catch { return; }
  state.query = given.get("q") || "";
  const claim = claimIndex.get(given.get("claim"));
  state.claim = claim === undefined ? null : claim;
  const node = data.nodes.findIndex((n) => n[0] + "|" + n[1] === given.get("node"));
  state.node = state.claim === null && node >= 0 ? node : null;
  state.solo = given.get("alone") === "1" && state.claim !== null;
  for (const facet of FACETS) {
    const known = new Set(facet.values.flat());
    state.facets[facet.key] = new Set(given.getAll(facet.key).filter((value) => known.has(value)));
  }
}

function writeFragment() {
  const out = new URLSearchParams();
  if (state.query.trim()) out.set("q", state.query.trim());
  for (const facet of FACETS) for (const value of state.facets[facet.key]) out.append(facet.key, value);
  if (state.claim !== null) out.set("claim", claims[state.claim].id);
  else if (state.node !== null) out.set("node", data.nodes[state.node][0] + "|" + data.nodes[state.node][1]);
  if (state.solo) out.set("alone", "1");
  const text = out.toString();
  if (location.hash.slice(1) === text) return;
  try { history.replaceState(null, "", text ? "#" + text : location.pathname + location.search); } catch { /* no address to write to */ }
}
