"""A py2neo Graph on the Neo4j that exograph was built into. py2neo is no longer maintained; it still reads 5.26."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

from exograph.errors import StoreRefused, StoreUnreachable
from exograph.exports.missing import needs

_VARIABLES = "NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE"


def py2neo_graph() -> Any:
    """A `py2neo.Graph` with the settings of the NEO4J_ variables.

    Raises UsageError where py2neo is missing, StoreRefused where a variable is, StoreUnreachable where nothing answers.
    """
    if find_spec("py2neo") is None:
        raise needs("py2neo", "py2neo")
    uri, password = os.environ.get("NEO4J_URI", ""), os.environ.get("NEO4J_PASSWORD", "")
    if not (uri and password):
        raise StoreRefused(
            f"{'NEO4J_PASSWORD' if uri else 'NEO4J_URI'} is not set", hint=f"settings come from {_VARIABLES}"
        )
    import py2neo

    auth = (os.environ.get("NEO4J_USERNAME") or "neo4j", password)
    try:
        return py2neo.Graph(uri, auth=auth, name=os.environ.get("NEO4J_DATABASE") or None)
    except py2neo.errors.ConnectionUnavailable as error:
        raise StoreUnreachable(
            f"py2neo cannot reach {uri}", hint=f"check that Neo4j runs there, and {_VARIABLES}"
        ) from error
