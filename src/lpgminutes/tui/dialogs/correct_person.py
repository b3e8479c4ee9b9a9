"""Puts a row of the attendance right."""

from dataclasses import replace

from lpgminutes.domain.people import Attendance
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.capacities import capacity_typed, said_of_capacity
from lpgminutes.tui.dialogs.form import Field, Form


class CorrectPerson(Form[Attendance]):
    """Name, role, organisation, capacity and note."""

    HEADING = "Put the attendance right"

    def __init__(self, row: Attendance | None) -> None:
        super().__init__()
        self._row = row or Attendance(name="")

    def fields(self) -> tuple[Field, ...]:
        """Return the fields, each with what was read."""
        row = self._row
        return (
            Field(id="name", label="Name", read=_read_name, value=row.name),
            Field(id="capacity", label="Capacity", read=said_of_capacity, value=row.capacity.value),
            Field(id="role", label="Role", read=lambda _: "", value=row.role),
            Field(id="organisation", label="Organisation", read=lambda _: "", value=row.organisation),
            Field(id="note", label="Note", read=lambda _: "As in: items 3 to 5 only.", value=row.note),
        )

    def value(self) -> Attendance:
        """Return the row as it is put right; marks are found again in what was typed."""
        from lpgminutes.bootstrap import marks_in

        row = replace(
            self._row,
            name=self.typed("name"),
            capacity=capacity_typed(self.typed("capacity")),
            role=self.typed("role"),
            organisation=self.typed("organisation"),
            note=self.typed("note"),
        )
        fields = {"name": row.name, "role": row.role, "organisation": row.organisation}
        before = {"name": self._row.name, "role": self._row.role, "organisation": self._row.organisation}
        kept = [mark for mark in row.marks if fields.get(mark.field) == before.get(mark.field)]
        anew = [mark for name, text in fields.items() if text != before[name] for mark in marks_in(text, name)]
        return replace(row, marks=(*kept, *anew))


def _read_name(typed: str) -> str:
    if not typed:
        raise InputError("A name, or a post where no name is known.")
    return ""
