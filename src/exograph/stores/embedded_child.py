"""One free query of a user on the embedded engine, in a process of its own that can be stopped whatever it is doing.

The engine looks at its own time limit only now and then, and has none for memory; some statements bring it down. So
`exograph.stores.apart` starts this module, hands it one request and reads one answer. The kernel ends it at the limit,
even where the process that asked is gone.
"""

from __future__ import annotations

import itertools
import pickle
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

GRACE = 0.3  # seconds after the engine's own limit: its own message is the better one
BATCH = 10_000  # rows


def main(request: Mapping[str, Any]) -> None:
    """Run the request's statement and write to stdout what became of it: ("rows", columns) and then batches of rows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked ends this process
    written = 0
    for part in _answer(request):
        packed = pickle.dumps(part)
        written += len(packed)
        if written > request["result_bytes"]:
            sys.stdout.buffer.write(pickle.dumps(("large", "")))
            return
        sys.stdout.buffer.write(packed)


def _answer(request: Mapping[str, Any]) -> Iterator[Any]:
    import kglite

    kglite.set_query_warning_policy("silent")
    graph = kglite.load(request["file"])
    graph.read_only(True)
    _limit(request["memory"], request["seconds"])
    try:
        result: Any = graph.cypher(
            request["statement"],
            params=request["parameters"],
            disable_optimizer=True,
            row_limit=request["rows"],
            timeout_ms=max(1, int(request["seconds"] * 1000)),
        )
        yield "rows", list(result.columns)
        rows = iter(result)
        while batch := [list(row.values()) for row in itertools.islice(rows, BATCH)]:  # as Python they take more room
            yield batch
    except kglite.CypherTimeoutError:
        yield "time", ""
    except MemoryError:
        yield "memory", ""
    except (kglite.KgError, TypeError, ValueError, OverflowError) as error:
        yield "refused", str(error)


def _limit(memory: int, seconds: float) -> None:
    """Counted from here: loading a large graph takes time and memory that no statement can help."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)  # SIGALRM is not handled: it ends the process
    held = Path("/proc/self/statm")
    if held.exists():
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        cap = int(held.read_text().split()[0]) * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
