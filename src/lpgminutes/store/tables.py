"""The tables, nothing else. The domain checks what may stand in them; the constraints are the second wall."""

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Index, MetaData, Table, UniqueConstraint, func, text
from sqlmodel import Field, SQLModel

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.history import VersionReason
from lpgminutes.domain.meetings import BlockKind, MeetingStatus, PointStyle
from lpgminutes.domain.people import Capacity, Mode

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
# Without AUTOINCREMENT, SQLite gives the id of a row that was taken back to the next one, and whoever still
# looks at the first would save over the second.
_IDS_ARE_NEVER_REUSED = {"sqlite_autoincrement": True}

_JsonList = list[Any]


def _one_of(column: str, choices: Iterable[Enum]) -> CheckConstraint:
    listed = ", ".join(f"'{choice.value}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _counts_from_one(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 1", name=column)


def _not_negative(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} >= 0", name=column)


def _json() -> Any:  # noqa: ANN401
    """Give a column that holds a JSON list."""
    return Field(default_factory=list, sa_type=JSON, nullable=False)


def _key(of: str, *, index: bool = False, nullable: bool = False) -> Any:  # noqa: ANN401
    """Give a column that points to the id of a row of another table."""
    default = None if nullable else ...
    return Field(default, foreign_key=f"{of}.id", index=index, nullable=nullable)


class Row(SQLModel):
    """What every row has."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=_NAMES)

    def __repr__(self) -> str:
        """Show which row it is, without the words in it: a traceback may show it."""
        return f"<{type(self).__name__} {getattr(self, 'id', None)}>"

    __str__ = __repr__


class SeriesRow(Row, table=True):
    """A standing body."""

    __tablename__ = "series"
    __table_args__ = (_counts_from_one("revision"), _IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    short_name: str
    short_key: str = Field(unique=True)
    """The short name without its case: it is looked up in any."""
    name: str
    action_reference: str | None = None
    marking: str | None = None
    """As written."""
    agenda: _JsonList = _json()


class PersonRow(Row, table=True):
    """Somebody in the register."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("name", "organisation"), _IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    role: str
    organisation: str


class MeetingRow(Row, table=True):
    """A meeting without what hangs under it; its ref is made of series, date and serial."""

    __tablename__ = "meeting"
    __table_args__ = (
        _counts_from_one("revision"),
        _counts_from_one("serial"),
        _one_of("status", MeetingStatus),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    series_id: int = _key("series")
    date: dt.date | None = None
    serial: int
    """Tells meetings of one series on one day apart."""
    title: str
    subtitle: str
    marking: str
    """As written."""
    marking_canonical: str
    start: dt.time | None = None
    end: dt.time | None = None
    location: str
    next_date: dt.date | None = None
    next_start: dt.time | None = None
    next_end: dt.time | None = None
    next_location: str | None = None
    next_text: str | None = None
    """No value where nothing at all is known of the next meeting."""
    contact_name: str | None = None
    """No value where there is no contact."""
    contact_email: str | None = None
    status: str
    marks: _JsonList = _json()


class AttendanceRow(Row, table=True):
    """Somebody at a meeting, as at that meeting."""

    __tablename__ = "attendance"
    __table_args__ = (
        _not_negative("position"),
        _one_of("capacity", Capacity),
        _one_of("mode", Mode),
        Index(None, "meeting_id", "position"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = _key("meeting")
    person_id: int | None = _key("person", index=True, nullable=True)
    """Who it is in the register; no value for a name that came in redacted."""
    position: int
    name: str
    role: str
    organisation: str
    capacity: str
    mode: str | None = None
    deputising_for: str
    items: _JsonList = _json()
    note: str
    marks: _JsonList = _json()


class BlockRow(Row, table=True):
    """An item, a minute or a point."""

    __tablename__ = "block"
    __table_args__ = (
        _counts_from_one("revision"),
        _not_negative("position"),
        _one_of("kind", BlockKind),
        _one_of("style", PointStyle),
        Index(None, "meeting_id", "kind"),
        Index(None, "parent_id", "kind", "position"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    meeting_id: int = _key("meeting")
    parent_id: int | None = _key("block", nullable=True)
    position: int
    """Its place under its parent, from 0."""
    kind: str
    style: str
    number: str | None = None
    """Only a number that was given or frozen."""
    label: str
    text: str
    marks: _JsonList = _json()


class ActionRow(Row, table=True):
    """An agreed task."""

    __tablename__ = "action"
    __table_args__ = (
        _counts_from_one("revision"),
        _not_negative("position"),
        _one_of("status", ActionStatus),
        Index(None, "series_id", "ref"),
        Index(None, "meeting_id", "status", "due"),
        Index(None, "status", "due", "id"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    series_id: int = _key("series")
    meeting_id: int = _key("meeting")
    position: int
    ref: str | None = None
    owners: _JsonList = _json()
    text: str
    due: dt.date | None = None
    due_as_written: str
    minute_id: int | None = _key("block", index=True, nullable=True)
    """The item or minute whose number it was raised under."""
    block_id: int | None = _key("block", index=True, nullable=True)
    """The very block: the minute, or the point in it that holds the action."""
    raised_in: str | None = None
    """The number as printed; in a draft the number of the minute counts."""
    status: str


class ActionEventRow(Row, table=True):
    """An entry of an action's history."""

    __tablename__ = "action_event"
    __table_args__ = (
        _not_negative("position"),
        UniqueConstraint("action_id", "position"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = _key("action")
    position: int
    date: dt.date | None = None
    who: str
    what: str
    before: str
    after: str
    meeting: str
    why: str


class DecisionRow(Row, table=True):
    """Something resolved."""

    __tablename__ = "decision"
    __table_args__ = (_not_negative("position"), Index(None, "meeting_id", "position"), _IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = _key("meeting")
    position: int
    ref: str | None = None
    text: str
    minute_id: int | None = _key("block", index=True, nullable=True)
    block_id: int | None = _key("block", index=True, nullable=True)
    decided_in: str | None = None


class VersionRow(Row, table=True):
    """A meeting frozen as it was."""

    __tablename__ = "version"
    __table_args__ = (
        _counts_from_one("number"),
        _one_of("reason", VersionReason),
        CheckConstraint("length(digest) = 64", name="digest"),
        UniqueConstraint("meeting_id", "number"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = _key("meeting")
    number: int
    reason: str
    at: str
    who: str
    content: str
    digest: str


class CaseRow(Row, table=True):
    """What is to be withheld for one request."""

    __tablename__ = "release_case"
    __table_args__ = (
        _counts_from_one("revision"),
        UniqueConstraint("meeting_id", "reference_key"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    meeting_id: int = _key("meeting")
    reference: str
    reference_key: str
    """The reference without its case: it is looked up in any."""
    received: dt.date | None = None
    release_marking: str | None = None
    rules: _JsonList = _json()
    accepted: _JsonList = _json()


class ReleaseRow(Row, table=True):
    """What went out."""

    __tablename__ = "release"
    __table_args__ = (
        CheckConstraint("length(version_digest) = 64", name="version_digest"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = _key("meeting", index=True)
    case_reference: str
    version_digest: str
    at: str
    who: str
    manifest: str


class HistoryRow(Row, table=True):
    """One row as it was before and after a change; each is chained to the one before by its hash."""

    __tablename__ = "history"
    __table_args__ = (
        _counts_from_one("number"),
        CheckConstraint("way IN ('do', 'undo', 'redo')", name="way"),
        CheckConstraint("(way = 'do') = (undoes IS NULL) AND (way = 'do') = (origin IS NULL)", name="undoes"),
        CheckConstraint("operation IN ('insert', 'update', 'delete')", name="operation"),
        CheckConstraint("(operation = 'insert') = (row_before IS NULL)", name="row_before"),
        CheckConstraint("(operation = 'delete') = (row_after IS NULL)", name="row_after"),
        Index(None, "record", "record_id", "id"),
        _IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(index=True)
    """The change that it is part of."""
    at: str
    """UTC, ISO 8601."""
    who: str
    what: str
    way: str
    undoes: int | None = Field(default=None, index=True)
    """The change that this one took back."""
    origin: int | None = Field(default=None, index=True)
    """The change, made by a person, that this one takes back or does again."""
    meeting_id: int | None = Field(default=None, index=True)
    """Points to nothing: the meeting may have been taken back since."""
    meeting_ref: str
    record: str
    """The table."""
    record_id: int
    operation: str
    row_before: str | None = None
    row_after: str | None = None
    previous_hash: str
    hash: str = Field(unique=True)


def table_of(row: type[Row]) -> Table:
    """Return the table that a row class stands for."""
    return Row.metadata.tables[str(row.__tablename__)]


Index(
    "uq_meeting_ref",
    table_of(MeetingRow).c.series_id,
    func.coalesce(table_of(MeetingRow).c.date, text("''")),
    table_of(MeetingRow).c.serial,
    unique=True,
)
