"""A meeting as a list of its parts, each of which a person can compare with the paper and put right."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.meetings import Block, BlockKind, Meeting, NextMeeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.sayings.written_dates import long_date

DEEPEST = 5
"""The deepest level of a block: an item is 0, a minute 1, a point 2, and so on."""


class PartKind(Enum):
    """What a part of a meeting is."""

    TITLE = "title"
    BODY = "body"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    MARKING = "marking"
    PERSON = "person"
    BLOCK = "block"
    ACTION = "action"
    NEXT_MEETING = "next meeting"

    @property
    def is_of_head(self) -> bool:
        """Whether it is one of the fields that stand once in a meeting."""
        return self not in {PartKind.PERSON, PartKind.BLOCK, PartKind.ACTION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a meeting as it is shown."""

    kind: PartKind
    index: int = 0
    """Its place among the people, the blocks in reading order, or the actions, from 0."""
    name: str
    """What it is, with its number: ``Minute 2.1``."""
    words: str
    """What was read; empty where nothing was found."""
    level: int = 0
    """How deep a block stands: an item is 0."""

    @property
    def key(self) -> tuple[PartKind, int]:
        """What tells it from every other part."""
        return self.kind, self.index


def parts_of(meeting: Meeting) -> tuple[Part, ...]:
    """Return the parts of a meeting from the top of its minutes down, the actions last."""
    return (*_head(meeting), *_people(meeting), *_blocks(meeting), *_actions(meeting), _next(meeting))


def _head(meeting: Meeting) -> Iterator[Part]:
    hours = " to ".join(moment.strftime("%H:%M") for moment in (meeting.start, meeting.end) if moment)
    title = ", ".join(text for text in (meeting.title, meeting.subtitle) if text)
    body = f"{meeting.series.name} ({meeting.series.short_name})"
    yield Part(kind=PartKind.TITLE, name="Title", words=title)
    yield Part(kind=PartKind.BODY, name="Body", words=body)
    yield Part(kind=PartKind.DATE, name="Date", words=long_date(meeting.date) if meeting.date else "")
    yield Part(kind=PartKind.TIME, name="Time", words=hours)
    yield Part(kind=PartKind.PLACE, name="Place", words=meeting.location)
    yield Part(kind=PartKind.MARKING, name="Marking", words=meeting.marking.as_written)


def _people(meeting: Meeting) -> Iterator[Part]:
    for index, row in enumerate(meeting.attendance):
        yield Part(kind=PartKind.PERSON, index=index, name=row.capacity.value.capitalize(), words=_person(row))


def _person(row: Attendance) -> str:
    place = ", ".join(text for text in (row.name, row.role, row.organisation) if text)
    return f"{place} ({row.note})" if row.note else place


def _blocks(meeting: Meeting) -> Iterator[Part]:
    numbers = {id(block): number for number, block in numbered(meeting.items)}
    for index, (level, block) in enumerate(flat(meeting.items)):
        number = numbers.get(id(block), block.number or "")
        name = f"{block.kind.value.capitalize()} {number}".strip()
        words = f"{block.label}: {block.text}" if block.label else block.text
        yield Part(kind=PartKind.BLOCK, index=index, name=name, words=words, level=level)


def _actions(meeting: Meeting) -> Iterator[Part]:
    for index, action in enumerate(meeting.actions):
        due = action.due.isoformat() if action.due else action.due_as_written or "no date"
        owners = ", ".join(action.owners) or "no owner"
        name = f"Action {action.ref}" if action.ref else "Action"
        yield Part(
            kind=PartKind.ACTION,
            index=index,
            name=name,
            words=f"{owners} \N{MIDDLE DOT} {due} \N{MIDDLE DOT} {action.text}",
        )


def _next(meeting: Meeting) -> Part:
    return Part(kind=PartKind.NEXT_MEETING, name="Next meeting", words=_when(meeting.next_meeting))


def _when(following: NextMeeting | None) -> str:
    if following is None:
        return ""
    day = long_date(following.date) if following.date else ""
    hours = " to ".join(moment.strftime("%H:%M") for moment in (following.start, following.end) if moment)
    return ", ".join(text for text in (day, hours, following.location, following.text) if text)


def flat(items: tuple[Block, ...], level: int = 0) -> Iterator[tuple[int, Block]]:
    """Yield every block in reading order with its level."""
    for block in items:
        yield level, block
        yield from flat(block.children, level + 1)


def kind_at(level: int) -> BlockKind:
    """Return what a block of a level is."""
    return (BlockKind.ITEM, BlockKind.MINUTE)[level] if level <= 1 else BlockKind.POINT
