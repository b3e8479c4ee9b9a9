"""Who is at a meeting: arrivals, departures, apologies, deputies, guests, interests, and whether that is enough."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lpgminutes.domain.capture import Known, KnownPeople
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import BlockKind, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity, Declaration, Mode, Person
from lpgminutes.domain.quorum import Quorum, quorum_of
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import InputError, NotFoundError, StaleRecord, UsageError
from lpgminutes.services.capture import NO_TOOLS, CaptureTools
from lpgminutes.services.correcting import writing
from lpgminutes.services.ports import Records, Store, UnitOfWork

_ABSENCE = re.compile(r"(?:; )?absent \d\d:\d\d to \d\d:\d\d")
"""The note of a time for which somebody was out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceChange:
    """What changes about somebody's attendance; what is ``None`` stays as it is."""

    capacity: Capacity | None = None
    mode: Mode | None = None
    arrived: dt.time | None = None
    departed: dt.time | None = None
    is_back: bool = False
    """Whether somebody who left has come back."""
    deputising_for: str | None = None
    items: tuple[str, ...] | None = None
    """The numbers of the items that somebody is there for; empty for the whole meeting."""
    role: str | None = None
    organisation: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending:
    """Who is at a meeting after a change."""

    changed: Attendance | None
    attendance: tuple[Attendance, ...]
    quorum: Quorum | None
    """How the meeting stands to the rule of its body; ``None`` for a body without one."""


def attend(
    store: Store,
    ref: str,
    name: str,
    change: AttendanceChange,
    *,
    revision: int | None = None,
    who: str,
    why: str = "",
    tools: CaptureTools = NO_TOOLS,
) -> Attending:
    """Change somebody's attendance; who is not in it yet is added to it, from the register or as new.

    A name may be given by any part of it, or by initials. ``revision`` is that of the row as it was seen.
    """
    with writing(store, ref, "change the attendance", who=who, why=why, interchange=tools.interchange) as (
        work,
        meeting,
    ):
        row = _row(work, meeting, name)
        if revision is not None and row.id is not None and row.revision != revision:
            raise StaleRecord("This row of the attendance was changed by someone else meanwhile. Look at it again.")
        wanted = _changed(work, meeting, row, change)
        changed = work.attendance.add(meeting, wanted) if row.id is None else work.attendance.save(wanted)
        return _attending(work, meeting, changed)


def arrive(
    store: Store, ref: str, name: str, *, at: dt.time | None, who: str, why: str = "", tools: CaptureTools = NO_TOOLS
) -> Attending:
    """Record that somebody came, or came back; ``at`` is ``None`` for who was there from the start."""
    return attend(store, ref, name, AttendanceChange(arrived=at, is_back=True), who=who, why=why, tools=tools)


def leave(
    store: Store, ref: str, name: str, *, at: dt.time, who: str, why: str = "", tools: CaptureTools = NO_TOOLS
) -> Attending:
    """Record that somebody left."""
    return attend(store, ref, name, AttendanceChange(departed=at), who=who, why=why, tools=tools)


def apologise(
    store: Store, ref: str, name: str, *, who: str, why: str = "", tools: CaptureTools = NO_TOOLS
) -> Attending:
    """Record that somebody sent apologies."""
    return attend(store, ref, name, AttendanceChange(capacity=Capacity.APOLOGIES), who=who, why=why, tools=tools)


def strike(store: Store, ref: str, name: str, *, who: str, why: str = "", tools: CaptureTools = NO_TOOLS) -> Attending:
    """Take somebody out of the attendance."""
    with writing(store, ref, "change the attendance", who=who, why=why, interchange=tools.interchange) as (
        work,
        meeting,
    ):
        row = _row(work, meeting, name)
        if row.id is None:
            raise NotFoundError(f"{row.name} is not in the attendance of {meeting.ref}.")
        work.attendance.remove(row)
        return _attending(work, meeting, None)


def attending(store: Store, ref: str) -> Attending:
    """Return who is at a meeting, and whether that is enough."""
    with store.read() as records:
        return _attending(records, records.minutes.opened(ref), None)


def complete(store: Store, ref: str, prefix: str, *, limit: int = 8) -> tuple[Known, ...]:
    """Return whom a beginning may mean: those present first, then the others, then the register; initials work."""
    with store.read() as records:
        return _people(records, records.minutes.opened(ref)).complete(prefix, limit=limit)


def declare(
    store: Store, ref: str, declaration: Declaration, *, who: str, why: str = "", tools: CaptureTools = NO_TOOLS
) -> Declaration:
    """Record that somebody declared an interest; the name may be given by any part of it."""
    with writing(store, ref, "record a declaration of interest", who=who, why=why, interchange=tools.interchange) as (
        work,
        meeting,
    ):
        wanted = _checked(work, meeting, declaration)
        return (
            work.attendance.declare(meeting, wanted)
            if wanted.id is None
            else work.attendance.save_declaration(meeting, wanted)
        )


def declarations(store: Store, ref: str) -> tuple[Declaration, ...]:
    """Return what was declared at a meeting."""
    with store.read() as records:
        return records.attendance.declarations(records.minutes.opened(ref))


def strike_declaration(
    store: Store, ref: str, declaration: Declaration, *, who: str, why: str = "", tools: CaptureTools = NO_TOOLS
) -> None:
    """Take a declaration out."""
    with writing(store, ref, "take a declaration of interest out", who=who, why=why, interchange=tools.interchange) as (
        work,
        _,
    ):
        work.attendance.remove_declaration(declaration)


def _attending(records: Records, meeting: Meeting, changed: Attendance | None) -> Attending:
    rows = records.attendance.of(meeting)
    return Attending(changed=changed, attendance=rows, quorum=quorum_of(meeting.series.quorum, rows))


def _people(records: Records, meeting: Meeting) -> KnownPeople:
    return KnownPeople(records.attendance.of(meeting), records.people.all())


def _row(records: Records, meeting: Meeting, typed: str) -> Attendance:
    """Return somebody's row, or one to be added for who has none."""
    name = clean_line(typed, what="the name").text
    if not name:
        raise InputError("The name is missing: say who it is, by any part of the name or by initials.")
    rows = records.attendance.of(meeting)
    own = [Person(name=row.name, role=row.role, organisation=row.organisation) for row in rows]
    in_attendance = _only(name, KnownPeople(register=own))
    if in_attendance is not None:
        return next(row for row in rows if row.name == in_attendance.name)
    known = _only(name, KnownPeople(register=records.people.all()))
    if known is None:
        return Attendance(name=name, capacity=Capacity.IN_ATTENDANCE)
    return Attendance(
        name=known.name, role=known.role, organisation=known.organisation, capacity=Capacity.IN_ATTENDANCE
    )


def _only(name: str, people: KnownPeople) -> Known | None:
    """Return the one whom a name means; of several, all here or not, a person must choose."""
    found = people.find(name, beginnings=True)
    if len(found) > 1:
        raise UsageError(f"{name} may be {' or '.join(one.words() for one in found)}: say which.")
    return found[0] if found else None


def _changed(work: UnitOfWork, meeting: Meeting, row: Attendance, change: AttendanceChange) -> Attendance:
    row = _of_who_stays_away(row) if change.capacity is Capacity.APOLOGIES else row
    row = _of_who_comes(work, meeting, row, change) if change.arrived is not None or change.is_back else row
    wanted = replace(
        row,
        capacity=change.capacity or row.capacity,
        mode=change.mode or row.mode,
        departed=change.departed or row.departed,
        deputising_for=_deputised(work, meeting, row, change.deputising_for),
        items=row.items if change.items is None else _items(meeting, change.items),
        role=row.role if change.role is None else clean_line(change.role, what="the role").text,
        organisation=(
            row.organisation
            if change.organisation is None
            else clean_line(change.organisation, what="the organisation").text
        ),
        note=row.note if change.note is None else clean_line(change.note, what="the note").text,
    )
    if wanted.arrived and wanted.departed and wanted.departed < wanted.arrived:
        raise InputError(
            f"{wanted.name} cannot have left at {wanted.departed:%H:%M}, before arriving at {wanted.arrived:%H:%M}."
        )
    return wanted


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


def _deputised(work: UnitOfWork, meeting: Meeting, row: Attendance, typed: str | None) -> str:
    """Return for whom somebody deputises; a member who is named so has sent apologies, unless here all the same."""
    if typed is None:
        return row.deputising_for
    if not typed.strip():
        return ""
    other = _row(work, meeting, typed)
    if folded(other.name) == folded(row.name):
        raise InputError(f"{row.name} cannot deputise for themselves.")
    if other.id is None:
        work.attendance.add(meeting, replace(other, capacity=Capacity.APOLOGIES))
    return other.name


def _items(meeting: Meeting, numbers: Iterable[str]) -> tuple[str, ...]:
    known = [number for number, block in numbered(meeting.items) if block.kind is BlockKind.ITEM]
    wanted = tuple(number.strip() for number in numbers if number.strip())
    for number in wanted:
        if number not in known:
            raise NotFoundError(
                f"There is no item {number[:20]} in {meeting.ref}; it has {', '.join(known) or 'none'}."
            )
    return wanted


def _checked(records: Records, meeting: Meeting, declaration: Declaration) -> Declaration:
    nature = clean(declaration.nature, what="the interest").text.strip()
    if not nature:
        raise InputError("The interest is missing: say in a few words what was declared.")
    item = _items(meeting, (declaration.item,))[0] if declaration.item and declaration.item.strip() else None
    return replace(declaration, name=_row(records, meeting, declaration.name).name, nature=nature, item=item)


def set_initials(store: Store, name: str, initials: str, *, who: str) -> Person:
    """Keep the initials that minutes use for somebody in the register."""
    letters = clean_line(initials, what="the initials").text
    with store.change("set initials", who=who) as work:
        known = [person for person in work.people.all() if folded(person.name) == folded(name)]
        if len(known) != 1:
            raise NotFoundError(f"There is nobody in the register by the name {name[:80]!r} alone.")
        saved = work.people.save(replace(known[0], initials=letters))
        work.commit()
    return saved
