"""Asks for a few words in one field."""

from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form


class AskLine(Form[str]):
    """One field, and under it what the words are for."""

    def __init__(self, heading: str, label: str, purpose: str, value: str = "") -> None:
        super().__init__()
        self._heading, self._label, self._purpose, self._value = heading, label, purpose, value

    @property
    def HEADING(self) -> str:  # type: ignore[override]  # noqa: N802 - the form's own name for it
        """What is asked."""
        return self._heading

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        return (Field(id="words", label=self._label, read=self._said, value=self._value),)

    def value(self) -> str:
        """Return the words."""
        return self.typed("words")

    def _said(self, typed: str) -> str:
        if not typed:
            raise InputError(self._purpose)
        return self._purpose
