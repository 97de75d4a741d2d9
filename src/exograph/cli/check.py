"""exograph check: what is wrong in claim tables, with the repair."""

from __future__ import annotations

from pathlib import Path

import click

from exograph.cli.common import json_option, print_json
from exograph.errors import EXIT_DATA, EXIT_OK


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--notes", is_flag=True, help="Show notes, too: molecules whose claims disagree.")
@json_option
def command(files: tuple[Path, ...], notes: bool, as_json: bool) -> int:
    """Check claim tables, by file, line and column; without FILES the bundled data as a whole.

    Each finding says what is wrong and how to mend it. Exit code 3 where there is an error; warnings are no error.
    """
    from exograph.curation import check_files

    findings, summary = check_files(files)
    shown = [finding for finding in findings if notes or files or finding.severity != "note"]
    broken = sum(finding.severity == "error" for finding in findings)
    if as_json:
        print_json({"findings": [finding.document() for finding in shown], **summary, "errors": broken})
    else:
        for finding in shown:
            click.echo(str(finding))
        counts = ", ".join(f"{count} {what}" for what, count in summary.items())
        click.echo(
            f"{counts}: {broken} error(s), {sum(finding.severity == 'warning' for finding in findings)} warning(s)"
        )
    return EXIT_DATA if broken else EXIT_OK
