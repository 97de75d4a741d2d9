"""exograph ground: what a name becomes, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from exograph.cli.common import json_option, print_json
from exograph.errors import EXIT_NOTHING_FOUND, EXIT_OK
from exograph.knowledge.vocabulary import LABELS

if TYPE_CHECKING:
    from exograph.names import Meaning, Named
    from exograph.stores.base import Store


@click.command("ground")
@click.argument("names", nargs=-1, required=True)
@click.option("--label", type=click.Choice(LABELS, case_sensitive=False), help="Only names of this kind.")
@click.option("--store", help="Ask what this store's claims name, too: embedded[:FILE] or neo4j.")
@json_option
def command(names: tuple[str, ...], label: str | None, store: str | None, as_json: bool) -> int:
    """Show what each NAME becomes: its identifier and why, or the nearest names where nothing bears it.

    Exit code 1 where one of the names is unknown or ambiguous.
    """
    from exograph.names import Names

    reader = Names(_opened(store))
    found = [reader.read(name, (label,) if label else ()) for name in names]
    if as_json:
        print_json([_as_json(one) for one in found])
    else:
        for one in found:
            _show(one)
    return EXIT_OK if all(one.status == "matched" for one in found) else EXIT_NOTHING_FOUND


def _opened(address: str | None) -> Store | None:
    """The store that is named; none where none is."""
    if not address:
        return None
    from exograph.cli.common import ready_store

    return ready_store(address)


def _show(named: Named) -> None:
    click.echo(f"{named.text}: {named.status}{f'; {named.note}' if named.note else ''}")
    for one in named.meanings or named.nearest:
        mark = "" if named.meanings else "nearest: "
        note = f"; {one.note}" if one.note else ""
        click.echo(f"    {mark}{one.name}  {one.id}  ({one.label}; {one.why}{note})")
    if named.question:
        click.echo(f"    which one is meant? {named.question}")


def _as_json(named: Named) -> dict[str, object]:
    """Statuses are those of `check` and of claim tables: an unknown name is `unmatched` there."""
    status = "unmatched" if named.status == "unknown" else named.status
    parts = {"candidates": named.meanings, "nearest": named.nearest}
    return {"text": named.text, "status": status, "note": named.note} | {
        part: [_told(one) for one in listed] for part, listed in parts.items()
    }


def _told(one: Meaning) -> dict[str, str]:
    return {"id": one.id, "label": one.label, "name": one.name, "why": one.why, "note": one.note}
