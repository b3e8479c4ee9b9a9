"""The help: a few words on the screen that is open, then its keys, all from the commands."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.overlays import HELP
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar

_KEYS_WIDTH = 14


class HelpScreen(Overlay[None]):
    """Says what can be done."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP)]
    AUTO_FOCUS = "#help-text"

    def __init__(self, words: str, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._words = words
        self._sections = sections

    def body(self) -> ComposeResult:
        """Lay the words, the keys, and the way back."""
        with Vertical(id="help"):
            with VerticalScroll(id="help-text"):
                yield Static(plain(self._words), classes="help-words")
                for heading, commands in self._sections:
                    yield Static(plain(heading), classes="help-heading")
                    for command in commands:
                        yield Static(_entry(command), classes="help-entry")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the way back."""
        self.query_one(KeyBar).commands = tuple(command for command in HELP if command.in_bar)

    def action_back(self) -> None:
        """Close the help."""
        self.dismiss(None)

    def _text(self) -> VerticalScroll:
        return self.query_one("#help-text", VerticalScroll)

    def action_scroll_up(self) -> None:
        """Go up a line."""
        self._text().scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """Go down a line."""
        self._text().scroll_down(animate=False)

    def action_page_up(self) -> None:
        """Go up a page."""
        self._text().scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._text().scroll_page_down(animate=False)

    def action_scroll_home(self) -> None:
        """Go to the start."""
        self._text().scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self._text().scroll_end(animate=False)


def _entry(command: Command) -> Content:
    keys = plain(command.shown_keys, "bold $text-accent").truncate(_KEYS_WIDTH, pad=True)
    return keys + plain(command.help)
