"""`exograph sources`: every bundled file with its origin and licence."""

from __future__ import annotations

from exograph.knowledge.origins import origins
from exograph.sources import READERS
from tests.cli.running import run


def test_every_file_and_format_is_listed() -> None:
    ran = run("sources")
    assert ran.code == 0
    for one in origins():
        assert f"{one.file}  ({one.rows:,} rows" in ran.out
        assert f"licence  {one.licence}" in ran.out
    for reader in READERS.values():
        assert reader.origin in ran.out


def test_json() -> None:
    document = run("sources", "--json").json()
    assert [one["file"] for one in document["bundled"]] == [one.file for one in origins()]
    assert {one["name"] for one in document["readers"]} == set(READERS)
    [shared] = [one for one in document["bundled"] if one["file"] == "drugs_drugcentral.tsv"]
    assert "CC BY-SA 4.0" in shared["licence"]
