"""The notation of a mechanism: what it means, and what is said of a cell that is none."""

from __future__ import annotations

import random

import pytest

from exograph.knowledge.mechanism import Mechanism, NotationError, molecules, parse

_ARROW = {1: " -> ", -1: " -| ", None: " ~ "}


def names(mechanism: Mechanism) -> list[list[str]]:
    return [[name.text for name in step.names] for step in mechanism.steps]


def test_cargo_siblings_and_signs() -> None:
    found = parse("miR-122-5p -| CCNG1, ADAM10")
    assert [name.text for name in found.cargo] == ["miR-122-5p"]
    assert names(found) == [["CCNG1", "ADAM10"]]
    assert found.sign() == -1


def test_a_chain_multiplies_its_signs() -> None:
    assert parse("anti-miR-9 -| miR-9 -> ABCB1").sign() == -1
    assert parse("LINC01559 -| miR-1343-3p -| PGK1 -> [PI3K/AKT]").sign() == 1
    assert parse("miR-21").sign() == 1


def test_a_tilde_has_no_sign() -> None:
    found = parse("exosome ~ [drug efflux]")
    assert (found.cargo, found.steps[0].sign, found.sign()) == ((), None, None)
    assert parse("A -| B ~ C -> D").sign() is None


def test_the_word_exosome_stands_for_no_cargo() -> None:
    found = parse("exosome -> [Wnt]")
    assert found.cargo == ()
    assert [(name.text, name.bracketed) for name in molecules(found)] == [("Wnt", True)]


def test_an_empty_cell_is_a_mechanism_of_nothing() -> None:
    assert parse("") == parse("   ") == Mechanism((), ())


def test_a_cargo_alone_has_no_step() -> None:
    found = parse("doxorubicin, curcumin")
    assert [name.text for name in found.cargo] == ["doxorubicin", "curcumin"]
    assert found.steps == ()


def test_a_comma_inside_brackets_belongs_to_the_name() -> None:
    assert names(parse("miR-1 -> [T cell, regulatory], FOXP3")) == [["T cell, regulatory", "FOXP3"]]


def test_names_know_their_column() -> None:
    found = parse("miR-122-5p -| CCNG1, ADAM10 -> [Wnt]")
    assert [(name.text, name.column) for name in molecules(found)] == [("CCNG1", 15), ("ADAM10", 22), ("Wnt", 32)]


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("miR-21 ->PTEN", 8, "space"),
        ("miR-21-|PTEN", 7, "space"),
        ("miR-21 → PTEN", 8, "arrow"),
        ("miR-21 ⊣ PTEN", 8, "arrow"),
        ("miR-21 |- PTEN", 8, "arrow"),
        ("miR-21 --> PTEN", 8, "arrow"),
        ("miR-21 –| PTEN", 8, "arrow"),
        ("miR-21 −> PTEN", 8, "arrow"),
        ("exosome ~[drug efflux]", 9, "arrow"),
        ("miR-21 => PTEN", 8, "arrow"),
        ("miR-21 -| PTEN, , EGFR", 17, "name is missing"),
        ("miR-21 -| PTEN,", 16, "name is missing"),
        ("-| PTEN", 1, "arrow"),
        (" -| PTEN", 1, "name is missing"),
        ("miR-21 -| ", 11, "name is missing"),
        ("miR-21 -| -> PTEN", 11, "arrow"),
        ("miR-21 -| [Wnt", 11, "brackets"),
        ("miR-21 -| Wnt]", 11, "brackets"),
        ("miR-21 -| W[n]t", 11, "brackets"),
        ("miR-21 -| []", 11, "brackets"),
        ("[Wnt] -> PTEN", 1, "exosome"),
        ("exosome", 1, "says nothing"),
        ("exosome, miR-21 -| PTEN", 10, "siblings"),
    ],
)
def test_what_is_no_mechanism_is_told_with_its_column(text: str, column: int, says: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(text)
    assert says in f"{caught.value} {caught.value.repair}"
    assert caught.value.column == column
    assert caught.value.repair


def _random_chain(rng: random.Random) -> tuple[list[list[str]], list[int | None]]:
    groups = [[f"G{rng.randrange(99)}-{step}{n}" for n in range(rng.choice((1, 1, 2, 3)))] for step in range(5)]
    length = rng.randrange(1, 6)
    return groups[:length], [rng.choice((1, -1, None)) for _ in range(length - 1)]


def test_random_chains_come_back_as_they_were_written() -> None:
    rng = random.Random(20261125)
    for _ in range(500):
        groups, signs = _random_chain(rng)
        text = ", ".join(groups[0])
        for sign, group in zip(signs, groups[1:], strict=True):
            text += _ARROW[sign] + ", ".join(group)
        found = parse(text)
        assert [[name.text for name in found.cargo], *names(found)] == groups
        assert [step.sign for step in found.steps] == signs
        assert all(text[name.column - 1 :].startswith(name.text) for name in (*found.cargo, *molecules(found)))
        product = None if None in signs else (-1) ** sum(sign == -1 for sign in signs)
        assert found.sign() == product


def test_no_text_at_all_makes_it_fail_otherwise() -> None:
    rng = random.Random(7)
    pieces = ["->", "-|", "~", " ", ",", "[", "]", "miR-21", "exosome", "PTEN", "→", "\t", "é", "-", "|", ""]
    for _ in range(3000):
        text = "".join(rng.choice(pieces) for _ in range(rng.randrange(12)))
        try:
            parse(text)
        except NotationError as error:
            assert 1 <= error.column <= len(text) + 2, text
