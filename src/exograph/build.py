"""From graph/ (and the user's own claims) to a store: everything is read and checked first, then loaded at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exograph import __version__
from exograph.errors import DataError, StoreNotBuilt
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.model import Edge, Graph, Key, Node, Release
from exograph.resources import graph_dir
from exograph.stores.base import LoadReport, Store, built

if TYPE_CHECKING:
    from exograph.knowledge.grounded import GroundedClaim
    from exograph.knowledge.publications import Status
    from exograph.knowledge.vocabulary import Vocabulary
    from exograph.stores.embedded import EmbeddedStore

Say = Callable[[str], None]
_SHOWN = 20  # findings an error message shows


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that was read: claims with identifiers, everything found wrong, and the graph (None if a claim is broken)."""

    claims: tuple[GroundedClaim, ...]
    findings: tuple[Finding, ...]
    graph: Graph | None


def data_files(folder: Path) -> list[Path]:
    """The files of graph/ that a graph is made from, in a fixed order."""
    names = ["RELEASE", "schema.yaml", "publication_status.tsv"]
    found = [folder / name for name in names if (folder / name).is_file()]
    return [*found, *sorted((folder / "claims").glob("*.tsv")), *sorted((folder / "vocab").glob("*.tsv*"))]


def current_release(claims: Sequence[Path] = (), folder: Path | None = None) -> Release:
    """The release that a build would make now: version of the data and a checksum of every file it reads."""
    folder = folder or graph_dir()
    digest = hashlib.sha256()
    for path in data_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for path in claims:
        digest.update(path.name.encode() + b"\0" + _bytes(path) + b"\0")
    return Release((folder / "RELEASE").read_text(encoding="utf-8").strip(), digest.hexdigest(), __version__)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(
            f"{path}: cannot be read: {error.strerror or error}", hint="check the path and its permissions"
        ) from error


def read(claims: Sequence[Path] = (), folder: Path | None = None) -> Knowledge:
    """Read and check graph/ and the user's claim tables; nothing is written."""
    from exograph.knowledge.checks import check_graph
    from exograph.knowledge.claims import claim_files
    from exograph.knowledge.crosschecks import check_claims
    from exograph.knowledge.grounded import ground_claims
    from exograph.knowledge.publications import read_statuses
    from exograph.knowledge.rows import read_claims
    from exograph.knowledge.schema import load_schema
    from exograph.knowledge.vocabulary import Vocabulary

    folder = folder or graph_dir()
    rows, findings = [], []
    for path, origin in [
        *((path, "exograph") for path in claim_files(folder / "claims")),
        *((path, path.name) for path in claims),
    ]:
        found, troubles = read_claims(path, origin)
        rows += found
        findings += troubles
    vocabulary = Vocabulary.load(folder / "vocab")
    grounded, troubles = ground_claims(rows, vocabulary)
    findings += [*troubles, *check_claims(grounded)]
    if errors(findings):
        return Knowledge(tuple(grounded), tuple(findings), None)
    graph = make_graph(
        grounded, vocabulary, read_statuses(folder / "publication_status.tsv"), current_release(claims, folder)
    )
    findings += check_graph(graph, load_schema(folder / "schema.yaml"))
    return Knowledge(tuple(grounded), tuple(findings), None if errors(findings) else graph)


def make_graph(
    claims: Iterable[GroundedClaim], vocabulary: Vocabulary, statuses: dict[str, Status], release: Release
) -> Graph:
    """Project all claims, add the facts, merge equal nodes, sort."""
    from exograph.knowledge.facts import facts
    from exograph.knowledge.projection import entries_of, project

    nodes: dict[Key, Node] = {}
    edges: list[Edge] = []
    used = []
    for grounded in claims:
        projected = project(grounded, vocabulary, statuses)
        nodes.update({node.key: node for node in projected.nodes})
        edges += projected.edges
        used += entries_of(grounded)
    fact_nodes, fact_edges = facts(vocabulary, used)
    nodes.update({node.key: node for node in fact_nodes})
    nodes["Release", "exograph:release"] = Node(
        "Release", "exograph:release", {"name": release.release, "sha256": release.sha256, "version": release.version}
    )
    ordered = sorted([*edges, *fact_edges], key=lambda edge: (edge.type, edge.id))
    return Graph(tuple(nodes[key] for key in sorted(nodes)), tuple(ordered), release)


def build(store: Store, claims: Sequence[Path] = (), folder: Path | None = None) -> tuple[LoadReport, Knowledge]:
    """Load the store with graph/ and the user's claims.

    Raises DataError, with every finding in `details`, where a claim is broken: the store stays as it was.
    """
    knowledge = read(claims, folder)
    if knowledge.graph is None:
        broken = errors(knowledge.findings)
        shown = [str(finding) for finding in broken[:_SHOWN]]
        if len(broken) > _SHOWN:
            shown.append(f"... and {len(broken) - _SHOWN} more")
        raise DataError(
            f"{len(broken)} error(s) in the data; the store was left as it was",
            hint="mend the rows above; `exograph check` shows all findings",
            details=shown,
        )
    return store.load(knowledge.graph), knowledge


def ensure(store: Store, say: Say = lambda _: None) -> None:
    """Make a store ready for questions: build the user's own embedded one by itself, rebuild any embedded one.

    Raises StoreNotBuilt where a Neo4j database holds no exograph graph, and for a path that was named and does not
    exist: it may be mistyped.
    """
    from exograph.stores.embedded import EmbeddedStore, default_path, engine_version

    if not isinstance(store, EmbeddedStore):
        built(store)
        return
    if not store.exists() and store.path != default_path():
        message = f"there is no store {store.path}"
        raise StoreNotBuilt(message, hint=f"is it spelt right? To make it: exograph build --store {store.address}")
    beside = store.sidecar()
    claims = [Path(claim) for claim in beside.claims]
    gone = [str(claim) for claim in claims if not claim.is_file()]
    if gone:
        raise DataError(
            f"the claims of {', '.join(gone)} are part of this graph, and the file is gone",
            hint=f"put it back, or build without it: exograph build --store {store.address}",
        )
    if store.exists() and beside.engine == engine_version() and store.release() == current_release(claims):
        return
    say(f"building the graph in {store.path} ...")
    build_embedded(store, claims)


def build_embedded(store: EmbeddedStore, claims: Sequence[Path]) -> tuple[LoadReport, Knowledge]:
    """Build the embedded store and remember which tables of the user went in."""
    report = build(store, claims)
    store.write_sidecar(claims)
    return report
