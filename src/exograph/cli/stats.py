"""exograph stats: what the graph holds."""

from __future__ import annotations

import click

from exograph.cli.common import json_option, print_json, ready_store, store_option


@click.command("stats")
@store_option
@json_option
def command(store: str, as_json: bool) -> None:
    """Count what the graph holds: claims, papers, effects, modalities, kinds of node and edge."""
    from exograph.questions.statistics import statistics

    counted = statistics(ready_store(store))
    if as_json:
        print_json(counted)
        return
    for heading, rows in counted.items():
        if isinstance(rows, dict):
            click.echo(f"\n{heading}")
            for name, count in rows.items():
                click.echo(f"  {name:34}{count:>7}")
        else:
            click.echo(f"{heading:12}{rows}")
