"""exograph site: the whole graph as a folder of linked pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from exograph.cli.common import ready_store, say, store_option
from exograph.errors import EXIT_OK

_EVERY = 2.0  # seconds between two words of progress


@click.command("site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@store_option
def command(folder: Path, store: str) -> int:
    """Write the whole graph as a folder of linked HTML pages: a start page with search, a page for each name and paper.

    It needs no server and no network: open DIR/index.html, or put the folder on any web server. An existing DIR must be
    empty, or a site that exograph wrote.
    """
    from exograph.questions.site_index import site_index
    from exograph.views.site import pages, write
    from exograph.views.site.folder import check

    check(folder.resolve())
    index = site_index(ready_store(store))
    say(f"{len(index.paths)} claims read; writing {len(index.entries)} pages ...")
    written = write(folder, pages(index), _progress())
    click.echo(f"{folder / 'index.html'}: {written.files:,} files, {written.size / 1e6:.1f} MB")
    return EXIT_OK


def _progress() -> Callable[[int], None]:
    last = time.monotonic()

    def told(files: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY:
            last = time.monotonic()
            say(f"  {files:,} files")

    return told
