"""Who is at a meeting, and what they declared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.naming.renamings import Renamings
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.domain.people import Attendance, Capacity, Declaration
from lpgminutes.store.blocks import load_tree
from lpgminutes.store.converters import from_attendance, to_attendance
from lpgminutes.store.declarations import add_declarations, load_declarations, save_declaration
from lpgminutes.store.former_capacities import former_capacities
from lpgminutes.store.people import people_at
from lpgminutes.store.refs import find_meeting
from lpgminutes.store.renamings import renamings
from lpgminutes.store.rows import edit, known_id, to_edit
from lpgminutes.store.tables import AttendanceRow, DeclarationRow, MeetingRow

_WHAT = "This row of the attendance"


@dataclass(frozen=True, slots=True)
class SqlAttendance:
    """The attendance in the store."""

    session: Session

    def of(self, meeting: Meeting) -> tuple[Attendance, ...]:
        """Return the attendance of a meeting in order."""
        query = select(AttendanceRow).where(col(AttendanceRow.meeting_id) == self._id_of(meeting))
        return tuple(to_attendance(row) for row in self.session.exec(query.order_by(col(AttendanceRow.position))))

    def former_capacities(self, meeting: Meeting) -> Mapping[int, Capacity]:
        """Return, by row, in what capacity those who sent apologies were in the list, or came to earlier meetings."""
        return former_capacities(self.session, self._id_of(meeting))

    def renamings(self) -> Renamings:
        """Return the names that were put otherwise in the attendance of any meeting."""
        return renamings(self.session)

    def add(self, meeting: Meeting, attendance: Attendance) -> Attendance:
        """Add a row at the end; who is new to the register is added to it."""
        meeting_id = self._id_of(meeting)
        highest = self.session.scalar(
            sa.select(sa.func.max(col(AttendanceRow.position))).where(col(AttendanceRow.meeting_id) == meeting_id)
        )
        row = AttendanceRow(
            meeting_id=meeting_id,
            person_id=people_at(self.session, (attendance,))[0],
            position=0 if highest is None else highest + 1,
            **from_attendance(attendance),
        )
        self.session.add(row)
        self.session.flush()
        return to_attendance(row)

    def save(self, attendance: Attendance) -> Attendance:
        """Keep an edited row; a stale revision is refused."""
        row = to_edit(self.session, AttendanceRow, attendance.id, attendance.revision, _WHAT)
        person_id = people_at(self.session, (attendance,))[0]
        edit(row, {**from_attendance(attendance), "person_id": person_id})
        self.session.flush()
        return replace(attendance, revision=row.revision)

    def remove(self, attendance: Attendance) -> None:
        """Take a row out; those after it move up."""
        row = to_edit(self.session, AttendanceRow, attendance.id, attendance.revision, _WHAT)
        later = select(AttendanceRow).where(
            col(AttendanceRow.meeting_id) == row.meeting_id, col(AttendanceRow.position) > row.position
        )
        for other in self.session.exec(later):
            other.position -= 1
        self.session.delete(row)
        self.session.flush()

    def declarations(self, meeting: Meeting) -> tuple[Declaration, ...]:
        """Return what was declared, in order."""
        row = self.session.get_one(MeetingRow, self._id_of(meeting))
        return load_declarations(self.session, row, numbers_by_block(load_tree(self.session, known_id(row))))

    def declare(self, meeting: Meeting, declaration: Declaration) -> Declaration:
        """Add a declaration at the end."""
        meeting_id = self._id_of(meeting)
        start = len(self.declarations(meeting))
        items = load_tree(self.session, meeting_id)
        [row] = add_declarations(self.session, meeting_id, (declaration,), items, start)
        return replace(declaration, id=row.id, revision=row.revision)

    def save_declaration(self, meeting: Meeting, declaration: Declaration) -> Declaration:
        """Keep an edited declaration; a stale revision is refused."""
        row = save_declaration(self.session, declaration, load_tree(self.session, self._id_of(meeting)))
        return replace(declaration, revision=row.revision)

    def remove_declaration(self, declaration: Declaration) -> None:
        """Take a declaration out; those after it move up."""
        row = to_edit(self.session, DeclarationRow, declaration.id, declaration.revision, "This declaration")
        later = select(DeclarationRow).where(
            col(DeclarationRow.meeting_id) == row.meeting_id, col(DeclarationRow.position) > row.position
        )
        for other in self.session.exec(later):
            other.position -= 1
        self.session.delete(row)
        self.session.flush()

    def _id_of(self, meeting: Meeting) -> int:
        return meeting.id if meeting.id is not None else find_meeting(self.session, meeting.ref)
