"""What to say where an optional library is not installed."""

from __future__ import annotations

from exograph.errors import UsageError


def needs(what: str, extra: str) -> UsageError:
    """The error that names the line which installs an extra of exograph."""
    return UsageError(f"{what} is not installed", hint=f"pip install 'exograph[{extra}]'")
