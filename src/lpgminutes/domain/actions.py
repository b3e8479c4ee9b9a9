"""Actions: agreed tasks that belong to a series and outlive the meeting that raised them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class ActionStatus(Enum):
    """The state of an action. Overdue, age and slips are derived, never kept."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    """The owner says it is done; the meeting has not yet agreed."""
    CLOSED = "closed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    TRANSFERRED = "transferred"

    @property
    def is_outstanding(self) -> bool:
        """Whether the body still waits for it."""
        return self in _OUTSTANDING


_OUTSTANDING = frozenset({ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.COMPLETE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEvent:
    """One entry of an action's append-only history."""

    date: dt.date | None = None
    who: str = ""
    what: str
    """What changed: ``due``, ``owner``, ``status``, ``text``, ``note``, ``carried`` …"""
    before: str = ""
    after: str = ""
    """What stands there since; of a note, its words."""
    meeting: str = ""
    """The ref of the meeting at which it changed."""
    why: str = ""
    """The reason; of a closing, the evidence."""
    taken_over_by: str = ""
    """The reference of the action that replaces it, or the forum that it was handed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An agreed task."""

    id: int | None = None
    revision: int = 1
    ref: str | None = None
    """Its permanent reference in the series."""
    owners: tuple[str, ...] = ()
    """Who must do it: persons, roles or organisations, as minuted."""
    text: str
    """The words as minuted."""
    due: dt.date | None = None
    due_as_written: str = ""
    raised_in: str | None = None
    """The number of the minute that it was raised in, as printed."""
    status: ActionStatus = ActionStatus.OPEN
    history: tuple[ActionEvent, ...] = ()

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it was due before ``today`` and is still waited for."""
        return self.due is not None and self.due < today and self.status.is_outstanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSummary:
    """What a list of actions shows, as the action stands on the day of the list."""

    id: int
    ref: str
    owners: tuple[str, ...]
    text: str
    due: dt.date | None
    due_as_written: str
    status: ActionStatus
    series_short_name: str
    meeting_ref: str
    raised_in: str
    meeting_id: int = 0
    block_id: int | None = None
    """The block that it stands in: where to jump to."""
    raised_on: dt.date | None = None
    """The day of the meeting that raised it."""
    original_due: dt.date | None = None
    """The first due date that it was ever given."""
    slips: int = 0
    """How often its due date was moved to a later one."""
    slip_days: int = 0
    """By how many days those moves put it off."""
    carried: int = 0
    """How often a meeting kept it open."""
    settled_on: dt.date | None = None
    """The day on which it was closed, or otherwise done with."""
    last_note: str = ""

    def is_overdue(self, today: dt.date) -> bool:
        """Whether it was due before ``today`` and is still waited for."""
        return self.due is not None and self.due < today and self.status.is_outstanding

    def days_overdue(self, today: dt.date) -> int:
        """Return by how many days it is overdue; 0 when it is not."""
        return (today - self.due).days if self.due is not None and self.is_overdue(today) else 0

    @property
    def is_late(self) -> bool:
        """Whether it was closed after the first due date that it was given."""
        return (
            self.status is ActionStatus.CLOSED
            and self.settled_on is not None
            and self.original_due is not None
            and self.settled_on > self.original_due
        )


def are_of_several_bodies(actions: Iterable[ActionSummary]) -> bool:
    """Whether some actions belong to more than one body, so that each has to be told with its own."""
    return len({action.series_short_name for action in actions}) > 1
