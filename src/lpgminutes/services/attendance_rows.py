"""One row of an attendance: whose it is, and what it says after a change."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lpgminutes.domain.capture import Known, KnownPeople
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import BlockKind, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity, Mode, Person
from lpgminutes.domain.text import clean_line
from lpgminutes.errors import InputError, NotFoundError, UsageError
from lpgminutes.services.ports import PersonReader, Records, UnitOfWork

_ABSENCE = re.compile(r"(?:; )?absent \d\d:\d\d to \d\d:\d\d")
"""The note of a time for which somebody was out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceChange:
    """What changes about somebody's attendance; what is ``None`` stays as it is."""

    name: str | None = None
    """The name as it should have been written."""
    capacity: Capacity | None = None
    mode: Mode | None = None
    arrived: dt.time | None = None
    departed: dt.time | None = None
    is_back: bool = False
    """Whether somebody who left has come back."""
    from_start: bool = False
    """Whether somebody was there from the start after all: the time of arrival is taken back."""
    to_end: bool = False
    """Whether somebody stayed to the end after all: the time of departure is taken back."""
    deputising_for: str | None = None
    items: tuple[str, ...] | None = None
    """The numbers of the items that somebody is there for; empty for the whole meeting."""
    role: str | None = None
    organisation: str | None = None
    note: str | None = None


def row_of(records: Records, meeting: Meeting, typed: str, *, reader: PersonReader | None = None) -> Attendance:
    """Return somebody's row, or one to be added for who has none.

    What fits nobody is read as a new person: with ``reader`` what stands behind the name is taken from it.
    """
    name = clean_line(typed, what="the name").text
    if not name:
        raise InputError("The name is missing: say who it is, by any part of the name or by initials.")
    known = _known_row(records, meeting, name)
    if known is not None:
        return known
    said = reader(name) if reader is not None else None
    if said is None:
        return Attendance(name=name, capacity=Capacity.IN_ATTENDANCE)
    return _with_said(_known_row(records, meeting, said.name), said)


def _known_row(records: Records, meeting: Meeting, name: str) -> Attendance | None:
    """Return the row of somebody in the attendance, or a new one for who is in the register."""
    rows = records.attendance.of(meeting)
    own = [Person(name=row.name, role=row.role, organisation=row.organisation) for row in rows]
    in_attendance = _only(name, KnownPeople(register=own))
    if in_attendance is not None:
        return next(row for row in rows if row.name == in_attendance.name)
    known = _only(name, KnownPeople(register=records.people.all()))
    if known is None:
        return None
    return Attendance(
        name=known.name, role=known.role, organisation=known.organisation, capacity=Capacity.IN_ATTENDANCE
    )


def _with_said(row: Attendance | None, said: Attendance) -> Attendance:
    """Return a row with what was said behind the name; what was not said stays as it is known."""
    if row is None:
        return said
    is_said = said.capacity is not Capacity.IN_ATTENDANCE
    return replace(
        row,
        role=said.role or row.role,
        organisation=said.organisation or row.organisation,
        capacity=said.capacity if is_said else row.capacity,
        mode=said.mode or row.mode,
    )


def _only(name: str, people: KnownPeople) -> Known | None:
    """Return the one whom a name means; of several, all here or not, a person must choose."""
    found = people.find(name, beginnings=True)
    if len(found) > 1:
        raise UsageError(f"{name} may be {' or '.join(one.words() for one in found)}: say which.")
    return found[0] if found else None


def changed_row(work: UnitOfWork, meeting: Meeting, row: Attendance, change: AttendanceChange) -> Attendance:
    """Return a row as it is after a change."""
    row = _of_who_stays_away(row) if change.capacity is Capacity.APOLOGIES else row
    row = _of_who_comes(work, meeting, row, change) if change.arrived is not None or change.is_back else row
    row = _with_times_taken_back(row, change)
    wanted = replace(
        row,
        name=row.name if change.name is None else _written(change.name, "the name"),
        capacity=change.capacity or row.capacity,
        mode=change.mode or row.mode,
        departed=change.departed or row.departed,
        deputising_for=_deputised(work, meeting, row, change.deputising_for),
        items=row.items if change.items is None else items_of(meeting, change.items),
        role=row.role if change.role is None else _written(change.role, "the role"),
        organisation=(
            row.organisation if change.organisation is None else _written(change.organisation, "the organisation")
        ),
        note=row.note if change.note is None else _written(change.note, "the note"),
    )
    if wanted.arrived and wanted.departed and wanted.departed < wanted.arrived:
        raise InputError(
            f"{wanted.name} cannot have left at {wanted.departed:%H:%M}, before arriving at {wanted.arrived:%H:%M}."
        )
    return wanted


def _written(words: str, what: str) -> str:
    return clean_line(words, what=what).text


def _of_who_stays_away(row: Attendance) -> Attendance:
    """Return a row without what is said only of somebody who is there."""
    return replace(row, arrived=None, departed=None, mode=None, note=_ABSENCE.sub("", row.note).lstrip("; "))


def _of_who_comes(work: UnitOfWork, meeting: Meeting, row: Attendance, change: AttendanceChange) -> Attendance:
    """Return the row of somebody who comes after all, or comes back: the time between is noted beside the name."""
    if row.capacity is Capacity.APOLOGIES:
        usual = work.attendance.former_capacities(meeting).get(row.id or 0, Capacity.MEMBER)
        return replace(row, capacity=usual, arrived=change.arrived)
    if not change.is_back or row.departed is None or change.arrived is None:
        return replace(row, arrived=change.arrived or row.arrived, departed=None if change.is_back else row.departed)
    if change.arrived < row.departed:
        raise InputError(
            f"{row.name} cannot have come back at {change.arrived:%H:%M}, before leaving at {row.departed:%H:%M}."
        )
    absence = f"absent {row.departed:%H:%M} to {change.arrived:%H:%M}"
    return replace(row, departed=None, note="; ".join(filter(None, (row.note, absence))))


def _with_times_taken_back(row: Attendance, change: AttendanceChange) -> Attendance:
    return replace(
        row,
        arrived=None if change.from_start else row.arrived,
        departed=None if change.to_end else row.departed,
    )


def _deputised(work: UnitOfWork, meeting: Meeting, row: Attendance, typed: str | None) -> str:
    """Return for whom somebody deputises; a member who is named so has sent apologies, unless here all the same."""
    if typed is None:
        return row.deputising_for
    if not typed.strip():
        return ""
    other = row_of(work, meeting, typed)
    if folded(other.name) == folded(row.name):
        raise InputError(f"{row.name} cannot deputise for themselves.")
    if other.id is None:
        work.attendance.add(meeting, replace(other, capacity=Capacity.APOLOGIES))
    return other.name


def items_of(meeting: Meeting, numbers: Iterable[str]) -> tuple[str, ...]:
    """Return numbers of items as they are given; one that the agenda does not have is refused."""
    known = [number for number, block in numbered(meeting.items) if block.kind is BlockKind.ITEM]
    wanted = tuple(number.strip() for number in numbers if number.strip())
    for number in wanted:
        if number not in known:
            raise NotFoundError(
                f"There is no item {number[:20]} in {meeting.ref}; it has {', '.join(known) or 'none'}."
            )
    return wanted
