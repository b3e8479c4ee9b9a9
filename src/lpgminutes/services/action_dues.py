"""Due dates as they are typed for actions: read, or refused with what would be understood."""

import datetime as dt
from collections.abc import Sequence

from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.errors import InputError
from lpgminutes.services.ports import DateReader, Records, Store

Due = tuple[dt.date | None, str]
"""A due date as read, and its words as typed."""


def due_of_meeting(store: Store, ref: str, phrase: str, *, dates: DateReader, today: dt.date) -> Due:
    """Return a due date as it is said at a meeting."""
    if (day := _as_typed(phrase)) is not None:
        return day, ""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        following = records.meetings.next_after(meeting)
    return _settled(phrase, dates.read(phrase, on=meeting.date or today, next_meeting=following))


def due_of_actions(store: Store, refs: Sequence[str | int], phrase: str, *, dates: DateReader, on: dt.date) -> Due:
    """Return a due date as it is said of actions on a day; the next meeting is that of their body."""
    if (day := _as_typed(phrase)) is not None:
        return day, ""
    with store.read() as records:
        series = {records.actions.detail(records.actions.find(ref)).summary.series_short_name for ref in refs}
        days = {name: next_meeting_of(records, name, after=on) for name in sorted(series)}
    readings = {name: dates.read(phrase, on=on, next_meeting=day) for name, day in days.items()}
    if len({reading.due for reading in readings.values()}) > 1:
        told = ", ".join(f"{name} {reading.reading}" for name, reading in readings.items())
        raise InputError(f"{_short(phrase)} is another day for each body ({told}): re-date them body by body.")
    return _settled(phrase, next(iter(readings.values())))


def next_meeting_of(records: Records, series: str, *, after: dt.date) -> dt.date | None:
    """Return the day on which a body meets next, after a day: as was started, or as the latest minutes say."""
    held = records.meetings.summaries(today=after, series=series)
    coming = [meeting.date for meeting in held if meeting.date is not None and meeting.date > after]
    if coming:
        return min(coming)
    latest = next((meeting for meeting in held if meeting.date is not None), None)
    announced = records.meetings.next_after(records.meetings.get(latest.ref)) if latest else None
    return announced if announced is not None and announced > after else None


def _settled(phrase: str, reading: DueReading) -> Due:
    """Return what a phrase says; one that cannot be read, or may mean several days, is refused."""
    words = phrase.strip()
    if reading.names_no_day:
        raise InputError(f"{_short(words)}: {reading.reading}")
    if reading.kind is DueKind.UNREAD:
        raise InputError(f"{_short(words)} is not understood as a date: write it as 2019-08-01, or keep it as written.")
    if reading.kind is DueKind.ASK:
        raise InputError(f"{_short(words)}: {reading.question or reading.reading} Write the day as 2019-08-01.")
    return reading.due, words


def _as_typed(phrase: str) -> dt.date | None:
    """Return a day that is written out in full: whoever does so means it, also when it has passed."""
    try:
        return dt.date.fromisoformat(phrase.strip())
    except ValueError:
        return None


def _short(phrase: str) -> str:
    return f"“{phrase[:40]}{'…' if len(phrase) > 40 else ''}”"  # noqa: PLR2004 - so much is repeated
