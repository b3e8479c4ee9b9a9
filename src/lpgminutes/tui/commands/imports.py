"""The commands of choosing files, and of comparing papers with their reading."""

from lpgminutes.tui.commands.command import Command

CHOOSING = (
    Command(
        id="files.complete",
        keys=("tab",),
        label="Complete",
        help="Complete the name as far as it is certain.",
        in_bar=True,
    ),
    Command(
        id="files.take",
        keys=("enter",),
        label="Take",
        help="Take the file, or every file of a folder; with nothing typed, read what was taken.",
        in_bar=True,
    ),
    Command(id="files.read", keys=("ctrl+s",), label="Read", help="Read the files that were taken.", in_bar=True),
    Command(
        id="files.leave_out",
        keys=("ctrl+z",),
        label="Leave out",
        help="Leave out the file that was taken last.",
        in_bar=True,
    ),
    Command(id="files.cancel", keys=("escape",), label="Cancel", help="Bring nothing in.", in_bar=True),
)

IMPORT = (
    Command(
        id="import.correct",
        keys=("e",),
        label="Correct",
        help="Put right what the highlighted row says.",
        in_bar=True,
    ),
    Command(
        id="import.next_doubt",
        keys=("n",),
        label="Next ?",
        help="Go to the next place to check.",
        in_bar=True,
    ),
    Command(
        id="import.tick",
        keys=("space",),
        label="Checked",
        help="Say that the highlighted place is checked; again takes that back.",
        in_bar=True,
    ),
    Command(
        id="import.other_side",
        keys=("v", "tab"),
        label="Paper",
        help="Go from the reading to the paper, and back.",
        in_bar=True,
    ),
    Command(
        id="import.keep",
        keys=("s",),
        label="Save",
        help="Keep this paper as a draft in the records.",
        in_bar=True,
    ),
    Command(
        id="import.next_paper",
        keys=("greater_than_sign", "ctrl+right"),
        label="Next paper",
        help="Go to the next file.",
        shown=">",
        in_bar=True,
    ),
    Command(
        id="import.previous_paper",
        keys=("less_than_sign", "ctrl+left"),
        label="Previous paper",
        help="Go to the file before.",
        shown="<",
    ),
    Command(id="import.previous_doubt", keys=("p",), label="Previous ?", help="Go to the place to check before."),
    Command(
        id="import.raise_level",
        keys=("left",),
        label="Higher",
        help="Make a point a minute, or a minute an item, with what hangs under it.",
    ),
    Command(
        id="import.lower_level",
        keys=("right",),
        label="Lower",
        help="Make an item a minute, or a minute a point.",
    ),
    Command(
        id="import.make_action",
        keys=("a",),
        label="Action",
        help="Add an action made of the words of the highlighted minute.",
    ),
    Command(
        id="import.add_person",
        keys=("plus",),
        label="Add person",
        help="Add somebody to the attendance.",
        shown="+",
    ),
    Command(
        id="import.take_out",
        keys=("x", "delete"),
        label="Take out",
        help="Take out a person or an action that is none; the words of the minutes stay.",
    ),
    Command(
        id="import.take_back",
        keys=("u", "ctrl+z"),
        label="Undo",
        help="Take back the latest correction of this paper.",
    ),
    Command(
        id="import.keep_all",
        keys=("S",),
        label="Save all",
        help="Keep every paper that has nothing left to check, and ask about the others.",
        shown="S",
    ),
    Command(id="shell.back", keys=("escape",), label="Back", help="Go back to the meetings.", in_bar=True),
)
