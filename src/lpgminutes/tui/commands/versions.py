"""The commands of the versions of a meeting's minutes."""

from lpgminutes.tui.commands.command import Command

VERSIONS = (
    Command(
        id="versions.compare_from",
        keys=("f",),
        label="Compare from",
        help="Let the comparison begin at the highlighted version; once more lets it begin at the one before.",
        in_bar=True,
    ),
    Command(
        id="versions.other_pane",
        keys=("tab",),
        label="Read",
        help="Go from the versions to what changed, and back.",
        in_bar=True,
    ),
    Command(
        id="versions.reload",
        keys=("f5",),
        label="Read again",
        help="Read the versions again, with what others have changed.",
    ),
    Command(id="shell.back", keys=("escape", "backspace", "q"), label="Back", help="Go back.", in_bar=True),
)
