"""How a question is understood: the effect asked for, the kind of answer, the filters, what is left out."""

from __future__ import annotations

import pytest

from exograph.questions.names import Names
from exograph.questions.words.kinds import polite
from exograph.questions.words.lexicon import Lexicon
from exograph.questions.words.reading import read
from exograph.questions.words.tokens import cleaned
from exograph.questions.words.understood import Reading
from tests.ask import bundled

_BOTH = ["sensitises", "reverses resistance"]
EFFECTS = {
    "what sensitises glioma to temozolomide": _BOTH,
    "what makes glioma more sensitive to temozolomide": _BOTH,
    "what makes glioma less sensitive to temozolomide": ["confers resistance"],
    "what makes glioma resistant to temozolomide": ["confers resistance"],
    "what lowers resistance to cisplatin": _BOTH,
    "what reverses resistance to cisplatin": ["reverses resistance"],
    "what overcomes cisplatin resistance": ["reverses resistance"],
    "what promotes cisplatin resistance": ["confers resistance"],
    "how is cisplatin resistance promoted by exosomes": ["confers resistance"],
    "what protects leukaemia from imatinib": ["confers resistance"],
    "what impairs the response to imatinib": ["confers resistance"],
    "what enhances sorafenib": _BOTH,
    "what blunts the efficacy of sorafenib": ["confers resistance"],
    "what increases the efficacy of sorafenib in liver cancer": _BOTH,
    "which exosomes suppress breast cancer growth": ["suppresses tumour"],
    "which exosomes promote the growth of breast cancer": ["promotes tumour"],
    "is breast cancer growth promoted by exosomes": ["promotes tumour"],
    "which exosomes kill glioma cells": ["suppresses tumour"],
    "which exosomes drive metastasis": ["promotes tumour"],
    "which exosomes are anti-tumour": ["suppresses tumour"],
    "tumour growth slowed by exosomes": ["suppresses tumour"],
    "exosomes against glioma": ["suppresses tumour"],
    "which exosomes boost T cells": ["activates immune"],
    "which exosomes suppress the proliferation of T cells": ["suppresses immune"],
    "which exosomes increase Treg cells": ["suppresses immune"],
    "which exosomes reduce Treg cells": ["activates immune"],
    "which exosomes turn macrophages to M2": [],
    "which exosomes polarise macrophages to M2": ["suppresses immune"],
    "which exosomes boost anti-tumour immunity": ["activates immune"],
    "which exosomes make T cells exhausted": ["suppresses immune"],
    "what had no effect on sunitinib": ["no effect"],
    "does imatinib fail": ["confers resistance"],
    "do exosomes fail to change paclitaxel": ["no effect"],
    "cisplatin and lung cancer": [],
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(bundled())


def reading(text: str, lexicon: Lexicon) -> Reading:
    return read(cleaned(text), lexicon, Names(bundled()))


@pytest.mark.parametrize(("text", "effects"), EFFECTS.items(), ids=EFFECTS)
def test_the_effect_that_is_asked_for(text: str, effects: list[str], lexicon: Lexicon) -> None:
    assert reading(text, lexicon).polarity.effects == effects


def test_resistance_as_a_topic_takes_no_side(lexicon: Lexicon) -> None:
    found = reading("cisplatin resistance in ovarian cancer", lexicon)
    assert found.polarity.bare
    assert {"confers resistance", "reverses resistance", "sensitises", "no effect"} == set(found.filters["effect"])


def test_a_negated_verb_asks_for_the_others(lexicon: Lexicon) -> None:
    found = reading("which exosomes do not suppress breast cancer", lexicon)
    assert set(found.polarity.effects) == {"promotes tumour", "no effect"}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("which miRNA represses PTEN", -1),
        ("what activates Wnt", 1),
        ("is NUMB repressed by miR-142-3p", -1),
        ("does PD-L1 go down", -1),
    ],
)
def test_a_molecule_that_is_changed(text: str, sign: int, lexicon: Lexicon) -> None:
    assert [found for _, found in reading(text, lexicon).polarity.molecules] == [sign]


KINDS = {
    "how do exosomes act on glioma": ("paths", ""),
    "which cargos suppress T cells": ("list", "Cargo"),
    "which miRNAs suppress glioma": ("list", "Cargo"),
    "which drugs were tested in glioma": ("list", "Drug"),
    "in which cancers was cisplatin tested": ("list", "Cancer"),
    "from which tissues come exosomes that suppress glioma": ("list", "MscSource"),
    "through which genes": ("list", "Gene"),
    "which papers report on glioma": ("list", "Publication"),
    "who reported miR-21 in osteosarcoma": ("list", "Publication"),
    "how many papers on glioma": ("count", "Publication"),
    "how many claims on glioma": ("count", "Claim"),
    "number of drugs tested in glioma": ("count", "Drug"),
    "does miR-21 promote lung cancer": ("yesno", ""),
    "is it true that miR-21 promotes lung cancer": ("yesno", ""),
    "I would like to know whether miR-21 promotes lung cancer": ("yesno", ""),
    "miR-21 promotes lung cancer, right?": ("yesno", ""),
    "cisplatin versus paclitaxel in ovarian cancer": ("compare", ""),
    "does anything do the opposite?": ("opposite", ""),
    "contradictions in glioblastoma": ("contradictions", ""),
    "most studied cargo": ("most", "Cargo"),
    "which cancers are reported most often": ("most", "Cancer"),
    "which drugs were never tested in glioma": ("gap", "Drug"),
    "retracted papers": ("notice", "Publication"),
    "papers by year": ("years", "year"),
    "can you tell me which drugs were tested in glioma": ("list", "Drug"),
    "exosomes in glioma": ("paths", ""),
    "miRNAs in glioma": ("list", "Cargo"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=KINDS)
def test_the_kind_of_answer(text: str, kind: tuple[str, str], lexicon: Lexicon) -> None:
    asked = reading(text, lexicon).asked
    assert asked.kind == kind[0]
    if kind[1]:
        assert asked.target == kind[1]


def test_politeness_is_taken_away() -> None:
    assert polite("please, could you tell me which drugs were tested?") == "which drugs were tested?"
    assert polite("hello, i would like to know whether it works") == "whether it works"
    assert polite("please") == "please"
    assert polite("do exosomes suppress glioma") == "do exosomes suppress glioma"


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("glioma exosomes, except bone marrow", "not_source"),
        ("what suppresses glioma other than miR-124", "not_cargo"),
        ("breast cancer, not from adipose tissue", "not_source"),
        ("tested drugs without cisplatin and paclitaxel", "not_drug"),
        ("osteosarcoma but not with doxorubicin", "not_drug"),
    ],
)
def test_what_is_left_out(text: str, left_out: str, lexicon: Lexicon) -> None:
    found = reading(text, lexicon).filters
    assert found.get(left_out)
    assert not found.get(left_out.removeprefix("not_"))


def test_two_are_left_out_where_they_are_joined(lexicon: Lexicon) -> None:
    assert len(reading("osteosarcoma without cisplatin and paclitaxel", lexicon).filters["not_drug"]) == 2


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("glioma in 2019", [2019]),
        ("glioma since 2024", [2024, 2025]),
        ("glioma after 2024", [2025]),
        ("glioma before 2013", [2011, 2012]),
        ("glioma between 2016 and 2018", [2016, 2017, 2018]),
        ("glioma 2016-2018", [2016, 2017, 2018]),
        ("glioma between 2018 and 2016", [0]),
    ],
)
def test_years(text: str, years: list[int], lexicon: Lexicon) -> None:
    found = reading(text, lexicon).details.years
    assert [year for year in found if year not in range(1990, 2011) and year <= 2025] == years


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("glioma in vivo", ["in vivo"]),
        ("glioma in mice", ["in vivo"]),
        ("glioma in a dish", ["in vitro"]),
        ("glioma, not in vitro", ["in vivo", "ex vivo", "clinical"]),
        ("glioma in patients", ["clinical"]),
        ("glioma", []),
    ],
)
def test_models(text: str, models: list[str], lexicon: Lexicon) -> None:
    assert reading(text, lexicon).details.models == models


def test_preparations(lexicon: Lexicon) -> None:
    assert reading("engineered exosomes in glioma", lexicon).details.prepared == "engineered"
    assert reading("exosomes in glioma, not engineered", lexicon).details.not_prepared == "engineered"
    primed = reading("hypoxia-primed exosomes in lung cancer", lexicon)
    assert (primed.details.prepared, primed.details.treatment) == ("primed", "hypoxi")
    assert "pathway" not in primed.filters
    assert reading("doxorubicin-loaded exosomes", lexicon).details.loaded
    assert not reading("miR-124-loaded exosomes and temozolomide", lexicon).details.loaded


def test_a_slip_in_a_plain_word_is_mended_and_told(lexicon: Lexicon) -> None:
    found = reading("exosoms that supress glioma", lexicon)
    assert found.polarity.effects == ["suppresses tumour"]
    assert any("`exosoms` is read as exosomes" in note for note in found.notes)


def test_a_word_that_is_no_name_is_left_out_and_told(lexicon: Lexicon) -> None:
    found = reading("exosomes wonderfully suppress glioma", lexicon)
    assert not found.strangers
    assert found.filters["cancer"]
