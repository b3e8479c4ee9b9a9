"""The head of the minutes: title, marking, day, hours, place, the next meeting, and whom to ask."""

import datetime as dt
from dataclasses import dataclass, replace

from lpgminutes.domain.corrections import standing_marks
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Contact, Meeting, NextMeeting
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.domain.sayings.written_times import hours_apart, read_hour
from lpgminutes.domain.text import clean_line
from lpgminutes.errors import InputError, StaleRecord, UsageError
from lpgminutes.services.correcting import writing
from lpgminutes.services.meeting_life import meeting_day
from lpgminutes.services.ports import DateReader, Interchange, Store

NOW = "now"
"""What is typed for the hour of this very minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadChange:
    """What is typed for the fields of the head: ``None`` leaves a field as it is, and empty takes out what it says."""

    title: str | None = None
    subtitle: str | None = None
    marking: str | None = None
    date: str | None = None
    start: str | None = None
    """An hour, or ``now``."""
    end: str | None = None
    location: str | None = None
    next_when: str | None = None
    """Day and hours of the next meeting, as in ``4 September, 14:00 to 16:00``."""
    next_location: str | None = None
    next_text: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadReader:
    """What days and hours are read with."""

    dates: DateReader
    now: dt.datetime
    """The moment in which it is typed, where the person is."""

    def day(self, typed: str, *, on: dt.date | None = None) -> dt.date | None:
        """Return the day that a phrase names, said ``on`` a day; of an empty one none."""
        return meeting_day(typed, today=on or self.now.date(), dates=self.dates) if typed else None

    def hour(self, typed: str, *, on: dt.date | None) -> dt.time | None:
        """Return the hour that is typed for a meeting ``on`` a day; of an empty field none."""
        if typed.casefold() != NOW:
            return read_hour(typed)
        if on != self.now.date():
            raise InputError("The meeting is not one of today: write the hour, as 10:15 or 2pm.")
        return self.now.time().replace(second=0, microsecond=0)


def set_head(
    store: Store,
    ref: str,
    change: HeadChange,
    *,
    reader: HeadReader,
    revision: int | None = None,
    who: str,
    why: str = "",
    interchange: Interchange | None = None,
) -> Meeting:
    """Change the head of the minutes; the meeting's ref follows its day. Returned without what hangs under it.

    ``revision`` is that of the meeting as it was seen.
    """
    with writing(store, ref, "change the head", who=who, why=why, interchange=interchange) as (work, meeting):
        if revision is not None and meeting.revision != revision:
            raise StaleRecord(
                f"The head of {meeting.ref} was changed by someone else meanwhile; nothing was saved. Look at it again."
            )
        wanted = with_head(meeting, change, reader)
        if wanted == meeting:
            raise UsageError(f"The head of {meeting.ref} says that already: nothing was changed.")
        return work.meetings.save_head(wanted)


def with_head(meeting: Meeting, change: HeadChange, reader: HeadReader) -> Meeting:
    """Return a meeting with its head as typed; what cannot be read, or cannot be so, is refused."""
    day = meeting.date if change.date is None else _day(change.date, reader)
    start = meeting.start if change.start is None else reader.hour(change.start.strip(), on=day)
    end = meeting.end if change.end is None else reader.hour(change.end.strip(), on=day)
    if (change.start, change.end) != (None, None):
        _refuse_backwards(start, end)
    wanted = replace(
        meeting,
        title=_title(meeting, change.title),
        subtitle=_line(change.subtitle, meeting.subtitle, "the subtitle"),
        marking=meeting.marking if change.marking is None else read_marking(change.marking),
        date=day,
        start=start,
        end=end,
        location=_line(change.location, meeting.location, "the place"),
        next_meeting=_next_meeting(meeting.next_meeting or NextMeeting(), change, reader, on=day),
        contact=_contact(meeting.contact or Contact(), change),
    )
    return replace(wanted, marks=standing_marks(meeting, wanted))


def _line(typed: str | None, before: str, what: str) -> str:
    return before if typed is None else clean_line(typed, what=what).text


def _title(meeting: Meeting, typed: str | None) -> str:
    title = _line(typed, meeting.title, "the title")
    if not title:
        raise InputError("The minutes need a title.")
    return title


def _day(typed: str, reader: HeadReader) -> dt.date:
    day = reader.day(typed.strip())
    if day is None:
        raise InputError("A meeting is named by its day: give another one, such as 27 June or next Thursday.")
    return day


def _refuse_backwards(start: dt.time | None, end: dt.time | None) -> None:
    if start and end and end < start:
        raise InputError(f"The meeting cannot have ended at {end:%H:%M}, before it began at {start:%H:%M}.")


def _next_meeting(
    before: NextMeeting, change: HeadChange, reader: HeadReader, *, on: dt.date | None
) -> NextMeeting | None:
    """Return what is known of the next meeting; its day is read as it is said at this one."""
    following = replace(
        before,
        location=_line(change.next_location, before.location, "the place of the next meeting"),
        text=_line(change.next_text, before.text, "the words on the next meeting"),
    )
    if change.next_when is not None:
        apart = hours_apart(change.next_when)
        if apart.rest:
            raise InputError(
                f"{apart.rest[:40]!r} is neither a day nor an hour: the place of the next meeting, "
                "and other words on it, have fields of their own."
            )
        day = reader.day(apart.phrase, on=on)
        following = replace(following, date=day, start=apart.start, end=apart.end)
        _refuse_backwards(apart.start, apart.end)
    is_dated = change.next_when is not None or change.date is not None
    if is_dated and on and following.date and following.date < on:
        raise InputError(
            f"The next meeting cannot be on {short_date(following.date)}, before this one on {short_date(on)}."
        )
    return following if following != NextMeeting() else None


def _contact(before: Contact, change: HeadChange) -> Contact | None:
    contact = Contact(
        name=_line(change.contact_name, before.name, "the contact"),
        email=_line(change.contact_email, before.email, "the address of the contact"),
    )
    return contact if contact != Contact() else None
