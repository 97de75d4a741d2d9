"""What stands against what: claims that oppose each other, each side by itself, never averaged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exograph.questions.answer import Answer, Paper, Path
from exograph.views import groups, line, names, sentences
from exograph.views.terminal import clean

_PAPERS_SHOWN = 10
_DISPUTES_SHOWN = 2
_ROWS_SHOWN = 12
_TWO = 2
_SETTING = "in its own setting (same cancer, drug, cell and cargo)"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a verdict or of a comparison: its heading, and a line for each claim."""

    heading: str
    rows: tuple[str, ...]


def sides(answer: Answer) -> list[Side]:
    """For and against (or what is compared), to stand beside each other; empty where there is one side only."""
    if answer.reply.kind not in {"yesno", "compare"}:
        return []
    held = {path.claim: path for path in answer.paths}
    found = []
    for item in answer.reply.items:
        if "claims" not in item:
            return []
        paths = [held[claim] for claim in item["claims"] if claim in held]
        rows = [_row(path) for path in paths[:_ROWS_SHOWN]]
        more = item["count"] - len(rows)
        rows += [f"and {more:,} more"] if more > 0 else []
        number = f"{names.plural(item['count'], 'claim')} of {names.plural(item['papers'], 'paper')}"
        name = clean(str(item["name"]))
        title = sentences.capital(name) if answer.reply.kind == "yesno" else name  # `miR-21` keeps its small letter
        found.append(Side(f"{title}: {number}", tuple(rows)))
    return found if len(found) >= _TWO else []


def _row(path: Path) -> str:
    # a year or a name alone names no paper
    whole = path.paper.first_author and path.paper.year
    who = names.paper_name(path.paper) if whole else names.citation(path.paper)
    given = "" if path.given in {"", names.VESICLES} else f"given: {clean(path.given)}"
    how = "; ".join(part for part in (clean(path.model), given) if part)
    notation = line.mechanism(path)
    said = f"{notation} => {line.effect(path)}" if notation else line.effect(path)
    return f"{who}{_doubt(path.paper)}{f' ({how})' if how else ''}: {said}"


def disputes(answer: Answer) -> str:
    """The contradictions among the claims in one sentence; of how many papers, where there is none."""
    found = [members for members in components([*answer.paths, *answer.opposing]) if len(members) > 1]
    if not found:
        reported = [path for path in answer.paths if path.kind == "reported"]
        return f"No claim in the data opposes one of these {groups.numbers(reported)} {_SETTING}."
    told = [f"on {_subject(members[0])}, {says(members)}" for members in found[:_DISPUTES_SHOWN]]
    more = len(found) - _DISPUTES_SHOWN
    told += [f"and {names.plural(more, 'more contradiction')}"] if more > 0 else []
    return f"Contradictions: {'; '.join(told)}."


def _subject(path: Path) -> str:
    cargo = names.called(names.cargo(path))
    object_ = names.called(path.of("Drug")) or (names.called(path.of("ImmuneCell")) if path.family == "immune" else "")
    cancer = names.called(path.of("Cancer"))
    subject = " and ".join(part for part in (cargo, object_) if part) or sentences.carrier(path)
    return f"{subject} in {cancer}" if cancer else subject


def says(paths: Sequence[Path], against: int | None = None) -> str:
    """Each side by itself: `2 claims say sensitises (Yu 2019, PMID 1), 1 claim says the opposite, ... (Li, PMID 3)`.

    `against` is the sign that they are set against; without it, the sign of the larger side.
    """
    by_sign: dict[int, list[Path]] = {}
    for path in paths:
        by_sign.setdefault(path.sign, []).append(path)
    order = sorted(by_sign, key=lambda sign: (-len(by_sign[sign]), -sign))
    reference = order[0] if against is None else against
    return ", ".join(_side(by_sign[sign], opposite=bool(sign) and sign == -reference) for sign in order)


def _side(paths: Sequence[Path], *, opposite: bool) -> str:
    said = clean(names.listing(dict.fromkeys(map(_effect, paths)), "or"))
    verb = "found" if said == "no effect" else "says" if len(paths) == 1 else "say"
    return (
        f"{names.plural(len(paths), 'claim')} {verb} {'the opposite, ' if opposite else ''}{said}"
        f" ({cited(names.papers(paths))})"
    )


def _effect(path: Path) -> str:
    """The effect in a word; of immune cells, what became of them."""
    return (line.cells(path) if path.family == "immune" and path.sign else "") or path.effect


def cited(papers: Iterable[Paper]) -> str:
    """`Yu 2019, PMID 1; Li 2020, PMID 2; and 7 more`."""
    said = [f"{names.citation(paper)}{_doubt(paper)}" for paper in papers]
    rest = [f"and {len(said) - _PAPERS_SHOWN:,} more"] if len(said) > _PAPERS_SHOWN else []
    return "; ".join([*said[:_PAPERS_SHOWN], *rest])


def _doubt(paper: Paper) -> str:
    return f" [{clean(paper.status)}]" if paper.status not in {"", "ok", "corrected"} else ""


def components(paths: Sequence[Path]) -> list[list[Path]]:
    """Claims that oppose each other, directly or through a third, in order of first appearance."""
    by_claim = {path.claim: path for path in paths if path.kind == "reported"}
    links: dict[str, set[str]] = {claim: set() for claim in by_claim}
    for path in by_claim.values():
        for other in path.opposed_by:
            if other in links:
                links[path.claim].add(other)
                links[other].add(path.claim)
    seen: set[str] = set()
    found = []
    for claim in by_claim:
        reached, waiting = set(), [claim]
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                reached.add(one)
                waiting += links[one]
        if reached:
            found.append([path for key, path in by_claim.items() if key in reached])
    return found
