"""An answer for the terminal: the verdict, what stands for and against it, how it was understood, the claims. Own
formatting, measured: no library is imported for it, so that the command stays fast."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from exograph.questions.answer import Answer, Path
from exograph.views import contradictions, items, line, names, sentences, summary
from exograph.views.asked import READINGS, Asking, again, readings, understood
from exograph.views.terminal import beside, clean, paint, width, wrap
from exograph.views.verdict import verdict

MOST = 20  # rows of a list that a terminal shows
_STYLE = {1: "plus", -1: "minus", 0: "zero"}
_FACTS_SHOWN = 20
_INDENT = "    "
_GAP = "  "
_UNDERSTOOD = "Understood: "
_NARROWEST = 30  # columns of a side that stands beside another


def text(answer: Answer, *, width: int, colour: bool, facts: bool = False, most: int | None = None) -> str:
    """The answer in lines of at most `width` columns (commands to paste are never cut), ending in a newline.

    `facts` shows what databases say beside it; lists are cut after `most` rows, and say so.
    """
    return _Page(width, colour, most).answer(answer, facts)


class _Page:
    """Collects lines of one width."""

    def __init__(self, columns: int, colour: bool, most: int | None) -> None:
        self.columns = columns
        self.colour = colour
        self.most = most
        self.lines: list[str] = []

    def answer(self, answer: Answer, facts: bool) -> str:
        self.said(answer)
        self.nothing(answer)
        self.sides(answer)
        self.items(items.of_list(answer))
        self.words(answer)
        self.asked(answer)
        self.claims(answer)
        self.opposing(answer)
        self.facts(answer, facts)
        self.footer(answer)
        return "\n".join(self.lines).strip("\n") + "\n"

    def said(self, answer: Answer) -> None:
        """The verdict; a single claim is its own."""
        told = verdict(answer)
        first = "" if told or not answer.paths else " ".join(summary.mechanisms(answer)[:1])
        if told or first:
            self.put(told or first, style="heading")

    def sides(self, answer: Answer) -> None:
        """For and against beside each other, one below the other where the terminal is narrow."""
        found = contradictions.sides(answer)
        if not found:
            return
        room = (self.columns - len(_GAP) * (len(found) - 1)) // len(found)
        self.lines.append("")
        if room < _NARROWEST:
            for side in found:
                self.put(side.heading, style="heading")
                for row in side.rows:
                    self.put(row, first=_GAP, rest=_INDENT)
            return
        heads = beside([side.heading for side in found], [room] * len(found), _GAP)
        self.lines += [paint(one, "heading", self.colour) for one in heads]
        for at in range(max(len(side.rows) for side in found)):
            cells = [f"- {side.rows[at]}" if at < len(side.rows) else "" for side in found]
            self.lines += beside(cells, [room] * len(found), _GAP, "  ")

    def asked(self, answer: Answer) -> None:
        """How the question was understood, its text form, and the command that asks it again."""
        taken, asking = understood(answer), again(answer)
        if taken or asking:
            self.lines.append("")
        if taken:
            self.put(taken, first=_UNDERSTOOD, rest=_INDENT, style="faint")
        if asking:
            self.put(asking.text, first=_INDENT if taken else _UNDERSTOOD, rest=f"{_INDENT}  ", style="faint")
            self.lines.append(paint(f"{_INDENT}{asking.command}", "faint", self.colour))

    def claims(self, answer: Answer) -> None:
        number = 0
        for group, paths in names.grouped(answer.paths):
            self.heading(f"{group}{f' ({names.limited(answer)})' if names.limited(answer) and not number else ''}")
            shown = paths[: None if self.most is None else max(0, self.most - number)]
            for path in shown:
                number += 1
                self.path(path, f"{number:>2}")
            self.cut(len(shown), len(paths))

    def cut(self, shown: int, held: int) -> None:
        """Says what a terminal leaves out, and how to see it."""
        if shown < held:
            self.put(f"{shown:,} of {held:,} shown; the same with `| less` shows all", first=_INDENT, style="faint")

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
        for path, other in found[: self.most]:
            self.path(path, " *", "other source" if other else "")
        self.cut(len(found[: self.most]), len(found))

    def items(self, found: Sequence[Mapping[str, Any]]) -> None:
        """Rows of a list, in aligned columns, each cell wrapped within its own."""
        rows = items.rows(found)
        if not rows:
            return
        keys = rows[0]
        rows = rows[: None if self.most is None else self.most + 1]
        room = self.columns - len(_GAP) * (len(keys) - 1)
        widths = _widths([max(map(width, column)) for column in zip(*rows, strict=True)], room)
        self.lines.append("")
        for at, row in enumerate(rows):
            lines = beside(row, widths, _GAP)
            self.lines += [paint(one, "heading", self.colour) for one in lines] if not at else lines
        self.cut(len(rows) - 1, len(found))

    def nothing(self, answer: Answer) -> None:
        if answer.nothing is None:
            return
        why = sentences.capital(sentences.ended(answer.nothing.why))
        if why != answer.reply.text:
            self.put(why)
        self.offered(READINGS, readings(answer), lambda one: f"{one.text} ({one.said})")
        near = [Asking(one.text, clean(one.command)) for one in answer.nothing.nearest]
        self.offered("Nearest that exists", near, lambda one: one.text)

    def offered(self, title: str, found: Sequence[Asking], said: Callable[[Asking], str]) -> None:
        if found:
            self.heading(title)
        for one in found:
            self.put(said(one), first="  - ", rest=_INDENT)
            if one.command:
                # never wrapped: it is there to be pasted
                self.lines.append(f"{_INDENT}{one.command}")

    def words(self, answer: Answer) -> None:
        """A sentence for each mechanism, and what contradicts them."""
        told = [] if contradictions.sides(answer) else summary.mechanisms(answer)
        told = told if verdict(answer) else told[1:]
        closing = summary.closing(answer)
        if len(told) > 1 or (closing and (answer.reply.items or len(answer.paths) > 1)):
            self.lines.append("")
        for sentence in told:
            self.put(sentence, first="- " if len(told) > 1 else "", rest="  " if len(told) > 1 else "")
        for sentence in closing:
            self.put(sentence)

    def facts(self, answer: Answer, shown: bool) -> None:
        if not answer.facts:
            return
        if not shown:
            self.lines.append("")
            self.put(f"{names.folded(answer)}: --facts shows them.")
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


def _widths(wanted: Sequence[int], room: int) -> list[int]:
    """The width of each column: what it wants, the widest made narrower until all fit."""
    widths = list(wanted)
    while sum(widths) > room and max(widths) > 1:
        at = widths.index(max(widths))
        others = sorted(widths)[-2:][0] if len(widths) > 1 else 0
        fair = max(1, room - (sum(widths) - widths[at]))
        widths[at] = min(widths[at] - 1, max(fair, others))
    return widths
