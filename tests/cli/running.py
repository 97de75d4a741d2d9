"""Runs a command as a person does, in this process: exit code, stdout and stderr."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exograph.cli import main

SCRIPT = Path(sysconfig.get_path("scripts")) / "exograph"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """stdout, which must be JSON and nothing else."""
        return json.loads(self.out)


def run(*arguments: object) -> Ran:
    """`exograph` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
        else:
            raise AssertionError("a command ends with its exit code")
    return Ran(code if isinstance(code, int) else 1, out.getvalue(), err.getvalue())


def completed(home: Path, line: str, *, shell: str = "bash", **variables: str) -> list[str]:
    """What a shell is offered for the last word of the line. The process must be silent and end well."""
    head, quote, rest = line.partition('"')
    words = [*head.split(" ")[:-1], quote + rest] if quote else line.split(" ")
    environment = {
        **{name: value for name, value in os.environ.items() if name != "EXOGRAPH_STORE"},
        "XDG_DATA_HOME": str(home),
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_EXOGRAPH_COMPLETE": f"{shell}_complete",
        **variables,
    }
    ran = subprocess.run([str(SCRIPT)], env=environment, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    lines = [one for one in ran.stdout.splitlines() if one]  # click ends an empty offer with a line break
    if shell == "bash":
        return [one.partition(",")[2] for one in lines]
    return lines
