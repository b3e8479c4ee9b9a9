"""Asks which meeting is to be started."""

import datetime as dt
from typing import TYPE_CHECKING

from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.sayings.written_dates import weekday_date
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form, said_of_marking
from lpgminutes.tui.messages.home import NewMeeting

if TYPE_CHECKING:
    from lpgminutes.domain.meeting_plan import MeetingPlan
    from lpgminutes.services.ports import DateReader


class StartMeeting(Form[NewMeeting]):
    """Series, date, title and marking; what the last minutes and the series say is filled in."""

    HEADING = "Start a meeting"

    def __init__(
        self,
        series: tuple[Series, ...],
        proposed: "MeetingPlan",
        draft: NewMeeting | None = None,
        problem: str = "",
        *,
        today: dt.date,
        dates: "DateReader",
    ) -> None:
        super().__init__(problem)
        self._series = {body.short_name: body for body in series}
        self._proposed = proposed
        self._draft = draft
        self._today = today
        self._dates = dates

    def fields(self) -> tuple[Field, ...]:
        """Return the four fields."""
        draft = self._draft
        series = draft.series if draft else self._proposed.series.short_name
        day = draft.date if draft else self._proposed.date or self._today
        marking = draft.marking.as_written if draft else self._marking_of(series)
        return (
            Field(id="series", label="Series", read=self._read_series, value=series),
            Field(
                id="date",
                label="Date",
                read=self._read_date,
                value=day.isoformat() if day else "",
                is_replaced=True,
            ),
            Field(id="title", label="Title", read=self._read_title, value=draft.title if draft else ""),
            Field(id="marking", label="Marking", read=_read_marking, value=marking),
        )

    def first_field(self) -> str:
        """Begin at the day: the series is that of the list, and the rest follows from it."""
        return "date"

    def value(self) -> NewMeeting:
        """Return the meeting."""
        return NewMeeting(
            series=self.typed("series").lower(),
            date=self._day(self.typed("date")),
            title=self.typed("title"),
            marking=read_marking(self.typed("marking")),
        )

    def field_changed(self, field: str) -> None:
        """Take over the marking of the series, unless another one is typed."""
        if field != "series":
            return
        from textual.widgets import Input

        marking = self.query_one("#marking", Input)
        known = {self._marking_of(short_name) for short_name in self._series} | {""}
        if marking.value in known:
            marking.value = self._marking_of(self.typed("series"))

    def _marking_of(self, short_name: str) -> str:
        body = self._series.get(short_name.lower())
        if body and body.marking:
            return body.marking.as_written
        previous = self._proposed.previous
        is_proposed = body is not None and body.short_name == self._proposed.series.short_name
        return previous.marking.as_written if previous and is_proposed else ""

    def _read_series(self, typed: str) -> str:
        body = self._series.get(typed.lower())
        if body is None:
            raise InputError(f"One of: {', '.join(self._series)}.")
        return body.name

    def _day(self, typed: str) -> dt.date | None:
        from lpgminutes.services.meeting_life import meeting_day

        return meeting_day(typed, today=self._today, dates=self._dates) if typed else None

    def _read_date(self, typed: str) -> str:
        day = self._day(typed)
        if day is None:
            return "No date: that which the last minutes name, where they name one."
        is_named = day == self._proposed.date and self.typed("series").lower() == self._proposed.series.short_name
        return f"{weekday_date(day)}{', as the last minutes say' if is_named else ''}."

    def _read_title(self, typed: str) -> str:
        if typed:
            return "Printed as the title of the minutes."
        body = self._series.get(self.typed("series").lower())
        previous = self._proposed.previous
        if previous is not None and body == self._proposed.series:
            return f"Empty: {previous.title}, as last time."
        return f"Empty: {body.name} is the title." if body else "Empty: the name of the series is the title."


def _read_marking(typed: str) -> str:
    if not typed:
        raise InputError("OFFICIAL or OFFICIAL-SENSITIVE, with what follows it.")
    return said_of_marking(typed)
