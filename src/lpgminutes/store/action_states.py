"""The actions as lists filter, sort and show them: one row for each state that an action went through.

They are derived from the actions, their history and the days of the meetings, and hold nothing of their own.
Whatever the history records goes into them in the same transaction, so that a list is one query over an index,
today or as at any day.
"""

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import sqlalchemy as sa

from lpgminutes.domain.action_states import ActionState, states_of
from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.domain.folding import folded
from lpgminutes.store.rows import RowChange, Values
from lpgminutes.store.tables import ActionEventRow, ActionRow, MeetingRow, table_of

TABLE: Final = "action_state"
STATES_EACH: Final = 1 << 20
"""Ids of states: the id of the action times this, and added to it which state; 0 is how the action stands now."""
NO_DAY: Final = "~"
"""Comes after every day where days are sorted."""

_CREATE: Final = f"""
CREATE TABLE {TABLE} (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL,
    series_id INTEGER NOT NULL,
    meeting_id INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT,
    is_settled INTEGER NOT NULL,
    status TEXT NOT NULL,
    status_rank INTEGER NOT NULL,
    ref_key TEXT NOT NULL,
    owners TEXT NOT NULL,
    owners_key TEXT NOT NULL,
    text TEXT NOT NULL,
    text_key TEXT NOT NULL,
    words TEXT NOT NULL,
    due TEXT,
    due_as_written TEXT NOT NULL,
    original_due TEXT,
    raised_on TEXT,
    slips INTEGER NOT NULL,
    slip_days INTEGER NOT NULL,
    carried INTEGER NOT NULL,
    settled_on TEXT,
    last_note TEXT NOT NULL
)
"""
_INDEXED: Final = {
    "due": "is_settled, coalesce(due, '~')",
    "ref": "is_settled, ref_key",
    "text": "is_settled, text_key",
    "owner": "is_settled, owners_key, coalesce(due, '~')",
    "age": "is_settled, coalesce(raised_on, '~')",
    "slips": "is_settled, slips, slip_days",
    "status": "is_settled, status_rank, coalesce(due, '~')",
    "meeting": "is_settled, series_id, coalesce(raised_on, '~'), meeting_id",
    "closed": "is_settled, coalesce(settled_on, '')",
    "series": "series_id, is_settled, coalesce(due, '~')",
}
"""What the lists of today are sorted by; the id comes after it in each index."""
_RANKS: Final = {status.value: rank for rank, status in enumerate(ActionStatus)}
_BATCH: Final = 500
_REMEDY: Final = "Lay them anew: lpgminutes db reindex"
_DIGITS: Final = re.compile(r"\d+")
_WIDTH: Final = 10
_SORTED_BY: Final = 60
"""So many characters of a text put it in its place."""
_ACTION, _EVENT, _MEETING = table_of(ActionRow), table_of(ActionEventRow), table_of(MeetingRow)
_COLUMNS: Final = tuple(re.findall(r"^    (\w+) ", _CREATE, re.MULTILINE))
_PUT_IN: Final = sa.text(
    f"INSERT INTO {TABLE} ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"  # noqa: S608
)
_TAKE_OUT: Final = sa.text(f"DELETE FROM {TABLE} WHERE id >= :first AND id < :beyond")  # noqa: S608 - our own name


def follow(connection: sa.Connection, changes: Iterable[RowChange]) -> None:
    """Bring the states to what was written."""
    touched: set[int] = set()
    for change in changes:
        if change.record == _ACTION.name:
            touched.add(change.record_id)
        elif change.record == _EVENT.name:
            touched |= {values["action_id"] for values in (change.before, change.after) if values}
        elif change.record == _MEETING.name and _moved(change):
            query = sa.select(_ACTION.c.id).where(_ACTION.c.meeting_id == change.record_id)
            touched |= set(connection.scalars(query))
    for ids in _batches(sorted(touched)):
        connection.execute(_TAKE_OUT, [{"first": _first(one), "beyond": _first(one + 1)} for one in ids])
        _put_in(connection, ids)


def lay(connection: sa.Connection) -> None:
    """Make the table and fill it; one that is there is taken away first."""
    take_away(connection)
    connection.exec_driver_sql(_CREATE)
    for ids in _batches(connection.scalars(sa.select(_ACTION.c.id).order_by(_ACTION.c.id)).all()):
        _put_in(connection, ids)
    for name, columns in _INDEXED.items():
        index = f"CREATE INDEX ix_{TABLE}_{name} ON {TABLE} ({columns}) WHERE until_day IS NULL"
        connection.exec_driver_sql(index)


def take_away(connection: sa.Connection) -> None:
    """Take the table away."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS main.{TABLE}")


def faults_of_states(connection: sa.Connection) -> Iterator[str]:
    """Say whether the states are what follows from the records."""
    if not sa.inspect(connection).has_table(TABLE):
        yield f"The states of the actions are gone. {_REMEDY}"
        return
    counted = 0
    for ids in _batches(connection.scalars(sa.select(_ACTION.c.id).order_by(_ACTION.c.id)).all()):
        expected = {values["id"]: values for values in _states(connection, ids)}
        kept = sa.text(f"SELECT * FROM {TABLE} WHERE id >= :first AND id < :beyond")  # noqa: S608 - our own name
        for row in connection.execute(kept, {"first": _first(ids[0]), "beyond": _first(ids[-1] + 1)}).mappings():
            counted += 1
            if expected.pop(row["id"], None) != dict(row):
                yield _fault(row["action_id"])
        for values in expected.values():
            yield _fault(values["action_id"])
    if counted != connection.scalar(sa.text(f"SELECT count(*) FROM {TABLE}")):  # noqa: S608 - our own name
        yield f"There are states of actions that are gone. {_REMEDY}"


def _fault(action_id: int) -> str:
    return f"The states of action {action_id} do not follow from its history. {_REMEDY}"


def _moved(change: RowChange) -> bool:
    """Whether a meeting got another day."""
    before, after = change.before or {}, change.after or {}
    return bool(before and after) and before["date"] != after["date"]


def _first(action_id: int) -> int:
    return action_id * STATES_EACH


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _put_in(connection: sa.Connection, ids: Sequence[int]) -> None:
    rows = list(_states(connection, ids))
    if rows:
        connection.execute(_PUT_IN, rows)


def _states(connection: sa.Connection, ids: Sequence[int]) -> Iterator[Values]:
    """Yield the rows of some actions, which stand in the order of their ids."""
    events: defaultdict[int, list[ActionEvent]] = defaultdict(list)
    of_these = sa.select(_EVENT).where(_EVENT.c.action_id.in_(ids)).order_by(_EVENT.c.action_id, _EVENT.c.position)
    for event in connection.execute(of_these).mappings():
        events[event["action_id"]].append(
            ActionEvent(date=event["date"], what=event["what"], before=event["before"], after=event["after"])
        )
    query = sa.select(_ACTION, _MEETING.c.date.label("raised_on")).join(_MEETING, _MEETING.c.id == _ACTION.c.meeting_id)
    for row in connection.execute(query.where(_ACTION.c.id.in_(ids)).order_by(_ACTION.c.id)).mappings():
        action = Action(
            id=row["id"],
            ref=row["ref"],
            owners=tuple(row["owners"]),
            text=row["text"],
            due=row["due"],
            due_as_written=row["due_as_written"],
            status=ActionStatus(row["status"]),
            history=tuple(events[row["id"]]),
        )
        head = {name: row[name] for name in ("series_id", "meeting_id")} | {"action_id": row["id"]}
        states = [*states_of(action, row["raised_on"])]
        for place, state in enumerate([states[-1], *states[:-1]]):
            yield {"id": _first(row["id"]) + place, **head, **_state(state, row["raised_on"])}


def _state(state: ActionState, raised_on: dt.date | None) -> Values:
    action, figures = state.action, state.figures
    text, owners = folded(action.text), folded_lines(action.owners)
    return {
        "from_day": _iso(state.from_day) or "",
        "until_day": _iso(state.until_day),
        "is_settled": int(not action.status.is_outstanding),
        "status": action.status.value,
        "status_rank": _RANKS[action.status.value],
        "ref_key": ref_key(action.ref or ""),
        "owners": json.dumps(list(action.owners), ensure_ascii=False, separators=(",", ":")),
        "owners_key": owners,
        "text": action.text,
        "text_key": text[:_SORTED_BY],
        "words": "\n".join((folded(action.ref or ""), text, owners)),
        "due": _iso(action.due),
        "due_as_written": action.due_as_written,
        "original_due": _iso(figures.original_due),
        "raised_on": _iso(raised_on),
        "slips": figures.slips,
        "slip_days": figures.slip_days,
        "carried": figures.carried,
        "settled_on": _iso(figures.settled_on),
        "last_note": figures.last_note,
    }


def folded_lines(owners: tuple[str, ...]) -> str:
    """Return owners as they are looked for: folded, one a line."""
    return "\n".join(map(folded, owners))


def ref_key(ref: str) -> str:
    """Return a reference as it is sorted and looked for: in one case, its numbers of one width."""
    return _DIGITS.sub(lambda number: number.group().zfill(_WIDTH), folded(ref))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
