"""Asks before something that reaches further than it looks; Enter is No."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import CONFIRM
from lpgminutes.tui.screens.overlay import Interruption
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar


class Confirm(Interruption[bool]):
    """A question with its consequence; returns whether the answer was yes."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONFIRM)]

    def __init__(self, question: str, consequence: str) -> None:
        super().__init__()
        self._question = question
        self._consequence = consequence

    def body(self) -> ComposeResult:
        """Lay question, consequence and keys."""
        with Vertical(id="form"):
            yield Static(plain(self._question), id="form-heading")
            with VerticalScroll(id="form-fields"):
                yield Static(plain(self._consequence), id="form-words")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the keys."""
        self.query_one(KeyBar).commands = CONFIRM

    def action_refuse(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)

    def action_agree(self) -> None:
        """Do it."""
        self.dismiss(True)
