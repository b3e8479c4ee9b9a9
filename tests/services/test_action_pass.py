"""The guided pass on a real store: the chair's order, one transaction for change and minute, nothing lost half-way."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes.domain.action_log.changes import AddNote, CarryForward, Close, NewAction, Redate, Withdraw
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import ItemState, Meeting, MeetingStatus, Series
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.domain.presence import Presence
from lpgminutes.errors import InputError, UsageError
from lpgminutes.services import meetings, records
from lpgminutes.services.action_log import action, add_action
from lpgminutes.services.action_pass import (
    actions_at_hand,
    begin_pass,
    meetings_at_hand,
    record_outcome,
    reword_point,
)
from lpgminutes.services.ports import Store
from lpgminutes.store import check

if TYPE_CHECKING:
    from tests.conftest import Step


TODAY = dt.date(2019, 8, 1)
WHO = "A Tester"


def _lay_june(store: Store) -> Meeting:
    series = Series(short_name="lpg", name="LPG", marking=read_marking("OFFICIAL"), agenda=("Welcome", "Action Points"))
    meetings.add_series(store, series, who=WHO)
    held = meetings.new_meeting(store, "lpg", date=dt.date(2019, 6, 27), who=WHO)
    for owner, due in (("Priya", "2019-08-30"), ("Tom", "2019-07-15"), ("Sam", None), ("Jo", "2019-07-01")):
        new = NewAction(
            text=f"{owner} to act", owners=(owner,), due=dt.date.fromisoformat(due) if due else None, due_as_written=""
        )
        add_action(store, held.ref, new, raised_in="1", who=WHO)
    return held


def _lay_august(store: Store) -> Meeting:
    held = meetings.new_meeting(store, "lpg", date=TODAY, who=WHO)
    with store.change("attend", who=WHO) as work:
        for name, capacity in (("Ellwood", Capacity.CHAIR), ("Priya", Capacity.MEMBER), ("Tom", Capacity.APOLOGIES)):
            work.meetings.add_attendance(held, Attendance(name=name, capacity=capacity))
        work.commit()
    add_action(store, held.ref, NewAction(text="new here", owners=("Priya",)), raised_in="1", who=WHO)
    return held


STEPS: "dict[str, Step]" = {"june": _lay_june, "august": _lay_august}


@pytest.fixture
def june(begun: dict[str, Any]) -> Meeting:
    """A meeting that raised four actions, due on different days."""
    laid: Meeting = begun["june"]
    return laid


@pytest.fixture
def august(begun: dict[str, Any], june: Meeting) -> Meeting:
    """The draft of the next meeting, with somebody there and somebody away, and an action of its own."""
    laid: Meeting = begun["august"]
    return laid


def _minuted(store: Store, meeting: Meeting) -> list[str]:
    held = meetings.meeting(store, meeting.ref)
    return [f"{b.label}: {b.text}" if b.label else b.text for b in held.items[1].walk()][1:]


def test_the_item_that_the_pass_minutes_under_is_the_open_one(store: Store, august: Meeting) -> None:
    """What is drafted is minuted as any line is; the item before it is done, when something was minuted there."""
    meetings.add_line(store, august.ref, "Everybody was welcomed.", item="1", who=WHO)
    record_outcome(store, august.ref, ["AP0619-02"], Close(evidence="seen"), who=WHO, on=TODAY)
    states = [item.state for item in meetings.meeting(store, august.ref).items]
    assert states == [ItemState.DONE, ItemState.OPEN]


def test_the_pass_takes_the_overdue_first_and_leaves_the_meetings_own_actions_out(
    store: Store, august: Meeting
) -> None:
    """Longest overdue, less overdue, to come, without a date."""
    through = begin_pass(store, august.ref, today=TODAY)
    assert [one.owners for one in through.waiting] == [("Jo",), ("Tom",), ("Priya",), ("Sam",)]
    assert (through.total, through.spoken_of) == (4, 0)


def test_lateness_is_told_by_the_day_of_the_meeting(store: Store, august: Meeting) -> None:
    """A week later, when the minutes are tidied up, nothing is later than it was; no day is in the future."""
    assert begin_pass(store, august.ref, today=TODAY + dt.timedelta(days=7)).on == TODAY
    assert begin_pass(store, august.ref, today=TODAY - dt.timedelta(days=1)).on < TODAY


def test_the_owners_are_looked_for_in_the_attendance(store: Store, august: Meeting) -> None:
    """Here, away with apologies, or not in the list."""
    at_hand = actions_at_hand(store, begin_pass(store, august.ref, today=TODAY))
    assert [one.owners[0].presence for one in at_hand] == [
        *(Presence.AWAY, Presence.AWAY, Presence.HERE, Presence.AWAY),
    ]


def test_an_outcome_is_stored_and_minuted_as_one_and_taken_back_as_one(store: Store, august: Meeting) -> None:
    """The minute that opens the points is made with the first of them, and goes with it."""
    jo = begin_pass(store, august.ref, today=TODAY).waiting[0]
    [minuted] = record_outcome(store, august.ref, [jo.id], Close(evidence="seen"), who=WHO, on=TODAY)
    assert minuted.number == "2.1"
    opening, point = _minuted(store, august)
    assert opening.startswith("Ellwood went through the outstanding action points")
    assert point == f"{jo.ref} (Jo): closed. Evidence: seen."
    assert action(store, jo.id).action.history[-1].meeting == august.ref
    records.undo(store, who=WHO)
    assert _minuted(store, august) == []
    assert action(store, jo.id).action.status.is_outstanding
    records.redo(store, who=WHO)
    assert len(_minuted(store, august)) == 2


def test_the_history_says_what_was_done_without_a_word_of_the_minutes(store: Store, august: Meeting) -> None:
    """``close an action and minute it``, at this meeting."""
    jo = begin_pass(store, august.ref, today=TODAY).waiting[0]
    record_outcome(store, august.ref, [jo.id], Close(evidence="seen"), who=WHO, on=TODAY)
    assert records.changes(store, limit=1)[0].what == "close an action and minute it"


def test_stopping_half_way_loses_nothing(store: Store, august: Meeting) -> None:
    """Whoever opens the pass again finds what is left, and the count goes on."""
    first, second, *others = begin_pass(store, august.ref, today=TODAY).waiting
    record_outcome(store, august.ref, [first.id], Close(evidence="seen"), who=WHO, on=TODAY)
    record_outcome(store, august.ref, [second.id], CarryForward(), who="Somebody else", on=TODAY)
    again = begin_pass(store, august.ref, today=TODAY)
    assert [one.id for one in again.waiting] == [one.id for one in others]
    assert (again.total, again.spoken_of) == (4, 2)


def test_what_is_said_twice_of_an_action_is_one_point(store: Store, august: Meeting) -> None:
    """A note and then another date; the points of others stay apart."""
    first, second, *_ = begin_pass(store, august.ref, today=TODAY).waiting
    record_outcome(store, august.ref, [first.id], AddNote(text="nearly there"), who=WHO, on=TODAY)
    record_outcome(store, august.ref, [second.id], CarryForward(), who=WHO, on=TODAY)
    redate = Redate(due=dt.date(2019, 9, 2), why="one more week")
    record_outcome(store, august.ref, [first.id], redate, who=WHO, on=TODAY)
    assert _minuted(store, august)[1:] == [
        f"{first.ref} (Jo): nearly there. Due date moved from 1 Jul 2019 to 2 Sep 2019. Reason: one more week.",
        f"{second.ref} (Tom): carried forward, due 15 Jul 2019.",
    ]


def test_a_drafted_point_can_be_put_into_other_words(store: Store, august: Meeting) -> None:
    """What comes next is said after the secretary's words."""
    jo = begin_pass(store, august.ref, today=TODAY).waiting[0]
    [minuted] = record_outcome(store, august.ref, [jo.id], CarryForward(), who=WHO, on=TODAY)
    reword_point(store, minuted.point, "left open for now", who=WHO)
    record_outcome(store, august.ref, [jo.id], Withdraw(why="done elsewhere"), who=WHO, on=TODAY)
    assert _minuted(store, august)[-1] == f"{jo.ref} (Jo): left open for now. Withdrawn. Reason: done elsewhere."
    with pytest.raises(UsageError, match="would be empty"):
        reword_point(store, minuted.point, " \n", who=WHO)


def test_an_item_that_is_missing_is_made(store: Store, august: Meeting) -> None:
    """A meeting without an item for its actions gets one at the end."""
    other = meetings.new_meeting(store, "lpg", date=dt.date(2019, 9, 1), title="No agenda", who=WHO)
    with store.change("take the item out", who=WHO) as work:
        held = work.meetings.get(other.ref)
        work.meetings.save_block(replace(held.items[1], text="Finance"))
        work.commit()
    jo = begin_pass(store, other.ref, today=TODAY).waiting[0]
    [minuted] = record_outcome(store, other.ref, [jo.id], CarryForward(), who=WHO, on=TODAY)
    titles = [f"{n} {b.text}" for n, b in numbered(meetings.meeting(store, other.ref).items) if "." not in n]
    assert titles == ["1 Welcome", "2 Finance", "3 Action Points"]
    assert minuted.number == "3.1"
    assert august.ref != other.ref


def test_several_actions_have_one_outcome_in_one_change(store: Store, august: Meeting) -> None:
    """All or none: an outcome that one of them refuses leaves no trace."""
    first, second, third, _ = begin_pass(store, august.ref, today=TODAY).waiting
    record_outcome(store, august.ref, [first.id, second.id], Close(evidence="seen"), who=WHO, on=TODAY)
    assert len(_minuted(store, august)) == 3
    with pytest.raises((InputError, UsageError)):
        record_outcome(store, august.ref, [third.id, first.id], Close(evidence="seen"), who=WHO, on=TODAY)
    assert len(_minuted(store, august)) == 3
    assert action(store, third.id).action.status.is_outstanding


def test_minutes_that_are_no_draft_take_nothing(store: Store, august: Meeting) -> None:
    """Refused with a sentence, and the action is not changed either."""
    jo = begin_pass(store, august.ref, today=TODAY).waiting[0]
    with store.change("circulate", who=WHO) as work:
        work.meetings.set_status(work.meetings.get(august.ref), MeetingStatus.CIRCULATED)
        work.commit()
    with pytest.raises(UsageError, match="are circulated: nothing more can be minuted"):
        record_outcome(store, august.ref, [jo.id], Close(evidence="seen"), who=WHO, on=TODAY)
    assert action(store, jo.id).action.status.is_outstanding
    assert [meeting.ref for meeting in meetings_at_hand(store, today=TODAY)] == ["lpg/2019-06-27"]


def test_the_store_proves_itself_after_a_pass(store: Store, august: Meeting) -> None:
    """Every row that the pass wrote is in the chained history."""
    for one in begin_pass(store, august.ref, today=TODAY).waiting:
        record_outcome(store, august.ref, [one.id], CarryForward(why="next time"), who=WHO, on=TODAY)
    assert begin_pass(store, august.ref, today=TODAY).waiting == ()
    store.close()
    assert check(store.location()).problems == ()
