"""Keys that come faster than the screen answers: a bouncing key, a hurried hand, words typed into the wrong place."""

from typing import TYPE_CHECKING

import pytest
from textual import events

from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store
from lpgminutes.tui.screens.meeting.screen import MeetingScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

WORDS = "thank you for coming, and a pleasant journey home"


def _texts(records: Store, meeting: Meeting) -> list[str]:
    return [block.text for block in services.meeting(records, meeting.ref).blocks()]


@pytest.mark.usefixtures("june")
async def test_words_typed_where_keys_are_commands_leave_the_meeting_open(at_the_screens: "Sitting") -> None:
    """The dialog that one of the letters opened takes one answer, and closes nothing but itself."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "t")
        assert "Turn this paragraph into" in person.sees
        await person.press_at_once(*"mmmmm")
        assert "Turn this paragraph into" not in person.sees
        assert "lpg/2019-06-27" in person.lines[0]


@pytest.mark.parametrize("times", [2, 5])
async def test_enter_pressed_again_in_a_dialog_saves_once(
    at_the_screens: "Sitting", records: Store, lpg: Series, times: int
) -> None:
    """Nothing is added twice, and the screen below is still there."""
    async with at_the_screens() as person:
        await person.press("s")
        await person.fill("board")
        await person.press("tab")
        await person.fill("House Board")
        await person.press_at_once(*["enter"] * times)
        assert "Meetings of House Board" in person.sees
    assert [series.short_name for series in services.all_series(records)] == ["board", lpg.short_name]


async def test_enter_pressed_twice_opens_a_meeting_once(at_the_screens: "Sitting", june: Meeting) -> None:
    """One step back is out of it."""
    async with at_the_screens() as person:
        await person.press_at_once("enter", "enter")
        assert june.ref in person.lines[0]
        await person.press("escape", "escape")
        assert "Meetings" in person.sees


async def test_lines_typed_in_one_go_are_recorded_whole(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Enter takes every letter before it and none after it, also while the program was held up."""
    lines = [f"Line number {number} of them." for number in range(4)]
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press_at_once(*(key for line in lines for key in (*line, "enter")))
        assert "2.6" in person.sees
    assert [block.text for block in services.meeting(records, june.ref).blocks()][-4:] == lines


async def test_a_paste_and_enter_in_one_go_record_what_was_pasted(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """A line pasted right after it is a line of its own."""
    async with at_the_screens() as person:
        await person.press("enter")
        for text in ("Pasted first.", "Pasted second."):
            person.app.post_message(events.Paste(text))
            person.app.post_message(events.Key("enter", "\r"))
        await person.settle()
    assert [block.text for block in services.meeting(records, june.ref).blocks()][-2:] == [
        "Pasted first.",
        "Pasted second.",
    ]


async def test_a_paragraph_is_saved_with_the_last_letter_before_enter(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What was typed over it in one go is what is kept."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.press_at_once(*" Twice.", "enter")
        assert "Editing" not in person.sees
    assert [block.text for block in services.meeting(records, june.ref).blocks()][-1].endswith("through. Twice.")


async def test_words_that_an_earlier_line_is_brought_back_over_come_back_too(
    at_the_screens: "Sitting", june: Meeting
) -> None:
    """To the last letter before the key, however fast."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("Old words")
        await person.press("ctrl+u")
        await person.press_at_once(*"New", "ctrl+r")
        assert person.waiting == ("Old words",)
        await person.press("ctrl+r")
        assert person.waiting == ("New",)


async def test_words_that_a_paragraph_is_opened_over_wait_to_the_last_letter(
    at_the_screens: "Sitting", june: Meeting
) -> None:
    """A paragraph that is half corrected when another one is opened comes back by a key."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        screen = person.screen
        assert isinstance(screen, MeetingScreen)
        was = screen.composer.editor.text
        screen.composer.editor.type_in(" And")
        screen.open_paragraph(next(iter(screen.view.blocks_of("1"))))
        await person.settle()
        await person.press("ctrl+r")
        assert screen.composer.editor.text == f"{was} And"


async def test_keys_of_the_editor_act_on_what_was_typed_before_them(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """However fast: what is typed behind one that deletes or chooses stays, also over a line that is on its way."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press_at_once(
            *"Wrong", "ctrl+u", *"Right words", "ctrl+w", "left", *"est", "end", *"ones.", "enter"
        )
        await person.press_at_once(*"Sent.", "enter", "ctrl+u", "ctrl+k", *"Half typed")
        assert person.waiting == ("Half typed",)
        await person.press_at_once("f7", *"New")
        assert person.waiting == ("New",)
    assert _texts(records, june)[-2:] == ["Rightest ones.", "Sent."]


async def test_a_line_that_is_refused_parts_no_line_that_is_being_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Whoever types on goes on with it, in the middle of a word; those that are refused wait behind it."""
    async with at_the_screens() as person:
        await person.press("enter")
        with records.change("hold the store", who="Somebody"):
            person.send(*"#8", "enter", *"#9", "enter", *"The new li")
            await person.pilot.pause()
        await person.settle()
        assert person.waiting == ("#8", "#9", "The new li")
        await person.type("ne.")
        assert person.waiting == ("The new line.", "#8", "#9")
        await person.press("enter")
    assert _texts(records, june)[-1] == "The new line."
