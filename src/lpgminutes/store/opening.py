"""A store that is opened without its libraries: they are loaded when a record is first read or written."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from lpgminutes.store.lists import ListReader, SqlActionLists

if TYPE_CHECKING:
    from lpgminutes.store.database import SqlStore
    from lpgminutes.store.unit_of_work import SqlRecords, SqlUnitOfWork


class LateStore:
    """Records in one SQLite file; the lists of actions are there at once."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime], busy_seconds: float) -> None:
        self._path = path
        self._clock = clock
        self._busy_seconds = busy_seconds
        self._lists = ListReader(path, busy_seconds=busy_seconds)
        self._loading = Lock()
        self._loaded: SqlStore | None = None

    def read(self) -> "AbstractContextManager[SqlRecords]":
        """Open a transaction that sees one state of everything."""
        return self._store().read()

    def change(self, what: str, *, who: str, at: datetime | None = None) -> "AbstractContextManager[SqlUnitOfWork]":
        """Open a transaction that may write; it holds the write lock from the start."""
        return self._store().change(what, who=who, at=at)

    def lists(self, *, is_unwanted: Callable[[], bool] | None = None) -> AbstractContextManager[SqlActionLists]:
        """Open a transaction that only lists actions, given up when it is no longer wanted."""
        return self._lists.read(is_unwanted=is_unwanted)

    def latest_change(self) -> int:
        """Return the number of the latest change, whoever made it; 0 before the first."""
        return self._lists.latest_change()

    def location(self) -> str:
        """Return where the records are kept, for a person to read."""
        return str(self._path)

    def settle(self) -> None:
        """Bring what was written lately into the file itself: before it is loaded it has written nothing."""
        if self._loaded is not None:
            self._loaded.settle()

    def close(self) -> None:
        """Let go of every connection; what is still in the write-ahead log goes into the file."""
        self._lists.close()
        if self._loaded is not None:
            self._loaded.close()

    def _store(self) -> "SqlStore":
        with self._loading:
            if self._loaded is None:
                from lpgminutes.store.database import SqlStore

                self._loaded = SqlStore(self._path, clock=self._clock, busy_seconds=self._busy_seconds)
            return self._loaded
