"""exograph build: graph/ and the user's claims into a store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from exograph.cli.common import json_option, opened, print_json, say, store_option

_ACROSS = 3  # kinds beside each other
_WIDTH = 22  # columns of the longest kind


@click.command("build")
@store_option
@click.option(
    "--claims",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A claim table of your own, beside the bundled ones (again for more).",
)
@click.option("--force", is_flag=True, help="Write everything anew, even where nothing changed.")
@json_option
def command(store: str, claims: tuple[Path, ...], force: bool, as_json: bool) -> None:
    """Build the graph into a store, all or nothing. A second build of the same data changes nothing.

    Every node and edge held is compared with what should be, and mended. A broken row stops the build and leaves the
    store as it was. Tables of your own that an earlier build took in stay only if they are named again.
    """
    from exograph.build import build

    target = opened(store)
    say(f"building into {target.address} ...")
    report, knowledge = build(target, claims, force=force)
    for table in report.left_out:
        say(f"without {table}, which was part of it; --claims takes it in again")
    own = {str(path) for path in claims}  # what exograph brings was judged before it was brought
    warnings = sum(finding.severity == "warning" and finding.file in own for finding in knowledge.findings)
    if as_json:
        print_json(
            {
                "store": target.address,
                "created": report.created,
                "removed": report.removed,
                "counts": report.counts,
                "left_out": list(report.left_out),
                "warnings": warnings,
            }
        )
        return
    click.echo("\n".join(_tables(report.counts)))
    click.echo(f"{report.created} created, {report.removed} removed" if report.changed else "nothing changed")
    if warnings:
        say(f"{warnings} warning(s): `exograph check` shows them")


def _tables(counts: Mapping[str, int]) -> list[str]:
    """Nodes and relationships by kind, the most first, in two short tables."""
    lines = []
    for heading, relations in (("nodes", False), ("relationships", True)):
        # a relationship's kind is written in capitals, a node's label is not
        held = sorted(((-count, kind) for kind, count in counts.items() if kind.isupper() == relations))
        cells = [f"{-count:>7,}  {kind:{_WIDTH}}" for count, kind in held]
        lines.append(f"{-sum(count for count, _ in held):>7,}  {heading}")
        down = -(-len(cells) // _ACROSS)
        lines += ["  " + "".join(cells[row::down]).rstrip() for row in range(down)]
    return lines
