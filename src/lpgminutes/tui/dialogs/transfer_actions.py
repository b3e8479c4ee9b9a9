"""Asks which forum takes actions over."""

from lpgminutes.domain.action_log.changes import Transfer
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, needed, optional
from lpgminutes.tui.dialogs.form import Field


class TransferActions(ActionDialog[Transfer]):
    """Another body or log; here they are done with."""

    VERB = "Transfer"

    def fields(self) -> tuple[Field, ...]:
        """Return both fields."""
        draft = self.draft
        to = needed("The forum or the log that takes it over.", "It is no longer waited for here.")
        return (
            Field(id="to", label="To", read=to, value=draft.to if draft else ""),
            Field(id="why", label="Why", read=optional("May be left empty."), value=draft.why if draft else ""),
        )

    def value(self) -> Transfer:
        """Return the change."""
        return Transfer(to=self.typed("to"), why=self.typed("why"))
