"""The commands of choosing exemptions."""

from lpgminutes.tui.commands.command import Command

WITHHOLDING = (
    Command(
        id="withholding.take",
        keys=("enter",),
        label="Take",
        help="Take the highlighted exemption; with nothing typed and one taken, go on to the reason.",
        in_bar=True,
    ),
    Command(
        id="withholding.other_way",
        keys=("tab",),
        label="How far",
        help="Withhold every mention, these words in this minute, or only what is chosen.",
        in_bar=True,
        is_priority=True,
    ),
    Command(
        id="withholding.go_on",
        keys=("ctrl+s",),
        label="Go on",
        help="Go on to the reason with what was taken, or with the highlighted exemption.",
        in_bar=True,
    ),
    Command(
        id="withholding.leave_out",
        keys=("ctrl+z",),
        label="Leave out",
        help="Leave out the exemption that was taken last.",
        in_bar=True,
    ),
    Command(id="withholding.up", keys=("up",), label="Up", help="Go to the exemption above.", is_motion=True),
    Command(id="withholding.down", keys=("down",), label="Down", help="Go to the exemption below.", is_motion=True),
    Command(
        id="withholding.mentions_up",
        keys=("pageup",),
        label="Mentions up",
        help="Go up in the list of mentions.",
        is_motion=True,
    ),
    Command(
        id="withholding.mentions_down",
        keys=("pagedown",),
        label="Mentions",
        help="Go down in the list of mentions.",
        is_motion=True,
        in_bar=True,
    ),
    Command(id="withholding.cancel", keys=("escape",), label="Cancel", help="Withhold nothing.", in_bar=True),
)
