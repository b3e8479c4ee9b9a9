"""The help: a few words on the screen that is open, then its keys, all from the commands."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.overlays import HELP
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.paragraphs_view import Paragraph, ParagraphsView

_KEYS_WIDTH = 14


class HelpText(ParagraphsView):
    """The words and the keys; the help moves it."""


class HelpScreen(Overlay[None]):
    """Says what can be done."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP)]
    AUTO_FOCUS = "HelpText"

    def __init__(self, words: str, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._words = words
        self._sections = sections

    def body(self) -> ComposeResult:
        """Lay the words, the keys, and the way back."""
        with Vertical(id="help"):
            yield HelpText()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the words and the keys, and the way back."""
        self._text.say(tuple(self._paragraphs()), is_from_start=True)
        self.query_one(KeyBar).commands = tuple(command for command in HELP if command.in_bar)

    def _paragraphs(self) -> Iterator[Paragraph]:
        yield Paragraph(plain(self._words))
        for heading, commands in self._sections:
            yield Paragraph(plain(heading, "heading"), is_apart=True)
            yield from map(_entry, commands)

    @property
    def _text(self) -> HelpText:
        return self.query_one(HelpText)

    def action_back(self) -> None:
        """Close the help."""
        self.dismiss(None)

    def action_scroll_up(self) -> None:
        """Go up a line."""
        self._text.action_scroll_up()

    def action_scroll_down(self) -> None:
        """Go down a line."""
        self._text.action_scroll_down()

    def action_page_up(self) -> None:
        """Go up a page."""
        self._text.action_page_up()

    def action_page_down(self) -> None:
        """Go down a page."""
        self._text.action_page_down()

    def action_scroll_home(self) -> None:
        """Go to the start."""
        self._text.action_scroll_home()

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self._text.action_scroll_end()


def _entry(command: Command) -> Paragraph:
    return Paragraph(plain(command.help), lead=plain(command.shown_keys, "accent"), indent=_KEYS_WIDTH)
