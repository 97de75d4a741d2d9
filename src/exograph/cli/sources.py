"""exograph sources: where the vocabularies and databases come from."""

from __future__ import annotations

from dataclasses import asdict

import click

from exograph.cli.common import json_option, print_json


@click.command("sources")
@json_option
def command(as_json: bool) -> None:
    """List the bundled vocabularies and database slices, with origin, date and licence, and the formats exograph reads.

    The claims themselves are curated by hand; graph/README.md says how.
    """
    from exograph.knowledge.origins import origins
    from exograph.sources import READERS

    bundled = origins()
    if as_json:
        readers = [
            {"name": name, "format": reader.format, "licence": reader.licence, "origin": reader.origin}
            for name, reader in READERS.items()
        ]
        print_json({"bundled": [asdict(one) for one in bundled], "readers": readers})
        return
    for one in bundled:
        click.echo(
            f"{one.file}  ({one.rows:,} rows: {one.holds})\n    from     {one.origin}\n    licence  {one.licence}"
        )
    click.echo("\nFormats that are read (to make these files anew):")
    for name, reader in READERS.items():
        click.echo(f"{name}: {reader.format}\n    from     {reader.origin}\n    licence  {reader.licence}")
