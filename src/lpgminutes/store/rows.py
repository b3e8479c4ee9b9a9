"""Rows as plain values, and rows that are about to be edited."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import JSON, Date, Table, Time
from sqlmodel import Session

from lpgminutes.errors import StaleRecord
from lpgminutes.store.tables import (
    ActionRow,
    AttendanceRow,
    BlockRow,
    CaseRow,
    DecisionRow,
    DeclarationRow,
    MeetingRow,
    Row,
    SeriesRow,
    table_of,
)
from lpgminutes.store.tables.row import before_columns_were_added

Values = dict[str, Any]
"""A row, or a part of it, by column."""

Editable = TypeVar(
    "Editable", SeriesRow, MeetingRow, AttendanceRow, BlockRow, ActionRow, DecisionRow, DeclarationRow, CaseRow
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row before and after."""

    record: str
    record_id: int
    before: Values | None
    after: Values | None
    meeting_id: int | None = None
    meeting_ref: str = ""

    @property
    def operation(self) -> str:
        """What was done to the row."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"


def known_id(row: Row) -> int:
    """Return the id of a row that is in the database."""
    identity: int | None = getattr(row, "id", None)
    if identity is None:
        raise RuntimeError(f"{row!r} is not in the database")
    return identity


def to_edit(session: Session, kind: type[Editable], identity: int | None, revision: int, what: str) -> Editable:
    """Return the row to edit; refuse an edit that was made from another state of it."""
    row = None if identity is None else session.get(kind, identity, with_for_update=True)
    if row is None:
        raise StaleRecord(f"{what} is no longer there: it was taken back meanwhile. Open it again.")
    if row.revision != revision:
        raise StaleRecord(f"{what} was changed by someone else meanwhile; nothing was saved. Open it again.")
    return row


def edit(row: Editable, values: Values) -> None:
    """Write values into the columns of a row, which makes it its next revision."""
    row.revision += 1
    for name, value in values.items():
        setattr(row, name, value)


def values_of(row: Row) -> Values:
    """Return what stands in a row now."""
    return {column.name: to_plain(getattr(row, column.name)) for column in table_of(type(row)).columns}


def to_plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON knows
    """Return a column's value as JSON has it."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def completed(table: Table, values: Values) -> Values:
    """Return a row as the history remembers it, with what it holds in the columns that were added since."""
    if len(values) == len(table.columns):
        return values
    return {**before_columns_were_added(table), **values}


def from_plain(table: Table, values: Values) -> Values:
    """Return a row's values as its table takes them, for the columns that both know."""
    return {column.name: _typed(column.type, values[column.name]) for column in table.columns if column.name in values}


def is_same(recorded: Values, now: Values) -> bool:
    """Whether a row is what was recorded of it, in the columns that both know.

    What was recorded before an upgrade of the schema knows nothing of the columns that came with it.
    """
    return all(value == now[name] for name, value in recorded.items() if name in now)


def canonical(values: object) -> str:
    """Return the one JSON text of some values."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _typed(kind: object, value: Any) -> Any:  # noqa: ANN401
    if value is None or isinstance(kind, JSON):
        return value
    if isinstance(kind, Date):
        return dt.date.fromisoformat(value)
    if isinstance(kind, Time):
        return dt.time.fromisoformat(value)
    return value
