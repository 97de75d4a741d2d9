"""stdout and stderr as a person may have set them: a full disk, a closed pipe, an encoding that knows few letters."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys

import click

from exograph.errors import masked

_ESCAPES = "exograph.escapes"


def prepare() -> None:
    """Make both streams take any text: what an encoding does not know is written as `\\u22a3`, as JSON writes it."""
    codecs.register_error(_ESCAPES, _escaped)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller (`>&-`)
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPES)


def complain(message: str) -> None:
    """A line on stderr, where that can be written; a password within is masked."""
    with contextlib.suppress(OSError):
        click.echo(masked(message), err=True)


def finish() -> None:
    """Flush; what still cannot be written is let go, so that Python does not complain again when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Code units of UTF-16: within the texts of a JSON document these are escapes of JSON."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end
