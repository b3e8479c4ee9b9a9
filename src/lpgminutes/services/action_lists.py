"""The lists of the action log: what is typed to filter them, a screenful, the whole."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from lpgminutes.domain.action_log.query import ActionListing
from lpgminutes.domain.action_log.query_reading import QueryContext, QueryReading
from lpgminutes.domain.action_log.query_reading import read_query as read_words
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.markings import strictest
from lpgminutes.domain.reports import ActionLog
from lpgminutes.domain.working_days import WorkingDays
from lpgminutes.errors import NotFoundError, QueryError
from lpgminutes.services.ports import DateReader, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPage:
    """A stretch of a list of actions."""

    actions: tuple[ActionSummary, ...]
    start: int
    """The place of the first one in the list, from 0."""
    total: int
    """How many the whole list has."""


def read_query(
    text: str,
    *,
    today: dt.date,
    dates: DateReader | None = None,
    working_days: WorkingDays | None = None,
    me: str = "",
) -> QueryReading:
    """Return what is asked for by the words of a filter, with what of it is not understood; nothing is refused.

    ``me`` is the name behind ``owner:me``. Days that the short forms do not know are read by ``dates``.
    """
    context = QueryContext(today=today, working_days=working_days, read_day=_day_reader(dates, today), me=me)
    return read_words(text, context)


def understood(reading: QueryReading, text: str) -> QueryReading:
    """Return a reading that has no problems, or refuse it with the first of them and where it stands."""
    if reading.problems:
        first = reading.problems[0]
        raise QueryError(f"At “{text[first.start : first.end][:40]}”: {first.sentence}")
    return reading


def page(store: Store, listing: ActionListing, *, start: int = 0, limit: int) -> ActionPage:
    """Return a stretch of a list and how long the whole is, both of one state of the records."""
    with store.lists() as lists:
        actions = lists.page(listing, start=start, limit=limit)
        return ActionPage(actions=actions, start=start, total=lists.count(listing))


def listed(store: Store, listing: ActionListing, *, most: int | None = None) -> tuple[ActionSummary, ...]:
    """Return a whole list, or so many of it at the most."""
    with store.lists() as lists:
        return lists.page(listing, limit=most)


def log_of(store: Store, listing: ActionListing, *, most: int | None = None) -> ActionLog:
    """Return a list as it is printed: with the body it is of, and the strictest marking of what it quotes."""
    with store.read() as records:
        actions = records.actions.page(listing, limit=most)
        meetings = records.meetings.summaries(today=listing.query.today)
    quoted = {action.meeting_ref for action in actions}
    names = {meeting.series_name for meeting in meetings if meeting.ref in quoted}
    return ActionLog(
        title=f"Action log: {names.pop()}" if len(names) == 1 else "Action log",
        marking=strictest(meeting.marking for meeting in meetings if meeting.ref in quoted),
        as_at=listing.query.today,
        actions=actions,
    )


def refuse_unknown_series(store: Store, short_name: str) -> None:
    """Refuse a body that is not kept, with the names of those that are."""
    with store.read() as records:
        if records.series.find(short_name) is None:
            known = ", ".join(series.short_name for series in records.series.all()) or "none yet"
            raise NotFoundError(f"There is no body {short_name[:40]}. Known: {known}.")


def ids(store: Store, listing: ActionListing) -> tuple[int, ...]:
    """Return the ids of a whole list in its order: to say where one is, or to select all."""
    with store.lists() as lists:
        return lists.ids(listing)


def _day_reader(dates: DateReader | None, today: dt.date) -> Callable[[str], dt.date | None] | None:
    return None if dates is None else lambda words: dates.read(words, on=today).due
