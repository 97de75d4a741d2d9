// Times what a reader waits for, the same way in every engine. Installed before the page's own scripts.
//
// A time ends when a frame is presented: in the frame that shows the change a dot with `elementtiming` is added, and
// its render time (Element Timing API: after raster, when the frame is swapped) is the end. It starts at the
// navigation, or at the time stamp that the browser gave to the real input event.
window.bench = (() => {
  const waiting = new Map();
  let number = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const resolve = waiting.get(entry.identifier);
      waiting.delete(entry.identifier);
      if (resolve) resolve(entry.renderTime);
    }
  }).observe({ type: "element", buffered: true });

  // Presentation time of the frame that is being made now, in ms since the navigation.
  function presented() {
    const dot = document.createElement("p"), name = `bench-${(number += 1)}`;
    dot.setAttribute("elementtiming", name);
    dot.textContent = "\u2022";
    Object.assign(dot.style, { position: "fixed", left: "0", top: "0", margin: "0", font: "9px sans-serif", color: "#888", zIndex: "999", pointerEvents: "none" });
    document.body.append(dot);
    return new Promise((resolve) => waiting.set(name, (time) => { dot.remove(); resolve(time); }));
  }

  // The first frame in which `ready()` holds; looked at once a frame, just before it is painted.
  const when = (ready) => new Promise((resolve) => {
    const look = () => (ready() ? resolve(presented()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });

  // vis-network and Cytoscape.js draw inside their own frame callback and say so: the dot joins that frame.
  let drawn;
  const drawing = new Promise((resolve) => { drawn = () => resolve(presented()); });

  const middle = (rect) => ({ x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 });
  const inside = (element, at) => ({ x: element.getBoundingClientRect().left + at.x, y: element.getBoundingClientRect().top + at.y });

  const exograph = {
    usable: (count) => when(() => {
      const bar = document.getElementById("bar");
      return bar && !bar.hidden && document.querySelectorAll("#boxes .n").length === count;
    }),
    at(name) {
      const box = [...document.querySelectorAll("#boxes .n")].find((one) => one.querySelector("title").textContent.endsWith(`: ${name}`));
      box.scrollIntoView({ block: "center", inline: "center" });
      return middle(box.querySelector("rect").getBoundingClientRect());
    },
    centre() {
      document.getElementById("scroll").scrollIntoView({ block: "start" });
      return middle(document.getElementById("scroll").getBoundingClientRect());
    },
    zoom: () => document.getElementById("map").getBoundingClientRect().width,
    focused: () => document.querySelector("#map.focus") !== null,
    clear: () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })),
  };
  let hovered = false;
  const vis = {
    usable: () => drawing,
    start(network, event) {
      network.once(event, () => network.once("afterDrawing", drawn));
      network.on("hoverNode", () => { hovered = true; });
    },
    at: (name) => inside(document.getElementById("mynetwork"), window.network.canvasToDOM(window.network.getPosition(name))),
    centre: () => middle(document.getElementById("mynetwork").getBoundingClientRect()),
    zoom: () => window.network.getScale(),
    focused: () => hovered || window.network.getSelectedNodes().length > 0,
    clear() { hovered = false; window.network.unselectAll(); },
  };
  const cytoscape = {
    usable: () => drawing,
    start: (cy) => cy.one("render", drawn),
    at: (name) => inside(document.getElementById("mynetwork"), window.cy.getElementById(name).renderedPosition()),
    centre: vis.centre,
    zoom: () => window.cy.zoom(),
    focused: () => window.focused,
    clear: () => window.unfocus(),
  };

  // A page with one word: what opening a tab and turning a wheel cost by themselves.
  let turns = 0, touched = false;
  const empty = {
    usable: () => when(() => document.getElementById("mynetwork")),
    start(box) {
      addEventListener("wheel", () => { turns += 1; box.style.paddingTop = `${turns % 9}px`; });
      for (const type of ["pointermove", "pointerup"]) addEventListener(type, () => { touched = true; box.style.color = "#246"; });
    },
    at: () => ({ x: 300, y: 300 }),
    centre: vis.centre,
    zoom: () => turns,
    focused: () => touched,
    clear() { touched = false; document.getElementById("mynetwork").style.color = "#000"; },
  };

  // Milliseconds from the next real `type` event to the first presented frame in which `done` holds.
  const step = (type, done) => new Promise((resolve) => {
    addEventListener(type, (event) => resolve(when(done).then((time) => time - event.timeStamp)), { capture: true, once: true });
  });
  function zooming(engine) {
    const before = engine.zoom();
    return step("wheel", () => engine.zoom() !== before);
  }
  const quiet = () => new Promise((resolve) => { let left = 3; const frame = () => ((left -= 1) ? requestAnimationFrame(frame) : setTimeout(resolve, 30)); requestAnimationFrame(frame); });
  return { exograph, vis, cytoscape, empty, zooming, quiet, focusing: (engine, type) => step(type, engine.focused) };
})();
