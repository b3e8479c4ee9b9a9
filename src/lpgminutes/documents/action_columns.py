"""The columns of the action log as a sheet: the same for CSV and for a spreadsheet."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.services.action_figures import age_in_days

Value = str | int | dt.date | None
"""What stands in a cell; ``None`` for nothing."""

_COMPLETE: Final = "complete, awaiting agreement"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, how many characters wide it is, and what stands in it on a day."""

    head: str
    width: int
    value: Callable[[ActionSummary, dt.date], Value]


def status_words(action: ActionSummary, as_at: dt.date) -> str:
    """Return the state of an action in words, how late it is among them."""
    status = _COMPLETE if action.status is ActionStatus.COMPLETE else action.status.value
    if not action.is_overdue(as_at):
        return status
    late = action.days_overdue(as_at)
    overdue = f"overdue {late} day{'' if late == 1 else 's'}"
    return overdue if action.status is ActionStatus.OPEN else f"{overdue}, {status}"


COLUMNS: Final = (
    Column("Reference", 13, lambda action, _: action.ref),
    Column("Action", 60, lambda action, _: action.text),
    Column("Owner", 24, lambda action, _: ", ".join(action.owners)),
    Column("Due", 12, lambda action, _: action.due),
    Column("Due as written", 18, lambda action, _: action.due_as_written),
    Column("First due", 12, lambda action, _: action.original_due),
    Column("Slips", 7, lambda action, _: action.slips),
    Column("Days slipped", 9, lambda action, _: action.slip_days),
    Column("Status", 12, lambda action, _: action.status.value),
    Column("Overdue", 10, lambda action, day: "overdue" if action.is_overdue(day) else ""),
    Column("Days overdue", 9, lambda action, day: action.days_overdue(day) or None),
    Column("Age in days", 8, age_in_days),
    Column("Raised", 12, lambda action, _: action.raised_on),
    Column("Meeting", 16, lambda action, _: action.meeting_ref),
    Column("Minute", 8, lambda action, _: action.raised_in),
    Column("Done with on", 12, lambda action, _: action.settled_on),
    Column("Last note", 40, lambda action, _: action.last_note),
)
