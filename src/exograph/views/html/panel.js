// The evidence of what is chosen: one claim step by step, or the claims through one node.
const side = byId("side");
const detail = make("div", { class: "detail", id: "detail", "aria-live": "polite" });
const SIGN = { 1: ["up", "+"], "-1": ["down", "\u2212"], 0: ["none", "0"] };

const chip = (claim) => make("span", { class: "chip " + SIGN[claim.sign][0] }, SIGN[claim.sign][1] + " " + claim.effect);
const link = (label, url) => (url ? make("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, label) : label);

function renderDetail() {
  detail.replaceChildren();
  detail.hidden = state.claim === null && state.node === null;
  if (state.claim !== null) detail.append(...claimPanel(claims[state.claim], state.claim));
  else if (state.node !== null) detail.append(...nodePanel(state.node));
}

const closer = () => make("button", { class: "close", type: "button", "aria-label": "Close", onclick: () => choose({}) }, "\u00d7");

function claimPanel(claim, index) {
  const opposing = index >= shown;
  const top = make("div", { class: "row" }, make("div", {}, chip(claim), opposing ? make("span", { class: "chip" }, "opposing claim") : null), closer());
  const parts = [top, make("p", { class: "sentence" }, claim.sentence), chain(claim)];
  if (claim.kind === "assembled") parts.push(make("p", { class: "warn" }, "Assembled: a hypothesis, reported by no paper as a whole."),
    make("ul", {}, (claim.joins || []).map((join) => make("li", {}, join))));
  if (claim.summary) parts.push(make("p", {}, claim.summary));
  parts.push(facts(claim));
  const buttons = make("div", { class: "row" });
  if (!claim.undrawn) buttons.append(make("button", { type: "button", class: "btn", id: "alone", "aria-pressed": String(state.solo),
    onclick: () => { state.solo = !state.solo; update(); byId("alone").focus(); } }, "Show alone"));
  buttons.append(copier("Copy citation", claim.paper.cite), copier("Copy link", () => location.href));
  parts.push(buttons);
  if (!!claim.undrawn) parts.push(make("p", {}, make("small", {}, "Not in the drawing, which shows the strongest paths; drawn step by step above.")));
  if (claim.opposed) {
    const known = claim.opposers || [];
    parts.push(make("h2", { class: "sub" }, "Opposed by " + claim.opposed), make("ol", { class: "opposers" }, known.map(item)));
    if (known.length < claim.opposed) parts.push(make("p", {}, make("small", {}, claim.opposed - known.length + " not on this page")));
  }
  return parts;
}

function chain(claim) {
  const list = make("ol", { class: "chain", "aria-label": "The path step by step" });
  for (const [code, sign, reached, running, alone] of claim.steps) {
    const verb = data.verbs[code], derived = alone !== undefined;
    const row = make("li", {});
    if (derived) row.append(make("span", { class: "sign eff " + SIGN[claim.sign][0], "aria-hidden": "true" }, SIGN[claim.sign][1]),
      make("span", { class: "verb" }, "net effect: " + claim.effect));
    else if (!verb || ["shed", "carry", "tested in"].includes(verb)) {
      row.append(make("span", { class: "dot", "aria-hidden": "true" }));
      const source = !verb && data.nodes[reached[0]][0] === "MscSource" ? COLUMNS.MscSource : "";
      if (verb || source) row.append(make("span", { class: "verb" }, verb || source));
    } else row.append(make("span", { class: "sign " + (sign > 0 ? "up" : sign < 0 ? "down" : ""), "aria-hidden": "true" },
      sign > 0 ? "\u2193" : sign < 0 ? "\u22a5" : "~"), make("span", { class: "verb" }, verb));
    reached.forEach((node, place) => {
      if (place) row.append(", ");
      row.append(make("span", { class: "amount" }, amount(node, running)));
      row.append(nodeButton(node));
    });
    if (alone) row.append(make("small", { class: "alone-note" }, "Derived, not the claim: " + alone + "."));
    list.append(row);
  }
  return list;
}

const nodeButton = (node) => make("button", { type: "button", class: "name", title: COLUMNS[data.nodes[node][0]] + ", " + data.nodes[node][1],
  onclick: () => choose({ node }) }, data.nodes[node][2]);

function facts(claim) {
  const list = make("dl", {}), paper = claim.paper;
  const row = (term, ...value) => { if (value.some(Boolean)) list.append(make("dt", {}, term), make("dd", {}, ...value)); };
  row("Paper", paper.name, paper.cite && paper.cite !== paper.name ? make("small", {}, " " + paper.cite) : null);
  row("Open", link(paper.id, paper.url));
  if (paper.status) row("Status", make("strong", { class: "status" }, paper.status), " ", paper.status_page ? link(paper.status_url ? "who says so" : paper.status_page, paper.status_url) : null);
  row("Model", claim.model);
  row("Species", claim.species);
  row("Given", claim.given);
  row("Versus", claim.versus);
  row("Modality", (claim.modalities || []).join(", "));
  row("Markers", (claim.markers || []).map(([name, direction]) => name + (direction === "up" ? " \u2191" : " \u2193")).join(", "));
  row("Claim", make("code", {}, claim.id));
  if (claim.origin !== "exograph") row("From", claim.origin);
  if (claim.other_source) row("Note", "other MSC source than the claim it opposes");
  return list;
}

function nodePanel(node) {
  const [label, id, name] = data.nodes[node];
  const through = claimsOf[node].filter((index) => matches(index));
  const parts = [make("div", { class: "row" }, make("span", { class: "chip" }, COLUMNS[label] || label), closer()),
    make("h2", {}, name), make("p", {}, make("code", {}, id))];
  const signs = [1, -1, 0].map((sign) => [sign, through.filter((i) => claims[i].sign === sign).length]).filter(([, n]) => n);
  parts.push(make("p", {}, through.length + (through.length === 1 ? " claim passes here" : " claims pass here") + ", each one experiment. "
    + "They share this node; only strands of one claim belong together. ",
  signs.map(([sign, n]) => make("span", { class: "chip " + SIGN[sign][0] }, SIGN[sign][1] + " " + n))));
  const here = data.facts.filter((fact) => fact.source === node || fact.target === node);
  if (here.length) parts.push(make("h3", {}, "What databases say"), make("ul", {}, here.map((fact) => make("li", {},
    data.nodes[fact.source][2] + " " + fact.verb + " " + data.nodes[fact.target][2] + (fact.action ? " (" + fact.action + ")" : "") + ", ",
    link(fact.origin, fact.url)))));
  const entries = make("ol", { class: "opposers" });
  parts.push(entries, ...growing(entries, through));
  return parts;
}

const FEW = 20; // claims added to the panel at a time: it is made anew with each choice

// Fills `entries` with the first claims of `indices`; gives a button that adds more, if there are more.
function growing(entries, indices) {
  const add = () => entries.append(...indices.slice(entries.children.length, entries.children.length + FEW).map((index) => item(index)));
  const left = () => indices.length - entries.children.length;
  const label = () => "Show " + Math.min(FEW, left()) + " more";
  add();
  if (!left()) return [];
  const button = make("button", { type: "button", class: "btn more", onclick: () => { add(); button.textContent = label(); button.hidden = !left(); } }, label());
  return [button];
}
