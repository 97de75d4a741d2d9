"""The text form of a question: reading undoes writing, and an error points at its column."""

from __future__ import annotations

import json
import random
import re

import pytest

from exograph.errors import UsageError
from exograph.questions import text
from exograph.questions.facets import FACETS
from exograph.questions.kinds import KINDS
from exograph.questions.question import (
    OF_A_KIND,
    WANTS,
    Condition,
    Not,
    Question,
    Term,
    both,
    either,
    negated,
    read_document,
)

ODD = (
    "cisplatin", "Wharton's jelly", "a b", "a  b", " a", "b ", "and", "or", "not", "where", "with", "order", "by",
    "limit", "AND", "drug or cargo", "drug = cisplatin", "a=b", "!=", "!", "(", ")", "(a)", 'a"b', '"', '""', "\\",
    "a\\", '\\"', "\\n", "a\nb", "\t", "any of", "None", "naïve", "TGF-β1", "白血病", "İ", "\u00a0", "a\u00a0b",
    "\u2028", "😀", "it's", "compare", "paths", "year", "-year", "5", "x" * 5_000, "and " * 400, "{", "$values", "%s",
    "//", "a\rb", "\x00",
)  # fmt: skip
WORDS = {name: facet for name, facet in FACETS.items() if facet.words}
FREE = [name for name, facet in FACETS.items() if facet.read is None]  # any text may be their value
READ = {"year": ("2020", "2018-2022", "-2015", "2021-"), "paper": ("26514126", "PMC8642676", "10.1038/s41416-018-025"),
        "claim": ("PMID:26514126/1", "x y", "not")}  # fmt: skip


def values(rng: random.Random, facet: str) -> tuple[str, ...]:
    number = rng.choice((1, 1, 2, 3))
    if facet in FREE:
        made = ["".join(rng.sample(ODD, rng.choice((1, 1, 2)))) for _ in range(number)]
        return tuple(dict.fromkeys(value for value in made if value.strip())) or ("x",)
    if facet == "model" and rng.random() < 0.5:
        return ("only in vitro",)
    allowed = READ.get(facet) or WORDS[facet].words
    return tuple(dict.fromkeys(rng.choice(allowed) for _ in range(number)))


def condition(rng: random.Random, depth: int = 3) -> Condition:
    if depth == 0 or rng.random() < 0.3:
        facet = rng.choice(tuple(FACETS))
        return Term(facet, values(rng, facet))
    if rng.random() < 0.25:
        return negated(condition(rng, depth - 1))
    made = rng.choice((both, either))(*(condition(rng, depth - 1) for _ in range(rng.choice((2, 3)))))
    assert made is not None
    return made


def question(rng: random.Random) -> Question:
    want = rng.choice(WANTS)
    return Question(
        want=want, kind=rng.choice(tuple(KINDS)) if want in OF_A_KIND else "",
        where=condition(rng) if rng.random() < 0.8 else None,
        verdict=condition(rng) if want == "verdict" else None,
        sides=tuple(condition(rng, 2) for _ in range(rng.choice((2, 3)))) if want == "compare" else (),
        order=rng.choice(("", "year", "-year")), limit=rng.choice((None, 1, 5, 999_999)),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_reading_undoes_writing(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        asked = question(rng)
        written = text.write(asked)
        assert text.read(written) == asked, written
        assert text.write(text.read(written)) == written


@pytest.mark.parametrize("seed", range(5))
def test_the_document_gives_the_question_back(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        asked = question(rng)
        assert read_document(json.loads(json.dumps(asked.document()))) == asked


@pytest.mark.parametrize("value", [value for value in ODD if value.strip()])
@pytest.mark.parametrize("facet", ["drug", "journal", "claim"])
def test_any_text_can_be_a_value(facet: str, value: str) -> None:
    asked = Question(where=both(Term(facet, (value, "other")), Not(Term(facet, (value,)))))
    assert text.read(text.write(asked)) == asked


def test_any_and_none_as_names_of_nothing_else() -> None:
    asked = Question("list", "cargo", both(Term("drug", ("any",)), Term("cancer", ("none",))))
    assert text.write(asked) == "list cargo where drug = any and cancer = none"
    assert text.read(text.write(asked)) == asked


SAME = (
    ("list cargo where cancer = lung cancer and not target = STAT3",
     "LIST Cargos WHERE Cancer=lung   cancer AND NOT Target =STAT3",
     "  list\tcargo\nwhere cancer= lung cancer and target != STAT3  ",
     'list cargo where (cancer = "lung cancer") and (not (target = STAT3))'),
    ("paths where drug = cisplatin or paclitaxel", "drug = cisplatin or paclitaxel",
     "Drug = cisplatin OR paclitaxel"),
    ("paths where not (drug = a or cargo = b)", "not(drug=a or cargo=b)", "paths where NOT ( drug = a or cargo = b )"),
    ("paths where cargo-kind = miRNA", "cargo_kind = miRNA", "CARGO-KIND = miRNA"),
    ("paths where drug = a", "not not drug = a", "((drug = a))", "drug = a and drug = a", "drug = a or a"),
    ("count papers where year = 2018-2022 order by -year limit 5",
     "COUNT paper WHERE year=2018-2022 ORDER -year LIMIT 5"),
)  # fmt: skip


@pytest.mark.parametrize("variants", SAME, ids=lambda variants: variants[0])
def test_blanks_and_case_do_not_matter(variants: tuple[str, ...]) -> None:
    assert {text.read(variant) for variant in variants} == {text.read(variants[0])}


# text, and what stands where the error points
WRONG = (
    ("list", 5, "is no kind"),
    ("list dogs where drug = a", 6, "`dogs` is no kind"),
    ("list cargo where", 17, "missing before the end"),
    ("list cargo where drgu = a", 18, "no facet `drgu`"),
    ("list cargo where drug a", 23, "`drug` needs `=`"),
    ("list cargo where drug =", 24, "`drug` has no value"),
    ("list cargo where drug = and cancer = b", 25, "`drug` has no value"),
    ('list cargo where drug = ""', 25, "`drug` has no value"),
    ("list cargo where drug = a or", 29, "`drug` has no value"),
    ("list cargo where (drug = a", 18, "parenthesis is not closed"),
    ("list cargo where drug = a)", 26, "`)` is not understood here"),
    ("list cargo where drug = a cancer = b", 34, "`=` is not understood here"),
    ('list cargo where drug = "a', 25, "quotation mark that is not closed"),
    ("list cargo where year = 20", 25, "is no year"),
    ("list cargo where year = 2022-2018", 25, "runs backwards"),
    ("list cargo where drug = a and effect = kills", 40, "is no effect"),
    ("list cargo where paper = Lou 2015", 26, "is no identifier of a paper"),
    ("list cargo where drug = a order by size", 36, "is no order"),
    ("list cargo where drug = a limit 0", 33, "is no limit"),
    ("list cargo where drug = a limit five", 33, "is no limit"),
    ("list cargo where drug = a limit 5 limit 6", 35, "`limit` is not understood here"),
    ("which drugs", 1, "does not begin with `which`"),
    ("compare drug = a", 17, "compare with what?"),
    ("verdict", 8, "missing before the end"),
    ("drug = a and and cargo = b", 14, "missing before `and`"),
    ("drug = a = b", 10, "`=` is not understood here"),
    ("list cargo where\n\tdrgu = a", 19, "no facet `drgu`"),
    (f"drug = {'x ' * 200}and drgu = a", 412, "no facet `drgu`"),
)  # fmt: skip


@pytest.mark.parametrize(("wrong", "column", "what"), WRONG, ids=[wrong[0][:60] for wrong in WRONG])
def test_an_error_points_at_its_column(wrong: str, column: int, what: str) -> None:
    with pytest.raises(UsageError) as raised:
        text.read(wrong)
    message, shown, mark = raised.value.message.split("\n")
    assert message.startswith(f"column {column}: ") and what in message, message
    assert raised.value.hint
    pointed = len(mark) - 1  # under the very character, however much of the text is shown
    expected = re.sub(r"\s", " ", wrong)[column - 1 : column + 3]
    assert shown[pointed : pointed + 4].rstrip() == expected.rstrip()[: len(shown) - pointed]


def test_nothing_is_asked_back() -> None:
    for nothing in ("", "  ", "\n"):
        with pytest.raises(UsageError, match="which question"):
            text.read(nothing)
