"""The figures of an action log: how old, how late and how often put off, by owner. Numbers alone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.actions import ActionSummary

_FOUR_WEEKS = 28
_TWELVE_WEEKS = 84


class Age(Enum):
    """How long ago an action was raised."""

    RECENT = "up to 4 weeks"
    OLDER = "4 to 12 weeks"
    OLDEST = "over 12 weeks"
    UNKNOWN = "not known"
    """The meeting that raised it has no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerFigures:
    """The figures of what one owner still has to do."""

    owner: str
    """Empty for what nobody owns, and for the sum over all."""
    outstanding: int
    overdue: int
    undated: int
    """How many have no due date that could be read."""
    by_age: dict[Age, int]
    """How many are how old; every age is there."""
    oldest: int
    """Days since the oldest was raised; 0 when that is not known."""
    most_overdue: int
    """Days by which the most overdue one is late."""
    slipped: int
    """How many were put off at least once."""
    slips: int
    """How often they were put off, together."""
    slip_days: int
    """By how many days they were put off, together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFigures:
    """The figures of a log as on one day."""

    as_at: dt.date
    owners: tuple[OwnerFigures, ...]
    """Those with most overdue first; an action of several owners counts for each."""
    total: OwnerFigures
    """Every action once."""


def figures_of_log(actions: Iterable[ActionSummary], as_at: dt.date) -> LogFigures:
    """Return the figures of what is outstanding among some actions."""
    outstanding = [action for action in actions if action.status.is_outstanding]
    owned: defaultdict[str, list[ActionSummary]] = defaultdict(list)
    for action in outstanding:
        for owner in dict.fromkeys(action.owners) or ("",):
            owned[owner].append(action)
    owners = (_figures(owner, theirs, as_at) for owner, theirs in owned.items())
    return LogFigures(
        as_at=as_at,
        owners=tuple(sorted(owners, key=lambda o: (-o.overdue, -o.outstanding, not o.owner, o.owner.casefold()))),
        total=_figures("", outstanding, as_at),
    )


def age_in_days(action: ActionSummary, as_at: dt.date) -> int | None:
    """Return how many days ago an action was raised; ``None`` when its meeting has no date."""
    return (as_at - action.raised_on).days if action.raised_on else None


def _figures(owner: str, actions: list[ActionSummary], as_at: dt.date) -> OwnerFigures:
    ages = [age_in_days(action, as_at) for action in actions]
    bands = [_band(age) for age in ages]
    return OwnerFigures(
        owner=owner,
        outstanding=len(actions),
        overdue=sum(action.is_overdue(as_at) for action in actions),
        undated=sum(action.due is None for action in actions),
        by_age={band: bands.count(band) for band in Age},
        oldest=max((age for age in ages if age is not None), default=0),
        most_overdue=max((action.days_overdue(as_at) for action in actions), default=0),
        slipped=sum(action.slips > 0 for action in actions),
        slips=sum(action.slips for action in actions),
        slip_days=sum(action.slip_days for action in actions),
    )


def _band(age: int | None) -> Age:
    if age is None:
        return Age.UNKNOWN
    if age <= _FOUR_WEEKS:
        return Age.RECENT
    return Age.OLDER if age <= _TWELVE_WEEKS else Age.OLDEST
