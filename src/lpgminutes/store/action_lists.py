"""The lists of actions: one query over an index for a screenful, today or as at any day.

Nothing here needs the libraries of the records: a list is there before they are loaded.
"""

import datetime as dt
import functools
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lpgminutes.domain.action_query import ActionListing, SortBy
from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.store.action_conditions import Run, Sql, parts_of, where
from lpgminutes.store.draft_numbers import numbers_in
from lpgminutes.store.meeting_refs import to_ref

_KEYS = {
    SortBy.DUE: (("coalesce(s.due, '~')",), False),
    SortBy.REF: (("s.ref_key",), False),
    SortBy.TEXT: (("s.text_key",), False),
    SortBy.OWNER: (("s.owners_key", "coalesce(s.due, '~')"), False),
    SortBy.AGE: (("coalesce(s.raised_on, '~')",), False),
    SortBy.SLIPS: (("s.slips", "s.slip_days"), True),
    SortBy.STATUS: (("s.status_rank", "coalesce(s.due, '~')"), False),
    SortBy.MEETING: (("s.series_id", "coalesce(s.raised_on, '~')", "s.meeting_id"), False),
    SortBy.CLOSED: (("coalesce(s.settled_on, '')",), True),
}
"""What each order goes by, as its index has it, and whether the highest comes first."""
_ROWS = """
SELECT s.id, s.action_id, a.ref, s.owners, s.text, s.due, s.due_as_written, s.status, x.short_name, m.date, m.serial,
       m.status = 'draft', a.minute_id, a.raised_in, s.meeting_id, a.block_id, s.raised_on, s.original_due,
       s.slips, s.slip_days, s.carried, s.settled_on, s.last_note
FROM action_state s
JOIN action a ON a.id = s.action_id
JOIN meeting m ON m.id = s.meeting_id
JOIN series x ON x.id = s.series_id
"""
_OF_IDS = "WHERE s.id IN (SELECT value FROM json_each(?))"
_NOW = "WHERE s.id = ? * (1 << 20)"


class _Row(NamedTuple):
    """What stands in a row of the query above."""

    state_id: int
    action_id: int
    ref: str | None
    owners: str
    text: str
    due: str | None
    due_as_written: str
    status: str
    short_name: str
    date: str | None
    serial: int
    is_draft: int
    minute_id: int | None
    raised_in: str | None
    meeting_id: int
    block_id: int | None
    raised_on: str | None
    original_due: str | None
    slips: int
    slip_days: int
    carried: int
    settled_on: str | None
    last_note: str


_STATUS = {status.value: status for status in ActionStatus}
_ALL = -1


def page(run: Run, listing: ActionListing, *, start: int, limit: int | None) -> tuple[ActionSummary, ...]:
    """Return the actions from one place of a list on."""
    rows: list[tuple[Any, ...]] = []
    conditions = where(run, listing)
    for part in parts_of(listing.query.scope):
        room = _ALL if limit is None else limit - len(rows)
        if room == 0:
            break
        rows += _part(run, listing, conditions, part, start, room)
        if start and not rows:
            start = max(0, start - _counted(run, conditions, part))
        elif rows:
            start = 0
    return tuple(_summaries(run, rows))


def count(run: Run, listing: ActionListing) -> int:
    """Return how many actions a list has."""
    conditions = where(run, listing)
    return sum(_counted(run, conditions, part) for part in parts_of(listing.query.scope))


def ids(run: Run, listing: ActionListing) -> tuple[int, ...]:
    """Return the ids of every action of a list, in its order."""
    conditions = where(run, listing)
    queries = (_ordered("SELECT s.action_id", listing, conditions, part) for part in parts_of(listing.query.scope))
    return tuple(row[0] for query in queries for row in run(query.text, query.values))


def one(run: Run, action_id: int) -> ActionSummary:
    """Return one action as lists show it today."""
    rows = list(run(_ROWS + _NOW, (action_id,)))
    return next(_summaries(run, rows))


def _part(
    run: Run, listing: ActionListing, conditions: Sql, part: int, start: int, limit: int
) -> list[tuple[Any, ...]]:
    """Return rows of what is outstanding, or of what is settled; far into the list their ids are found first."""
    if not start:
        query = _ordered(_ROWS, listing, conditions, part)
        return list(run(f"{query.text} LIMIT ?", (*query.values, limit)))
    inner = _ordered("SELECT s.id", listing, conditions, part)
    found = [row[0] for row in run(f"{inner.text} LIMIT ? OFFSET ?", (*inner.values, limit, start))]
    return _by_ids(run, found)


def _by_ids(run: Run, state_ids: Sequence[int]) -> list[tuple[Any, ...]]:
    rows = {row[0]: row for row in run(_ROWS + _OF_IDS, (json.dumps(list(state_ids)),))}
    return [rows[state_id] for state_id in state_ids]


def _counted(run: Run, conditions: Sql, part: int) -> int:
    text = f"SELECT count(*) FROM action_state s WHERE s.is_settled = ? AND {conditions.text}"  # noqa: S608
    return int(next(iter(run(text, (part, *conditions.values))))[0])


def _ordered(select: str, listing: ActionListing, conditions: Sql, part: int) -> Sql:
    keys, is_descending = _KEYS[listing.sort]
    way = " DESC" if is_descending is not listing.is_reversed else ""
    order = ", ".join(f"{key}{way}" for key in (*keys, "s.id"))
    source = "" if "FROM" in select else " FROM action_state s"
    return Sql(
        f"{select}{source} WHERE s.is_settled = ? AND {conditions.text} ORDER BY {order}", (part, *conditions.values)
    )


def _summaries(run: Run, rows: Sequence[tuple[Any, ...]]) -> Iterator[ActionSummary]:
    found = [_Row._make(row) for row in rows]
    numbers = numbers_in(run, sorted({row.meeting_id for row in found if row.is_draft and row.minute_id is not None}))
    reader = _Reader()
    for row in found:
        number = numbers.get(row.minute_id or 0, row.raised_in) if row.is_draft else row.raised_in
        yield reader.to_summary(row, number or "")


class _Reader:
    """Reads the rows of one list; what comes again in many of them is read once."""

    def __init__(self) -> None:
        self._owners = functools.cache(_read_owners)
        self._day = functools.cache(_read_day)
        self._ref = functools.cache(_read_ref)

    def to_summary(self, row: _Row, number: str) -> ActionSummary:
        return ActionSummary(
            id=row.action_id,
            ref=row.ref or "",
            owners=self._owners(row.owners),
            text=row.text,
            due=self._day(row.due),
            due_as_written=row.due_as_written,
            status=_STATUS[row.status],
            series_short_name=row.short_name,
            meeting_ref=self._ref(row.short_name, row.date, row.serial),
            raised_in=number,
            meeting_id=row.meeting_id,
            block_id=row.block_id,
            raised_on=self._day(row.raised_on),
            original_due=self._day(row.original_due),
            slips=row.slips,
            slip_days=row.slip_days,
            carried=row.carried,
            settled_on=self._day(row.settled_on),
            last_note=row.last_note,
        )


def _read_owners(stored: str) -> tuple[str, ...]:
    return tuple(json.loads(stored))


def _read_day(stored: str | None) -> dt.date | None:
    return dt.date.fromisoformat(stored) if stored else None


def _read_ref(short_name: str, date: str | None, serial: int) -> str:
    return to_ref(short_name, _read_day(date), serial)
