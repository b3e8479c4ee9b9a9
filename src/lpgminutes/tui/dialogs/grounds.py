"""Asks for the reason of a withholding, and for the record that its exemptions need."""

from collections.abc import Sequence
from typing import ClassVar

from lpgminutes.domain.exemptions import Exemption, advice
from lpgminutes.domain.withholding import Grounds
from lpgminutes.tui.dialogs.form import Field, Form

_MOST_ADVICE = 2


class AskGrounds(Form[Grounds]):
    """The reason, and where they are needed the public interest test and the qualified person's opinion.

    Esc goes back to choosing exemptions, and what was typed is kept for whoever comes here again.
    """

    LEFT_BY_ESCAPE: ClassVar[str] = "Go back"

    def __init__(self, heading: str, exemptions: Sequence[Exemption], before: Grounds | None = None) -> None:
        super().__init__()
        self._heading = heading
        self._exemptions = tuple(exemptions)
        self._before = before or Grounds(exemptions=())
        self.left_with: Grounds | None = None
        """What was typed when one went back; ``None`` where nothing was."""

    def heading(self) -> str:
        """Say what is withheld."""
        return self._heading

    def words(self) -> str:
        """Say what the exemptions are, and what to mind about them."""
        cited = "; ".join(f"{one.citation()}: {one.about} ({one.kind_words})" for one in self._exemptions)
        minded = [sentence for one in self._exemptions for sentence in advice(one)][:_MOST_ADVICE]
        return "\n".join((f"{cited}.", *minded))

    def fields(self) -> tuple[Field, ...]:
        """Return the fields that these exemptions need."""
        fields = [Field(id="reason", label="Reason", read=_read_reason, value=self._before.reason)]
        if any(one.needs_public_interest_test for one in self._exemptions):
            value = self._before.public_interest
            fields.append(Field(id="public-interest", label="Test", read=_read_test, value=value))
        if any(one.needs_qualified_person for one in self._exemptions):
            value = self._before.qualified_person
            fields.append(Field(id="qualified-person", label="Opinion of", read=_read_opinion, value=value))
        return tuple(fields)

    def value(self) -> Grounds:
        """Return the grounds."""
        return Grounds(
            exemptions=self._exemptions,
            reason=self.typed("reason"),
            public_interest=self._typed_if_asked("public-interest"),
            qualified_person=self._typed_if_asked("qualified-person"),
        )

    def action_cancel(self) -> None:
        """Close without grounds."""
        if any(self.typed(field.id) != field.value.strip() for field in self.fields()):
            self.left_with = self.value()
        super().action_cancel()

    def _typed_if_asked(self, field: str) -> str:
        return self.typed(field) if any(one.id == field for one in self.fields()) else ""


def _read_reason(typed: str) -> str:
    return "For the register; never on the copy." if typed else "May stay empty. For the register; never on the copy."


def _read_test(typed: str) -> str:
    if typed:
        return "The public interest test, printed in the letter."
    return "The public interest test: why withholding it outweighs disclosing it. Empty: a finding says so."


def _read_opinion(typed: str) -> str:
    if typed:
        return "The qualified person's opinion, printed in the letter."
    return "Who gave the reasonable opinion, and when. Empty: a finding says so."
