"""One action with all that is shown beside it."""

from dataclasses import dataclass

from lpgminutes.domain.action_log.figures import ActionFigures, figures_of
from lpgminutes.domain.action_log.replay import as_minuted
from lpgminutes.domain.actions import Action, ActionSummary
from lpgminutes.domain.meetings import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDetail:
    """An action, where it came from and how it came to be what it is."""

    action: Action
    summary: ActionSummary
    """The same action as lists show it: its meeting, its body, its figures."""
    meeting_title: str
    minute: Block | None
    """The minute that it was raised in, with its points; ``None`` when it names none that is there."""

    @property
    def as_minuted(self) -> Action:
        """The action as the minutes have it, before every change."""
        return as_minuted(self.action)

    @property
    def figures(self) -> ActionFigures:
        """What follows from its history."""
        return figures_of(self.action)
