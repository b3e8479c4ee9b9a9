"""The commands in the minutes of a meeting: moving from paragraph to paragraph, and changing them."""

from lpgminutes.tui.commands.command import Command

MOVING = (
    Command(id="minutes.up", keys=("up", "k"), label="Up", help="Go to the paragraph above.", is_motion=True),
    Command(id="minutes.down", keys=("down", "j"), label="Down", help="Go to the paragraph below.", is_motion=True),
    Command(id="minutes.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(
        id="minutes.page_down",
        keys=("pagedown", "space"),
        label="Page down",
        help="Go down a page.",
        is_motion=True,
    ),
    Command(id="minutes.scroll_home", keys=("home",), label="Start", help="Go to the start.", is_motion=True),
    Command(id="minutes.scroll_end", keys=("end",), label="End", help="Go to the end.", is_motion=True),
)
"""How to move in the minutes."""
