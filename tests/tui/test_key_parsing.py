"""What a terminal says of keys and of the pointer is read, and no sequence of it ends the program."""

import pytest
from textual.events import Key, MouseMove
from textual.geometry import Size

from lpgminutes.tui.key_parsing import KeyParser


def _keys(sent: str) -> list[str]:
    return [event.key for event in KeyParser().feed(sent) if isinstance(event, Key)]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b[97;;97u", ["a"]),
        ("\x1b[97;5u", ["ctrl+a"]),
        ("\x1b[97:65;1:1;97u", ["a"]),
        ("\x1b[97;5:2u", ["ctrl+a"]),
        ("\x1b[97::113;5u", ["ctrl+a"]),
        ("\x1b[1;1:1A", ["up"]),
        ("\x1b[3;1:2~", ["delete"]),
        ("\x1b[A", ["up"]),
        ("\x1bOP", ["f1"]),
    ],
)
def test_a_key_is_read_with_whatever_is_said_of_it(sent: str, keys: list[str]) -> None:
    """Also with what else stands on the key, and that it was pressed, or held down; the key behind it is the next."""
    assert _keys(f"{sent}b") == [*keys, "b"]


@pytest.mark.parametrize("sent", ["\x1b[97;1:3u", "\x1b[1;1:3A", "\x1b[97:65;1:3;97u"])
def test_a_key_that_is_let_go_is_not_pressed_again(sent: str) -> None:
    """It was read when it was pressed."""
    assert _keys(f"{sent}b") == ["b"]


@pytest.mark.parametrize("sent", ["\x1b[1114112;1u", "\x1b[97;;99999999999u", "\x1b[9999999999;1u", "\x1b[:;:u"])
def test_a_character_that_there_is_not_is_no_key(sent: str) -> None:
    """And what is typed behind it is read."""
    assert _keys(f"{sent}b") == ["b"]


def test_the_pointer_is_read_where_the_terminal_does_not_know_its_pixels() -> None:
    """In cells then; where it knows them, in cells reckoned from them."""
    move = "\x1b[<35;21;11M"
    for pixels, place in ((";0;0t", (20, 10)), (";300;1000t", (2, 1))):
        size, moved = KeyParser().feed(f"\x1b[48;30;100{pixels}{move}")
        assert getattr(size, "size", None) == Size(100, 30)
        assert isinstance(moved, MouseMove)
        assert (int(moved.x), int(moved.y)) == place
