"""Asks why something is done to a withholding or a finding; the words stay in the register."""

from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form


class SayWhy(Form[str]):
    """What is done, its consequence, and the reason."""

    def __init__(self, heading: str, consequence: str, *, is_needed: bool) -> None:
        super().__init__()
        self._heading, self._consequence, self._is_needed = heading, consequence, is_needed

    def heading(self) -> str:
        """Say what is done."""
        return self._heading

    def words(self) -> str:
        """Say what follows from it."""
        return self._consequence

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        return (Field(id="why", label="Because", read=self._said),)

    def value(self) -> str:
        """Return the reason."""
        return self.typed("why")

    def _said(self, typed: str) -> str:
        if not typed and self._is_needed:
            raise InputError("A few words: they stay in the register.")
        return "Stays in the register." if typed else "May stay empty."
