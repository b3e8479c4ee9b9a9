"""Words typed while letters are commands come into the line, and no letter of them is done; commands stay commands."""

from itertools import product
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

AT_COMMANDS = {"the minutes": ("escape",), "the people": ("f3",), "the agenda": ("f2",)}


SENTENCES = ("The hedge would be cut.", "expenses were paid", "Everybody left.", "4 came.")
ALWAYS = tuple(zip(SENTENCES, [*AT_COMMANDS, "the minutes"], strict=True))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [pytest.param(*pair, marks=() if pair in ALWAYS else pytest.mark.soak) for pair in product(SENTENCES, AT_COMMANDS)],
)
async def test_a_sentence_is_a_line(
    sentence: str, place: str, at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Every letter of it, though some are keys that delete, move or open something there."""
    before = services.meeting(records, june.ref)
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", *AT_COMMANDS[place])
        await person.press_at_once(*sentence)
        assert person.waiting == (sentence,)
        assert services.meeting(records, june.ref) == before
        await person.press("enter")
    assert services.meeting(records, june.ref).items[1].children[-1].text == sentence


async def test_a_paste_is_a_line(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """Also of several lines."""
    async with at_the_screens() as person:
        await person.press("enter", "escape")
        await person.paste("expenses\nwere paid")
        await person.press("enter")
    assert [block.text for block in services.meeting(records, june.ref).blocks()][-2:] == ["expenses", "were paid"]


async def test_commands_pressed_quickly_are_done(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """One that is held down, two in a row, one with its number, and one before Escape."""
    for line in ("One.", "Two.", "Three."):
        services.add_line(records, june.ref, line, who="A Tester")
    async with at_the_screens() as person:
        await person.press("enter", "escape", "end")
        await person.press_at_once("x", "x", "x")
        await person.settle()
        assert [block.text for block in services.meeting(records, june.ref).blocks()][-1] == "The log was gone through."
        assert person.waiting == ()
        await person.press_at_once("t", "d")
        await person.settle()
        assert len(services.meeting(records, june.ref).decisions) == 1
        await person.press_at_once("g", "1", "enter")
        assert "item 1 of 2" in person.sees
        await person.press_at_once("u", "escape")
        await person.settle()
        assert not services.meeting(records, june.ref).decisions
        assert "Meetings" in person.sees
