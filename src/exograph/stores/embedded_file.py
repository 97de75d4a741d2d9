"""The file of an embedded store: where it stands, who may write it, and what a killed writer left."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from exograph.errors import StoreError
from exograph.stores.embedded_rows import first_line

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_SECONDS = 60.0
ELSEWHERE = "name a file in a folder of yours: --store embedded:PATH"
_MAGIC = b"RGF"  # how the engine's files begin, in all versions so far


class StoreFile:
    """One `.kgl` file, named as a person named it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: FileLock | None = None

    @property
    def place(self) -> Path:
        """The file itself, where `path` is a link or a relative name."""
        return self.path.resolve()

    def exists(self) -> bool:
        """Whether the file is there. StoreError where its folder may not be looked into, or the name cannot be."""
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except (OSError, ValueError) as error:
            raise StoreError(f"{self.path} cannot be opened: {first_line(error)}", hint=ELSEWHERE) from error
        return True

    def of_the_engine(self) -> bool:
        """Whether the engine wrote it, whatever its version: not somebody's notes."""
        try:
            with self.path.open("rb") as file:
                return file.read(len(_MAGIC)) == _MAGIC
        except OSError:
            return False

    @contextlib.contextmanager
    def writer(self, seconds: float | None = None) -> Iterator[None]:
        """One writer at a time; a second one waits for a minute. Who holds it may enter again."""
        if self.exists() and self.path.is_dir():
            raise StoreError(f"{self.path} is a folder", hint="name a file in it: --store embedded:PATH")
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            lock = self._own_lock()
            lock.acquire(timeout=LOCK_SECONDS if seconds is None else seconds)
        except TimeoutError as error:
            message = f"another exograph is writing {self.path}"
            raise StoreError(message, hint=f"wait for it; {ELSEWHERE}") from error
        except OSError as error:
            message = f"{self.path.parent} cannot be written: {error.strerror or error}"
            raise StoreError(message, hint=ELSEWHERE) from error
        try:
            self.sweep()
            yield
        finally:
            lock.release()

    def _own_lock(self) -> FileLock:
        if self._lock is None:
            from filelock import FileLock

            self._lock = FileLock(self.place.with_name(self.place.name + ".building"))
        return self._lock

    def sweep(self) -> None:
        """Remove what a save left that failed or was killed. Only for who holds the lock."""
        for left in self._left_behind():
            with contextlib.suppress(OSError):
                left.unlink()

    def tidy(self) -> None:
        """Remove what a killed save left, unless somebody is writing just now."""
        with contextlib.suppress(OSError, StoreError):
            if self._left_behind():
                with self.writer(seconds=0):
                    pass  # who begins to write sweeps

    def _left_behind(self) -> list[Path]:
        start = f"{self.place.name}.tmp."
        return [entry for entry in self.place.parent.iterdir() if entry.name.startswith(start)]
