"""The tables that lists of actions are read from, and their rows as they follow from the records.

``action_now`` has a row for each action as it stands: narrow, so that going through all of them is quick.
``action_then`` has one for each state that an action was in before, from one day until another.
"""

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from lpgminutes.domain.action_log.history import Field
from lpgminutes.domain.action_log.owners import names_to_search
from lpgminutes.domain.action_log.states import ActionState, states_of
from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.domain.folding import folded
from lpgminutes.store.action_state_ids import id_of_earlier, ids_of_earlier
from lpgminutes.store.rows import Values
from lpgminutes.store.tables import ActionEventRow, ActionRow, MeetingRow, table_of

NOW: Final = "action_now"
THEN: Final = "action_then"
_COLUMNS: Final = """
    series_id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    minute_id INTEGER,
    raised_in TEXT,
    raised_on TEXT,
    from_day TEXT NOT NULL,
    is_settled INTEGER NOT NULL,
    status_rank INTEGER NOT NULL,
    due TEXT,
    original_due TEXT,
    settled_on TEXT,
    slips INTEGER NOT NULL,
    slip_days INTEGER NOT NULL,
    carried INTEGER NOT NULL,
    ref_key TEXT NOT NULL,
    owners_key TEXT NOT NULL,
    names TEXT NOT NULL,
    words TEXT NOT NULL"""
_BEFORE: Final = """
    action_id INTEGER NOT NULL,
    until_day TEXT NOT NULL,
    owners TEXT NOT NULL,
    text TEXT NOT NULL,
    due_as_written TEXT NOT NULL,
    last_note TEXT NOT NULL,"""
CREATE: Final = {
    NOW: f"CREATE TABLE {NOW} (\n    id INTEGER PRIMARY KEY,\n    note_at INTEGER,{_COLUMNS}\n)",
    THEN: f"CREATE TABLE {THEN} (\n    id INTEGER PRIMARY KEY,{_BEFORE}{_COLUMNS}\n)",
}
RANKS: Final = {status: rank for rank, status in enumerate(ActionStatus)}
"""The order in which an action goes through the states."""
_DIGITS: Final = re.compile(r"\d+")
_WIDTH: Final = 10
_ACTION, _EVENT, _MEETING = table_of(ActionRow), table_of(ActionEventRow), table_of(MeetingRow)


def ids_of(table: str, first: int, last: int) -> tuple[int, int]:
    """Return the lowest and the highest id in a table of the actions from one to another."""
    return (first, last) if table == NOW else ids_of_earlier(first, last)


def columns_of(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns."""
    return tuple(re.findall(r"^    (\w+) ", CREATE[table], re.MULTILINE))


def ref_key(ref: str) -> str:
    """Return a reference as it is sorted and looked up: folded, its numbers of one width so that 9 comes before 10."""
    return _DIGITS.sub(lambda number: number.group().zfill(_WIDTH), folded(ref))


def rows_of(connection: sa.Connection, ids: Sequence[int]) -> tuple[list[Values], list[Values]]:
    """Return the rows of some actions as they follow from the records: how they stand, and how they stood before."""
    now: list[Values] = []
    then: list[Values] = []
    events = _events(connection, ids)
    query = sa.select(_ACTION, _MEETING.c.date.label("raised_on")).join(_MEETING, _MEETING.c.id == _ACTION.c.meeting_id)
    for row in connection.execute(query.where(_ACTION.c.id.in_(ids)).order_by(_ACTION.c.id)).mappings():
        *earlier, latest = states_of(_action(row, events[row["id"]]), row["raised_on"])
        now.append({"id": row["id"], "note_at": _last_note(latest.action), **_state(row, latest)})
        then += (_earlier(row, place, state) for place, state in enumerate(earlier))
    return now, then


def _events(connection: sa.Connection, ids: Sequence[int]) -> defaultdict[int, list[ActionEvent]]:
    query = sa.select(_EVENT.c.action_id, _EVENT.c.date, _EVENT.c.what, _EVENT.c.before, _EVENT.c.after)
    events: defaultdict[int, list[ActionEvent]] = defaultdict(list)
    for action_id, date, what, before, after in connection.execute(
        query.where(_EVENT.c.action_id.in_(ids)).order_by(_EVENT.c.action_id, _EVENT.c.position)
    ):
        events[action_id].append(ActionEvent(date=date, what=what, before=before, after=after))
    return events


def _action(row: sa.RowMapping, events: Sequence[ActionEvent]) -> Action:
    return Action(
        id=row["id"],
        ref=row["ref"],
        owners=tuple(row["owners"]),
        text=row["text"],
        due=row["due"],
        due_as_written=row["due_as_written"],
        status=ActionStatus(row["status"]),
        history=tuple(events),
    )


def _state(row: sa.RowMapping, state: ActionState) -> Values:
    action, figures = state.action, state.figures
    ref, text, owners = folded(action.ref or ""), folded(action.text), tuple(map(folded, action.owners))
    owners_key = "\n".join(owners)
    return {
        "series_id": row["series_id"],
        "meeting_id": row["meeting_id"],
        "minute_id": row["minute_id"],
        "raised_in": row["raised_in"],
        "raised_on": _iso(row["raised_on"]),
        "from_day": _iso(state.from_day) or "",
        "is_settled": int(not action.status.is_outstanding),
        "status_rank": RANKS[action.status],
        "due": _iso(action.due),
        "original_due": _iso(figures.original_due),
        "settled_on": _iso(figures.settled_on),
        "slips": figures.slips,
        "slip_days": figures.slip_days,
        "carried": figures.carried,
        "ref_key": ref_key(action.ref or ""),
        "owners_key": owners_key,
        "names": names_to_search(owners),
        "words": f"{ref}\n{text}\n{owners_key}",
    }


def _earlier(row: sa.RowMapping, place: int, state: ActionState) -> Values:
    action = state.action
    return {
        "id": id_of_earlier(row["id"], place),
        "action_id": row["id"],
        "until_day": _iso(state.until_day),
        "owners": json.dumps(list(action.owners), ensure_ascii=False, separators=(",", ":")),
        "text": action.text,
        "due_as_written": action.due_as_written,
        "last_note": state.figures.last_note,
        **_state(row, state),
    }


def _last_note(action: Action) -> int | None:
    """Return the place of the last note in the history."""
    notes = [place for place, event in enumerate(action.history) if event.what == Field.NOTE.value]
    return notes[-1] if notes else None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
