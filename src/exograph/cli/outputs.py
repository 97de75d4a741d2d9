"""Files that commands write: whole or not at all, and never over a file that exograph did not make."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from exograph.errors import UsageError
from exograph.files import room

F = TypeVar("F", bound=Callable[..., Any])
_FORCE = "exograph.force"


def force_option(function: F) -> F:
    """`--force`: the files that the command writes may take the place of any other."""

    def remember(ctx: click.Context, _: click.Parameter, force: bool) -> None:
        ctx.meta[_FORCE] = force

    return click.option(
        "--force",
        is_flag=True,
        is_eager=True,  # known before the files are looked at
        expose_value=False,
        callback=remember,
        help="Write over a file that exograph did not make, too.",
    )(function)


class OutputFile(click.Path):
    """A file to write. It is looked at before anything is asked, so that nobody waits for a refusal.

    Where `endings` are given, with what each of them means, the file's name has one of them.
    """

    def __init__(self, endings: Mapping[str, str] | None = None) -> None:
        super().__init__(dir_okay=False)
        self.endings = endings or {}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. UsageError where a file is there that exograph did not make, and no `--force` was given."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if self.endings and path.suffix.lower() not in self.endings:
            known = ", ".join(f"{ending} ({means})" for ending, means in self.endings.items())
            raise UsageError(f"{path}: which format?", hint=f"the name ends in one of {known}")
        if ctx is not None and not ctx.meta.get(_FORCE):
            _refuse_others(path)
        return path


def _refuse_others(path: Path) -> None:
    """UsageError where a file is there that does not bear the mark of exograph."""
    from exograph.views import made

    if not path.is_file():  # nothing there, a device or a pipe
        return
    try:
        with path.open("rb") as file:
            ours = made.here(file.read(made.ENOUGH))
    except OSError as error:
        raise UsageError(f"{path} cannot be looked at: {error.strerror or error}") from error
    if not ours:
        raise UsageError(
            f"{path} is there already, and exograph did not make it",
            hint="name another file; --force writes over this one",
        )


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all. A device or a pipe (`/dev/stdout`) is written to, never replaced."""
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        _replace(path.resolve(), text)  # resolved: a link stays, and what it names is written
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}"
        raise UsageError(message, hint="name a file in a folder of yours that exists") from error


def _replace(path: Path, text: str) -> None:
    with room(path) as beside:
        made = beside / "new"
        made.write_text(text, encoding="utf-8", newline="\n")
        made.replace(path)
