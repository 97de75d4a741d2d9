"""The command line under test: in this process where that is enough, as the installed program where it is not."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from exograph.cli import main
from exograph.knowledge.vocabulary import Vocabulary
from exograph.stores.embedded import EmbeddedStore
from tests.graphs import bundled_graph, vocabulary

PROGRAM = Path(sys.executable).with_name("exograph")
OURS = ("EXOGRAPH_", "NEO4J_", "XDG_", "CLICOLOR", "NO_COLOR")
Run = Callable[..., "Result"]


@dataclass(frozen=True)
class Result:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


@pytest.fixture(scope="session")
def data_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's data folder with the bundled graph built into the default store."""
    home = tmp_path_factory.mktemp("home")
    store = EmbeddedStore.open(home / "exograph" / "graph.kgl")
    store.load(bundled_graph())
    return home


@pytest.fixture
def home(tmp_path: Path, bundled_path: Path) -> Path:
    """A data home with the bundled graph built."""
    (tmp_path / "exograph").mkdir()
    for path in bundled_path.parent.glob("graph.kgl*"):
        shutil.copy(path, tmp_path / "exograph" / path.name)
    return tmp_path


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, data_home: Path, tmp_path: Path) -> dict[str, str]:
    """No settings of somebody's own shell; the user's data folder; an empty working folder."""
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(data_home))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return dict(os.environ)


@pytest.fixture
def run(environment: dict[str, str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `exograph` with these words in this process."""
    once = vocabulary()  # read once a session: reading it for each of these tests would take most of the time
    monkeypatch.setattr(Vocabulary, "load", classmethod(lambda cls, folder=None: once))

    def runner(*words: str | Path) -> Result:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        captured = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Result(ended.value.code, captured.out, captured.err)

    return runner


@pytest.fixture
def program(environment: dict[str, str]) -> Run:
    """Run the installed `exograph` as a process of its own."""
    assert PROGRAM.is_file(), f"exograph is not installed beside {sys.executable}: pip install -e ."

    def runner(*words: str | Path, env: dict[str, str] | None = None, timeout: float = 60, stdin: str = "") -> Result:
        done = subprocess.run(
            [PROGRAM, *map(str, words)], capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False,
            env={**environment, **(env or {})}, input=stdin,
        )  # fmt: skip
        return Result(done.returncode, done.stdout, done.stderr)

    return runner


def pasted(command: str) -> list[str]:
    """The words of a command as a shell would split it, without `exograph`."""
    words = shlex.split(command)
    assert words[0] == "exograph", command
    return words[1:]
