"""Meetings, who was at them, and what their minutes are made of."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint, func, text
from sqlmodel import Field

from lpgminutes.domain.meetings import BlockKind, MeetingStatus, PointStyle
from lpgminutes.domain.people import Capacity, Conduct, Mode
from lpgminutes.store.tables.row import (
    IDS_ARE_NEVER_REUSED,
    JsonList,
    Row,
    added_list,
    added_number,
    added_text,
    counts_from_one,
    json_list,
    key_of,
    not_negative,
    one_of,
    table_of,
)


class MeetingRow(Row, table=True):
    """A meeting without what hangs under it; its ref is made of series, date and serial."""

    __tablename__ = "meeting"
    __table_args__ = (
        counts_from_one("revision"),
        counts_from_one("serial"),
        one_of("status", MeetingStatus),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    series_id: int = key_of("series")
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
    marks: JsonList = json_list()
    approves_id: int | None = None
    """The meeting whose minutes this one is to approve; points to nothing when that one was taken back."""


class ApprovalRow(Row, table=True):
    """That the minutes of a meeting were agreed."""

    __tablename__ = "approval"
    __table_args__ = (UniqueConstraint("meeting_id"), IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting")
    at: str
    """The ref of the meeting that agreed them."""
    date: dt.date | None = None
    corrections: JsonList = json_list()


class AttendanceRow(Row, table=True):
    """Somebody at a meeting, as at that meeting."""

    __tablename__ = "attendance"
    __table_args__ = (
        not_negative("position"),
        one_of("capacity", Capacity),
        one_of("mode", Mode),
        Index(None, "meeting_id", "position"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting")
    person_id: int | None = key_of("person", index=True, nullable=True)
    """Who it is in the register; no value for a name that came in redacted."""
    position: int
    name: str
    role: str
    organisation: str
    capacity: str
    mode: str | None = None
    deputising_for: str
    items: JsonList = json_list()
    note: str
    marks: JsonList = json_list()
    revision: int = added_number(1)
    arrived: dt.time | None = None
    departed: dt.time | None = None
    initials: str = added_text()


class DeclarationRow(Row, table=True):
    """An interest that was declared."""

    __tablename__ = "declaration"
    __table_args__ = (
        counts_from_one("revision"),
        not_negative("position"),
        one_of("conduct", Conduct),
        Index(None, "meeting_id", "position"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    meeting_id: int = key_of("meeting")
    position: int
    name: str
    nature: str
    conduct: str
    item_id: int | None = key_of("block", index=True, nullable=True)
    item: str | None = None
    """The number as printed; in a draft the number of the item counts."""


class BlockRow(Row, table=True):
    """An item, a minute or a point."""

    __tablename__ = "block"
    __table_args__ = (
        counts_from_one("revision"),
        not_negative("position"),
        one_of("kind", BlockKind),
        one_of("style", PointStyle),
        Index(None, "meeting_id", "kind"),
        Index(None, "parent_id", "kind", "position"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    meeting_id: int = key_of("meeting")
    parent_id: int | None = key_of("block", nullable=True)
    position: int
    """Its place under its parent, from 0."""
    kind: str
    style: str
    number: str | None = None
    """Only a number that was given or frozen."""
    label: str
    text: str
    marks: JsonList = json_list()
    state: str | None = None
    carried_from: str = added_text()
    to_check: int = added_number(0)
    pre_marks: JsonList = added_list()


class DecisionRow(Row, table=True):
    """Something resolved."""

    __tablename__ = "decision"
    __table_args__ = (not_negative("position"), Index(None, "meeting_id", "position"), IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting")
    position: int
    ref: str | None = None
    text: str
    minute_id: int | None = key_of("block", index=True, nullable=True)
    block_id: int | None = key_of("block", index=True, nullable=True)
    decided_in: str | None = None
    revision: int = added_number(1)


Index(
    "uq_meeting_ref",
    table_of(MeetingRow).c.series_id,
    func.coalesce(table_of(MeetingRow).c.date, text("''")),
    table_of(MeetingRow).c.serial,
    unique=True,
)
