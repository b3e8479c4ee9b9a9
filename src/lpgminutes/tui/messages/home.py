"""What is answered to the home screen."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.markings import Marking
    from lpgminutes.domain.meetings import MeetingSummary, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMeeting:
    """What a person says to start a meeting."""

    series: str
    date: dt.date | None
    title: str
    marking: "Marking"


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
