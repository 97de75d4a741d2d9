"""The program: `exograph`, or `python -m exograph`. Made so that Ctrl-C is quiet from its first line on."""

from __future__ import annotations

import os
import signal
from types import FrameType

from exograph.errors import EXIT_INTERRUPTED


def run() -> None:
    """Run the command line; exit 130 on Ctrl-C, also while it is still being imported."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:  # ignored by who started us (`nohup`, `&`)
        from exograph.cli import main

        main()
        return
    # nothing is open or written yet, so there is nothing to tidy
    signal.signal(signal.SIGINT, _leave)
    from exograph.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        main()
    except KeyboardInterrupt:  # between the answer and the exit
        signal.signal(signal.SIGINT, _leave)
        raise SystemExit(EXIT_INTERRUPTED) from None


def _leave(number: int, frame: FrameType | None) -> None:
    os._exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    run()
