"""From graph/ (and the user's own claims) to a store: everything is read and checked first, then loaded at once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exograph import __version__
from exograph.errors import DataError, StoreError, StoreNotBuilt
from exograph.knowledge.findings import Finding, errors
from exograph.knowledge.model import Edge, Graph, Key, Node, Release, Table
from exograph.resources import graph_dir
from exograph.stores.base import LoadReport, Store, build_command, built

if TYPE_CHECKING:
    from exograph.knowledge.grounded import GroundedClaim
    from exograph.knowledge.publications import Status
    from exograph.knowledge.vocabulary import Vocabulary
    from exograph.stores.embedded import EmbeddedStore, Origin

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
    tables = []
    for path in claims:
        held = _bytes(path)
        digest.update(path.name.encode() + b"\0" + held + b"\0")
        tables.append(Table(os.fspath(path.resolve()), hashlib.sha256(held).hexdigest()))
    release = (folder / "RELEASE").read_text(encoding="utf-8").strip()
    return Release(release, digest.hexdigest(), __version__, tuple(tables))


def _bytes(path: Path) -> bytes:
    """A claim table's content. The store names its path, and a later question reads it there again."""
    try:
        os.fspath(path.resolve()).encode()
        if not path.is_file() and path.exists():
            raise DataError(f"{path} is no file that can be read again", hint="save the table as a file first")
        return path.read_bytes()
    except UnicodeEncodeError as error:
        raise DataError(f"{str(path)!r}: a path that is not Unicode", hint="rename the file or its folder") from error
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
    release = current_release(claims, folder)
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
    graph = make_graph(grounded, vocabulary, read_statuses(folder / "publication_status.tsv"), release)
    if current_release(claims, folder) != release:  # else the store would pass for one of the new data
        raise DataError("the data changed while they were read; nothing was written", hint="run it again")
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
    nodes["Release", "exograph:release"] = Node("Release", "exograph:release", release.properties())
    ordered = sorted([*edges, *fact_edges], key=lambda edge: (edge.type, edge.id))
    return Graph(tuple(nodes[key] for key in sorted(nodes)), tuple(ordered), release)


def build(
    store: Store, claims: Sequence[Path] = (), folder: Path | None = None, *, force: bool = False
) -> tuple[LoadReport, Knowledge]:
    """Load the store with graph/ and the user's claims; `force` writes it anew even where nothing changed.

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
    return store.load(knowledge.graph, force=force), knowledge


def ensure(store: Store, say: Say = lambda _: None) -> None:
    """Make a store ready for questions: build the user's own embedded one by itself, rebuild any embedded one.

    Raises StoreNotBuilt where a Neo4j database holds no exograph graph, and for a path that was named and does not
    exist: it may be mistyped; and says what to run where an embedded store may not be rebuilt unasked: a claim table of
    the user is gone, or unknown.
    """
    from exograph.stores.embedded import EmbeddedStore

    if not isinstance(store, EmbeddedStore):
        built(store)
        return
    if outdated(store) is None:
        store.file.tidy()
    else:
        _rebuild(store, say)
    note = not_current(store)
    if note:
        say(note)


def _rebuild(store: EmbeddedStore, say: Say) -> None:
    """Rebuild where it is still needed once other writers are out: one of them may have added claims meanwhile."""
    with store.file.writer():
        store.close()
        claims = outdated(store)
        if claims is not None:
            say(f"building the graph in {store.path} ...")
            build(store, claims)


def outdated(store: EmbeddedStore) -> list[Path] | None:
    """The user's claim tables to rebuild an embedded store with; None where it is to be asked as it stands."""
    from exograph.stores.embedded import default_path, engine_version

    origin = store.origin()
    if origin is None:
        if store.path != default_path():
            message = f"there is no store {store.path}"
            raise StoreNotBuilt(message, hint=f"is it spelt right? To make it: {build_command(store.address)}")
        return []
    if origin.path != os.fspath(store.file.place):
        _refuse_unknown(store, origin)
        return None  # a copy: whoever made it has it as it was
    claims = [Path(table.path) for table in origin.release.tables]
    gone = [os.fspath(claim) for claim in claims if not claim.is_file()]
    if gone:
        kept = [os.fspath(claim) for claim in claims if claim.is_file()]
        raise DataError(
            f"the claims of {', '.join(gone)} are part of this graph, and the file is gone",
            hint=f"put it back, or build without it: {build_command(store.address, kept)}",
        )
    same = origin.engine == engine_version() and origin.release == current_release(claims)
    return None if same else claims


def _refuse_unknown(store: EmbeddedStore, origin: Origin) -> None:
    """StoreError for a store that this exograph may misread, and may not rebuild either."""
    if not origin.path:
        raise StoreError(
            f"{store.path} does not say which claim tables of yours are part of it: an earlier exograph built it",
            hint=f"build it anew, with --claims FILE for each of them: {build_command(store.address)}",
        )
    if origin.release.version != __version__:
        raise StoreError(
            f"{store.path} is a copy of {origin.path}, built by exograph {origin.release.version}; "
            f"this is {__version__}, and copies are never rebuilt unasked",
            hint=_bring_up_to_date(store, origin),
        )


def not_current(store: EmbeddedStore) -> str:
    """What a person is told about a copy that the data have moved on from; empty for any other store."""
    origin = store.origin()
    if origin is None or origin.path == os.fspath(store.file.place):
        return ""
    claims = [Path(table.path) for table in origin.release.tables]
    if all(claim.is_file() for claim in claims) and origin.release == current_release(claims):
        return ""
    return f"{store.path} is a copy of {origin.path} and is asked as it is. {_bring_up_to_date(store, origin)}"


def _bring_up_to_date(store: EmbeddedStore, origin: Origin) -> str:
    return f"To bring it up to date: {build_command(store.address, [table.path for table in origin.release.tables])}"
