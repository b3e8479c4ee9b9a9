"""The commands in the minutes of a meeting: moving from paragraph to paragraph, and changing them."""

from lpgminutes.tui.commands.command import Command

MOVING = (
    Command(id="minutes.up", keys=("up", "k"), label="Up", help="Go to the paragraph above.", is_motion=True),
    Command(id="minutes.down", keys=("down", "j"), label="Down", help="Go to the paragraph below.", is_motion=True),
    Command(id="minutes.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(
        id="minutes.page_down",
        keys=("pagedown", "space"),
        label="Page down",
        help="Go down a page.",
        is_motion=True,
    ),
    Command(id="minutes.scroll_home", keys=("home",), label="Start", help="Go to the start.", is_motion=True),
    Command(id="minutes.scroll_end", keys=("end",), label="End", help="Go to the end.", is_motion=True),
)
"""How to move in the minutes."""


def _change(
    name: str, keys: tuple[str, ...], label: str, help_: str, *, shown: str = "", in_bar: bool = False
) -> Command:
    return Command(
        id=f"paragraph.{name}",
        keys=keys,
        label=label,
        help=help_,
        shown=shown,
        in_bar=in_bar,
        is_done_by_screen=True,
    )


ITEM_STATE = _change(
    "item_state", ("s",), "State", "Say how far the meeting came with the item: done, put off, not reached."
)

PARAGRAPH = (
    _change(
        "edit_paragraph", ("e", "enter"), "Edit", "Open the paragraph at the cursor, to change its words.", in_bar=True
    ),
    _change(
        "move_up",
        ("K", "shift+up"),
        "Move up",
        "Move the paragraph past the one above.",
        shown="K Shift \N{UPWARDS ARROW}",
    ),
    _change(
        "move_down",
        ("J", "shift+down"),
        "Move down",
        "Move the paragraph past the one below.",
        shown="J Shift \N{DOWNWARDS ARROW}",
    ),
    _change("promote", ("less_than_sign",), "Raise", "Raise a point by a level.", shown="<"),
    _change("demote", ("greater_than_sign",), "Lower", "Hang the paragraph under the one above.", shown=">"),
    _change(
        "turn", ("t",), "Turn into", "Turn the paragraph into an action, a decision, a point, and back.", in_bar=True
    ),
    _change("join", ("m",), "Join", "Join the paragraph to the one above.", in_bar=True),
    _change("delete_paragraph", ("x", "delete"), "Delete", "Delete the paragraph; u brings it back.", in_bar=True),
    ITEM_STATE,
    _change("to_check", ("question_mark",), "To check", "Mark the paragraph to be checked, or as checked.", shown="?"),
)
"""What can be done with the paragraph at the cursor."""
