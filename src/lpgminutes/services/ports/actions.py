"""What the services need to know of the actions."""

from typing import Protocol

from lpgminutes.domain.actions import Action, ActionSummary
from lpgminutes.domain.meetings import Block, Meeting, Series


class ActionRecords(Protocol):
    """The actions of every series."""

    def add(self, action: Action, *, meeting: Meeting, raised_in: Block | None) -> Action:
        """Keep a new action of the meeting's series."""

    def save(self, action: Action) -> Action:
        """Keep the edited action; a stale revision is refused."""

    def list(
        self, *, series: str | None = None, outstanding: bool = False, meeting: str | None = None
    ) -> tuple[ActionSummary, ...]:
        """Return actions by due date, those without one last."""

    def references(self, series: Series) -> frozenset[str]:
        """Return every reference in use in the series."""
