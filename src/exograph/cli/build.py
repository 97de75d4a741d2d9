"""exograph build: graph/ and the user's claims into a store."""

from __future__ import annotations

from pathlib import Path

import click

from exograph.cli.common import json_option, opened, print_json, say, store_option


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
    warnings = sum(finding.severity == "warning" for finding in knowledge.findings)
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
    for kind, count in report.counts.items():
        click.echo(f"{kind:24}{count:>8}")
    click.echo(f"{report.created} created, {report.removed} removed" if report.changed else "nothing changed")
    if warnings:
        say(f"{warnings} warning(s): `exograph check` shows them")
