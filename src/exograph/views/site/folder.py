"""Writes a site into a folder: whole or not at all, and never over files that are not the site's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from exograph.errors import UsageError
from exograph.files import OLD, exchange, room

MARKER = "exograph-site.json"  # the list of a site's files: what may be replaced later
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Written:
    """How many files, and how many bytes."""

    files: int
    size: int


def write(folder: Path, pages: Iterable[tuple[str, str]], progress: Callable[[int], None] | None = None) -> Written:
    """Write (file, text) pairs into `folder`. UsageError where it holds anything else, or cannot be written.

    Everything goes into a new folder beside it first, which then takes its place.
    """
    target = folder.resolve()
    check(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with room(target) as beside:
            made = beside / "new"
            written = _fill(made, pages, progress)
            _take_place(made, target, beside / OLD)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written: {error.strerror or error}", hint="name a folder in a folder of yours"
        ) from error
    return written


def check(target: Path) -> None:
    """UsageError unless the folder does not exist, is empty, or holds a site of exograph and nothing else."""
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"{target} is a file", hint="name a folder")
    held = {path.relative_to(target).as_posix() for path in target.rglob("*") if not path.is_dir() or path.is_symlink()}
    if not held:
        return
    if MARKER not in held:
        raise UsageError(
            f"{target} holds files that are not a site of exograph",
            hint="name a folder that is empty or does not exist",
        )
    foreign = sorted(held - _listed(target) - {MARKER})
    if foreign:
        more = f" and {len(foreign) - _SHOWN} more" if len(foreign) > _SHOWN else ""
        raise UsageError(
            f"{target} holds files besides the site: {', '.join(foreign[:_SHOWN])}{more}",
            hint="move them elsewhere, or name another folder",
        )


def _listed(target: Path) -> set[str]:
    try:
        held = json.loads((target / MARKER).read_text(encoding="utf-8"))
        return {str(name) for name in held["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _fill(made: Path, pages: Iterable[tuple[str, str]], progress: Callable[[int], None] | None) -> Written:
    names, size = list[str](), 0
    for name, text in pages:
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode("utf-8")
        with path.open("xb") as file:  # two pages of one name would be a mistake
            file.write(data)
        names.append(name)
        size += len(data)
        if progress:
            progress(len(names))
    record = json.dumps({"made_by": "exograph site", "files": sorted(names)}, indent=1) + "\n"
    (made / MARKER).write_text(record, encoding="utf-8", newline="\n")
    return Written(len(names) + 1, size + len(record))


def _take_place(made: Path, target: Path, old: Path) -> None:
    """Put `made` where `target` is, in one step where the system can; else what was there waits in `old` meanwhile."""
    if target.exists():
        if exchange(made, target):
            return
        target.rename(old)
    try:
        made.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
