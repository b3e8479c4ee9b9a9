"""Asks for the head of the minutes: place, hours, the next meeting, title, day, marking, and whom to ask."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from lpgminutes.domain.meetings import Contact, Meeting, NextMeeting
from lpgminutes.domain.sayings.written_dates import weekday_date, when
from lpgminutes.services.meeting_head import HeadChange, HeadReader, with_head
from lpgminutes.tui.dialogs.form import Field, Form, said_of_marking

if TYPE_CHECKING:
    import datetime as dt


class SetHead(Form[HeadChange]):
    """What the head says is filled in; what comes back is only what was typed otherwise."""

    def __init__(
        self, meeting: Meeting, draft: HeadChange, problem: str = "", *, at: str = "", reader: HeadReader
    ) -> None:
        super().__init__(problem)
        self._meeting = meeting
        self._draft = draft
        self._at = at
        self._reader = reader
        self._stands = _standing(meeting)

    def heading(self) -> str:
        """Say whose head it is."""
        return f"The head of {self._meeting.ref}"

    def fields(self) -> tuple[Field, ...]:
        """Return the fields: what is noted during a meeting first."""
        return (
            self._field("location", "Place", lambda _: ""),
            self._field("start", "Start", lambda head: _said_of_hour(head.start), besides=("date",)),
            self._field("end", "End", lambda head: _said_of_hour(head.end), besides=("start", "date")),
            self._field("next_when", "Next meeting", _said_of_next, besides=("date",)),
            self._field("next_location", "Next place", lambda _: ""),
            self._field("next_text", "Next in words", lambda _: "Such as to be confirmed."),
            self._field("title", "Title", lambda _: ""),
            self._field("subtitle", "Subtitle", lambda _: "Printed under the title."),
            self._field("date", "Day", lambda head: f"{weekday_date(head.date)}." if head.date else "No day."),
            self._field("marking", "Marking", lambda head: said_of_marking(head.marking.as_written)),
            self._field("contact_name", "Contact", lambda _: "Whom to ask about the minutes."),
            self._field("contact_email", "E-mail", lambda _: ""),
        )

    def _field(self, name: str, label: str, said: Callable[[Meeting], str], *, besides: tuple[str, ...] = ()) -> Field:
        """Return a field that is read as the service will read it, with others that it depends on."""
        draft = getattr(self._draft, name)
        return Field(
            id=name,
            label=label,
            read=lambda _: said(with_head(self._meeting, self._change((name, *besides)), self._reader)),
            value=self._stands[name] if draft is None else draft,
        )

    def first_field(self) -> str:
        """Begin where it was asked for, or where something was typed before."""
        return self._at or next((name for name in self._stands if getattr(self._draft, name) is not None), "")

    def value(self) -> HeadChange:
        """Return what was typed otherwise than it stands."""
        return self._change(tuple(self._stands))

    def _change(self, names: tuple[str, ...]) -> HeadChange:
        typed = {name: self.typed(name) for name in names}
        return HeadChange(**{name: words for name, words in typed.items() if words != self._stands[name].strip()})


def _standing(meeting: Meeting) -> dict[str, str]:
    """Return what the head says now, as it can be typed."""
    following, contact = meeting.next_meeting or NextMeeting(), meeting.contact or Contact()
    return {
        "location": meeting.location,
        "start": when(None, meeting.start, None),
        "end": when(None, None, meeting.end),
        "next_when": when(following.date, following.start, following.end),
        "next_location": following.location,
        "next_text": following.text,
        "title": meeting.title,
        "subtitle": meeting.subtitle,
        "date": meeting.date.isoformat() if meeting.date else "",
        "marking": meeting.marking.as_written,
        "contact_name": contact.name,
        "contact_email": contact.email,
    }


def _said_of_hour(hour: "dt.time | None") -> str:
    return f"{when(None, hour, None)}." if hour else "Not said; type now for this very minute."


def _said_of_next(head: Meeting) -> str:
    following = head.next_meeting or NextMeeting()
    said = when(following.date, following.start, following.end)
    return f"{said}." if said else "Day and hours, such as 4 September, 14:00 to 16:00."
