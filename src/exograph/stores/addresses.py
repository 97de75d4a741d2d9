"""Opens the store that `--store` names."""

from __future__ import annotations

from pathlib import Path

from exograph.errors import StoreError, UsageError, masked
from exograph.stores.base import Store

FORMS = (
    "embedded, embedded:PATH, neo4j (settings from NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE), "
    "bolt://HOST:PORT, neo4j://..., neo4j+s://..."
)
_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def open_store(address: str) -> Store:
    """The store at an address; nothing is read or connected before it is asked. UsageError for an unknown form."""
    kind, _, rest = address.partition(":")
    if kind == "embedded":
        from exograph.stores.embedded import EmbeddedStore

        if rest == "" and address != "embedded":
            raise UsageError("the path is missing after `embedded:`", hint=f"forms of --store: {FORMS}")
        if "://" in rest:
            raise UsageError("`embedded:` takes the path of a file", hint=f"forms of --store: {FORMS}")
        path = Path(rest).expanduser() if rest else None
        if path and (path.is_fifo() or path.is_socket() or path.is_char_device()):  # reading one may never end
            raise StoreError(f"{path} is no file", hint="name a file in a folder of yours: --store embedded:PATH")
        return EmbeddedStore.open(path)
    if address == "neo4j" or kind in _SCHEMES:
        from exograph.stores.neo4j import Neo4jStore

        if "@" in rest or masked(rest) != rest:
            raise UsageError(
                "no user name or password in the address, please",
                hint="put them into NEO4J_USERNAME and NEO4J_PASSWORD",
            )
        return Neo4jStore.open(None if address == "neo4j" else address)
    raise UsageError(f"`{masked(address)[:80]}` names no store", hint=f"forms of --store: {FORMS}")
