"""Puts right what a reading says of the meeting as a whole."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.corrections import standing_marks
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Meeting, NextMeeting
from lpgminutes.domain.parts import PartKind
from lpgminutes.domain.sayings.written_dates import dates_in, long_date, no_such_day
from lpgminutes.domain.sayings.written_times import read_hour
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form, said_of_marking

_FIELDS = {
    PartKind.TITLE: "title",
    PartKind.BODY: "body",
    PartKind.DATE: "date",
    PartKind.TIME: "start",
    PartKind.PLACE: "place",
    PartKind.MARKING: "marking",
    PartKind.NEXT_MEETING: "next",
}


class CorrectHead(Form[Meeting]):
    """Title, body, date, hours, place, marking and the next meeting."""

    HEADING = "Put the head of the minutes right"

    def __init__(self, meeting: Meeting, at: PartKind) -> None:
        super().__init__()
        self._meeting = meeting
        self._at = at

    def fields(self) -> tuple[Field, ...]:
        """Return the fields, each with what was read."""
        read = self._meeting
        following = read.next_meeting
        day = following.date.isoformat() if following and following.date else ""
        return (
            Field(id="title", label="Title", read=_read_title, value=read.title),
            Field(id="subtitle", label="Subtitle", read=lambda _: "Printed under the title.", value=read.subtitle),
            Field(id="date", label="Date", read=_read_date, value=read.date.isoformat() if read.date else ""),
            Field(id="start", label="Start", read=_read_hour, value=_hour(read.start)),
            Field(id="end", label="End", read=_read_hour, value=_hour(read.end)),
            Field(id="place", label="Place", read=lambda _: "", value=read.location),
            Field(id="marking", label="Marking", read=_read_marking, value=read.marking.as_written),
            Field(id="body", label="Body", read=_read_body, value=read.series.name),
            Field(id="short", label="Short name", read=_read_short_name, value=read.series.short_name),
            Field(id="next", label="Next meeting", read=_read_date, value=day),
        )

    def first_field(self) -> str:
        """Begin at the field that is to be put right."""
        return _FIELDS[self._at]

    def value(self) -> Meeting:
        """Return the meeting as it is put right."""
        read = self._meeting
        marking = self.typed("marking")
        corrected = replace(
            read,
            title=self.typed("title"),
            subtitle=self.typed("subtitle"),
            date=_day(self.typed("date")),
            start=read_hour(self.typed("start")),
            end=read_hour(self.typed("end")),
            location=self.typed("place"),
            marking=read.marking if marking == read.marking.as_written else read_marking(marking),
            series=replace(read.series, name=self.typed("body"), short_name=self.typed("short").lower()),
            next_meeting=self._next(_day(self.typed("next"))),
        )
        return replace(corrected, marks=standing_marks(read, corrected))

    def _next(self, day: dt.date | None) -> NextMeeting | None:
        following = self._meeting.next_meeting
        if following is None:
            return NextMeeting(date=day) if day else None
        return replace(following, date=day)


def _read_title(typed: str) -> str:
    if not typed:
        raise InputError("The minutes need a title.")
    return "Printed at the top of the minutes."


def _read_body(typed: str) -> str:
    if not typed:
        raise InputError("The name of the standing body, as it is printed on the minutes.")
    return "The standing body that met."


def _read_short_name(typed: str) -> str:
    if not typed or not all(character.isalnum() or character in "-_" for character in typed):
        raise InputError("Letters, digits and hyphens, such as lpg: it is typed to name a meeting.")
    return "A body of this short name gets the meeting; a new one is added."


def _day(typed: str) -> dt.date | None:
    days = dates_in(typed)
    if typed and len(days) != 1:
        raise InputError(no_such_day(typed) or "A date such as 27/6/2019, 2019-06-27 or 27 June 2019.")
    return days[0] if days else None


def _read_date(typed: str) -> str:
    day = _day(typed)
    return f"{long_date(day)}." if day else "No date."


def _hour(moment: dt.time | None) -> str:
    return moment.strftime("%H:%M") if moment else ""


def _read_hour(typed: str) -> str:
    moment = read_hour(typed)
    return f"{_hour(moment)}." if moment else "Not said."


def _read_marking(typed: str) -> str:
    if not typed:
        raise InputError("OFFICIAL or OFFICIAL-SENSITIVE, with what follows it.")
    return said_of_marking(typed)
