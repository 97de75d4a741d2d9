"""A user's parameters of free Cypher as values that every store takes: numpy, pandas and sets become lists."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from exograph.errors import UsageError

_PLAIN = (str, bool, int, float, datetime.date, datetime.time, datetime.timedelta)
_INTEGERS = range(-(2**63), 2**63)


def plain_parameters(given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters by name. UsageError names the one that is no value of Cypher."""
    return {str(name): _plain(str(name), value) for name, value in given.items()}


def _plain(name: str, value: Any) -> Any:
    if hasattr(value, "tolist"):  # numpy scalars and arrays, pandas Series and Index
        value = value.tolist()
    elif hasattr(value, "to_list"):  # polars Series
        value = value.to_list()
    if isinstance(value, int) and value not in _INTEGERS:
        raise UsageError(f"the parameter `{name}` is too large for Cypher", hint="give it as a text")
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(name, item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray | memoryview):
        return [_plain(name, item) for item in value]
    kind = type(value).__name__
    raise UsageError(f"the parameter `{name}` is no value of Cypher ({kind})", hint="give a text, a number or a list")
