"""Forty columns and ten lines: every dialog and pane shows what has the keyboard, whole, and the way out."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from lpgminutes import bootstrap
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.services import meetings as services
from lpgminutes.services.cases import NewCase, open_case
from lpgminutes.services.editing import Seen, edit_text
from lpgminutes.services.ports import Store
from lpgminutes.tui.text import spread

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

pytestmark = pytest.mark.soak
"""Every screen in every small window: a longer proof."""

TINY, LITTLE, SMALL, LARGE = (40, 10), (60, 20), (80, 24), (120, 40)


@pytest.mark.usefixtures("june")
async def test_the_plan_of_a_meeting_shows_the_line_at_hand(at_the_screens: "Sitting") -> None:
    """From the first to the last."""
    async with at_the_screens(TINY) as person:
        await person.press("a")
        await person.fill("next Thursday")
        await person.press("enter")
        assert "Welcome" in person.sees
        await person.press("end")
        assert any(line.startswith("│▌") for line in person.lines)
        assert "Enter Start" in person.sees


@pytest.mark.usefixtures("june")
async def test_every_choice_can_be_scrolled_to(at_the_screens: "Sitting") -> None:
    """What a paragraph can be turned into is more than there are lines."""
    async with at_the_screens(TINY) as person:
        await person.press("enter", "escape", "t")
        assert "an action" in person.sees
        assert "a point to check" not in person.sees
        await person.press("end")
        await person.waits_for("a point to check")
        await person.press("c")
        assert "Turn this" not in person.sees


async def test_the_check_list_follows_its_highlight(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """With more to look at than there are lines, the last of it is reached."""
    for number in range(9):
        services.add_line(records, june.ref, f"? figure {number}", item="2", who="Somebody")
    async with at_the_screens(TINY) as person:
        await person.press("enter", "f6")
        assert "to look at before" in person.reads
        await person.press("end")
        assert any(line.startswith("│▌") for line in person.lines)
        assert "c Circulate" in person.sees


async def test_both_states_of_a_paragraph_can_be_read_before_one_is_chosen(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """One stands under the other, and both scroll as one."""
    async with at_the_screens(TINY) as person:
        await person.press("enter", "up")
        await person.fill(" So it was said at this desk.")
        now = services.meeting(records, june.ref).items[-1].children[-1]
        seen = Seen(block=now.id or 0, revision=now.revision)
        edit_text(records, june.ref, seen, "The log was gone through by others, and at length.", who="Somebody")
        await person.press("enter")
        await person.waits_for("As it is now")
        assert "at this desk" not in person.sees
        await person.press("end")
        await person.waits_for("at this desk.")


async def test_the_exemptions_are_in_sight_while_one_is_looked_for(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What Enter takes is shown, how far it reaches is counted, and no key is named that does nothing."""
    open_case(records, NewCase(reference="FOI2019/7", meetings=(june.ref,)), who="Olive", today=bootstrap.today())
    async with at_the_screens(TINY, who="Olive") as person:
        await person.press("f12")
        await person.waits_for("FOI2019/7")
        await person.press("enter")
        await person.waits_for("What is withheld")
        await person.press("w")
        await person.fill("43(1)")
        assert "▌ FOIA s43(1)" in person.sees
        assert "1 mention in 1 text" in person.sees
        assert "Mentions" not in person.lines[-2]


@pytest.mark.parametrize("size", [TINY, LITTLE, SMALL, LARGE])
async def test_how_a_case_stands_is_said_whole_in_as_many_words_as_there_is_room_for(
    at_the_screens: "Sitting", records: Store, june: Meeting, size: tuple[int, int]
) -> None:
    """What it has come to is never cut off, nor which case it is; the days come back with the room for them."""
    open_case(
        records,
        NewCase(reference="FOI2019/70", meetings=(june.ref,), received=bootstrap.local_now().date()),
        who="Olive",
        today=bootstrap.today(),
    )
    async with at_the_screens(size, who="Olive") as person:
        await person.press("f12")
        await person.waits_for("FOI2019/70")
        await person.press("enter")
        await person.waits_for("no findings")
        said = next(line for line in person.lines if "no findings" in line)
        assert said.rstrip().endswith("proposed")
        assert "FOI2019/70" in said
        assert ("20 days left" in said) is (size[0] >= 80)


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("size", "said"),
    [
        (TINY, "Draft · item 2 of 2"),
        (LITTLE, "Draft · item 2 of 2 · ! 2 overdue"),
        (SMALL, "Draft · item 2 of 2 · ! 2 overdue · 4 open actions"),
        (LARGE, "Draft · 27 Jun 2019 · item 2 of 2 · ! 2 overdue · 4 open actions"),
    ],
)
async def test_how_a_meeting_stands_is_said_whole_in_as_many_words_as_there_is_room_for(
    at_the_screens: "Sitting", size: tuple[int, int], said: str
) -> None:
    """What is said last is not cut off, and the clock keeps its place."""
    async with at_the_screens(size) as person:
        await person.press("enter")
        assert person.lines[1].strip().rsplit("  ", 1)[0].strip() == said


async def test_a_pane_has_the_whole_width_and_gives_it_back(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """One pane at a time; going back to the line, or into the minutes, puts it away."""
    with records.change("attend", who="Somebody") as work:
        work.meetings.add_attendance(june, Attendance(name="Margaret Ellwood", capacity=Capacity.CHAIR))
        work.commit()
    async with at_the_screens(TINY) as person:
        await person.press("enter", "f3")
        assert "Margaret Ellwood" in person.sees
        assert "Action Points" not in person.sees
        await person.press("f2")
        assert "Margaret Ellwood" not in person.sees
        assert "Action Points" in person.sees
        await person.press("l")
        await person.type("Back.")
        assert "Back." in person.sees
        await person.press("enter", "f3", "f3")
        assert "Under 2" in person.sees
    assert services.meeting(records, june.ref).items[-1].children[-1].text == "Back."


@pytest.mark.usefixtures("june")
async def test_a_dialog_names_the_way_out(at_the_screens: "Sitting") -> None:
    """Esc stands in the bar also where there is little room, and the last field comes into sight."""
    async with at_the_screens(TINY) as person:
        await person.press("s")
        assert "Esc Cancel" in person.lines[-2]
        await person.press("shift+tab")
        assert "References" in person.sees
        await person.fill("x{nn}")
        assert "x{nn}" in person.sees


@pytest.mark.usefixtures("june")
async def test_what_is_said_in_passing_is_no_wider_than_the_screen(at_the_screens: "Sitting") -> None:
    """Its sentence is wrapped, not cut."""
    async with at_the_screens(TINY) as person:
        person.screen.say("Here is a sentence that is longer than the screen is wide, to the last word.")
        await person.waits_for("last word.")


@pytest.mark.usefixtures("june")
async def test_no_key_is_named_where_no_version_is_kept(at_the_screens: "Sitting") -> None:
    """There is nothing to compare, and nothing to go to."""
    async with at_the_screens() as person:
        await person.press("v")
        assert "These minutes have no version yet." in person.reads
        assert "Compare from" not in person.lines[-1]
        assert "Esc Back" in person.lines[-1]


@given(st.integers(0, 120), st.text("x ", max_size=40))
def test_a_line_is_as_wide_as_it_is_told_to_be(width: int, clock: str) -> None:
    """Of several wordings it says the longest that there is room for, beside the clock or where that is left out."""
    wordings = [Content("a" * length) for length in (60, 30, 10)]
    line = spread(wordings, Content(clock), width)
    assert line.cell_length == len(line.plain) == width
    room = width if line.plain.count("x") < clock.count("x") or not clock.strip() else width - len(clock) - 2
    longest = next((one.plain for one in wordings if one.cell_length <= room), "")
    assert line.plain.startswith(longest)
