"""The foot of the minutes: the next meeting, and whom to ask."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Contact, NextMeeting
from lpgminutes.importing.fields import FOOT_FIELDS, FieldName, name_of, read_fields
from lpgminutes.importing.head import read_value
from lpgminutes.importing.lines import Line, ends_sentence
from lpgminutes.importing.marks import Cell
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.written_times import read_when


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What the foot says, with the marks in it."""

    next_meeting: NextMeeting | None = None
    contact: Contact | None = None
    marks: tuple[PrintedMark, ...] = ()


def foot_begins(lines: Sequence[Line], index: int) -> bool:
    """Whether the foot begins here: with a field of the foot that cuts no sentence and titles no item."""
    line, before = lines[index], lines[index - 1] if index else None
    if name_of(line) not in FOOT_FIELDS:
        return False
    if before is None or line.after_gap:
        return True
    return ends_sentence(before.text) and not before.text.rstrip(".").isdigit()


def read_foot(lines: Sequence[Line], remarks: Remarks) -> Foot:
    """Read the lines after the last item."""
    _, fields = read_fields(lines, remarks)
    foot = Foot()
    for field in fields:
        if field.name is FieldName.NEXT_MEETING:
            cell = read_value(field, "next_meeting")
            foot = replace(foot, next_meeting=_next_meeting(cell), marks=(*foot.marks, *cell.marks))
        elif field.name is FieldName.CONTACT:
            cell = read_value(field, "contact.name")
            contact = replace(foot.contact or Contact(), name=cell.text)
            foot = replace(foot, contact=contact, marks=(*foot.marks, *cell.marks))
        elif field.name is FieldName.EMAIL:
            cell = read_value(field, "contact.email")
            contact = replace(foot.contact or Contact(), email=cell.text)
            foot = replace(foot, contact=contact, marks=(*foot.marks, *cell.marks))
        else:
            remarks.at(field.line, "a field that belongs above the minutes was not read.")
    return foot


def _next_meeting(cell: Cell) -> NextMeeting | None:
    """Return the next meeting in fields where the words are a date, hours and a place; else in its words."""
    when = None if cell.marks else read_when(cell.text)
    if when is None:
        return NextMeeting(text=cell.text) if cell.text else None
    return NextMeeting(date=when.date, start=when.start, end=when.end, location=when.rest)
