"""The canned questions as files: what a header must say, and that every bundled one says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exograph.errors import DataError, UsageError
from exograph.questions import canned, catalogue, options
from exograph.questions.catalogue import read_query

GOOD = """\
// title: Targets of a drug
// question: On which genes does this drug act?
// parameter drug: Drug the treatment
// parameter gene: Gene* only these genes
// parameter since: integer? first year
// column gene: symbol
// example drug=cetuximab
MATCH (d:Drug {id: $drug})-[:TARGETS]->(g:Gene)
WHERE (size($gene) = 0 OR g.id IN $gene) AND ($since IS NULL OR $since > 0)
RETURN g.name AS gene ORDER BY gene
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "targets.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_header_is_read(tmp_path: Path) -> None:
    query = read_query(written(tmp_path, GOOD))
    assert (query.name, query.title, query.example) == ("targets", "Targets of a drug", (("drug", "cetuximab"),))
    assert [(p.name, p.kind, p.many, p.optional) for p in query.parameters.values()] == [
        ("drug", "Drug", False, False),
        ("gene", "Gene", True, True),
        ("since", "integer", False, True),
    ]
    assert query.columns == {"gene": "symbol"}
    assert not query.cypher.startswith("//")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("$since > 0", "true", "^never$"),
        ("($since IS NULL OR $since > 0)", "true", "since"),
        ("// parameter since: integer? first year\n", "", "since"),
        (" ORDER BY gene", "", "ORDER BY"),
        ("RETURN g.name AS gene ORDER BY gene", "WITH g ORDER BY g.id RETURN g.name AS gene", "ORDER BY"),
        ("// title: Targets of a drug\n", "", "title"),
        ("// question: On which genes does this drug act?\n", "", "question"),
        ("// column gene: symbol\n", "", "columns"),
        ("// title:", "// Title:", "no known form"),
        ("// parameter drug: Drug the", "// parameter drug Drug the", "no known form"),
        ("// parameter drug: Drug the", "// parameter drug: Medicine the", "no known kind"),
        ("// example drug=", "// example medicine=", "medicine"),
        ("// example drug=", "// example drug cetuximab, or =", "no known form"),
        ("// column gene: symbol", "// column gene: symbol\n// column gene: again", "twice"),
        ("// parameter drug: Drug the", "// parameter drug: Drug a\n// parameter drug: Drug the", "twice"),
    ],
)
def test_a_file_that_disagrees_with_its_header_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    path = written(tmp_path, text)
    if says == "^never$":
        assert read_query(path).parameters
        return
    with pytest.raises(DataError, match=says) as caught:
        read_query(path)
    assert "targets.cypher" in str(caught.value)


def test_there_are_at_least_25() -> None:
    assert len(catalogue.catalogue()) >= 25
    titles = [query.title for query in catalogue.catalogue().values()]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("query", catalogue.catalogue().values(), ids=lambda query: query.name)
def test_a_bundled_question_says_what_it_needs(query: catalogue.Query) -> None:
    assert query.question.endswith("?")
    given = {name for name, _ in query.example}
    needed = {name for name, parameter in query.parameters.items() if not parameter.optional}
    assert needed <= given


def test_the_parameters_of_mechanism_are_facets() -> None:
    assert set(catalogue.get("mechanism").parameters) <= set(options.names())


def test_a_name_that_is_none_gets_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        catalogue.get("drug_target")
    assert "drug_targets" in caught.value.hint
    with pytest.raises(UsageError, match="no canned question"):
        catalogue.get("")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([("medicine", "x")], "no parameter `medicine`"),
        ([], "needs the parameter `drug`"),
        ([("drug", "x"), ("since", "soon")], "no whole number"),
        ([("drug", "x"), ("since", "--5")], "no whole number"),
        ([("drug", "x"), ("since", "٣")], "no whole number"),
    ],
)
def test_parameters_are_checked_before_a_store_is_asked(
    tmp_path: Path, given: list[tuple[str, str]], says: str
) -> None:
    text = GOOD.replace("drug: Drug the", "drug: text the")
    with pytest.raises(UsageError, match=says):
        canned.run(None, read_query(written(tmp_path, text)), given, names=None)  # type: ignore[arg-type]


def test_a_value_for_one_is_not_given_twice(tmp_path: Path) -> None:
    text = GOOD.replace("drug: Drug the", "drug: text the")
    with pytest.raises(UsageError, match="twice"):
        canned.run(None, read_query(written(tmp_path, text)), [("drug", "a"), ("drug", "b")])  # type: ignore[arg-type]
