"""What a list of actions is asked for: which actions, in which order, as on which day."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.actions import ActionStatus


class Compare(Enum):
    """How a figure or a day is compared."""

    BELOW = "<"
    AT_MOST = "<="
    EQUAL = "="
    AT_LEAST = ">="
    ABOVE = ">"


class Scope(Enum):
    """Which actions a list is about before anything else is asked."""

    OUTSTANDING = "outstanding"
    SETTLED = "settled"
    """Closed, or otherwise done with."""
    ALL = "all"


class DayField(Enum):
    """A day of an action."""

    DUE = "due"
    SETTLED = "closed"
    RAISED = "raised"
    """The day of the meeting that raised it."""


class NumberField(Enum):
    """A figure of an action that is counted."""

    SLIPS = "slips"
    CARRIED = "carried"


class Lack(Enum):
    """What an action may lack."""

    OWNER = "owner"
    DUE = "due"
    ANY = "any"
    """One of the two."""


class MeetingDay(Enum):
    """A day that differs from series to series."""

    LAST = "last"
    """The day of the last meeting of its series before today."""
    NEXT = "next"
    """The day of the next meeting of its series, today or later."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days from one to another, both among them."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class HasWords:
    """Its reference, text or owners hold these words, folded to small plain letters."""

    words: str


@dataclass(frozen=True, slots=True)
class OwnedBy:
    """A word of an owner's name begins so, or its initials do; folded."""

    name: str


@dataclass(frozen=True, slots=True)
class Lacks:
    """It has none of this."""

    what: Lack


@dataclass(frozen=True, slots=True)
class IsOverdue:
    """It was due before the day of the list and is still waited for."""


@dataclass(frozen=True, slots=True)
class HasStatus:
    """It is in one of these states."""

    statuses: frozenset[ActionStatus]


@dataclass(frozen=True, slots=True)
class DayIs:
    """One of its days compares so with a span of days; a day that it lacks compares with none."""

    field: DayField
    compare: Compare
    days: Span | MeetingDay


@dataclass(frozen=True, slots=True)
class IsAged:
    """It is still waited for, and was raised on a day that compares so: it is of a certain age today."""

    compare: Compare
    raised: Span


@dataclass(frozen=True, slots=True)
class NumberIs:
    """One of its figures compares so with a number."""

    field: NumberField
    compare: Compare
    number: int


@dataclass(frozen=True, slots=True)
class InSeries:
    """The short name of its series is this, or begins so."""

    short_name: str
    """Without its case."""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """The ref of the meeting that raised it is this, or begins so, with the series or without it."""

    ref: str
    """Without its case."""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class RaisedIn:
    """It was raised in the minute with this number, or in one of the item with it."""

    number: str


_OfAction = HasWords | OwnedBy | Lacks | IsOverdue | HasStatus | DayIs | IsAged | NumberIs
_OfPlace = InSeries | AtMeeting | RaisedIn
Condition = _OfAction | _OfPlace


@dataclass(frozen=True, slots=True)
class Term:
    """One condition, or that it does not hold."""

    condition: Condition
    is_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionQuery:
    """Which actions: those in the scope of which every term holds."""

    today: dt.date
    """The day that overdue, last and next are counted from."""
    scope: Scope = Scope.OUTSTANDING
    terms: tuple[Term, ...] = ()


class SortBy(Enum):
    """What a list is ordered by; what is done comes last in each."""

    DUE = "due"
    """Overdue first, the longest first; those without a date last."""
    REF = "ref"
    TEXT = "text"
    """By the first words, then by owner."""
    OWNER = "owner"
    AGE = "age"
    """The oldest first."""
    SLIPS = "slips"
    """Those that slipped most often first, then by how far."""
    STATUS = "status"
    MEETING = "meeting"
    """By series, then by the day of the meeting."""
    CLOSED = "closed"
    """Those done with last come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionListing:
    """A list of actions: which, in which order, and as on which day."""

    query: ActionQuery
    sort: SortBy = SortBy.DUE
    is_reversed: bool = False
    as_at: dt.date | None = None
    """The log as it was at the end of this day; ``None`` for how it is now."""
