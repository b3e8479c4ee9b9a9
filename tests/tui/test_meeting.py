import asyncio
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.capture import read_line
from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store
from lpgminutes.tui.screens.meeting.screen import MeetingScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


def _set_status(records: Store, meeting: Meeting, status: MeetingStatus) -> None:
    with records.change("set the status", who="Somebody") as work:
        work.meetings.set_status(services.meeting(records, meeting.ref), status)
        work.commit()


def _minutes(records: Store, meeting: Meeting) -> list[str]:
    return [block.text for block in services.meeting(records, meeting.ref).blocks()]


@pytest.mark.usefixtures("june")
async def test_the_minutes_stand_as_they_will_be_printed(at_the_screens: "Sitting") -> None:
    """Head, items with numbers, and tail, in the order of the paper."""
    async with at_the_screens((90, 40)) as person:
        await person.press("enter")
        order = [
            "Lot Performance Group",
            "Status  Draft",
            "Thursday 27 June 2019",
            "Attendance",
            "1.1   Everybody was welcomed.",
            "2.1   The log was gone through.",
            "Next meeting",
        ]
        places = [person.sees.find(words) for words in order]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize(("size", "is_shown"), [((80, 24), False), ((120, 40), True)])
@pytest.mark.usefixtures("june")
async def test_the_items_stand_at_the_left_where_there_is_room(
    size: tuple[int, int], *, is_shown: bool, at_the_screens: "Sitting"
) -> None:
    """Below 100 columns the minutes have the width; a key shows or hides the items at either."""
    async with at_the_screens(size) as person:
        await person.press("enter")
        assert ("1 minute" in person.sees) is is_shown
        await person.press("f2")
        assert "1 minute" in person.sees
        await person.press("f2")
        assert "1 minute" not in person.sees


async def test_keys_go_from_item_to_item(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """The item at hand comes to the top and is named."""
    for number in range(3, 12):
        services.add_line(records, june.ref, f"# Item number {number}", who="Somebody")
        services.add_line(records, june.ref, "It was discussed at length. " * 20, who="Somebody")
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press("escape", "home", "n", "n")
        assert "item 3 of 11" in person.sees
        assert "3     Item number 3" in person.lines[2]
        await person.press("p")
        assert "item 2 of 11" in person.sees
        await person.press("end")
        assert "Next meeting" in person.sees


async def test_the_line_says_where_it_goes_and_goes_there(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """A line typed under an item in the middle is recorded under that item."""
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Under 2 Action Points" in person.reads
        await person.press("ctrl+up")
        assert "Under 1 Welcome" in person.reads
        await person.fill("Two apologies were received.")
        assert "minute 1.2" in person.sees
        await person.press("enter")
        assert "1.2   Two apologies were received." in person.sees
    assert [b.text for b in services.meeting(records, june.ref).items[0].children][1:] == [
        "Two apologies were received."
    ]


async def test_letters_that_are_typed_into_a_line_are_never_commands(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Every letter that is a key elsewhere lands in the line, from the first one after the line is opened."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press("escape")
        await person.pilot.press("l", *"qunplaosUk")
        await person.settle()
        assert "qunplaosUk" in person.sees
        await person.press("tab", "l", "q", "enter")
    assert _minutes(records, june)[-1] == "qunplaosUkq"


async def test_a_refused_line_stays_in_the_input_with_the_reason(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Minutes that were circulated meanwhile take no line; what was typed is not lost."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.fill("A late thought.")
        _set_status(records, june, MeetingStatus.CIRCULATED)
        await person.press("enter")
        assert "! Not recorded:" in person.sees
        assert "A late thought." in person.sees
        await person.press("escape", "escape", "enter")
        assert "A late thought." in person.sees
        _set_status(records, june, MeetingStatus.DRAFT)
        await person.press("enter")
        assert "! Not recorded:" not in person.sees
    assert _minutes(records, june)[-1] == "A late thought."


async def test_the_next_line_can_be_typed_while_one_is_on_its_way(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Whoever types faster than the disk loses nothing, and a second Enter does not record twice."""
    async with at_the_screens() as person:
        await person.press("enter")
        written = "First.", "Second.", "Third."
        with records.change("hold the store", who="Somebody"):
            for line in written:
                await person.pilot.press(*line, "enter", "enter")
        await person.settle()
    assert tuple(_minutes(records, june)[-3:]) == written


async def test_several_pasted_lines_are_read_one_by_one(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Nothing after the first line is dropped; each becomes what it would if it were typed."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("# Any Other Business\r\n\r\nThe van was discussed.\n- Costs: none\n-- as before\n")
        assert "4 lines pasted: 1 item, 1 minute, 1 point, 1 sub-point" in person.reads
        assert _minutes(records, june)[-1] == "The log was gone through."
        await person.press("enter")
        assert "3.1   The van was discussed." in person.sees
    assert _minutes(records, june)[-4:] == [
        "Any Other Business",
        "The van was discussed.",
        "none",
        "as before",
    ]


async def test_a_pasted_line_that_is_refused_stops_the_others(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What was recorded is recorded; the refused line and those after it stay to be mended."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("# Finance\n- a point without a minute\nA minute after it.")
        await person.press("enter")
        assert "! Not recorded:" in person.sees
        assert "- a point without a minute" in person.sees
        await person.press("home", "delete", "delete", "enter")
    assert _minutes(records, june)[-3:] == ["Finance", "a point without a minute", "A minute after it."]


async def test_a_jump_among_pasted_lines_goes_to_the_item(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What was pasted behind it is recorded under that item."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("#1\nEarly.\n#2\n#1\n\nToo.\n#2\nLate.")
        await person.press("enter")
        assert "Not recorded" not in person.sees
        assert person.reads.startswith("Under 2") or "Under 2" in person.sees
    first, second = services.meeting(records, june.ref).items
    assert [block.text for block in first.children][-2:] == ["Early.", "Too."]
    assert [block.text for block in second.children][-1] == "Late."


async def test_a_jump_typed_while_a_line_is_on_its_way_holds(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The answer to a line takes nobody back to its item who has gone to another since."""
    async with at_the_screens() as person:
        await person.press("enter", *"#1", "enter")
        with records.change("hold the store", who="Somebody"):
            await person.pilot.press(*"One.", "enter", *"#2", "enter")
        await person.settle()
        await person.press(*"Two.", "enter")
    first, second = services.meeting(records, june.ref).items
    assert [block.text for block in first.children][-1] == "One."
    assert [block.text for block in second.children][-1] == "Two."


async def test_who_goes_back_from_a_new_item_types_where_they_went(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """A line typed after a jump goes to that item, though the one before it began another."""
    async with at_the_screens() as person:
        await person.press("enter", *"#1", "enter")
        with records.change("hold the store", who="Somebody"):
            await person.pilot.press(*"# Fresh", "enter", *"#1", "enter", *"Xxx.", "enter")
        await person.settle()
        await person.press(*"Yyy.", "enter")
    first, *_, last = services.meeting(records, june.ref).items
    assert [block.text for block in first.children][-2:] == ["Xxx.", "Yyy."]
    assert (last.text, last.children) == ("Fresh", ())


async def test_any_number_of_pasted_jumps_is_gone_through(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """However many follow one another."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("#1\n#2\n" * 600 + "Late.")
        await person.press("enter")
    assert services.meeting(records, june.ref).items[1].children[-1].text == "Late."


async def test_undo_while_typing_takes_back_a_line_only_when_there_is_no_typing_to_take_back(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """With words in the editor, ctrl+z is an editor's undo, and touches no record."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.fill("One line.")
        await person.press("enter")
        await person.fill("Half a")
        await person.press("ctrl+z")
        assert _minutes(records, june)[-1] == "One line."
        assert "Half a" not in person.sees
        await person.press("ctrl+y")
        assert "Half a" in person.sees
        await person.press("ctrl+z", "ctrl+z")
        await person.waits_for("Taken back")
    assert _minutes(records, june)[-1] == "The log was gone through."


@pytest.mark.parametrize("status", [MeetingStatus.CIRCULATED, MeetingStatus.APPROVED])
async def test_minutes_that_are_no_draft_take_no_line(
    status: MeetingStatus, at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The key is neither shown nor does it do anything; the status is said in a word."""
    _set_status(records, june, status)
    async with at_the_screens() as person:
        await person.press("enter")
        assert status.value.capitalize() in person.lines[1]
        assert "l Type" not in person.lines[-1]
        await person.press("l")
        assert "Under" not in person.sees


@pytest.mark.usefixtures("june")
async def test_a_meeting_taken_back_is_left(at_the_screens: "Sitting", records: Store) -> None:
    """When the meeting itself is gone the screen goes back to the list, and says why."""
    async with at_the_screens() as person:
        added = services.new_meeting(records, "lpg", date=dt.date(2020, 1, 1), who="A Tester")
        await person.press("f5", "home", "enter")
        assert added.ref in person.lines[0]
        await person.press("escape", "u", "y")
        await person.waits_for("There is no meeting lpg/2020-01-01")
        assert "27 Jun 2019" in person.sees


async def test_lines_on_their_way_are_stored_when_the_program_is_told_to_end(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Leaving waits for what was entered, also for what stands in the queue."""
    written = [f"Line {number}." for number in range(8)]
    async with at_the_screens() as person:
        await person.press("enter")
        assert isinstance(person.screen, MeetingScreen)
        for line in written:
            person.screen.send(read_line(line), under=None)
        for _ in range(20):  # turns of the loop, so that each answer is waited for
            await asyncio.sleep(0)
        person.app.leave(143)
    assert _minutes(records, june)[-8:] == written
