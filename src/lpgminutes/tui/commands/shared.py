"""The commands that more than one screen has."""

from lpgminutes.tui.commands.command import Command

EVERYWHERE = (
    Command(
        id="app.command_palette",
        keys=("ctrl+p",),
        label="Commands",
        help="Find a command by typing a part of its name.",
        in_bar=True,
        is_motion=True,
        is_priority=True,
    ),
    Command(
        id="app.find",
        keys=("ctrl+f",),
        label="Find",
        help="Find words in minutes, actions, decisions and names; what is half typed stays.",
        in_bar=True,
        is_priority=True,
    ),
    Command(
        id="app.help",
        keys=("f1",),
        label="Help",
        help="Say what can be done here, with the keys.",
        in_bar=True,
    ),
    Command(
        id="app.toggle_light",
        keys=("f9",),
        label="Light or dark",
        help="Change between a light and a dark ground.",
    ),
    Command(
        id="app.quit",
        keys=("ctrl+q",),
        label="Quit",
        help="Leave; everything that was recorded is kept.",
        is_priority=True,
    ),
)
"""What works on every screen, also while somebody types."""

QUIT_BY_LETTER = Command(id="shell.quit", keys=("q",), label="Quit", help="Leave the program.", in_bar=True)

UNDO = Command(id="shell.undo", keys=("u", "ctrl+z"), label="Undo", help="Take back the latest change.", in_bar=True)

REDO = Command(
    id="shell.redo",
    keys=("U", "ctrl+y"),
    label="Redo",
    help="Do again what was taken back last.",
    shown="U ^y",
)

LIST = (
    Command(id="list.up", keys=("up", "k"), label="Up", help="Go to the row above.", is_motion=True),
    Command(id="list.down", keys=("down", "j"), label="Down", help="Go to the row below.", is_motion=True),
    Command(id="list.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(id="list.page_down", keys=("pagedown",), label="Page down", help="Go down a page.", is_motion=True),
    Command(id="list.first", keys=("home",), label="First", help="Go to the first row.", is_motion=True),
    Command(id="list.last", keys=("end",), label="Last", help="Go to the last row.", is_motion=True),
    Command(
        id="list.choose",
        keys=("enter",),
        label="Open",
        help="Open the highlighted row.",
        is_motion=True,
        in_bar=True,
    ),
)
"""What works in every list."""

ACTIONS = Command(
    id="shell.open_actions",
    keys=("f8",),
    label="Actions",
    help="Open the action log: every action across meetings and bodies.",
    in_bar=True,
)

APPROVE = Command(
    id="shell.approve",
    keys=("y",),
    label="Agreed",
    help="Have minutes agreed: those that went out, or at a draft those of the last meeting.",
)

VERSIONS_OF = Command(
    id="shell.versions",
    keys=("v",),
    label="Versions",
    help="List the versions of the minutes, and show what changed between two.",
)

READING = (
    Command(id="reading.scroll_up", keys=("up", "k"), label="Up", help="Go up a line.", is_motion=True),
    Command(id="reading.scroll_down", keys=("down", "j"), label="Down", help="Go down a line.", is_motion=True),
    Command(id="reading.page_up", keys=("pageup", "b"), label="Page up", help="Go up a page.", is_motion=True),
    Command(
        id="reading.page_down",
        keys=("pagedown", "space"),
        label="Page down",
        help="Go down a page.",
        is_motion=True,
    ),
    Command(id="reading.scroll_home", keys=("home",), label="Start", help="Go to the start.", is_motion=True),
    Command(id="reading.scroll_end", keys=("end",), label="End", help="Go to the end.", is_motion=True),
)
"""How to move in a text."""

CASES = Command(
    id="shell.open_cases",
    keys=("f12",),
    label="Cases",
    help="Open the requests for information, and the release of minutes.",
    in_bar=True,
)
