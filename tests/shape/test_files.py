"""The files at the top level: nothing of one machine, locks with hashes, DDL as the schema says, make and compose."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from exograph.knowledge.schema import load_schema
from exograph.stores.statements import statements
from tests.shape.source import ROOT, project_files, short

# In pieces, so that this file does not find itself
_HOSTS = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npmjs" + ".org",
    "repo.maven.apache" + ".org",
    "repo1.maven" + ".org",
    "crates" + ".io",
    "proxy.golang" + ".org",
    "deb.debian" + ".org",
]
_MACHINE = re.compile(r"(?<![\w.:/~-])/" + r"(?:work|root|farm|home|Users)/\w")
_SECRET = re.compile(r"(?i)(?:ghp_|gho_|AKIA|xox[bp]-)[0-9A-Za-z]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----")
_NOT_OURS = ("tests/browser/vendor/",)


def texts() -> list[tuple[str, str]]:
    """Name and text of every file of ours that is text."""
    found = []
    for path in project_files():
        name = short(path)
        if name.startswith(_NOT_OURS):
            continue
        try:
            found.append((name, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_there_are_files_to_read() -> None:
    names = {name for name, _ in texts()}
    assert {"pyproject.toml", "Makefile", "README.md", "LICENSE", "graph/schema.yaml"} <= names


def test_no_file_names_a_registry() -> None:
    assert [(name, host) for name, text in texts() for host in _HOSTS if host in text] == []


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [(name, match.group()) for name, text in texts() for match in [_MACHINE.search(text)] if match]
    assert found == []


def test_no_file_holds_a_secret() -> None:
    assert [name for name, text in texts() if _SECRET.search(text)] == []


# -- DDL


@pytest.mark.parametrize("store", ["embedded", "neo4j"])
def test_the_ddl_is_the_schema(store: str) -> None:
    schema = load_schema()
    ddl = statements((ROOT / "cypher" / "schema" / f"{store}.cypher").read_text(encoding="utf-8"))
    labels = [
        match.group(1)
        for text in ddl
        for match in [re.search(r"FOR \(n:(\w+)\) REQUIRE n.id IS UNIQUE", text)]
        if match
    ]
    types = [
        match.group(1)
        for text in ddl
        for match in [re.search(r"-\[e:(\w+)\]-\(\) REQUIRE e.id IS UNIQUE", text)]
        if match
    ]
    assert labels == list(schema.nodes)
    assert types == (list(schema.edges) if store == "neo4j" else [])
    assert len(ddl) == len(labels) + len(types)
    assert all(" IF NOT EXISTS " in text for text in ddl)


# -- locks


def locked(name: str) -> dict[str, list[str]]:
    """Package -> its pins with markers, from a lock file; every pin must have a hash."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for block in re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^#.*\n", "", text)):
        pin = block.partition("\\")[0].strip()
        assert re.match(r"[a-z0-9._-]+==\S+", pin), pin
        assert "--hash=sha256:" in block, pin
        found.setdefault(pin.partition("==")[0], []).append(pin)
    return found


def versions(name: str) -> dict[str, set[str]]:
    """Package -> its versions, whatever their markers."""
    return {package: {pin.partition(" ")[0] for pin in pins} for package, pins in locked(name).items()}


def declared() -> set[str]:
    """Run-time dependencies of pyproject.toml, and those of the extras that a lock covers."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert block
    names = re.findall(r'^\s*"([A-Za-z0-9-]+)', block.group(1), re.MULTILINE)
    return {name.lower() for name in names} | {"pyvis", "py2neo", "hatchling"}


@pytest.mark.parametrize("name", ["demo", "test"])
def test_a_lock_holds_every_dependency(name: str) -> None:
    assert len(declared()) > 8
    assert declared() <= locked(name).keys()


def test_both_locks_agree() -> None:
    demo, test = versions("demo"), versions("test")
    assert {name: found for name, found in demo.items() if not found <= test.get(name, set())} == {}


# -- make, CI, compose


def test_ci_runs_make_test_with_nothing_of_the_callers_shell(tmp_path: Path) -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    (tmp_path / ".ci").mkdir()
    copy = Path(shutil.copy(script, tmp_path / ".ci" / "run"))
    (tmp_path / "Makefile").write_text("test:\n\t@env\n", encoding="utf-8")
    given = {"PATH": os.environ["PATH"], "HOME": "/of-somebody", "PYTHONPATH": "x", "NEO4J_PASSWORD": "x",
             "PIP_CERT": "a file", "https_proxy": "an address"}  # fmt: skip
    done = subprocess.run([copy], env=given, capture_output=True, text=True, check=True)
    passed = dict(line.split("=", 1) for line in done.stdout.splitlines())
    assert passed["CI"] == "true"
    assert passed["PATH"] == "/usr/local/bin:/usr/bin:/bin"
    assert (passed["PIP_CERT"], passed["https_proxy"]) == ("a file", "an address")
    assert {"PYTHONPATH", "NEO4J_PASSWORD"}.isdisjoint(passed)
    assert passed["HOME"] != given["HOME"]
    assert not Path(passed["HOME"]).exists()  # and nothing is left of it


@pytest.mark.parametrize(("python", "says"), [("no-such-python", "no-such-python"), ("old", "3.9.18")])
def test_make_says_which_python_it_needs(tmp_path: Path, python: str, says: str) -> None:
    old = tmp_path / "old"
    old.write_text('#!/bin/sh\ncase "$2" in *version_info*) exit 1;; *) echo 3.9.18;; esac\n', encoding="utf-8")
    old.chmod(0o755)
    which = str(old) if python == "old" else python
    command = ["make", "demo", f"PYTHON={which}", f"VENV={tmp_path / 'venv'}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "exograph needs Python 3.10 or newer" in done.stderr
    assert says in done.stderr
    assert not (tmp_path / "venv").exists()


def test_compose_is_for_this_machine_alone() -> None:
    compose: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    service = compose["services"]["neo4j"]
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", service["image"])
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert "${NEO4J_PASSWORD:?" in service["environment"]["NEO4J_AUTH"]
    assert service["environment"]["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"
    assert service["healthcheck"]["test"]
    assert [volume.partition(":")[0] for volume in service["volumes"]] == list(compose["volumes"])
