"""What lines are read against and recorded with."""

import datetime as dt
from dataclasses import dataclass, replace

from lpgminutes.domain.block_tree import minutes_of
from lpgminutes.domain.capture import CaptureContext, DueFinder, ItemAtHand, KnownPeople
from lpgminutes.domain.house_phrases import phrases_of
from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.domain.numbering import next_item_number, next_minute_number, numbered
from lpgminutes.domain.people import Person
from lpgminutes.services.action_log import reference_to_come
from lpgminutes.services.capture.recorded import Recorded
from lpgminutes.services.placing import Under, item_at
from lpgminutes.services.ports import Interchange, PersonReader, Records, Store

LAST_ITEM = Under()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureTools:
    """What lines are read and recorded with; without them no due phrase is read, and no version is frozen."""

    dates: DueFinder | None = None
    interchange: Interchange | None = None
    people: PersonReader | None = None
    now: dt.datetime | None = None
    """When an edit was entered, where that is known; each of the same moment is the same edit."""


NO_TOOLS = CaptureTools()


def capture_context(
    store: Store, ref: str, *, under: Under = LAST_ITEM, dates: DueFinder | None = None
) -> CaptureContext:
    """Return what lines of a meeting are read against."""
    with store.read() as records:
        return context_within(records, records.minutes.opened(ref), under, dates)


def context_within(records: Records, meeting: Meeting, under: Under, dates: DueFinder | None) -> CaptureContext:
    """Return what lines of a meeting are read against, inside a transaction."""
    following = records.meetings.next_after(meeting)
    return CaptureContext(
        people=KnownPeople(meeting.attendance or records.attendance.of(meeting), records.people.all()),
        phrases=phrases_of(meeting.series.phrases),
        items=_agenda(meeting),
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


def meeting_and_context(store: Store, ref: str, *, dates: DueFinder | None) -> tuple[Meeting, CaptureContext]:
    """Return a meeting with all that its minutes hold, and what its lines are read against, of one state."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        return meeting, context_within(records, meeting, LAST_ITEM, dates)


def context_after(store: Store, before: CaptureContext, meeting: Meeting, recorded: Recorded) -> CaptureContext:
    """Return what the lines after a recorded one are read against; ``meeting`` is as it is with that line."""
    people, next_action = before.people, before.next_action
    if recorded.people or recorded.attendance:
        people = KnownPeople(meeting.attendance, _with_newcomers(before.people.register, recorded.people))
    if recorded.actions:
        with store.read() as records:
            next_action = reference_to_come(records, meeting)
    return replace(
        before,
        people=people,
        items=_agenda(meeting),
        next_item=next_item_number(meeting.items),
        next_action=next_action,
    )


def _with_newcomers(register: tuple[Person, ...], people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return the register with people who were added to it, in its own order: by name."""
    by_id = {person.id: person for person in (*register, *people)}
    return tuple(sorted(by_id.values(), key=lambda person: (person.name, person.id or 0)))


def _agenda(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    return tuple((number, block.text) for number, block in numbered(meeting.items) if block.kind is BlockKind.ITEM)
