"""What a question gets back: plain frozen data, made by `answers`, shown by `views` (see answer.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from exograph.questions.question import Question

Kind = Literal["paths", "list", "count", "yesno", "compare", "readings", "refusal"]


@dataclass(frozen=True, slots=True)
class PathNode:
    """A node as a path shows it. `label` is the kind of the schema (Cargo, Gene, ...)."""

    id: str
    label: str
    name: str
    role: str = ""  # of an immune cell for immunity: effector or regulatory

    @property
    def key(self) -> tuple[str, str]:
        """The node's key: a molecule that is carried here and targeted there is two nodes of one id."""
        return (self.label, self.id)


@dataclass(frozen=True, slots=True)
class PathEdge:
    """One hop. `source` and `target` are node keys (label, id); `sign` +1, -1, 0 or None."""

    id: str
    type: str
    source: tuple[str, str]
    target: tuple[str, str]
    step: int
    sign: int | None = None
    derived: bool = False
    origin: str = "claim"  # "claim", or the database a fact comes from


@dataclass(frozen=True, slots=True)
class Paper:
    """The publication behind a path; `status` is ok, corrected, expression of concern or retracted."""

    id: str
    name: str
    url: str
    pmid: str = ""
    pmcid: str = ""
    doi: str = ""
    year: int | None = None
    first_author: str = ""
    journal: str = ""
    status: str = "ok"
    status_page: str = ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A gene that was only measured, `direction` up or down."""

    node: PathNode
    direction: str


@dataclass(frozen=True, slots=True)
class Path:
    """One REPORTED path (one claim, perhaps forked) or one ASSEMBLED path (a hypothesis, `joins` says where)."""

    kind: Literal["reported", "assembled"]
    claim: str
    effect: str
    sign: int
    family: str  # response, tumour or immune
    mechanism: str
    given: str
    model: str
    nodes: tuple[PathNode, ...]  # in order of the chain; role nodes without an edge come last
    edges: tuple[PathEdge, ...]  # by step, then id
    paper: Paper
    versus: str = ""
    loaded: bool = False
    species: str = ""
    summary: str = ""
    origin: str = "exograph"
    markers: tuple[Marker, ...] = ()
    modalities: tuple[str, ...] = ()
    opposed_by: tuple[str, ...] = ()  # claim ids
    joins: tuple[str, ...] = ()  # ASSEMBLED only: one sentence a join
    # running sign by node key: +1 more of it, -1 less; no entry where the paper gives no direction
    changes: Mapping[tuple[str, str], int] = field(default_factory=dict, hash=False)

    def of(self, label: str) -> tuple[PathNode, ...]:
        """The path's nodes of one kind, in order."""
        return tuple(node for node in self.nodes if node.label == label)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text of the question was taken for; `note` says how where it is not plain."""

    text: str
    label: str
    id: str
    name: str
    note: str = ""
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Nearest:
    """Something that does exist, with the command that shows it."""

    text: str
    command: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why there is no path."""

    why: str
    nearest: tuple[Nearest, ...] = ()


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the answer leaves out on purpose, counted."""

    retracted: int = 0
    loaded: int = 0  # loaded-drug claims, left out by --effect sensitises
    background: int = 0  # immune claims without a cancer, left out by a modality
    over_limit: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer in its own kind: the list, the number or the word; `text` is the plain sentence."""

    kind: Kind
    text: str
    items: tuple[dict[str, Any], ...] = ()
    value: int | str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge that no claim reports: a database says so (`edge.origin`), or a vocabulary (IS_A, BELONGS_TO)."""

    edge: PathEdge
    source: PathNode
    target: PathNode
    action: str = ""
    source_page: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A question that could be meant: its text form, the command that asks it, and how many claims it has."""

    asked: Question
    text: str
    command: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything one question gets back. `asked` is the question, `text` its text form, `command` asks it again."""

    question: str
    paths: tuple[Path, ...]
    reply: Reply
    asked: Question | None = None
    text: str = ""
    command: tuple[str, ...] = ()
    readings: tuple[Offered, ...] = ()  # what could be meant, where a word was not understood
    understood: tuple[Understood, ...] = ()
    opposing: tuple[Path, ...] = ()  # claims that oppose a shown one and are not among `paths`
    hidden: Hidden = field(default_factory=Hidden)
    nothing: Nothing | None = None
    release: str = ""
    sha256: str = ""
    facts: tuple[Fact, ...] = ()  # what databases say beside it; never part of a path
    neighbourhood: bool = False  # True for `view --depth`: what is drawn beside a path is not a path
    notes: tuple[str, ...] = ()  # one line each: how it was understood, what a name was taken for
