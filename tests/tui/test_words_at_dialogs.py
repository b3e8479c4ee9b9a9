"""A question that comes while a line is typed is answered by no letter of it, and takes none."""

from typing import TYPE_CHECKING

import pytest
from tests.tui.holding import records_held
from textual import events

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.capture import CaptureTools
from lpgminutes.services.editing import Seen, delete, edit_text
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

THEIRS, MINE = "Theirs.", "The log was gone through. Mine."


def _texts(records: Store, meeting: Meeting) -> list[str]:
    return [block.text for block in services.meeting(records, meeting.ref).items[1].children]


def _changes_elsewhere(records: Store, meeting: Meeting) -> None:
    block = meeting.items[1].children[0]
    seen = Seen(block=block.id or 0, revision=block.revision)
    edit_text(records, meeting.ref, seen, THEIRS, who="Somebody", tools=CaptureTools())


async def _corrects(person: "Person") -> None:
    await person.press("enter", "up")
    await person.type(" Mine.")


@pytest.mark.parametrize("words", ["but on", "the"])
async def test_words_choose_neither_of_two_wordings(
    at_the_screens: "Sitting", records: Store, june: Meeting, words: str
) -> None:
    """They are the line; what was typed in the paragraph is said to come back by a key."""
    async with at_the_screens() as person:
        await _corrects(person)
        _changes_elsewhere(records, june)
        await person.press("enter")
        await person.waits_for("As you typed it")
        await person.press_at_once(*words)
        assert "^r brings back what you typed there" in person.reads
        assert person.waiting == (words,)
        await person.press("ctrl+r")
        assert person.waiting == (MINE,)
    assert _texts(records, june) == [THEIRS]


async def test_a_paste_chooses_neither(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """It comes into the line as it would without a question."""
    async with at_the_screens() as person:
        await _corrects(person)
        _changes_elsewhere(records, june)
        await person.press("enter")
        await person.waits_for("As you typed it")
        await person.paste("One.\nTwo.")
        assert person.waiting == ("One.", "Two.")


@pytest.mark.parametrize("is_deleted", [True, False])
async def test_a_paragraph_that_cannot_be_saved_comes_under_no_hands_that_type_a_line(
    at_the_screens: "Sitting", records: Store, june: Meeting, *, is_deleted: bool
) -> None:
    """Changed or deleted elsewhere: nothing opens over the line, and no letter of that lands in the paragraph."""
    block = june.items[1].children[0]
    async with at_the_screens() as person:
        await _corrects(person)
        if is_deleted:
            seen = Seen(block=block.id or 0, revision=block.revision)
            delete(records, june.ref, seen, who="Somebody", tools=CaptureTools())
        else:
            _changes_elsewhere(records, june)
        await person.press_at_once("enter", *"The next ")
        await person.press_at_once(*"but mostly")
        assert person.waiting == ("The next but mostly",)
        assert "^r brings back what you typed there" in person.reads
        await person.press("ctrl+r")
        assert person.waiting == (MINE,)
    assert _texts(records, june) == [THEIRS] * (not is_deleted)


async def test_a_paragraph_that_is_gone_takes_no_other_from_under_the_hands(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """That one stays open with what was typed there; the words of the first come back by a key."""
    gone = services.add_line(records, june.ref, "Gone.", item="2", who="Somebody")
    async with at_the_screens() as person:
        await _corrects(person)
        seen = Seen(block=gone.id or 0, revision=gone.revision)
        delete(records, june.ref, seen, who="Somebody", tools=CaptureTools())
        with records_held(person):
            await person.pilot.press("enter", "escape", "escape", "up", "enter", "end", *" Other")
        await person.settle()
        assert "^r brings back what you typed there" in person.reads
        await person.type("s.")
        await person.press("enter")
    assert _texts(records, june) == ["The log was gone through. Others."]


@pytest.mark.parametrize(("typed", "is_taken_back"), [("yes they", False), ("y", True)])
async def test_words_take_nothing_back(
    at_the_screens: "Sitting", records: Store, june: Meeting, typed: str, *, is_taken_back: bool
) -> None:
    """What somebody else did is asked about; one letter alone is the answer."""
    async with at_the_screens() as person:
        await person.press("enter", "ctrl+z")
        await person.waits_for("Take back: add a line?")
        await person.press_at_once(*typed)
        assert person.waiting == (() if is_taken_back else (typed,))
    assert len(_texts(records, june)) == (0 if is_taken_back else 1)


async def test_a_question_over_the_minutes_takes_its_letter_at_once(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Nobody types there."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "u")
        await person.waits_for("Take back: add a line?")
        person.app.post_message(events.Key("y", "y"))
        await person.pilot.pause()
        assert not person.app.type_ahead._held
        await person.settle()
    assert _texts(records, june) == []


async def test_a_question_is_asked_once(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """However often the key was pressed: words close it, and none is left under it to take them."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press_at_once("ctrl+z", "ctrl+z")
        await person.waits_for("Take back: add a line?")
        await person.press_at_once(*"yes they")
        assert person.waiting == ("yes they",)
    assert len(_texts(records, june)) == 1
