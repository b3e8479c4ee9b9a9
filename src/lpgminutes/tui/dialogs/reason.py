"""Asks why minutes that went out are corrected."""

from typing import ClassVar

from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form


class Reason(Form[str]):
    """One field: the reason, which is kept with the new version."""

    HEADING: ClassVar[str] = "These minutes went out: why are they corrected?"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        return (Field(id="why", label="Because", read=_said),)

    def value(self) -> str:
        """Return the reason."""
        return self.typed("why")


def _said(typed: str) -> str:
    if not typed:
        raise InputError("A few words: they are kept with the version that the correction makes.")
    return "Kept with the version that the correction makes."
