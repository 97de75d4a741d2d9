"""What a client sends a tool, checked against the tool's signature before anything is asked.

Unknown arguments are refused: an answer that left one out would look like an answer to it. A text stands for a list of
one, as many clients send it, and a JSON text for the list or object it spells. Nothing overlong is echoed.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from exograph.errors import UsageError

LONGEST = 2000  # characters a text may have
MOST = 100  # texts a list may hold, and names an object may
_ECHO = 60


def checked(tool: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments as the tool takes them. UsageError names the one that is unknown, missing or of another kind."""
    known = inspect.signature(tool).parameters
    kinds = get_type_hints(tool)
    for name in given:
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = (f"did you mean `{close[0]}`? " if close else "") + "it takes: " + (", ".join(known) or "nothing")
            raise UsageError(f"`{tool.__name__}` has no argument `{_short(name)}`", hint=hint)
    for name, parameter in known.items():
        if parameter.default is parameter.empty and given.get(name) is None:
            raise UsageError(f"`{tool.__name__}` needs `{name}`", hint="it takes: " + ", ".join(known))
    return {name: _value(name, kinds[name], value) for name, value in given.items() if value is not None}


def _value(where: str, kind: Any, value: Any) -> Any:
    choices = get_args(kind) if isinstance(kind, UnionType) or get_origin(kind) is Union else (kind,)
    choices = tuple(choice for choice in choices if choice is not type(None))
    if len(choices) > 1:  # a text or a list of texts: as it comes
        choices = tuple(c for c in choices if (get_origin(c) is list) == isinstance(value, list))
    wanted = choices[0]
    origin = get_origin(wanted)
    if origin is list:
        return _texts(where, value)
    if origin is dict:
        return _named(where, get_args(wanted)[1], value)
    return {str: _text, int: _whole, bool: _truth}[wanted](where, value)


def _texts(where: str, value: Any) -> list[str]:
    spelled = _spelled(value, list)
    held = spelled if isinstance(spelled, list) else [spelled]
    if len(held) > MOST:
        raise UsageError(f"{where}: {len(held)} values", hint=f"at most {MOST}")
    return [_text(where, item) for item in held]


def _named(where: str, kind: Any, value: Any) -> dict[str, Any]:
    held = _spelled(value, dict)
    if not isinstance(held, dict):
        raise _wrong(where, value, 'an object, such as {"cancer": ["glioma"]}')
    if len(held) > MOST:
        raise UsageError(f"{where}: {len(held)} names", hint=f"at most {MOST}")
    long = next((name for name in held if len(name) > LONGEST), None)
    if long is not None:
        raise UsageError(f"{where}: a name of {len(long)} characters", hint=f"at most {LONGEST}")
    return {name: _value(f"{where}.{_short(name)}", kind, item) for name, item in held.items()}


def _text(where: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _wrong(where, value, "a text")
    text = str(value)
    if len(text) > LONGEST:
        raise UsageError(f"{where}: {len(text)} characters", hint=f"at most {LONGEST}")
    return text


def _whole(where: str, value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not text.isascii() or not text.lstrip("-").isdigit() or len(text) > 9:
        raise _wrong(where, value, "a whole number")
    return int(text)


def _truth(where: str, value: Any) -> bool:
    if isinstance(value, str) and value.strip().lower() in {"true", "false"}:
        return value.strip().lower() == "true"
    if not isinstance(value, bool):
        raise _wrong(where, value, "true or false")
    return value


def _spelled(value: Any, kind: type) -> Any:
    """The list or object that a text spells in JSON; anything else as it is."""
    if isinstance(value, str) and value.lstrip()[:1] == ("[" if kind is list else "{"):
        try:
            found = json.loads(value)
        except (ValueError, RecursionError):
            return value
        return found if isinstance(found, kind) else value
    return value


def _wrong(where: str, value: Any, wanted: str) -> UsageError:
    try:
        shown = json.dumps(value)
    except (ValueError, RecursionError):
        shown = type(value).__name__
    return UsageError(f"{where}: {_short(shown)} is no value for it", hint=f"give {wanted}")


def _short(text: str) -> str:
    return text if len(text) <= _ECHO else text[: _ECHO - 1] + "…"
