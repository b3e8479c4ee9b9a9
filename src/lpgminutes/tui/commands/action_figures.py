"""The commands of the figures of the action log."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import QUIT_BY_LETTER

ACTION_FIGURES = (
    Command(
        id="figures.reload",
        keys=("f5",),
        label="Read again",
        help="Count again, with what others have changed.",
    ),
    Command(
        id="shell.back",
        keys=("escape", "backspace", "i"),
        label="Back",
        help="Go back to the log.",
        in_bar=True,
    ),
    QUIT_BY_LETTER,
)
