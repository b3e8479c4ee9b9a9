"""A store that is open: it hands out transactions."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import UOWTransaction
from sqlmodel import Session

from lpgminutes.errors import StoreError
from lpgminutes.store import BUSY_SECONDS, schema
from lpgminutes.store.connections import settle
from lpgminutes.store.engines import engine_at, reading
from lpgminutes.store.failures import in_words
from lpgminutes.store.lists import ListReader, SqlActionLists
from lpgminutes.store.preparing import prepared
from lpgminutes.store.recorder import ChangeHead, Recorder
from lpgminutes.store.unit_of_work import SqlRecords, SqlUnitOfWork


def open_store(
    location: str | Path,
    *,
    create: bool = False,
    clock: Callable[[], datetime],
    busy_seconds: float = BUSY_SECONDS,
    wanted: schema.Schema | None = None,
) -> "SqlStore":
    """Open a store, upgrading an older one; ``create`` makes one where there is nothing."""
    path = prepared(location, create=create, wanted=wanted or schema.Schema())
    return SqlStore(path, clock=clock, busy_seconds=busy_seconds)


class SqlStore:
    """Records in one SQLite file."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime], busy_seconds: float) -> None:
        self._path = path
        self._clock = clock
        self._engine = engine_at(path, busy_seconds=busy_seconds)
        self._reading = reading(self._engine)
        self._lists = ListReader(path, busy_seconds=busy_seconds)

    @contextmanager
    def read(self) -> Iterator[SqlRecords]:
        """Open a transaction that sees one state of everything."""
        with in_words(self._path), Session(self._reading, autoflush=False) as session:
            event.listen(session, "before_flush", _refuse_to_write)
            yield SqlRecords(session)

    @contextmanager
    def change(self, what: str, *, who: str, at: datetime | None = None) -> Iterator[SqlUnitOfWork]:
        """Open a transaction that may write; it holds the write lock from the start."""
        head = ChangeHead(at=_utc(at or self._clock()), who=who, what=what)
        with (
            in_words(self._path),
            Session(self._engine, autoflush=False, expire_on_commit=False) as session,
        ):
            session.connection()
            yield SqlUnitOfWork(session, Recorder(session, head))

    def latest_change(self) -> int:
        """Return the number of the latest change, whoever made it; 0 before the first."""
        return self._lists.latest_change()

    def lists(self, *, is_unwanted: Callable[[], bool] | None = None) -> AbstractContextManager[SqlActionLists]:
        """Open a transaction that only lists actions, given up when it is no longer wanted."""
        return self._lists.read(is_unwanted=is_unwanted)

    def location(self) -> str:
        """Return where the records are kept, for a person to read."""
        return str(self._path)

    def settle(self) -> None:
        """Bring what was written lately into the file itself: nothing hangs on it but the time that a line takes."""
        with contextlib.suppress(StoreError):  # another file lies there by now: the log is none of its own
            with self.read() as records:
                records.history.latest()
            settle(self._path)

    def close(self) -> None:
        """Let go of every connection; what is still in the write-ahead log goes into the file."""
        self._lists.close()
        self._engine.dispose()


def _utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("the time of a change needs its zone")
    return moment.astimezone(UTC).isoformat()


def _refuse_to_write(session: Session, _context: UOWTransaction, _instances: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("this transaction only reads")
