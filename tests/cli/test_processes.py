"""What only a process of its own shows: pipes, signals, two at once, a first question on a fresh machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAM, Run
from tests.tables import cells, write

# `exograph build` that waits in the middle of saving, so that a signal meets it there
STOPPED = """
import sys, time
from pathlib import Path
from exograph.stores.embedded import EmbeddedStore
from exograph.cli import main

class Slow:
    def __init__(self, made): self.made = made
    def save(self, path):
        Path(path + ".tmp.1").write_bytes(b"half")
        print("saving", flush=True)
        time.sleep(30)

make = EmbeddedStore._make
EmbeddedStore._make = lambda self, graph: Slow(make(self, graph))
main(sys.argv[1:])
"""


def test_the_first_question_builds_by_itself(program: Run, tmp_path: Path) -> None:
    fresh = {"XDG_DATA_HOME": str(tmp_path / "fresh")}
    first = program("mechanism", "--drug", "temozolomide", "--json", env=fresh)
    assert first.code == 0
    assert "building the graph" in first.err
    assert json.loads(first.out)["paths"]
    second = program("mechanism", "--drug", "temozolomide", "--json", env=fresh)
    assert (second.out, second.err) == (first.out, "")
    assert {path.name for path in (tmp_path / "fresh" / "exograph").iterdir()} == {"graph.kgl", "graph.kgl.building"}


def test_a_reader_that_goes_away_is_no_error(environment: dict[str, str]) -> None:
    for words in (["stats"], ["query", "list"], ["mechanism", "--modality", "chemotherapy", "--json"], ["--help"]):
        process = subprocess.Popen(
            [PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, bufsize=0
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # before a line is written: what `| true` does
        noise = process.stderr.read()
        process.stderr.close()
        assert (process.wait(timeout=30), noise) == (0, b""), words


def test_head_takes_a_line(environment: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-c", f'set -o pipefail; "{PROGRAM}" stats | head -1'], capture_output=True, text=True, check=False,
        env=environment,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("store ")


def test_a_full_disk_is_told(environment: dict[str, str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [PROGRAM, "stats"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def _stopped_build(environment: dict[str, str], store: Path, claims: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", STOPPED, "build", "--store", f"embedded:{store}", "--claims", str(claims)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "saving\n"
    return process


@pytest.fixture
def built(program: Run, tmp_path: Path) -> Path:
    store = tmp_path / "store" / "graph.kgl"
    assert program("build", "--store", f"embedded:{store}").code == 0
    return store


def _files(store: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.parent.iterdir()}


def test_an_interrupted_build_leaves_the_old_file_and_no_other(
    environment: dict[str, str], built: Path, tmp_path: Path
) -> None:
    before = _files(built)
    process = _stopped_build(environment, built, write(tmp_path / "mine.tsv"))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    assert "interrupted" in err
    assert "Traceback" not in err
    assert _files(built) == before


def test_a_killed_build_leaves_the_old_file_and_the_next_one_sweeps(
    environment: dict[str, str], built: Path, tmp_path: Path, program: Run
) -> None:
    before = _files(built)
    process = _stopped_build(environment, built, write(tmp_path / "mine.tsv"))
    process.kill()
    process.communicate(timeout=30)
    assert _files(built) == {**before, "graph.kgl.tmp.1": b"half"}
    assert program("stats", "--store", f"embedded:{built}").code == 0  # no lock is left behind
    again = program("build", "--store", f"embedded:{built}")
    assert (again.code, again.out.splitlines()[-1]) == (0, "nothing changed")
    assert _files(built) == before


# `exograph` on a disk that takes no file of more than 4 kB
CRAMPED = """
import resource, sys
from exograph.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
main(sys.argv[1:])
"""


def test_a_disk_that_is_full_during_a_build(environment: dict[str, str], built: Path, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.tsv", cells(drug="vinblastine"))
    before = _files(built)
    done = subprocess.run(
        [sys.executable, "-c", CRAMPED, "build", "--store", f"embedded:{built}", "--claims", mine],
        capture_output=True, text=True, check=False, env=environment,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (4, "")
    assert f"{built} cannot be written" in done.stderr
    assert "free space" in done.stderr
    assert _files(built) == before


def test_two_builds_at_once(environment: dict[str, str], tmp_path: Path, program: Run) -> None:
    store = tmp_path / "store" / "graph.kgl"
    words = [str(PROGRAM), "build", "--store", f"embedded:{store}"]
    both = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    ends = sorted(process.communicate(timeout=60)[0].splitlines()[-1] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert ends[0].endswith("created, 0 removed")
    assert ends[1] == "nothing changed"
    assert not [name for name in _files(store) if ".tmp." in name]
    assert program("stats", "--store", f"embedded:{store}").code == 0


def test_a_question_waits_for_no_writer(environment: dict[str, str], built: Path, tmp_path: Path, program: Run) -> None:
    process = _stopped_build(environment, built, write(tmp_path / "mine.tsv", cells(drug="vinblastine")))
    try:
        started = time.monotonic()
        assert program("stats", "--store", f"embedded:{built}").code == 0
        assert time.monotonic() - started < 20
    finally:
        process.kill()
        process.communicate(timeout=30)


def test_output_is_utf8_without_colour_in_a_pipe_whatever_the_locale(program: Run) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"}
    result = program("mechanism", "--drug", "temozolomide", env=plain)
    assert result.code == 0
    assert "\x1b" not in result.out


def test_a_locale_without_unicode_is_no_mistake(environment: dict[str, str]) -> None:
    ascii_only = {**environment, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    done = subprocess.run(
        [PROGRAM, "mechanism", "--modality", "immunotherapy"], capture_output=True, env=ascii_only, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert os.fsdecode(done.stderr) == ""
