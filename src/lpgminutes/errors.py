"""Every failure a person can meet, each with its sentence, its title and its exit code.

The tree::

    LpgMinutesError
    ├── UsageError              2   the command line or a field was used wrongly
    ├── InputError              3   a file, a phrase or a rule could not be read or understood
    │   ├── MarkingRefused          a marking above what this tool may hold
    │   ├── ChangeRefused           a change that makes no sense in the state an action is in
    │   ├── QueryError              words that a list cannot be filtered by
    │   └── RuleError               a rule of a release that cannot be carried out
    ├── NotFoundError           4   no such meeting, action or case
    ├── StoreError              5   the store refused
    │   ├── StoreTooNew             written by a later version of the program
    │   ├── NotAStore               a file, but not one of ours
    │   ├── StoreUnavailable        locked, read-only, full or out of reach
    │   ├── StaleRecord             changed by someone else meanwhile
    │   └── HistoryBroken           the chain of changes does not hold
    ├── OutputError             3   a place that cannot be written to
    ├── RenderError             70  what came out is not what went in: no file was made
    ├── SealRefused             70  a package holds something that may not be in it
    └── ReleaseRefused          1   a release that would give away what it withholds
"""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a command's exit code says."""

    DONE = 0
    """Done; for ``verify`` and ``review``: nothing found."""
    FOUND = 1
    """Withheld text found, or a release refused."""
    USAGE = 2
    """Wrong usage."""
    INPUT = 3
    """The input could not be read or understood."""
    NOT_FOUND = 4
    """No such meeting, action or case."""
    STORE = 5
    """The store refused."""
    BUG = 70
    """A fault of the program; a report without any minutes text was written."""


class LpgMinutesError(Exception):
    """An expected failure: its text is one sentence on what is wrong, where, and what to do."""

    exit_code: ClassVar[ExitCode] = ExitCode.INPUT
    title: ClassVar[str] = "That did not work"


class UsageError(LpgMinutesError):
    """The command line or a field was used wrongly."""

    exit_code = ExitCode.USAGE
    title = "Not like this"


class InputError(LpgMinutesError):
    """A file, a phrase or a field could not be read or understood."""

    title = "Not understood"


class MarkingRefused(InputError):
    """A protective marking above what this tool may hold."""

    title = "Marking refused"


class ChangeRefused(InputError):
    """A change that makes no sense in the state that an action is in."""

    title = "Not changed"


class QueryError(InputError):
    """Words that a list cannot be filtered by."""


class RuleError(InputError):
    """A rule of a release that cannot be carried out."""

    title = "Rule not carried out"


class OutputError(LpgMinutesError):
    """A place that cannot be written to."""

    title = "Not written"


class NotFoundError(LpgMinutesError):
    """No such meeting, action or case."""

    exit_code = ExitCode.NOT_FOUND
    title = "Not found"


class StoreError(LpgMinutesError):
    """The store refused."""

    exit_code = ExitCode.STORE
    title = "The store refused"


class StoreTooNew(StoreError):
    """The store was written by a later version of the program."""


class NotAStore(StoreError):
    """There is a file, but it is not a store of this program."""


class StoreUnavailable(StoreError):
    """The store is locked, read-only, full or out of reach."""


class StaleRecord(StoreError):
    """The record was changed by someone else meanwhile."""

    title = "Changed meanwhile"


class HistoryBroken(StoreError):
    """The chain of changes does not hold: a row was altered or removed."""


class RenderError(LpgMinutesError):
    """What came out of a template is not what went in, so no file was made."""

    exit_code = ExitCode.BUG
    title = "Document not made"


class SealRefused(LpgMinutesError):
    """A package holds something that may not leave, so no file was made."""

    exit_code = ExitCode.BUG
    title = "Document not sealed"


class ReleaseRefused(LpgMinutesError):
    """A release that would give away what it withholds."""

    exit_code = ExitCode.FOUND
    title = "Release refused"
