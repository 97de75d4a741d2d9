"""The one reader of names on the bundled graph: verdicts, sentences, slips, completion."""

from __future__ import annotations

import pytest

from exograph.knowledge.model import Release
from exograph.knowledge.vocabulary import LABELS
from exograph.names import Names
from exograph.stores.base import Row
from exograph.stores.embedded import EmbeddedStore


class OwnStore:
    """A store whose claims name a drug that no vocabulary knows; `asked` counts its queries."""

    address = "own"

    def __init__(self) -> None:
        self.asked = 0
        self.sha = "1"

    def release(self) -> Release:
        return Release("own", self.sha, "0")

    def query(self, cypher: str, parameters: object = None) -> list[Row]:
        self.asked += 1
        known = {"label": "Drug", "id": "MESH:D002945", "name": "cisplatin", "kind": "small molecule", "role": None}
        own = {"label": "Drug", "id": "exograph:unmatched/qq-123", "name": "QQ-123", "kind": None, "role": None}
        return [{**known, "claims": 1}, {**own, "claims": 2}]


@pytest.fixture
def names(bundled_store: EmbeddedStore) -> Names:
    return Names(bundled_store)


def test_a_name_says_what_it_is_and_how_many_claims_name_it(names: Names) -> None:
    found = names.read("glioblastoma multiforme")
    assert found.status == "matched"
    assert [(one.label, one.name) for one in found.meanings] == [("Cancer", "glioblastoma")]
    assert found.meanings[0].claims > 5
    assert found.question == ""


def test_a_molecule_in_two_roles_is_one_meaning_twice(names: Names) -> None:
    found = names.read("doxorubicin")
    assert (found.status, {one.label for one in found.meanings}) == ("matched", {"Cargo", "Drug"})
    assert len({one.id for one in found.meanings}) == 1


def test_two_meanings_are_asked_back(names: Names) -> None:
    found = names.read("mTOR")
    assert found.status == "ambiguous"
    assert "MTOR (Gene)" in found.question and "mTOR (Pathway)" in found.question


def test_a_meaning_that_claims_use_wins_over_unused_ones_and_the_note_says_so(names: Names) -> None:
    assert Names().read("MSC").status == "ambiguous"
    found = names.read("MSC")
    assert {one.label for one in found.meanings} == {"MscSource"}
    assert "MSC (HGNC approved symbol), which no claim here names" in found.note


def test_what_the_field_means_beats_what_a_table_bears(names: Names) -> None:
    for reader in (names, Names()):
        for text, name in (("GC", "gastric cancer"), ("p21", "CDKN1A"), ("PD-1", "PDCD1"), ("TAZ", "WWTR1")):
            assert [one.name for one in reader.read(text).meanings] == [name]
    assert "also GC (HGNC approved symbol)" in names.read("GC").meanings[0].why
    assert names.read("GC", ("Gene",)).meanings[0].name == "GC"


def test_a_tie_of_the_field_is_asked_back(names: Names) -> None:
    found = Names().read("TAM")
    assert found.status == "ambiguous"
    assert "macrophage (ImmuneCell)" in found.question and "tamoxifen (Drug)" in found.question


def test_a_cell_line_says_so(names: Names) -> None:
    found = names.read("PC-3")
    assert (found.meanings[0].name, found.meanings[0].note) == ("prostate cancer", "a cell line of it")
    assert "HeLa" in names.read("SGC-7901").meanings[0].note


def test_without_a_store_nothing_is_named_by_claims() -> None:
    found = Names().read("glioblastoma")
    assert (found.status, found.meanings[0].claims) == ("matched", 0)


def test_an_unknown_name_shows_the_nearest_with_and_without_a_store(names: Names) -> None:
    for reader in (names, Names()):
        found = reader.read("sorafinib", ("Drug",))
        assert (found.status, found.meanings, found.nearest[0].name) == ("unknown", (), "sorafenib")
        assert reader.read("XQTZ9").status == "unknown"


def test_unknown_labels_are_refused(names: Names) -> None:
    with pytest.raises(KeyError):
        names.read("TP53", ("Protein",))


@pytest.mark.parametrize("label", LABELS)
def test_every_held_name_is_read_back_as_itself(names: Names, label: str) -> None:
    """No name that an answer shows may be unknown, or another thing, when it is typed back."""
    wrong = []
    for node in names.held.nodes.values():
        if node.label == label:
            found = names.read(node.name, (label,))
            if found.status != "matched" or found.meanings[0].id != node.id:
                wrong.append((node.name, found))
    assert wrong == []


def spans(names: Names, text: str) -> dict[str, set[str]]:
    return {span.text: {one.name for one in span.meanings} for span in names.find(text.split())}


def test_a_sentence_gives_every_span_longest_first(names: Names) -> None:
    found = names.find("which cargos act on non-small cell lung cancer and TNF alpha".split())
    assert [span.text for span in found if span.start == 4][:1] == ["non-small cell lung cancer"]
    assert [(span.start, span.end) for span in found] == sorted(
        ((span.start, span.end) for span in found), key=lambda place: (place[0], -place[1])
    )
    assert {"lung cancer", "TNF alpha", "TNF"} <= {span.text for span in found}


def test_words_are_glued_only_where_the_name_is_written_in_parts(names: Names) -> None:
    assert "TNF alpha" in spans(names, "does TNF alpha fall")
    assert "IL 6" in spans(names, "does IL 6 fall")
    assert spans(names, "miR 21 5p")["miR 21 5p"] == {"hsa-miR-21-5p"}
    assert not any("to x" in text.lower() for text in spans(names, "from to x"))
    assert "do x" not in spans(names, "they do x there")


@pytest.mark.parametrize("word", "was can set rest impact mice how at as it did cells".split())
def test_a_small_english_word_is_no_gene(names: Names, word: str) -> None:
    for shown in (word, word.title()):
        found = [one for span in names.find([shown, "there"]) for one in span.meanings]
        assert [one for one in found if one.label in {"Gene", "Cargo"}] == []


@pytest.mark.parametrize("word", ["IT", "AS", "AM", "AT", "US"])
def test_a_word_in_capitals_is_a_name_known_or_not(names: Names, word: str) -> None:
    found = names.find(["sensitise", "glioma", "to", word])
    assert any(span.text == word for span in found)
    assert not any(span.text == "NOT" for span in names.find(["do", "NOT", "name", "it"]))


@pytest.mark.parametrize(
    ("word", "name"),
    [("sorafinib", "sorafenib"), ("temozolamide", "temozolomide"), ("oxaliplatn", "oxaliplatin"),
     ("brest cancer", "breast cancer"), ("osteosarcomma", "osteosarcoma")],
)  # fmt: skip
def test_a_slip_is_the_one_name_it_can_only_be(names: Names, word: str, name: str) -> None:
    found = names.slip(word)
    assert found is not None and found.name == name and found.claims


@pytest.mark.parametrize("word", ["miR-22", "TP54", "STAT4", "α-mangostin", "tumor", "MYD", "imatinib", "xyzzy", ""])
def test_no_slip_is_taken_where_another_name_may_be_meant(names: Names, word: str) -> None:
    assert names.slip(word) is None


def test_completion_offers_what_claims_name(names: Names) -> None:
    assert ("glioblastoma", "DOID:3068") in names.complete("gli", "Cancer")
    assert all(name.casefold().startswith("tem") for name, _ in names.complete("tem", "Drug"))
    assert names.complete("TM", "Drug")
    assert names.complete("zzz", "Drug") == []


def test_narrower_and_kin_are_of_one_kind(names: Names) -> None:
    below = names.narrower("Cancer", "DOID:3070")
    assert "glioblastoma" in {one.name for one in below}
    assert all(one.claims for one in names.kin("Drug", "MESH:D002945"))


def test_a_sentence_keeps_what_is_written_with_trimmings(names: Names) -> None:
    found = spans(names, "which BMSC-EVs act on breast tumours and M2 TAMs or α-synuclein")
    assert found["BMSC-EVs"] == {"bone marrow"}
    assert found["breast tumours"] == {"breast cancer"}
    assert found["M2 TAMs"] == {"M2 macrophage"}
    assert found["α-synuclein"] == {"SNCA"}
    assert "anti-miR-21" not in spans(names, "is anti-miR-21 there")


def test_two_small_letters_are_no_abbreviation_in_a_sentence(names: Names) -> None:
    assert not {"mm", "os"} & spans(names, "a tumour of 5 mm os").keys()
    found = spans(names, "MM or OS")
    assert "multiple myeloma" in found["MM"] and "osteosarcoma" in found["OS"]
    assert names.read("mm", ("Cancer",)).meanings[0].name == "multiple myeloma"


def test_a_sentence_in_capitals_has_words_too(names: Names) -> None:
    assert "DO" not in spans(names, "DO MSC EXOSOMES HELP")
    assert "MSC" in spans(names, "DO MSC EXOSOMES HELP")


def test_a_users_own_name_is_known_at_every_door() -> None:
    store = OwnStore()
    names = Names(store)  # type: ignore[arg-type]
    for text in ("QQ-123", "qq 123", "exograph:unmatched/qq-123"):
        found = names.read(text, ("Drug",))
        assert (found.status, found.meanings[0].name, found.meanings[0].claims) == ("matched", "QQ-123", 2)
    assert names.read("QQ-123", ("Cancer",)).status == "unknown"
    assert Names().read("QQ-123").status == "unknown"
    assert spans(names, "does QQ-123 help")["QQ-123"] == {"QQ-123"}
    assert names.complete("qq", "Drug") == [("QQ-123", "exograph:unmatched/qq-123")]
    assert names.narrower("Drug", "exograph:unmatched/qq-123") == ()


def test_the_store_is_asked_once_a_release() -> None:
    store = OwnStore()
    for _ in range(3):
        Names(store).read("cisplatin")  # type: ignore[arg-type]
    assert store.asked == 1
    store.sha = "2"
    Names(store).read("cisplatin")  # type: ignore[arg-type]
    assert store.asked == 2
