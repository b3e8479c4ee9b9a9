"""Keys that come faster than the screen answers: a bouncing key, a hurried hand, words typed into the wrong place."""

from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

WORDS = "thank you for coming, and a pleasant journey home"


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
