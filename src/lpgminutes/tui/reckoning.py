"""What the derived cells of actions are reckoned with, before and after the bank holidays are known."""

import datetime as dt
from typing import TYPE_CHECKING

from lpgminutes.domain.action_log.ages import age_on
from lpgminutes.tui.widgets.action_columns import Reckoning

if TYPE_CHECKING:
    from lpgminutes.domain.actions import ActionSummary
    from lpgminutes.domain.working_days import WorkingDays


def reckoning_on(day: dt.date, working_days: "WorkingDays | None") -> Reckoning:
    """Return what a log of a day is reckoned with; without working days no age is told."""

    def age(action: "ActionSummary") -> int | None:
        return None if working_days is None else age_on(day, action, working_days)

    return Reckoning(day=day, age=age)
