"""Asks for the evidence that actions are done."""

from lpgminutes.domain.action_log.changes import Close
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, needed
from lpgminutes.tui.dialogs.form import Field


class CloseActions(ActionDialog[Close]):
    """The evidence goes into the history, and into the minutes."""

    VERB = "Close"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        read = needed(
            "What shows that it is done: a paper, a figure, who saw it.", "Goes into the log as the evidence."
        )
        return (Field(id="evidence", label="Evidence", read=read, value=self.draft.evidence if self.draft else ""),)

    def value(self) -> Close:
        """Return the change."""
        return Close(evidence=self.typed("evidence"))
