"""Tells something longer than a line in passing can hold; any of its keys closes it."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import TOLD
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.paragraphs_view import Paragraph, ParagraphsView

_REST = 8
"""The lines of the dialog beside its words, with those of the screen round it."""


class ToldText(ParagraphsView):
    """The words; the dialog moves them."""


class Told(Overlay[None]):
    """A heading, and paragraphs each with a sign before it."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TOLD)]
    AUTO_FOCUS = "ToldText"

    def __init__(self, heading: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._heading = heading
        self._lines = tuple(lines)

    def body(self) -> ComposeResult:
        """Lay heading, words and keys."""
        with Vertical(id="form", classes="-broad"):
            yield Static(plain(self._heading), id="form-heading")
            yield ToldText()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the words."""
        text = self.query_one(ToldText)
        paragraphs = [Paragraph(plain(words), lead=plain(sign, "accent"), indent=3) for sign, words in self._lines]
        text.say(paragraphs, is_from_start=True)
        self.query_one(KeyBar).commands = tuple(command for command in TOLD if command.in_bar)

    def on_resize(self) -> None:
        """Take the lines that the words need, as far as there is room."""
        text = self.query_one(ToldText)
        self.call_after_refresh(lambda: setattr(text.styles, "height", self._height(text)))

    def _height(self, text: ToldText) -> int:
        return max(1, min(text.virtual_size.height, self.size.height - _REST))

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
