"""What the services need to know of who is at a meeting, and of the register."""

from collections.abc import Callable, Mapping
from typing import Protocol

from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.naming.renamings import Renamings
from lpgminutes.domain.people import Attendance, Capacity, Declaration, Person

PersonReader = Callable[[str], Attendance | None]
"""Takes a name apart that was typed with what the person is; ``None`` where the name stands alone."""


class AttendanceRecords(Protocol):
    """Who is at the meetings."""

    def of(self, meeting: Meeting) -> tuple[Attendance, ...]:
        """Return the attendance of a meeting in order."""

    def former_capacities(self, meeting: Meeting) -> Mapping[int, Capacity]:
        """Return, by row, in what capacity those who sent apologies were in the list, or came to earlier meetings."""

    def renamings(self) -> Renamings:
        """Return the names that were put otherwise in the attendance of any meeting."""

    def add(self, meeting: Meeting, attendance: Attendance) -> Attendance:
        """Add a row at the end; who is new to the register is added to it."""

    def save(self, attendance: Attendance) -> Attendance:
        """Keep an edited row; a stale revision is refused."""

    def remove(self, attendance: Attendance) -> None:
        """Take a row out."""

    def declarations(self, meeting: Meeting) -> tuple[Declaration, ...]:
        """Return what was declared, in order."""

    def declare(self, meeting: Meeting, declaration: Declaration) -> Declaration:
        """Add a declaration at the end."""

    def save_declaration(self, meeting: Meeting, declaration: Declaration) -> Declaration:
        """Keep an edited declaration; a stale revision is refused."""

    def remove_declaration(self, declaration: Declaration) -> None:
        """Take a declaration out."""


class PeopleRecords(Protocol):
    """The register of people."""

    def all(self) -> tuple[Person, ...]:
        """Return everybody by name."""

    def add(self, person: Person) -> Person:
        """Add somebody; who is there by name and organisation already is returned as known."""

    def save(self, person: Person) -> Person:
        """Keep what is known of somebody."""
