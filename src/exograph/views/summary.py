"""An answer in two or three sentences, counted from its rows. Contradictions are told, never averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from exograph.questions.answer import Answer, Paper, Path
from exograph.views import names, running, sentences
from exograph.views.terminal import clean

_EFFECTS = {
    "sensitises": "sensitises",
    "reverses resistance": "reverses resistance",
    "confers resistance": "confers resistance",
    "suppresses tumour": "suppresses the tumour",
    "promotes tumour": "promotes the tumour",
    "activates immune": "activates immunity",
    "suppresses immune": "suppresses immunity",
    "no effect": "has no effect",
}
_PAPERS_SHOWN = 10
_MOST = 3  # how many sources, cargos and targets are named
_DISPUTES_SHOWN = 2


def paragraph(answer: Answer) -> str:
    """Who secretes what, what it hits, what follows, in which model, on how many papers, and what contradicts it.

    An answer of another kind than paths starts with its word, number or list in one sentence.
    """
    told = [_sentence(answer.reply.text)] if answer.reply.kind != "paths" else []
    told += of_paths(answer) if answer.paths else _silence(answer)
    return " ".join(_with_hidden([sentence for sentence in told if sentence], answer))


def of_paths(answer: Answer) -> list[str]:
    """The sentences on the paths alone."""
    reported = [path for path in answer.paths if path.kind == "reported"]
    assembled = len(answer.paths) - len(reported)
    told = _one(reported[0], answer) if len(reported) == 1 else []
    if len(reported) > 1:
        told = [_counts(reported), _most(reported), _disputes(answer)]
    if assembled:
        word = "path" if assembled == 1 else "paths"
        told.append(f"{assembled:,} assembled {word}: a hypothesis, reported by no paper as a whole.")
    return [sentence for sentence in told if sentence]


def _with_hidden(told: list[str], answer: Answer) -> list[str]:
    left_out = names.listing(names.hidden(answer.hidden))
    if not left_out:
        return told
    if not told:
        return [f"Left out: {left_out}."]
    return [*told[:-1], f"{told[-1].removesuffix('.')}; left out: {left_out}."]


def _sentence(text: str) -> str:
    text = clean(text)
    return text if not text or text.endswith((".", "!", "?", ":")) else f"{text}."


def _silence(answer: Answer) -> list[str]:
    if answer.nothing is None:
        return ["No claim in the data answers this."] if answer.reply.kind == "paths" else []
    nearest = "; ".join(clean(near.text) for near in answer.nothing.nearest[:_MOST])
    return [_sentence(answer.nothing.why), f"Nearest: {nearest}." if nearest else ""]


def _one(path: Path, answer: Answer) -> list[str]:
    told = f"{_who(path)}: {_what_follows(path)} ({_evidence(path)})."
    known = {other.claim for other in (*answer.paths, *answer.opposing)}
    against = [other for other in answer.opposing if other.claim in path.opposed_by or path.claim in other.opposed_by]
    unseen = [claim for claim in path.opposed_by if claim not in known]
    status = f"; the paper is marked: {names.status(path.paper)}" if names.status(path.paper) else ""
    if not against and not unseen:
        return [told, f"One claim of one paper reports it, and no claim in the data opposes it{status}."]
    parts = [_says(against, path.sign)] if against else []
    parts += [f"{names.plural(len(unseen), 'opposing claim')} not shown"] if unseen else []
    return [told, f"One claim of one paper reports it; against it: {names.listing(parts)}{status}."]


def _who(path: Path) -> str:
    who = names.preparation(path) or "A vesicle"
    carried = names.called(names.cargo(path))
    return sentences.capital(f"{who} carry {carried}" if carried else f"with {who}")


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


def _counts(paths: Sequence[Path]) -> str:
    counted = Counter(path.effect for path in paths)
    said = [f"{_EFFECTS.get(effect, clean(effect))} in {counted[effect]:,}" for effect in sorted(counted, key=_order)]
    papers = names.papers(paths)
    head = f"{names.plural(len(paths), 'claim')} from {names.plural(len(papers), 'paper')} ({cited(papers)})"
    return f"{head}: the vesicle {names.listing(said)}."


def _order(effect: str) -> tuple[int, str]:
    known = list(_EFFECTS)
    return (known.index(effect) if effect in known else len(known), effect)


def cited(papers: Iterable[Paper]) -> str:
    """`PMID 1, PMID 2 and 7 more`."""
    ids = [f"{names.paper_id(paper)}{_doubt(paper)}" for paper in papers]
    rest = [f"{len(ids) - _PAPERS_SHOWN:,} more"] if len(ids) > _PAPERS_SHOWN else []
    return names.listing([*ids[:_PAPERS_SHOWN], *rest])


def _doubt(paper: Paper) -> str:
    return f" [{clean(paper.status)}]" if paper.status not in {"", "ok", "corrected"} else ""


def _most(paths: Sequence[Path]) -> str:
    parts = []
    for intro, label_names in (
        ("the vesicles come from", [[_tissue(n.name) for n in path.of("MscSource")] for path in paths]),
        ("they carry", [[n.name for n in names.cargo(path)] for path in paths]),
        ("they act through", [[n.name for n in path.nodes if n.label in {"Gene", "Pathway"}] for path in paths]),
        ("models:", [[path.model] for path in paths]),
        ("given instead of vesicles:", [[path.given] for path in paths if path.given != names.VESICLES]),
    ):
        text = _ranking(label_names)
        if text:
            parts.append(f"{intro} {text}")
    return sentences.capital(f"{'; '.join(parts)}.") if parts else ""


def _tissue(name: str) -> str:
    return "a tissue not named" if name == "unspecified" else name


def _ranking(found: Iterable[Iterable[str]]) -> str:
    # counted by claim: a name that stands twice in one claim counts once
    counted = Counter(name for names_of_one in found for name in dict.fromkeys(names_of_one) if name)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    rest = [f"{len(ranked) - _MOST:,} others"] if len(ranked) > _MOST + 1 else []
    shown = ranked[:_MOST] if rest else ranked
    return names.listing([*(f"{clean(name)} ({count:,})" for name, count in shown), *rest])


def _disputes(answer: Answer) -> str:
    disputes = [members for members in components([*answer.paths, *answer.opposing]) if len(members) > 1]
    if not disputes:
        return "No claim in the data opposes another one here."
    told = [f"on {_subject(members[0])}, {_says(members)}" for members in disputes[:_DISPUTES_SHOWN]]
    more = len(disputes) - _DISPUTES_SHOWN
    told += [f"and {names.plural(more, 'more contradiction')}"] if more > 0 else []
    return f"Contradictions: {'; '.join(told)}."


def _subject(path: Path) -> str:
    cargo = names.called(names.cargo(path))
    object_ = names.called(path.of("Drug")) or (names.called(path.of("ImmuneCell")) if path.family == "immune" else "")
    cancer = names.called(path.of("Cancer"))
    subject = " and ".join(part for part in (cargo, object_) if part) or "the vesicles"
    return f"{subject} in {cancer}" if cancer else subject


def _says(paths: Sequence[Path], against: int | None = None) -> str:
    """Each side by itself: `2 claims say sensitises (PMID 1, PMID 2), 1 claim says the opposite, ... (PMID 3)`.

    `against` is the sign that they are set against; without it, the sign of the larger side.
    """
    sides: dict[int, list[Path]] = {}
    for path in paths:
        sides.setdefault(path.sign, []).append(path)
    order = sorted(sides, key=lambda sign: (-len(sides[sign]), -sign))
    reference = order[0] if against is None else against
    return ", ".join(_side(sides[sign], opposite=bool(sign) and sign == -reference) for sign in order)


def _side(paths: Sequence[Path], *, opposite: bool) -> str:
    effects = sorted({path.effect for path in paths}, key=_order)
    said = clean(names.listing(effects, "or"))
    verb = "found" if effects == ["no effect"] else "says" if len(paths) == 1 else "say"
    return (
        f"{names.plural(len(paths), 'claim')} {verb} {'the opposite, ' if opposite else ''}{said}"
        f" ({cited(names.papers(paths))})"
    )


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
