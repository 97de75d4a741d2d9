// The start page's search: names, synonyms, identifiers; best match first, then by number of papers.
const index = INDEX_OF_THE_SITE;
const box = document.getElementById("q"), results = document.getElementById("results");
const MOST = 24;
const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
const entries = index.map(([name, kind, address, others, papers]) => ({ name, kind, address, others: others.split("; "), papers,
  words: folded(name), rest: folded(others) }));

function rank(entry, words, whole) {
  if (!words.every((word) => entry.words.includes(word) || entry.rest.includes(word))) return 0;
  if (entry.words === whole || entry.rest.split("; ").includes(whole)) return 5;
  if (entry.words.startsWith(whole)) return 4;
  if (words.every((word) => entry.words.split(/[^a-z0-9]+/).some((part) => part.startsWith(word)))) return 3;
  return words.every((word) => entry.words.includes(word)) ? 2 : 1;
}

function show() {
  const whole = folded(box.value.trim()), words = whole.split(/\s+/).filter(Boolean);
  const found = words.length ? entries.map((entry) => [rank(entry, words, whole), entry]).filter(([score]) => score)
    .sort((a, b) => b[0] - a[0] || b[1].papers - a[1].papers) : [];
  const items = found.slice(0, MOST).map(([score, entry]) => {
    const item = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("small");
    link.href = entry.address;
    link.textContent = entry.name;
    const other = score === 1 || (score === 5 && entry.words !== whole) ? entry.others.find((name) => words.every((word) => folded(name).includes(word))) : "";
    kind.textContent = entry.kind + (other ? ", " + other : "") + (entry.kind === "Paper" ? "" : ", " + entry.papers + (entry.papers === 1 ? " paper" : " papers"));
    item.append(link, " ", kind);
    return item;
  });
  if (words.length && !items.length) items.push(Object.assign(document.createElement("li"), { textContent: "Nothing here is called so." }));
  if (found.length > MOST) items.push(Object.assign(document.createElement("li"), { textContent: found.length - MOST + " more; type on" }));
  results.replaceChildren(...items);
}

box.value = new URLSearchParams(location.search).get("q") || "";
box.addEventListener("input", show);
document.getElementById("find").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = results.querySelector("a");
  if (first) location.href = first.href;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== box) { event.preventDefault(); box.focus(); return; }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [box, ...results.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at >= 0 && next) { event.preventDefault(); next.focus(); }
});
show();
