"""The text form of a question: `list cargo where cancer = lung cancer and not target = STAT3`. Reading undoes writing.

    WANT [KIND] [STATEMENT | SIDE with SIDE ...] [where CONDITION] [order by year | -year] [limit N]

A condition joins `facet = value` by and, or, not and parentheses; `facet = a or b` takes any of the values, `!=` none.
A value that holds an odd character, or a word of this language, stands in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exograph.errors import UsageError
from exograph.questions import facets
from exograph.questions.kinds import kind_of
from exograph.questions.question import (
    OF_A_KIND,
    WANTS,
    All,
    Condition,
    Not,
    Question,
    Term,
    Want,
    both,
    either,
    negated,
)

EXAMPLE = "list cargo where cancer = lung cancer and effect = promotes tumour"
_KEYWORDS = frozenset(("where", "and", "or", "not", "with", "order", "by", "limit"))
_TOKEN = re.compile(r'\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<mark>!=|[=()])|(?P<word>[^\s="()!]+|!))')
_PLAIN = re.compile(r'[^\s="()\\!]+(?: [^\s="()\\!]+)*')


def write(question: Question) -> str:
    """The text form; `read` gives the same question back."""
    parts = [question.want, *([question.kind] if question.kind else [])]
    if question.verdict is not None:
        parts.append(_condition(question.verdict))
    if question.sides:
        parts.append(" with ".join(_condition(side, 2) for side in question.sides))
    if question.where is not None:
        parts.append(f"where {_condition(question.where)}")
    if question.order:
        parts.append(f"order by {question.order}")
    if question.limit is not None:
        parts.append(f"limit {question.limit}")
    return " ".join(parts)


def condition(part: Condition) -> str:
    """The text form of a condition alone."""
    return _condition(part)


def _condition(part: Condition, tight: int = 0) -> str:
    """`tight`: 0 anywhere, 1 beside an `and`, 2 after a `not`."""
    if isinstance(part, Term):
        return f"{part.facet} = {' or '.join(map(_value, part.values))}"
    if isinstance(part, Not):
        return f"not {_condition(part.part, 2)}"
    word, own = (" and ", 1) if isinstance(part, All) else (" or ", 0)
    text = word.join(_condition(one, own + 1) for one in part.parts)
    return f"({text})" if tight > own else text


def _value(text: str) -> str:
    words = text.lower().split()
    if _PLAIN.fullmatch(text) and not _KEYWORDS.intersection(words):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "word", "quoted", "mark" or "end"
    text: str
    column: int  # from 1

    def is_(self, *words: str) -> bool:
        return self.kind in {"word", "mark"} and self.text.lower() in words


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None:
            column = at + len(text[at:]) - len(text[at:].lstrip()) + 1
            raise _wrong(text, column, "a quotation mark that is not closed", 'close it: "..."')
        kind = str(found.lastgroup)
        value = re.sub(r"\\(.)", r"\1", found[kind]) if kind == "quoted" else found[kind]
        yield _Token(kind, value, found.start(kind) + 1 - (kind == "quoted"))
        at = found.end()
    yield _Token("end", "", len(text) + 1)


def _wrong(text: str, column: int, what: str, hint: str) -> UsageError:
    """An error that points at the column."""
    start = max(0, column - 61)
    shown = text[start : start + 100].replace("\n", " ").replace("\t", " ")
    return UsageError(f"column {column}: {what}\n    {shown}\n    {' ' * (column - 1 - start)}^", hint=hint)


def read(text: str) -> Question:
    """The question of a text. UsageError, with the column, for what cannot be read."""
    if not text.strip():
        raise UsageError("which question?", hint=f'for instance: exograph find "{EXAMPLE}"')
    return _Reader(text).question()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self.at = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.next
        self.at += token.kind != "end"
        return token

    def wrong(self, what: str, hint: str, token: _Token | None = None) -> UsageError:
        return _wrong(self.text, (token or self.next).column, what, hint)

    def question(self) -> Question:
        want, kind, verdict = self._want(), "", None
        sides: tuple[Condition, ...] = ()
        if want in OF_A_KIND:
            kind = self._kind()
        elif want == "verdict":
            verdict = self.either()
        elif want == "compare":
            sides = self._sides()
        where = self._where(bare=want == "paths" and self.at == 0)
        order, limit = self._order(), self._limit()
        if self.next.kind != "end":
            found = self.next.text
            raise self.wrong(f"`{found[:40]}` is not understood here", f"and, or, order by, limit; like: {EXAMPLE}")
        return Question(want, kind, where, verdict, sides, order, limit)

    def _want(self) -> Want:
        for want in WANTS:
            if self.next.is_(want):
                self.take()
                return want
        follows = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        if not follows.is_("=", "!=") and not self.next.is_("not", "("):
            what = f"a question does not begin with `{self.next.text[:40]}`"
            raise self.wrong(what, f"begin with one of: {', '.join(WANTS)}; or with `facet = value`")
        return "paths"

    def _kind(self) -> str:
        token = self.take()
        kind = kind_of(token.text) if token.kind == "word" else None
        if kind is None:
            from exograph.questions.kinds import KINDS

            raise self.wrong(f"`{token.text[:40]}` is no kind", f"kinds: {', '.join(KINDS)}", token)
        return kind

    def _sides(self) -> tuple[Condition, ...]:
        sides = [self.either()]
        while self.next.is_("with"):
            self.take()
            sides.append(self.either())
        if len(sides) == 1:
            raise self.wrong("compare with what?", "compare source = bone marrow with source = umbilical cord")
        return tuple(sides)

    def _where(self, *, bare: bool) -> Condition | None:
        if self.next.is_("where"):
            self.take()
            return self.either()
        return self.either() if bare and self.next.kind != "end" else None

    def _order(self) -> str:
        if not self.next.is_("order"):
            return ""
        self.take()
        if self.next.is_("by"):
            self.take()
        token = self.take()
        if not token.is_("year", "-year"):
            raise self.wrong(f"`{token.text[:40]}` is no order", "order by year, or by -year (the latest first)", token)
        return token.text.lower()

    def _limit(self) -> int | None:
        if not self.next.is_("limit"):
            return None
        self.take()
        token = self.take()
        if not re.fullmatch("[1-9][0-9]{0,5}", token.text):
            raise self.wrong(f"`{token.text[:40]}` is no limit", "a whole number from 1 on", token)
        return int(token.text)

    def either(self) -> Condition:
        parts = [self._both()]
        while self.next.is_("or"):
            self.take()
            parts.append(self._both())
        made = either(*parts)
        assert made is not None
        return made

    def _both(self) -> Condition:
        parts = [self._one()]
        while self.next.is_("and"):
            self.take()
            parts.append(self._one())
        made = both(*parts)
        assert made is not None
        return made

    def _one(self) -> Condition:
        if self.next.is_("not"):
            self.take()
            return negated(self._one())
        if self.next.is_("("):
            opened = self.take()
            inner = self.either()
            if not self.next.is_(")"):
                raise self.wrong("this parenthesis is not closed", "add `)`", opened)
            self.take()
            return inner
        return self._term()

    def _term(self) -> Condition:
        token = self.take()
        if token.kind != "word" or token.is_(*_KEYWORDS):
            found = f"`{token.text[:40]}`" if token.text else "the end"
            raise self.wrong(f"a condition is missing before {found}", f"`facet = value`; like: {EXAMPLE}", token)
        try:
            facet = facets.get(token.text)
        except UsageError as error:
            raise self.wrong(error.message, error.hint or "", token) from error
        sign = self.take()
        if not sign.is_("=", "!="):
            raise self.wrong(f"`{facet.name}` needs `=` and a value", f"{facet.name}: {facet.describe}", sign)
        term = Term(facet.name, tuple(dict.fromkeys(self._values(facet))))
        return Not(term) if sign.text == "!=" else term

    def _values(self, facet: facets.Facet) -> Iterator[str]:
        yield self._one_value(facet)
        while self.next.is_("or") and not self._condition_follows(self.at + 1):
            self.take()
            yield self._one_value(facet)

    def _condition_follows(self, at: int) -> bool:
        """Whether what stands there begins a condition (`drug = ...`, `not ...`, `(`) and no further value."""
        token, after = self.tokens[at], self.tokens[min(at + 1, len(self.tokens) - 1)]
        return token.is_("not", "(") or (token.kind == "word" and after.is_("=", "!="))

    def _one_value(self, facet: facets.Facet) -> str:
        start = self.next
        if start.kind == "quoted":
            self.take()
            words = [start.text]
        else:
            words = []
            while self.next.kind == "word" and not self.next.is_(*_KEYWORDS):
                words.append(self.take().text)
        value = " ".join(words)
        if not value.strip():
            raise self.wrong(f"`{facet.name}` has no value here", f"{facet.name}: {facet.describe}", start)
        if facet.read is not None and value not in {"any", "none"}:
            try:
                facet.read(value)
            except UsageError as error:
                raise self.wrong(error.message, error.hint or "", start) from error
        return value
