"""The commands of a meeting as a whole."""

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import ACTIONS, APPROVE, CASES, QUIT_BY_LETTER, REDO, UNDO, VERSIONS_OF

AGENDA = Command(
    id="meeting.agenda_pane",
    keys=("f2",),
    label="Agenda",
    help="Go to the agenda at the left; once more puts it away.",
    in_bar=True,
    is_done_by_screen=True,
)
PEOPLE = Command(
    id="meeting.people_pane",
    keys=("f3",),
    label="People",
    help="Go to the people at the right; once more puts them away.",
    in_bar=True,
    is_done_by_screen=True,
)
RAISED = Command(
    id="meeting.raised_pane",
    keys=("f4",),
    label="Actions",
    help="Go to the actions of this meeting; once more puts them away.",
    in_bar=True,
    is_done_by_screen=True,
)

MEETING = (
    Command(
        id="meeting.write_line",
        keys=("l", "tab"),
        label="Type",
        help="Type lines into the minutes of a draft, under the item that was typed under last.",
        in_bar=True,
    ),
    Command(
        id="meeting.type_here",
        keys=("ctrl+l",),
        label="Type here",
        help="Type lines under the item at the cursor.",
    ),
    Command(
        id="meeting.next_item",
        keys=("n", "ctrl+down"),
        label="Next item",
        help="Go to the next item.",
        in_bar=True,
    ),
    Command(
        id="meeting.previous_item",
        keys=("p", "ctrl+up"),
        label="Previous",
        help="Go to the previous item.",
        in_bar=True,
    ),
    Command(
        id="meeting.jump",
        keys=("g", "number_sign", "ctrl+g"),
        label="Go to",
        help="Go to an item by its number.",
        shown="g # ^g",
    ),
    Command(
        id="meeting.go_back_there",
        keys=("o", "ctrl+o"),
        label="Back there",
        help="Go back to where one was before the last jump.",
    ),
    AGENDA,
    PEOPLE,
    RAISED,
    ACTIONS,
    CASES,
    Command(
        id="meeting.check_list",
        keys=("f6",),
        label="Check list",
        help="See what to look at before the minutes go out, and let them go.",
        is_priority=True,
    ),
    Command(
        id="meeting.head",
        keys=("h",),
        label="Head",
        help="Set the head: place, hours, the next meeting, title, day, marking, contact.",
        in_bar=True,
    ),
    Command(
        id="meeting.ended",
        keys=("E",),
        label="Ended",
        help="Note that the meeting ended just now.",
    ),
    Command(
        id="meeting.interests",
        keys=("I",),
        label="Interests",
        help="List the interests that were declared, to change or take them out.",
    ),
    Command(
        id="meeting.bring_forward",
        keys=("b",),
        label="Take now",
        help="Take the item out of order, before those not reached; all keep their numbers.",
    ),
    APPROVE,
    VERSIONS_OF,
    Command(
        id="meeting.reload",
        keys=("f5",),
        label="Read again",
        help="Read the meeting again, with what others have changed.",
    ),
    UNDO,
    REDO,
    Command(
        id="shell.back",
        keys=("escape", "backspace"),
        label="Back",
        help="Go back to the meetings; a line that is typed is kept.",
        in_bar=True,
    ),
    QUIT_BY_LETTER,
)
