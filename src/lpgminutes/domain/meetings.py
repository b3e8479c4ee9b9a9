"""A standing body, its meetings, and the tree of blocks that minutes are made of."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.actions import Action
from lpgminutes.domain.dismissals import Dismissal
from lpgminutes.domain.house_phrases import HousePhrase
from lpgminutes.domain.markings import Marking
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.people import Attendance, Declaration
from lpgminutes.domain.pre_marks import PreMark


class MeetingStatus(Enum):
    """How far the minutes of a meeting have come."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"


class BlockKind(Enum):
    """What a block is in the tree: item, then minute, then points to any depth."""

    ITEM = "item"
    MINUTE = "minute"
    POINT = "point"


class PointStyle(Enum):
    """How a point is printed."""

    BULLET = "bullet"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


class ItemState(Enum):
    """How far the meeting has come with an item of the agenda."""

    NOT_REACHED = "not reached"
    """Still to come; after the meeting it goes over to the next one."""
    OPEN = "open"
    DONE = "done"
    DEFERRED = "deferred"
    """Put off by the meeting; it goes over to the next one."""

    @property
    def goes_over(self) -> bool:
        """Whether the next meeting's agenda takes the item up again."""
        return self in {ItemState.NOT_REACHED, ItemState.DEFERRED}


class SecondReading(Enum):
    """Whether a release of a body's minutes needs somebody else to have read and agreed to it."""

    WHEN_POSSIBLE = "when possible"
    """As soon as anybody else has ever worked in the records: a body of one person has nobody to ask."""
    REQUIRED = "required"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A standing body whose meetings are numbered together."""

    id: int | None = None
    revision: int = 1
    """Counts the edits of this record; a change says which revision it saw, so that a stale one is refused."""
    short_name: str
    name: str
    action_reference: str | None = None
    """Pattern of its action references: ``{yyyy} {yy} {mm} {nn} {nnn} {fy} {body}``."""
    marking: Marking | None = None
    """The marking that a new meeting starts with."""
    agenda: tuple[str, ...] = ()
    """The titles of the items that a new meeting starts with."""
    quorum: str = ""
    """The rule as written: a number of members, or a share of them (``5``, ``1/3``, ``half``)."""
    phrases: tuple[HousePhrase, ...] = ()
    """Its own house phrases; one without a text takes a shipped one out."""
    second_reading: SecondReading = SecondReading.WHEN_POSSIBLE
    dismissed: tuple[Dismissal, ...] = ()
    """What is not to be suggested again for its releases, beside what its cases keep."""
    review_to: str = ""
    """Whom a requester asks for an internal review, with the address; printed on letters."""
    regulator: str = ""
    """The name and address of the regulator; empty for the one whom the law names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One building stone of the minutes: an item, a minute or a point, with all that hangs under it."""

    id: int | None = None
    revision: int = 1
    kind: BlockKind
    style: PointStyle = PointStyle.BULLET
    number: str | None = None
    """A number that does not follow from order: frozen when circulated, or given so by an imported document."""
    label: str = ""
    """The run-in label, without its colon."""
    text: str = ""
    """The words; of an item, its title."""
    state: ItemState | None = None
    """Of an item: how far the meeting has come with it; ``None`` where that was not recorded."""
    carried_from: str = ""
    """Of an item: the ref of the meeting that put it off."""
    to_check: bool = False
    """Whether the secretary means to check these words; printed nowhere."""
    marks: tuple[PrintedMark, ...] = ()
    pre_marks: tuple[PreMark, ...] = ()
    children: tuple["Block", ...] = ()

    def walk(self) -> Iterator["Block"]:
        """Yield this block and everything under it, in the order it is read."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something the meeting resolved; goes to the decisions register."""

    id: int | None = None
    revision: int = 1
    ref: str | None = None
    text: str
    decided_in: str | None = None
    """The number of the minute that records it, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting:
    """When and where the body meets next: in fields, or in words where only words are known."""

    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    location: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask about the minutes."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """When the minutes of a meeting were agreed as a true record."""

    at: str = ""
    """The ref of the meeting that agreed them; empty when they were agreed outside a meeting."""
    date: dt.date | None = None
    corrections: tuple[str, ...] = ()
    """What had to be put right first, in the words of the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One dated occurrence of a series, with everything its minutes hold."""

    id: int | None = None
    revision: int = 1
    ref: str = ""
    """``lpg/2019-06-27``: the series' short name and the date, unique in a store."""
    series: Series
    title: str
    subtitle: str = ""
    marking: Marking
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    location: str = ""
    attendance: tuple[Attendance, ...] = ()
    items: tuple[Block, ...] = ()
    actions: tuple[Action, ...] = ()
    """The actions raised at this meeting; each belongs to the series and outlives the meeting."""
    decisions: tuple[Decision, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    approves: str = ""
    """The ref of the meeting whose minutes this one is to approve."""
    approval: Approval | None = None
    next_meeting: NextMeeting | None = None
    contact: Contact | None = None
    status: MeetingStatus = MeetingStatus.DRAFT
    marks: tuple[PrintedMark, ...] = ()
    """Printed marks in the meeting's own fields; a field of another record is written ``contact.email``."""

    def blocks(self) -> Iterator[Block]:
        """Yield every block in the order it is read."""
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSummary:
    """What a list of meetings shows, without loading their text."""

    id: int
    ref: str
    series_short_name: str
    series_name: str
    title: str
    date: dt.date | None
    marking: str
    status: MeetingStatus
    items: int
    minutes: int
    actions: int
    open_actions: int
    overdue_actions: int
