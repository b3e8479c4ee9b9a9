"""What is answered to the screen of the action log."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.lists import ActionDetail
    from lpgminutes.domain.action_log.query import ActionListing, SortBy
    from lpgminutes.domain.action_log.views import ActionView
    from lpgminutes.domain.working_days import WorkingDays
    from lpgminutes.services.action_figures import LogFigures
    from lpgminutes.services.action_listing import Stretch, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the log."""

    query: str
    """As typed."""
    sort: "SortBy"
    is_reversed: bool
    today: dt.date
    as_at: dt.date | None
    most: int | None


@dataclass(eq=False, repr=False)
class ActionsListed(Message):
    """A list was read, with one page of it."""

    serial: int
    """Which question it answers: an answer to an earlier one is stale."""
    asked: Asked
    listing: "ActionListing"
    stretch: "Stretch"
    problem: str
    """What of the query is not understood, and left out of the list; empty when everything is."""


@dataclass(eq=False, repr=False)
class QuestionStale(Message):
    """A question was not put: another one had been asked meanwhile."""


@dataclass(eq=False, repr=False)
class ActionPageRead(Message):
    """Another page of the list was read."""

    serial: int
    stretch: "Stretch"


@dataclass(eq=False, repr=False)
class ActionsTallied(Message):
    """The list as a whole was counted."""

    serial: int
    tally: "Tally"


@dataclass(eq=False, repr=False)
class AgesKnown(Message):
    """The working days can be counted from now on."""

    working_days: "WorkingDays"


@dataclass(eq=False, repr=False)
class ActionDetailRead(Message):
    """One action was read whole."""

    detail: "ActionDetail"


@dataclass(eq=False, repr=False)
class FiguresRead(Message):
    """The figures of a list were read."""

    figures: "LogFigures"


@dataclass(eq=False, repr=False)
class AllListed(Message):
    """The ids of the whole list were read."""

    serial: int
    ids: tuple[int, ...]


@dataclass(eq=False, repr=False)
class ViewsRead(Message):
    """A person's own views were read."""

    own: "dict[int, ActionView]"
    kept: int | None = None
    """The number of the one that was saved just now."""


@dataclass(eq=False, repr=False)
class ViewRefused(Message):
    """A view could not be saved; what was filled in is not lost."""

    key: int
    view: "ActionView | None"
    sentence: str
