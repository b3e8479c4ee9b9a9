"""Recording a line of minutes as it is typed: with all that it says, in one transaction."""

import datetime as dt
from dataclasses import dataclass, replace

from lpgminutes.domain.action_log.changes import NewAction
from lpgminutes.domain.actions import Action
from lpgminutes.domain.block_tree import grown
from lpgminutes.domain.capture import CapturedAction, CapturedLine, DueFinder, Known, LineKind, read_line
from lpgminutes.domain.item_states import reached
from lpgminutes.domain.meetings import Block, BlockKind, Decision, ItemState, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity, Person
from lpgminutes.domain.text import clean
from lpgminutes.errors import UsageError
from lpgminutes.services.action_log import is_taken, raise_action
from lpgminutes.services.approving import approve_within
from lpgminutes.services.capture.context import LAST_ITEM, NO_TOOLS, CaptureTools, context_within
from lpgminutes.services.capture.recorded import Recorded
from lpgminutes.services.placing import Placement, Under, item_at, place_for
from lpgminutes.services.ports import Interchange, Store, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMeeting:
    """A meeting as it was after a change: nothing of it need be read again where no other change was made since."""

    meeting: Meeting
    change: int
    """The number of the change."""


def record(
    store: Store,
    meeting: str | KnownMeeting,
    line: str | CapturedLine,
    *,
    under: Under = LAST_ITEM,
    who: str,
    now: dt.datetime | None = None,
    tools: CaptureTools = NO_TOOLS,
    as_kind: LineKind | None = None,
) -> Recorded:
    """Record a line in the minutes of a draft: its paragraph and all that it says, or nothing of it.

    A line that was read before is recorded as it was read: what a person saw is what is kept. A meeting that is
    known is not read again while that is its latest state; any other is found by its ref.
    """
    typed = line.typed if isinstance(line, CapturedLine) else line
    cleaned = clean(typed, what="the line")
    with store.change("add a line", who=who, at=now) as work:
        written = _draft(work, meeting)
        read = _as_read(work, written, line, cleaned.text, under=under, dates=tools.dates, as_kind=as_kind)
        place = place_for(written, read, under)
        recorded = _record(work, written, read, place, tools.interchange)
        change = work.commit()
    return replace(recorded, change=change, remarks=(*cleaned.remarks, *recorded.remarks))


def _draft(work: UnitOfWork, meeting: str | KnownMeeting) -> Meeting:
    """Return a meeting whose minutes may be written; others are refused."""
    draft = _latest(work, meeting)
    if draft.status is not MeetingStatus.DRAFT:
        raise UsageError(f"The minutes of {draft.ref} are {draft.status.value}: a line can be added to a draft.")
    return draft


def _latest(work: UnitOfWork, meeting: str | KnownMeeting) -> Meeting:
    if isinstance(meeting, str):
        return work.minutes.opened(meeting)
    return meeting.meeting if meeting.change == work.history.latest() else work.minutes.opened(meeting.meeting.ref)


def _as_read(
    work: UnitOfWork,
    meeting: Meeting,
    line: str | CapturedLine,
    cleaned: str,
    *,
    under: Under,
    dates: DueFinder | None,
    as_kind: LineKind | None,
) -> CapturedLine:
    if isinstance(line, CapturedLine) and cleaned == line.typed:
        read = line
    else:
        read = read_line(cleaned, context_within(work, meeting, under, dates), as_kind=as_kind)
    if read.kind is LineKind.JUMP:
        item_at(meeting, Under(number=read.text))
        raise UsageError(f"#{read.text} goes to item {read.text}: there is nothing in it to record.")
    if not (read.text or read.label):
        raise UsageError("The line is empty: type what is to be minuted.")
    return read


def _record(
    work: UnitOfWork, meeting: Meeting, read: CapturedLine, place: Placement, interchange: Interchange | None
) -> Recorded:
    people = tuple(_add_person(work, new.name, new.organisation) for new in read.new_people)
    here = (person for person, new in zip(people, read.new_people, strict=True) if new.is_here)
    newcomers: tuple[Person | Known, ...] = (*here, *read.arrivals)
    attendance = tuple(work.attendance.add(meeting, _newcomer(one)) for one in newcomers)
    parent = place.parent.id if place.parent else None
    block = work.minutes.add(meeting, block_of(read), parent=parent, position=place.position)
    reached = _reach(work, meeting, place.item)
    number = _number(meeting, block, place)
    actions = tuple(replace(raise_captured(work, meeting, action, block), raised_in=number) for action in read.actions)
    decision = None
    if read.is_decision:
        decision = work.minutes.add_decision(meeting, Decision(text=read.text, decided_in=number), block=block)
    approved, remarks = _approve(work, meeting, read, interchange)
    return Recorded(
        line=read,
        block=block,
        number=number,
        parent=parent,
        position=place.position,
        item=(place.item or block).id or 0,
        reached=reached,
        actions=actions,
        decision=decision,
        people=people,
        attendance=attendance,
        approved=approved,
        remarks=remarks,
        change=0,
    )


def block_of(read: CapturedLine) -> Block:
    """Return the block that a line becomes."""
    return Block(
        kind=read.block_kind,
        style=read.style,
        label=read.label,
        text=read.text,
        state=ItemState.OPEN if read.block_kind is BlockKind.ITEM else None,
        to_check=read.to_check,
        pre_marks=read.pre_marks,
    )


def _add_person(work: UnitOfWork, name: str, organisation: str) -> Person:
    return work.people.add(Person(name=name, organisation=organisation))


def _newcomer(person: Person | Known) -> Attendance:
    return Attendance(
        name=person.name, role=person.role, organisation=person.organisation, capacity=Capacity.IN_ATTENDANCE
    )


def _reach(work: UnitOfWork, meeting: Meeting, item: Block | None) -> tuple[Block, ...]:
    """Let an item that minutes are written under be the open one, where the state of items is kept at all.

    Returned are the items whose state that changes.
    """
    if item is None or item.state is None:
        return ()
    return tuple(map(work.minutes.save, reached(meeting.items, item)))


def raise_captured(work: UnitOfWork, meeting: Meeting, action: CapturedAction, block: Block) -> Action:
    """Put an action that was read from a line into the log, raised in a block."""
    due = action.due
    ref = action.ref if action.ref and not is_taken(work, meeting, action.ref) else None
    new = NewAction(
        text=action.text,
        owners=tuple(owner.name for owner in action.owners),
        due=due.due if due else None,
        due_as_written=due.phrase if due else "",
        ref=ref,
    )
    return raise_action(work, meeting, new, block=block)


def _approve(
    work: UnitOfWork, meeting: Meeting, read: CapturedLine, interchange: Interchange | None
) -> tuple[str, tuple[str, ...]]:
    """Approve the minutes that a line agrees; where they cannot be, the line is kept and it is said why."""
    if not read.approves:
        return "", ()
    try:
        approved = approve_within(
            work,
            read.approves,
            at=meeting.ref,
            date=meeting.date,
            corrections=read.corrections,
            interchange=interchange,
        )
    except UsageError as refusal:
        return "", (str(refusal),)
    return approved.ref, ()


def _number(meeting: Meeting, block: Block, place: Placement) -> str:
    """Return the number of the item or minute that a new block is, or stands in."""
    parent = place.parent.id if place.parent else None
    number = ""
    for given, numbered_block in numbered(grown(meeting.items, block, parent=parent, position=place.position)):
        if any(inner.id == block.id for inner in numbered_block.walk()):
            number = given  # an item comes before its minutes, so theirs prevail
    return number
