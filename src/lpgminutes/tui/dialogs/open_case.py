"""Asks for a case: the request, and the meetings in its scope."""

import contextlib
import datetime as dt
import re
from collections.abc import Sequence

from lpgminutes.domain.cases import refuse_impossible_receipt
from lpgminutes.domain.meetings import MeetingSummary
from lpgminutes.domain.sayings.written_dates import WrittenDay, dates_in, days_in, long_date, no_such_day, short_date
from lpgminutes.domain.working_days import WorkingDays, foi_due
from lpgminutes.errors import InputError
from lpgminutes.services.cases import NewCase
from lpgminutes.tui.dialogs.form import Field, Form
from lpgminutes.tui.text import counted

_MOST_NAMED = 3
"""Meetings that are named in a sentence."""


class OpenCase(Form[NewCase]):
    """Reference, receipt, meetings and handler; the date by which it must be answered follows from the receipt."""

    def __init__(
        self,
        meetings: Sequence[MeetingSummary],
        draft: NewCase,
        working_days: WorkingDays,
        *,
        today: dt.date,
        is_new: bool = True,
        problem: str = "",
    ) -> None:
        super().__init__(problem)
        self._meetings = {meeting.ref.casefold(): meeting for meeting in meetings}
        self._draft = draft
        self._working_days = working_days
        self._today = today
        self._is_new = is_new

    def heading(self) -> str:
        """Say whether it is a new one."""
        return "Open a case" if self._is_new else f"Put the case {self._draft.renames} right"

    def fields(self) -> tuple[Field, ...]:
        """Return the four fields."""
        draft = self._draft
        received = draft.received.isoformat() if draft.received else ""
        reference = Field(id="reference", label="Reference", read=_read_reference, value=draft.reference)
        return (
            *((reference,) if self._is_new else ()),
            Field(
                id="received",
                label="Received",
                read=self._read_received,
                value=received,
                is_replaced=self._is_new,
            ),
            Field(
                id="meetings",
                label="Meetings",
                read=self._read_meetings,
                value=", ".join(draft.meetings),
                completions=tuple(meeting.ref for meeting in self._meetings.values()),
            ),
            Field(id="handler", label="Handled by", read=_read_handler, value=draft.handler),
            *(() if self._is_new else (reference,)),
        )

    def value(self) -> NewCase:
        """Return the case."""
        return NewCase(
            reference=self.typed("reference"),
            renames=self._draft.renames,
            meetings=self._refs(self.typed("meetings")),
            received=_day(self.typed("received"), self._today),
            handler=self.typed("handler"),
        )

    def _refs(self, typed: str) -> tuple[str, ...]:
        named = [name for name in re.split(r"[\s,;]+", typed) if name]
        for name in named:
            if name.casefold() not in self._meetings:
                raise InputError(f"There is no meeting {name[:40]}: there {self._those_known(name)}.")
        return tuple(dict.fromkeys(self._meetings[name.casefold()].ref for name in named))

    def _those_known(self, typed: str) -> str:
        """Return the meetings that may be meant: those of the body that is typed, else the first of all."""
        body = typed.partition("/")[0].casefold()
        refs = [meeting.ref for meeting in self._meetings.values()]
        meant = [ref for ref in refs if ref.casefold().startswith(f"{body}/")] or refs
        more = f" and {len(meant) - _MOST_NAMED} more" if len(meant) > _MOST_NAMED else ""
        return f"{'is' if len(meant) == 1 else 'are'} {', '.join(meant[:_MOST_NAMED])}{more}"

    def _read_meetings(self, typed: str) -> str:
        refs = self._refs(typed)
        if not refs:
            raise InputError(
                f"The minutes that the request asks for, with commas between them: there {self._those_known('')}."
            )
        first = self._meetings[refs[0].casefold()]
        return first.title if len(refs) == 1 else f"{counted(len(refs), 'meeting')}: each has its own withholdings."

    def _read_received(self, typed: str) -> str:
        day = _day(typed, self._today)
        if day is None:
            return "Empty: no date by which it must be answered is counted."
        refuse_impossible_receipt(day, today=self._today)
        due = long_date(foi_due(day, self._working_days))
        return f"{short_date(day)}: to be answered by {due}, the twentieth working day."


def _day(typed: str, today: dt.date) -> dt.date | None:
    """Return the day that is typed; one without a year is the latest that there was."""
    days = dates_in(typed) or tuple(filter(None, (_latest(day, today) for day in days_in(typed))))
    if typed and len(days) != 1:
        raise InputError(no_such_day(typed) or "The day on which the request came in, such as 3/7/2026 or 2026-07-03.")
    return days[0] if days else None


def _latest(day: WrittenDay, today: dt.date) -> dt.date | None:
    """Return the latest day that a day of a month can be that has come in already."""
    for year in (today.year, today.year - 1):
        with contextlib.suppress(ValueError):  # the 29th of a February that has none
            if (found := dt.date(year, day.month, day.day)) <= today:
                return found
    return None


def _read_reference(typed: str) -> str:
    if not typed:
        raise InputError("The reference of the request, such as FOI2026/101.")
    return "Printed on the release copy, and in the names of its files."


def _read_handler(typed: str) -> str:
    return "Who deals with the request." if typed else "Empty: whoever opens it."
