"""Asks for a series."""

from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Field, Form, said_of_marking


class AddSeries(Form[Series]):
    """Short name, name, marking, and the pattern of the action references."""

    HEADING = "Add a series"

    def __init__(self, draft: Series | None = None, problem: str = "") -> None:
        super().__init__(problem)
        self._draft = draft

    def fields(self) -> tuple[Field, ...]:
        """Return the four fields."""
        draft = self._draft or Series(short_name="", name="")
        marking = draft.marking.as_written if draft.marking else ""
        pattern = draft.action_reference or ""
        return (
            Field(id="short-name", label="Short name", read=_read_short_name, value=draft.short_name),
            Field(id="name", label="Name", read=_read_name, value=draft.name),
            Field(id="marking", label="Marking", read=_read_marking, value=marking),
            Field(id="pattern", label="References", read=_read_pattern, value=pattern),
        )

    def value(self) -> Series:
        """Return the series."""
        marking = self.typed("marking")
        return Series(
            short_name=self.typed("short-name"),
            name=self.typed("name"),
            marking=read_marking(marking) if marking else None,
            action_reference=self.typed("pattern") or None,
        )


def _read_short_name(typed: str) -> str:
    if not typed:
        raise InputError("A few letters that name it, such as lpg.")
    if not all(character.isalnum() or character in "-_" for character in typed):
        raise InputError("Letters, digits and hyphens only: it is typed to name a meeting.")
    return f"Its meetings are named like {typed.lower()}/2019-06-27."


def _read_name(typed: str) -> str:
    if not typed:
        raise InputError("The name of the body, as it is printed on the minutes.")
    return "Printed at the head of the minutes."


def _read_marking(typed: str) -> str:
    if not typed:
        return "None: each meeting is asked for its own."
    return said_of_marking(typed)


def _read_pattern(typed: str) -> str:
    if not typed:
        return "None: such as AP{mm}{yy}-{nn} for AP0619-01."
    if "{nn" not in typed:
        raise InputError("A counter is missing: {nn}, or {nnn} for three digits.")
    return "The month, the year and a counter take the place of what stands in braces."
