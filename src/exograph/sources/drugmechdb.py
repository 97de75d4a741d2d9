"""DrugMechDB (CC0): one YAML file a path from a drug to a disease, packed as `kb_paths.tar.gz`.

Quirks: `label` of a node is its Biolink class and `name` its name; `drugbank` has a double prefix (`DB:DB00371`);
a few drugs have no MESH id or two joined by a comma; a node's id may stand in several paths under several names.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exograph.sources._rows import broken

__all__ = ["MechanismPath", "PathLink", "read_drugmechdb"]


@dataclass(frozen=True, slots=True)
class PathLink:
    """One step; `predicate` is a spaced Biolink name (`decreases activity of`), the ends are ids of nodes."""

    source: str
    predicate: str
    target: str


@dataclass(frozen=True, slots=True)
class MechanismPath:
    """One file, so `line` is always 1. `drug_ids` are MESH CURIEs: none, one, or two where unsure."""

    file: str
    line: int
    id: str
    drug: str
    drug_ids: tuple[str, ...]
    disease: str
    links: tuple[PathLink, ...]
    names: dict[str, str]
    references: tuple[str, ...]


def read_drugmechdb(path: Path) -> Iterator[MechanismPath]:
    """Paths sorted by file name; DataError with the member's name where one is malformed."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        with tarfile.open(path) as archive:
            members = sorted((m for m in archive if _is_path(m.name)), key=lambda m: m.name)
            for member in members:
                opened = archive.extractfile(member)
                text = opened.read().decode("utf-8") if opened else ""
                yield _record(path, member.name, yaml.load(text, Loader=loader))
    except (OSError, tarfile.TarError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise broken(path, 1, f"not a readable archive of YAML files: {error}") from error


def _is_path(name: str) -> bool:
    return "/paths/" in f"/{name}" and name.endswith(".yaml") and not name.endswith("_index.yaml")


def _record(path: Path, member: str, content: Any) -> MechanismPath:
    where = path / member
    try:
        graph = content["graph"]
        ids = str(graph.get("drug_mesh") or "").split(",")
        return MechanismPath(
            file=str(where),
            line=1,
            id=str(graph["_id"]),
            drug=str(graph["drug"]).strip(),
            drug_ids=tuple(i.strip() for i in ids if i.strip().startswith("MESH:")),
            disease=str(graph["disease"]),
            links=tuple(PathLink(str(k["source"]), str(k["key"]), str(k["target"])) for k in content["links"]),
            names={str(node["id"]): str(node["name"]) for node in content["nodes"]},
            references=tuple(str(page) for page in content.get("references") or () if isinstance(page, str)),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise broken(where, 1, f"a path without graph, nodes or links: {error!r}") from error
