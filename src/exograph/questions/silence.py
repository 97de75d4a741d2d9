"""Why nothing was found: which filter kills the path, and the nearest thing that does exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from exograph.questions import catalogue
from exograph.questions.answer import Nearest, Nothing, Understood
from exograph.questions.names import called, quoted
from exograph.stores.base import Row, Store

_SHOWN = 4
_COLUMN = {"source": "source", "drug": "drug", "cancer": "cancer", "cell": "cell", "effect": "effect", "model": "model"}

Run = Callable[[Mapping[str, Any]], list[Row]]


def command(given: Mapping[str, Sequence[str]], *, without: str = "") -> str:
    """The `exograph mechanism` command with these filters."""
    parts = ["exograph mechanism"]
    for name, texts in given.items():
        if name == without:
            continue
        parts += [f"--{name.replace('_', '-')} {quoted(text)}" for text in texts]
    return " ".join(parts)


def with_flag(given: Mapping[str, Sequence[str]], flag: str) -> tuple[Nearest, ...]:
    """The same question with a flag more."""
    return (Nearest("the same, with them", f"{command(given)} {flag}"),)


def absent(store: Store, one: Understood) -> Nothing:
    """The name is known to a vocabulary and stands in no claim."""
    nearest = _reported(one.parameter, _most_reported(store, one.label)[:_SHOWN])
    return Nothing(f"no claim names the {called(one.label)} {one.name}: nothing is reported on it here", nearest)


def _most_reported(store: Store, label: str) -> list[tuple[str, int]]:
    rows = store.query(catalogue.internal("reported_names"), {"label": label})
    return [(str(row["name"]), int(row["claims"])) for row in rows]


def dropped(
    given: Mapping[str, Sequence[str]], understood: Sequence[Understood], run: Run, parameters: Mapping[str, Any]
) -> Nothing:
    """Drop one filter at a time: what comes back then says which of them kills the path."""
    if len(given) == 1:
        return _alone(next(iter(given)), understood, run, parameters)
    free: dict[str, list[Any]] = {name: [] for name in parameters}
    freed = {name: run({**parameters, name: []}) for name in given}
    alone = {name: run({**free, name: parameters[name]}) for name in given}
    barren = [name for name in given if not alone[name] and not name.startswith("not_")]
    if barren:
        why = f"no claim has {_values(barren[0], given, understood)}"
    elif not any(freed.values()):
        why = (
            "each filter alone has claims; no two of them meet in one claim"
            if len(given) > 2
            else "each filter alone has claims, and no claim has both"
        )
    else:
        killers = [_values(name, given, understood) for name in given if freed[name]]
        why = f"no claim has all of it; without {' or without '.join(killers)} there is something"
    nearest = [
        Nearest(
            f"{_paths(rows)} without {_values(name, given, understood)}{_instead(name, rows)}",
            command(given, without=name),
        )
        for name, rows in freed.items()
        if rows
    ]
    if not nearest:
        nearest = [
            Nearest(
                f"{_paths(rows)} with {_values(name, given, understood)} alone",
                command({name: given[name]}),
            )
            for name, rows in alone.items()
            if rows
        ]
    return Nothing(why, tuple(sorted(nearest, key=lambda one: one.command)[:_SHOWN]))


def _alone(name: str, understood: Sequence[Understood], run: Run, parameters: Mapping[str, Any]) -> Nothing:
    everything = run({filter_: [] for filter_ in parameters})
    what = understood[0].name if understood else ""
    column = _COLUMN.get(name)
    nearest: tuple[Nearest, ...] = ()
    if column:
        nearest = _reported(name, _counts(everything, column).most_common(_SHOWN))
    label = called(understood[0].label) if understood else name
    return Nothing(
        f"no claim names the {label} {what}: nothing is reported on it here" if what else f"no claim has this {name}",
        nearest,
    )


def _counts(rows: Sequence[Row], column: str) -> Counter[str]:
    """How many rows hold each value of a column; a list's values count one by one."""
    cells = (row[column] if isinstance(row[column], list) else [row[column]] for row in rows)
    return Counter(str(value) for values in cells for value in values)


def _reported(parameter: str, counts: Iterable[tuple[str, int]]) -> tuple[Nearest, ...]:
    """Names with their number of claims, each with the command that shows them."""
    return tuple(
        Nearest(f"{name} ({count} claim{'s' * (count != 1)})", command({parameter: [name]})) for name, count in counts
    )


def _paths(rows: Sequence[Row]) -> str:
    return f"{len(rows)} path{'s' * (len(rows) != 1)}"


def _values(name: str, given: Mapping[str, Sequence[str]], understood: Sequence[Understood]) -> str:
    names = [one.name for one in understood if one.parameter == name] or list(given[name])
    return f"{name.replace('_', ' ')} {' or '.join(names)}"


def _instead(name: str, rows: Sequence[Row]) -> str:
    column = _COLUMN.get(name)
    if not column:
        return ""
    most = ", ".join(value for value, _ in _counts(rows, column).most_common(3))
    return f" ({most})" if most else ""
