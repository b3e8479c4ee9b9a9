"""What is typed while something else is on its way: each line is recorded once, in its order, where it was typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events

from lpgminutes.domain.meetings import Meeting
from lpgminutes.journal.format import replay
from lpgminutes.services import meetings as services
from lpgminutes.services.capture import CaptureTools
from lpgminutes.services.editing import Seen, edit_text
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

pytestmark = pytest.mark.soak
"""What two seeds of the random typist look for with every run, case by case."""


@contextmanager
def _held(records: Store) -> Iterator[None]:
    """Let another program write, so that nothing is answered meanwhile."""
    with records.change("hold the store", who="Somebody"):
        yield


async def _sends(person: "Person", *keys: str) -> None:
    """Press keys one by one, with the screen drawn after each, and wait for no record."""
    for key in keys:
        person.send(key)
        for _ in range(4):
            await person.pilot.pause()


def _minutes(records: Store, meeting: Meeting, item: int) -> list[str]:
    """Return what stands under an item, points with a dash before them."""
    minutes = services.meeting(records, meeting.ref).items[item - 1].children
    return [text for one in minutes for text in (one.text, *(f"- {point.text}" for point in one.children))]


def _journal(store_path: Path) -> str:
    files = store_path.parent.glob(f"{store_path.name}.line-*")
    return "\n".join(replay(file.read_bytes()).draft.text for file in files)


@pytest.mark.parametrize("first", ["", "#2\n"])
async def test_a_line_typed_behind_a_paste_comes_after_all_of_it(
    at_the_screens: "Sitting", records: Store, june: Meeting, first: str
) -> None:
    """Also while most of the paste waits, which would hang the points under the line typed last."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            person.send(*"Before.", "enter")
            person.app.post_message(events.Paste(f"{first}- one\n- two\n- three"))
            person.send("enter", *"After.", "enter", *"Half")
            await person.pilot.pause()
        await person.settle()
        assert person.waiting == ("Half",)
    assert _minutes(records, june, 2) == ["The log was gone through.", "Before.", "- one", "- two", "- three", "After."]


async def test_a_jump_to_an_item_that_is_on_its_way_goes_there(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The line behind it goes under that item, not where one was before; one that there is not is given back."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            for line in ("# Finance", "Costs rose.", "#1", "Coffee was served.", "#3", "Vans, too."):
                person.send(*line, "enter")
            await person.pilot.pause()
        await person.settle()
        assert "Under 3 Finance" in person.reads
        await person.type("#9")
        await person.press("enter")
        assert person.waiting == ("#9",)
    assert _minutes(records, june, 1) == ["Everybody was welcomed.", "Coffee was served."]
    assert _minutes(records, june, 3) == ["Costs rose.", "Vans, too."]


@pytest.mark.parametrize("way", [("ctrl+down", "ctrl+up"), ("escape", "ctrl+l"), ("f2", "home", "enter", "tab")])
async def test_who_goes_to_an_item_by_a_key_minutes_that_item(
    at_the_screens: "Sitting", records: Store, june: Meeting, way: tuple[str, ...]
) -> None:
    """Whatever item is on its way by then."""
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "ctrl+up")
        with _held(records):
            await _sends(person, *"# Finance", "enter", *way)
            assert "Under 1" in person.reads
            person.send(*"Coffee was served.", "enter", *"Half")
            await person.pilot.pause()
        await person.settle()
        assert "Under 1 Welcome" in person.reads
        assert person.waiting == ("Half",)
    assert _minutes(records, june, 1)[-1] == "Coffee was served."
    assert _minutes(records, june, 3) == []


async def test_who_is_at_the_last_item_already_goes_nowhere_by_the_key_to_the_next(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The next item is the one on its way, and the line goes there."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            person.send(*"# Finance", "enter", "ctrl+down", *"Costs rose.", "enter")
            await person.pilot.pause()
        await person.settle()
    assert _minutes(records, june, 3) == ["Costs rose."]


async def test_a_line_that_is_refused_comes_into_no_paragraph_that_is_open(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """It is there again when the paragraph is closed, before what was typed after it."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            await _sends(person, *"#9", "enter", *"Half", "tab", "enter")
            assert "Editing 2.1" in person.reads
        await person.settle()
        assert "A line was not recorded" in person.reads
        assert "2.1 The log was gone through." in person.reads
        await person.type(" Twice.")
        await person.press("enter")
        assert person.waiting == ("#9", "Half")
    assert _minutes(records, june, 2) == ["The log was gone through. Twice."]


async def test_lines_that_are_refused_come_back_in_their_order(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What was typed since waits behind them."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            person.send(*"#8", "enter", *"#9", "enter", *"Half")
            await person.pilot.pause()
        await person.settle()
        assert person.waiting == ("#8", "#9", "Half")


async def test_what_stands_beside_another_wording_is_in_the_journal_until_it_is_recorded(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """Both wordings are kept, and the program may end before the records take the second."""
    block = june.items[1].children[0]
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "up")
        await person.type(" Mine.")
        seen = Seen(block=block.id or 0, revision=block.revision)
        edit_text(records, june.ref, seen, "Theirs.", who="Somebody", tools=CaptureTools())
        await person.press("enter")
        await person.waits_for("Theirs.")
        with _held(records):
            await _sends(person, "b")
            for _ in range(20):
                await person.pilot.pause()
            assert "Mine." in _journal(store_path)
        await person.settle()
    assert _minutes(records, june, 2) == ["Theirs.", "The log was gone through. Mine."]


async def test_what_was_cut_and_is_put_in_behind_a_line_on_its_way_is_the_next_line(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """As what is typed there is."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("Cut out")
        await person.press("f7", "ctrl+x")
        await person.type("Sent.")
        with _held(records):
            await _sends(person, "enter", "ctrl+v")
        await person.settle()
        assert person.waiting == ("Cut out",)
    assert _minutes(records, june, 2)[-1] == "Sent."


@pytest.mark.parametrize("keys", [("ctrl+q",), ("escape", "escape"), ("escape", "escape", "ctrl+q")])
async def test_the_last_letters_before_leaving_are_kept(
    at_the_screens: "Sitting", june: Meeting, keys: tuple[str, ...]
) -> None:
    """However fast: leaving waits for no drawing."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("Half ")
        await person.press_at_once(*"typed", *keys)
    async with at_the_screens() as person:
        await person.press("enter")
        assert person.waiting == ("Half typed",)


@pytest.mark.parametrize("sign", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{ZERO WIDTH JOINER}", "\u0301"])
async def test_keys_that_write_nothing_to_be_seen_are_typed(
    at_the_screens: "Sitting", june: Meeting, sign: str
) -> None:
    """A space that a keyboard gives with its second level joins no two words; a control key writes nothing."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press_at_once("L", "e", sign, "t", "ctrl+j", "o")
        assert person.waiting == (f"Le{sign}to",)


async def test_lines_that_were_dropped_together_are_so_many_lines_again(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """They are brought back by one key, and each becomes what it would if it were typed."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("One.\nTwo.\n- three")
        await person.press("escape", "enter", "ctrl+r")
        assert "2 lines" in person.reads
        await person.press("enter")
    assert _minutes(records, june, 2)[-3:] == ["One.", "Two.", "- three"]


async def test_escape_drops_no_line_that_was_typed(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """What was typed behind a line that is refused stays behind it; Enter on nothing brings the next."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            person.send(*"#9", "enter", *"A thought")
            await person.pilot.pause()
        await person.settle()
        assert list(person.waiting) == ["#9", "A thought"]
        await person.press("escape", "l")
        assert list(person.waiting) == ["#9", "A thought"]
        await person.press("ctrl+u", "enter")
        assert list(person.waiting) == ["A thought"]
        assert len(_minutes(records, june, 2)) == 1
        await person.press("enter")
    assert _minutes(records, june, 2)[-1] == "A thought"


async def test_a_paragraph_that_was_changed_is_said_to_be_left_when_another_is_opened(
    at_the_screens: "Sitting", june: Meeting
) -> None:
    """With nothing changed in it nothing is said."""
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "up", "tab", "home", "e")
        assert "^r brings back" not in person.reads
        await person.type(" Twice.")
        await person.press("tab", "end", "e")
        await person.waits_for("^r brings back what was typed")


async def test_escape_drops_nothing_of_a_paste_that_was_entered(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """It goes to the minutes, and the lines go on into them; before Enter it drops them, and says so."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("No.\nNever.")
        await person.press("escape", "ctrl+u")
        assert "1 line dropped; ^r brings back" in person.reads
        with _held(records):
            person.app.post_message(events.Paste("One.\nTwo.\nThree."))
            await _sends(person, "enter", "escape")
        await person.settle()
    assert _minutes(records, june, 2)[1:] == ["One.", "Two.", "Three."]


async def test_a_paragraph_that_is_open_goes_on_where_it_was_left(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Opened again from the minutes, with what was typed in it."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.type(" Twice.")
        await person.press("tab", "enter", "enter")
    assert _minutes(records, june, 2) == ["The log was gone through. Twice."]


async def test_words_behind_a_command_wait_for_no_record(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """They are in the line, and in the journal with it, while another program holds the records."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press("escape")
        with _held(records):
            person.send("x")
            await person.pilot.pause()
            while person.app.type_ahead._is_listening:
                await person.pilot.pause()
            person.send("tab", *"Nobody saw a word of this.")
            for _ in range(200):
                if person.waiting == ("Nobody saw a word of this.",):
                    break
                await person.pilot.pause()
            assert person.waiting == ("Nobody saw a word of this.",)
        await person.settle()


async def test_the_rest_of_a_paste_is_recorded_by_enter_alone(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The answer to a line before it sends nothing on its way, though the first of the pasted lines was taken out."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held(records):
            person.send(*"Before.", "enter")
            person.app.post_message(events.Paste("One.\nTwo."))
            await _sends(person, "ctrl+u")
        await person.settle()
        assert person.waiting == ("Two.",)
    assert _minutes(records, june, 2)[-1] == "Before."


@pytest.mark.parametrize("keys", [("ctrl+r", "escape"), ("tab", "home", "e")])
async def test_a_paste_that_was_entered_goes_on_whatever_comes_into_the_line(
    at_the_screens: "Sitting", records: Store, june: Meeting, keys: tuple[str, ...]
) -> None:
    """A line that is brought back, or a paragraph that is opened, leaves none of it behind to be dropped."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("Old")
        await person.press("ctrl+u")
        with _held(records):
            person.app.post_message(events.Paste("One.\nTwo.\nThree."))
            await _sends(person, "enter", *keys)
        await person.settle()
    assert _minutes(records, june, 2)[1:] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("pasted", ["", "\n", "\r", "\u2028"])
async def test_a_paste_of_nothing_takes_nothing_out(at_the_screens: "Sitting", june: Meeting, pasted: str) -> None:
    """A terminal hands over nothing where a picture was copied; a space is a space."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("Chosen")
        await person.press("f7")
        await person.paste(pasted)
        assert person.waiting == ("Chosen",)
        await person.press("end")
        await person.paste(" ")
        assert person.waiting == ("Chosen ",)
