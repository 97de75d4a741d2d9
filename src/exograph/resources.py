"""Finds `graph/` and `cypher/`: the checkout's own when run from one, else the copies inside the wheel."""

from __future__ import annotations

import functools
from pathlib import Path

from exograph.errors import DataError

_PACKAGE = Path(__file__).resolve().parent


@functools.cache
def _root() -> Path:
    checkout = _PACKAGE.parent.parent
    if (checkout / "graph" / "schema.yaml").is_file() and (checkout / "pyproject.toml").is_file():
        return checkout
    bundled = _PACKAGE / "_bundled"
    if (bundled / "graph" / "schema.yaml").is_file():
        return bundled
    raise DataError(
        f"exograph's own data is missing: no graph/schema.yaml in {checkout} or {bundled}",
        hint="reinstall exograph; the wheel carries graph/ and cypher/",
    )


def graph_dir() -> Path:
    """The folder `graph/`: schema, claims and vocabularies."""
    return _root() / "graph"


def cypher_dir() -> Path:
    """The folder `cypher/`: DDL of the stores and the canned queries."""
    return _root() / "cypher"
