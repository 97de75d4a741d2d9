// The list of paths beside the drawing, and the filters above it, both in step with what is chosen.
const STEP = 60; // items added to the list at a time
const list = make("div", { class: "list", id: "list" });
const live = make("p", { class: "live", role: "status" });
const count = make("span", { class: "count", id: "count" });
const active = make("div", { class: "active", id: "active" });
const facetBox = make("div", { class: "facets", id: "facets", tabindex: "0", role: "group", "aria-label": "Filters" });
const search = make("input", { type: "search", id: "search", placeholder: "Search: gene, drug, author, PMID", "aria-label": "Search paths ( / )", autocomplete: "off", spellcheck: "false" });
let length = STEP;

function item(index) {
  const claim = claims[index];
  const over = (on) => () => { state.hover = on ? { claim: index, node: null } : null; paint(); };
  return make("li", {}, make("button", { type: "button", class: "path", "data-c": index, "aria-pressed": String(state.claim === index),
    onclick: () => choose({ claim: index }), onmouseenter: over(true), onmouseleave: over(false), onfocus: over(true), onblur: over(false) },
  make("span", { class: "way" }, claim.mechanism ? printed(claim.mechanism) : named(claim, "Exosome").join(", ")),
  make("span", { class: "says" }, make("span", { class: "disc " + SIGN[claim.sign][0], "aria-hidden": "true" }, SIGN[claim.sign][1]), make("span", {}, claim.says)),
  make("span", { class: "meta" }, [claim.paper.name, claim.model, claim.given !== "vesicles" ? "given: " + claim.given : null,
    claim.versus ? "versus " + claim.versus : null, claim.opposed ? "opposed by " + claim.opposed : null,
    claim.other_source ? "other source" : null].filter(Boolean).join(" \u00b7 "), " ",
    claim.paper.status ? make("strong", { class: "status" }, claim.paper.status) : null)));
}

function renderList() {
  const found = kept(), against = data.opposing.map((_, i) => shown + i).filter((i) => matches(i));
  const heading = (text, items) => (items.length ? [make("h2", {}, text), make("ol", {}, items.map(item))] : []);
  const part = (test) => found.slice(0, length).filter(test);
  list.replaceChildren(
    ...heading("Reported paths", part((i) => claims[i].kind === "reported" && !claims[i].loaded)),
    ...heading("Vesicles loaded with the drug itself", part((i) => claims[i].kind === "reported" && claims[i].loaded)),
    ...heading("Assembled paths: hypotheses", part((i) => claims[i].kind === "assembled")));
  if (!found.length && shown) list.append(make("p", { class: "empty" }, "No path matches. "), make("button", { type: "button", class: "btn", onclick: clearAll }, "Clear filters"));
  if (found.length > length) list.append(make("button", { type: "button", class: "btn more", onclick: () => { length += STEP; renderList(); } }, "Show " + Math.min(STEP, found.length - length) + " more"));
  list.append(...heading("Opposing claims", against));
  const text = filtering() ? found.length + " of " + shown + " paths" : shown + (shown === 1 ? " path" : " paths");
  if (count.textContent !== text) { count.textContent = text; live.textContent = text; }
}

// Marks the chosen claim in a list that stays.
function press() {
  for (const entry of list.querySelectorAll(".path")) entry.setAttribute("aria-pressed", String(state.claim === +entry.dataset.c));
}

function renderFacets() {
  const focused = document.activeElement && document.activeElement.id;
  facetBox.replaceChildren();
  active.replaceChildren();
  for (const facet of FACETS) {
    const chosen = state.facets[facet.key], counts = new Map();
    for (let i = 0; i < shown; i += 1) for (const value of facet.values[i]) counts.set(value, (counts.get(value) || 0) + (matches(i, facet.key) ? 1 : 0));
    for (const value of chosen) active.append(make("button", { type: "button", class: "pill", "aria-label": "Remove filter " + value,
      onclick: () => { chosen.delete(value); update(); search.focus(); } }, value + " \u00d7"));
    if (counts.size < 2) continue;
    const order = facet.key === "year" ? (a, b) => (a[0] < b[0] ? 1 : -1) : (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
    facetBox.append(make("fieldset", {}, make("legend", {}, facet.label), [...counts].sort(order).map(([value, n], place) => {
      const box = make("input", { type: "checkbox", id: `f-${facet.key}-${place}`, "data-facet": facet.key, value, onchange: () => { if (box.checked) chosen.add(value); else chosen.delete(value); update(value); } });
      box.checked = chosen.has(value);
      return make("label", { class: n ? null : "none" }, box, value, make("span", {}, n));
    })));
  }
  if (focused && focused.startsWith("f-") && !byId(focused)) facetBox.focus();
}

function clearAll() {
  state.query = search.value = "";
  for (const facet of FACETS) state.facets[facet.key].clear();
  update();
  search.focus();
}
