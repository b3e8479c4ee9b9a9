"""What is answered to the screen of a meeting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.document import MinutesDocument
    from lpgminutes.domain.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedMeeting:
    """A meeting beside its minutes as they will be printed."""

    meeting: "Meeting"
    document: "MinutesDocument"
    blocks: tuple[int, ...]
    """The ids of the blocks that print, in the order of the document."""
    overdue: int
    """How many of its actions are overdue today."""


@dataclass(eq=False, repr=False)
class MeetingRead(Message):
    """A meeting was read."""

    opened: OpenedMeeting


@dataclass(eq=False, repr=False)
class LineRecorded(Message):
    """A line was stored."""

    line: str
    number: str
    """The number of the item under which the next line goes."""
    opened: OpenedMeeting


@dataclass(eq=False, repr=False)
class LineRefused(Message):
    """A line could not be stored."""

    line: str
    title: str
    sentence: str


@dataclass(eq=False, repr=False)
class MeetingGone(Message):
    """The meeting is not there, or not any more."""

    sentence: str
