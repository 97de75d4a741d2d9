"""An answer as a static piece of HTML for a notebook: sentences and a table, everything escaped, no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import zip_longest
from typing import Any

from exograph.questions.answer import Answer, Path
from exograph.views import asked, contradictions, items, line, names, prose
from exograph.views.rows import cell
from exograph.views.terminal import clean

ROWS = 100  # rows a notebook shows; the rest is counted
_HEADINGS = ("", "Mechanism", "Effect", "Paper", "Model", "Opposed by")
_LEFT = ' style="text-align:left"'


def fragment(answer: Answer, *, limit: int = ROWS) -> str:
    """The verdict, for and against (or a list), how it was understood, the paths, what opposes them."""
    parts = [_paragraph(prose.paragraph(answer)), _sides(answer)]
    heads, *cells = items.rows(items.of_list(answer)) or [[]]
    if heads:
        parts.append(rows(heads, [dict(zip(heads, row, strict=True)) for row in cells], limit=limit))
    parts += [_understood(answer), *_offered(answer)]
    for heading, paths in names.grouped(answer.paths):
        parts += [_line(heading, "strong"), _table(paths[:limit]), _more(len(paths), limit)]
    others = [path for path, _ in names.opposing(answer)]
    if others:
        parts += [_line("Opposing claims", "strong"), _table(others[:limit]), _more(len(others), limit)]
    if names.limited(answer):
        parts.append(_line(f"{names.limited(answer)}."))
    parts += [_facts(answer), *(_line(note) for note in answer.notes)]
    parts.append(_line(f"exograph data {answer.release}, sha256 {answer.sha256[:12]}", "small"))
    return "<div>" + "\n".join(part for part in parts if part) + "</div>"


def _sides(answer: Answer) -> str:
    """For and against beside each other."""
    sides = contradictions.sides(answer)
    if not sides:
        return ""
    head = "".join(f"<th{_LEFT}>{_text(side.heading)}</th>" for side in sides)
    cells = zip_longest(*(side.rows for side in sides), fillvalue="")
    body = "".join(f"<tr>{''.join(f'<td{_LEFT}>{_text(cell)}</td>' for cell in row)}</tr>" for row in cells)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _understood(answer: Answer) -> str:
    taken, again = asked.understood(answer), asked.again(answer)
    told = [_text(taken)] if taken else []
    told += [f"<code>{_text(again.text)}</code>", f"<code>{_text(again.command)}</code>"] if again else []
    return f"<p>Understood: {'<br>'.join(told)}</p>" if told else ""


def _offered(answer: Answer) -> list[str]:
    """What could be meant, and what is near, each with its command."""
    found = [(f"{one.text} ({one.said})", one.command) for one in asked.readings(answer)]
    found += [(near.text, near.command) for near in answer.nothing.nearest] if answer.nothing else []
    return [f"<p>{_text(said)}<br><code>{_text(command)}</code></p>" for said, command in found]


def _facts(answer: Answer) -> str:
    """What databases say, folded."""
    told = "".join(_line(names.fact(found)) for found in answer.facts[:ROWS])
    head = f"<summary>{_text(names.folded(answer))}</summary>"
    return f"<details>{head}{told}{_more(len(answer.facts), ROWS)}</details>" if told else ""


def rows(
    columns: Sequence[str], held: Sequence[Mapping[str, Any]], notes: Iterable[str] = (), *, limit: int = ROWS
) -> str:
    """Plain rows as a table."""
    head = "".join(f"<th{_LEFT}>{_text(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td{_LEFT}>{_text(cell(row.get(name)))}</td>" for name in columns) + "</tr>"
        for row in held[:limit]
    )
    told = "".join(_line(note) for note in notes if note)
    return f"{told}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{_more(len(held), limit)}"


def _table(paths: Sequence[Path]) -> str:
    head = "".join(f"<th{_LEFT}>{heading}</th>" for heading in _HEADINGS)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, paths))}</tbody></table>"


def _row(path: Path) -> str:
    model = "; ".join(part for part in (path.model, path.species, names.origin(path)) if part)
    cells = (
        names.SIGNS.get(path.sign, ""), line.one_line(path), path.effect, None, model, "; ".join(path.opposed_by),
    )  # fmt: skip
    return (
        "<tr>" + "".join(f"<td{_LEFT}>{_paper(path) if text is None else _text(text)}</td>" for text in cells) + "</tr>"
    )


def _paper(path: Path) -> str:
    paper = path.paper
    label = _text(f"{names.paper_name(paper)}, {names.paper_id(paper)}")
    status = f" <strong>{_text(names.status(paper))}</strong>" if names.status(paper) else ""
    if not paper.url.startswith(("https://", "http://")):
        return label + status
    return f'<a href="{escape(paper.url, quote=True)}" rel="noreferrer noopener">{label}</a>{status}'


def _more(count: int, limit: int) -> str:
    return _line(f"{limit} of {count} shown") if count > limit else ""


def _paragraph(text: str) -> str:
    return _line(text) if text.strip() else ""


def _line(text: str, tag: str = "") -> str:
    inner = f"<{tag}>{_text(text)}</{tag}>" if tag else _text(text)
    return f"<p>{inner}</p>"


def _text(text: str) -> str:
    return escape(clean(text), quote=True)
