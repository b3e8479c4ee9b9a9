"""The lists of actions: the ids of a stretch first, then what those few rows show, today or as at any day.

The order of a whole log is read off an index. Filters go through every action of a narrow table: a list is never
slower than that, however few are found. Nothing here needs the libraries of the records.
"""

import datetime as dt
import functools
import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpgminutes.domain.action_log.query import ActionListing, SortBy
from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.store.action_conditions import Question, Run, asked
from lpgminutes.store.action_state_ids import action_of
from lpgminutes.store.draft_numbers import numbers_in
from lpgminutes.store.meeting_refs import to_ref

_DUE = "coalesce(s.due, '~')"
_KEYS = {
    SortBy.DUE: ((_DUE,), False),
    SortBy.REF: (("s.ref_key",), False),
    SortBy.TEXT: (("substr(s.words, instr(s.words, char(10)) + 1, 60)",), False),
    SortBy.OWNER: (("s.owners_key", _DUE), False),
    SortBy.AGE: (("coalesce(s.raised_on, '~')",), False),
    SortBy.SLIPS: (("s.slips", "s.slip_days"), True),
    SortBy.STATUS: (("s.status_rank", _DUE), False),
    SortBy.MEETING: (("s.series_id", "coalesce(s.raised_on, '~')", "s.meeting_id"), False),
    SortBy.CLOSED: (("coalesce(s.settled_on, '')",), True),
}
"""What each order goes by, as its index has it, and whether the highest comes first."""
_ROWS_NOW = """
SELECT s.id, s.id, a.ref, a.owners, a.text, s.due, a.due_as_written, s.status_rank, x.short_name, m.date, m.serial,
       m.status = 'draft', a.minute_id, a.raised_in, s.meeting_id, a.block_id, s.raised_on, s.original_due,
       s.slips, s.slip_days, s.carried, s.settled_on, coalesce(n.after, '')
FROM action_now s
CROSS JOIN action a ON a.id = s.id
CROSS JOIN meeting m ON m.id = s.meeting_id
CROSS JOIN series x ON x.id = s.series_id
LEFT JOIN action_event n ON n.action_id = s.id AND n.position = s.note_at
WHERE s.id IN (SELECT value FROM json_each(?))
"""
_ROWS_THEN = """
SELECT s.id, s.action_id, a.ref, s.owners, s.text, s.due, s.due_as_written, s.status_rank, x.short_name, m.date,
       m.serial, m.status = 'draft', a.minute_id, a.raised_in, s.meeting_id, a.block_id, s.raised_on, s.original_due,
       s.slips, s.slip_days, s.carried, s.settled_on, s.last_note
FROM action_then s
CROSS JOIN action a ON a.id = s.action_id
CROSS JOIN meeting m ON m.id = s.meeting_id
CROSS JOIN series x ON x.id = s.series_id
WHERE s.id IN (SELECT value FROM json_each(?))
"""
_STATUS = tuple(ActionStatus)
_ALL = -1
_SEVERAL = 2


class _Row(NamedTuple):
    """What stands in a row of the queries above."""

    state_id: int
    action_id: int
    ref: str | None
    owners: str
    text: str
    due: str | None
    due_as_written: str
    status_rank: int
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


def page(run: Run, listing: ActionListing, *, start: int, limit: int | None) -> tuple[ActionSummary, ...]:
    """Return the actions from one place of a list on."""
    question = asked(run, listing)
    found: list[int] = []
    for part in question.parts:
        room = _ALL if limit is None else limit - len(found)
        if room == 0:
            break
        in_part = _ids(run, question, listing, part, start, room)
        if start:
            start = 0 if in_part else max(0, start - _counted(run, question, part))
        found += in_part
    return tuple(_summaries(run, found))


def count(run: Run, listing: ActionListing) -> int:
    """Return how many actions a list has."""
    question = asked(run, listing)
    return sum(_counted(run, question, part) for part in question.parts)


def is_of_several(run: Run, listing: ActionListing) -> bool:
    """Return whether a list has actions of more than one series: one is looked for, and then another."""
    if len(list(run("SELECT id FROM series LIMIT 2", ()))) < _SEVERAL:
        return False
    question = asked(run, listing)
    text = f"SELECT s.series_id FROM {question.source} WHERE {question.conditions}"  # noqa: S608 - our own names
    first: int | None = None
    for part in question.parts:
        if first is None:
            first = next((row[0] for row in run(f"{text} LIMIT 1", question.values(part))), None)
        if first is not None and any(run(f"{text} AND s.series_id <> ? LIMIT 1", (*question.values(part), first))):
            return True
    return False


def ids(run: Run, listing: ActionListing) -> tuple[int, ...]:
    """Return the ids of every action of a list, in its order."""
    question = asked(run, listing)
    states = (state_id for part in question.parts for state_id in _ids(run, question, listing, part, 0, _ALL))
    return tuple(map(action_of, states))


def markings(run: Run) -> frozenset[str]:
    """Return the markings of the meetings that actions are raised at, each once."""
    return frozenset(row[0] for row in run("SELECT DISTINCT marking_canonical FROM meeting", ()))


def one(run: Run, action_id: int) -> ActionSummary:
    """Return one action as lists show it today."""
    return next(_summaries(run, [action_id]))


def _ids(run: Run, question: Question, listing: ActionListing, part: int, start: int, limit: int) -> list[int]:
    """Return the ids of the states in a stretch of what is outstanding, or of what is settled."""
    keys, is_descending = _KEYS[listing.sort]
    way = " DESC" if is_descending is not listing.is_reversed else ""
    order = ", ".join(f"{key}{way}" for key in (*keys, "s.id" if listing.as_at is None else "s.action_id"))
    text = f"SELECT s.id FROM {question.source} WHERE {question.conditions} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608 - our own names
    return [row[0] for row in run(text, (*question.values(part), limit, start))]


def _counted(run: Run, question: Question, part: int) -> int:
    text = f"SELECT count(*) FROM {question.source} WHERE {question.conditions}"  # noqa: S608 - our own names
    return int(next(iter(run(text, question.values(part))))[0])


def _summaries(run: Run, state_ids: Sequence[int]) -> Iterator[ActionSummary]:
    """Yield what states show, in the order of their ids here."""
    found = {row.state_id: row for row in _rows(run, state_ids)}
    numbers = numbers_in(run, {row.minute_id: row.meeting_id for row in found.values() if row.is_draft})
    reader = _Reader()
    for state_id in state_ids:
        row = found[state_id]
        number = numbers.get(row.minute_id, row.raised_in) if row.is_draft else row.raised_in
        yield reader.to_summary(row, number or "")


def _rows(run: Run, state_ids: Sequence[int]) -> Iterator[_Row]:
    now = [state_id for state_id in state_ids if state_id > 0]
    then = [state_id for state_id in state_ids if state_id < 0]
    for query, some in ((_ROWS_NOW, now), (_ROWS_THEN, then)):
        if some:
            yield from map(_Row._make, run(query, (json.dumps(some),)))


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
            status=_STATUS[row.status_rank],
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
