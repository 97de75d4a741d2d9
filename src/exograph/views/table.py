"""An answer for the terminal: paths under their headings, what opposes them, and what was left out. Own formatting,
measured: no library is imported for it, so that the command stays fast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from exograph.questions.answer import Answer, Path
from exograph.views import line, names, summary
from exograph.views.terminal import clean, paint, width, wrap

_STYLE = {1: "plus", -1: "minus", 0: "zero"}
_FACTS_SHOWN = 20
_INDENT = "    "
_GAP = "  "


def text(answer: Answer, *, width: int, colour: bool) -> str:
    """The answer in lines of at most `width` columns (commands to paste are never cut), ending in a newline."""
    return _Page(width, colour).answer(answer)


class _Page:
    """Collects lines of one width."""

    def __init__(self, columns: int, colour: bool) -> None:
        self.columns = columns
        self.colour = colour
        self.lines: list[str] = []

    def answer(self, answer: Answer) -> str:
        if names.understood(answer):
            self.put(names.understood(answer), first="Understood: ", rest=_INDENT, style="faint")
        if answer.reply.kind != "paths" and answer.reply.text:
            self.put(answer.reply.text, style="heading")
        self.items(answer.reply.items)
        self.nothing(answer)
        number = 0
        for heading, paths in names.grouped(answer.paths):
            self.heading(heading)
            for path in paths:
                number += 1
                self.path(path, f"{number:>2}")
        self.opposing(answer)
        self.words(answer)
        self.facts(answer)
        self.footer(answer)
        return "\n".join(self.lines).strip("\n") + "\n"

    def put(self, content: str, *, first: str = "", rest: str = "", style: str = "") -> None:
        lines = wrap(content, self.columns, first=first, rest=rest)
        self.lines += [paint(one, style, self.colour) for one in lines] if style else lines

    def heading(self, content: str) -> None:
        self.lines.append("")
        self.put(content, style="heading")

    def path(self, path: Path, number: str, remark: str = "") -> None:
        self.put(line.one_line(path), first=f"{number}{_GAP}", rest=f"{_INDENT}{_INDENT}")
        self.signed(path, remark)
        if names.status(path.paper):
            self.put(f"! {names.status(path.paper)}", first=_INDENT, rest=f"{_INDENT}  ", style="alarm")
        for label, content in (
            ("markers", ", ".join(f"{clean(marker.node.name)} {clean(marker.direction)}" for marker in path.markers)),
            (f"opposed by {len(path.opposed_by)}", ", ".join(map(clean, path.opposed_by))),
        ):
            if content:
                self.put(content, first=f"{_INDENT}{label}: ", rest=f"{_INDENT}  ")
        for join in path.joins:
            self.put(join, first=f"{_INDENT}joined: ", rest=f"{_INDENT}  ")

    def signed(self, path: Path, remark: str) -> None:
        """Net sign and effect, then paper, model, species, in columns of one line."""
        sign = f"({names.SIGNS.get(path.sign, '?')})"
        parts = [
            names.paper_name(path.paper),
            names.paper_id(path.paper),
            clean(path.model),
            clean(path.species),
            names.origin(path),
            remark,
        ]
        rest = " · ".join(part for part in parts if part)
        lines = wrap(f"{sign} {clean(path.effect)} · {rest}", self.columns, first=_INDENT, rest=f"{_INDENT}{_INDENT}")
        head = f"{_INDENT}{sign}"
        lines[0] = _INDENT + paint(sign, _STYLE.get(path.sign, "zero"), self.colour) + lines[0].removeprefix(head)
        self.lines += lines

    def opposing(self, answer: Answer) -> None:
        found = names.opposing(answer)
        if found:
            self.heading(f"Opposing: {names.plural(len(found), 'claim')} with another sign on the same question")
        for path, other in found:
            self.path(path, " *", "other source" if other else "")

    def items(self, items: Sequence[Mapping[str, Any]]) -> None:
        """Rows of a list, in aligned columns; the last one takes what is left of the line."""
        keys = columns_of(items)
        if not keys:
            return
        rows = [[cell(item.get(key)) for key in keys] for item in items]
        shares = [_share([key, *(row[place] for row in rows)], self.columns) for place, key in enumerate(keys)]
        self.lines.append("")
        self.row(keys, shares, "heading")
        for row in rows:
            self.row(row, shares)

    def row(self, cells: Sequence[str], shares: Sequence[int], style: str = "") -> None:
        padded = [content + " " * (share - width(content)) for content, share in zip(cells[:-1], shares, strict=False)]
        self.put_row(_GAP.join([*padded, cells[-1]]).rstrip(), style)

    def put_row(self, content: str, style: str) -> None:
        # a row that fits keeps its columns; one that does not is wrapped
        lines = [content] if width(content) <= self.columns else wrap(content, self.columns, rest=_INDENT)
        self.lines += [paint(one, style, self.colour) for one in lines] if style else lines

    def nothing(self, answer: Answer) -> None:
        if answer.nothing is None:
            return
        self.put(answer.nothing.why)
        if answer.nothing.nearest:
            self.heading("Nearest that exists")
        for near in answer.nothing.nearest:
            self.put(near.text, first="  - ", rest=_INDENT)
            if near.command:
                # never wrapped: it is there to be pasted
                self.lines.append(f"{_INDENT}{clean(near.command)}")

    def words(self, answer: Answer) -> None:
        """The paths in two or three sentences of prose."""
        said = " ".join(summary.of_paths(answer))
        if said:
            self.lines.append("")
            self.put(said)

    def facts(self, answer: Answer) -> None:
        if not answer.facts:
            return
        self.heading("Databases say beside it (no part of a path)")
        for found in answer.facts[:_FACTS_SHOWN]:
            self.put(names.fact(found), first="  - ", rest=_INDENT)
        if len(answer.facts) > _FACTS_SHOWN:
            self.put(f"and {len(answer.facts) - _FACTS_SHOWN:,} more", first="  - ")

    def footer(self, answer: Answer) -> None:
        left_out = names.hidden(answer.hidden)
        release = f"data {clean(answer.release)} {clean(answer.sha256[:12])}".strip() if answer.release else ""
        lines = [*answer.notes, f"Left out: {names.listing(left_out)}." if left_out else "", release]
        if any(lines):
            self.lines.append("")
        for one in filter(None, lines):
            self.put(one, rest=_INDENT, style="faint")


def _share(cells: Iterable[str], columns: int) -> int:
    # no column takes more than half of the line
    return min(max(map(width, cells)), columns // 2)


def columns_of(items: Sequence[Mapping[str, Any]]) -> list[str]:
    """The keys of all items, in order of first appearance."""
    return list(dict.fromkeys(key for item in items for key in item))


def cell(value: Any) -> str:
    """A value of an item as text on one line; a list joined by `; `, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(map(cell, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{clean(str(key))}: {cell(inner)}" for key, inner in value.items())
    return clean(str(value))
