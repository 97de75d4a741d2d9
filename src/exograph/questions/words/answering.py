"""A Reading -> its Answer, one way for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

from exograph.questions import catalogue
from exograph.questions.answer import Answer, Hidden, Nearest, Nothing, Path, Reply
from exograph.questions.answers import LIMIT, counted
from exograph.questions.words import refusals, replies
from exograph.questions.words.canned import canned
from exograph.questions.words.choosing import choose, loaded_left_out, two_sides
from exograph.questions.words.patterns import Pattern
from exograph.questions.words.select import Selected, Selector
from exograph.questions.words.understood import Reading

_EVERYTHING = Pattern(
    r"\b(?:everything|all (?:the )?(?:claims|paths|mechanisms|papers|data)|overview|in general)\b",
    "everything all overview general",
)
_SUBJECT = Pattern(r"\bmscs?\b|exosom|vesicle")
_DOES = Pattern(r"\b(?:do|does|effects?|role|affect|influence|work|mechanisms?|known|act)\b")
_YESNO = Pattern(r"(?:is|are|do|does|can|did|has|have|will)\b")
_NEWEST = Pattern(
    r"\b(?:newest|latest|most recent|recent)\b",
    "new late recent",
)
_NEEDS_NOTHING = {"most", "opposite", "years", "contradictions", "notice", "gap", "count"}
_NOT_NARROWED = (
    "it names no drug, cancer, cargo, gene, pathway, MSC source, immune cell, effect or paper that exograph knows"
)


class Answering:
    """Answers one reading."""

    def __init__(self, reading: Reading, selector: Selector) -> None:
        self.reading = reading
        self.selector = selector
        self._ways: dict[str, Callable[[], Answer]] = {
            "list": self._list, "count": self._count, "most": self._most, "yesno": self._yesno, "gap": self._gap,
            "compare": self._compare, "opposite": self._opposite, "contradictions": self._contradictions,
            "notice": self._notice, "years": self._years,
        }  # fmt: skip

    def answer(self) -> Answer:
        """The answer by the kind that is asked for."""
        reading, asked = self.reading, self.reading.asked
        if reading.polarity.both and asked.kind in {"yesno", "paths"}:
            return self._compare()
        free = asked.kind in _NEEDS_NOTHING or (asked.kind == "list" and asked.target) or asked.cargo_kind
        if not reading.narrowed and not free:
            return self._unnarrowed()
        return self._ways.get(asked.kind, self._paths)()

    def _made(
        self, reply: Reply, paths: Sequence[Path], parameters: Mapping[str, Any], retracted: int = 0, *,
        nothing: Nothing | None = None, loaded: int = 0, notes: Sequence[str] = (),
    ) -> Answer:  # fmt: skip
        """The parts as an Answer; a canned question that asks just this is named."""
        query, own = canned(self.reading)
        parameters = own if query != "mechanism" else {name: values for name, values in parameters.items() if values}
        return Answer(
            question=self.reading.text, query=query, parameters=parameters, paths=tuple(paths[:LIMIT]), reply=reply,
            hidden=Hidden(retracted=retracted, loaded=loaded, over_limit=max(0, len(paths) - LIMIT)), nothing=nothing,
            notes=tuple(notes),
        )  # fmt: skip

    def _silent(self, chosen: Selected | None, why: str = "") -> Nothing:
        from exograph.questions.words.silent import silent

        return silent(self.reading, self.selector, chosen, why)

    def _unnarrowed(self) -> Answer:
        """What all claims say by effect, if that is asked for; else a refusal."""
        text = self.reading.plain
        if not _EVERYTHING.search(text) and not (_SUBJECT.search(text) and _DOES.search(text)):
            return refusals.refusal(self.reading.text, _NOT_NARROWED, "nothing named")
        chosen = self.selector.select(self.reading)
        items, used = replies.listing(self.selector, chosen.paths, "effect")
        told = f"{counted(chosen.paths)} By effect: {replies.named(items, 8)}."
        return self._made(Reply("list", told, items, len(chosen.paths)), used, chosen.parameters, chosen.retracted)

    def _paths(self) -> Answer:
        chosen, notes = choose(self.reading, self.selector)
        if _NEWEST.search(self.reading.plain):
            chosen.paths.sort(key=lambda path: -(path.paper.year or 0))
            notes.append("newest paper first")
        nothing = None if chosen.paths else self._silent(chosen)
        loaded = loaded_left_out(self.reading, self.selector, chosen.paths)
        reply = Reply("paths", counted(chosen.paths))
        return self._made(
            reply, chosen.paths, chosen.parameters, chosen.retracted, nothing=nothing, loaded=loaded, notes=notes
        )

    def _list(self) -> Answer:
        chosen, notes = choose(self.reading, self.selector)
        asked = self.reading.asked
        items, used = replies.listing(self.selector, chosen.paths, asked.target, asked.cargo_kind, self._out())
        nothing = None
        if not items and chosen.paths and asked.target == "MscSource":
            return self._paths()  # `which exosomes carry TRAIL`: the papers name no tissue, but they do tell
        if not items:
            what = replies.word(asked.target, asked.cargo_kind, 1)
            why = f"{counted(chosen.paths)} None of them names a {what}" if chosen.paths else ""
            nothing = self._silent(chosen, why)
        reply = replies.list_reply(items, asked.target, asked.cargo_kind)
        return self._made(reply, used, chosen.parameters, chosen.retracted, nothing=nothing, notes=notes)

    def _out(self) -> list[str]:
        """Ids of what the question names itself: that does not belong into the list of its own kind."""
        if self.reading.asked.target not in {"Cargo", "Gene"}:
            return []
        named = [one for group in self.reading.groups for one in group.mentions]
        return [identifier for one in named for identifier in self.selector.ids(one)]

    def _count(self) -> Answer:
        chosen, notes = choose(self.reading, self.selector)
        asked = self.reading.asked
        reply, used = replies.count_reply(self.selector, chosen.paths, asked.target, asked.cargo_kind)
        nothing = None if used else self._silent(chosen)
        return self._made(reply, used, chosen.parameters, chosen.retracted, nothing=nothing, notes=notes)

    def _most(self) -> Answer:
        chosen, notes = choose(self.reading, self.selector)
        asked = self.reading.asked
        target = asked.target or "Cargo"
        items, used = replies.listing(self.selector, chosen.paths, target, asked.cargo_kind, self._out())
        reply = replies.most_reply(items, target, asked.cargo_kind, least=asked.sign < 0, limit=asked.limit)
        nothing = None if items else self._silent(chosen)
        return self._made(reply, used, chosen.parameters, chosen.retracted, nothing=nothing, notes=notes)

    def _yesno(self) -> Answer:
        sides = two_sides(self.reading, self.selector)
        opposite = bool(self.reading.polarity.sign)
        reply = replies.yesno_reply(sides, opposite=opposite) if sides.told else replies.exists_reply(sides.paths)
        chosen = sides.chosen
        parameters, retracted = (chosen.parameters, chosen.retracted) if chosen else ({}, 0)
        nothing = None if sides.paths else self._silent(chosen)
        return self._made(reply, sides.paths, parameters, retracted, nothing=nothing)

    def _compare(self) -> Answer:
        made = _contrasts().compare(self.selector, self.reading)
        if made is None:
            self.reading.notes.append("no two things to compare were recognised; what fits is given")
            way = self._yesno if _YESNO.match(self.reading.plain) else self._paths
            return self._list() if self.reading.asked.target else way()
        reply, paths, retracted = made
        nothing = None if paths else self._silent(None)
        return self._made(reply, paths, self.reading.filters, retracted, nothing=nothing)

    def _opposite(self) -> Answer:
        return self._contrast(*_contrasts().opposed(self.selector, self.reading))

    def _contradictions(self) -> Answer:
        return self._contrast(*_contrasts().contradictions(self.selector, self.reading))

    def _contrast(self, reply: Reply, paths: Sequence[Path], retracted: int) -> Answer:
        chosen = None if paths else self.selector.select(self.reading)
        nothing = self._silent(chosen) if chosen is not None and not chosen.paths else None
        return self._made(reply, paths, self.reading.filters, retracted, nothing=nothing)

    def _gap(self) -> Answer:
        reply, paths, retracted = _contrasts().gap(self.selector, self.reading)
        return self._made(reply, paths, self.reading.filters, retracted)

    def _notice(self) -> Answer:
        rows = self.selector.store.query(catalogue.internal("publications"))
        narrowed = any(self.reading.filters.values()) or bool(self.reading.groups)
        chosen = self.selector.select(self.reading, retracted=True) if narrowed else None
        reply, claims = _contrasts().notices(
            self.reading, rows, {path.claim for path in chosen.paths} if chosen else None
        )
        every = Nearest("all papers with a notice", "exograph query run papers_with_a_notice")
        nothing = None if claims else Nothing("no paper that fits carries such a notice", (every,))
        return self._made(reply, self.selector.paths(claims), self.reading.filters, nothing=nothing)

    def _years(self) -> Answer:
        chosen = self.selector.select(self.reading)
        found, used = replies.listing(self.selector, chosen.paths, "year")
        items = tuple(sorted(found, key=lambda item: str(item["name"])))
        by_year = ", ".join(f"{item['name']}: {item['papers']}" for item in items)
        reply = Reply("list", f"{counted(used)} Papers by year: {by_year}.", items, len(items))
        return self._made(reply, used, chosen.parameters, chosen.retracted)


def _contrasts() -> ModuleType:
    """Comparisons and gaps: imported only where one is asked for."""
    from exograph.questions.words import contrasts

    return contrasts
