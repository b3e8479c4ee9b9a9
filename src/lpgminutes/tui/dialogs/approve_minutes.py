"""Asks when and where minutes were agreed, and what had to be put right in them."""

import datetime as dt
import re
from typing import TYPE_CHECKING

from lpgminutes.domain.sayings.written_dates import weekday_date
from lpgminutes.tui.dialogs.form import Field, Form
from lpgminutes.tui.messages.finishing import Agreed
from lpgminutes.tui.text import counted

if TYPE_CHECKING:
    from lpgminutes.services.ports import DateReader

_BETWEEN = re.compile(r"\s*;\s*")


class ApproveMinutes(Form[Agreed]):
    """The meeting that agreed them, the day, and the corrections."""

    def __init__(self, draft: Agreed, problem: str = "", *, today: dt.date, dates: "DateReader") -> None:
        super().__init__(problem)
        self._draft = draft
        self._today = today
        self._dates = dates

    def heading(self) -> str:
        """Say which minutes."""
        return f"The minutes of {self._draft.ref} were agreed as a true record"

    def fields(self) -> tuple[Field, ...]:
        """Return the three fields."""
        draft = self._draft
        day = draft.date.isoformat() if draft.date else ""
        return (
            Field(id="at", label="At", read=_read_at, value=draft.at),
            Field(id="date", label="On", read=self._read_date, value=day),
            Field(id="corrections", label="Corrections", read=_read_corrections, value="; ".join(draft.corrections)),
        )

    def first_field(self) -> str:
        """Begin at the corrections where it is known who agreed."""
        return "corrections" if self._draft.at else "at"

    def value(self) -> Agreed:
        """Return what was said."""
        return Agreed(
            ref=self._draft.ref,
            at=self.typed("at"),
            date=self._day(self.typed("date")),
            corrections=_corrections(self.typed("corrections")),
        )

    def _day(self, typed: str) -> dt.date | None:
        from lpgminutes.services.meeting_life import meeting_day

        return meeting_day(typed, today=self._today, dates=self._dates) if typed else None

    def _read_date(self, typed: str) -> str:
        day = self._day(typed)
        return f"{weekday_date(day)}." if day else "The day of that meeting."


def _corrections(typed: str) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN.split(typed)))


def _read_at(typed: str) -> str:
    return "The meeting that agreed them." if typed else "Empty: agreed otherwise than at a meeting that is kept here."


def _read_corrections(typed: str) -> str:
    found = _corrections(typed)
    if not found:
        return "None: as they stand. Several are parted by a semicolon."
    return f"{counted(len(found), 'correction')}, kept with the approval; making them is a version of its own."
