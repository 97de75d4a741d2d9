"""Things made beside their place and then moved there: whatever kills exograph, the old one stands or the new one.

They are made in a folder `.NAME.exograph-*` beside NAME, which is locked while its process lives. A kill ends the lock
and leaves the folder: the next run that writes NAME finds it unlocked and removes it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

OLD = "old"  # in a room: what stood at the target, while the new one takes its place in two steps
_NAME = 50  # characters of a target's name that its room carries: names of files have a limit
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD of Linux: paths from the working folder


@contextlib.contextmanager
def room(target: Path) -> Iterator[Path]:
    """A new folder beside `target`, removed at the end; those that killed processes left are swept first."""
    sweep(target)
    made, lock = _new_room(target)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def sweep(target: Path) -> None:
    """Remove the rooms of `target` whose processes are gone; an old target that one of them held comes back."""
    for left in [entry for entry in target.parent.iterdir() if entry.name.startswith(_prefix(target))]:
        with contextlib.suppress(OSError, ImportError):  # held by a process that lives, or gone just now
            lock = _lock(left)
            try:
                if (left / OLD).exists() and not target.exists():
                    (left / OLD).rename(target)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(lock)


def exchange(one: Path, other: Path) -> bool:
    """Let two entries trade their places in one step. False where the system has no such step."""
    import ctypes

    first, second = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return int(libc.renamex_np(first, second, _EXCHANGE)) == 0
        return int(libc.renameat2(_HERE, first, _HERE, second, _EXCHANGE)) == 0
    except (AttributeError, OSError, TypeError):
        return False


def _prefix(target: Path) -> str:
    return f".{target.name[:_NAME]}.exograph-"


def _new_room(target: Path) -> tuple[Path, int | None]:
    while True:
        made = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        try:
            lock = _lock(made)
        except (BlockingIOError, FileNotFoundError):
            continue  # another process swept it before it was locked
        except (OSError, ImportError):
            return made, None  # a file system or a platform without such locks: nothing is swept there either
        if made.exists():
            return made, lock
        os.close(lock)


def _lock(folder: Path) -> int:
    """A descriptor that locks the folder until it is closed, or its process ends. OSError where another holds it."""
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
