"""Connections to a store, each set up the same way; they need no library."""

import contextlib
import os
import sqlite3
import sys
from pathlib import Path, PurePath
from urllib.parse import quote, urlencode

from lpgminutes.errors import StoreUnavailable
from lpgminutes.store import BUSY_SECONDS
from lpgminutes.store.failures import PRIMARY_CODE
from lpgminutes.store.standing_still import lies_still, may_only_be_read

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA temp_store = MEMORY",  # nothing stored goes through a temporary file
    "PRAGMA trusted_schema = OFF",  # a file that somebody hands over may hold views with functions
    "PRAGMA synchronous = FULL",  # what is committed outlives a power cut
    "PRAGMA wal_autocheckpoint = 4000",  # pages: on the screens the log goes into the file when nobody types
)

_NOT_TO_BE_WRITTEN = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})


def connect(path: Path, *, busy_seconds: float = BUSY_SECONDS, is_for_writing: bool = False) -> sqlite3.Connection:
    """Connect to a file that exists; begins no transaction by itself.

    In a folder where nothing can be made beside the file, it is read as it lies there, unless it is for writing.
    """
    try:
        return _set_up(uri_of(path.absolute(), mode="rw"), busy_seconds=busy_seconds)
    except sqlite3.OperationalError as refusal:
        is_refused = refusal.sqlite_errorcode & PRIMARY_CODE in _NOT_TO_BE_WRITTEN
        if is_for_writing or not (is_refused and may_only_be_read(path.parent)):
            raise
        if not lies_still(path):
            raise StoreUnavailable(
                f"What was last written to the store {path} may lie in the file {path.name}-wal beside it, which "
                "cannot be read in a folder that may only be read. Copy it, and the files of its name that end in -wal "
                "and -shm, into a folder of your own, and open the copy."
            ) from None
    return _set_up(uri_of(path.absolute(), mode="ro", immutable="1"), busy_seconds=busy_seconds)


def uri_of(path: PurePath, **options: str) -> str:
    """Return the URI by which SQLite opens an absolute path; of a share it wants four strokes and no authority."""
    name = path.as_posix()
    root = "" if name.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(name), safe='/:')}?{urlencode(options)}"


def settle(path: Path) -> None:
    """Bring what is in the write-ahead log into the file; what somebody else holds up stays for the next time."""
    with (
        contextlib.suppress(sqlite3.Error, StoreUnavailable),
        contextlib.closing(connect(path, busy_seconds=0)) as connection,
    ):
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _set_up(uri: str, *, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            _turn_on_write_ahead_log(connection)
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = ON")  # its fsync does not reach the platter
    except BaseException:
        connection.close()
        raise
    return connection


def _turn_on_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side; the file remembers it. A read-only copy stays as it is."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_READONLY:
            raise
