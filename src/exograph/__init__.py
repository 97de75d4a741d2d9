"""exograph: ask what is published about mesenchymal-stem-cell exosomes in cancer therapy."""

from __future__ import annotations

__version__ = "0.1.0"
