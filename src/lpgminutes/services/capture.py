"""Recording lines of minutes as they are typed: each with all that it says, in one transaction."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lpgminutes.domain.action_changes import NewAction
from lpgminutes.domain.actions import Action
from lpgminutes.domain.block_tree import grown, minutes_of
from lpgminutes.domain.capture import (
    CaptureContext,
    CapturedAction,
    CapturedLine,
    DueFinder,
    ItemAtHand,
    KnownPeople,
    LineKind,
    read_line,
)
from lpgminutes.domain.house_phrases import phrases_of
from lpgminutes.domain.meetings import Block, BlockKind, Decision, ItemState, Meeting, MeetingStatus
from lpgminutes.domain.numbering import next_item_number, next_minute_number, numbered
from lpgminutes.domain.people import Attendance, Capacity, Person
from lpgminutes.domain.text import clean
from lpgminutes.errors import LpgMinutesError, UsageError
from lpgminutes.services.action_log import is_taken, raise_action, reference_to_come
from lpgminutes.services.approving import approve_within
from lpgminutes.services.placing import Placement, Under, item_at, place_for
from lpgminutes.services.ports import Interchange, Records, Store, UnitOfWork

__all__ = [
    "NO_TOOLS",
    "CaptureTools",
    "LineOutcome",
    "Recorded",
    "Under",
    "block_of",
    "capture_context",
    "context_within",
    "draft",
    "raise_captured",
    "record",
    "record_lines",
    "with_recorded",
]

_LAST_ITEM = Under()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureTools:
    """What lines are read and recorded with; without them no due phrase is read and no version is frozen."""

    dates: DueFinder | None = None
    interchange: Interchange | None = None


NO_TOOLS = CaptureTools()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a line became."""

    line: CapturedLine
    block: Block
    number: str
    """The number of the item or minute that the block is, or stands in."""
    parent: int | None
    """The id of the block that it was put under; ``None`` for an item."""
    position: int
    """Its place there, from 0."""
    item: int
    """The id of the item that it belongs to, or is."""
    actions: tuple[Action, ...] = ()
    decision: Decision | None = None
    people: tuple[Person, ...] = ()
    """Whom it added to the register."""
    attendance: tuple[Attendance, ...] = ()
    approved: str = ""
    """The ref of the meeting whose minutes it approved."""
    remarks: tuple[str, ...] = ()
    """What was done to the text at the door, and anything else that should be known."""
    change: int
    """The number of the change."""

    def words(self) -> str:
        """Return what the line became, with the numbers and references that it got."""
        return replace(
            self.line,
            place=_place_words(self),
            actions=tuple(
                replace(told, ref=action.ref) for told, action in zip(self.line.actions, self.actions, strict=True)
            ),
            approves=self.approved,
            refusal="",
        ).words()


def _place_words(recorded: Recorded) -> str:
    kind = recorded.block.kind
    if kind is BlockKind.POINT:
        return f"{'sub-point' if recorded.line.level > 1 else 'point'} under {recorded.number}"
    return f"{kind.value} {recorded.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOutcome:
    """What became of one line of several."""

    typed: str
    recorded: Recorded | None = None
    refusal: LpgMinutesError | None = None
    """Why it was not recorded; the line itself is in ``typed``, as it was."""

    @property
    def problem(self) -> str:
        """The refusal in words; empty when the line was recorded."""
        return str(self.refusal or "")


def capture_context(
    store: Store, ref: str, *, under: Under = _LAST_ITEM, dates: DueFinder | None = None
) -> CaptureContext:
    """Return what lines of a meeting are read against."""
    with store.read() as records:
        return context_within(records, records.minutes.opened(ref), under, dates)


def context_within(records: Records, meeting: Meeting, under: Under, dates: DueFinder | None) -> CaptureContext:
    """Return what lines of a meeting are read against, inside a transaction."""
    following = records.meetings.next_after(meeting)
    return CaptureContext(
        people=KnownPeople(records.attendance.of(meeting), records.people.all()),
        phrases=phrases_of(meeting.series.phrases),
        items=tuple((number, block.text) for number, block in numbered(meeting.items) if block.kind is BlockKind.ITEM),
        item=_item_at_hand(meeting, item_at(meeting, under)) if meeting.items else None,
        next_item=next_item_number(meeting.items),
        next_action=reference_to_come(records, meeting),
        date=meeting.date,
        next_meeting=following,
        dates=dates,
        approves=meeting.approves,
        approves_date=records.meetings.date_of(meeting.approves) if meeting.approves else None,
    )


def _item_at_hand(meeting: Meeting, item: Block) -> ItemAtHand:
    numbers = {block.id: number for number, block in numbered(meeting.items)}
    minutes = minutes_of(item)
    return ItemAtHand(
        number=numbers[item.id],
        title=item.text,
        next_minute=next_minute_number(meeting.items, item),
        last_minute=numbers[minutes[-1].id] if minutes else "",
        has_points=bool(minutes and minutes[-1].children),
    )


def record(
    store: Store,
    ref: str,
    line: str | CapturedLine,
    *,
    under: Under = _LAST_ITEM,
    who: str,
    now: dt.datetime | None = None,
    tools: CaptureTools = NO_TOOLS,
    as_kind: LineKind | None = None,
) -> Recorded:
    """Record a line in the minutes of a draft: its paragraph and all that it says, or nothing of it.

    A line that was read before is recorded as it was read: what a person saw is what is kept.
    """
    typed = line.typed if isinstance(line, CapturedLine) else line
    cleaned = clean(typed, what="the line")
    with store.change("add a line", who=who, at=now) as work:
        meeting = draft(work, ref)
        read = _as_read(work, meeting, line, cleaned.text, under=under, dates=tools.dates, as_kind=as_kind)
        place = place_for(meeting, read, under)
        recorded = _record(work, meeting, read, place, tools.interchange)
        change = work.commit()
    return replace(recorded, change=change, remarks=(*cleaned.remarks, *recorded.remarks))


def draft(work: UnitOfWork, ref: str) -> Meeting:
    """Return a meeting whose minutes may be written; others are refused."""
    meeting = work.minutes.opened(ref)
    if meeting.status is not MeetingStatus.DRAFT:
        raise UsageError(f"The minutes of {meeting.ref} are {meeting.status.value}: a line can be added to a draft.")
    return meeting


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
        raise UsageError(f"#{read.text} goes to item {read.text}: there is nothing in it to record.")
    if not (read.text or read.label):
        raise UsageError("The line is empty: type what is to be minuted.")
    return read


def _record(
    work: UnitOfWork, meeting: Meeting, read: CapturedLine, place: Placement, interchange: Interchange | None
) -> Recorded:
    people = tuple(_add_person(work, new.name, new.organisation) for new in read.new_people)
    attendance = tuple(
        work.attendance.add(meeting, _newcomer(person))
        for person, new in zip(people, read.new_people, strict=True)
        if new.is_here
    )
    parent = place.parent.id if place.parent else None
    block = work.minutes.add(meeting, block_of(read), parent=parent, position=place.position)
    _reach(work, meeting, place.item)
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


def _newcomer(person: Person) -> Attendance:
    return Attendance(
        name=person.name, role=person.role, organisation=person.organisation, capacity=Capacity.IN_ATTENDANCE
    )


def _reach(work: UnitOfWork, meeting: Meeting, item: Block | None) -> None:
    """Let an item that minutes are written under be the open one, where the state of items is kept at all."""
    if item is None or item.state is None:
        return
    for other in meeting.items:
        if other is item and other.state is not ItemState.OPEN:
            work.minutes.save(replace(other, state=ItemState.OPEN))
        elif other is not item and other.state is ItemState.OPEN:
            work.minutes.save(replace(other, state=ItemState.DONE))


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


def with_recorded(meeting: Meeting, recorded: Recorded) -> Meeting:
    """Return a meeting as it is after a line, for whoever held it as it was right before."""
    return replace(
        meeting,
        items=grown(meeting.items, recorded.block, parent=recorded.parent, position=recorded.position),
        actions=(*meeting.actions, *recorded.actions),
        decisions=(*meeting.decisions, *filter(None, (recorded.decision,))),
        attendance=(*meeting.attendance, *recorded.attendance),
    )


def record_lines(
    store: Store,
    ref: str,
    lines: Iterable[str],
    *,
    under: Under = _LAST_ITEM,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    as_kind: LineKind | None = None,
) -> tuple[LineOutcome, ...]:
    """Record several lines, each by itself: one that is refused is reported, and the others are kept.

    ``#5`` among them lets those after it go under item 5, and a new item takes those after it.
    """
    outcomes: list[LineOutcome] = []
    for typed in lines:
        if not typed.strip():
            continue
        jump = read_line(typed, as_kind=as_kind)
        if jump.kind is LineKind.JUMP:
            under = Under(number=jump.text)
            continue
        try:
            recorded = record(store, ref, typed, under=under, who=who, tools=tools, as_kind=as_kind)
        except LpgMinutesError as refusal:
            outcomes.append(LineOutcome(typed=typed, refusal=refusal))
        else:
            outcomes.append(LineOutcome(typed=typed, recorded=recorded))
            under = Under(item=recorded.item, after=recorded.block.id if under.after else None)
    return tuple(outcomes)
