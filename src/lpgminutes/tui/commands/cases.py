"""The commands of the list of cases."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import QUIT_BY_LETTER, REDO, UNDO

CASES = (
    Command(
        id="cases.add_case",
        keys=("a",),
        label="Add case",
        help="Open a case for a request: its reference, when it was received, the meetings in its scope.",
        in_bar=True,
    ),
    Command(
        id="cases.correct_case",
        keys=("e",),
        label="Correct",
        help="Put right when the request was received and who deals with it, or add a meeting to its scope.",
        in_bar=True,
    ),
    Command(
        id="cases.reload",
        keys=("f5",),
        label="Read again",
        help="Read the cases again, with what others have changed.",
    ),
    UNDO,
    REDO,
    Command(id="shell.back", keys=("escape", "backspace"), label="Back", help="Go back.", in_bar=True),
    QUIT_BY_LETTER,
)
