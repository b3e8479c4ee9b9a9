"""The states that an action went through, each from one day to the next: what "as at" a day is answered from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.action_log.figures import ActionFigures, figures_of
from lpgminutes.domain.action_log.replay import as_minuted, replay
from lpgminutes.domain.actions import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionState:
    """An action as it stood for some days."""

    from_day: dt.date | None
    """The first day on which it stood so; ``None`` for always, when nobody knows when it was raised."""
    until_day: dt.date | None
    """The first day on which it stood otherwise; ``None`` for how it stands now."""
    action: Action
    figures: ActionFigures


def states_of(action: Action, raised_on: dt.date | None) -> Iterator[ActionState]:
    """Yield the states of an action that was raised on a day, the earliest first; each day is in one of them at most.

    Entries of the history may stand in another order than that of their days: on a day, those up to it count.
    """
    starts = _days_of_change(action, raised_on)
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        then = action if following is None else _up_to(action, start)
        yield ActionState(from_day=start, until_day=following, action=then, figures=figures_of(then))


def _days_of_change(action: Action, raised_on: dt.date | None) -> list[dt.date | None]:
    """Return the day on which it was raised and every later one on which something changed."""
    days = {event.date for event in action.history if event.date is not None}
    return [raised_on, *sorted(day for day in days if raised_on is None or day > raised_on)]


def _up_to(action: Action, day: dt.date | None) -> Action:
    known = (event for event in action.history if event.date is None or (day is not None and event.date <= day))
    return replay(as_minuted(action), known)
