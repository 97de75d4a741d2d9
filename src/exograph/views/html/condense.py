"""Many preparations of vesicles drawn as few boxes: native, primed, engineered. Claims keep their own strands.

Nearly every paper makes its own preparation, so in a large answer their column would be as long as the list of
papers. The panel, the list and the table still name each one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exograph.questions.answer import Path, PathNode
from exograph.views.html.labels import preparation_kind
from exograph.views.html.layers import Key

MOST_PREPARATIONS = 18
GROUP = "exograph:preparations/"  # identifier of such a box; no node of a graph


def condense(paths: Sequence[Path]) -> tuple[list[Path], dict[Key, PathNode]]:
    """The paths as they are drawn, and for each preparation the box that stands for it (none if there are few)."""
    found = {node.key: node for path in paths for node in path.of("Exosome")}
    if len(found) <= MOST_PREPARATIONS:
        return list(paths), {}
    kinds: dict[str, list[Key]] = {}
    for key, node in found.items():
        kinds.setdefault(preparation_kind(node.name), []).append(key)
    boxes = {
        key: PathNode(f"{GROUP}{kind}", "Exosome", f"{kind} ({len(keys)} preparation{'s' if len(keys) > 1 else ''})")
        for kind, keys in kinds.items()
        for key in keys
    }
    return [_redirected(path, boxes) for path in paths], boxes


def _redirected(path: Path, boxes: dict[Key, PathNode]) -> Path:
    def moved(key: Key) -> Key:
        return boxes[key].key if key in boxes else key

    nodes = {node.key: node for node in (boxes.get(node.key, node) for node in path.nodes)}
    edges = tuple(replace(edge, source=moved(edge.source), target=moved(edge.target)) for edge in path.edges)
    return replace(path, nodes=tuple(nodes.values()), edges=edges)
