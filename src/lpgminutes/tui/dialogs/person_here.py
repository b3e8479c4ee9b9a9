"""Asks who is at a meeting and in what capacity: of somebody who is added, and of a row that is put right."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lpgminutes.domain.people import Attendance
from lpgminutes.domain.sayings.written_times import read_hour
from lpgminutes.errors import InputError
from lpgminutes.services.attendance_rows import AttendanceChange
from lpgminutes.services.ports import PersonReader
from lpgminutes.tui.dialogs.capacities import capacity_typed, said_of_capacity
from lpgminutes.tui.dialogs.form import Field, Form

_FROM_THE_REGISTER = "From the register by any part of the name; a name that is not there is added."
_AS_KNOWN = "Empty: in attendance; who is in the list stays as they are."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNoted:
    """Whom it is about, and what is to be noted of them."""

    name: str
    change: AttendanceChange


class AddPerson(Form[PersonNoted]):
    """Name, capacity, role and organisation; what is left empty stays as it is known."""

    HEADING = "Who is here too?"

    def __init__(self, names: Iterable[str], reader: PersonReader | None) -> None:
        super().__init__()
        self._names = tuple(names)
        self._reader = reader

    def fields(self) -> tuple[Field, ...]:
        """Return the fields, the name alone of them needed."""
        return (
            Field(id="name", label="Name", read=self._read_name, completions=self._names),
            Field(id="capacity", label="Capacity", read=_read_capacity),
            Field(id="role", label="Role", read=_nothing_said),
            Field(id="organisation", label="Organisation", read=_nothing_said),
        )

    def value(self) -> PersonNoted:
        """Return who it is; somebody who is added is here."""
        capacity = self.typed("capacity")
        change = AttendanceChange(
            is_back=True,
            capacity=capacity_typed(capacity) if capacity else None,
            role=self.typed("role") or None,
            organisation=self.typed("organisation") or None,
        )
        return PersonNoted(name=self.typed("name"), change=change)

    def _read_name(self, typed: str) -> str:
        if not typed:
            raise InputError(_FROM_THE_REGISTER)
        said = self._reader(typed) if self._reader is not None else None
        if said is None:
            return ""
        told = said.role or said.capacity.value
        return f"{said.name}; {', '.join(filter(None, (told, said.organisation)))}."


class ChangePerson(Form[PersonNoted]):
    """What a row of the attendance says; what comes back is only what was typed otherwise."""

    def __init__(self, row: Attendance) -> None:
        super().__init__()
        self._row = row
        self._stands = {
            "name": row.name,
            "capacity": row.capacity.value,
            "role": row.role,
            "organisation": row.organisation,
            "arrived": _hour(row.arrived),
            "left": _hour(row.departed),
            "note": row.note,
        }

    def heading(self) -> str:
        """Say whose row it is."""
        return f"{self._row.name} at this meeting"

    def fields(self) -> tuple[Field, ...]:
        """Return the fields, each as it stands."""
        return (
            self._field("name", "Name", _read_name),
            self._field("capacity", "Capacity", said_of_capacity, is_replaced=True),
            self._field("role", "Role", _nothing_said),
            self._field("organisation", "Organisation", _nothing_said),
            self._field("arrived", "Arrived", lambda typed: _read_time(typed, "Empty: here from the start.")),
            self._field("left", "Left", lambda typed: _read_time(typed, "Empty: here to the end.")),
            self._field("note", "Note", _nothing_said),
        )

    def _field(self, name: str, label: str, read: Callable[[str], str], *, is_replaced: bool = False) -> Field:
        return Field(id=name, label=label, read=read, value=self._stands[name], is_replaced=is_replaced)

    def first_field(self) -> str:
        """Begin with the capacity, which is what most often has to be said."""
        return "capacity"

    def value(self) -> PersonNoted:
        """Return what was typed otherwise than it stands."""
        typed = {name: self.typed(name) for name, stands in self._stands.items() if self.typed(name) != stands}
        arrived, left = typed.get("arrived"), typed.get("left")
        change = AttendanceChange(
            name=typed.get("name"),
            capacity=capacity_typed(typed["capacity"]) if "capacity" in typed else None,
            role=typed.get("role"),
            organisation=typed.get("organisation"),
            arrived=read_hour(arrived) if arrived else None,
            departed=read_hour(left) if left else None,
            from_start=arrived == "",
            to_end=left == "",
            note=typed.get("note"),
        )
        return PersonNoted(name=self._row.name, change=change)


def _nothing_said(_: str) -> str:
    return ""


def _read_name(typed: str) -> str:
    if not typed:
        raise InputError("A name, or a post where no name is known.")
    return ""


def _read_capacity(typed: str) -> str:
    return said_of_capacity(typed) if typed else _AS_KNOWN


def _hour(moment: dt.time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _read_time(typed: str, when_empty: str) -> str:
    moment = read_hour(typed)
    return f"{moment:%H:%M}." if moment else when_empty
