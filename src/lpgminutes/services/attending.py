"""Who is at a meeting: arrivals, departures, apologies, deputies, guests, interests, and whether that is enough."""

import datetime as dt
from dataclasses import dataclass, replace

from lpgminutes.domain.capture import Known, KnownPeople
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.people import Attendance, Capacity, Declaration, Person
from lpgminutes.domain.quorum import Quorum, quorum_of
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import InputError, NotFoundError, StaleRecord
from lpgminutes.services.attendance_rows import AttendanceChange, changed_row, items_of, row_of
from lpgminutes.services.capture import NO_TOOLS, CaptureTools
from lpgminutes.services.correcting import writing
from lpgminutes.services.ports import Records, Store, UnitOfWork

__all__ = [
    "AttendanceChange",
    "Attending",
    "apologise",
    "arrive",
    "attend",
    "attending",
    "complete",
    "declarations",
    "declare",
    "leave",
    "set_initials",
    "strike",
    "strike_declaration",
]


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
        row = row_of(work, meeting, name, reader=tools.people)
        if revision is not None and row.id is not None and row.revision != revision:
            raise StaleRecord("This row of the attendance was changed by someone else meanwhile. Look at it again.")
        wanted = changed_row(work, meeting, row, change)
        _rename(work, meeting, row, wanted.name)
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
        row = row_of(work, meeting, name)
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


def _rename(work: UnitOfWork, meeting: Meeting, row: Attendance, name: str) -> None:
    """Let a name that was put right stand so in the attendance, in what was declared, and in the register.

    Minutes and actions keep what they say: the check list names an owner whom nobody knows any more.
    """
    if row.id is None or name == row.name:
        return
    rows = work.attendance.of(meeting)
    if not name or any(folded(other.name) == folded(name) and other.id != row.id for other in rows):
        raise InputError(f"{name or 'A row without a name'} cannot be told from another row of the attendance.")
    for declaration in work.attendance.declarations(meeting):
        if declaration.name == row.name:
            work.attendance.save_declaration(meeting, replace(declaration, name=name))
    for other in rows:
        if other.deputising_for == row.name:
            work.attendance.save(replace(other, deputising_for=name))
    register = work.people.all()
    same = [person for person in register if (person.name, person.organisation) == (row.name, row.organisation)]
    if same and all(folded(person.name) != folded(name) for person in register if person not in same):
        work.people.save(replace(same[0], name=name))


def _checked(records: Records, meeting: Meeting, declaration: Declaration) -> Declaration:
    nature = clean(declaration.nature, what="the interest").text.strip()
    if not nature:
        raise InputError("The interest is missing: say in a few words what was declared.")
    item = items_of(meeting, (declaration.item,))[0] if declaration.item and declaration.item.strip() else None
    return replace(declaration, name=row_of(records, meeting, declaration.name).name, nature=nature, item=item)


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
