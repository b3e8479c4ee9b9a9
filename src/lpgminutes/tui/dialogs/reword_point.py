"""Asks for other words for a point of the minutes."""

from lpgminutes.tui.dialogs.action_dialog import needed
from lpgminutes.tui.dialogs.form import Field, Form


class RewordPoint(Form[str]):
    """The label stays: it says which action the point is about."""

    HEADING = "Edit the line of the minutes"

    def __init__(self, label: str, text: str, problem: str = "") -> None:
        super().__init__(problem)
        self._label = label
        self._text = text

    def words(self) -> str:
        """Show what the line is about, and what it says."""
        return f"{self._label}: {self._text}"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        read = needed("What became of the action.", "Stands in the minutes after the label.")
        return (Field(id="text", label="Line", read=read, value=" ".join(self._text.split())),)

    def value(self) -> str:
        """Return the words."""
        return self.typed("text")
