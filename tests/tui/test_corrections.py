"""A paragraph that is corrected is saved once, in its place; what is typed before and after it goes where it went."""

from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

pytestmark = pytest.mark.soak
"""Corrections while lines are on their way, case by case: a longer proof."""

BALANCES = "Bank balances: they stood at £4,100 and £212. The clerk was thanked."


def _texts(records: Store, meeting: Meeting) -> list[str]:
    return [block.text for block in services.meeting(records, meeting.ref).blocks()]


@pytest.mark.parametrize(
    ("line", "cursor", "parts"),
    [
        ("The hedge was cut. The gate was not.", "The gate", ("The hedge was cut.", "The gate was not.")),
        (BALANCES, "The clerk", ("they stood at £4,100 and £212.", "The clerk was thanked.")),
        (BALANCES, " The clerk", ("they stood at £4,100 and £212.", "The clerk was thanked.")),
    ],
    ids=["after a space", "with a label", "with a label, before a space"],
)
async def test_a_paragraph_that_is_split_is_saved(
    line: str, cursor: str, parts: tuple[str, str], at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Nothing of it waits any more, and at the next start nothing is brought back to be recorded a second time."""
    services.add_line(records, june.ref, line, item="2", who="Somebody")
    async with at_the_screens() as person:
        await person.press("enter", "escape", "end", "e")
        await person.press("home", *["right"] * line.index(cursor), "ctrl+s")
        assert tuple(_texts(records, june)[-2:]) == parts
        assert person.waiting == ()
        assert "saved" in person.lines[1]
    async with at_the_screens() as person:
        await person.press("enter")
        assert person.waiting == ()
        assert "Brought back" not in person.sees
    assert tuple(_texts(records, june)[-2:]) == parts


async def test_a_split_is_one_change(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """Words that were changed before it and the split itself are taken back together."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.type(" Twice.")
        await person.press(*["left"] * len("Twice."), "ctrl+s")
        assert _texts(records, june)[-2:] == ["The log was gone through.", "Twice."]
        await person.press("ctrl+z")
        await person.waits_for("Taken back")
    assert _texts(records, june)[-1] == "The log was gone through."


async def test_the_title_of_an_item_is_not_split_and_stays_as_it_is(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """That is said as what it is, and what was typed is not half saved."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "end", "up", "e")
        assert "Editing 2" in person.sees
        await person.type(" anew")
        await person.press("left", "left", "ctrl+s")
        assert "! This is the title of an item: there is nothing to split." in person.reads
        await person.settle()
        assert "another window" not in person.reads
    assert "Action Points" in _texts(records, june)


async def test_a_split_that_is_refused_saves_nothing(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """With the cursor at the end there is no second paragraph; nobody else is said to have changed anything."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.type(" Twice.")
        await person.press("ctrl+s")
        await person.waits_for("! Not saved: There have to be words before and after")
        assert _texts(records, june)[-1] == "The log was gone through."
        await person.press("enter")
        assert "Editing" not in person.sees
    assert _texts(records, june)[-1] == "The log was gone through. Twice."


async def test_minutes_that_went_out_while_a_paragraph_is_open_ask_why(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """It is not said that somebody changed the words, for nobody did; the reason is asked, and then it is saved."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.type(" Twice.")
        with records.change("set the status", who="Somebody") as work:
            work.meetings.set_status(services.meeting(records, june.ref), MeetingStatus.CIRCULATED)
            work.commit()
        await person.waits_for("! These minutes are circulated now: Enter asks why they change.")
        assert "another window" not in person.reads
        await person.press("enter")
        await person.fill("a slip of the pen")
        await person.press("enter")
        await person.settle()
    assert _texts(records, june)[-1] == "The log was gone through. Twice."


async def test_what_is_typed_while_a_paragraph_is_saved_is_the_next_line(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """On a slow disk too: the letters after Enter are neither lost nor part of the paragraph."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        with records.change("hold the store", who="Somebody"):
            await person.pilot.press(*" Twice.", "enter", *"Nex")
        await person.settle()
        await person.type("t.")
        await person.press("enter")
    assert _texts(records, june)[-2:] == ["The log was gone through. Twice.", "Next."]


async def test_a_line_on_its_way_is_not_put_aside_to_be_recorded_again(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Whoever opens a paragraph while a line is stored finds no second one of it afterwards."""
    async with at_the_screens() as person:
        await person.press("enter")
        with records.change("hold the store", who="Somebody"):
            await person.pilot.press(*"Once.", "enter", "escape", "e")
        await person.settle()
        assert "Editing" in person.sees
        await person.press("escape")
        assert person.waiting == ()
    assert _texts(records, june)[-1] == "Once."


async def test_several_lines_pasted_into_a_paragraph_are_part_of_it(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """None of them is left waiting for an answer that does not come."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.paste(" First.\nSecond.\nThird.")
        await person.press("enter")
        assert person.waiting == ()
    assert _texts(records, june)[-1] == "The log was gone through. First. Second. Third."


async def test_pasted_lines_that_wait_are_there_again_after_a_correction(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """They are put aside as one line is, and recorded in their order."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("First.\nSecond.\nThird.")
        await person.press("tab", "e")
        await person.type(" Twice.")
        await person.press("enter")
        assert "3 lines pasted" in person.reads
        await person.press("enter")
    assert _texts(records, june)[-4:] == ["The log was gone through. Twice.", "First.", "Second.", "Third."]


async def test_what_was_deleted_is_said_with_its_words(at_the_screens: "Sitting", june: Meeting) -> None:
    """Not that something was: a finger on the wrong line shows at once."""
    assert june.ref
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "escape", "end", "x")
        await person.waits_for("Deleted 2.1: The log was gone through.")
        assert "u brings it back" in person.reads


async def test_after_a_correction_the_next_sentence_is_a_line_again(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Saved or given up, the keyboard is back in the line, under the item that was typed under before."""
    async with at_the_screens() as person:
        await person.press("enter", *"#1", "enter")
        await person.press("escape", "end", "e")
        assert "Editing 2.1" in person.sees
        await person.type(" Twice.")
        await person.press("enter")
        assert "Under 1 Welcome" in person.reads
        await person.type("The hedge would be cut in February.")
        await person.press("enter", "escape", "end", "e", "escape")
        await person.type("So would the gate.")
        await person.press("enter")
    first, second = services.meeting(records, june.ref).items
    assert [block.text for block in first.children][1:] == ["The hedge would be cut in February.", "So would the gate."]
    assert [block.text for block in second.children] == ["The log was gone through. Twice."]


@pytest.mark.parametrize(
    "keys",
    [
        ("n", "p", "p"),
        ("home", "down", "J"),
        ("f2", "home"),
        ("home", "u"),
        *(pytest.param(keys, marks=pytest.mark.soak) for keys in (("home",), ("up", "up", "up"), ("up", "K"))),
    ],
    ids=" ".join,
)
async def test_reading_and_moving_paragraphs_leave_the_place_to_type(
    keys: tuple[str, ...], at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The next line goes where the last one went, wherever one has been meanwhile."""
    services.add_line(records, june.ref, "# Finance", who="A Tester")
    services.add_line(records, june.ref, "It was gone into.", who="A Tester")
    services.add_line(records, june.ref, "The budget was set.", item="1", who="A Tester")
    async with at_the_screens() as person:
        await person.press("enter", *"#3", "enter", "escape", *keys)
        await person.press("escape", "l") if keys[0] == "f2" else await person.press("l")
        assert "Finance ──" in person.reads
        await person.press("ctrl+u")
        await person.type("Here.")
        await person.press("enter")
    (finance,) = (item for item in services.meeting(records, june.ref).items if item.text == "Finance")
    assert finance.children[-1].text == "Here."


async def test_a_key_types_under_the_item_at_the_cursor(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Where the line is elsewhere, that is said, with the key."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "home", "down", "l")
        await person.waits_for("Typing goes on under 2 Action Points; ^l types under 1.")
        await person.press("escape", "home", "down", "ctrl+l")
        assert "Under 1 Welcome" in person.reads
        await person.type("Here.")
        await person.press("enter")
    assert services.meeting(records, june.ref).items[0].children[-1].text == "Here."


async def test_an_item_taken_back_gives_the_line_back_to_the_one_before(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """An item begun by mistake and taken back does not send the next line to the end of the agenda."""
    async with at_the_screens() as person:
        await person.press("enter", *"#1", "enter", *"# Mistaken", "enter")
        await person.press("ctrl+z")
        await person.waits_for("Taken back")
        assert "Under 1 Welcome" in person.reads
        await person.type("Here.")
        await person.press("enter")
    assert services.meeting(records, june.ref).items[0].children[-1].text == "Here."


async def test_a_paste_is_taken_back_in_one_go_and_done_again_in_one(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """A line typed after it is by itself, and so is what was there before it."""
    async with at_the_screens() as person:
        await person.press("enter", *"Before.", "enter")
        await person.paste("One.\n- two\n# Three\nFour.")
        await person.press("enter", *"After.", "enter")
        whole = _texts(records, june)
        assert whole[-6:] == ["Before.", "One.", "two", "Three", "Four.", "After."]
        await person.press("ctrl+z")
        assert _texts(records, june) == whole[:-1]
        await person.press("ctrl+z")
        assert _texts(records, june) == whole[:-5]
        await person.waits_for("add a line, 4 times")
        await person.press("ctrl+y")
        assert _texts(records, june) == whole[:-1]
        await person.press("ctrl+y")
        assert _texts(records, june) == whole
        await person.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert _texts(records, june)[-1] == "The log was gone through."


async def test_one_thing_is_said_at_a_time(at_the_screens: "Sitting", june: Meeting) -> None:
    """What is said next takes the place of what was said before; the page stays in sight."""
    assert june.ref
    async with at_the_screens() as person:
        await person.press("enter", "escape", "end", "x")
        await person.waits_for("Deleted 2.1")
        await person.press("u")
        await person.waits_for("Taken back")
        assert "Deleted 2.1" not in person.reads


async def test_who_comes_to_the_minutes_is_at_what_was_typed_last(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The first key there acts on the line recorded last, or on what was corrected since."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "l", *"New.", "enter", "escape", "e")
        assert "Editing 2.2" in person.sees
        await person.press("escape", "escape", "home", "down", "e")
        assert "Editing 1.1" in person.sees
        await person.type(" Twice.")
        await person.press("enter", "escape", "x")
    assert "Everybody was welcomed. Twice." not in _texts(records, june)
    assert _texts(records, june)[-1] == "New."
