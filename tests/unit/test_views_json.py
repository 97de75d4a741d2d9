"""The documented JSON shape: its schema, its page, its safety."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from exograph import __version__
from exograph.questions.answer import Answer, Hidden, Nearest, Nothing, Offered, Reply, Understood
from exograph.questions.command import command
from exograph.questions.question import Question, Term, both
from exograph.questions.text import read, write
from exograph.views import json_view
from tests.unit.answers import WORKED, all_effects, hostile_answer, make_answer, make_fact, make_paper, make_path

SCHEMA: dict[str, Any] = json.loads(json_view.SCHEMA_FILE.read_text(encoding="utf-8"))
PAGE = Path(__file__).resolve().parents[2] / "docs" / "json.md"


def validate(document: Any) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(document)


ASKED = Question(
    where=both(
        Term("drug", ("cisplatin",)), Term("cancer", ("breast cancer",)), Term("effect", ("reverses resistance",))
    )
)


def example() -> Answer:
    """The answer that docs/json.md shows."""
    path = make_path("PMID:601/1", effect="reverses resistance", mechanism="miR-1236 -| SLC9A1",
                     source="adipose tissue", drugs=["cisplatin"], cancers=["breast cancer"],
                     markers=[("BAX", "up")], model="in vitro",
                     summary="miR-1236 in the vesicles lowers SLC9A1 in resistant cells.")  # fmt: skip
    return make_answer(
        path,
        question="how do MSC exosomes reverse cisplatin resistance in breast cancer?",
        asked=ASKED,
        text=write(ASKED),
        command=command(ASKED),
        understood=(Understood("cisplatin", "Drug", "test:cisplatin", "cisplatin", "", "drug"),),
        reply=Reply("paths", "1 reported path."),
        hidden=Hidden(retracted=1),
    )


ANSWERS = [
    make_answer(*all_effects(), *WORKED.values()),
    make_answer(),
    make_answer(nothing=Nothing("why", (Nearest("a", "b"),)), reply=Reply("refusal", "no")),
    make_answer(reply=Reply("count", "3 papers", ({"n": 3, "names": ("a", "b")},), 3)),
    make_answer(
        WORKED["38a"],
        opposing=(WORKED["38b"],),
        facts=(make_fact(("Drug", "cetuximab"), "TARGETS", ("Gene", "EGFR"), action="antibody"),),
        notes=("x",),
    ),
    make_answer(make_path("H", kind="assembled", mechanism="miR-1 -| A", drugs=["x"], joins=("joined at A",))),
    make_answer(make_path(paper=make_paper(1, pmid="", doi="10.1/x", year=None, first_author="", journal=""))),
    make_answer(
        reply=Reply("readings", "What could be meant?", (), 1),
        nothing=Nothing("not understood: `toxic`"),
        readings=(Offered(ASKED, write(ASKED), command(ASKED), 3),),
    ),
    make_answer(
        asked=read("verdict effect = suppresses tumour where (drug = a or cargo = b) and not cell = c limit 3")
    ),
    make_answer(asked=read("compare source = a with source = b order by -year")),
    make_answer(asked=read("most drug where not (drug = a and cargo = b)")),
    hostile_answer(),
    example(),
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_is_valid(answer: Answer) -> None:
    document = json.loads(json_view.text(answer))
    validate(document)


def test_the_schema_is_a_schema_of_a_version() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:exograph:answer:3"


def objects(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for inner in schema for found in objects(inner)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if "properties" in schema and isinstance(schema["properties"], dict) else []
    return own + [found for inner in schema.values() for found in objects(inner)]


def test_every_object_is_closed_complete_and_described() -> None:
    found = objects(SCHEMA)
    assert len(found) >= 12
    for one in found:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        for name, inner in one["properties"].items():
            assert "$ref" in inner or inner.get("description"), name


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.update(extra=1),
        lambda d: d.pop("notes"),
        lambda d: d["paths"][0].update(effect="cures"),
        lambda d: d["paths"][0].update(sign=2),
        lambda d: d["paths"][0]["publication"].update(year="2019"),
        lambda d: d["paths"][0]["edges"][0].update(sign="+"),
        lambda d: d["answer"].update(kind="guess"),
        lambda d: d["hidden"].update(retracted=-1),
        lambda d: d["asked"].update(want="guess"),
        lambda d: d["asked"].update(where={"facet": "drug"}),
        lambda d: d.update(command="exograph mechanism"),
        lambda d: d.update(readings=[{"text": "paths", "command": []}]),
    ],
)
def test_the_schema_refuses_what_is_not_the_shape(spoil: Any) -> None:
    document = json_view.document(example())
    validate(document)
    spoil(document)
    with pytest.raises(jsonschema.ValidationError):
        validate(document)


def test_the_keys_of_the_design() -> None:
    document = json_view.document(example())
    assert list(document) == [
        "exograph", "data", "question", "asked", "text", "command", "readings", "understood", "paths", "answer",
        "opposing", "facts", "hidden", "notes", "nothing",
    ]  # fmt: skip
    assert document["exograph"] == __version__
    (path,) = document["paths"]
    assert path["mechanism"] == "miR-1236 -| SLC9A1"
    assert path["versus"] is None
    ids = {(node["label"], node["id"]) for node in path["nodes"]}
    for edge in path["edges"]:
        assert {(edge["from_label"], edge["from"]), (edge["to_label"], edge["to"])} <= ids
    assert [(edge["type"], edge["sign"], edge["derived"]) for edge in path["edges"]] == [
        ("SECRETES", None, False),
        ("CARRIES", None, False),
        ("REPRESSES", -1, False),
        ("CONFERS_RESISTANCE_TO", -1, True),
        ("TESTED_IN", None, False),
    ]


def test_the_same_answer_gives_the_same_bytes() -> None:
    items = ({"names": {"c", "a", "b"}, "nan": float("nan")}, {"names": {"b", "c", "a"}, "nan": None})
    first, second = (make_answer(*all_effects(), reply=Reply("list", "", (item,))) for item in items)
    assert json_view.text(first) == json_view.text(second)


def test_nothing_invisible_is_written_and_nothing_is_lost() -> None:
    answer = hostile_answer()
    text = json_view.text(answer)
    text.encode("utf-8")
    assert all(line.isprintable() for line in text.split("\n"))
    assert json.loads(text)["question"] == answer.question


def test_the_page_shows_this_very_example() -> None:
    page = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(r"```json\n(.*?)```", page, re.S)
    assert len(blocks) == 1, "docs/json.md holds one example"
    shown = json.loads(blocks[0])
    validate(shown)
    assert {**shown, "exograph": __version__} == json_view.document(example()), "write docs/json.md anew"


def test_the_page_names_every_key() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for one in objects(SCHEMA):
        for name in one["properties"]:
            assert f"`{name}`" in page, f"docs/json.md does not explain {name}"
