"""Runs a user's own statement on the embedded engine in a disposable process, under limits that hold.

The caller's process (a terminal, a notebook, a server for agents) lives on whatever the statement does to the engine.
"""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from exograph.errors import StoreError, StoreRefused

# Bytes of address space beyond what the engine holds when the graph is open. It sets 1 GB aside for itself at the start
# (kglite 0.21: 33 MB of them in use), so a statement has this and the rest of that.
MEMORY = 256 << 20
RESULT = 100_000_000  # bytes of rows
START = 30.0  # seconds the process may take to start and to open a large graph

Found = tuple[list[str], list[list[Any]]]  # columns, and the values of each row

_ASK_LESS = "ask for less, or start from a named node"
# how the engine's two languages put it
_OUT_OF_MEMORY = ("memory allocation", "MemoryError", "PyObject pointer is null")
# Isolated (-I) and without site packages' start-up code (-S): the modules are found where this process finds them.
_CODE = """\
import pickle, sys
request = pickle.load(sys.stdin.buffer)
sys.path[:] = request["path"]
from exograph.stores.embedded_child import main
main(request)
"""


def run(file: Path, statement: str, parameters: Mapping[str, Any], *, rows: int, seconds: float) -> Found:
    """Columns and rows of the statement. StoreRefused where the engine refuses it, or a limit stops it."""
    request = {
        "path": [os.fspath(Path(__file__).resolve().parents[2]), *sys.path],
        "file": os.fspath(file),
        "statement": statement,
        "parameters": dict(parameters),
        "rows": rows,
        "seconds": seconds,
        "memory": MEMORY,
        "result_bytes": RESULT,
    }
    code, answer, complaint = _process(request, seconds)
    if code:
        raise _broken(code, complaint, seconds)
    found: Found = ([], [])
    for part in _parts(answer):
        if isinstance(part, list):
            found[1].extend(part)
        elif part[0] == "rows":
            found = (part[1], [])
        elif part[0] == "refused":
            raise StoreRefused(f"the store refused the query: {part[1]}")
        else:
            raise _stopped(part[0], seconds)
    return found


def _parts(answer: bytes) -> Iterator[Any]:
    """What the process said, in order: it is our own, so its pickles are read."""
    stream = io.BytesIO(answer)
    while stream.tell() < len(answer):
        yield pickle.load(stream)


def _process(request: Mapping[str, Any], seconds: float) -> tuple[int, bytes, str]:
    """(exit code, stdout, stderr) of one process, which is gone afterwards, however this ends."""
    import subprocess

    if not sys.executable:
        raise StoreError("this Python does not know where it is, so it cannot run a statement in a process of its own")
    command = [sys.executable, "-I", "-S", *(["-B"] if sys.dont_write_bytecode else []), "-c", _CODE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            answer, complaint = process.communicate(_packed(request), timeout=START + seconds)
        except subprocess.TimeoutExpired as error:
            raise _stopped("time", seconds) from error
        finally:
            process.kill()
    return process.returncode, answer, complaint.decode("utf-8", "replace").strip()


def _packed(request: Mapping[str, Any]) -> bytes:
    try:
        return pickle.dumps(request)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise StoreRefused(f"the store refused the query: a parameter is no plain value ({error})") from error


def _stopped(why: str, seconds: float) -> StoreRefused:
    said = {
        "time": f"the query ran longer than {seconds:g} s and was stopped",
        "memory": "the query needed more than about 1 GB of memory and was stopped",
        "large": f"the rows of the query are larger than {RESULT // 1_000_000} MB",
    }
    return StoreRefused(said[why], hint=_ASK_LESS)


def _broken(code: int, complaint: str, seconds: float) -> StoreError:
    """The process did not end by itself: the kernel stopped it, or the engine broke down."""
    if code == -getattr(signal, "SIGALRM", 0):
        return _stopped("time", seconds)
    if any(word in complaint for word in _OUT_OF_MEMORY):
        return _stopped("memory", seconds)
    if code < 0:
        name = signal.Signals(-code).name
        return StoreRefused(f"the engine broke down on this query ({name}) and was stopped", hint=_ASK_LESS)
    last = complaint.splitlines()[-1:] or ["it said nothing"]
    return StoreError(f"the process that runs the query ended: {last[0]}", hint="please report it with the statement")
