"""exograph mcp: the graph for agents."""

from __future__ import annotations

import click

from exograph.cli.common import ready_store, say, store_option


@click.command("mcp")
@store_option
def command(store: str) -> None:
    """Serve the graph to agents over stdio, by the Model Context Protocol (docs/agents.md).

    Tools: ask, mechanism, ground, query, evidence, schema; all read-only, results capped. A client starts it with
    the command `exograph` and the argument `mcp`; it ends when the client goes.
    """
    from exograph.mcp_server import server

    opened = ready_store(store)
    made = server(opened)
    say(f"exograph serves {opened.address} on stdin and stdout; end it with Ctrl-C")
    try:
        made.run("stdio")
    finally:
        opened.close()
