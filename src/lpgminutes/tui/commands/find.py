"""The commands of the find screen: no key here is a letter, for words are typed all the time."""

from lpgminutes.tui.commands.command import Command

FIND = (
    Command(
        id="find.choose",
        keys=("enter",),
        label="Go there",
        help="Go to the minute or the action that is highlighted.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="find.next_kind",
        keys=("tab",),
        label="Kind",
        help="Look in minutes alone, in actions, decisions, people or meetings, and in everything again.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="find.previous_kind",
        keys=("shift+tab",),
        label="Kind before",
        help="Look in the kind before.",
        is_motion=True,
    ),
    Command(id="find.up", keys=("up",), label="Up", help="Go to the hit above.", is_motion=True),
    Command(id="find.down", keys=("down",), label="Down", help="Go to the hit below.", is_motion=True),
    Command(id="find.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(id="find.page_down", keys=("pagedown",), label="Page down", help="Go down a page.", is_motion=True),
    Command(
        id="shell.back",
        keys=("escape",),
        label="Back",
        help="Go back to where you were; a line half typed is still there.",
        in_bar=True,
    ),
)
