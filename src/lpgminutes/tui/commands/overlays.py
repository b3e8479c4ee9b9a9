"""The commands of what opens on top of a screen."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import READING

DIALOG = (
    Command(id="dialog.save", keys=("enter", "ctrl+s"), label="Save", help="Save what is filled in.", in_bar=True),
    Command(
        id="dialog.next_field",
        keys=("tab", "down"),
        label="Next",
        help="Go to the next field.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="dialog.previous_field",
        keys=("shift+tab", "up"),
        label="Previous field",
        help="Go to the previous field.",
        is_motion=True,
    ),
    Command(id="dialog.cancel", keys=("escape",), label="Cancel", help="Leave without saving.", in_bar=True),
)

CONFIRM = (
    Command(
        id="confirm.refuse",
        keys=("enter", "escape", "n"),
        label="No",
        help="Leave everything as it is.",
        in_bar=True,
    ),
    Command(id="confirm.agree", keys=("y",), label="Yes", help="Do it.", in_bar=True),
)

CHOOSE = (
    Command(id="choose.cancel", keys=("escape",), label="Cancel", help="Leave everything as it is.", in_bar=True),
)

SIDE_BY_SIDE = (
    Command(id="beside.keep_mine", keys=("m",), label="Mine", help="Save what was typed here.", in_bar=True),
    Command(id="beside.take_theirs", keys=("t",), label="Theirs", help="Leave it as it is now.", in_bar=True),
    Command(id="beside.keep_both", keys=("b",), label="Both", help="Keep theirs, and mine after it.", in_bar=True),
    Command(id="beside.go_on", keys=("escape",), label="Go on typing", help="Change what was typed.", in_bar=True),
)

CHECKS = (
    Command(id="checks.circulate", keys=("c",), label="Circulate", help="Let the minutes go out.", in_bar=True),
    Command(id="checks.close", keys=("escape",), label="Close", help="Go back to the minutes.", in_bar=True),
)

TOLD = (
    Command(id="told.close", keys=("escape", "enter", "q"), label="Close", help="Close it.", shown="Esc", in_bar=True),
)

PLAN = (
    Command(id="plan.switch", keys=("space",), label="In or out", help="Choose the line otherwise.", in_bar=True),
    Command(id="plan.start", keys=("ctrl+s",), label="Start", help="Start the meeting.", in_bar=True, shown="Enter"),
    Command(id="plan.cancel", keys=("escape",), label="Back", help="Go back to date and title.", in_bar=True),
)

HELP = (
    *READING,
    Command(id="shell.back", keys=("escape", "q", "f1"), label="Back", help="Close the help.", in_bar=True),
)
