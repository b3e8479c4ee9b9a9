"""Asks why actions are not done after all."""

from lpgminutes.domain.action_log.changes import Reopen
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, needed
from lpgminutes.tui.dialogs.form import Field


class ReopenActions(ActionDialog[Reopen]):
    """They are waited for again."""

    VERB = "Reopen"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        read = needed("Why it is not done after all.", "It is open again, with its date.")
        return (Field(id="why", label="Why", read=read, value=self.draft.why if self.draft else ""),)

    def value(self) -> Reopen:
        """Return the change."""
        return Reopen(why=self.typed("why"))
