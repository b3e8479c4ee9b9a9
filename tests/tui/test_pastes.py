"""A paste loses nothing, whichever field it comes into; and none is so long that the keyboard has to wait."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste
from textual.widgets import Input

import lpgminutes.tui
from lpgminutes.domain.text import TEXT_LIMIT

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

LINES = "first line\r\nsecond [s40] line\n\nthird \u4f1a\u8b70"
JOINED = "first line second [s40] line third \u4f1a\u8b70"
WAYS = {
    "find": ("ctrl+f",),
    "a new body": ("s",),
    "papers": ("i",),
    "the filter of the log": ("f8", "slash"),
    "an item's number": ("enter", "ctrl+g"),
    "somebody's name": ("enter", "f3", "n"),
}
"""How one comes to fields of one line: screens, dialogs, a filter."""


async def _paste_into(person: "Person", text: str) -> Input:
    field = person.app.focused
    assert isinstance(field, Input)
    field.value = ""
    await person.paste(text)
    return field


@pytest.mark.soak
@pytest.mark.usefixtures("june")
async def test_every_line_of_a_paste_comes_into_a_field_of_one_line(at_the_screens: "Sitting") -> None:
    """They are joined by spaces, and that is said."""
    async with at_the_screens((120, 40)) as person:
        for way, keys in WAYS.items():
            await person.press(*keys)
            field = await _paste_into(person, LINES)
            assert field.value == JOINED, way
            await person.waits_for("3 lines were joined into one.")
            person.app.clear_notifications()
            while len(person.app.screen_stack) > 1:
                person.app.pop_screen()
            await person.settle()


@pytest.mark.soak
@pytest.mark.usefixtures("june")
async def test_a_paste_that_is_far_too_long_is_refused_in_a_sentence(at_the_screens: "Sitting") -> None:
    """A megabyte comes neither into a field nor into the line; what was typed there stays, and the next key types."""
    megabyte = "word " * 200_000
    async with at_the_screens((80, 24)) as person:
        await person.press("ctrl+f")
        await person.type("kept")
        await person.paste(megabyte)
        await person.waits_for("1,000,000 characters are too many for one line")
        assert isinstance(person.app.focused, Input)
        assert person.app.focused.value == "kept"

        await person.press("escape", "enter")
        await person.type("kept ")
        await person.paste(megabyte)
        await person.type("and on")
        assert "kept and on" in person.sees
        assert f"1,000,000 characters are more than the {TEXT_LIMIT:,}" in person.reads


def test_no_field_is_one_that_loses_lines() -> None:
    """Textual's own input is made in no other place than where it was mended."""
    folder = Path(lpgminutes.tui.__file__).parent
    made = {path.name for path in folder.rglob("*.py") if re.search(r"(?<![\w.])Input\(", path.read_text("utf-8"))}
    assert made <= {"one_line.py"}


@pytest.mark.usefixtures("june")
@pytest.mark.parametrize("is_at_once", [True, False])
async def test_what_is_pasted_behind_whole_lines_comes_after_them(
    at_the_screens: "Sitting", *, is_at_once: bool
) -> None:
    """Without Enter between, and before the screen has taken the first of them, or later; also a single line."""
    async with at_the_screens() as person:
        await person.press("enter")
        for text in ("a one\na two", "b one\r\nb two\r\n", "c one\n", "d one"):
            person.app.post_message(Paste(text))
            if not is_at_once:
                await person.settle()
        await person.settle()
        assert person.waiting == ("a one", "a two", "b one", "b two", "c one", "d one")
        assert "6 lines pasted" in person.reads


@pytest.mark.usefixtures("june")
async def test_words_that_are_pasted_into_a_line_stay_in_it(at_the_screens: "Sitting") -> None:
    """A word without an end of its line, what is pasted where somebody typed on, or in the middle."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("one")
        await person.paste(" two")
        await person.paste(" three\n")
        await person.type(",")
        await person.paste(" four\n")
        await person.press("home")
        await person.paste("zero \n")
        assert person.waiting == ("zero one two three, four",)
