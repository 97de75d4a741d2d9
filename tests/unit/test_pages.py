"""docs/data.md and docs/schema.md are made from the graph, and current."""

from __future__ import annotations

import pytest

from exograph.knowledge.schema import load_schema
from exograph.resources import graph_dir
from exograph.stores.embedded import EmbeddedStore
from scripts import make_data_page, make_schema_page


def test_data_page_is_current() -> None:
    written = make_data_page.PAGE.read_text(encoding="utf-8")
    assert written == make_data_page.page(), f"docs/data.md is not current; run: {make_data_page.COMMAND}"


def test_schema_page_is_current() -> None:
    written = make_schema_page.PAGE.read_text(encoding="utf-8")
    assert written == make_schema_page.page(), f"docs/schema.md is not current; run: {make_schema_page.COMMAND}"


def test_schema_page_names_every_kind_and_property() -> None:
    page, schema = make_schema_page.page(), load_schema()
    for kind in schema.nodes.values():
        assert f"### {kind.label}\n\n{kind.describe}" in page
    for edge in schema.edges.values():
        assert f"| `{edge.type}` |" in page
        assert all(f"| `{one.name}` |" in page for one in edge.properties)
    assert "never on the type of the last edge" in page


@pytest.mark.parametrize("cypher", [cypher for _, cypher in make_schema_page.EXAMPLES])
def test_schema_examples_find_something(cypher: str, bundled_store: EmbeddedStore) -> None:
    """Free Cypher, as a reader would paste it."""
    assert bundled_store.free(cypher).rows


def test_every_left_out_statement_is_counted_under_a_reason() -> None:
    rows = (graph_dir() / "left_out.tsv").read_text(encoding="utf-8").splitlines()[1:]
    reasons = [make_data_page.reason(row.partition("\t")[2]) for row in rows]
    assert f"{len(rows)} statements were read" in make_data_page.page()
    assert reasons.count(make_data_page.OTHER) < len(rows) / 10, "give the new kinds of reason a word in REASONS"
