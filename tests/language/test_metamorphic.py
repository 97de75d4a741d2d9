"""What must hold whatever the graph says: voice and word class change nothing, a negation splits, nonsense is no answer.

No right answer is written down here: answers are compared with each other.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from exograph.questions.answer import Answer
from tests import ask as asking

Ask = Callable[[str], Answer]
QUESTIONS = Path(__file__).parents[1] / "questions"
DRUGS = (
    "cisplatin",
    "imatinib",
    "sorafenib",
    "paclitaxel",
    "temozolomide",
    "sunitinib",
    "carfilzomib",
    "ionising radiation",
)
CANCERS = (
    "glioma",
    "breast cancer",
    "osteosarcoma",
    "multiple myeloma",
    "renal cell carcinoma",
    "leukaemia",
    "ovarian cancer",
)
CELLS = ("T cells", "Treg cells", "M2 macrophages", "NK cells", "dendritic cells", "B cells")
GENES = ("PTEN", "EZH2", "VEGFA", "Wnt", "PD-L1", "STAT3", "apoptosis")

SENSITISED = (
    "exosomes that sensitise {c} to {d}",
    "exosomes that make {c} more sensitive to {d}",
    "exosomes that increase the sensitivity of {c} to {d}",
    "exosomes by which the sensitivity of {c} to {d} is increased",
    "exosomes that reduce the resistance of {c} to {d}",
    "exosomes by which the resistance of {c} to {d} is lowered",
    "exosomes that make {c} less resistant to {d}",
    "a loss of resistance of {c} to {d} through MSC exosomes",
    "exosomes that prevent the resistance of {c} to {d}",
    "reduction of the resistance of {c} to {d} by MSC exosomes",
)
MADE_RESISTANT = (
    "exosomes that make {c} resistant to {d}",
    "exosomes that make {c} less sensitive to {d}",
    "exosomes that increase the resistance of {c} to {d}",
    "exosomes by which the resistance of {c} to {d} is increased",
    "exosomes that reduce the sensitivity of {c} to {d}",
    "exosomes by which the sensitivity of {c} to {d} is lowered",
    "a loss of sensitivity of {c} to {d} through MSC exosomes",
    "exosomes that confer resistance of {c} to {d}",
    "{c} no longer sensitive to {d} because of MSC exosomes",
    "exosomes that protect {c} from {d}",
)
SUPPRESSED = (
    "exosomes that suppress {c}",
    "exosomes by which {c} is suppressed",
    "exosomes that inhibit the growth of {c}",
    "exosomes by which the growth of {c} is inhibited",
    "suppression of {c} by MSC exosomes",
    "inhibition of {c} growth by MSC exosomes",
    "exosomes that slow down {c} progression",
    "{c} held back by MSC exosomes",
)
PROMOTED = (
    "exosomes that promote {c}",
    "exosomes by which {c} is promoted",
    "exosomes that increase the growth of {c}",
    "exosomes by which the growth of {c} is accelerated",
    "promotion of {c} by MSC exosomes",
    "stimulation of {c} growth by MSC exosomes",
    "exosomes that drive {c} progression",
    "{c} fuelled by MSC exosomes",
)
MORE = (
    "exosomes that increase {x}", "exosomes by which {x} is increased", "an increase of {x} by MSC exosomes",
    "exosomes that activate {x}", "{x} raised by MSC exosomes", "exosomes that induce {x}",
)  # fmt: skip
LESS = (
    "exosomes that decrease {x}", "exosomes by which {x} is decreased", "a decrease of {x} by MSC exosomes",
    "exosomes that suppress {x}", "{x} lowered by MSC exosomes", "exosomes that inhibit {x}",
)  # fmt: skip


@pytest.fixture(scope="session")
def asked() -> Ask:
    """Asks the bundled graph in words."""
    return asking.asked


def questions_of(file: str) -> list[str]:
    """The questions of one file of the question set."""
    lines = (QUESTIONS / f"{file}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t")[0] for line in lines]


PAIRS = [(c, d) for c in CANCERS for d in DRUGS[:4]]


def claims(answer: Answer) -> frozenset[str]:
    """What is shown; of an answer that was given."""
    assert answer.reply.kind not in {"readings", "refusal"}, (answer.question, answer.nothing)
    return frozenset(path.claim for path in answer.paths)


def same(asked: Ask, forms: Sequence[str], **names: str) -> frozenset[str]:
    """The claims that all forms give alike."""
    found = {form: claims(asked(form.format(**names))) for form in forms}
    first = next(iter(found.values()))
    assert all(one == first for one in found.values()), {form: sorted(one) for form, one in found.items()}
    return first


@pytest.mark.parametrize(("cancer", "drug"), PAIRS)
def test_a_response_is_the_same_in_all_words(asked: Ask, cancer: str, drug: str) -> None:
    better, worse = same(asked, SENSITISED, c=cancer, d=drug), same(asked, MADE_RESISTANT, c=cancer, d=drug)
    assert not better & worse


@pytest.mark.parametrize("cancer", CANCERS)
def test_what_tumours_do_is_the_same_in_all_words(asked: Ask, cancer: str) -> None:
    held, fuelled = same(asked, SUPPRESSED, c=cancer), same(asked, PROMOTED, c=cancer)
    assert held | fuelled
    assert not held & fuelled


@pytest.mark.parametrize("thing", [*CELLS, *GENES])
def test_more_and_less_are_the_same_in_all_words(asked: Ask, thing: str) -> None:
    assert not same(asked, MORE, x=thing) & same(asked, LESS, x=thing)


MIRRORED = [
    ("Do MSC exosomes sensitise {c} to {d}?", "Do MSC exosomes make {c} resistant to {d}?"),
    ("Is the resistance of {c} to {d} increased by MSC exosomes?", "Is the resistance of {c} to {d} lowered by MSC exosomes?"),
    ("Is the sensitivity of {c} to {d} raised by MSC exosomes?", "Is the sensitivity of {c} to {d} impaired by MSC exosomes?"),
    ("Do MSC exosomes suppress {c}?", "Do MSC exosomes promote {c}?"),
    ("Is {c} promoted by MSC exosomes?", "Is {c} inhibited by MSC exosomes?"),
    ("Is the growth of {c} slowed by MSC exosomes?", "Is the growth of {c} accelerated by MSC exosomes?"),
]  # fmt: skip
OTHER = {"yes": {"no"}, "no": {"yes", "no"}, "mixed": {"mixed", "no"}, "unknown": {"unknown"}}


@pytest.mark.parametrize(("question", "mirror"), MIRRORED)
@pytest.mark.parametrize(("cancer", "drug"), PAIRS[:16])
def test_a_question_turned_round_gets_the_answer_turned_round(
    asked: Ask, question: str, mirror: str, cancer: str, drug: str
) -> None:
    one, other = (asked(form.format(c=cancer, d=drug)) for form in (question, mirror))
    assert {one.reply.kind, other.reply.kind} == {"yesno"}
    assert other.reply.value in OTHER[str(one.reply.value)], (one.reply, other.reply)
    assert claims(one) == claims(other)


@pytest.mark.parametrize("cancer", CANCERS)
@pytest.mark.parametrize("verb", ["suppress", "promote"])
def test_not_splits_the_topic(asked: Ask, cancer: str, verb: str) -> None:
    topic = claims(asked(f"MSC exosomes and {cancer}"))
    held, others = (
        claims(asked(f"exosomes that {verb} {cancer}")),
        claims(asked(f"exosomes that do not {verb} {cancer}")),
    )
    assert held | others == topic
    assert not held & others


@pytest.mark.parametrize("name", ["glioma", "breast cancer", "cisplatin", "miR-21", "bone marrow", "T cells"])
def test_except_splits_all_claims(asked: Ask, name: str) -> None:
    with_it, without = claims(asked(f"claims on {name}")), claims(asked(f"claims except {name}"))
    assert with_it
    assert not with_it & without


def nonsense(rng: random.Random, syllables: int) -> str:
    """A word that can be spoken and means nothing."""
    return "".join(
        rng.choice("bdfgklmnprstvwz") + rng.choice("aeiou") + rng.choice(["", "n", "r", "x", "sk"])
        for _ in range(syllables)
    )


def strange_names(rng: random.Random) -> list[str]:
    """Names of no thing, in every class of spelling."""
    word, number = nonsense(rng, 2), rng.randrange(20000, 99999)
    return [
        f"miR-{number}", f"hsa-miR-{number}-5p", f"let-{number}", f"circ{word.upper()}", f"LINC{number}", f"{word}-AS{rng.randrange(3, 9)}X",
        f"{word}tinib", f"{word}mab", f"{word}platin", f"α-{word}in", f"β{rng.randrange(11, 99)}-{word}", f"{word.upper()}{rng.randrange(11, 99)}",
        f"{word.upper()}-{rng.randrange(11, 99)}", f"{word.capitalize()}", f"{word}oma", f"anti-{word.upper()}", f"si{word.upper()}",
    ]  # fmt: skip


FRAMES = (
    "does {x} sensitise glioma to temozolomide?", "which exosomes carry {x}?", "is {x} a target of any cargo?",
    "do MSC exosomes overcome {x} resistance in breast cancer?", "{x} and MSC exosomes in osteosarcoma", "which cargos suppress {x}?",
    "how many papers on {x} and glioma?", "most studied drug in glioma with {x}", "does miR-21 promote lung cancer through {x}?",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_a_name_of_nothing_never_gets_an_answer(asked: Ask, seed: int) -> None:
    rng = random.Random(seed)
    for name in strange_names(rng):
        for frame in rng.sample(FRAMES, 3):
            answer = asked(frame.format(x=name))
            assert answer.nothing is not None or answer.reply.kind in {"readings", "refusal"}, answer.question


VERBS = (
    "do MSC exosomes {v} glioma?", "which exosomes {v} cisplatin resistance?", "is breast cancer {v}ed by MSC exosomes?",
    "miR-21 {v}s lung cancer, right?", "which miRNAs {v} PTEN?", "can exosomes {v} T cells in melanoma?",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_a_verb_of_no_meaning_never_gets_an_answer(asked: Ask, seed: int) -> None:
    rng = random.Random(1000 + seed)
    verb = nonsense(rng, rng.choice((2, 3)))
    for frame in VERBS:
        assert asked(frame.format(v=verb)).reply.kind in {"readings", "refusal"}, frame.format(v=verb)


@pytest.mark.parametrize("question", questions_of("paths")[::3])
def test_a_name_left_out_changes_the_reading(asked: Ask, question: str) -> None:
    """Every name that was understood has a part in what is asked."""
    whole = asked(question)
    if whole.asked is None:
        return
    for taken in whole.understood:
        if len(re.findall(re.escape(taken.text), question)) == 1:
            less = asked(question.replace(taken.text, " "))
            assert less.text != whole.text, taken.text
