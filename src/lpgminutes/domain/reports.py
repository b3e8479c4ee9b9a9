"""What is printed beside the minutes: the schedule of a release, and the action log."""

from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.document import LegendEntry, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry:
    """One mark of a release copy, as the reader may know it."""

    id: str
    """R001, R002 …: the marks in reading order."""
    place: str
    """Where it stands, in words: ``minute 3.1``."""
    what: str
    """What sort of thing is withheld, in words that tell nothing of it."""
    citation: str
    """The exemptions relied on: ``FOIA s40(2)``."""
    exemption_kind: str
    """Absolute or qualified, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The list that goes out with a release copy: every mark, never what it hides."""

    case: str
    marking: str
    title: Text
    """The title of the minutes, as the release copy prints it."""
    entries: tuple[ScheduleEntry, ...]
    counts: tuple[tuple[str, int], ...]
    """How many marks cite each exemption, in the order of the Act."""
    key: tuple[LegendEntry, ...]
    """What each exemption is: its citation, its heading and its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLog:
    """The actions of a body across its meetings, as on one day."""

    title: str
    marking: str
    as_at: date
    actions: tuple[ActionSummary, ...]

    @property
    def undated(self) -> int:
        """How many of the outstanding actions have no due date: they have no place in a calendar."""
        return sum(action.due is None and action.status.is_outstanding for action in self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chaser:
    """What one owner is asked about, as on one day."""

    owner: str
    title: str
    marking: str
    as_at: date
    actions: tuple[ActionSummary, ...]
    """What the owner still has to do."""
