"""Writes the history: whatever the session writes is recorded here, in the same transaction.

Each row of the history holds the hash of the one before it, so none is altered, taken out or moved unseen.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, UOWTransaction
from sqlmodel import Session, col

from lpgminutes.store import derived
from lpgminutes.store.refs import ref_of_meeting
from lpgminutes.store.rows import RowChange, Values, canonical, known_id, to_plain, values_of
from lpgminutes.store.tables import HistoryRow, MeetingRow, Row, table_of

_TABLE_ORDER = {table.name: place for place, table in enumerate(Row.metadata.sorted_tables)}
_HISTORY = table_of(HistoryRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHead:
    """What is said once for all rows of a change."""

    at: str
    who: str
    what: str
    way: str = "do"
    undoes: int | None = None
    origin: int | None = None


def hash_of(entry: Values) -> str:
    """Return the hash of a row of the history, over all of it and the hash of the row before."""
    content = canonical({name: value for name, value in entry.items() if name != "hash"})
    return hashlib.sha256(f"{entry['previous_hash']}\n{content}".encode()).hexdigest()


class Recorder:
    """Records one change: all that one session writes."""

    def __init__(self, session: Session, head: ChangeHead) -> None:
        self.head = head
        self._session = session
        self._refs: dict[int, str] = {}
        self._number, self._has_written = 0, False
        self._last_id = 0
        self._last_hash = ""
        event.listen(session, "after_flush", self._record_flush)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    @property
    def number(self) -> int:
        """The number of this change."""
        if not self._number:
            self._find_end()
        return self._number

    @property
    def has_written(self) -> bool:
        """Whether there is anything in this change yet."""
        return self._has_written

    def start_anew(self) -> None:
        """Begin the next change: this one is committed."""
        self._number, self._has_written = 0, False
        self._refs.clear()

    def record(self, changes: Iterable[RowChange]) -> None:
        """Add rows to the history, and to what is derived from the records."""
        written = tuple(changes)
        entries = [self._entry(change) for change in written]
        if entries:
            self._has_written = True
            connection = self._session.connection()
            connection.execute(sa.insert(_HISTORY), entries)
            derived.follow(connection, written)

    def _find_end(self) -> None:
        """Find where the chain ends; under the write lock nobody else lengthens it."""
        end = sa.select(col(HistoryRow.id), col(HistoryRow.hash), col(HistoryRow.number))
        row = self._session.connection().execute(end.order_by(col(HistoryRow.id).desc()).limit(1)).first()
        last_id, self._last_hash, last_number = row or (0, "", 0)
        self._last_id = last_id or 0
        self._number = last_number + 1

    def _entry(self, change: RowChange) -> Values:
        entry: dict[str, Any] = {
            "number": self.number,
            "id": self._last_id + 1,
            "at": self.head.at,
            "who": self.head.who,
            "what": self.head.what,
            "way": self.head.way,
            "undoes": self.head.undoes,
            "origin": self.head.origin,
            "meeting_id": change.meeting_id,
            "meeting_ref": change.meeting_ref,
            "record": change.record,
            "record_id": change.record_id,
            "operation": change.operation,
            "row_before": None if change.before is None else canonical(change.before),
            "row_after": None if change.after is None else canonical(change.after),
            "previous_hash": self._last_hash,
        }
        entry["hash"] = hash_of(entry)
        self._last_id, self._last_hash = entry["id"], entry["hash"]
        return entry

    def _record_flush(self, session: Session, _context: UOWTransaction) -> None:
        """Record what a flush wrote: rows before those that point to them, so that backwards undoes it."""
        if any(isinstance(row, MeetingRow) for row in session.dirty):
            self._refs.clear()
        written = [
            *session.new,
            *(row for row in session.dirty if session.is_modified(row)),
            *session.deleted,
        ]
        rows = sorted((row for row in written if isinstance(row, Row)), key=_place)
        self.record([self._change_of(row, is_new=row in session.new, is_gone=row in session.deleted) for row in rows])

    def _change_of(self, row: Row, *, is_new: bool, is_gone: bool) -> RowChange:
        after = values_of(row)
        meeting_id = after["id"] if isinstance(row, MeetingRow) else after.get("meeting_id")
        return RowChange(
            record=table_of(type(row)).name,
            record_id=known_id(row),
            before=None if is_new else {**after, **_before(row)},
            after=None if is_gone else after,
            meeting_id=meeting_id,
            meeting_ref=self._ref(meeting_id),
        )

    def _ref(self, meeting_id: int | None) -> str:
        if meeting_id is None:
            return ""
        if meeting_id not in self._refs:
            with self._session.no_autoflush:
                self._refs[meeting_id] = ref_of_meeting(self._session, meeting_id)
        return self._refs[meeting_id]


def _place(row: Row) -> tuple[int, int]:
    return _TABLE_ORDER[table_of(type(row)).name], known_id(row)


def _before(row: Row) -> Values:
    """Return the columns that were changed, with what stood in them."""
    histories = {attribute.key: attribute.history for attribute in sa.inspect(row, raiseerr=True).attrs}
    return {name: to_plain(history.deleted[0]) for name, history in histories.items() if history.deleted}


def _refuse_bulk(state: ORMExecuteState) -> None:
    """A statement that changes many rows at once would not be recorded."""
    if not state.is_select:
        raise RuntimeError("rows are written through the session, so that the history has them")
