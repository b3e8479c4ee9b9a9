"""The commands of the action log. Small letters change, capitals sort, digits show views."""

from lpgminutes.tui.commands.action_changes import CHANGES
from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import QUIT_BY_LETTER, REDO, UNDO

VIEW = Command(
    id="action_log.view",
    keys=tuple("123456789"),
    label="View",
    help="Show the saved view of that number.",
    shown="1-9",
    is_motion=True,
)

VIEWS = (
    Command(id="action_log.every", keys=("0",), label="All open", help="Show every open action, overdue first."),
    Command(id="action_log.keep_view", keys=("v",), label="Save view", help="Keep what is typed and sorted as a view."),
)

SORTING = (
    Command(id="action_log.by_reference", keys=("R",), label="By reference", help="Sort by reference."),
    Command(id="action_log.by_action", keys=("A",), label="By action", help="Sort by the words of the action."),
    Command(id="action_log.by_owner", keys=("O",), label="By owner", help="Sort by owner."),
    Command(id="action_log.by_due", keys=("D",), label="By due date", help="Sort by due date."),
    Command(id="action_log.by_state", keys=("T",), label="By state", help="Sort by state, overdue first."),
    Command(id="action_log.by_age", keys=("G",), label="By age", help="Sort by age."),
    Command(id="action_log.by_slips", keys=("S",), label="By slips", help="Sort by how often it slipped."),
    Command(id="action_log.by_minute", keys=("M",), label="By minute", help="Sort by meeting and minute."),
)
"""Pressed again, a key sorts the other way round."""

ACTION_LOG = (
    Command(
        id="action_log.filter",
        keys=("slash", "f"),
        label="Filter",
        help="Type what to look for; the list follows as you type.",
        in_bar=True,
        shown="/",
    ),
    Command(
        id="action_log.toggle_detail",
        keys=("tab",),
        label="Detail",
        help="Show or hide everything about the highlighted action.",
        in_bar=True,
    ),
    Command(
        id="action_log.choose",
        keys=("space",),
        label="Choose",
        help="Choose the action, or let it go; changes then go to all that are chosen.",
        in_bar=True,
        shown="Space",
    ),
    *CHANGES,
    Command(
        id="action_log.open_minute",
        keys=("m",),
        label="Minute",
        help="Open the meeting at the minute that the action came from.",
        in_bar=True,
    ),
    Command(
        id="action_log.guided_pass",
        keys=("p",),
        label="Pass",
        help="Go through the open actions with the meeting, one key for each outcome.",
        in_bar=True,
    ),
    *VIEWS,
    *SORTING,
    Command(
        id="action_log.figures",
        keys=("i",),
        label="Figures",
        help="Show how old the actions are and how often they slipped, owner by owner.",
    ),
    Command(
        id="action_log.as_at",
        keys=("a",),
        label="As at",
        help="Show the log as it was on another day.",
    ),
    Command(
        id="action_log.choose_all",
        keys=("asterisk",),
        label="Choose all",
        help="Choose every action that is listed, or let all go.",
        shown="*",
    ),
    Command(
        id="action_log.reload",
        keys=("f5",),
        label="Read again",
        help="Read the log again, with what others have changed.",
    ),
    UNDO,
    REDO,
    Command(
        id="shell.back",
        keys=("escape", "backspace"),
        label="Back",
        help="Let go of what is chosen; else of the filter; else go back.",
        in_bar=True,
    ),
    QUIT_BY_LETTER,
)

DETAIL = (
    Command(id="detail.scroll_up", keys=("up",), label="Up", help="Go up a line.", is_motion=True),
    Command(id="detail.scroll_down", keys=("down",), label="Down", help="Go down a line.", is_motion=True),
    Command(id="detail.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(id="detail.page_down", keys=("pagedown",), label="Page down", help="Go down a page.", is_motion=True),
    Command(id="detail.scroll_home", keys=("home",), label="Start", help="Go to the start.", is_motion=True),
    Command(id="detail.scroll_end", keys=("end",), label="End", help="Go to the end.", is_motion=True),
)
"""How to move in the detail of an action: no key of the log is taken away by it."""

FILTER = (
    Command(
        id="filter.submit",
        keys=("enter", "down", "tab"),
        label="To the list",
        help="Go to the list; the filter stays.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="filter.empty",
        keys=("ctrl+u",),
        label="Empty",
        help="Empty the filter.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="filter.leave",
        keys=("escape",),
        label="Leave",
        help="Go to the list; the filter stays.",
        in_bar=True,
        is_motion=True,
    ),
)
"""What works while a filter is typed: no key here is a letter."""
