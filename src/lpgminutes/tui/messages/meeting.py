"""What is answered to the screen of a meeting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.capture import CaptureContext
    from lpgminutes.domain.document import MinutesDocument
    from lpgminutes.domain.meetings import Meeting
    from lpgminutes.services.capture import Recorded
    from lpgminutes.services.meeting_head import HeadChange
    from lpgminutes.tui.entered_line import EnteredLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedMeeting:
    """A meeting beside its minutes as they will be printed."""

    meeting: "Meeting"
    document: "MinutesDocument"
    blocks: tuple[int, ...]
    """The ids of the blocks that print, in the order of the document."""
    overdue: int
    """How many of its actions are overdue today."""
    context: "CaptureContext"
    """What lines are read against, but for the item that is at hand."""
    change: int
    """The number of the latest change that this shows."""


@dataclass(eq=False, repr=False)
class MeetingRead(Message):
    """A meeting was read."""

    opened: OpenedMeeting


@dataclass(eq=False, repr=False)
class LineRecorded(Message):
    """A line was stored."""

    line: "EnteredLine"
    recorded: "Recorded"
    opened: OpenedMeeting | None
    """The meeting with it; ``None`` where that could not be read: that it is stored stands."""


@dataclass(eq=False, repr=False)
class LineWaits(Message):
    """The store can take no line now: this one is as good as before, and is tried again."""

    line: "EnteredLine"
    sentence: str


@dataclass(eq=False, repr=False)
class LineRefused(Message):
    """A line could not be stored as it is."""

    line: "EnteredLine"
    title: str
    sentence: str


@dataclass(eq=False, repr=False)
class HeadRefused(Message):
    """The head could not be changed; what was typed is not lost."""

    draft: "HeadChange"
    sentence: str
    opened: OpenedMeeting | None = None
    """The meeting as it is now, where somebody else changed its head meanwhile."""


@dataclass(eq=False, repr=False)
class MeetingGone(Message):
    """The meeting is not there, or not any more."""

    sentence: str
