"""What a list of actions is asked for, as conditions of the database on ``action_state``, which is called ``s``.

Plain SQL with its values beside it: a list is read without waiting for the libraries of the records.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod
from typing import Any

from lpgminutes.domain.action_owners import is_called
from lpgminutes.domain.action_query import (
    ActionListing,
    AtMeeting,
    Compare,
    Condition,
    DayField,
    DayIs,
    HasStatus,
    HasWords,
    InSeries,
    IsAged,
    IsOverdue,
    Lack,
    Lacks,
    MeetingDay,
    NumberIs,
    OwnedBy,
    RaisedIn,
    Scope,
    Span,
    Term,
)
from lpgminutes.store.draft_numbers import drafts, numbers_in

Run = Callable[[str, Sequence[object]], Iterable[tuple[Any, ...]]]
"""Runs a query."""

_PARTS = {Scope.OUTSTANDING: (0,), Scope.SETTLED: (1,), Scope.ALL: (0, 1)}
_DAYS = {DayField.DUE: "s.due", DayField.SETTLED: "s.settled_on", DayField.RAISED: "s.raised_on"}
_LACKS = {
    Lack.OWNER: "s.owners_key = ''",
    Lack.DUE: "s.due IS NULL",
    Lack.ANY: "(s.owners_key = '' OR s.due IS NULL)",
}
_OWNERS_NOW = """
WITH RECURSIVE known (owners) AS (
    SELECT min(owners_key) FROM action_state WHERE until_day IS NULL AND is_settled = {part}
    UNION ALL
    SELECT (
        SELECT min(owners_key) FROM action_state
        WHERE until_day IS NULL AND is_settled = {part} AND owners_key > known.owners
    )
    FROM known WHERE known.owners IS NOT NULL
)
SELECT owners FROM known WHERE owners IS NOT NULL
"""
"""Jumps from one set of owners to the next: there are few beside the actions."""
_OWNERS_EVER = "SELECT DISTINCT owners_key FROM action_state"
_SERIES = "SELECT id, short_key, '' FROM series"
_MEETINGS = """
SELECT id, short_key || '/' || day, day
FROM (
    SELECT m.id, x.short_key,
           coalesce(m.date, 'undated') || CASE m.serial WHEN 1 THEN '' ELSE '-' || m.serial END AS day
    FROM meeting m JOIN series x ON x.id = m.series_id
)
"""
_AMONG = "{column} IN (SELECT value FROM json_each(?))"
_RAISED_IN = """
s.action_id IN (
    SELECT a.id FROM action a JOIN meeting m ON m.id = a.meeting_id
    WHERE (a.raised_in = ? OR substr(a.raised_in, 1, length(?) + 1) = ? || '.')
      AND (m.status != 'draft' OR a.minute_id IS NULL)
    UNION ALL
    SELECT a.id FROM action a JOIN meeting m ON m.id = a.meeting_id WHERE m.status = 'draft' AND {in_drafts}
)
"""
_MEETING_DAYS = {
    MeetingDay.LAST: "SELECT series_id, max(date) FROM meeting WHERE date < ? GROUP BY series_id",
    MeetingDay.NEXT: """
SELECT m.series_id, coalesce(
    min(CASE WHEN m.date >= ?1 THEN m.date END),
    (SELECT l.next_date FROM meeting l WHERE l.series_id = m.series_id AND l.date < ?1 ORDER BY l.date DESC LIMIT 1)
) AS day
FROM meeting m GROUP BY m.series_id HAVING day >= ?1
""",
}
"""The next meeting is one that is in the store, or else the one that the latest minutes announce."""


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a query, and its values."""

    text: str
    values: tuple[object, ...] = ()


def parts_of(scope: Scope) -> tuple[int, ...]:
    """Return the values of ``is_settled`` that a scope is made of, in the order of a list."""
    return _PARTS[scope]


def where(run: Run, listing: ActionListing) -> Sql:
    """Return the conditions of a list, but for the scope: which states count on its day, and every term."""
    said = _Said(run, listing)
    pieces = [_as_at(listing.as_at), *(_term(said, term) for term in listing.query.terms)]
    values = tuple(value for piece in pieces for value in piece.values)
    return Sql(" AND ".join(f"({piece.text})" for piece in pieces), values)


def _as_at(day: dt.date | None) -> Sql:
    if day is None:
        return Sql("s.until_day IS NULL")
    iso = day.isoformat()
    return Sql("s.from_day <= ? AND (s.until_day IS NULL OR s.until_day > ?)", (iso, iso))


def _term(said: "_Said", term: Term) -> Sql:
    piece = said.of(term.condition)
    return Sql(f"NOT coalesce({piece.text}, 0)", piece.values) if term.is_negated else piece


@dataclass(frozen=True, slots=True)
class _Said:
    """Says each condition of a list as SQL; some are looked up before."""

    run: Run
    listing: ActionListing

    @singledispatchmethod
    def of(self, condition: Condition) -> Sql:
        raise NotImplementedError(type(condition).__name__)

    @of.register
    def _(self, condition: HasWords) -> Sql:
        return Sql("instr(s.words, ?) > 0", (condition.words,))

    @of.register
    def _(self, condition: OwnedBy) -> Sql:
        sets = (owners for owners in self._owners() if any(is_called(o, condition.name) for o in owners.split("\n")))
        return _one_of("s.owners_key", sorted(sets))

    @of.register
    def _(self, condition: Lacks) -> Sql:
        return Sql(_LACKS[condition.what])

    @of.register
    def _(self, _condition: IsOverdue) -> Sql:
        return Sql("s.is_settled = 0 AND s.due < ?", (self.listing.query.today.isoformat(),))

    @of.register
    def _(self, condition: HasStatus) -> Sql:
        return _one_of("s.status", sorted(status.value for status in condition.statuses))

    @of.register
    def _(self, condition: DayIs) -> Sql:
        column = _DAYS[condition.field]
        if isinstance(condition.days, Span):
            return _compared(column, condition.compare, condition.days)
        return self._compared_with_meeting(column, condition.compare, condition.days)

    @of.register
    def _(self, condition: IsAged) -> Sql:
        raised = _compared("s.raised_on", condition.compare, condition.raised)
        return Sql(f"s.is_settled = 0 AND {raised.text}", raised.values)

    @of.register
    def _(self, condition: NumberIs) -> Sql:
        return Sql(f"s.{condition.field.value} {condition.compare.value} ?", (condition.number,))

    @of.register
    def _(self, condition: InSeries) -> Sql:
        named = self._called(_SERIES, condition.short_name, is_whole=condition.is_whole)
        return _one_of("s.series_id", named)

    @of.register
    def _(self, condition: AtMeeting) -> Sql:
        return _one_of("s.meeting_id", self._called(_MEETINGS, condition.ref, is_whole=condition.is_whole))

    @of.register
    def _(self, condition: RaisedIn) -> Sql:
        """Find the number where it is printed, and in drafts where it is counted."""
        number = condition.number
        counted = numbers_in(self.run, drafts(self.run))
        blocks = [block_id for block_id, has in counted.items() if has == number or has.startswith(f"{number}.")]
        in_drafts = _one_of("a.minute_id", blocks)
        return Sql(_RAISED_IN.format(in_drafts=in_drafts.text), (number, number, number, *in_drafts.values))

    def _called(self, query: str, typed: str, *, is_whole: bool) -> list[int]:
        """Return the ids of what is called so, or has a name that begins so."""
        if is_whole:
            return [row_id for row_id, name, _ in self.run(query, ()) if name == typed]
        return [row_id for row_id, *names in self.run(query, ()) if any(name.startswith(typed) for name in names)]

    def _owners(self) -> set[str]:
        """Return every set of owners that some action has."""
        parts = parts_of(self.listing.query.scope)
        queries = [_OWNERS_NOW.format(part=part) for part in parts] if self.listing.as_at is None else [_OWNERS_EVER]
        return {row[0] for query in queries for row in self.run(query, ())}

    def _compared_with_meeting(self, column: str, compare: Compare, day: MeetingDay) -> Sql:
        """Compare with a day that each series has of its own; one that has none compares with nothing."""
        known = list(self.run(_MEETING_DAYS[day], (self.listing.query.today.isoformat(),)))
        if not known:
            return Sql("0")
        cases = " ".join("WHEN ? THEN ?" for _ in known)
        values = tuple(value for row in known for value in row)
        return Sql(f"{column} {compare.value} CASE s.series_id {cases} END", values)


def _one_of(column: str, values: Sequence[object]) -> Sql:
    """Say that a column holds one of some values; many of them go in as one."""
    if len(values) == 1:
        return Sql(f"{column} = ?", (values[0],))
    return Sql(_AMONG.format(column=column), (json.dumps(list(values)),))


def _compared(column: str, compare: Compare, span: Span) -> Sql:
    first, last = span.first.isoformat(), span.last.isoformat()
    if compare is Compare.EQUAL:
        return Sql(f"{column} BETWEEN ? AND ?", (first, last))
    edge = first if compare in {Compare.BELOW, Compare.AT_LEAST} else last
    return Sql(f"{column} {compare.value} ?", (edge,))
