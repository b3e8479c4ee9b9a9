"""What a list of actions is asked for, as conditions on ``action_now``, or on what it was, which is called ``s``.

Plain SQL with its values beside it: a list is read without waiting for the libraries of the records.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import singledispatchmethod
from typing import Any

from lpgminutes.domain.action_log.owners import searches_for
from lpgminutes.domain.action_log.query import (
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
    SortBy,
    Span,
    Term,
)
from lpgminutes.domain.actions import ActionStatus
from lpgminutes.store.draft_numbers import drafts, numbers_in

Run = Callable[[str, Sequence[object]], Iterable[tuple[Any, ...]]]
"""Runs a query."""

_PARTS = {Scope.OUTSTANDING: (0,), Scope.SETTLED: (1,), Scope.ALL: (0, 1)}
_DUE = "coalesce(s.due, '~')"
_DAYS = {DayField.DUE: "s.due", DayField.SETTLED: "s.settled_on", DayField.RAISED: "s.raised_on"}
_LACKS = {
    Lack.OWNER: "s.owners_key = ''",
    Lack.DUE: "s.due IS NULL",
    Lack.ANY: "(s.owners_key = '' OR s.due IS NULL)",
}
_RANKS = {status: rank for rank, status in enumerate(ActionStatus)}
_AS_AT = """(
    SELECT id, id AS action_id, series_id, meeting_id, minute_id, raised_in, raised_on, is_settled, status_rank, due,
           settled_on, slips, slip_days, carried, ref_key, owners_key, names, words
    FROM action_now WHERE from_day <= ?
    UNION ALL
    SELECT id, action_id, series_id, meeting_id, minute_id, raised_in, raised_on, is_settled, status_rank, due,
           settled_on, slips, slip_days, carried, ref_key, owners_key, names, words
    FROM action_then WHERE from_day <= ? AND until_day > ?
) s"""
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
(s.raised_in = ? OR substr(s.raised_in, 1, length(?) + 1) = ? || '.')
    AND (s.minute_id IS NULL OR NOT {in_drafts})
OR {counted}
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
    is_of_due: bool = False
    """Whether it takes a stretch out of the index of due dates."""
    is_of_series: bool = False
    """Whether it is one series, which has an index."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list is asked for, ready to be put to the database."""

    parts: tuple[int, ...]
    """The values of ``is_settled`` that the scope is made of, in the order of a list; each is asked for by itself."""
    source: str
    conditions: str
    _before: tuple[object, ...]
    _after: tuple[object, ...]

    def values(self, part: int) -> tuple[object, ...]:
        """Return the values of the question for one of its parts."""
        return (*self._before, part, *self._after)


def asked(run: Run, listing: ActionListing) -> Question:
    """Return what a list is asked for; what its words name is looked up first."""
    said = _Said(run, listing)
    terms = [_term(said, term) for term in listing.query.terms]
    source = Sql(f"action_now s {_way(listing, terms)}") if listing.as_at is None else _as_at(listing.as_at)
    return Question(
        parts=_PARTS[listing.query.scope],
        source=source.text,
        conditions=" AND ".join(["s.is_settled = ?", *(f"({term.text})" for term in terms)]),
        _before=source.values,
        _after=tuple(value for term in terms for value in term.values),
    )


def _way(listing: ActionListing, terms: Sequence[Sql]) -> str:
    """Return how the table is gone through: along an index where that ends early, else row by row.

    Along an index each row is looked up by itself, which is slow when few of very many are what is asked for.
    """
    if not terms:
        return f"INDEXED BY ix_action_now_{listing.sort.value}"
    others = [term for term in terms if not term.is_of_due]
    if listing.sort is not SortBy.DUE or len(others) > 1 or not all(term.is_of_series for term in others):
        return "NOT INDEXED"
    return f"INDEXED BY ix_action_now_{'series' if others else 'due'}"


def _as_at(day: dt.date) -> Sql:
    iso = day.isoformat()
    return Sql(_AS_AT, (iso, iso, iso))


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
        return Sql("(instr(s.names, ?) > 0 OR instr(s.names, ?) > 0)", searches_for(condition.name))

    @of.register
    def _(self, condition: Lacks) -> Sql:
        return Sql(_LACKS[condition.what])

    @of.register
    def _(self, _condition: IsOverdue) -> Sql:
        today = self.listing.query.today.isoformat()
        return Sql(f"s.is_settled = 0 AND {_DUE} < ?", (today,), is_of_due=True)

    @of.register
    def _(self, condition: HasStatus) -> Sql:
        return _one_of("s.status_rank", sorted(_RANKS[status] for status in condition.statuses))

    @of.register
    def _(self, condition: DayIs) -> Sql:
        column = _DAYS[condition.field]
        if isinstance(condition.days, Span):
            if condition.field is DayField.DUE:
                return _of_due(condition.compare, condition.days)
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
        return replace(_one_of("s.series_id", named), is_of_series=len(named) == 1)

    @of.register
    def _(self, condition: AtMeeting) -> Sql:
        return _one_of("s.meeting_id", self._called(_MEETINGS, condition.ref, is_whole=condition.is_whole))

    @of.register
    def _(self, condition: RaisedIn) -> Sql:
        """Find the number where it is printed, and in drafts where it is counted."""
        number = condition.number
        minutes = drafts(self.run)
        counted = numbers_in(self.run, minutes)
        blocks = [block_id for block_id, has in counted.items() if has == number or has.startswith(f"{number}.")]
        found = _one_of("s.minute_id", blocks)
        in_drafts = _one_of("s.meeting_id", sorted(set(minutes.values())))
        text = _RAISED_IN.format(in_drafts=in_drafts.text, counted=found.text)
        return Sql(text, (number, number, number, *in_drafts.values, *found.values))

    def _called(self, query: str, typed: str, *, is_whole: bool) -> list[int]:
        """Return the ids of what is called so, or has a name that begins so."""
        if is_whole:
            return [row_id for row_id, name, _ in self.run(query, ()) if name == typed]
        return [row_id for row_id, *names in self.run(query, ()) if any(name.startswith(typed) for name in names)]

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


def _of_due(compare: Compare, span: Span) -> Sql:
    """Compare the due date as its index has it, where those without one stand after every day."""
    piece = _compared(_DUE, compare, span)
    return Sql(f"{piece.text} AND {_DUE} < '~'", piece.values, is_of_due=True)
