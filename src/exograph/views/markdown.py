"""An answer as Markdown (CommonMark): the prose first, then the paths with links to their papers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from exograph.questions.answer import Answer, Paper, Path
from exograph.views import line, names, prose
from exograph.views.table import cell, columns_of
from exograph.views.terminal import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&$@])")
_AT_START = re.compile(r"^(\d*)([-+=#.)])(?!\d)")  # what makes a list, a heading or a rule at the start of a line
_LINK = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_TICKS = re.compile(r"`+")


def text(answer: Answer) -> str:
    """The whole answer, ending in a newline. Text of the data can neither format nor link nor embed anything."""
    parts = [f"# {escape(answer.question)}", escape(prose.paragraph(answer))]
    parts += [f"Understood: {escape(names.understood(answer))}"] if names.understood(answer) else []
    parts += [_items(answer.reply.items), _nearest(answer)]
    number = 0
    for heading, paths in names.grouped(answer.paths):
        parts += [f"## {heading}", "\n".join(_path(path, f"{number + at}.") for at, path in enumerate(paths, 1))]
        number += len(paths)
    opposing = [_path(path, "-", "other source" if other else "") for path, other in names.opposing(answer)]
    parts += ["## Opposing claims", "\n".join(opposing)] if opposing else []
    facts = [f"- {escape(names.fact(found))}" for found in answer.facts]
    parts += ["## Databases say beside it (no part of a path)", "\n".join(facts)] if facts else []
    parts += ["\n".join(f"- {escape(note)}" for note in answer.notes)]
    parts += [f"Data {escape(answer.release)}, sha256 {escape(answer.sha256[:12])}"] if answer.release else []
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(content: str) -> str:
    """`content` on one line, every mark that Markdown knows escaped."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", clean(content).strip()))


def code(content: str) -> str:
    """`content` as a code span, with a fence longer than any run of backticks in it."""
    content = clean(content)
    longest = max((len(run) for run in _TICKS.findall(content)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if content.startswith("`") or content.endswith("`") or not content.strip() else ""
    return f"{fence}{gap}{content}{gap}{fence}"


def _path(path: Path, mark: str, remark: str = "") -> str:
    details = [
        f"({names.SIGNS.get(path.sign, '?')}) **{escape(path.effect)}**",
        _paper(path.paper),
        escape(path.model),
        escape(path.species),
        escape(names.origin(path)),
        remark,
    ]
    lines = [code(line.one_line(path)), escape(prose.sentence(path)), "; ".join(part for part in details if part)]
    status = names.status(path.paper)
    lines += [f"**{escape(status)}**"] if status else []
    if path.markers:
        markers = ", ".join(f"{marker.node.name} {marker.direction}" for marker in path.markers)
        lines.append(f"markers: {escape(markers)}")
    if path.opposed_by:
        lines.append(f"opposed by {len(path.opposed_by)}: {escape(', '.join(path.opposed_by))}")
    lines += [f"joined: {escape(join)}" for join in path.joins]
    indent = " " * (len(mark) + 1)
    return f"{mark} " + f"  \n{indent}".join(lines)


def _paper(paper: Paper) -> str:
    shown = escape(names.citation(paper))
    return f"[{shown}](<{paper.url}>)" if _LINK.fullmatch(paper.url) else shown


def _items(items: Sequence[Mapping[str, Any]]) -> str:
    keys = columns_of(items)
    if not keys:
        return ""
    rows = [keys, *([cell(item.get(key)) for key in keys] for item in items)]
    lines = [f"| {' | '.join(map(escape, row))} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(keys)}", *lines[1:]])


def _nearest(answer: Answer) -> str:
    if answer.nothing is None:
        return ""
    return "\n".join(f"- {escape(near.text)}: {code(near.command)}" for near in answer.nothing.nearest)
