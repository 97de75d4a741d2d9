"""The wheel alone, in an empty environment outside the checkout, answers a question."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """What a command prints; its errors where it fails."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the hatchling of the lock."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("exograph-*.whl")
    return built


def needed(package: str, seen: set[str] | None = None) -> set[str]:
    """Names of all packages that this one may need at run time, without extras; the lock's markers choose."""
    seen = set() if seen is None else seen
    try:
        lines = importlib.metadata.requires(package) or []
    except importlib.metadata.PackageNotFoundError:  # for another system or Python
        return seen
    for line in lines:
        requirement, _, marker = line.partition(";")
        name = re.split(r"[^A-Za-z0-9._-]", requirement.strip())[0].lower().replace("_", "-")
        if "extra ==" not in marker and name not in seen:
            seen.add(name)
            needed(name, seen)
    return seen


def locked(names: set[str]) -> str:
    """These packages' pins and hashes, as the lock of `make demo` has them."""
    text = (ROOT / "requirements" / "demo.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    return "\n".join(block for block in blocks if block.partition("==")[0] in names)


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    (folder / "needed.txt").write_text(locked(needed("exograph")), encoding="utf-8")
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-compile")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", folder / "needed.txt", cwd=folder)
    run(*pip, "--no-deps", "--no-index", wheel, cwd=folder)
    run(python, "-m", "pip", "--disable-pip-version-check", "check", cwd=folder)
    return folder


def test_the_wheel_carries_graph_and_cypher(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("graph", "cypher"):
        inside = {name for name in names if name.startswith(f"exograph/_bundled/{folder}/")}
        beside = {
            f"exograph/_bundled/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert inside == beside
    assert "exograph/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "src/"))]


def test_the_wheel_answers_a_question(environment: Path) -> None:
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "NEO4J", "XDG", "EXOGRAPH"))
    }
    clean = {**kept, "HOME": str(environment), "XDG_DATA_HOME": str(environment / "data")}
    binary = environment / "venv" / "bin"
    where = run(
        binary / "python", "-c", "import exograph.resources as r; print(r.graph_dir())", cwd=environment, env=clean
    )
    assert str(environment) in where
    answer = json.loads(
        run(binary / "exograph", "mechanism", "--drug", "temozolomide", "--json", cwd=environment, env=clean)
    )
    assert answer["paths"]
    assert {path["kind"] for path in answer["paths"]} == {"reported"}
    assert all(path["publication"]["pmid"] or path["publication"]["doi"] for path in answer["paths"])
