"""exograph ground: what a name becomes, and why."""

from __future__ import annotations

import click

from exograph.cli.common import json_option, print_json
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.knowledge.vocabulary import LABELS, Vocabulary


@click.command("ground")
@click.argument("names", nargs=-1, required=True)
@click.option("--label", type=click.Choice(LABELS, case_sensitive=False), help="Only names of this kind.")
@json_option
def command(names: tuple[str, ...], label: str | None, as_json: bool) -> int:
    """Show what each NAME becomes: its identifier and why, or the nearest names where nothing bears it.

    Exit code 1 where one of the names is unknown or ambiguous.
    """
    found = Vocabulary.load().ground_all(names, label)
    if as_json:
        print_json(
            [
                {
                    "text": one.text,
                    "status": one.status,
                    **{
                        part: [
                            {"id": item.id, "label": item.label, "name": item.name, "why": item.why}
                            for item in getattr(one, part)
                        ]
                        for part in ("candidates", "nearest")
                    },
                }
                for one in found
            ]
        )
    else:
        for one in found:
            click.echo(f"{one.text}: {one.status}")
            for item in one.candidates or one.nearest:
                mark = "" if one.candidates else "nearest: "
                click.echo(f"    {mark}{item.name}  {item.id}  ({item.label}; {item.why})")
    return EXIT_OK if all(one.status == "matched" for one in found) else EXIT_NOTHING_FOUND
