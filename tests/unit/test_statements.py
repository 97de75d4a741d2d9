"""Files of statements: DDL by semicolon, named statements by their line, kinds filled in and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exograph.resources import cypher_dir
from exograph.stores import statements as module
from exograph.stores.statements import filled, named, statements

STORES = Path(module.__file__).parent


def test_statements_end_with_a_semicolon_and_comments_go() -> None:
    text = "// one; two\nRETURN 1;\n\n  // three\nRETURN 2\nAS x;\n;\n"
    assert statements(text) == ["RETURN 1", "RETURN 2\nAS x"]


def test_named_statements(tmp_path: Path) -> None:
    path = tmp_path / "named.cypher"
    path.write_text(
        "// A file.\n\n// First.\n// name: one\nRETURN 1;\n\n// name: two\nRETURN\n  2;\n", encoding="utf-8"
    )
    assert named(path) == {"one": "RETURN 1", "two": "RETURN\n  2"}


def test_kinds_are_filled_in() -> None:
    statement = "MATCH (a:<source>)-[e:<type>]->(b:<target>) WHERE a.x < b.y AND b.y > 1 RETURN e"
    assert filled(statement, source="Gene", type="REPRESSES", target="Cargo") == (
        "MATCH (a:Gene)-[e:REPRESSES]->(b:Cargo) WHERE a.x < b.y AND b.y > 1 RETURN e"
    )


@pytest.mark.parametrize("kind", ["Gene) DETACH DELETE (n", "Gene:Person", "", "1st", "Ge ne", "`Gene`", "Gene\n"])
def test_what_is_no_kind_is_not_filled_in(kind: str) -> None:
    with pytest.raises(ValueError, match="not a label or type"):
        filled("MATCH (n:<label>) RETURN n", label=kind)


@pytest.mark.parametrize("path", sorted((cypher_dir() / "store").glob("*.cypher")), ids=lambda path: path.name)
def test_every_statement_of_a_store_is_one_and_is_used(path: Path) -> None:
    code = "\n".join(source.read_text(encoding="utf-8") for source in STORES.glob("*.py"))
    held = named(path)
    assert held
    for name, statement in held.items():
        assert ";" not in statement
        assert not re.search(r"(?m)^//", statement)
        assert f'"{name}"' in code, f"{name} is never run"
