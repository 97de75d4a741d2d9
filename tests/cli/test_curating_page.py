"""docs/curating.md, command by command: each is run by a shell, and prints what stands below it."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sysconfig
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "curating.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """(command, expected output) of every console block."""
    found: list[tuple[str, str]] = []
    for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def test_every_command_prints_what_the_page_says(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}",
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "EXOGRAPH_STORE": "",
    }
    environment.pop("EXOGRAPH_STORE")
    checker, tried = doctest.OutputChecker(), examples()
    assert len(tried) > 10
    for command, expected in tried:
        ran = subprocess.run(
            ["bash", "-c", f"{command} 2>&1"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert checker.check_output(expected, ran.stdout, doctest.ELLIPSIS), (
            f"$ {command}\n{ran.stdout}\nthe page says:\n{expected}"
        )


def test_the_page_edits_no_bundled_file() -> None:
    assert not any("graph/" in command for command, _ in examples())
