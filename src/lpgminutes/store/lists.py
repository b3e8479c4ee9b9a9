"""Lists read straight from the file, before the libraries of the records are loaded, or without them."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any

from lpgminutes.domain.action_log.query import ActionListing
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.services.ports import NoLongerWanted
from lpgminutes.store import action_lists
from lpgminutes.store.action_conditions import Run
from lpgminutes.store.connections import connect
from lpgminutes.store.failures import in_words

_STEPS = 20_000
"""So many steps of the database's machine, less than a millisecond, and it is asked whether to go on."""
_CACHE = "PRAGMA cache_size = -32768"
"""KiB of the file that a connection remembers: a log of many years is looked through again and again."""


@dataclass(frozen=True, slots=True)
class SqlActionLists:
    """The lists of actions, as one transaction sees them."""

    run: Run

    def page(self, listing: ActionListing, *, start: int = 0, limit: int | None = None) -> tuple[ActionSummary, ...]:
        """Return the actions from one place of a list on; as on its day."""
        return action_lists.page(self.run, listing, start=start, limit=limit)

    def count(self, listing: ActionListing) -> int:
        """Return how many actions a list has."""
        return action_lists.count(self.run, listing)

    def is_of_several(self, listing: ActionListing) -> bool:
        """Return whether a list has actions of more than one series."""
        return action_lists.is_of_several(self.run, listing)

    def ids(self, listing: ActionListing) -> tuple[int, ...]:
        """Return the ids of every action of a list, in its order."""
        return action_lists.ids(self.run, listing)

    def markings(self) -> frozenset[str]:
        """Return the markings of the meetings that actions are raised at, each once."""
        return action_lists.markings(self.run)


class ListReader:
    """Reads the lists of one store; its connections are kept for the next list."""

    def __init__(self, path: Path, *, busy_seconds: float) -> None:
        self._path = path
        self._busy_seconds = busy_seconds
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()

    @contextmanager
    def read(self, *, is_unwanted: Callable[[], bool] | None = None) -> Iterator[SqlActionLists]:
        """Open a transaction that sees one state of everything, given up when it is no longer wanted."""
        was_given_up = False
        with in_words(self._path), self._connection() as connection:
            connection.set_progress_handler(is_unwanted, _STEPS)
            connection.execute("BEGIN")
            try:
                yield SqlActionLists(_runner(connection))
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise
                was_given_up = True
            finally:
                connection.set_progress_handler(None, 0)
                connection.execute("ROLLBACK")
        if was_given_up:
            raise NoLongerWanted

    def latest_change(self) -> int:
        """Return the number of the latest change, whoever made it; 0 before the first."""
        with in_words(self._path), self._connection() as connection:
            row = connection.execute("SELECT number FROM history ORDER BY id DESC LIMIT 1").fetchone()
        return 0 if row is None else int(row[0])

    def close(self) -> None:
        """Let go of every connection."""
        while (connection := self._next_idle()) is not None:
            connection.close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = self._next_idle() or self._connected()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._idle.put(connection)

    def _connected(self) -> sqlite3.Connection:
        connection = connect(self._path, busy_seconds=self._busy_seconds)
        connection.execute(_CACHE)
        return connection

    def _next_idle(self) -> sqlite3.Connection | None:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None


def _runner(connection: sqlite3.Connection) -> Run:
    def run(query: str, values: Sequence[object]) -> Iterable[tuple[Any, ...]]:
        return connection.execute(query, values)

    return run
