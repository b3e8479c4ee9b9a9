"""The head of the minutes at the keyboard: a form with what stands, and one key for the end of the meeting."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.meetings import Meeting, NextMeeting
from lpgminutes.services import meetings as services
from lpgminutes.services.meeting_head import HeadChange, HeadReader, set_head
from lpgminutes.services.meeting_life import circulate, versions
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

BORDERS = "\N{BOX DRAWINGS LIGHT VERTICAL}" + "".join(map(chr, range(0x2581, 0x2590)))
"""What stands between the words of a form: its frame, and the bar that says how far it is scrolled."""


def set_elsewhere(records: Store, ref: str, change: HeadChange) -> None:
    """Let somebody else set the head."""
    reader = HeadReader(dates=bootstrap.house_dates(), now=bootstrap.local_now())
    set_head(records, ref, change, reader=reader, who="Somebody")


@pytest.mark.soak
@pytest.mark.parametrize("size", [(80, 24), (40, 10)], ids=["80x24", "40x10"])
async def test_the_head_is_set_field_by_field_and_taken_back_at_once(
    at_the_screens: "Sitting", records: Store, june: Meeting, size: tuple[int, int]
) -> None:
    """What is typed is read under the field before Enter; text is data; u brings everything back."""
    async with at_the_screens(size) as person:
        await person.press("enter", "escape", "h")
        assert f"The head of {june.ref}" in person.sees
        await person.fill("Room [s40] 3")
        await person.press("tab")
        await person.fill("10.00")
        await person.press("tab")
        await person.fill("11:40")
        await person.press("tab")
        await person.fill("4 September 2pm")
        assert "Wednesday 4 September 2019, 14:00." in " ".join(
            word for word in person.reads.split() if word[0] not in BORDERS
        )
        await person.press("tab")
        await person.fill("Leeds")
        await person.press("enter")
        head = services.meeting(records, june.ref)
        assert (head.location, head.start, head.end) == ("Room [s40] 3", dt.time(10), dt.time(11, 40))
        assert head.next_meeting == NextMeeting(date=dt.date(2019, 9, 4), start=dt.time(14), location="Leeds")
        await person.press("home")
        if size == (80, 24):
            assert "Date    Thursday 27 June 2019, 10:00 to 11:40" in person.sees
            assert "Place   Room [s40] 3" in person.sees
        await person.press("u")
    taken_back = services.meeting(records, june.ref)
    assert (taken_back.location, taken_back.end, taken_back.next_meeting) == ("", None, None)


@pytest.mark.soak
@pytest.mark.parametrize("size", [(80, 24), (40, 10)], ids=["80x24", "40x10"])
async def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(
    at_the_screens: "Sitting", records: Store, june: Meeting, size: tuple[int, int]
) -> None:
    """Enter goes to the field that is refused; when it is mended all is saved."""
    async with at_the_screens(size) as person:
        await person.press("enter", "escape", "h")
        await person.fill("Room 3")
        await person.press("tab")
        await person.fill("10:00")
        await person.press("tab")
        await person.fill("9:00")
        await person.press("tab", "enter")
        said = " ".join(word for word in person.reads.split() if word[0] not in BORDERS)
        assert "End 9:00 ! The meeting cannot have ended at 09:00, before it began at 10:00." in said
        assert services.meeting(records, june.ref).location == ""
        await person.press("ctrl+u")
        await person.fill("11.40")
        await person.press("enter")
    head = services.meeting(records, june.ref)
    assert (head.location, head.start, head.end) == ("Room 3", dt.time(10), dt.time(11, 40))


async def test_leaving_the_form_and_saving_what_stands_change_nothing(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Neither writes to the history."""
    number = records.latest_change()
    async with at_the_screens() as person:
        await person.press("enter", "escape", "h")
        await person.fill("Room 3")
        await person.press("escape", "h", "enter")
        assert "The head of" not in person.sees
    assert records.latest_change() == number


async def test_a_head_that_somebody_else_changed_comes_back_with_what_was_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Nothing of theirs is written over unseen, nothing of one's own is lost."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "h")
        await person.fill("Room 3")
        set_elsewhere(records, june.ref, HeadChange(location="Room 9", start="10:00"))
        await person.press("enter")
        await person.waits_for("was changed by someone else meanwhile")
        assert "Room 3" in person.sees
        assert "10:00." in person.sees
        await person.press("enter")
    head = services.meeting(records, june.ref)
    assert (head.location, head.start) == ("Room 3", dt.time(10))


@pytest.mark.soak
async def test_the_end_is_noted_by_one_key_while_the_meeting_is_on(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The hour is that of now; in minutes of another day the form asks for it."""
    today = services.new_meeting(records, "lpg", date=bootstrap.today(), who="Somebody")
    async with at_the_screens() as person:
        await person.press("enter", "escape")
        before = bootstrap.local_now().time().replace(second=0, microsecond=0)
        await person.press("E")
        end = services.meeting(records, today.ref).end
        assert end is not None
        assert before <= end <= bootstrap.local_now().time()
        assert f"to {end:%H:%M}" in person.sees or f", {end:%H:%M}" in person.sees
        await person.press("u", "escape", "down", "enter", "escape", "E")
        await person.waits_for("The meeting is not one of today: write the hour")
        await person.press("ctrl+u")
        await person.fill("11:40")
        await person.press("enter")
    assert services.meeting(records, today.ref).end is None
    assert services.meeting(records, june.ref).end == dt.time(11, 40)


async def test_minutes_that_went_out_ask_first_why_they_are_corrected(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The correction makes a version with the reason."""
    circulate(
        records,
        june.ref,
        interchange=bootstrap.HouseInterchange(),
        renderers=bootstrap.HouseRenderers(),
        anyway=True,
        who="Somebody",
    )
    async with at_the_screens() as person:
        await person.press("enter", "h")
        assert "why are they corrected?" in person.sees
        await person.fill("misheard")
        await person.press("enter")
        await person.fill("Room 3")
        await person.press("enter")
    assert services.meeting(records, june.ref).location == "Room 3"
    assert [version.note for version in versions(records, june.ref)] == ["", "misheard"]


@pytest.mark.soak
async def test_the_screen_stays_with_a_meeting_that_moves_to_another_day(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Here, in another window, and back again by undo: the ref at the top follows."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "h", *["tab"] * 8)
        await person.press("ctrl+u")
        await person.fill("28 June 2019")
        assert "Fri 28 Jun 2019." in person.sees
        await person.press("enter")
        assert "lpg/2019-06-28" in person.lines[0]
        set_elsewhere(records, "lpg/2019-06-28", HeadChange(date="29/6/2019"))
        await person.waits_for("lpg/2019-06-29")
        await person.press("u")
        await person.waits_for("Take back: change the head?")
        await person.press("y")
        await person.waits_for("lpg/2019-06-28")
        await person.press("u")
        await person.waits_for(june.ref)
    assert services.meeting(records, june.ref).date == june.date


@pytest.mark.soak
async def test_the_check_list_leads_to_the_head_and_a_half_typed_line_stays(
    at_the_screens: "Sitting", records: Store, june: Meeting, tmp_path: Path
) -> None:
    """From the middle of a line by the palette, or from what the check list asks for."""
    async with at_the_screens((100, 40)) as person:
        await person.press("enter")
        await person.type("Half a line")
        await person.press("ctrl+p")
        await person.type("set the head")
        await person.waits_for("Set the head: place, hours")
        await person.press("enter")
        await person.waits_for(f"The head of {june.ref}")
        await person.press("escape", "f6")
        await person.waits_for("The place is not recorded.")
        await person.press("enter")
        await person.waits_for(f"The head of {june.ref}")
        await person.fill("Room 3")
        await person.press("enter")
        assert "Half a line" in person.sees
    assert services.meeting(records, june.ref).location == "Room 3"
