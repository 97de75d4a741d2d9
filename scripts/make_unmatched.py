"""Writes graph/unmatched.tsv: the names in claims that no bundled vocabulary knows."""

from __future__ import annotations

from exograph.build import read
from exograph.knowledge.vocab_checks import listing
from exograph.resources import graph_dir

if __name__ == "__main__":
    path = graph_dir() / "unmatched.tsv"
    path.write_text(listing(read().claims), encoding="utf-8")
    print(f"{path}: {len(path.read_text(encoding='utf-8').splitlines()) - 1} names")
