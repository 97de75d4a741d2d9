"""Waiting no longer than a deadline for a server that may not keep its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class DeadlinePassed(Exception):
    """The work goes on in its thread, and nobody waits for it any more."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """What the work gives, or raises, if that takes no longer. Ctrl-C ends the waiting at once."""
    done: dict[str, Any] = {}

    def run() -> None:
        try:
            done["value"] = work()
        except BaseException as error:
            done["error"] = error

    thread = threading.Thread(target=run, daemon=True, name="exograph-free")  # a process need not wait for it to end
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise DeadlinePassed
    if "error" in done:
        raise done["error"]
    value: T = done["value"]
    return value
