"""What the documents tell a reader to type exists: commands, options, make targets."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from exograph.cli import main_group
from tests.shape.source import ROOT, short

DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
# Fenced blocks, and blocks set in by four blanks
_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
_INDENTED = re.compile(r"(?:^ {4}.*\n)+", re.MULTILINE)
_COMMAND = re.compile(r"^(?:\$ )?(?:[A-Z0-9_]+=\S+ )*(?:\.venv/bin/)?(exograph|make)(?= |$)(.*)$")


def commands(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Program and words of each command in a code block, up to a pipe or a redirection."""
    text = path.read_text(encoding="utf-8") + "\n"
    for block in [*_FENCE.findall(text), *_INDENTED.findall(_FENCE.sub("", text))]:
        for line in block.replace("\\\n", " ").splitlines():
            match = _COMMAND.match(line.strip())
            if match:
                words = shlex.split(match.group(2), comments=True)
                ends = [index for index, word in enumerate(words) if word in {"|", ">", "<", "&&", ";"}]
                yield match.group(1), words[: ends[0]] if ends else words


def check_exograph(words: list[str]) -> None:
    """The command exists, and so do its options."""
    command: click.Command = main_group
    context = click.Context(main_group, info_name="exograph")
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest.pop(0))
        assert found is not None, f"exograph {shlex.join(words)}: no such command"
        command = found
        context = click.Context(command, parent=context, info_name=command.name)
    known = {
        option for parameter in command.get_params(context) for option in parameter.opts + parameter.secondary_opts
    }
    used = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
    assert used <= known, f"exograph {shlex.join(words)}: {used - known}"


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if path.exists()], ids=short)
def test_every_command_exists(path: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for program, words in commands(path):
        if program == "make":
            assert {word for word in words if "=" not in word} <= set(targets)
        else:
            check_exograph(words)


def test_the_readme_shows_commands() -> None:
    found = list(commands(ROOT / "README.md"))
    assert ("make", ["demo"]) in found
    assert sum(program == "exograph" for program, _ in found) >= 5


def test_the_check_sees_what_does_not_exist() -> None:
    with pytest.raises(AssertionError, match="no such command"):
        check_exograph(["no-such-command"])
    with pytest.raises(AssertionError, match="--no-such-option"):
        check_exograph(["mechanism", "--no-such-option", "x"])
