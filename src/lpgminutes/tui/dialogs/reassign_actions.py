"""Asks who must do actions from now on; names are completed from the register."""

from lpgminutes.domain.action_log.changes import Reassign
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.action_dialog import ActionDialog, Subject, optional
from lpgminutes.tui.dialogs.completion import matching, parts_of
from lpgminutes.tui.dialogs.form import Field

_SHOWN = 4


class ReassignActions(ActionDialog[Reassign]):
    """Persons, roles or organisations, separated by commas."""

    VERB = "Reassign"

    def __init__(
        self, subject: Subject, draft: Reassign | None = None, problem: str = "", *, names: tuple[str, ...]
    ) -> None:
        super().__init__(subject, draft, problem)
        self._names = names

    def words(self) -> str:
        """Show the action, and who has it."""
        action = self.subject.action
        return f"{self.subject.words}\nOwner: {', '.join(action.owners) or 'nobody'}." if action else ""

    def fields(self) -> tuple[Field, ...]:
        """Return both fields."""
        owners = ", ".join(self.draft.owners) if self.draft else ""
        why = self.draft.why if self.draft else ""
        return (
            Field(id="owners", label="Owners", read=self._read_owners, value=owners, completions=self._names),
            Field(id="why", label="Why", read=optional("May be left empty."), value=why),
        )

    def value(self) -> Reassign:
        """Return the change."""
        return Reassign(owners=tuple(map(self._meant, parts_of(self.typed("owners")))), why=self.typed("why"))

    def _read_owners(self, typed: str) -> str:
        parts = parts_of(typed)
        if not parts:
            raise InputError("One or more names, roles or organisations, with commas between.")
        return " ".join(map(self._said, parts))

    def _said(self, part: str) -> str:
        meant = self._meant(part)
        if meant in self._names:
            return f"{meant}."
        several = matching(part, self._names)
        if several:
            shown = ", ".join(several[:_SHOWN]) + (" \N{HORIZONTAL ELLIPSIS}" if len(several) > _SHOWN else "")
            return f"{part}: {shown}? Kept as typed."
        return f"{part} is not in the register: kept as typed."

    def _meant(self, part: str) -> str:
        """Return the one name that a part can mean, or the part itself."""
        exact = [name for name in self._names if name.casefold() == part.casefold()]
        found = exact or list(matching(part, self._names))
        return found[0] if len(found) == 1 else part
