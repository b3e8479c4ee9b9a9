"""The commands of the home screen."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import ACTIONS, APPROVE, CASES, QUIT_BY_LETTER, REDO, UNDO, VERSIONS_OF

HOME = (
    Command(
        id="home.add_meeting",
        keys=("a",),
        label="Start meeting",
        help="Start a meeting from the last one: what goes in and what stays out is shown first.",
        in_bar=True,
    ),
    Command(
        id="home.add_series",
        keys=("s",),
        label="Add series",
        help="Add a standing body that meets.",
        in_bar=True,
    ),
    ACTIONS,
    CASES,
    Command(
        id="home.import_papers",
        keys=("i",),
        label="Import",
        help="Bring minutes and action logs in from files, each compared with its reading.",
        in_bar=True,
    ),
    APPROVE,
    VERSIONS_OF,
    Command(
        id="home.other_list",
        keys=("tab", "left", "right"),
        label="Other list",
        help="Go from the series to the meetings, and back.",
        is_motion=True,
    ),
    Command(
        id="home.reload",
        keys=("f5",),
        label="Read again",
        help="Read the records again, with what others have changed.",
    ),
    UNDO,
    REDO,
    QUIT_BY_LETTER,
)
