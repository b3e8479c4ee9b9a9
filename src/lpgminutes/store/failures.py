"""What went wrong in the database, said in a sentence that holds nothing of what is stored."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lpgminutes.errors import NotAStore, StoreError, StoreUnavailable

PRIMARY_CODE = 0xFF
"""SQLite puts the detail of an error into the higher bits of its code."""

_SENTENCES: dict[int, tuple[type[StoreError], str]] = {
    code: (kind, sentence)
    for codes, kind, sentence in (
        (
            (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED),
            StoreUnavailable,
            "{where} is being written to by another program; nothing was changed, try again in a moment.",
        ),
        (
            (sqlite3.SQLITE_READONLY,),
            StoreUnavailable,
            "{where} may only be read; nothing was changed. Ask for the right to write to it and its folder.",
        ),
        (
            (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
            StoreUnavailable,
            (
                "{where} could not be written: the disk is full or failing. What was saved before is safe; "
                "make room and try again."
            ),
        ),
        (
            (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH),
            StoreUnavailable,
            "{where} cannot be opened; see that it and its folder are there and that you may write to them.",
        ),
        (
            (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB),
            NotAStore,
            "{where} is damaged or no store of this program; put a backup in its place.",
        ),
        (
            (sqlite3.SQLITE_CONSTRAINT,),
            StoreError,
            "{where} refused a record that does not fit the others; nothing was changed.",
        ),
    )
    for code in codes
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn the database's failures inside the block into sentences."""
    try:
        yield
    except _failures() as error:
        sentence = _sentence(error, path)
        if sentence is None:
            raise
        raise sentence from None


@contextmanager
def within_reach(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals inside the block into a sentence."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreUnavailable(f"The store {path} is out of reach: {reason}; try another place.") from None


def _failures() -> tuple[type[Exception], ...]:
    """Return the failures of SQLite itself, and those of SQLAlchemy when it is in use."""
    loaded = sys.modules.get("sqlalchemy.exc")
    return (sqlite3.Error,) if loaded is None else (sqlite3.Error, loaded.DBAPIError)


def _sentence(error: Exception, path: Path) -> StoreError | None:
    """Say what the expected failures are; anything else is a fault of the program."""
    cause = getattr(error, "orig", error)
    if str(cause) == "no such module: fts5":
        return StoreError(
            "The SQLite of this Python has no full-text search (FTS5), which the index of words needs. "
            "Install a Python that has it: those of python.org and of the usual systems do."
        )
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None or code & PRIMARY_CODE not in _SENTENCES:
        return None
    kind, sentence = _SENTENCES[code & PRIMARY_CODE]
    return kind(sentence.format(where=f"The store {path}"))
