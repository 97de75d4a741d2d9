"""What the Python interface gives back: an answer, or plain rows; each shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from exograph.questions.answer import Answer, Path, Reply
from exograph.stores.base import Row

if TYPE_CHECKING:
    import networkx

_WIDTH = 100  # columns of an answer as text


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to one question. Iterating gives its paths, `len` their number; `print` shows what a terminal does."""

    answer: Answer

    @property
    def paths(self) -> tuple[Path, ...]:
        """The reported paths, each one claim of one paper."""
        return self.answer.paths

    @property
    def opposing(self) -> tuple[Path, ...]:
        """Claims that oppose a shown one and are not among the paths."""
        return self.answer.opposing

    @property
    def reply(self) -> Reply:
        """The list, the number or the word of the answer."""
        return self.answer.reply

    @property
    def sentences(self) -> str:
        """The answer in two or three plain sentences, with PMIDs."""
        from exograph.views.prose import paragraph

        return paragraph(self.answer)

    def __iter__(self) -> Iterator[Path]:
        return iter(self.answer.paths)

    def __len__(self) -> int:
        return len(self.answer.paths)

    def __getitem__(self, at: int) -> Path:
        return self.answer.paths[at]

    def __bool__(self) -> bool:
        """True where something was found: an answer without paths may still be a number or a list."""
        return self.answer.nothing is None and self.answer.reply.kind != "refusal"

    def __str__(self) -> str:
        from exograph.views.table import text

        return text(self.answer, width=_WIDTH, colour=False)

    def __repr__(self) -> str:
        return f"<{self.answer.reply.kind}: {self.answer.reply.text}>"

    def _repr_html_(self) -> str:
        from exograph.views.fragment import fragment

        return fragment(self.answer)

    def to_networkx(self, *, facts: bool = False) -> networkx.MultiDiGraph:
        """A MultiDiGraph, see `exograph.exports.networkx.to_networkx`."""
        from exograph.exports.networkx import to_networkx

        return to_networkx(self.answer, facts=facts)

    def to_frame(self) -> Any:
        """One row a path, as a pandas (else polars) data frame. UsageError where neither is installed."""
        from exograph.exports.frames import answer_rows, to_frame

        return to_frame(*answer_rows(self.answer))

    def to_json(self) -> str:
        """The documented JSON text (docs/json.md), as `--json` prints it."""
        from exograph.views.json_view import text

        return text(self.answer)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain Python data."""
        from exograph.views.json_view import document

        return document(self.answer)

    def to_html(self) -> str:
        """One self-contained HTML page."""
        from exograph.views.html import page

        return page(self.answer)

    def to_pyvis(self) -> Any:
        """A hardened pyvis Network. UsageError where pyvis is not installed."""
        from exograph.views.pyvis_view import to_pyvis

        return to_pyvis(self.answer)

    def references(self, format: Literal["bibtex", "ris", "csl-json"] = "bibtex") -> str:
        """The papers of the paths and of the opposing claims, each once."""
        from exograph.views.references import text

        return text((*self.answer.paths, *self.answer.opposing), format)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a canned question or of your own Cypher, as dictionaries. `notes` say what names were taken for."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> Row:
        return self.rows[at]

    def __str__(self) -> str:
        from exograph.views.rows import table

        return table(self.columns, self.rows)

    def __repr__(self) -> str:
        return f"<{len(self.rows)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        from exograph.views.fragment import rows

        return rows(self.columns, self.rows, self.notes)

    def to_frame(self) -> Any:
        """A pandas (else polars) data frame. UsageError where neither is installed."""
        from exograph.exports.frames import to_frame

        return to_frame(self.columns, self.rows)
