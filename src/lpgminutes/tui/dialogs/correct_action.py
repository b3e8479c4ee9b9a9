"""Puts an action right: who, what, by when."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from lpgminutes.domain.actions import Action
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form

if TYPE_CHECKING:
    from lpgminutes.domain.due_dates import DueReading

_BETWEEN = ";"


class CorrectAction(Form[Action]):
    """Owners, words, due date, reference and the minute that raised it."""

    HEADING = "Put the action right"

    def __init__(self, action: Action, *, said_on: dt.date, next_meeting: dt.date | None) -> None:
        super().__init__()
        self._action = action
        self._said_on = said_on
        self._next_meeting = next_meeting

    def fields(self) -> tuple[Field, ...]:
        """Return the fields, each with what was read."""
        action = self._action
        due = action.due_as_written or (action.due.isoformat() if action.due else "")
        return (
            Field(id="owners", label="Owners", read=_read_owners, value=f"{_BETWEEN} ".join(action.owners)),
            Field(id="text", label="Action", read=_read_text, value=action.text),
            Field(id="due", label="Due", read=self._read_due, value=due),
            Field(id="ref", label="Reference", read=_read_ref, value=action.ref or ""),
            Field(id="raised", label="Raised in", read=_read_raised, value=action.raised_in or ""),
        )

    def value(self) -> Action:
        """Return the action as it is put right."""
        typed = self.typed("due")
        reading = self._due(typed) if typed else None
        unchanged = typed == self._action.due_as_written and self._action.due is not None
        return replace(
            self._action,
            owners=tuple(owner.strip() for owner in self.typed("owners").split(_BETWEEN) if owner.strip()),
            text=self.typed("text"),
            due=self._action.due if unchanged else reading.due if reading else None,
            due_as_written=typed,
            ref=self.typed("ref") or None,
            raised_in=self.typed("raised") or None,
        )

    def _due(self, typed: str) -> "DueReading":
        from lpgminutes.bootstrap import house_dates

        return house_dates().read(typed, on=self._said_on, next_meeting=self._next_meeting)

    def _read_due(self, typed: str) -> str:
        if not typed:
            return "No date."
        reading = self._due(typed)
        return f"{reading.question or reading.reading}" + ("" if reading.due else " Kept as words.")


def _read_owners(typed: str) -> str:
    owners = [owner.strip() for owner in typed.split(_BETWEEN) if owner.strip()]
    return f"{len(owners)} owners." if len(owners) > 1 else "" if owners else "Nobody yet. Several are parted by ;"


def _read_text(typed: str) -> str:
    if not typed:
        raise InputError("What is to be done is missing.")
    return typed


def _read_ref(typed: str) -> str:
    return "As printed." if typed else "Given when the action is kept, where the body has a pattern."


def _read_raised(typed: str) -> str:
    return f"Minute {typed}." if typed else "No minute."
