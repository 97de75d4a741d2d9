"""exograph diff: what differs between two graphs, claim by claim."""

from __future__ import annotations

import click

from exograph.cli.common import json_option, print_json
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.stores.addresses import FORMS


@click.command("diff", epilog=f"Forms of a store's address: {FORMS}.")
@click.argument("old")
@click.argument("new")
@json_option
def command(old: str, new: str, as_json: bool) -> int:
    """Show which claims NEW has more, less and otherwise than OLD, and how many nodes and edges.

    Each of the two is `bundled` (the data that exograph brings), a folder like graph/, a claim table (.tsv), a store
    file, or a store's address. Nothing is built or changed. Exit code 0: the same; 1: different.
    """
    from exograph.differences import compare, side
    from exograph.views.terminal import clean

    found = compare(side(old), side(new))
    if as_json:
        print_json({"old": old, "new": new, **found.document()})
        return EXIT_NOTHING_FOUND if found else EXIT_OK
    for mark, claims in (("+", found.added), ("-", found.removed)):
        for claim, said in claims.items():
            click.echo(clean(f"{mark} {claim}  {said.get('effect', '')}: {said.get('summary', '')}"))
    last = ""
    for change in found.changed:
        if change.claim != last:
            click.echo(f"~ {change.claim}")
        last = change.claim
        click.echo("    " + clean(f"{change.property}: {change.old or '(not said)'} -> {change.new or '(not said)'}"))
    for kind, (before, after) in found.counts.items():
        click.echo(f"{kind:24}{before:>8} ->{after:>8}")
    changed = len({change.claim for change in found.changed})
    click.echo(f"{len(found.added)} added, {len(found.removed)} removed, {changed} changed" if found else "the same")
    return EXIT_NOTHING_FOUND if found else EXIT_OK
