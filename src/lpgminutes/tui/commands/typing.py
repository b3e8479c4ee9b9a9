"""The commands of a line that is typed: no key here is a letter."""

from lpgminutes.tui.commands.command import Command

EDITOR = (
    Command(
        id="editor.select_all",
        keys=("f7",),
        label="Select all",
        help="Select everything that is typed.",
        is_motion=True,
    ),
)
"""What the editor does beside what every editor does with arrows, Home, End, Backspace and Delete."""

TYPING = (
    Command(
        id="typing.record_line",
        keys=("enter",),
        label="Record",
        help="Record the line.",
        in_bar=True,
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.next_reading",
        keys=("ctrl+t",),
        label="Read as",
        help="Read the line as something else: a point, an action, a decision.",
        in_bar=True,
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.complete",
        keys=("tab",),
        label="Complete",
        help="Take what is offered; with nothing offered, go to the minutes.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.type_under_next",
        keys=("ctrl+down",),
        label="Next item",
        help="Type under the next item.",
        in_bar=True,
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.type_under_previous",
        keys=("ctrl+up",),
        label="Previous item",
        help="Type under the previous item.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.go_back_there",
        keys=("ctrl+o",),
        label="Back there",
        help="Go back to where one was before the last jump.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.undo_typing",
        keys=("ctrl+z",),
        label="Undo",
        help="Take back typing; with nothing typed, what was recorded last.",
        in_bar=True,
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.redo_typing",
        keys=("ctrl+y",),
        label="Redo",
        help="Do again what was taken back last.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.bring_back",
        keys=("ctrl+r",),
        label="Bring back",
        help="Bring back what was typed and taken out, further back with each press.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.split",
        keys=("ctrl+s",),
        label="Split",
        help="Make two paragraphs of the one that is edited, at the cursor.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.page_up",
        keys=("pageup",),
        label="Page up",
        help="Read further up while typing.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.page_down",
        keys=("pagedown",),
        label="Page down",
        help="Read further down while typing.",
        is_motion=True,
        is_done_by_screen=True,
    ),
    Command(
        id="typing.leave_line",
        keys=("escape",),
        label="Minutes",
        help="Go to the minutes, to read and change them; what is typed stays there.",
        in_bar=True,
        is_motion=True,
        is_done_by_screen=True,
    ),
)
"""What works while a line is typed."""
