"""What the gateway answers: messages that carry domain objects, posted to the screen that asked.

They have no ``repr``: what they carry is the minutes, which no log and no report may hold.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.document import MinutesDocument
    from lpgminutes.domain.history import Change
    from lpgminutes.domain.markings import Marking
    from lpgminutes.domain.meetings import Meeting, MeetingSummary, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """What a person says to start a meeting."""

    series: str
    date: dt.date | None
    title: str
    marking: "Marking"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedMeeting:
    """A meeting beside its minutes as they will be printed."""

    meeting: "Meeting"
    document: "MinutesDocument"
    overdue: int
    """How many of its actions are overdue today."""


@dataclass(eq=False, repr=False)
class HomeRead(Message):
    """The records were read for the home screen."""

    series: "tuple[Series, ...]"
    meetings: "tuple[MeetingSummary, ...]"
    marking: str
    """The highest marking among what is shown."""
    place: str
    """Where the records are."""


@dataclass(eq=False, repr=False)
class MeetingRead(Message):
    """A meeting was read."""

    opened: OpenedMeeting


@dataclass(eq=False, repr=False)
class SeriesAdded(Message):
    """A series was stored."""

    series: "Series"


@dataclass(eq=False, repr=False)
class SeriesRefused(Message):
    """A series could not be stored; what was filled in is not lost."""

    draft: "Series"
    sentence: str


@dataclass(eq=False, repr=False)
class MeetingAdded(Message):
    """A meeting was stored."""

    ref: str


@dataclass(eq=False, repr=False)
class MeetingRefused(Message):
    """A meeting could not be stored; what was filled in is not lost."""

    draft: NewMeeting
    sentence: str


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
class ChangeMade(Message):
    """The latest change was taken back, or done again."""

    change: "Change"
    is_redo: bool


@dataclass(eq=False, repr=False)
class UndoQuestioned(Message):
    """The latest change reaches further than a line, or is somebody else's: it is not taken back unasked."""

    change: "Change"


@dataclass(eq=False, repr=False)
class MeetingGone(Message):
    """The meeting is not there, or not any more."""

    sentence: str


@dataclass(eq=False, repr=False)
class RequestFailed(Message):
    """Something that was asked for could not be done."""

    title: str
    sentence: str
