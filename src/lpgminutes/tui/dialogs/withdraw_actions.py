"""Asks why actions are no longer needed."""

from lpgminutes.domain.action_log.changes import Withdraw
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, needed
from lpgminutes.tui.dialogs.form import Field


class WithdrawActions(ActionDialog[Withdraw]):
    """The reason goes into the history."""

    VERB = "Withdraw"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        read = needed("Why it is no longer needed.", "Goes into the log as the reason.")
        return (Field(id="why", label="Why", read=read, value=self.draft.why if self.draft else ""),)

    def value(self) -> Withdraw:
        """Return the change."""
        return Withdraw(why=self.typed("why"))
