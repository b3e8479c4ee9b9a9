"""Connections to a store, each set up the same way; they need no library."""

import contextlib
import sqlite3
import sys
from pathlib import Path

from lpgminutes.store import BUSY_SECONDS
from lpgminutes.store.failures import PRIMARY_CODE

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA temp_store = MEMORY",  # nothing stored goes through a temporary file
    "PRAGMA trusted_schema = OFF",  # a file that somebody hands over may hold views with functions
    "PRAGMA synchronous = FULL",  # what is committed outlives a power cut
    "PRAGMA wal_autocheckpoint = 4000",  # pages: on the screens the log goes into the file when nobody types
)


def connect(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Connect to a file that exists; begins no transaction by itself."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
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


def settle(path: Path) -> None:
    """Bring what is in the write-ahead log into the file; what somebody else holds up stays for the next time."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, busy_seconds=0)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _turn_on_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side; the file remembers it. A read-only copy stays as it is."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & PRIMARY_CODE != sqlite3.SQLITE_READONLY:
            raise
