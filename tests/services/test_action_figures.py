"""The figures of a log against a second, naive computation."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.actions import ActionStatus, ActionSummary
from lpgminutes.services.action_figures import Age, figures_of_log

DAY = dt.date(2019, 8, 1)
DAYS = st.none() | st.dates(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
ACTIONS = st.lists(
    st.builds(
        ActionSummary,
        id=st.just(1),
        ref=st.just("A-1"),
        owners=st.lists(st.sampled_from(["Ada", "Ben", "DWP"]), max_size=3).map(tuple),
        text=st.just("do it"),
        due=DAYS,
        due_as_written=st.just(""),
        status=st.sampled_from(ActionStatus),
        series_short_name=st.just("lpg"),
        meeting_ref=st.just("lpg/2019-01-01"),
        raised_in=st.just(""),
        raised_on=st.none() | st.dates(dt.date(2019, 1, 1), DAY),
        slips=st.integers(0, 3),
        slip_days=st.integers(0, 90),
    ),
    max_size=12,
)


@given(ACTIONS)
def test_each_figure_is_what_counting_by_hand_gives(actions: list[ActionSummary]) -> None:
    """For each owner, and for all together, every action once."""
    figures = figures_of_log(actions, DAY)
    left = [action for action in actions if action.status.value in {"open", "in progress", "complete"}]
    named = {owner for action in left for owner in action.owners} | {"" for action in left if not action.owners}
    assert {row.owner for row in figures.owners} == named
    for row in (*figures.owners, figures.total):
        is_total = row is figures.total
        theirs = [a for a in left if is_total or row.owner in a.owners or (not a.owners and not row.owner)]
        assert row.outstanding == len(theirs) == sum(row.by_age.values())
        assert row.overdue == len([a for a in theirs if a.due and a.due < DAY])
        assert row.undated == len([a for a in theirs if not a.due])
        assert row.slips == sum(a.slips for a in theirs)
        assert row.slip_days == sum(a.slip_days for a in theirs)
        assert row.slipped == len([a for a in theirs if a.slips])
        assert row.oldest == max([(DAY - a.raised_on).days for a in theirs if a.raised_on] or [0])
        assert row.most_overdue == max([(DAY - a.due).days for a in theirs if a.due and a.due < DAY] or [0])
        assert row.by_age[Age.RECENT] == len([a for a in theirs if a.raised_on and (DAY - a.raised_on).days <= 28])
        assert row.by_age[Age.UNKNOWN] == len([a for a in theirs if not a.raised_on])
    overdue = [row.overdue for row in figures.owners]
    assert overdue == sorted(overdue, reverse=True)
