"""How old an action is, in working days."""

import datetime as dt

from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.working_days import WorkingDays


def age_on(day: dt.date, action: ActionSummary, working_days: WorkingDays) -> int | None:
    """Return how many working days an action is old on a day, or was when it was done with.

    ``None`` when nobody knows when it was raised, or the bank holidays since then are not known.
    """
    raised = action.raised_on
    end = day if action.settled_on is None else min(day, action.settled_on)
    if raised is None or raised > end:
        return None
    known = working_days.first_year <= raised.year and end.year <= working_days.last_year
    return working_days.between(raised, end) if known else None
