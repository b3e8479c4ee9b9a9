"""Asks for the record that an exemption needs, once for everything that is withheld under it without."""

from dataclasses import dataclass

from lpgminutes.domain.exemptions import Exemption, advice
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form
from lpgminutes.tui.text import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The record as it was typed; what was not asked for is empty."""

    public_interest: str = ""
    qualified_person: str = ""


class AskRecord(Form[Recorded]):
    """The public interest test, or the qualified person's opinion."""

    def __init__(self, exemption: Exemption, *, count: int, is_opinion: bool) -> None:
        super().__init__()
        self._exemption, self._count, self._is_opinion = exemption, count, is_opinion

    def heading(self) -> str:
        """Say what is recorded."""
        what = "The qualified person's opinion" if self._is_opinion else "The public interest test"
        return f"{what} for {self._exemption.citation()}"

    def words(self) -> str:
        """Say what it is recorded with, and what to mind."""
        minded = advice(self._exemption)[:1] if self._is_opinion else ()
        return "\n".join((f"It is recorded with {counted(self._count, 'withholding')} under it.", *minded))

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        if self._is_opinion:
            return (Field(id="record", label="Opinion of", read=_read_opinion),)
        return (Field(id="record", label="Test", read=_read_test),)

    def value(self) -> Recorded:
        """Return the record."""
        typed = self.typed("record")
        return Recorded(qualified_person=typed) if self._is_opinion else Recorded(public_interest=typed)


def _read_test(typed: str) -> str:
    if not typed:
        raise InputError("Why withholding it outweighs disclosing it. It is printed in the letter to the requester.")
    return "Printed in the letter to the requester."


def _read_opinion(typed: str) -> str:
    if not typed:
        raise InputError("Who gave the reasonable opinion, and when. It is printed in the letter to the requester.")
    return "Printed in the letter to the requester."
