"""Asks which action takes the place of others."""

from lpgminutes.domain.action_log.changes import Supersede
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, needed, optional
from lpgminutes.tui.dialogs.form import Field


class SupersedeActions(ActionDialog[Supersede]):
    """The other action is there already."""

    VERB = "Supersede"

    def fields(self) -> tuple[Field, ...]:
        """Return both fields."""
        draft = self.draft
        by = needed("The reference of the other action, such as AP0619-03.", "That action takes its place.")
        return (
            Field(id="by", label="By action", read=by, value=draft.by if draft else ""),
            Field(id="why", label="Why", read=optional("May be left empty."), value=draft.why if draft else ""),
        )

    def value(self) -> Supersede:
        """Return the change."""
        return Supersede(by=self.typed("by"), why=self.typed("why"))
