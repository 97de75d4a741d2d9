"""Shell completion: names from the built store, and silence whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import SCRIPT, completed, run


def test_commands_and_questions(home: Path) -> None:
    assert completed(home, "exograph mech") == ["mechanism"]
    assert {"ask", "mechanism", "diff", "mcp"} <= set(completed(home, "exograph "))
    assert "mechanism" in completed(home, "exograph query show m")
    assert "--drug" in completed(home, "exograph mechanism --dr")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("exograph mechanism --drug temo", "temozolomide"),
        ("exograph mechanism --drug TEMO", "temozolomide"),
        ("exograph mechanism --not-drug cispl", "cisplatin"),
        ("exograph mechanism --cargo miR-122", "miR-122"),
        ("exograph mechanism --gene SLC9", "SLC9A1"),
        ("exograph mechanism --modality chemo", "chemotherapy"),
        ("exograph mechanism --effect sens", "sensitises"),
        ("exograph mechanism --cancer breast", "breast\\ cancer"),
        ("exograph view --source adip", "adipose\\ tissue"),
        ("exograph mechanism --drug TM", "TMZ"),
    ],
)
def test_names(home: Path, line: str, offered: str) -> None:
    assert offered in completed(home, line)


def test_zsh_quotes_by_itself(home: Path) -> None:
    assert "breast cancer" in completed(home, "exograph mechanism --cancer breast", shell="zsh")


def test_a_store_that_is_named(tmp_path: Path, bundled_path: Path) -> None:
    line = f"exograph mechanism --store embedded:{bundled_path} --drug temo"
    assert completed(tmp_path, line) == ["temozolomide"]
    assert completed(tmp_path, "exograph mechanism --drug temo", EXOGRAPH_STORE=f"embedded:{bundled_path}") == [
        "temozolomide"
    ]


def test_nothing_is_built_and_nothing_said(tmp_path: Path) -> None:
    assert completed(tmp_path, "exograph mechanism --drug temo") == []
    assert list(tmp_path.iterdir()) == []


def test_no_server_is_asked(tmp_path: Path) -> None:
    assert completed(tmp_path, "exograph mechanism --store bolt://127.0.0.1:9 --drug temo") == []


def test_a_damaged_store_is_silent(tmp_path: Path) -> None:
    (tmp_path / "exograph").mkdir()
    (tmp_path / "exograph" / "graph.kgl").write_bytes(b"not a store")
    assert completed(tmp_path, "exograph mechanism --drug temo") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_to_add(shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert f"_EXOGRAPH_COMPLETE={shell}_source exograph" in ran.out
    assert len(ran.out.splitlines()) == 1
    assert run("completion", "csh").code == 2


def test_the_line_works_in_bash(home: Path) -> None:
    """The line is taken by a real bash, and its function fills COMPREPLY."""
    line = run("completion", "bash").out
    words = "COMP_WORDS=(exograph mechanism --drug temo)\nCOMP_CWORD=3"
    script = f'{line}\n{words}\n_exograph_completion exograph\necho "${{COMPREPLY[@]}}"'
    environment = {**os.environ, "XDG_DATA_HOME": str(home), "PATH": f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}"}
    ran = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "temozolomide", ran.stderr
