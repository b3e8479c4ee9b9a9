"""The commands of a meeting, and of the line that is typed into it."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import QUIT_BY_LETTER, REDO, UNDO

MEETING = (
    Command(
        id="meeting.write_line",
        keys=("l", "enter"),
        label="Line",
        help="Type lines into the minutes of a draft.",
        in_bar=True,
    ),
    Command(
        id="meeting.next_item",
        keys=("n", "ctrl+down"),
        label="Next item",
        help="Go to the next item.",
        in_bar=True,
    ),
    Command(
        id="meeting.previous_item",
        keys=("p", "ctrl+up"),
        label="Previous",
        help="Go to the previous item.",
        in_bar=True,
    ),
    Command(
        id="meeting.toggle_items",
        keys=("o",),
        label="Items",
        help="Show or hide the agenda items at the left.",
        in_bar=True,
    ),
    Command(
        id="meeting.reload",
        keys=("f5",),
        label="Read again",
        help="Read the meeting again, with what others have changed.",
    ),
    UNDO,
    REDO,
    Command(
        id="shell.back",
        keys=("escape", "backspace"),
        label="Back",
        help="Go back to the meetings.",
        in_bar=True,
    ),
    QUIT_BY_LETTER,
)

LINE = (
    Command(
        id="line.submit",
        keys=("enter",),
        label="Record",
        help="Record the line.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.next_item",
        keys=("ctrl+down",),
        label="Next item",
        help="Type under the next item.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.previous_item",
        keys=("ctrl+up",),
        label="Previous",
        help="Type under the previous item.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.undo",
        keys=("ctrl+z",),
        label="Undo",
        help="Take back the line recorded last, when nothing is typed.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.page_up",
        keys=("pageup",),
        label="Page up",
        help="Read further up while typing.",
        is_motion=True,
    ),
    Command(
        id="line.page_down",
        keys=("pagedown",),
        label="Page down",
        help="Read further down while typing.",
        is_motion=True,
    ),
    Command(
        id="line.leave",
        keys=("escape",),
        label="Stop typing",
        help="Leave the line; what is typed stays there.",
        in_bar=True,
        is_motion=True,
    ),
)
"""What works while a line is typed: no key here is a letter."""
