"""Modules that one reads at a sitting, functions that fit on a screen."""

from __future__ import annotations

from tests.shape.source import functions, modules, short

MODULE_LINES = 300
FUNCTION_LINES = 40

# What may be longer, and why. An entry that is no longer needed must go.
LONG_MODULES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def long_modules() -> dict[str, int]:
    """Modules above the limit with their lines."""
    sizes = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    return {name: lines for name, lines in sizes.items() if lines > MODULE_LINES}


def long_functions() -> dict[str, int]:
    """Functions above the limit with their lines, the signature and the docstring counted."""
    found = {}
    for path in modules():
        for name, node in functions(path):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                found[f"{short(path)}:{name}"] = lines
    return found


def test_there_are_modules_to_measure() -> None:
    assert len(modules()) > 20


def test_modules_are_short() -> None:
    assert {name: lines for name, lines in long_modules().items() if name not in LONG_MODULES} == {}


def test_functions_are_short() -> None:
    assert {name: lines for name, lines in long_functions().items() if name not in LONG_FUNCTIONS} == {}


def test_every_exception_is_needed() -> None:
    assert LONG_MODULES.keys() <= long_modules().keys()
    assert LONG_FUNCTIONS.keys() <= long_functions().keys()
    assert len(LONG_MODULES) + len(LONG_FUNCTIONS) <= 5
