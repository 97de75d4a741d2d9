// Taking it away: the drawing as SVG or PNG, the citation as text.
const PAINTED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "font-family", "font-size", "font-weight",
  "font-style", "text-anchor", "letter-spacing", "stroke-opacity", "visibility", "display"];
const fileName = (ending) => "exograph-" + (data.question.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 50) || "paths") + "." + ending;

// A copy with every style written out, since it leaves the style sheet behind.
function standalone() {
  const SPACE = "http://www.w3.org/2000/svg", width = size.wide, height = size.now + 34 + 46;
  const out = document.createElementNS(SPACE, "svg");
  for (const [key, value] of [["xmlns", SPACE], ["viewBox", `0 0 ${width} ${height}`], ["width", width], ["height", height]]) out.setAttribute(key, value);
  const ground = document.createElementNS(SPACE, "rect");
  const style = getComputedStyle(document.documentElement);
  for (const [key, value] of [["width", width], ["height", height], ["fill", style.getPropertyValue("--card").trim() || "#fff"]]) ground.setAttribute(key, value);
  out.append(ground);
  for (const [svg, y] of [[heads, 0], [map, 34]]) {
    const group = document.createElementNS(SPACE, "g");
    group.setAttribute("transform", `translate(0 ${y})`);
    for (const child of svg.children) group.append(child.cloneNode(true));
    const real = [...svg.querySelectorAll("*")], copied = [...group.querySelectorAll("*")];
    real.forEach((element, place) => {
      const painted = getComputedStyle(element);
      for (const name of PAINTED) copied[place].setAttribute(name, painted.getPropertyValue(name));
      for (const name of ["class", "tabindex", "role", "aria-label", "data-n", "data-c", "data-s", "data-t"]) copied[place].removeAttribute(name);
    });
    for (const element of copied) if (element.getAttribute("display") === "none") element.remove();
    out.append(group);
  }
  [data.question, "exograph, data " + (data.release || "unnamed") + ". Each strand is one experiment in one paper."].forEach((text, line) => {
    const caption = document.createElementNS(SPACE, "text");
    for (const [key, value] of [["x", 14], ["y", height - 28 + line * 16], ["font-family", "Helvetica, Arial, sans-serif"], ["font-size", 11.5], ["fill", style.getPropertyValue("--soft").trim()]]) caption.setAttribute(key, value);
    caption.textContent = text;
    out.append(caption);
  });
  return { text: new XMLSerializer().serializeToString(out), width, height };
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const anchor = make("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 2000);
}

const saveSvg = () => save(new Blob([standalone().text], { type: "image/svg+xml" }), fileName("svg"));

function savePng() {
  const { text, width, height } = standalone();
  const scale = Math.min(2, 16000 / width, 16000 / height), picture = new Image();
  picture.onload = () => {
    const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => { if (blob) save(blob, fileName("png")); else live.textContent = "The picture is too large; save it as SVG."; });
  };
  picture.onerror = () => { live.textContent = "The picture could not be made; save it as SVG."; };
  picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
}

function copier(label, text) {
  const button = make("button", { type: "button", class: "btn" }, label);
  button.addEventListener("click", async () => {
    const value = typeof text === "function" ? text() : text;
    let done = false;
    try { await navigator.clipboard.writeText(value); done = true; } catch { done = copyOld(value); }
    button.textContent = done ? "Copied" : value;
    live.textContent = done ? "Copied" : "Could not copy";
    setTimeout(() => { button.textContent = label; }, done ? 1500 : 9000);
  });
  return button;
}

function copyOld(value) {
  const area = make("textarea", { class: "live", "aria-hidden": "true" });
  area.value = value;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
