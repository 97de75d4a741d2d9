"""Claims -> what they name of a kind, each with its claims and papers: for lists, counts and rankings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from exograph.questions import catalogue
from exograph.questions.answer import Reply
from exograph.questions.kinds import KINDS, Kind
from exograph.questions.question import ANY, NONE, Question, Term, conjuncts
from exograph.questions.select import Selector
from exograph.stores.base import Row, Store

_PROPERTIES = {"vesicle": "vesicle", "cargo-kind": "kind"}  # kinds that are a property of the node
_SIGNS = {"up": 1, "down": -1}
UNSPECIFIED = "CL:0000134"  # the source of a claim whose paper names no tissue: no item of a list of sources


@dataclass
class Item:
    """One thing of a kind, with the rows (properties) of the claims that name it."""

    id: str
    label: str
    name: str
    rows: list[Row] = field(default_factory=list)

    @property
    def claims(self) -> list[str]:
        """Ids of its claims."""
        return [row["claim"] for row in self.rows]

    @property
    def papers(self) -> int:
        """Papers that report them, each once."""
        return len({row["paper"] for row in self.rows})

    @property
    def years(self) -> list[int]:
        """Years of its papers."""
        return [row["year"] for row in self.rows if row["year"]]

    def document(self) -> dict[str, Any]:
        """The item as an answer holds it."""
        counted = Counter(row["effect"] for row in self.rows)
        effects = ", ".join(f"{effect} {number}" if number > 1 else effect for effect, number in counted.most_common())
        return {
            "name": self.name, "label": self.label, "id": self.id, "count": len(self.rows), "papers": self.papers,
            "effects": effects, "claims": self.claims,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Replied:
    """The reply, and the claims that it rests on, in order."""

    reply: Reply
    claims: tuple[str, ...]
    silent: bool = False  # nothing was found


def properties(store: Store, claims: Iterable[str]) -> list[Row]:
    """Properties of these claims and of their papers, in the order of an answer."""
    rows = store.query(catalogue.internal("claim_properties"), {"claims": sorted(claims)})
    return sorted(rows, key=lambda r: (r["loaded"], -r["sign"], r["effect"], -(r["year"] or 0), r["claim"]))


def items(selector: Selector, kind: str, rows: Sequence[Row], question: Question) -> list[Item]:
    """Everything of the kind that these claims name, most papers first; narrowed to what the question asks for."""
    chosen = KINDS[kind]
    found: dict[tuple[str, str], Item] = {}
    named = _named(selector, chosen, rows, question) if chosen.roles else _plain(chosen, rows)
    for row, (identifier, label, name) in named:
        item = found.setdefault((label, identifier), Item(identifier, label, name))
        if not item.rows or item.rows[-1]["claim"] != row["claim"]:
            item.rows.append(row)
    return sorted(found.values(), key=lambda item: (-item.papers, -len(item.rows), item.name.casefold(), item.id))


def _plain(kind: Kind, rows: Sequence[Row]) -> Iterable[tuple[Row, tuple[str, str, str]]]:
    for row in rows:
        if kind.name == "paper":
            said = ", ".join(filter(None, (f"{row['first_author'] or ''} {row['year'] or ''}".strip(), row["journal"])))
            yield row, (row["paper"], "Publication", said or row["paper_name"])
        elif kind.name == "claim":
            yield row, (row["claim"], "Claim", row["claim"])
        else:
            value = row[kind.claim or kind.paper]
            for text in str(value).split("; ") if value else ():
                yield row, (text, kind.name, text)


def _named(
    selector: Selector, kind: Kind, rows: Sequence[Row], question: Question
) -> Iterable[tuple[Row, tuple[str, str, str]]]:
    by_claim = {row["claim"]: row for row in rows}
    wanted = {"claims": list(by_claim), "roles": list(kind.roles), "labels": list(kind.labels)}
    only, kinds, out = _narrowing(selector, kind, question)
    change = _direction(question)
    held: dict[str, list[Row]] = {}
    for value in selector.store.query(catalogue.internal("values"), wanted):
        fits = (
            (not only or value["id"] in only)
            and (not kinds or value["kind"] in kinds)
            and value["id"] not in out
            and (not change or change in {value["change"], _SIGNS.get(value["direction"])})
        )
        if fits and value["id"] != UNSPECIFIED:
            held.setdefault(value["claim"], []).append(value)
    for claim, row in by_claim.items():
        for value in held.get(claim, ()):
            if kind.name in _PROPERTIES:
                text = value[_PROPERTIES[kind.name]]
                yield row, (text, kind.name, text)
            else:
                yield row, (value["id"], value["label"], value["name"])


def _narrowing(selector: Selector, kind: Kind, question: Question) -> tuple[set[Any], set[Any], set[Any]]:
    """Ids that an item must be one of, kinds it must be of, and ids it must not be: from what holds for every claim."""
    only: set[Any] = set()
    kinds: set[Any] = set()
    out: set[Any] = set()
    for part in conjuncts(question.where):
        if isinstance(part, Term) and not {ANY, NONE}.intersection(part.values):
            if part.facet == kind.facet:
                ids = set(selector.read(part).values)
                only = only & ids if only else ids
            elif part.facet == f"{kind.name}-kind":
                kinds |= set(selector.read(part).values)
        elif not isinstance(part, Term) and hasattr(part, "part"):
            inner = part.part
            if isinstance(inner, Term) and inner.facet == kind.facet and ANY not in inner.values:
                out |= set(selector.read(inner).values)
            elif isinstance(inner, Term) and inner.facet == f"{kind.name}-kind":
                out |= _of_kinds(selector, kind, selector.read(inner).values)
    return only, kinds, out


def _direction(question: Question) -> int:
    """+1 or -1 where what is listed must rise or fall (`raises = any`); 0 where nothing is said."""
    for part in conjuncts(question.where):
        if isinstance(part, Term) and part.facet in {"raises", "lowers"} and ANY in part.values:
            return 1 if part.facet == "raises" else -1
    return 0


def _of_kinds(selector: Selector, kind: Kind, kinds: Sequence[str | int]) -> set[Any]:
    rows = selector.store.query(catalogue.internal("kinds_of"), {"labels": list(kind.labels), "kinds": list(kinds)})
    return {row["id"] for row in rows}


def counted(rows: Sequence[Mapping[str, Any]]) -> str:
    """`3 claims of 2 papers`."""
    papers = len({row["paper"] for row in rows})
    return f"{plural(len(rows), 'claim')} of {plural(papers, 'paper')}"


def plural(number: int, word: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
