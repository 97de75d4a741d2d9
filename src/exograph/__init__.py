"""exograph: ask what is published about mesenchymal-stem-cell exosomes in cancer therapy.

`exograph.open()` gives a graph to ask (docs/python.md); it is imported when it is first used, so that `import exograph`
and the command line stay fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from exograph.api import Exograph, Result, Rows, open

__version__ = "0.1.0"
__all__ = ["Exograph", "Result", "Rows", "__version__", "open"]


def __getattr__(name: str) -> Any:
    if name in {"Exograph", "Result", "Rows", "open"}:
        from importlib import import_module

        return getattr(import_module("exograph.api"), name)
    raise AttributeError(f"module `exograph` has no attribute `{name}`")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
