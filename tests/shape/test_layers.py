"""Rooms import only from rooms above them, Cypher stands in cypher/, and public names say what they are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exograph.stores.base import Store
from tests.shape.source import PACKAGE, ROOT, modules, short, tree

_PATTERN = re.compile(r"\b(MATCH|MERGE|CREATE)\s*\(")
# Store's Protocol documents these for every store
_DOCUMENTED_IN_BASE = {name for name in vars(Store) if not name.startswith("_")}


def test_the_layers_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module that is not a docstring, f-strings joined with their holes left empty."""
    docstrings: set[ast.expr] = set()
    parts: set[ast.expr] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                docstrings.add(first.value)
        if isinstance(node, ast.JoinedStr):
            parts.update(value for value in node.values if isinstance(value, ast.Constant))
            yield node.lineno, "".join(str(v.value) if isinstance(v, ast.Constant) else "" for v in node.values)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings | parts:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", [path for path in modules() if PACKAGE in path.parents], ids=short)
def test_no_cypher_stands_in_python(path: Path) -> None:
    found = [f"{short(path)}:{line}: {text.strip()[:60]}" for line, text in strings(path) if _PATTERN.search(text)]
    assert found == [], "statements belong in cypher/"


def test_the_search_for_cypher_finds_it(tmp_path: Path) -> None:
    assert _PATTERN.search("UNWIND $rows AS row MATCH (a)")
    assert not _PATTERN.search("MATCH is a word")


def undocumented(path: Path) -> Iterator[str]:
    """Public modules, classes, functions and methods without a docstring."""
    module = tree(path)
    if ast.get_docstring(module) is None and module.body:
        yield f"{short(path)}: the module"
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if ast.get_docstring(node) is None:
                yield f"{short(path)}:{node.lineno}: {node.name}"
            if isinstance(node, ast.ClassDef):
                yield from _methods(path, node)


def _methods(path: Path, node: ast.ClassDef) -> Iterator[str]:
    known = set() if node.name == "Store" else _DOCUMENTED_IN_BASE
    for method in node.body:
        if not isinstance(method, ast.FunctionDef) or method.name.startswith("_") or method.name in known:
            continue
        if ast.get_docstring(method) is None and len(method.body) > 1:  # one line says it itself
            yield f"{short(path)}:{method.lineno}: {node.name}.{method.name}"


@pytest.mark.parametrize("path", [path for path in modules() if PACKAGE in path.parents], ids=short)
def test_public_names_are_documented(path: Path) -> None:
    assert list(undocumented(path)) == []
