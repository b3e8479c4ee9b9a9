"""Asks for one of a few things, each by its own letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import CHOOSE
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """One of the things."""

    key: str
    words: str
    value: Value


class Choose(Overlay[Value]):
    """A few lines, a letter before each; the letter is the answer."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOOSE)]

    def __init__(self, question: str, choices: Sequence[Choice[Value]], said: str = "") -> None:
        super().__init__()
        self._said = said
        """What there is to know beside the things; often nothing."""
        self._question = question
        self._choices = {choice.key: choice for choice in choices}

    def body(self) -> ComposeResult:
        """Lay the question and what there is to choose from."""
        with Vertical(id="form"):
            yield Static(plain(self._question), id="form-heading")
            lines = [plain(f" {one.key}  ", "bold $text-accent") + plain(one.words) for one in self._choices.values()]
            with VerticalScroll(id="form-fields"):
                yield Static(
                    Content("\n").join((*lines, *([plain(self._said, "dim")] if self._said else []))), id="form-words"
                )
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the way back."""
        self.query_one(KeyBar).commands = CHOOSE

    def on_key(self, event: Key) -> None:
        """Take a letter for the answer that it stands for."""
        choice = self._choices.get(event.character or event.key)
        if choice is not None:
            event.stop()
            self.dismiss(choice.value)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
