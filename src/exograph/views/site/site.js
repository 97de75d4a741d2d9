// Beside the explorer: what is chosen in the drawing has a page of its own.
const record = document.getElementById("pages"), detail = document.getElementById("detail");
if (record && detail) {
  const pages = JSON.parse(record.textContent);
  const add = () => {
    const given = new URLSearchParams(location.hash.slice(1)), claim = given.get("claim"), node = given.get("node");
    const address = claim ? pages.papers[claim] : node ? pages.nodes[node] : "";
    if (!address || address === pages.here || detail.hidden || detail.querySelector(".own")) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = claim ? "All of this paper" : "All on " + (detail.querySelector("h2") || link).textContent;
    const line = document.createElement("p");
    line.className = "own";
    line.append(link);
    detail.append(line);
  };
  new MutationObserver(add).observe(detail, { childList: true });
  add();
}
