"""An answer as Markdown (CommonMark): the verdict first, then the paths with links to their papers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from exograph.questions.answer import Answer, Paper, Path
from exograph.views import asked, contradictions, items, line, names, prose, summary
from exograph.views.terminal import clean
from exograph.views.verdict import verdict

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&$@])")
_AT_START = re.compile(r"^(\d*)([-+=#.)])(?!\d)")  # what makes a list, a heading or a rule at the start of a line
_LINK = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%-]+")
_TICKS = re.compile(r"`+")


def text(answer: Answer, *, facts: bool = False) -> str:
    """The whole answer, ending in a newline. Text of the data can neither format nor link nor embed anything."""
    parts = [f"# {escape(answer.question)}", *_said(answer), _understood(answer), _offered(answer)]
    number = 0
    for heading, paths in names.grouped(answer.paths):
        limited = f" ({names.limited(answer)})" if names.limited(answer) and not number else ""
        parts += [
            f"## {heading}{limited}",
            "\n".join(_path(path, f"{number + at}.") for at, path in enumerate(paths, 1)),
        ]
        number += len(paths)
    opposing = [_path(path, "-", "other source" if other else "") for path, other in names.opposing(answer)]
    parts += ["## Opposing claims", "\n".join(opposing)] if opposing else []
    parts += [_facts(answer, facts), "\n".join(f"- {escape(note)}" for note in answer.notes)]
    parts += [f"Data {escape(answer.release)}, sha256 {escape(answer.sha256[:12])}"] if answer.release else []
    return "\n\n".join(part for part in parts if part) + "\n"


def _said(answer: Answer) -> list[str]:
    """The verdict, for and against beside each other (or a list, or the mechanisms), what contradicts."""
    if not answer.paths:
        return [escape(prose.paragraph(answer)), _table(items.rows(items.of_list(answer)))]
    sides = contradictions.sides(answer)
    told = [] if sides else summary.mechanisms(answer)
    bulleted = "\n".join(f"- {escape(one)}" for one in told) if len(told) > 1 else escape("".join(told))
    columns = [side.rows for side in sides]
    rows = [list(row) for row in zip_longest(*columns, fillvalue="")]
    beside = _table([[side.heading for side in sides], *rows]) if sides else ""
    left_out = names.listing(names.hidden(answer.hidden))
    closing = [*summary.closing(answer), *([f"Left out: {left_out}."] if left_out else [])]
    listed = _table(items.rows(items.of_list(answer)))
    return [escape(verdict(answer)), beside, listed, bulleted, escape(" ".join(closing))]


def _understood(answer: Answer) -> str:
    taken, again = asked.understood(answer), asked.again(answer)
    told = [escape(taken)] if taken else []
    told += [code(again.text), code(again.command)] if again else []
    return "Understood: " + "  \n".join(told) if told else ""


def _facts(answer: Answer, shown: bool) -> str:
    if not answer.facts or not shown:
        return f"{escape(names.folded(answer))}." if answer.facts else ""
    facts = "\n".join(f"- {escape(names.fact(found))}" for found in answer.facts)
    return f"## Databases say beside it (no part of a path)\n\n{facts}"


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


def _table(rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    lines = [f"| {' | '.join(map(escape, row))} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def _offered(answer: Answer) -> str:
    """What could be meant, and what is near, each with its command."""
    told = [f"- {code(one.text)} ({one.said}): {code(one.command)}" for one in asked.readings(answer)]
    if answer.nothing is not None:
        told += [f"- {escape(near.text)}: {code(near.command)}" for near in answer.nothing.nearest]
    return "\n".join(told)
