"""Every command once: its key, its words, its help. Bindings, key bar, palette and help come from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that a key does."""

    id: str
    """Where it belongs and what it is, ``home.add_series``: a key is rebound by this name."""
    keys: tuple[str, ...]
    """The default keys, as Textual names them; the first is the one that is shown."""
    label: str
    """A word or two, for the key bar and the palette."""
    help: str
    """One sentence."""
    in_bar: bool = False
    """Whether the key bar shows it."""
    is_motion: bool = False
    """Whether it only moves about: listed in the help, left out of the palette."""
    shown: str = ""
    """The key as a person reads it, where that does not follow from the first key."""
    is_priority: bool = False
    """Whether it comes before what the focused widget does with the key."""

    @property
    def action(self) -> str:
        """The name of the action: what stands after the dot of the id."""
        return self.id.partition(".")[2]

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them: ``^p`` or ``F1``."""
        return self.shown or " ".join(_shown(key) for key in self.keys)

    @property
    def shown_key(self) -> str:
        """The first key as a person reads it."""
        return self.shown or _shown(self.keys[0])

    def binding(self) -> Binding:
        """Return the binding that calls the action."""
        return Binding(",".join(self.keys), self.action, self.label, show=False, id=self.id, priority=self.is_priority)


_NAMES = {"escape": "Esc", "enter": "Enter", "backspace": "Backspace", "tab": "Tab", "pageup": "PgUp"}
_NAMES |= {"pagedown": "PgDn", "home": "Home", "end": "End", "left": "\N{LEFTWARDS ARROW}"}
_NAMES |= {"right": "\N{RIGHTWARDS ARROW}", "up": "\N{UPWARDS ARROW}", "down": "\N{DOWNWARDS ARROW}"}


def _shown(key: str) -> str:
    modifier, _, plain = key.rpartition("+")
    name = _NAMES.get(plain, plain.upper() if plain[1:].isdigit() else plain)
    return f"^{name}" if modifier == "ctrl" else f"{modifier.capitalize()} {name}".strip()


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return the bindings of some commands."""
    return [command.binding() for command in commands]


EVERYWHERE = (
    Command(
        id="app.command_palette",
        keys=("ctrl+p",),
        label="Commands",
        help="Find a command by typing a part of its name.",
        in_bar=True,
        is_motion=True,
        is_priority=True,
    ),
    Command(
        id="app.help",
        keys=("f1",),
        label="Help",
        help="Say what can be done here, with the keys.",
        in_bar=True,
    ),
    Command(
        id="app.toggle_light",
        keys=("f9",),
        label="Light or dark",
        help="Change between a light and a dark ground.",
    ),
    Command(
        id="app.quit",
        keys=("ctrl+q",),
        label="Quit",
        help="Leave; everything that was recorded is kept.",
        is_priority=True,
    ),
)
"""What works on every screen, also while somebody types."""

QUIT_BY_LETTER = Command(id="shell.quit", keys=("q",), label="Quit", help="Leave the program.", in_bar=True)

UNDO = Command(id="shell.undo", keys=("u", "ctrl+z"), label="Undo", help="Take back the latest change.", in_bar=True)
REDO = Command(
    id="shell.redo",
    keys=("U", "ctrl+y"),
    label="Redo",
    help="Do again what was taken back last.",
    shown="U ^y",
)

LIST = (
    Command(id="list.up", keys=("up", "k"), label="Up", help="Go to the row above.", is_motion=True),
    Command(id="list.down", keys=("down", "j"), label="Down", help="Go to the row below.", is_motion=True),
    Command(id="list.page_up", keys=("pageup",), label="Page up", help="Go up a page.", is_motion=True),
    Command(id="list.page_down", keys=("pagedown",), label="Page down", help="Go down a page.", is_motion=True),
    Command(id="list.first", keys=("home",), label="First", help="Go to the first row.", is_motion=True),
    Command(id="list.last", keys=("end",), label="Last", help="Go to the last row.", is_motion=True),
    Command(
        id="list.choose",
        keys=("enter",),
        label="Open",
        help="Open the highlighted row.",
        is_motion=True,
        in_bar=True,
    ),
)
"""What works in every list."""

HOME = (
    Command(
        id="home.add_meeting",
        keys=("a",),
        label="Add meeting",
        help="Start the minutes of a meeting.",
        in_bar=True,
    ),
    Command(
        id="home.add_series",
        keys=("s",),
        label="Add series",
        help="Add a standing body that meets.",
        in_bar=True,
    ),
    Command(
        id="home.other_list",
        keys=("tab", "left", "right"),
        label="Other list",
        help="Go from the series to the meetings, and back.",
        is_motion=True,
    ),
    Command(
        id="home.reload",
        keys=("f5",),
        label="Read again",
        help="Read the records again, with what others have changed.",
    ),
    UNDO,
    REDO,
    QUIT_BY_LETTER,
)

MEETING = (
    Command(
        id="meeting.write_line",
        keys=("l", "enter"),
        label="Line",
        help="Type lines into the minutes of a draft.",
        in_bar=True,
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
        id="meeting.toggle_items",
        keys=("o",),
        label="Items",
        help="Show or hide the agenda items at the left.",
        in_bar=True,
    ),
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
        help="Go back to the meetings.",
        in_bar=True,
    ),
    QUIT_BY_LETTER,
)

READING = (
    Command(id="reading.scroll_up", keys=("up", "k"), label="Up", help="Go up a line.", is_motion=True),
    Command(id="reading.scroll_down", keys=("down", "j"), label="Down", help="Go down a line.", is_motion=True),
    Command(id="reading.page_up", keys=("pageup", "b"), label="Page up", help="Go up a page.", is_motion=True),
    Command(
        id="reading.page_down",
        keys=("pagedown", "space"),
        label="Page down",
        help="Go down a page.",
        is_motion=True,
    ),
    Command(id="reading.scroll_home", keys=("home",), label="Start", help="Go to the start.", is_motion=True),
    Command(id="reading.scroll_end", keys=("end",), label="End", help="Go to the end.", is_motion=True),
)
"""How to move in a text."""

LINE = (
    Command(
        id="line.submit",
        keys=("enter",),
        label="Record",
        help="Record the line.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.next_item",
        keys=("ctrl+down",),
        label="Next item",
        help="Type under the next item.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.previous_item",
        keys=("ctrl+up",),
        label="Previous",
        help="Type under the previous item.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.undo",
        keys=("ctrl+z",),
        label="Undo",
        help="Take back the line recorded last, when nothing is typed.",
        in_bar=True,
        is_motion=True,
    ),
    Command(
        id="line.page_up",
        keys=("pageup",),
        label="Page up",
        help="Read further up while typing.",
        is_motion=True,
    ),
    Command(
        id="line.page_down",
        keys=("pagedown",),
        label="Page down",
        help="Read further down while typing.",
        is_motion=True,
    ),
    Command(
        id="line.leave",
        keys=("escape",),
        label="Stop typing",
        help="Leave the line; what is typed stays there.",
        in_bar=True,
        is_motion=True,
    ),
)
"""What works while a line is typed: no key here is a letter."""

DIALOG = (
    Command(id="dialog.save", keys=("enter", "ctrl+s"), label="Save", help="Save what is filled in.", in_bar=True),
    Command(
        id="dialog.next_field",
        keys=("tab", "down"),
        label="Next field",
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

HELP = (
    *READING,
    Command(id="shell.back", keys=("escape", "q", "f1"), label="Back", help="Close the help.", in_bar=True),
)
