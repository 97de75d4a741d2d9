"""A full disk, an encoding with few letters, streams that are closed, Ctrl-C: one sentence and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exograph.cli import COMMANDS
from tests.cli.conftest import PROGRAM, Run

FULL = Path("/dev/full")
WORDS = {
    "ask": ["ask", "which miRNAs suppress glioma?"],
    "mechanism": ["mechanism", "--drug", "temozolomide"],
    "find": ["find", "list cargo where cancer = glioma"],
    "query": ["query", "list"],
    "query show": ["query", "show", "drug_targets"],
    "query run": ["query", "run", "most_studied_drugs"],
    "cypher": ["cypher", "RETURN 1 AS one"],
    "view": ["view", "--help"],
    "map": ["map", "--rows", "modality", "--columns", "effect"],
    "site": ["site", "--help"],
    "ground": ["ground", "TMZ"],
    "stats": ["stats"],
    "build": ["build"],
    "check": ["check"],
    "claim": ["claim", "template"],
    "claim columns": ["claim", "columns"],
    "diff": ["diff", "bundled", "bundled"],
    "sources": ["sources"],
    "mcp": ["mcp", "--help"],
    "completion": ["completion", "bash"],
    "--help": ["--help"],
    "--version": ["--version"],
}


def test_every_command_is_tried() -> None:
    assert {name.split()[0] for name in WORDS} - {"--help", "--version"} == set(COMMANDS)


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("name", WORDS)
def test_a_full_disk_is_told_in_a_sentence(environment: dict[str, str], name: str) -> None:
    environment.pop("PYTHONUNBUFFERED", None)
    with FULL.open("w") as full:
        done = subprocess.run(
            [PROGRAM, *WORDS[name]], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "exograph: the answer cannot be written: No space left on device"
    assert "Exception ignored" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has /dev/full")
def test_a_message_that_cannot_be_written_changes_no_exit_code(environment: dict[str, str]) -> None:
    for words, code in ((["stats"], 0), (["mechanism"], 2), (["mechanism", "--drug", "unobtainium"], 1)):
        with FULL.open("w") as full:
            done = subprocess.run([PROGRAM, *words], stdout=subprocess.PIPE, stderr=full, check=False, env=environment)
        assert done.returncode == code, words


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams_are_no_mistake(environment: dict[str, str], closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{PROGRAM}" stats {closed}'], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_letters_that_an_encoding_lacks_are_escaped(environment: dict[str, str], encoding: str) -> None:
    words = ["cypher", "RETURN 'β-catenin ⊣ é 🧬' AS text"]
    environment["PYTHONIOENCODING"] = encoding
    shown = subprocess.run([PROGRAM, *words], capture_output=True, env=environment, check=False)
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert r"\u03b2-catenin \u22a3 " in shown.stdout.decode(encoding)
    found = subprocess.run([PROGRAM, *words, "--json"], capture_output=True, env=environment, check=False)
    assert json.loads(found.stdout.decode(encoding))["rows"] == [{"text": "β-catenin ⊣ é 🧬"}]


def test_a_wrong_word_can_be_told_in_any_encoding(environment: dict[str, str]) -> None:
    environment["PYTHONIOENCODING"] = "ascii"
    done = subprocess.run([PROGRAM, "stats", "--ünknown"], capture_output=True, env=environment, check=False)
    assert done.returncode == 2
    assert b"nknown" in done.stderr


# Ctrl-C at the moment when a module is first asked for
INTERRUPTED = """
import os, signal, sys

class Press:
    def find_spec(self, name, path=None, target=None):
        if name == WHEN:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Press())
WHEN = sys.argv.pop(1)
from exograph.__main__ import run
run()
"""


@pytest.mark.parametrize(
    "module", ["exograph.cli", "click", "exograph.cli.streams", "exograph.cli.stats", "exograph.build", "kglite"]
)
def test_ctrl_c_is_quiet_from_the_first_import_on(environment: dict[str, str], module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, module, "stats"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr in ("", "\nexograph: interrupted; nothing was half-written\n")


def test_an_ignored_ctrl_c_stays_ignored(environment: dict[str, str]) -> None:
    """As `nohup` and a shell's `&` start a program."""
    code = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n{INTERRUPTED}"
    done = subprocess.run(
        [sys.executable, "-c", code, "click", "stats"], capture_output=True, env=environment, check=False
    )
    assert done.returncode == 0


def test_the_package_is_a_program_too(run: Run) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "exograph", "--version"],
        capture_output=True,
        text=True,
        env=dict(os.environ),
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, run("--version").out)
