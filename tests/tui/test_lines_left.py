"""What was left behind is recorded exactly once, and where it was typed: the records know what was just recorded."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.journal import Draft, Entered, LineJournal, leftovers
from lpgminutes.services import meetings as services
from lpgminutes.services.capture import CaptureTools, Under, record
from lpgminutes.services.editing import Seen, Way, edit_text, move
from lpgminutes.services.ports import Store
from lpgminutes.services.records import redo, undo
from lpgminutes.tui.messages.journal import JournalFound
from lpgminutes.tui.screens.meeting.screen import MeetingScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

pytestmark = pytest.mark.soak
"""What ends the program at every place is tried case by case: a longer proof."""

NOW = dt.datetime(2019, 6, 27, 10, 0, 0, 123456, dt.UTC)
LATER = NOW + dt.timedelta(microseconds=1)


def _is_left_behind(store_path: Path, meeting: Meeting, draft: Draft) -> None:
    """Leave a journal as a program that is killed does."""
    faults: list[BaseException] = []
    stem = store_path.with_name(f"{store_path.name}.line-{meeting.id}")
    journal = LineJournal(stem, on_trouble=lambda _: None, on_fault=faults.append)
    journal.write(draft)
    journal.close()
    assert faults == []


def _on_its_way(line: str, moment: dt.datetime, place: str = "item 2") -> Entered:
    return Entered(moment=moment.isoformat(), place=place, length=len(line))


def _texts(records: Store, meeting: Meeting, item: int = 1) -> list[str]:
    return [block.text for block in services.meeting(records, meeting.ref).items[item].children]


@pytest.mark.parametrize("line", ["Bank balances: they were read out.", "Noted.", "@priya(DWP) was thanked."])
async def test_a_line_that_was_recorded_just_before_the_end_is_not_brought_back(
    line: str, at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """Whatever became of its words; the one behind it is there, and stands once when it is recorded."""
    record(records, june.ref, line, under=Under(number="2"), who="A Tester", now=NOW)
    entered = (_on_its_way(line, NOW), _on_its_way("Noted.", LATER))
    _is_left_behind(store_path, june, Draft(text=f"{line}\nNoted.\nAnd", place="item 2", entered=entered))
    async with at_the_screens() as person:
        await person.press("enter")
        assert person.waiting == ("Noted.", "And")
        await person.press("enter")
    assert len(_texts(records, june)) == 4
    assert _texts(records, june)[-2:] == ["Noted.", "And"]


async def test_the_same_words_recorded_at_another_moment_take_no_line_away(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """A line that was not recorded comes back, though one like it was."""
    record(records, june.ref, "Noted.", under=Under(number="2"), who="A Tester", now=NOW)
    entered = (_on_its_way("Noted.", LATER),)
    _is_left_behind(store_path, june, Draft(text="Noted.", place="item 2", entered=entered))
    async with at_the_screens() as person:
        await person.press("enter")
        await person.waits_for("Brought back")
        await person.press("enter")
    assert _texts(records, june)[-2:] == ["Noted.", "Noted."]


async def test_lines_left_behind_go_where_each_was_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """One was on its way to item 1 when somebody went on to item 2."""
    entered = (_on_its_way("Early.", NOW, "item 1"),)
    _is_left_behind(store_path, june, Draft(text="Early.\nLate.", place="item 2", entered=entered))
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Under 1 Welcome" in person.reads
        await person.press("enter")
    assert _texts(records, june, 0)[-1] == "Early."
    assert _texts(records, june)[-1] == "Late."


async def test_a_paragraph_that_was_saved_just_before_the_end_is_not_opened_again(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """It would be saved as what somebody else changed meanwhile; what was typed behind it is a line."""
    block = june.items[1].children[0]
    seen = Seen(block=block.id or 0, revision=block.revision)
    edit_text(records, june.ref, seen, "The log was read.", who="A Tester", tools=CaptureTools(now=NOW))
    entered = (_on_its_way("The log was read.", NOW, f"block {block.id} {block.revision}"),)
    _is_left_behind(store_path, june, Draft(text="The log was read.\nNext.", place="item 2", entered=entered))
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Editing" not in person.sees
        await person.press("enter")
    assert _texts(records, june) == ["The log was read.", "Next."]


@pytest.mark.parametrize("is_sent", [True, False])
async def test_a_paragraph_that_was_not_saved_is_open_again_over_the_line_put_aside(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path, *, is_sent: bool
) -> None:
    """Never as a line of its own, whether Enter was pressed on it or not."""
    block = june.items[1].children[0]
    place = f"block {block.id} {block.revision}"
    entered = (_on_its_way("The log was read.", NOW, place),) if is_sent else ()
    draft = Draft(text="The log was read.", place=place, entered=entered, aside="A new thought")
    _is_left_behind(store_path, june, draft)
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Editing 2.1" in person.sees
        await person.press("enter")
        await person.press("enter")
    assert _texts(records, june) == ["The log was read.", "A new thought"]


async def test_what_was_left_behind_takes_no_letter_that_was_typed_just_before_it_was_found(
    at_the_screens: "Sitting", june: Meeting, store_path: Path
) -> None:
    """The line that was begun stays, to its first letter; the earlier one comes by a key."""
    async with at_the_screens() as person:
        await person.press("enter")
        screen = person.screen
        assert isinstance(screen, MeetingScreen)
        screen.close_journal()
        _is_left_behind(store_path, june, Draft(text="Left behind.", place="item 2"))
        stem = store_path.with_name(f"{store_path.name}.line-{june.id}")
        screen.composer.editor.type_in("F")
        screen.post_message(JournalFound(stem, leftovers(stem), frozenset()))
        await person.settle()
        assert screen.composer.editor.text == "F"
        assert "^r brings it back" in person.reads

        await person.type("irst")
        assert person.waiting == ("First",)
        await person.press("ctrl+r")
        assert person.waiting == ("Left behind.",)


async def test_a_line_put_aside_goes_where_it_was_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The item that it was typed under is not that of the last minutes."""
    async with at_the_screens() as person:
        await person.press("enter", "ctrl+up")
        await person.type("A new thought")
        await person.press("tab", "e")
        await person.type(" Warmly.")
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Editing 1.1" in person.sees
        await person.press("enter", "enter")
    assert _texts(records, june, 0) == ["Everybody was welcomed. Warmly.", "A new thought"]


@pytest.mark.parametrize("is_wanted", [True, False])
async def test_what_two_windows_left_behind_is_all_there_until_it_is_back(
    at_the_screens: "Sitting", june: Meeting, store_path: Path, *, is_wanted: bool
) -> None:
    """One line is put back; the other is said to be there, and waits for the next time unless it is asked for."""
    for line in ("First window.", "Second window."):
        _is_left_behind(store_path, june, Draft(text=line, place="item 2"))
    async with at_the_screens() as person:
        await person.press("enter")
        assert "^r brings it back" in person.reads
        (first,) = person.waiting
        await person.press("enter", *["ctrl+r"] * is_wanted, "enter")
    async with at_the_screens() as person:
        await person.press("enter")
        left = {"First window.", "Second window."} - {first}
        assert set(person.waiting) == (set() if is_wanted else left)


async def test_what_is_only_looked_at_by_the_key_that_brings_back_is_there_the_next_time(
    at_the_screens: "Sitting", june: Meeting, store_path: Path
) -> None:
    """Whoever goes on to another line has not taken this one up."""
    for line in ("First window.", "Second window.", "Third window."):
        _is_left_behind(store_path, june, Draft(text=line, place="item 2"))
    async with at_the_screens() as person:
        await person.press("enter", "enter", "ctrl+r")
        (passed,) = person.waiting
        await person.press("ctrl+r")
        assert person.waiting != (passed,)
        await person.press("enter")
    async with at_the_screens() as person:
        await person.press("enter")
        assert person.waiting == (passed,)


async def test_lines_behind_a_new_item_go_under_it_though_the_end_came_between_them(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """The item is recorded, they are not; so is what is half typed behind them."""
    here = june.items[1].id
    recorded = record(records, june.ref, "# Finance", under=Under(number="2"), who="A Tester", now=NOW)
    assert recorded.item
    entered = (
        _on_its_way("# Finance", NOW, f"under {here}"),
        _on_its_way("Costs rose.", LATER, f"behind {here}"),
    )
    text = "# Finance\nCosts rose.\nThey fell."
    _is_left_behind(store_path, june, Draft(text=text, place=f"behind {here}", entered=entered))
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Under 3 Finance" in person.reads
        assert person.waiting == ("Costs rose.", "They fell.")
        await person.press("enter")
    assert _texts(records, june, 2) == ["Costs rose.", "They fell."]


@pytest.mark.parametrize("is_moved", [True, False])
async def test_lines_that_wait_when_the_meeting_is_left_go_where_they_were_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting, *, is_moved: bool
) -> None:
    """Behind an item that was on its way, unless one went elsewhere."""
    way = ("ctrl+up",) if is_moved else ()
    async with at_the_screens() as person:
        await person.press("enter")
        with records.change("hold the store", who="Somebody"):
            person.send(*"# Finance", "enter", *way, *"Costs rose.", "enter", *"They fell", "escape")
            await person.pilot.pause()
            person.send("escape")
            await person.pilot.pause()
        await person.settle()
        await person.press("enter")
        assert person.waiting == ("Costs rose.", "They fell")
        await person.press("enter")
    assert _texts(records, june, 0 if is_moved else 2)[-2:] == ["Costs rose.", "They fell"]


async def test_lines_left_behind_go_under_their_item_though_it_has_another_number_now(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Somebody moved it up meanwhile; one line of this sitting was recorded before."""
    item = june.items[1]
    async with at_the_screens() as person:
        await person.press("enter", "ctrl+up")
        await person.press_at_once(*"One.", "enter")
        await person.type("Two.")
    seen = Seen(block=item.id or 0, revision=services.meeting(records, june.ref).items[1].revision)
    move(records, june.ref, seen, way=Way.UP, who="Somebody", tools=CaptureTools())
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Under 2 Welcome" in person.reads
        await person.press("enter")
    assert _texts(records, june)[-2:] == ["One.", "Two."]


@pytest.mark.parametrize("is_dropped", [True, False])
async def test_a_line_that_is_brought_back_by_a_key_goes_where_it_was_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path, *, is_dropped: bool
) -> None:
    """One types on where one was; so does whoever drops it and types another."""
    first, second = (item.id for item in june.items)
    _is_left_behind(store_path, june, Draft(text="Early.\nToo.", place=f"under {first}"))
    _is_left_behind(store_path, june, Draft(text="Late.", place=f"under {second}"))
    async with at_the_screens() as person:
        await person.press("enter")
        assert person.waiting == ("Late.",)
        await person.press("enter", "ctrl+r")
        assert "Under 1 Welcome" in person.reads
        await person.press(*["f7", "backspace"] * is_dropped)
        await person.press("enter")
        assert "Under 2 Action Points" in person.reads
        await person.press_at_once(*"Later.", "enter")
    assert _texts(records, june) == ["The log was gone through.", "Late.", "Later."]
    assert _texts(records, june, 0) == ["Everybody was welcomed.", *["Early.", "Too."] * (not is_dropped)]


@pytest.mark.usefixtures("lpg")
async def test_what_was_typed_into_a_meeting_that_was_taken_back_is_there_again_with_it(
    at_the_screens: "Sitting", records: Store
) -> None:
    """To its last letter, and that is said where one is then."""
    services.new_meeting(records, "lpg", date=dt.date(2019, 6, 27), who="A Tester")
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("A thought")
        undo(records, who="A Tester")
        await person.waits_for("What you typed there is kept")
    redo(records, who="A Tester")
    async with at_the_screens() as person:
        await person.press("enter")
        assert person.waiting == ("A thought",)


@pytest.mark.parametrize("is_entered", [True, False])
async def test_what_is_typed_behind_a_whole_line_that_is_brought_back_is_the_next_line(
    at_the_screens: "Sitting", june: Meeting, store_path: Path, *, is_entered: bool
) -> None:
    """Enter was pressed on it before the end; one that is half typed is gone on with."""
    entered = (_on_its_way("Left", NOW),) if is_entered else ()
    _is_left_behind(store_path, june, Draft(text="Left", place="item 2", entered=entered))
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type(" over")
        assert person.waiting == ((" over", "Left") if is_entered else ("Left over",))
