"""Asks for a note."""

from lpgminutes.domain.action_log.changes import AddNote
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, needed
from lpgminutes.tui.dialogs.form import Field


class NoteActions(ActionDialog[AddNote]):
    """What somebody said about it."""

    VERB = "Add a note to"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        read = needed("What there is to know about it.", "Goes into the history of the action.")
        return (Field(id="note", label="Note", read=read, value=self.draft.text if self.draft else ""),)

    def value(self) -> AddNote:
        """Return the change."""
        return AddNote(text=self.typed("note"))
