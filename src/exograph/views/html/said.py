"""The head of the page: the question, the verdict, for and against, how it was understood. All text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from exograph.knowledge.kinds import heading
from exograph.questions.answer import Answer
from exograph.views import asked, contradictions, items, summary
from exograph.views.html.labels import plain
from exograph.views.html.parts import ROWS, text
from exograph.views.verdict import verdict


def header(answer: Answer) -> str:
    """The question, the verdict, how it was understood, notes."""
    lines = [f"<h1>{text(title(answer))}</h1>"]
    told = verdict(answer) or " ".join(summary.mechanisms(answer)[:1])
    if told:
        lines.append(f'<p class="reply">{text(told)}</p>')
    lines += [f'<p class="reply">{text(sentence)}</p>' for sentence in summary.closing(answer)]
    if answer.understood or answer.text:
        lines.append(f'<p class="understood"><span class="tag">understood</span> {_understood(answer)}</p>')
    if answer.neighbourhood:
        lines.append(
            '<p class="warn" role="note"><strong>Neighbours are not a path.</strong> This page shows claims that share '
            "a node. Only the strands of one claim, lit together, were reported together.</p>"
        )
    if any(path.kind == "assembled" for path in answer.paths):
        lines.append(
            '<p class="warn" role="note"><strong>Assembled paths are hypotheses.</strong> No paper reports a dashed '
            "path as a whole; each one says where it was joined.</p>"
        )
    lines += [f'<p class="note">{text(note)}</p>' for note in answer.notes]
    return "\n".join(lines)


def title(answer: Answer) -> str:
    """The question in words, else its text form."""
    return plain(answer.question) or plain(answer.text) or "exograph"


def _understood(answer: Answer) -> str:
    taken = []
    for item in answer.understood:
        note = f", {text(item.note)}" if item.note else ""
        kind = text(heading(item.label)).lower()
        same = "" if item.text.casefold() == item.name.casefold() else f"{text(item.text)} \u2192 "
        taken.append(f"{same}<b>{text(item.name)}</b> ({kind}, <code>{text(item.id)}</code>{note})")
    again = asked.again(answer)
    lines = ["; ".join(dict.fromkeys(taken))] if taken else []
    lines += [f"<code>{text(again.text)}</code>", f"<code>{text(again.command)}</code>"] if again else []
    return "<br>".join(lines)


def beside(answer: Answer) -> str:
    """For and against beside each other, or the items of a list."""
    sides = contradictions.sides(answer)
    if sides:
        columns = [side.rows for side in sides]
        return _table("For and against", [side.heading for side in sides], list(zip_longest(*columns, fillvalue="")))
    heads, *rows = items.rows(items.of_list(answer)) or [[]]
    more = f", {ROWS:,} of {len(rows):,} shown" if len(rows) > ROWS else ""
    return _table(f"The list{more}", heads, rows[:ROWS]) if heads else ""


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{text(one)}</th>' for one in heads)
    body = "\n".join(f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f'<div class="rows beside"><table><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def nothing(answer: Answer) -> str:
    """Why there is no path, what could be meant, and the commands that show the nearest things."""
    if answer.nothing is None:
        return ""
    readings = [(f"{one.text} ({one.said})", one.command) for one in asked.readings(answer)]
    nearest = [(near.text, near.command) for near in answer.nothing.nearest]
    listed = _offered(f"{asked.READINGS}:", readings) + _offered("Nearest things that do exist:", nearest)
    heading = "Not wholly understood" if answer.reply.kind == "readings" else "Nothing reported"
    return f'<section class="nothing"><h2>{heading}</h2><p>{text(answer.nothing.why)}</p>{listed}</section>'


def _offered(title: str, found: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f"<li>{text(said)}<br><code>{text(command)}</code></li>" for said, command in found)
    return f"<p>{title}</p><ul>{listed}</ul>" if found else ""
