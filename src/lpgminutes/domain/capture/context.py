"""What a line is read against: who is here, which item is at hand, what day it is."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Protocol

from lpgminutes.domain.capture.known_people import KnownPeople
from lpgminutes.domain.due_dates import FoundDue
from lpgminutes.domain.house_phrases import SHIPPED, HousePhrase


class DueFinder(Protocol):
    """What finds the due phrase in a sentence."""

    def find(self, sentence: str, *, on: dt.date, next_meeting: dt.date | None = None) -> FoundDue | None:
        """Return the due phrase in a sentence of minutes, or ``None`` when it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAtHand:
    """The item that lines go under."""

    number: str
    title: str = ""
    next_minute: str = ""
    """The number that the next minute of this item gets."""
    last_minute: str = ""
    """The number of its last minute; empty when there is none yet."""
    has_points: bool = False
    """Whether that minute has points, for a sub-point to hang under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureContext:
    """Everything that the reading of a line depends on; without any of it a line is read all the same."""

    people: KnownPeople = field(default_factory=KnownPeople)
    phrases: tuple[HousePhrase, ...] = SHIPPED
    items: tuple[tuple[str, str], ...] = ()
    """The number and title of each item of the agenda."""
    item: ItemAtHand | None = None
    next_item: str = ""
    """The number that a new item gets."""
    next_action: str = ""
    """The reference that the next action gets."""
    date: dt.date | None = None
    """The day of the meeting."""
    next_meeting: dt.date | None = None
    dates: DueFinder | None = None
    approves: str = ""
    """The ref of the meeting whose minutes are to be approved."""
    approves_date: dt.date | None = None
