"""What is made by a script is current: docs/data.md, docs/schema.md, the queries that differ by kind alone."""

from __future__ import annotations

import pytest

from exograph.knowledge.schema import load_schema
from exograph.resources import graph_dir
from exograph.stores.embedded import EmbeddedStore
from scripts import make_data_page, make_queries, make_schema_page


def test_data_page_is_current() -> None:
    written = make_data_page.PAGE.read_text(encoding="utf-8")
    assert written == make_data_page.page(), f"docs/data.md is not current; run: {make_data_page.COMMAND}"


def test_schema_page_is_current() -> None:
    written = make_schema_page.PAGE.read_text(encoding="utf-8")
    assert written == make_schema_page.page(), f"docs/schema.md is not current; run: {make_schema_page.COMMAND}"


def test_queries_of_a_family_are_current() -> None:
    made = dict(make_queries.queries())
    folder = make_queries.CYPHER / "queries"
    assert set(made) == {path.stem for path in (*folder.glob("by_*.cypher"), *folder.glob("most_studied_*.cypher"))}
    for name, text in made.items():
        written = (folder / f"{name}.cypher").read_text(encoding="utf-8")
        assert written == text, f"{name} is not current; run: {make_queries.COMMAND}"


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
