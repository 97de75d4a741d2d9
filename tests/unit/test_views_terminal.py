"""Text made harmless, measured and wrapped."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from exograph.views.terminal import beside, clean, paint, width, wrap
from tests.unit.answers import HOSTILE


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("miR-21 -| PTEN", "miR-21 -| PTEN"),
        ("TGF-\u03b2", "TGF-\u03b2"),
        ("a\tb\nc", "a b c"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b2J", "\\x9b2J"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("abc\u202edef", "abc\\u202edef"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("one\u2028two", "one two"),
        ("\u06a9\u062a\u0627\u0628\u200c\u0647\u0627", "\u06a9\u062a\u0627\u0628\u200c\u0647\u0627"),
    ],
)
def test_nothing_that_a_terminal_obeys_is_left(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_every_character_can_be_printed_after_cleaning() -> None:
    text = clean("".join(map(chr, range(0x10000))))
    text.encode("utf-8")
    assert not set(text) & {chr(code) for code in [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)]}


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("\u80bf\u7624", 4), ("e\u0301", 1), ("\U0001f9ec", 2), ("\u03b2", 1)]
)
def test_width_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns


def test_lines_are_never_wider_than_asked() -> None:
    dice = random.Random(7)
    letters = ["a", "\u80bf", "e\u0301", " ", "-", "miR-21", "\U0001f9ec", "x" * 70]
    for _ in range(500):
        text = "".join(dice.choice(letters) for _ in range(dice.randrange(60)))
        columns = dice.randrange(20, 90)
        lines = wrap(text, columns, first="12  ", rest="        ")
        assert all(width(line) <= columns for line in lines), (text, columns)
        kept = "".join(lines).replace(" ", "").removeprefix("12")
        assert kept == text.replace(" ", "")


def test_an_address_stays_whole() -> None:
    address = "https://example.org/" + "a" * 60
    assert wrap(f"see {address} there", 30) == ["see", address, "there"]


def test_an_empty_text_is_one_line() -> None:
    assert wrap("", 40, first="note:") == ["note:"]


def test_colour_is_optional_and_closed() -> None:
    assert paint("x", "alarm", False) == "x"
    assert paint("x", "alarm", True) == "\x1b[1;31mx\x1b[0m"


def test_hostile_text_is_cut_not_spilt() -> None:
    assert all(width(line) <= 20 for line in wrap(HOSTILE * 50, 20))


def test_the_module_costs_no_heavy_import() -> None:
    heavy = {"rich", "json", "kglite", "neo4j", "click", "yaml"}
    script = f"import sys, exograph.views.table; print(*sorted(set(sys.modules) & {heavy!r}))"
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == ""


def test_cells_beside_each_other_stay_in_their_columns() -> None:
    assert beside(["a long cell", "b", ""], [6, 3, 4], "  ", ". ") == ["a long  b", ". cell"]
    assert beside([], [], " ") == []
    for columns in range(1, 12):
        lines = beside(["word " * 5 + "\u80bf\u7624\u56e0\u5b50", "x" * 30], [columns + 1, columns], " ")
        assert max(map(width, lines)) <= 2 * columns + 2
