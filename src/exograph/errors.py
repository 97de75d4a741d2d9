"""Every error exograph raises on purpose, and the exit code it ends the command with.

ExographError                     what was wrong, where, and what to do
├── UsageError          exit 2    the question or the options cannot be understood
├── DataError           exit 3    a file of claims or vocabulary is broken (carries findings)
└── StoreError          exit 4    a store cannot be reached, read or written
    ├── StoreUnreachable          nothing listens there, or the name is unknown
    ├── StoreRefused              wrong password, foreign data, a statement that is not allowed
    ├── StoreNotBuilt             reachable, but holds no exograph graph yet
    └── StoreLoading              another process is loading it just now
"""

from __future__ import annotations

import re
from collections.abc import Sequence

EXIT_OK = 0
EXIT_NOTHING_FOUND = 1
EXIT_USAGE = 2
EXIT_DATA = 3
EXIT_STORE = 4
EXIT_INTERRUPTED = 130


# a user's name and password stand before the last @ of an address; a password may hold blanks, slashes and an @
_SECRETS = (
    re.compile(r"(\b[a-z][a-z0-9+.-]*://)[^\n`]*@", re.IGNORECASE),
    re.compile(r"(\b[a-z][a-z0-9+.-]*:)[^\s`/][^\s`]*@", re.IGNORECASE),
    re.compile(r"(\b(?:password|passwd|pwd|secret|token)=)[^\s`&]+", re.IGNORECASE),
)


def masked(message: str) -> str:
    """The message with `***` for what may be a user's name and password in an address."""
    for secret in _SECRETS:
        message = secret.sub(r"\1***@" if "@" in secret.pattern else r"\1***", message)
    return message


class ExographError(Exception):
    """Something a person can mend; `message` says what and where, `hint` what to do. Passwords are masked in both."""

    exit_code = EXIT_USAGE

    def __init__(self, message: str, *, hint: str = "") -> None:
        self.message = masked(message)
        self.hint = masked(hint)
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class UsageError(ExographError):
    """The question, an option or a parameter cannot be understood."""


class DataError(ExographError):
    """A data file is broken. `details` holds one printable line a finding."""

    exit_code = EXIT_DATA

    def __init__(self, message: str, *, hint: str = "", details: Sequence[str] = ()) -> None:
        super().__init__(message, hint=hint)
        self.details = tuple(details)

    def __str__(self) -> str:
        return "\n".join([*self.details, super().__str__()])


class StoreError(ExographError):
    """A store cannot be reached, read or written."""

    exit_code = EXIT_STORE


class StoreUnreachable(StoreError):
    """Nothing answers at the store's address."""


class StoreRefused(StoreError):
    """The store said no, or exograph refuses to run the statement there."""


class StoreNotBuilt(StoreError):
    """The store is there and holds no exograph graph."""


class StoreLoading(StoreError):
    """A load is under way; answers would be incomplete."""
