"""Actions and their history."""

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.store.tables.row import (
    IDS_ARE_NEVER_REUSED,
    JsonList,
    Row,
    added_text,
    counts_from_one,
    json_list,
    key_of,
    not_negative,
    one_of,
)


class ActionRow(Row, table=True):
    """An agreed task."""

    __tablename__ = "action"
    __table_args__ = (
        counts_from_one("revision"),
        not_negative("position"),
        one_of("status", ActionStatus),
        Index(None, "series_id", "ref"),
        Index(None, "meeting_id", "status", "due"),
        Index(None, "status", "due", "id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    series_id: int = key_of("series")
    meeting_id: int = key_of("meeting")
    position: int
    ref: str | None = None
    owners: JsonList = json_list()
    text: str
    due: dt.date | None = None
    due_as_written: str
    minute_id: int | None = key_of("block", index=True, nullable=True)
    """The item or minute whose number it was raised under."""
    block_id: int | None = key_of("block", index=True, nullable=True)
    """The very block: the minute, or the point in it that holds the action."""
    raised_in: str | None = None
    """The number as printed; in a draft the number of the minute counts."""
    status: str


class ActionEventRow(Row, table=True):
    """An entry of an action's history."""

    __tablename__ = "action_event"
    __table_args__ = (
        not_negative("position"),
        UniqueConstraint("action_id", "position"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = key_of("action")
    position: int
    date: dt.date | None = None
    who: str
    what: str
    before: str
    after: str
    meeting: str
    why: str
    taken_over_by: str = added_text()
