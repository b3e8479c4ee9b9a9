"""The commands of the guided pass: one key for each outcome."""

from lpgminutes.tui.commands.action_changes import CLOSE, NOTE, REASSIGN, REDATE, SUPERSEDE, TRANSFER, WITHDRAW
from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import QUIT_BY_LETTER, REDO, UNDO

ACTION_PASS = (
    CLOSE,
    REDATE,
    REASSIGN,
    NOTE,
    Command(
        id="pass.carry",
        keys=("f",),
        label="Forward",
        help="Carry it forward: looked at, and kept open as it is.",
        in_bar=True,
    ),
    Command(
        id="pass.skip",
        keys=("right",),
        label="Skip",
        help="Go to the next action; nothing is recorded of this one.",
        in_bar=True,
    ),
    Command(
        id="pass.previous",
        keys=("left",),
        label="Previous",
        help="Go back to the action before.",
        is_motion=True,
    ),
    TRANSFER,
    SUPERSEDE,
    WITHDRAW,
    Command(
        id="pass.reword",
        keys=("e",),
        label="Edit line",
        help="Edit the line that was drafted last.",
        in_bar=True,
    ),
    Command(
        id="pass.open_minute",
        keys=("m",),
        label="Minute",
        help="Open the meeting at the minute that the action came from.",
    ),
    Command(
        id="pass.open_draft",
        keys=("g",),
        label="Draft",
        help="Go to the minutes that are being drafted.",
    ),
    Command(
        id="pass.reload",
        keys=("f5",),
        label="Read again",
        help="Read again, with what others have changed.",
    ),
    UNDO,
    REDO,
    Command(
        id="shell.back",
        keys=("escape", "backspace"),
        label="Stop",
        help="Stop here; the pass goes on from here when it is opened again.",
        in_bar=True,
    ),
    QUIT_BY_LETTER,
)
