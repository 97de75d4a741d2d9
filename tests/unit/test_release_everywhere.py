"""The data's release and checksum stand in every form of an answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from exograph.build import current_release
from exograph.questions.answer import Answer
from exograph.questions.neighbours import view
from exograph.questions.question import Term
from exograph.stores.base import Store
from exograph.stores.embedded import EmbeddedStore
from tests.ask import mechanism

SHORT = 12  # characters of a checksum that people are shown

QUESTIONS: dict[str, Callable[[Store], Answer]] = {
    "paths": lambda store: mechanism(store, {"drug": ["cisplatin"]}),
    "nothing": lambda store: mechanism(store, {"drug": ["cetuximab"]}),
    "unknown": lambda store: mechanism(store, {"drug": ["no such drug"]}),
    "view": lambda store: view(store, Term("cargo", ("miR-122",)), depth=2),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_form_carries_it(question: str, bundled_store: EmbeddedStore) -> None:
    from exograph.views import fragment, html, json_view, table
    from exograph.views.markdown import text as markdown

    answer, release = QUESTIONS[question](bundled_store), current_release()
    assert (answer.release, answer.sha256) == (release.release, release.sha256)
    assert json.loads(json_view.text(answer))["data"] == {"release": release.release, "sha256": release.sha256}
    for made in (
        html.page(answer),
        fragment.fragment(answer),
        table.text(answer, width=100, colour=False),
        markdown(answer),
    ):
        assert release.release in made
        assert release.sha256[:SHORT] in made


def test_the_checksum_moves_with_the_data(tmp_path: Path) -> None:
    import shutil

    from exograph.resources import graph_dir

    folder = Path(shutil.copytree(graph_dir(), tmp_path / "graph"))
    assert current_release(folder=folder) == current_release()
    for name in ("RELEASE", "publication_status.tsv", "claims/therapy.tsv", "vocab/cells.tsv", "schema.yaml"):
        before = current_release(folder=folder).sha256
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        assert current_release(folder=folder).sha256 != before, name


def test_the_users_claims_are_part_of_it(tmp_path: Path) -> None:
    table = tmp_path / "my.tsv"
    table.write_text("one", encoding="utf-8")
    first = current_release([table])
    table.write_text("two", encoding="utf-8")
    assert len({first.sha256, current_release([table]).sha256, current_release().sha256}) == 3
