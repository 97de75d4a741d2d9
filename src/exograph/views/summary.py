"""An answer in a few sentences: the verdict, the mechanisms behind it, and what contradicts it, never averaged."""

from __future__ import annotations

from exograph.questions.answer import Answer, Path
from exograph.views import asked, contradictions, groups, names, running, sentences
from exograph.views.terminal import clean
from exograph.views.verdict import verdict

MECHANISMS_SHOWN = 6
_NEAREST_SHOWN = 3


def paragraph(answer: Answer) -> str:
    """The verdict; who carries what, what it hits, what follows, in which model and paper; what contradicts it."""
    told = [verdict(answer)]
    if answer.paths:
        told += [*mechanisms(answer), *closing(answer)]
    else:
        told += _silence(answer)
    return " ".join(_with_hidden([sentence for sentence in told if sentence], answer))


def mechanisms(answer: Answer) -> list[str]:
    """A sentence for each mechanism, those of most papers first: `More miR-9, less ABCB1: ... (in vitro; Yu 2019).`

    One claim is told by itself. A list, a number or a ranking has a table instead.
    """
    reported = _reported(answer)
    if len(reported) == 1:
        return [_one(reported[0])]
    if answer.reply.kind in {"list", "count"} or not reported:
        return []
    found = groups.mechanisms(reported)
    told = [f"{group.said} ({groups.evidence(group)})." for group in found[:MECHANISMS_SHOWN]]
    rest = [path for group in found[MECHANISMS_SHOWN:] for path in group.paths]
    more = len(found) - MECHANISMS_SHOWN
    return [*told, f"And {names.plural(more, 'more mechanism')} ({groups.numbers(rest)})."] if rest else told


def closing(answer: Answer) -> list[str]:
    """What opposes the claims, and what is a hypothesis only."""
    reported = _reported(answer)
    told = [_standing(reported[0], answer)] if len(reported) == 1 else []
    if len(reported) > 1:
        told.append(contradictions.disputes(answer))
    assembled = len(answer.paths) - len(reported)
    if assembled:
        paths = names.plural(assembled, "assembled path")
        told.append(f"{paths}: a hypothesis, reported by no paper as a whole.")
    return told


def _reported(answer: Answer) -> list[Path]:
    return [path for path in answer.paths if path.kind == "reported"]


def _with_hidden(told: list[str], answer: Answer) -> list[str]:
    left_out = names.listing(names.hidden(answer.hidden))
    if not left_out:
        return told
    if not told:
        return [f"Left out: {left_out}."]
    return [*told[:-1], f"{told[-1].removesuffix('.')}; left out: {left_out}."]


def _silence(answer: Answer) -> list[str]:
    if answer.nothing is None:
        return ["No claim in the data answers this."] if answer.reply.kind == "paths" else []
    nearest = "; ".join(clean(near.text) for near in answer.nothing.nearest[:_NEAREST_SHOWN])
    could = "; ".join(f"`{one.text}` ({one.said})" for one in asked.readings(answer))
    why = sentences.capital(sentences.ended(answer.nothing.why))
    return [why, f"Nearest: {nearest}." if nearest else "", f"{asked.READINGS}: {could}." if could else ""]


def _one(path: Path) -> str:
    return f"{_who(path)}: {_what_follows(path)} ({_evidence(path)})."


def _standing(path: Path, answer: Answer) -> str:
    """On how much a single claim rests, and what is against it."""
    known = {other.claim for other in (*answer.paths, *answer.opposing)}
    against = [other for other in answer.opposing if other.claim in path.opposed_by or path.claim in other.opposed_by]
    unseen = [claim for claim in path.opposed_by if claim not in known]
    status = f"; the paper is marked: {names.status(path.paper)}" if names.status(path.paper) else ""
    if not against and not unseen:
        return f"One claim of one paper reports it, and no claim in the data opposes it{status}."
    parts = [contradictions.says(against, path.sign)] if against else []
    parts += [f"{names.plural(len(unseen), 'opposing claim')} not shown"] if unseen else []
    return f"One claim of one paper reports it; against it: {names.listing(parts)}{status}."


def _who(path: Path) -> str:
    who = names.preparation(path) or "a vesicle"
    carried = names.called(names.cargo(path))
    verb = "carries" if who.startswith(("conditioned medium", "secretome", "a vesicle")) else "carry"
    return sentences.capital(f"{who} {verb} {carried}" if carried else f"with {who}")


def _what_follows(path: Path) -> str:
    if path.loaded and path.versus:
        return sentences.loaded(path)
    changes = running.changes(path)[1 if names.cargo(path) else 0 :]
    words = ", ".join(change.words() for change in changes)
    return f"{words}, and {sentences.outcome(path)}" if words else sentences.outcome(path)


def _evidence(path: Path) -> str:
    parts = [clean(part) for part in (path.model, path.species) if part]
    parts += [sentences.remark(path)] if sentences.remark(path) else []
    return "; ".join([*parts, names.citation(path.paper)])
