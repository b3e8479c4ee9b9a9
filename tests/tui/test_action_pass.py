"""The guided pass on the screen: one key for each outcome, the minutes drafting themselves, nothing lost half-way."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.services import meetings as services
from lpgminutes.services.action_log import action
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


def _points(records: Store, meeting: Meeting) -> list[str]:
    item = services.meeting(records, meeting.ref).items[1]
    return [f"{point.label}: {point.text}" for minute in item.children for point in minute.children]


@pytest.mark.usefixtures("august")
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_the_pass_opens_with_the_latest_draft_and_the_first_action(
    size: tuple[int, int], at_the_screens: "Sitting"
) -> None:
    """Owner and whether they are here, how late, how often slipped, the minute."""
    async with at_the_screens(size) as person:
        await person.press("f8", "p")
        assert "lpg/2019-08-01" in person.sees
        assert "1 of 4" in person.sees
        assert "! Tom Field sent apologies" in person.sees
        assert "! Sam Okafor is not in the attendance" in person.sees
        assert "Mon 1 Jul 2019   ! 31 days late" in person.sees
        assert "Slipped  never" in person.sees


async def test_each_outcome_is_minuted_and_the_next_action_comes(
    at_the_screens: "Sitting", records: Store, august: Meeting
) -> None:
    """Close with evidence, re-date with the slips in sight, carry forward, withdraw."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("c")
        await person.fill("both came")
        await person.press("enter")
        assert "AP0619-02 (Tom Field, Sam Okafor): closed. Evidence: both came." in person.reads
        assert "2 of 4" in person.sees
        assert "Priya Nandakumar is here" in person.sees
        assert "once, 7 days in all; originally due 18 Jul 2019" in person.reads
        await person.press("d")
        assert "Slipped once; originally 18 Jul 2019." in person.reads
        await person.type("two weeks today")
        await person.press("tab")
        await person.fill("HR are late")
        await person.press("enter", "f", "w")
        await person.fill("no longer wanted")
        await person.press("enter")
        assert "4 actions had a turn at lpg/2019-08-01." in person.sees
    moved = "due date moved from 25 Jul 2019 to 15 Aug 2019 (slipped twice; originally 18 Jul 2019)"
    assert _points(records, august) == [
        "AP0619-02 (Tom Field, Sam Okafor): closed. Evidence: both came.",
        f"AP0619-01 (Priya Nandakumar): {moved}. Reason: HR are late.",
        "AP0619-04 (Sam Okafor): carried forward, due 20 Aug 2019.",
        "AP0619-03: withdrawn. Reason: no longer wanted.",
    ]
    closed = action(records, "AP0619-02").action
    assert (closed.status, closed.history[-1].meeting) == (ActionStatus.CLOSED, august.ref)
    assert closed.history[-1].date == dt.date(2019, 8, 1)


async def test_stopping_half_way_loses_nothing_and_coming_back_goes_on(
    at_the_screens: "Sitting", records: Store, august: Meeting
) -> None:
    """In another run of the program as well."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("f")
        assert "2 of 4" in person.sees
    async with at_the_screens() as person:
        await person.press("f8", "p")
        assert "2 of 4" in person.sees
        assert "AP0619-01" in person.sees
        assert "AP0619-02 (Tom Field, Sam Okafor): carried forward" in person.reads
    assert len(_points(records, august)) == 1


@pytest.mark.soak
@pytest.mark.usefixtures("august")
async def test_an_action_can_be_skipped_and_comes_again_at_the_end(at_the_screens: "Sitting") -> None:
    """Nothing is recorded of it; the left arrow goes back to it at once."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("right")
        assert "2 of 4" in person.sees
        await person.press("left")
        assert "AP0619-02" in person.lines[3]
        await person.press("right", "f", "f", "f")
        assert "1 skipped" in person.sees
        await person.press("right")
        assert "AP0619-02" in person.lines[3]


@pytest.mark.soak
async def test_a_note_leaves_the_turn_with_the_action(
    at_the_screens: "Sitting", records: Store, august: Meeting
) -> None:
    """What becomes of it is said next, in the same line of the minutes."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("n")
        await person.fill("Tom wrote that they will come")
        await person.press("enter")
        assert "1 of 4" in person.sees
        assert "Note     Tom wrote that they will come" in person.sees
        await person.press("f")
        assert "2 of 4" in person.sees
    assert _points(records, august) == [
        "AP0619-02 (Tom Field, Sam Okafor): Tom wrote that they will come. Carried forward, due 1 Jul 2019."
    ]


async def test_undo_takes_back_the_outcome_with_its_line_and_returns_to_the_action(
    at_the_screens: "Sitting", records: Store, august: Meeting
) -> None:
    """One undo for both."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("f", "u")
        await person.waits_for("Taken back")
        assert "AP0619-02" in person.lines[3]
        assert "1 of 4" in person.sees
    assert _points(records, august) == []


async def test_a_key_that_repeats_records_nothing_twice(
    at_the_screens: "Sitting", records: Store, august: Meeting
) -> None:
    """What becomes of the next action is said when it is there."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press_at_once("f", "f", "f")
        await person.waits_for("2 of 4")
        await person.press("f")
        await person.waits_for("3 of 4")
    first, second = _points(records, august)
    assert first == "AP0619-02 (Tom Field, Sam Okafor): carried forward, due 1 Jul 2019."
    assert second.startswith("AP0619-01")


async def test_a_refused_outcome_is_said_and_the_pass_goes_on(
    at_the_screens: "Sitting", records: Store, august: Meeting
) -> None:
    """The minutes went out from another window: nothing is recorded, and the keys work on."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        with records.change("circulate", who="Somebody") as work:
            work.meetings.set_status(work.meetings.get(august.ref), MeetingStatus.CIRCULATED)
            work.commit()
        await person.press("f")
        await person.waits_for("are circulated: nothing")
        await person.press("right")
        await person.waits_for("2 of 4")
    assert _points(records, august) == []


async def test_the_drafted_line_can_be_edited(at_the_screens: "Sitting", records: Store, august: Meeting) -> None:
    """The label stays, the words are the secretary's."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("f", "e", "ctrl+u")
        await person.waits_for("Enter Save Esc Cancel")  # of one field there is no next
        await person.fill("left open until the auditors reply.")
        await person.press("enter")
        await person.waits_for("left open until the auditors reply.")
    assert _points(records, august) == ["AP0619-02 (Tom Field, Sam Okafor): left open until the auditors reply."]


@pytest.mark.usefixtures("august")
async def test_one_key_opens_the_minute_and_another_the_draft(at_the_screens: "Sitting") -> None:
    """And Esc comes back to the action."""
    async with at_the_screens() as person:
        await person.press("f8", "p")
        await person.press("m")
        assert "lpg/2019-06-27" in person.lines[0]
        await person.press("escape")
        assert "1 of 4" in person.sees
        await person.press("f", "g")
        assert "AP0619-02 (Tom Field, Sam Okafor): carried forward" in person.reads
        await person.press("escape")
        await person.waits_for("2 of 4")


async def test_without_a_draft_the_pass_says_what_to_do(
    at_the_screens: "Sitting", records: Store, logged: Meeting
) -> None:
    """Minutes have to be in the writing for it."""
    from lpgminutes.domain.meetings import MeetingStatus

    with records.change("circulate", who="Somebody") as work:
        work.meetings.set_status(work.meetings.get(logged.ref), MeetingStatus.CIRCULATED)
        work.commit()
    async with at_the_screens() as person:
        await person.press("f8", "p")
        assert "No minutes are being written." in person.sees
