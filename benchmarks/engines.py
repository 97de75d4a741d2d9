"""One graph as a page of each engine: exograph's own, vis-network, Cytoscape.js and pyvis as it comes.

vis-network and Cytoscape.js get their positions here, with physics off: no engine but raw pyvis pays for a layout.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as File

from exograph.knowledge.kinds import heading
from exograph.questions.answer import Answer, Path
from exograph.views.html.layers import KINDS
from exograph.views.html.select import select

PACKAGES = {  # fetched by npm into a temporary folder; nothing of them is kept here
    "vis-network": ("vis-network@10.1.5", "package/standalone/umd/vis-network.min.js"),
    "cytoscape": ("cytoscape@3.34.4", "package/dist/cytoscape.min.js"),
}
ROWS = 60  # nodes in one sub-column of the positions that are given
COLOURS = {1: "#00609c", -1: "#b84a00", 0: "#6a6f76", None: "#8a8d92"}
VIS_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True},
    "nodes": {"shape": "box", "font": {"size": 13}},
    "edges": {"arrows": "to", "smooth": {"type": "cubicBezier", "forceDirection": "horizontal"}},
}
CYTOSCAPE_STYLE = [
    {"selector": "node", "style": {"label": "data(label)", "shape": "round-rectangle", "width": 100, "height": 20,
                                   "font-size": 12, "text-valign": "center", "background-color": "#fff",
                                   "border-width": 1}},
    {"selector": "edge", "style": {"curve-style": "bezier", "target-arrow-shape": "triangle", "width": 1.5,
                                   "line-color": "data(colour)"}},
    {"selector": ".faded", "style": {"opacity": 0.15}},
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edge:
    """One hop of one claim, as every engine draws it."""

    source: str
    target: str
    title: str
    colour: str


@dataclass(frozen=True, slots=True)
class Plain:
    """The graph that all engines get: nodes by name (with label and position), an edge a claim and hop."""

    nodes: dict[str, tuple[str, float, float]]
    edges: list[Edge]


def name_of(key: tuple[str, str], names: dict[tuple[str, str], str]) -> str:
    """How exograph's page titles a box: `Treatment: cisplatin`."""
    return f"{heading(key[0])}: {names[key]}"


def plain(paths: Sequence[Path]) -> Plain:
    """Nodes and edges of the paths, positions by kind in columns of at most ROWS."""
    names = {node.key: node.name for path in paths for node in path.nodes}
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in names:
        by_kind[key[0]].append(key)
    nodes, left = dict[str, tuple[str, float, float]](), 0.0
    for kind in (kind for kind in KINDS if kind in by_kind):
        for place, key in enumerate(by_kind[kind]):
            nodes[name_of(key, names)] = (names[key], left + place // ROWS * 130.0, place % ROWS * 30.0)
        left += (len(by_kind[kind]) - 1) // ROWS * 130.0 + 190.0
    edges = [
        Edge(name_of(edge.source, names), name_of(edge.target, names), f"{path.mechanism} [{path.claim}]",
             COLOURS[edge.sign])
        for path in paths
        for edge in path.edges
    ]  # fmt: skip
    return Plain(nodes, edges)


def fetch(folder: File) -> dict[str, str]:
    """The engines' minified scripts by package name, brought by `npm pack`. RuntimeError where npm cannot."""
    if shutil.which("npm") is None:
        raise RuntimeError("npm is not here; install it: apt-get install npm")
    scripts = {}
    for name, (package, member) in PACKAGES.items():
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if done.returncode:
            raise RuntimeError(f"npm could not bring {package}: {done.stderr[-500:]}")
        with tarfile.open(folder / done.stdout.split()[-1]) as archive:
            found = archive.extractfile(member)
            assert found is not None  # a plain file of the package
            scripts[name] = found.read().decode("utf-8")
    return scripts


def _page(engine: str, script: str) -> str:
    style = "html,body,#mynetwork{margin:0;height:100%}"
    return (
        f'<!doctype html>\n<html><head><meta charset="utf-8"><style>{style}</style></head>\n'
        f'<body><div id="mynetwork"></div><script>{engine}</script>\n<script>{script}</script></body></html>\n'
    )


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def vis_page(graph: Plain, engine: str) -> str:
    """vis-network with given positions, physics off, its own highlight of a node's edges."""
    nodes = [{"id": name, "label": label, "title": name, "x": x, "y": y} for name, (label, x, y) in graph.nodes.items()]
    edges = [{"from": e.source, "to": e.target, "title": e.title, "color": e.colour} for e in graph.edges]
    return _page(
        engine,
        f"const nodes = new vis.DataSet({_json(nodes)}), edges = new vis.DataSet({_json(edges)});\n"
        'window.network = new vis.Network(document.getElementById("mynetwork"), { nodes, edges }, '
        f'{_json(VIS_OPTIONS)});\nbench.vis.start(network, "beforeDrawing");',
    )


def cytoscape_page(graph: Plain, engine: str) -> str:
    """Cytoscape.js with given positions; focus as its documentation does it: fade all but the neighbourhood."""
    elements = [
        *({"data": {"id": name, "label": label}, "position": {"x": x, "y": y}}
          for name, (label, x, y) in graph.nodes.items()),
        *({"data": {"id": f"e{place}", "source": e.source, "target": e.target, "colour": e.colour}}
          for place, e in enumerate(graph.edges)),
    ]  # fmt: skip
    return _page(
        engine,
        f"window.cy = cytoscape({{ container: document.getElementById('mynetwork'), elements: {_json(elements)}, "
        f"style: {_json(CYTOSCAPE_STYLE)}, layout: {{ name: 'preset', fit: true }} }});\n"
        "window.focused = false;\n"
        "const light = (event) => { const near = event.target.closedNeighborhood(); "
        "cy.batch(() => cy.elements().difference(near).addClass('faded')); window.focused = true; };\n"
        "window.unfocus = () => { cy.batch(() => cy.elements().removeClass('faded')); window.focused = false; };\n"
        "cy.on('mouseover', 'node', light); cy.on('tap', 'node', light);\nbench.cytoscape.start(cy);",
    )


def empty_page() -> str:
    """A page with one word that answers the wheel and the pointer: the floor of all times."""
    page = _page("", 'bench.empty.start(document.getElementById("mynetwork"));')
    return page.replace('"mynetwork">', '"mynetwork">empty')


def pyvis_page(graph: Plain) -> str:
    """pyvis as its tutorial uses it: default options, its own springs; only its resources are put in line."""
    from pyvis.network import Network

    network = Network(directed=True, notebook=False, cdn_resources="in_line", height="95vh", width="100%")
    for name, (label, _, _) in graph.nodes.items():
        network.add_node(name, label=label, title=name)
    for edge in graph.edges:
        network.add_edge(edge.source, edge.target, title=edge.title, color=edge.colour)
    # pyvis holds its network in a global variable: the probe is told when it is set
    told = (
        "<script>let held; Object.defineProperty(window, 'network', { get: () => held, set: (made) => { held = made; "
        "bench.vis.start(made, 'stabilizationIterationsDone'); } });</script>"
    )
    return str(network.generate_html(notebook=False)).replace("<head>", f"<head>{told}", 1)


def drawn(answer: Answer) -> list[Path]:
    """The paths that exograph draws of an answer (level of detail)."""
    return [answer.paths[place] for place in select(answer.paths).drawn]
