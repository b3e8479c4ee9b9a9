"""Asks for a meeting."""

import datetime as dt

from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.written_dates import dates_in, long_date
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form, said_of_marking
from lpgminutes.tui.messages.home import NewMeeting


class AddMeeting(Form[NewMeeting]):
    """Series, date, title and marking; the series fills in the marking."""

    HEADING = "Add a meeting"

    def __init__(
        self,
        series: tuple[Series, ...],
        chosen: Series,
        today: dt.date,
        draft: NewMeeting | None = None,
        problem: str = "",
    ) -> None:
        super().__init__(problem)
        self._series = {body.short_name: body for body in series}
        self._chosen = chosen
        self._today = today
        self._draft = draft

    def fields(self) -> tuple[Field, ...]:
        """Return the four fields."""
        draft = self._draft
        series = draft.series if draft else self._chosen.short_name
        day = draft.date if draft else self._today
        marking = draft.marking.as_written if draft else self._marking_of(series)
        return (
            Field(id="series", label="Series", read=self._read_series, value=series),
            Field(id="date", label="Date", read=_read_date, value=day.isoformat() if day else ""),
            Field(id="title", label="Title", read=self._read_title, value=draft.title if draft else ""),
            Field(id="marking", label="Marking", read=_read_marking, value=marking),
        )

    def value(self) -> NewMeeting:
        """Return the meeting."""
        return NewMeeting(
            series=self.typed("series").lower(),
            date=_day(self.typed("date")),
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
        return body.marking.as_written if body and body.marking else ""

    def _read_series(self, typed: str) -> str:
        body = self._series.get(typed.lower())
        if body is None:
            raise InputError(f"One of: {', '.join(self._series)}.")
        return body.name

    def _read_title(self, typed: str) -> str:
        if typed:
            return "Printed as the title of the minutes."
        body = self._series.get(self.typed("series").lower())
        return f"Empty: {body.name} is the title." if body else "Empty: the name of the series is the title."


def _day(typed: str) -> dt.date | None:
    days = dates_in(typed)
    if typed and len(days) != 1:
        raise InputError("A date such as 27/6/2019, 2019-06-27 or 27 June 2019.")
    return days[0] if days else None


def _read_date(typed: str) -> str:
    day = _day(typed)
    return f"{long_date(day)}." if day else "No date is set yet."


def _read_marking(typed: str) -> str:
    if not typed:
        raise InputError("OFFICIAL or OFFICIAL-SENSITIVE, with what follows it.")
    return said_of_marking(typed)
