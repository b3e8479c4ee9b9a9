"""Changing what is in the minutes: every paragraph can be opened, and every key keeps what it cannot do whole."""

from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Block, ItemState, Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.editing import Seen, edit_text
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting


def _blocks(records: Store, meeting: Meeting) -> list[Block]:
    return list(services.meeting(records, meeting.ref).blocks())


def _texts(records: Store, meeting: Meeting) -> list[str]:
    return [block.text for block in _blocks(records, meeting)]


async def _open_second_minute(person: "Person") -> None:
    """Go to ``2.1`` in the minutes and open it."""
    await person.press("enter")
    await person.press("escape", "end", "e")
    assert "Editing 2.1" in person.sees


async def test_a_paragraph_is_opened_changed_and_saved(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Enter in the minutes opens it, Enter in the composer saves it, and the next key types a line again."""
    async with at_the_screens() as person:
        await _open_second_minute(person)
        await person.press("home")
        await person.type("On Tuesday ")
        await person.press("enter")
        assert "2.1   On Tuesday The log was gone through." in person.sees
        assert "Editing" not in person.sees
        await person.press("escape", "u")
        await person.waits_for("Taken back")
    assert _texts(records, june)[-1] == "The log was gone through."


async def test_escape_leaves_a_paragraph_as_it_was_and_loses_no_typing(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What was typed into it comes back by the key that brings anything back."""
    async with at_the_screens() as person:
        await _open_second_minute(person)
        await person.type(" And more.")
        await person.press("escape")
        assert "And more" not in person.lines[-3]
        await person.press("ctrl+r")
        assert "The log was gone through. And more." in person.reads
    assert _texts(records, june)[-1] == "The log was gone through."


async def test_the_line_recorded_last_is_taken_back_by_an_arrow(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Up in an empty composer opens it; the keyboard stays in the composer when it is saved."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.fill("There was a slpi of the hand.")
        await person.press("enter", "up")
        assert "Editing 2.2" in person.sees
        await person.press("ctrl+u")
        await person.fill("There was a slip of the hand.")
        await person.press("enter")
        await person.type("x")
        assert "2.3 x" in person.reads
    assert _texts(records, june)[-1] == "There was a slip of the hand."


async def test_a_new_line_waits_while_a_paragraph_is_changed(at_the_screens: "Sitting", june: Meeting) -> None:
    """What was being typed is there again afterwards."""
    assert june.ref
    async with at_the_screens() as person:
        await person.press("enter")
        await person.fill("A new thought")
        await person.press("escape", "e", "enter")
        assert "2.2 A new thought" in person.reads


async def test_a_paragraph_is_split_at_the_cursor_and_joined_again(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The numbers follow, and no word is lost either way."""
    async with at_the_screens() as person:
        await _open_second_minute(person)
        await person.press("home", *["right"] * len("The log "), "ctrl+s")
        assert _texts(records, june)[-2:] == ["The log", "was gone through."]
        assert "2.2   was gone through." in person.sees
        await person.press("escape", "m")
        assert "2.1   The log was gone through." in person.sees
    assert _texts(records, june)[-1] == "The log was gone through."


@pytest.mark.soak
async def test_keys_move_raise_lower_turn_and_delete(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """Each is one key, each is taken back by one."""
    services.add_line(records, june.ref, "A second minute.", item="2", who="A Tester")
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press("escape", "end")
        await person.press("K")
        assert _texts(records, june)[-2:] == ["A second minute.", "The log was gone through."]
        await person.press("J", "greater_than_sign")
        assert "A second minute." in person.sees
        assert "2.2   A second" not in person.sees
        await person.press("less_than_sign")
        assert "2.2   A second minute." in person.sees
        await person.press("t", "d")
        assert [decision.text for decision in services.meeting(records, june.ref).decisions] == ["A second minute."]
        await person.press("question_mark")
        assert _blocks(records, june)[-1].to_check
        await person.press("x")
        assert _texts(records, june)[-1] == "The log was gone through."
        await person.press("u", "u", "u")
    assert _texts(records, june)[-1] == "A second minute."
    assert not services.meeting(records, june.ref).decisions


@pytest.mark.parametrize(
    ("key", "kept"),
    [
        ("m", ["The log was gone through today."]),
        ("t", ["The log was gone through by others."]),
        ("b", ["The log was gone through by others.", "The log was gone through today."]),
    ],
)
async def test_a_paragraph_changed_in_two_places_is_shown_side_by_side(
    key: str, kept: list[str], at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Nothing is overwritten: the person sees both, and says which is kept."""
    async with at_the_screens((120, 40)) as person:
        await _open_second_minute(person)
        await person.press("backspace")
        await person.type(" today.")
        now = _blocks(records, june)[-1]
        seen = Seen(block=now.id or 0, revision=now.revision)
        edit_text(records, june.ref, seen, "The log was gone through by others.", who="Somebody")
        await person.waits_for("Changed in another window meanwhile")
        await person.press("enter")
        await person.waits_for("As you typed it")
        assert "The log was gone through by others." in person.reads
        assert _texts(records, june)[-1] == "The log was gone through by others."
        await person.press(key)
    assert _texts(records, june)[-len(kept) :] == kept
    assert len(_texts(records, june)) == 3 + len(kept)


async def test_the_state_of_an_item_is_said_by_two_keys(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What was put off or not reached goes over to the next meeting."""
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.press("escape", "s", "p")
        assert "deferred" in person.sees
    assert services.meeting(records, june.ref).items[1].state is ItemState.DEFERRED
