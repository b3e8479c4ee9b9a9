"""Asks for the day whose log is to be shown."""

import datetime as dt
from dataclasses import dataclass

from lpgminutes.domain.sayings.written_dates import dates_in, long_date, no_such_day
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form


@dataclass(frozen=True, slots=True)
class LogDay:
    """The day of the log; ``None`` for the log as it is now."""

    day: dt.date | None


class AsAt(Form[LogDay]):
    """A day that has been; empty for now."""

    HEADING = "Show the log as it was"

    def __init__(self, shown: dt.date | None, today: dt.date) -> None:
        super().__init__()
        self._shown = shown
        self._today = today

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        value = self._shown.isoformat() if self._shown else ""
        return (Field(id="day", label="As at", read=self._read_day, value=value),)

    def value(self) -> LogDay:
        """Return the day."""
        return LogDay(self._day(self.typed("day")))

    def _read_day(self, typed: str) -> str:
        day = self._day(typed)
        return f"As at the end of {long_date(day)}." if day else "Empty: the log as it is now."

    def _day(self, typed: str) -> dt.date | None:
        if not typed or typed.casefold() == "today":
            return None
        days = dates_in(typed)
        if len(days) != 1:
            raise InputError(no_such_day(typed) or "A date such as 27/6/2019, 2019-06-27 or 27 June 2019.")
        if days[0] > self._today:
            raise InputError(f"{long_date(days[0])} has not been yet.")
        return days[0] if days[0] != self._today else None
