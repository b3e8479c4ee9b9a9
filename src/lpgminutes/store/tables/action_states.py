"""Actions as lists filter, sort and show them: derived, and made anew whenever what they follow from is written."""

import datetime as dt

from sqlalchemy import Index, text
from sqlmodel import Field

from lpgminutes.store.tables.row import DERIVED, JsonList, Row, json_list, table_of

_NOW = text("until_day IS NULL")


class ActionStateRow(Row, table=True):
    """An action as it stood from one day to another. It is no record: nothing is lost when it is made anew."""

    __tablename__ = "action_state"
    __table_args__ = ({"info": {DERIVED: True}},)

    id: int | None = Field(default=None, primary_key=True)
    """The id of the action, and below ``STATES_EACH`` which of its states: 0 is how it stands now."""
    action_id: int
    from_day: str
    """ISO; empty for always."""
    until_day: dt.date | None = None
    """No value for how it stands now."""
    series_id: int
    meeting_id: int
    is_settled: int
    status: str
    status_rank: int
    """The order in which an action goes through the states."""
    ref_key: str
    """The reference in small letters, its numbers of one width: so that 9 comes before 10."""
    owners: JsonList = json_list()
    owners_key: str
    """The owners folded, one a line."""
    text: str
    words: str
    """Reference, owners and text folded: what words are looked for in."""
    due: dt.date | None = None
    due_as_written: str
    original_due: dt.date | None = None
    raised_on: dt.date | None = None
    slips: int
    slip_days: int
    carried: int
    settled_on: dt.date | None = None
    last_note: str


STATES_EACH = 1 << 20
"""So many states of one action have room in an id."""

NO_DAY = "~"
"""Comes after every day where days are sorted."""

_KEYS = {
    "due": (f"coalesce(due, '{NO_DAY}')",),
    "ref": ("ref_key",),
    "text": ("words",),
    "owner": ("owners_key", f"coalesce(due, '{NO_DAY}')"),
    "age": (f"coalesce(raised_on, '{NO_DAY}')",),
    "slips": ("slips", "slip_days"),
    "status": ("status_rank", f"coalesce(due, '{NO_DAY}')"),
    "meeting": ("series_id", f"coalesce(raised_on, '{NO_DAY}')", "meeting_id"),
    "closed": (f"coalesce(settled_on, '{NO_DAY}')",),
}
