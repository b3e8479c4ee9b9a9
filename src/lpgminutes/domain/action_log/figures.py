"""What follows from an action and its history, and is never typed: slips, first due date, when it was done with."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.action_log.history import Field, read_due
from lpgminutes.domain.action_log.replay import as_minuted
from lpgminutes.domain.actions import Action, ActionEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFigures:
    """The figures of an action as it stands."""

    original_due: dt.date | None
    """The first due date that it was ever given; no later change moves it."""
    slips: int
    """How often its due date was moved to a later one."""
    slip_days: int
    """By how many days those moves put it off."""
    carried: int
    """How often a meeting kept it open."""
    settled_on: dt.date | None
    """The day on which it was closed, or otherwise done with; ``None`` while it is outstanding, or when nobody said."""
    last_note: str


def figures_of(action: Action) -> ActionFigures:
    """Return the figures of an action as it stands."""
    moves = tuple(_moves_later(action.history))
    return ActionFigures(
        original_due=_first_due(action),
        slips=len(moves),
        slip_days=sum(moves),
        carried=sum(event.what == Field.CARRIED.value for event in action.history),
        settled_on=None if action.status.is_outstanding else _settled_on(action),
        last_note=next((event.after for event in reversed(action.history) if event.what == Field.NOTE.value), ""),
    )


def _first_due(action: Action) -> dt.date | None:
    minuted = as_minuted(action).due
    if minuted is not None:
        return minuted
    given = (read_due(event.after)[0] for event in action.history if event.what == Field.DUE.value)
    return next((day for day in given if day is not None), action.due)


def _moves_later(history: tuple[ActionEvent, ...]) -> Iterator[int]:
    """Yield, for each move to a later date, by how many days."""
    for event in history:
        if event.what == Field.DUE.value:
            before, after = read_due(event.before)[0], read_due(event.after)[0]
            if before is not None and after is not None and after > before:
                yield (after - before).days


def _settled_on(action: Action) -> dt.date | None:
    """Return the day of the last entry that made the action what it is."""
    said = (event for event in reversed(action.history) if event.what == Field.STATUS.value)
    return next((event.date for event in said if event.after == action.status.value), None)
