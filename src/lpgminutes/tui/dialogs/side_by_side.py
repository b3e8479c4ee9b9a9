"""Shows a paragraph that was changed in two places at once: as it is now, and as it was typed here."""

from difflib import SequenceMatcher
from enum import Enum
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import SIDE_BY_SIDE
from lpgminutes.tui.screens.overlay import Interruption
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar


class Kept(Enum):
    """Which of the two is kept."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    NEITHER_NOW = "neither now"
    """Nobody looked: somebody typed on."""


_WIDE = 60
"""Below so many columns both stand one under the other."""


class SideBySide(Interruption[Kept]):
    """Both, scrolled as one, with what differs marked; nothing is chosen for anybody."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SIDE_BY_SIDE)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - typed by Textual

    def __init__(self, number: str, theirs: str, mine: str) -> None:
        super().__init__()
        self._number = number
        self._theirs, self._mine = compared(theirs, mine)

    def body(self) -> ComposeResult:
        """Lay both beside one another."""
        with Vertical(id="form", classes="-broad"):
            yield Static(plain(f"{self._number} was changed in another window meanwhile"), id="form-heading")
            with VerticalScroll(id="beside"), Horizontal(id="beside-sides"):
                for heading, words in (("As it is now", self._theirs), ("As you typed it", self._mine)):
                    with Vertical(classes="beside-side"):
                        yield Static(plain(heading), classes="beside-heading")
                        yield Static(words)
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one(KeyBar).commands = SIDE_BY_SIDE

    def action_keep_mine(self) -> None:
        """Save what was typed here."""
        self.dismiss(Kept.MINE)

    def action_take_theirs(self) -> None:
        """Leave it as it is now."""
        self.dismiss(Kept.THEIRS)

    def action_keep_both(self) -> None:
        """Keep theirs, and mine after it."""
        self.dismiss(Kept.BOTH)

    def take_words(self) -> None:
        """Leave it as it is, for now."""
        self.dismiss(Kept.NEITHER_NOW)

    def action_go_on(self) -> None:
        """Go on typing."""
        self.dismiss(None)


def compared(one: str, other: str) -> tuple[Content, Content]:
    """Return both texts with the words marked that stand in one of them alone."""
    ours, theirs = one.split(" "), other.split(" ")
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    left: list[Content] = []
    right: list[Content] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        style = "" if kind == "equal" else "reverse"
        left += [plain(word, style) for word in ours[start:end]]
        right += [plain(word, style) for word in theirs[other_start:other_end]]
    return Content(" ").join(left), Content(" ").join(right)
