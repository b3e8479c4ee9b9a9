"""Asks for another due date, in the words of an office, and why."""

import datetime as dt
from typing import TYPE_CHECKING

from lpgminutes.domain.action_log.changes import Redate
from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, Subject, date_history, needed
from lpgminutes.tui.dialogs.form import Field

if TYPE_CHECKING:
    from lpgminutes.services.ports import DateReader


class RedateActions(ActionDialog[Redate]):
    """The phrase is read as it is typed."""

    VERB = "Re-date"

    def __init__(
        self,
        subject: Subject,
        draft: Redate | None = None,
        problem: str = "",
        *,
        reader: "DateReader",
        on: dt.date,
        next_meeting: dt.date | None = None,
    ) -> None:
        super().__init__(subject, draft, problem)
        self._reader = reader
        self._on = on
        self._next_meeting = next_meeting

    def words(self) -> str:
        """Show the action, when it is due, and how often that slipped."""
        action = self.subject.action
        return "\n".join((self.subject.words, date_history(action))) if action else ""

    def fields(self) -> tuple[Field, ...]:
        """Return both fields."""
        draft = self.draft
        why = needed("Why it slips: this goes into the log.", "Goes into the log as the reason.")
        return (
            Field(id="due", label="New date", read=self._read_due, value=draft.due_as_written if draft else ""),
            Field(id="why", label="Why", read=why, value=draft.why if draft else ""),
        )

    def value(self) -> Redate:
        """Return the change."""
        reading = self._reading(self.typed("due"))
        return Redate(due=reading.due, due_as_written=reading.phrase, why=self.typed("why"))

    def _read_due(self, typed: str) -> str:
        if not typed:
            raise InputError("A date such as 1 Aug, next Friday or two weeks today.")
        reading = self._reading(typed)
        if reading.kind is DueKind.ASK:
            raise InputError(" ".join(filter(None, (reading.question, reading.reading))))
        if reading.kind is DueKind.UNREAD:
            raise InputError(reading.reading if reading.names_no_day else f"This is {reading.reading}.")
        return f"Read as {reading.reading}." if reading.due else f"{reading.reading[:1].upper()}{reading.reading[1:]}."

    def _reading(self, typed: str) -> DueReading:
        return self._reader.read(typed, on=self._on, next_meeting=self._next_meeting)
